"""Events under headings, for `--group` and `stats`: of one year or decade, type, country."""

import functools
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from diplo.history.parts import Match
from diplo.model import dates
from diplo.model.dates import Edtf, Period
from diplo.model.events import Event, families

TIMES = YEAR, DECADE = ("year", "decade")
GROUPS = (*TIMES, "type", "country")  # under which a timeline can be put

_KEYS: dict[str, Callable[[Event], Sequence[str]]] = {
    "type": lambda event: [event.type] if event.type else [],
    "country": lambda event: event.countries,
    "actor": lambda event: list(dict.fromkeys(event.actors)),
    "place": lambda event: [event.place] if event.place else [],
    "source": lambda event: list(dict.fromkeys(c.source for c in event.sources)),
}
KINDS = (*TIMES, *_KEYS)  # by which events can be counted
FAMILY = "family"
_KEYS[FAMILY] = lambda event: families(event.type)[:1] if event.type else []
_FEW = 3  # events of a year, on average, under which decades are the better headings


class Group(NamedTuple):
    """Matches under one heading.

    `key` is what scripts read: a year, decade or coarser date in EDTF, a type's or source's id, a
    country's code, a name, or None for events that have none of these.
    """

    heading: str
    matches: tuple[Match, ...]
    key: str | None = None
    period: Period | None = None


_Heading = tuple[str, str | None, Period | None]
_UNDATED: _Heading = ("No known day", None, None)


def group(
    matches: Iterable[Match],
    by: str,
    name: Callable[[str], str] = str,
    without: Collection[str] = (),
) -> list[Group]:
    """Put matches under headings, in the order of each heading's first event.

    They go by one of `KINDS`, or by the family of their type. A date coarser than the unit of
    time has a heading of its own. `name` turns a key into its heading; keys `without` one are
    passed over.
    """
    members: dict[_Heading, list[Match]] = {}
    for match in matches:
        for heading in _headings(match.event, by, name, without):
            members.setdefault(heading, []).append(match)
    return [
        Group(words, tuple(found), key, period) for (words, key, period), found in members.items()
    ]


def keys_of(event: Event, by: str, asked: Collection[str] = ()) -> list[str | None]:
    """Return the keys of an event, by one of `KINDS` that is no time.

    None is one of an event that has no key, or no country but those that were `asked` for.
    """
    keys: list[str | None] = [*_KEYS[by](event)]
    return [*keys, *([None] if {*keys} <= {*(asked if by == "country" else ())} else [])]


def unit_for(matches: Sequence[Match]) -> str:
    """Return the unit of headings that suits matches: years, or decades where those hold few."""
    years, decades = (
        len({_time_heading(match.event.date, unit) for match in matches}) for unit in (YEAR, DECADE)
    )
    return DECADE if decades < years and len(matches) < _FEW * years else YEAR


def _headings(
    event: Event, by: str, name: Callable[[str], str], without: Collection[str]
) -> Iterator[_Heading]:
    if by in TIMES:
        yield _time_heading(event.date, by)
        return
    keys = [key for key in _KEYS[by](event) if key not in without]
    yield from ((name(key), key, None) for key in keys)
    if not keys:
        yield f"No {'type' if by == FAMILY else by}", None, None


@functools.lru_cache(maxsize=2**16)  # many events share few dates
def _time_heading(when: Edtf, unit: str) -> _Heading:
    anchor = dates.anchor(when)
    if anchor is None:
        return _UNDATED
    period = dates.enclosing(anchor, unit)
    return dates.words(period), period.text, period
