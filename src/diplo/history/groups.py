"""Group events under headings, for `--group` and `stats`: by year or decade, type, country."""

import functools
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from diplo.history.parts import Match
from diplo.model import dates
from diplo.model.dates import Edtf, Period
from diplo.model.events import Event, families

TIMES = YEAR, DECADE = ("year", "decade")
GROUPS = (*TIMES, "type", "country")  # under which a timeline can be put

FAMILY = "family"
# The field of an event that holds keys of a kind, and the keys in its value.
_KEYS: dict[str, tuple[str, Callable[[Any], Sequence[str]]]] = {
    "type": ("type", lambda kind: [kind] if kind else []),
    "country": ("countries", lambda codes: codes),
    "actor": ("actors", lambda names: [*dict.fromkeys(names)]),
    "place": ("place", lambda name: [name] if name else []),
    "source": ("sources", lambda cited: [*dict.fromkeys(c.source for c in cited)]),
    FAMILY: ("type", lambda kind: families(kind)[:1] if kind else []),
}
FIELDS = {by: field for by, (field, _) in _KEYS.items()}
KINDS = (*TIMES, *[by for by in _KEYS if by != FAMILY])  # by which events can be counted
_FEW = 3  # events a year, on average; with fewer, decades are better headings


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

    `by` is one of `KINDS`, or `FAMILY`. A date coarser than the unit of time has a heading of its
    own. `name` turns a key into its heading; keys in `without` get none.
    """
    groups: dict[_Heading, list[Match]] = {}
    for match in matches:
        for heading in _headings(match.event, by, name, without):
            groups.setdefault(heading, []).append(match)
    return [Group(words, tuple(own), key, period) for (words, key, period), own in groups.items()]


def chronological(groups: Sequence[Group], *, reverse: bool) -> list[Group]:
    """Return groups in order of time, or the latest first; those without a day are last."""
    dated = [((g.period.first, -g.period.last), g) for g in groups if g.period]
    dated.sort(key=itemgetter(0), reverse=reverse)
    return [*(g for _, g in dated), *(g for g in groups if not g.period)]


def keys_of(event: Event, by: str) -> list[str | None]:
    """Return the keys of an event, by one of `KINDS` other than time; [None] if it has none."""
    return keys_in(getattr(event, FIELDS[by]), by)


def keys_in(value: Any, by: str, required: Collection[str] = ()) -> list[str | None]:  # noqa: ANN401
    """Return the keys in the value of an event's field, by one of `KINDS`.

    None is added if there is no key, or no country other than the `required` ones.
    """
    keys: list[str | None] = [*_KEYS[by][1](value)]
    is_none = {*keys} <= {*(required if by == "country" else ())}
    return [*keys, None] if is_none else keys


def unit_for(matches: Sequence[Match]) -> str:
    """Return the unit of headings that suits matches: years, or decades if years hold few."""
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
    field, keys_of_value = _KEYS[by]
    keys = [key for key in keys_of_value(getattr(event, field)) if key not in without]
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
