"""Comma-separated values (RFC 4180, but for line ends of one character)."""

import csv

from diplo.formats import Stream
from diplo.reports import Report, flat
from diplo.terminal.text import without_formula


def write(report: Report, stream: Stream, delimiter: str = ",") -> None:
    """Write a header and every column of every row, safe to open in a spreadsheet."""
    rows = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    rows.writerow(column.key for column in report.columns)
    for row in report.rows:
        rows.writerow(without_formula(flat(column.value(row))) for column in report.columns)
