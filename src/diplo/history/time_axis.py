"""A time axis for pictures: steps of whole days, months or years, and what falls on each."""

import bisect
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from diplo.model import dates
from diplo.model.dates import Edtf, Window

_UNITS = ("day", "month", "year")
# The sizes that a step may have, from fine to coarse: its unit, how many, and the days of a unit.
_STEPS = (
    ("day", 1, 1),
    *(("month", size, 31) for size in (1, 3)),
    *(("year", size, 366) for size in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)


class Falls(NamedTuple):
    """How many events fall on a step of an axis: within it alone, or perhaps, or beyond it too."""

    alone: int
    spread: int


class Axis(NamedTuple):
    """Steps of time: the first day of each, as an ordinal, and the first day after them all."""

    starts: tuple[int, ...]
    after: int
    precision: str  # of the steps: day, month or year

    @property
    def ends(self) -> tuple[str, str]:
        """The first and the last day, month or year of the axis, in words."""
        length = {"day": 10, "month": 7, "year": 4}[self.precision]
        first, last = (
            dates.words(dates.parse(date.fromordinal(day).isoformat()[:length]))
            for day in (self.starts[0], self.after - 1)
        )
        return first, last

    def falls(self, events: Iterable[Edtf]) -> list[Falls]:
        """Count what falls on each step; an event that only is, without a day, falls on none."""
        alone, spread = [0] * len(self.starts), [0] * len(self.starts)
        for when in events:
            steps = self._steps(when)
            counts = spread if len(steps) > 1 or dates.doubted(when) else alone
            for step in steps:
                counts[step] += 1
        return [Falls(*both) for both in zip(alone, spread, strict=True)]

    def _steps(self, when: Edtf) -> range:
        first, last = dates.extent(when)
        if (first, last) == (dates.BEGIN, dates.END) or first >= self.after:
            return range(0)
        start = max(bisect.bisect_right(self.starts, first) - 1, 0)
        return range(start, bisect.bisect_right(self.starts, last))


def axis(events: Sequence[Edtf], window: Window | None, most: int) -> Axis | None:
    """Return the finest axis of at most so many steps that spans the events, or the window.

    It is no finer than half of the dates are. None where no event has a day.
    """
    days = [day for when in events for day in _days(when)]
    if not days:
        return None
    within = window or Window()
    first = within.first if within.first > dates.BEGIN else min(*days, within.last)
    last = within.last if within.last < dates.END else max(*days, first)
    finest = _fineness(events)
    axes = (
        _axis(first, last, unit, size)
        for unit, size, longest in _STEPS
        if (last - first) // (longest * size) <= most and _UNITS.index(unit) >= finest
    )
    return next(axis for axis in axes if len(axis.starts) <= most)


def _days(when: Edtf) -> Iterator[int]:
    if not when.is_dated:
        return
    for period in filter(None, (when.start, when.end, dates.anchor(when))):
        yield from (day for day in (period.first, period.last) if dates.BEGIN < day < dates.END)


def _fineness(events: Sequence[Edtf]) -> int:
    """Return the number of the unit that half of the dates of a day, month or year reach."""
    numbers = sorted(_UNITS.index(when.precision) for when in events if when.precision in _UNITS)
    return numbers[len(numbers) // 2] if numbers else 0


def _axis(first: int, last: int, unit: str, size: int) -> Axis:
    if unit == "day":
        return Axis(tuple(range(first, last + 1)), last + 1, unit)
    months = size if unit == "month" else size * 12
    days = date.fromordinal(first), date.fromordinal(last)
    start, end = ((day.year * 12 + day.month - 1) // months for day in days)
    starts = [_month(step * months) for step in range(start, end + 2)]
    return Axis(tuple(starts[:-1]), starts[-1], unit)


def _month(number: int) -> int:
    """Return the first day of a month, counted from the year 0, within the calendar."""
    year, month = divmod(number, 12)
    if year > date.max.year:
        return dates.END
    return date(max(year, 1), month + 1, 1).toordinal()
