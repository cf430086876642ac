"""Choosing and ordering events: pure functions on events."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from diplo import dates
from diplo.dates import Edtf, Window
from diplo.events import Event, in_family
from diplo.text import fold

Filter = Callable[[Event], bool]

_SORT_KEYS: dict[str, Callable[[Event], tuple[str, ...]]] = {
    "date": lambda _: (),
    "country": lambda event: event.countries,
    "type": lambda event: (event.type or "",),
    "title": lambda event: (fold(event.title),),
    "id": lambda event: (event.id,),
}
SORTS = tuple(_SORT_KEYS)


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


class Match(NamedTuple):
    """An event that was asked for, and whether its date is certain or only possible there."""

    event: Event
    match: str


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
        self._accepted = (dates.CERTAIN,) if query.certain else (dates.CERTAIN, dates.POSSIBLE)

    def __call__(self, event: Event) -> Match | None:
        """Return the match of an event, None where it does not match."""
        if not all(keeps(event) for keeps in self._filters):
            return None
        match = dates.match(event.date, self._query.window)
        return Match(event, match) if match and match in self._accepted else None

    @property
    def countries(self) -> Sequence[frozenset[str]]:
        """Groups of codes; an event that matches concerns a country of each."""
        return self._query.countries

    def may_fall(self, when: Edtf) -> bool:
        """Say whether an event of this date may match."""
        return dates.match(when, self._query.window) in self._accepted


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


def arrange(
    matches: Iterable[Match],
    sort: str = "date",
    *,
    reverse: bool = False,
    limit: int | None = None,
) -> list[Match]:
    """Sort matches (ties in the order of dates), turn the whole order round, keep the first."""
    key = _SORT_KEYS[sort]
    ordered = sorted(matches, key=lambda match: (key(match.event), match.event.order))
    if reverse:
        ordered.reverse()
    return ordered[:limit]
