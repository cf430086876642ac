"""The numbers of events of each year or decade, or of each kind."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate, chain
from typing import NamedTuple

from diplo.history.groups import DECADE, YEAR, Group, group
from diplo.history.parts import MAY_BELONG, UNDER_WAY, Match, parts
from diplo.history.selection import Query
from diplo.model import dates
from diplo.model.dates import Edtf
from diplo.reports.names import Names
from diplo.terminal.text import fold

ONGOING = "ongoing"  # the key of what was under way
DIGITS = {YEAR: 4, DECADE: 3}  # that a date and its year or decade begin with
COARSER = {YEAR: ("decade", "century"), DECADE: ("century",)}  # than a year, than a decade
_EXACT = ("day", "month", "year")  # what lies in one year
COUNTRY, TYPE = "country", "type"


class Count(NamedTuple):
    """How many events there are under a key, in time order, and how many more may be under it."""

    key: str | None
    matches: Sequence[Match]
    possible: int = 0

    @property
    def first(self) -> str | None:
        """The date of the first event that has one."""
        return next(self._dates(self.matches), None)

    @property
    def last(self) -> str | None:
        """The date of the last event that has one."""
        return next(self._dates(reversed(self.matches)), None)

    @staticmethod
    def _dates(matches: Iterable[Match]) -> Iterator[str]:
        return (match.event.date.text for match in matches if match.event.date.is_dated)


def times(matches: Sequence[Match], by: str) -> list[Count]:
    """Count every year or decade from the first to the last, then what is of none of them."""
    units: dict[int, list[Match]] = {}
    loose: list[Match] = []
    story, under_way, may_belong = parts(matches)
    for match in story:
        unit = _unit(match.event.date, by)
        (loose if unit is None else units.setdefault(unit, [])).append(match)
    loose += may_belong
    loose.sort(key=lambda match: match.event.date.order)
    rows = []
    if units:
        all_units = range(min(units), max(units) + 1)
        more = zip(all_units, _possible(units, loose, all_units, by), strict=True)
        rows = [Count(_key(unit, by), units.get(unit, ()), possible) for unit, possible in more]
    rest = Count(ONGOING, under_way), Count(None, loose)
    return [*rows, *(row for row in rest if row.matches)]


def _unit(when: Edtf, by: str) -> int | None:
    """Return the number of the year or decade that a date is filed under, None where in no one."""
    filed = dates.anchor(when)
    if filed is None or filed.precision in COARSER[by]:
        return None
    return int(filed.text[: DIGITS[by]])


def _key(unit: int, by: str) -> str:
    return f"{unit:0{DIGITS[by]}}".ljust(DIGITS[YEAR], "X")


def _possible(
    units: Mapping[int, Sequence[Match]], loose: Iterable[Match], over: range, by: str
) -> list[int]:
    """Count for each unit how many events may have begun in it beside those that it counts."""
    steps = [0] * (len(over) + 1)  # by how many more there are than in the unit before

    def add(first: int, last: int, number: int) -> None:
        if first <= over[-1] and last >= over[0]:
            steps[max(first - over[0], 0)] += number
            steps[min(last + 1 - over[0], len(over))] -= number

    counted = ((unit, match.event.date) for unit, found in units.items() for match in found)
    for own, when in chain(counted, ((None, match.event.date) for match in loose)):
        start = dates.beginning(when)
        is_exact = start is when.start and start.precision in _EXACT
        if when.start.precision in dates.NO_DAY or (is_exact and own is not None):
            continue
        add(_unit_of_day(start.first, by), _unit_of_day(start.last, by), 1)
        if own is not None:
            add(own, own, -1)
    return list(accumulate(steps[:-1]))


def _unit_of_day(day: int, by: str) -> int:
    year = date.fromordinal(min(max(day, dates.BEGIN + 1), dates.END - 1)).year
    return year if by == YEAR else year // 10


def kinds(matches: Sequence[Match], query: Query, by: str, names: Names) -> list[Count]:
    """Count each kind by its number, then what is of none, then what was under way."""
    counted = matches
    under_way: list[Match] = []
    if query.window:
        counted = [match for match in matches if match.part != UNDER_WAY]
        under_way = parts(matches).under_way
    rows = [
        Count(found.key, _counted(found.matches), len(parts(found.matches).may_belong))
        for found in ranked(group(counted, by, naming(by, names)))
    ]
    return [*rows, *([Count(ONGOING, under_way)] if under_way else ())]


def ranked(groups: Iterable[Group]) -> list[Group]:
    """Sort groups by the number of their events; what has no key comes last."""
    return sorted(
        groups,
        key=lambda found: (found.key is None, -len(_counted(found.matches)), fold(found.heading)),
    )


def _counted(matches: Iterable[Match]) -> list[Match]:
    return [match for match in matches if match.part != MAY_BELONG]


def naming(by: str, names: Names) -> Callable[[str], str]:
    """Return what turns the keys of a kind into names."""
    named = {TYPE: names.type, COUNTRY: names.countries.name, "source": names.source_title}
    return named.get(by, str)
