"""Comma-separated values (RFC 4180, but with lines that end in LF)."""

import csv
import re

from diplo.formats import Stream
from diplo.reports import Report, Value, flat, flat_item
from diplo.terminal.text import without_formula

# What would be misread in a list item without quotes.
_PARTS = re.compile(r"""[;|]|^"|^\[(?:["'].*["'])?\]$""")


def write(report: Report, stream: Stream, delimiter: str = ",") -> None:
    """Write a header and every column of every row, safe to open in a spreadsheet."""
    rows = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    rows.writerow(column.key for column in report.columns)
    for row in report.rows:
        rows.writerow(without_formula(_cell(column.value(row))) for column in report.columns)


def _cell(value: Value) -> str:
    """Return a value as the text of a cell, quoting items that would be split."""
    if isinstance(value, list):
        return "; ".join(_item(flat_item(item)) for item in value)
    if isinstance(value, dict):
        return "; ".join(_item(f"{_subject(key)}: {flat(item)}") for key, item in value.items())
    return flat(value)


def _item(text: str) -> str:
    return _quoted(text) if _PARTS.search(text) else text


def _subject(text: str) -> str:
    return _quoted(text) if ": " in text or text.startswith('"') else text


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""'))
