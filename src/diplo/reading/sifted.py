"""Sift out plain lines that need not become events: those only counted, or surely not kept."""

import operator
from collections.abc import Sequence
from itertools import compress

from diplo.model.events import Columns, Tallies
from diplo.reading.judge import Judge
from diplo.reading.keeping import Counting, Sifting
from diplo.reading.lines import Line
from diplo.reading.records import Context


class Sifted:
    """Decides which plain lines to make events of; the values of all are judged."""

    def __init__(self, judge: Judge, context: Context) -> None:
        """Take the judge of values, and the context with the predicate of the events to keep."""
        keeps = context.keeps
        self._sifting = keeps if isinstance(keeps, Sifting) else None
        self._counting = keeps if isinstance(keeps, Counting) and keeps.by_columns else None
        self._judge, self._ids = judge, context.ids
        self._columns = Columns([], [], [])

    def wanted(self, lines: Sequence[Line | None], first: int) -> Sequence[bool] | None:
        """Say of each line, from the number `first` on, whether to make an event of it.

        The others are done with. None means that each line must be looked at by itself.
        """
        if not (self._sifting and all(lines)):
            return None
        plain = [line for line in lines if line]
        ids = [line.id for line in plain if line.id]
        if len(ids) < len(plain) and not self._counting:  # default ids depend on earlier ones
            return None
        named = {name: (number,) for number, name in enumerate(ids, first)}
        columns = self._judge.columns(plain, ids)
        if columns is None or len(named) < len(ids) or not self._ids.are_free(named):
            return None
        wanted = self._count(columns) if self._counting else self._sifting.may_keep(columns)
        self._ids.update(compress(named.items(), map(operator.not_, wanted)))
        return wanted

    def _count(self, columns: Columns) -> Sequence[bool]:
        self._columns.dates.extend(columns.dates)
        self._columns.countries.extend(columns.countries)
        self._columns.types.extend(columns.types)
        return [False] * len(columns.dates)

    @property
    def tallies(self) -> Tallies | None:
        """The counts, None if events are wanted rather than counts."""
        return self._counting.tallies(self._columns) if self._counting else None
