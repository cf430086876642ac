"""Plain lines: tab-separated, without a header, never wrapped, cut or coloured."""

from diplo.formats import Stream
from diplo.reports import Report, flat


def write(report: Report, stream: Stream) -> None:
    """Write the plain columns of every row."""
    for row in report.rows if report.lines is None else report.lines:
        stream.write("\t".join(flat(column.value(row)) for column in report.plain) + "\n")
