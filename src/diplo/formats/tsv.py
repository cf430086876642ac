"""Tab-separated values, quoted as CSV is."""

from diplo.formats import Stream
from diplo.formats.csv import write as write_csv
from diplo.reports import Report


def write(report: Report, stream: Stream) -> None:
    """Write a header and every column of every row."""
    write_csv(report, stream, "\t")
