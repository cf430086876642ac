"""Plain lines of which it is enough to count the events: each value is judged, no event is made."""

from collections.abc import Iterable, Sequence

from diplo.model.events import Columns, Tallies
from diplo.reading.faults import Path
from diplo.reading.judge import Judge
from diplo.reading.lines import Line
from diplo.reading.records import Counting, Surroundings


class Counted:
    """Counts the events of plain lines, where it is enough to know what columns have."""

    def __init__(self, judge: Judge, around: Surroundings) -> None:
        """Take what judges values, and what says whether that is enough."""
        keeps = around.keeps
        self._counting = keeps if isinstance(keeps, Counting) and keeps.by_columns else None
        self._judge, self._ids = judge, around.ids
        self._columns = Columns([], [], [])

    def add(self, lines: Sequence[Line | None], paths: Iterable[Path]) -> bool:
        """Count the events of lines if that is enough and all are plainly right; say whether."""
        if not (self._counting and all(lines)):
            return False
        plain = [line for line in lines if line]
        ids = [line.id for line in plain if line.id]
        named = dict(zip(ids, paths, strict=False))
        columns = self._judge.columns(plain, ids)
        if columns is None or len(named) < len(ids) or not self._ids.are_free(named):
            return False
        self._ids.update(named)
        for counted, more in zip(self._columns, columns, strict=True):
            counted.extend(more)
        return True

    @property
    def tallies(self) -> Tallies | None:
        """What is counted, None where events are asked for."""
        return self._counting.tallies(self._columns) if self._counting else None
