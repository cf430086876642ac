"""JSON Lines (NDJSON): one object per line."""

import json

from diplo.formats import Stream
from diplo.reports import Report

_encode = json.JSONEncoder(ensure_ascii=False).encode


def write(report: Report, stream: Stream) -> None:
    """Write every column of every row."""
    for row in report.rows:
        stream.write(line(report, row) + "\n")


def line(report: Report, row: object) -> str:
    """Return one row as a JSON object."""
    data = {column.key: column.value(row) for column in report.columns}
    return _encode(data)
