"""What became of the state of relations in each year or month, as a table to count with."""

from collections.abc import Sequence

from diplo.history.relations import Spell
from diplo.reports.report import Column, Report

_NONE = "-"
_NAME = 14  # the least width of a subject


def panel(rows: Sequence[Spell]) -> Report:
    """Report what became of each subject in each year or month.

    A table has the states at the ends of a period, which the others rarely differ from.
    """

    def state(key: str, header: str) -> Column:
        return Column(
            key,
            lambda row: getattr(row, key),
            lambda row: getattr(row, key) or _NONE,
            wraps=1,
            header=header,
        )

    columns = (
        Column("subject", lambda row: row.subject, wraps=_NAME),
        Column("period", lambda row: row.period.text),
        state("start", "At its start"),
        state("end", "At its end"),
        state("first", "First"),
        state("last", "Last"),
        Column("changes", lambda row: row.changes, right=True),
    )
    shown = tuple(column for column in columns if column.key not in ("first", "last"))
    return Report(columns, rows, columns, shown)
