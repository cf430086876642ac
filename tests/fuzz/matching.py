"""Fuzzing the match and the order of dates against every day of a small calendar."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from diplo.history.arrangement import BY_DATE, arrange
from diplo.history.parts import Match
from diplo.model import dates
from diplo.model.dates import Window
from diplo.model.events import Event
from tests.fuzz import days
from tests.fuzz.days import BEFORE, BEYOND, UNKNOWN, Days, Meaning

_FIRST, _LAST = date(2002, 11, 1).toordinal(), date(2003, 2, 28).toordinal()  # all days are paired


class Given(NamedTuple):
    """A date, and a window, either end of which may be open."""

    when: Meaning
    first: int
    last: int


def any_window(random: Random) -> Given:
    """Return a date and a window about it."""
    first, last = sorted(random.randint(_FIRST, _LAST) for _ in range(2))
    ends = random.choice(((first, last), (first, last), (first, BEYOND), (BEFORE, last)))
    return Given(days.any_date(random), *ends)


def check(given: Given) -> None:
    """Compare with what holds of each pair of days on which it may have begun and ended."""
    when, first, last = given
    pairs = [
        (one, other)
        for one in _all(when.start)
        for other in _all(when.end)
        if (one <= other if when.is_span else one == other)
    ]
    inside = [first <= other and one <= last for one, other in pairs]
    expected = None
    if any(inside):
        expected = "certain" if all(inside) else "possible"
    if expected == "certain" and (when.start.doubted or when.end.doubted):
        expected = "possible"
    before = when.start == UNKNOWN or all(one < first for one, _ in pairs)
    if expected == "certain" and when.is_span and first != BEFORE and before:
        expected = "ongoing"
    found = dates.match(dates.parse(when.text), Window(first, last))
    assert found == expected, (found, expected)


def _all(end: Days) -> range:
    """Return the days of an end; one before those that are paired stands for all, one after too."""
    first, last = (min(max(day, _FIRST - 1), _LAST + 1) for day in (end.near_first, end.near_last))
    return range(first, last + 1)


def any_dates(random: Random) -> list[Meaning]:
    """Return some dates, of which several may begin together."""
    return [days.any_date(random) for _ in range(random.randint(2, 6))]


def check_order(given: Sequence[Meaning]) -> None:
    """Sort events, and look whether any stands before one that should stand before it."""
    events = [Event(str(n), dates.parse(when.text), "T", ("NOR",)) for n, when in enumerate(given)]
    found = [int(match.event.id) for match in arrange(map(Match, events), BY_DATE)]
    for at, later in enumerate(found):
        for earlier in found[:at]:
            assert given[earlier].place(earlier) < given[later].place(later), found
    turned = [int(m.event.id) for m in arrange(map(Match, events), BY_DATE, reverse=True)]
    dated = [number for number in found if given[number].text != "/.."]
    assert turned == [*dated[::-1], *found[len(dated) :]], turned
