"""The numbers of events of each year or decade, or of each kind."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate, chain
from typing import NamedTuple

from diplo.history.arrangement import sort_key
from diplo.history.groups import DECADE, YEAR
from diplo.history.parts import MAY_BELONG, STORY, UNDER_WAY, part_of
from diplo.history.selection import Query
from diplo.model import dates
from diplo.model.dates import Edtf, Window
from diplo.model.events import Tallies, Tally
from diplo.reports.names import Names
from diplo.terminal.text import fold

DIGITS = {YEAR: 4, DECADE: 3}  # that dates of one year or decade share
COARSER = {YEAR: ("decade", "century"), DECADE: ("century",)}  # than a year, than a decade
COUNTRY, TYPE = "country", "type"


class Count(NamedTuple):
    """How many events belong to a key, and how many more may belong to it.

    `first` and `last` are the dates of the first and the last event that has a known day.
    """

    key: str | None
    number: int = 0
    possible: int = 0
    first: str | None = None
    last: str | None = None


def by_part(dated: Iterable[Tally], window: Window | None) -> Mapping[str, int]:
    """Return how many events each part has."""
    numbers: Counter[str] = Counter()
    for tally in dated:
        numbers[part_of(tally.first, window)] += tally.number
    return numbers


def by_key(
    keyed: Iterable[Tally], key_of: Callable[[str | None], str | None] = lambda key: key
) -> dict[str | None, list[Tally]]:
    """Group tallies by their keys, or by what `key_of` makes of these."""
    groups: dict[str | None, list[Tally]] = {}
    for tally in keyed:
        groups.setdefault(key_of(tally.key), []).append(tally)
    return groups


def total(tallies: Iterable[Tally]) -> int:
    """Return how many events there are."""
    return sum(tally.number for tally in tallies)


def count_times(dated: Iterable[Tally], window: Window | None, by: str) -> list[Count]:
    """Count each year or decade from first to last, then what was under way, then the rest."""
    units: dict[int, list[Tally]] = {}
    loose: list[Tally] = []
    under_way: list[Tally] = []
    for tally in dated:
        part, unit = part_of(tally.first, window), _unit(tally.first, by)
        if part == UNDER_WAY:
            under_way.append(tally)
        elif part == STORY and unit is not None:
            units.setdefault(unit, []).append(tally)
        else:
            loose.append(tally)
    rows = []
    if units:
        all_units = range(min(units), max(units) + 1)
        counted = zip(all_units, _possible_counts(units, loose, all_units, by), strict=True)
        rows = [_count(_key(unit, by), units.get(unit, ()), possible) for unit, possible in counted]
    last_rows = _count(dates.ONGOING, under_way), _count(None, loose)
    return [*rows, *(row for row in last_rows if row.number)]


def _unit(when: Edtf, by: str) -> int | None:
    filed = dates.anchor(when)
    if filed is None or filed.precision in COARSER[by]:
        return None
    return int(filed.text[: DIGITS[by]])


def _key(unit: int, by: str) -> str:
    return f"{unit:0{DIGITS[by]}}".ljust(DIGITS[YEAR], "X")


def _count(key: str | None, tallies: Sequence[Tally], possible: int = 0) -> Count:
    """Return the count of a key; dates that begin alike are ordered by their texts."""
    dated = [tally for tally in tallies if tally.first.is_dated]
    first = min((tally.first for tally in dated), key=sort_key, default=None)
    last = max((tally.last for tally in dated), key=sort_key, default=None)
    return Count(key, total(tallies), possible, first and first.text, last and last.text)


def _possible_counts(
    units: Mapping[int, Sequence[Tally]], loose: Iterable[Tally], over: range, by: str
) -> list[int]:
    """Count, for each unit, the events that may have begun in it beside those that it counts."""
    steps = [0] * (len(over) + 1)  # differences from the unit before

    def add(first: int, last: int, number: int) -> None:
        if first <= over[-1] and last >= over[0]:
            steps[max(first - over[0], 0)] += number
            steps[min(last + 1 - over[0], len(over))] -= number

    counted = ((unit, tally) for unit, tallies in units.items() for tally in tallies)
    for own, (_, number, when, _) in chain(counted, ((None, tally) for tally in loose)):
        is_sure = own is not None and when.precision == "day" and not when.is_qualified
        if is_sure or when.start.precision in dates.NO_DAY:
            continue
        start = dates.beginning(when)
        add(_unit_of_day(start.first, by), _unit_of_day(start.last, by), number)
        if own is not None:
            add(own, own, -number)
    return list(accumulate(steps[:-1]))


def _unit_of_day(day: int, by: str) -> int:
    year = date.fromordinal(min(max(day, dates.BEGIN + 1), dates.END - 1)).year
    return year if by == YEAR else year // 10


def count_kinds(counts: Tallies, query: Query, by: str, names: Names) -> list[Count]:
    """Count each kind, the most frequent first, then events of no kind, then those under way."""
    window = query.window

    def is_beside(tally: Tally) -> bool:
        return window is not None and part_of(tally.first, window) == UNDER_WAY

    rows = []
    for key, tallies in by_key(tally for tally in counts.keyed if not is_beside(tally)).items():
        if key is not None or by != COUNTRY:  # having no other country is not a kind
            sure = [tally for tally in tallies if part_of(tally.first, window) != MAY_BELONG]
            rows.append(_count(key, sure, total(tallies) - total(sure)))
    rows.sort(key=lambda row: rank(row.key, row.number, name_function(by, names)))
    under_way = list(filter(is_beside, counts.dated))
    return [*rows, *([_count(dates.ONGOING, under_way)] if under_way else ())]


def rank(key: str | None, number: int, name: Callable[[str], str]) -> tuple[bool, int, str, str]:
    """Return a sort key for kinds: most events first, then by name; what has no key comes last."""
    return key is None, -number, fold(name(key)) if key else "", key or ""


def name_function(by: str, names: Names) -> Callable[[str], str]:
    """Return a function that turns the keys of a kind into names."""
    functions = {TYPE: names.type, COUNTRY: names.countries.name, "source": names.source_title}
    return functions.get(by, str)
