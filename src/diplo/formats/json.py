"""JSON: an array of objects, one per line."""

from diplo.formats import Stream
from diplo.formats.jsonl import line
from diplo.reports import Report


def write(report: Report, stream: Stream) -> None:
    """Write every column of every row."""
    lines = [line(report, row) for row in report.rows]
    stream.write("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n")
