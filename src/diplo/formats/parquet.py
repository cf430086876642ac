"""Parquet: a table with typed columns, for R, pandas and databases."""

from typing import Any

from diplo.formats import Stream
from diplo.model.events import CITATION_KEYS
from diplo.reports import Report

_DAYS = ("earliest", "latest")
_LISTS = ("countries", "actors")


def write(report: Report, stream: Stream) -> None:
    """Write every column of every row: days as dates, lists as lists, the status as a map."""
    import pyarrow as pa  # noqa: PLC0415  (slow to import)
    from pyarrow import parquet  # noqa: PLC0415

    columns = {c.key: _column(c.key, [c.value(row) for row in report.rows]) for c in report.columns}
    parquet.write_table(pa.table(columns), stream.binary)


def _column(key: str, values: list[Any]) -> Any:  # noqa: ANN401  (pyarrow has no type hints)
    import pyarrow as pa  # noqa: PLC0415

    text = pa.string()
    if key in _DAYS:
        return pa.array(values, text).cast(pa.date32())
    if key in _LISTS:
        return pa.array(values, pa.list_(text))
    if key == "sources":
        return pa.array(values, pa.list_(pa.struct([(name, text) for name in CITATION_KEYS])))
    if key == "status":
        return pa.array([list(states.items()) for states in values], pa.map_(text, text))
    return pa.array(values, text)
