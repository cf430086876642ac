"""Place days on a line of terminal cells or pixels, and choose the round dates to label on it."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from diplo.model import dates

_ROUND = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000)  # years
_CELLS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)  # years that a cell may cover
_ROUND_MONTHS, _ROUND_DAYS = (1, 3, 6), ((), (1, 5, 10, 15, 20, 25), (1, 10, 20), (1, 15))
_APART, _YEAR = 2, "2000"  # cells between labels, and a label as long as most
_LENGTHS = {"day": 10, "month": 7, "year": 4}  # of ISO dates
_MANY = 200  # days or months, beyond which labels for each are too many


class Tick(NamedTuple):
    """A round date to label on a line, and the place where it begins there."""

    at: float
    words: str


class Scale(NamedTuple):
    """A stretch of days, first and last as ordinals, on a line of `size` cells or pixels."""

    first: int
    last: int
    size: int

    def at(self, day: float) -> float:
        """Return where a day begins on the line; days beyond the stretch lie at an end."""
        within = min(max(day - self.first, 0), self.last - self.first + 1)
        return within * self.size / (self.last - self.first + 1)

    def cell(self, day: int) -> int:
        """Return the cell of a day; days beyond the stretch are in the first or the last."""
        within = min(max(day, self.first), self.last) - self.first
        return within * self.size // (self.last - self.first + 1)

    def years(self) -> Sequence[Tick]:
        """Return ticks for the round years that fit, at the cells where they begin."""

        def at(year: int) -> int:
            return self.cell(date(year, 1, 1).toordinal())

        first, last = date.fromordinal(self.first), date.fromordinal(self.last)
        starts_a_year = first == first.replace(month=1, day=1)
        opening = first.year if starts_a_year else first.year + 1
        return fitting(_years(opening, last.year, at, _ROUND), self.size, _APART, len)

    def dates(self, apart: float, width: Callable[[str], float], room: float) -> Sequence[Tick]:
        """Return ticks for the finest round days, months or years that fit."""
        choices = (self._labelled(days) for days in self._round())
        return fitting(choices, room, apart, width)

    def _round(self) -> Iterator[Sequence[tuple[int, str]]]:
        """Yield choices of round days, from fine to coarse, each day with the unit of its label."""
        length = self.last - self.first + 1
        if length <= _MANY:
            days = [date.fromordinal(day) for day in range(self.first, self.last + 1)]
            for numbers in _ROUND_DAYS:
                yield [(d.toordinal(), "day") for d in days if not numbers or d.day in numbers]
        first, last = date.fromordinal(self.first), date.fromordinal(self.last)
        if length <= _MANY * 31:
            months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
            for step in _ROUND_MONTHS:
                firsts = (date(m // 12, m % 12 + 1, 1) for m in months if m % step == 0)
                yield [(day.toordinal(), "month") for day in firsts if day >= first]
        years = (_multiples(first.year, last.year, step) for step in _ROUND)
        new_years = ([date(year, 1, 1).toordinal() for year in choice] for choice in years)
        yield from ([(day, "year") for day in days if day >= self.first] for days in new_years)

    def _labelled(self, days: Sequence[tuple[int, str]]) -> list[Tick]:
        """Label days, months or years; a year is written once, and labels January."""
        ticks, last_year = [], ""
        for day, form in days:
            text = date.fromordinal(day).isoformat()
            year, january = text[:4], text[5:7] == "01"
            length = _LENGTHS["year" if form == "month" and january else form]
            words = dates.words(dates.parse(text[:length]), under="" if last_year != year else year)
            ticks.append(Tick(self.at(day), words))
            last_year = year
        return ticks


class YearCells(NamedTuple):
    """Cells of `years` years each, the first of which begins with the year `first`."""

    first: int
    years: int
    size: int

    @property
    def words(self) -> str:
        """How many years a cell covers: "a year", "10 years"."""
        return "a year" if self.years == 1 else f"{self.years} years"

    def cell(self, year: int) -> int:
        """Return the cell of a year."""
        return (year - self.first) // self.years

    def ticks(
        self,
        room: float,
        cell: float = 1,
        apart: float = _APART,
        width: Callable[[str], float] = len,
    ) -> Sequence[Tick]:
        """Return ticks for the round years that fit, or else for the first year.

        Places and the room are in cells, or in pixels if `cell` is the width of one.
        """
        after = self.first + self.years * self.size
        least = width(_YEAR) + apart
        steps = [s for s in _ROUND if s % self.years == 0 and s * cell >= self.years * least]
        years = _years(self.first, after - 1, lambda year: self.cell(year) * cell, steps)
        ticks = fitting(years, room, apart, width)
        return ticks or [Tick(0, dates.spoken_year(f"{max(self.first, 1):04}"))]


def year_cells(years: Iterable[int], room: int) -> YearCells | None:
    """Return the finest cells for years that fit the room, None if there are no years."""
    ends = sorted(years)
    if not ends:
        return None
    first, last = ends[0], ends[-1]
    size = next(size for size in _CELLS if last // size - first // size < room)
    return YearCells(first // size * size, size, last // size - first // size + 1)


def header(ticks: Iterable[Tick]) -> str:
    """Return a line of labels, each starting at the cell of its tick."""
    line = ""
    for tick in ticks:
        line = f"{line:<{int(tick.at)}}{tick.words}"
    return line


def fitting(
    choices: Iterable[Sequence[Tick]], room: float, apart: float, width: Callable[[str], float]
) -> Sequence[Tick]:
    """Return the first choice whose labels do not collide, without labels that exceed the room."""
    within_room = ([t for t in ticks if t.at + width(t.words) <= room] for ticks in choices)
    return next((ticks for ticks in within_room if _stand_apart(ticks, apart, width)), ())


def _stand_apart(ticks: Sequence[Tick], apart: float, width: Callable[[str], float]) -> bool:
    pairs = itertools.pairwise(ticks)
    return all(left.at + width(left.words) + apart <= right.at for left, right in pairs)


def _years(
    first: int, last: int, at: Callable[[int], float], steps: Iterable[int]
) -> Iterator[list[Tick]]:
    """Return, for each step, ticks for the years that are multiples of it."""
    return (
        [Tick(at(y), dates.spoken_year(f"{y:04}")) for y in _multiples(first, last, step)]
        for step in steps
    )


def _multiples(first: int, last: int, step: int) -> Iterator[int]:
    """Return the years from one to another that are multiples of a step; there is no year 0."""
    return filter(None, range(-(-first // step) * step, last + 1, step))
