"""Plain lines of which no event is made: those that are only counted, or surely not kept."""

import operator
from collections.abc import Iterable, Sequence
from itertools import compress

from diplo.model.events import Columns, Tallies
from diplo.reading.faults import Path
from diplo.reading.judge import Judge
from diplo.reading.keeping import Counting, Sifting
from diplo.reading.lines import Line
from diplo.reading.records import Context


class Sifted:
    """Tells of which plain lines events are to be made; the values of all are judged."""

    def __init__(self, judge: Judge, around: Context) -> None:
        """Take what judges values, and what says which events are kept."""
        keeps = around.keeps
        self._sifting = keeps if isinstance(keeps, Sifting) else None
        self._counting = keeps if isinstance(keeps, Counting) and keeps.by_columns else None
        self._judge, self._ids = judge, around.ids
        self._columns = Columns([], [], [])

    def wanted(self, lines: Sequence[Line | None], paths: Iterable[Path]) -> Sequence[bool] | None:
        """Say of which lines events are to be made; with the others it is done.

        It is None where each has to be looked at by itself, as not all are plainly right.
        """
        if not (self._sifting and all(lines)):
            return None
        plain = [line for line in lines if line]
        ids = [line.id for line in plain if line.id]
        if len(ids) < len(plain) and not self._counting:  # default ids hang on those before
            return None
        named = dict(zip(ids, paths, strict=False))
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
        """What is counted, None where events are asked for."""
        return self._counting.tallies(self._columns) if self._counting else None
