"""Choosing and ordering events, and the parts of a timeline: pure functions on events."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from diplo import dates
from diplo.dates import Edtf, Window
from diplo.events import Event, in_family
from diplo.text import fold

Filter = Callable[[Event], bool]

STORY, UNDER_WAY, MAY_BELONG = "story", "under way", "may belong"
PARTS = (STORY, UNDER_WAY, MAY_BELONG)

_SORT_KEYS: dict[str, Callable[[Event], tuple[str, ...]]] = {
    "country": lambda event: event.countries,
    "type": lambda event: (event.type or "",),
    "title": lambda event: (fold(event.title),),
    "id": lambda event: (event.id,),
}
BY_STORY, BY_DATE = "story", "date"
SORTS = (BY_STORY, BY_DATE, *_SORT_KEYS)


class Query(NamedTuple):
    """What was asked. Each part that is given must hold; within a part, any one value will do."""

    countries: tuple[frozenset[str], ...] = ()  # all of these, any code of each
    window: Window | None = None
    types: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    certain: bool = False
    began: bool = False  # only what began in the window, at its word


class Match(NamedTuple):
    """An event that was asked for: how its date matches the window, and which part it is of."""

    event: Event
    match: str = dates.CERTAIN
    part: str = STORY


class Matcher:
    """Says whether and how events match a query."""

    def __init__(self, query: Query) -> None:
        """Take the query."""
        self._query = query
        self._filters = [
            *(concerns(codes) for codes in query.countries),
            *_if_asked(of_type, query.types),
            *_if_asked(with_actor, query.actors),
            *_if_asked(at_place, query.places),
            *_if_asked(told_by, query.sources),
            *_if_asked(holds_phrase, query.search),
        ]
        sure = (dates.CERTAIN, dates.ONGOING)
        self._accepted = sure if query.certain else (*sure, dates.POSSIBLE)
        self._parts = (STORY,) if query.began else PARTS

    def __call__(self, event: Event) -> Match | None:
        """Return the match of an event, None where it does not match."""
        if not all(keeps(event) for keeps in self._filters):
            return None
        match, part = self._placed(event.date)
        return Match(event, match, part) if match else None

    @property
    def countries(self) -> Sequence[frozenset[str]]:
        """Groups of codes; an event that matches concerns a country of each."""
        return self._query.countries

    def may_fall(self, when: Edtf) -> bool:
        """Say whether an event of this date may match."""
        return self._placed(when)[0] is not None

    def _placed(self, when: Edtf) -> tuple[str | None, str]:
        """Return how a date matches, None where it does not, and the part that it is of."""
        window, plain = self._query.window, when.plain
        match = dates.match(when, window)
        part = part_of(when, window) if window is None or plain is not when else _part(match)
        return match if match in self._accepted and part in self._parts else None, part


def concerns(codes: frozenset[str]) -> Filter:
    """Keep events that concern any of these countries."""
    return lambda event: not codes.isdisjoint(event.countries)


def of_type(families: Sequence[str]) -> Filter:
    """Keep events of any of these types, a family standing for its members."""
    return lambda event: any(in_family(event.type, family) for family in families)


def with_actor(names: Sequence[str]) -> Filter:
    """Keep events with an actor whose name holds any of these texts."""
    parts = [fold(name) for name in names]
    return lambda event: any(part in fold(actor) for actor in event.actors for part in parts)


def at_place(names: Sequence[str]) -> Filter:
    """Keep events at a place whose name holds any of these texts."""
    parts = [fold(name) for name in names]
    return lambda event: any(part in fold(event.place or "") for part in parts)


def told_by(ids: Sequence[str]) -> Filter:
    """Keep events that any of these sources tells."""
    return lambda event: any(citation.source in ids for citation in event.sources)


def holds_phrase(texts: Sequence[str]) -> Filter:
    """Keep events with any of these phrases in the title, the summary, an actor or the place."""
    phrases = [fold(text) for text in texts]

    def keeps(event: Event) -> bool:
        fields = (event.title, event.summary or "", *event.actors, event.place or "")
        return any(phrase in fold(field) for field in fields for phrase in phrases)

    return keeps


def _if_asked(make: Callable[[Sequence[str]], Filter], values: Sequence[str]) -> list[Filter]:
    return [make(values)] if values else []


def part_of(when: Edtf, window: Window | None) -> str:
    """Return the part of a timeline that a date is of, taken at its word.

    What is certain in the window and began in it is the story, what was ongoing there under way;
    all else may belong. With no window all is story that has a day.
    """
    if window is None:
        return STORY if when.is_dated else UNDER_WAY
    return _part(dates.match(when.plain, window))


def _part(at_its_word: str | None) -> str:
    return {dates.CERTAIN: STORY, dates.ONGOING: UNDER_WAY}.get(at_its_word or "", MAY_BELONG)


def arrange(
    matches: Iterable[Match],
    sort: str = BY_STORY,
    *,
    reverse: bool = False,
    limit: int | None = None,
) -> list[Match]:
    """Sort matches, which come in the order of their files, turn them round, keep the first.

    The story is told part by part, and turned round within each; ties go by date. What has no
    day is last either way.
    """
    ordered = sorted(matches, key=lambda match: match.event.date.order)
    if sort == BY_STORY:
        told = [_turned([m for m in ordered if m.part == part], reverse) for part in PARTS]
        ordered = [match for part in told for match in part]
    elif sort == BY_DATE:
        ordered = _turned(ordered, reverse)
    else:
        key = _SORT_KEYS[sort]
        ordered.sort(key=lambda match: key(match.event))
        if reverse:
            ordered.reverse()
    return ordered[:limit]


def nearest(matches: Iterable[Match], window: Window) -> list[Match]:
    """Return the last event that begins before a window and the first that begins after it."""
    dated = [match for match in arrange(matches, BY_DATE) if match.event.date.is_dated]
    before = [match for match in dated if match.event.date.order[0] < window.first]
    after = [match for match in dated if match.event.date.order[0] > window.last]
    return [*before[-1:], *after[:1]]


def _turned(ordered: list[Match], reverse: bool) -> list[Match]:  # noqa: FBT001
    """Turn matches round, where that is asked for, but for those without a day."""
    if not reverse:
        return ordered
    dated = [match for match in ordered if match.event.date.is_dated]
    return [*reversed(dated), *ordered[len(dated) :]]
