"""The maps that ship with diplo, and what each reads."""

from collections.abc import Sequence

from diplo.reports.report import Column, Report
from diplo.terminal.text import plural


def maps(rows: Sequence[tuple[str, str]]) -> Report:
    """Report the names of maps and what they read."""
    columns = (
        Column("map", lambda row: row[0]),
        Column("about", lambda row: row[1], wraps=2),
    )
    return Report(columns, rows, columns, columns, summary=plural(len(rows), "map"))
