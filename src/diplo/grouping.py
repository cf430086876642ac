"""Events under headings: those of one year or decade, type, country, and so on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from diplo import dates
from diplo.dates import Period, Window
from diplo.events import Event
from diplo.selection import Match

TIMES = ("year", "decade")
GROUPS = (*TIMES, "type", "country")  # under which a timeline can be put

_KEYS: dict[str, Callable[[Event], Sequence[str]]] = {
    "type": lambda event: [event.type] if event.type else [],
    "country": lambda event: event.countries,
    "actor": lambda event: event.actors,
    "place": lambda event: [event.place] if event.place else [],
    "source": lambda event: list(dict.fromkeys(c.source for c in event.sources)),
}
KINDS = (*TIMES, *_KEYS)  # by which events can be counted


class Group(NamedTuple):
    """Matches under one heading.

    `key` is what scripts read: a year, decade or coarser date in EDTF, a type's or source's id, a
    country's code, a name, "continuing", or None for events that have none of these.
    """

    heading: str
    matches: tuple[Match, ...]
    key: str | None = None
    period: Period | None = None


_Heading = tuple[str, str | None, Period | None]
_CONTINUING: _Heading = ("Continuing", "continuing", None)
_UNDATED: _Heading = ("Undated", None, None)


def group(
    matches: Iterable[Match],
    by: str,
    window: Window | None,
    name: Callable[[str], str] = str,
) -> list[Group]:
    """Put matches under headings, in the order of each heading's first event.

    A date coarser than the unit of time has a heading of its own. A span that began before the
    window stands first, under "Continuing". `name` turns a key into its heading.
    """
    members: dict[_Heading, list[Match]] = {}
    for match in matches:
        for heading in _headings(match.event, by, window, name):
            members.setdefault(heading, []).append(match)
    ordered = sorted(members, key=lambda heading: heading != _CONTINUING)
    return [
        Group(words, tuple(members[words, key, period]), key, period)
        for words, key, period in ordered
    ]


def _headings(
    event: Event, by: str, window: Window | None, name: Callable[[str], str]
) -> Iterator[_Heading]:
    if by in TIMES:
        yield _time_heading(event, by, window)
    else:
        keys = _KEYS[by](event)
        yield from ((name(key), key, None) for key in keys)
        if not keys:
            yield f"No {by}", None, None


def _time_heading(event: Event, unit: str, window: Window | None) -> _Heading:
    if _began_before(event, window):
        return _CONTINUING
    anchor = dates.anchor(event.date)
    if anchor is None:
        return _UNDATED
    period = dates.enclosing(anchor, unit)
    return dates.words(period), period.text, period


def _began_before(event: Event, window: Window | None) -> bool:
    when = event.date
    if window is None or window.first == dates.BEGIN or when.precision != "span":
        return False
    return when.start.precision in dates.NO_DAY or when.start.last < window.first
