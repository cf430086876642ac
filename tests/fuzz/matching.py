"""Fuzzing the match of dates against every day of a small calendar."""

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from diplo.model import dates
from diplo.model.dates import Window

_FIRST, _LAST = date(2001, 1, 1), date(2004, 12, 31)
_PERIODS = (
    "2002",
    "2003",
    "2002-02",
    "2002-12",
    "2003-05",
    "2002-02-28",
    "2003-01-01",
    "2003-12-31",
)


class Given(NamedTuple):
    """A moment's date, and a window."""

    text: str
    first: date
    last: date


def any_window(random: Random) -> Given:
    """Return a moment, or a set of days of which one is it, and a window about it."""
    one, other = sorted(random.sample(_PERIODS, 2))
    text = random.choice((one, one, f"[{one[:4]}..{other}]", f"{one}?"))
    days = (_LAST - _FIRST).days
    first, last = sorted(_FIRST + timedelta(random.randint(0, days)) for _ in range(2))
    return Given(text, first, last)


def check(given: Given) -> None:
    """Compare with what holds on each day on which the moment may have been."""
    read = dates.parse(given.text)
    window = Window(given.first.toordinal(), given.last.toordinal())
    days = range(read.start.first, read.end.last + 1)
    inside = [window.first <= day <= window.last for day in days]
    expected = None
    if any(inside):
        expected = "certain" if all(inside) and "?" not in given.text else "possible"
    found = dates.match(read, window)
    assert found == expected, (found, expected)
