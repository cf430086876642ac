"""The states of relations in each year or month, as panel data."""

from collections.abc import Sequence

from diplo.history.relations import Spell
from diplo.history.selection import Query
from diplo.reports.names import Names
from diplo.reports.report import Column, Report
from diplo.reports.states import ALL, subject_count
from diplo.reports.titles import title_of

_NONE = "-"
_NAME = 14  # the least width of a subject


def panel(rows: Sequence[Spell], query: Query, names: Names, unit: str) -> Report:
    """Report the states of each subject in each year or month, as `unit` says.

    A table only has the states at the ends of a period, as `first` and `last` rarely differ.
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
    table = tuple(column for column in columns if column.key not in ("first", "last"))
    title = title_of(query, names, ALL, f"by {unit}")
    counts = subject_count(len({row.subject for row in rows}))
    return Report(columns, rows, columns, table, heading=(title, counts))
