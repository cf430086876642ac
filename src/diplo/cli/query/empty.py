"""Explain empty answers: which part of a query excludes all events, and what would match."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from diplo.cli.options.files import Files
from diplo.cli.query import spellings
from diplo.history import arrangement
from diplo.history.filters import PartySet
from diplo.history.parts import Match
from diplo.history.selection import Matcher, Query
from diplo.model.events import Event
from diplo.reports import Names
from diplo.terminal.shell import echoed
from diplo.terminal.text import plural, series

_RANGE, _PARTIES = "the range", "the countries"
_OF_TYPES = {"types": "--type", "excluded_types": "--except", "sources": "--source"}
_OF_TEXTS = {"actors": "--actor", "places": "--place", "search": "-q"}
# The texts of an event that these options look in, besides the names of countries.
_TOLD: Mapping[str, Callable[[Event], Iterable[str]]] = {
    "actors": lambda event: event.actors,
    "places": lambda event: filter(None, [event.place]),
    "search": lambda event: filter(None, (event.title, event.summary, event.place, *event.actors)),
}
_FLAGS = {"certain": "--certain", "began": "--began"}
_UNASKED = Query._field_defaults
_ALL_OF = {2: "both", 3: "all three"}

Parts = Mapping[str, Sequence[str]]  # labels of the parts of a query, with their fields


def nearest(query: Query, name_of: Callable[[str], str], events: Iterable[Event]) -> list[Match]:
    """Return the events nearest to the range of a query, from those that match outside it."""
    if query.window is None:
        return []
    inside, anywhere = (Matcher(each, name_of) for each in (query, query._replace(window=None)))
    outside = (event for event in events if inside(event) is None)
    return arrangement.nearest(filter(None, map(anywhere, outside)), query.window)


def joined(what: str, many: int, count: int) -> str:
    """Return the message that nothing concerns all parties, with how many concern any of them."""
    if not count:
        return ""
    either, between = ("either", "a comma") if many == 2 else ("any", "commas")  # noqa: PLR2004
    concern = "concerns" if count == 1 else "concern"
    said = f"no {what} concerns {_ALL_OF.get(many, f'all {many}')}; with {between} between them"
    return f"{said} {count} {concern} {either}"


def why(query: Query, names: Names, files: Files, *, quiet: bool, near: bool) -> tuple[str, ...]:
    """Return a note on why nothing matches a query, if there is more to say.

    If `quiet`, it has been said that no event concerns some country; if `near`, the events nearest
    to the range are shown.
    """
    parts = _parts(query)
    if not parts or (quiet and len(parts) == 1):
        return ()
    if not files.are_small:
        return (_unread([*parts]),)
    said = _Why(query, parts, names, files.load().events).said(quiet=quiet, near=near)
    return (said,) if said else ()


def _parts(query: Query) -> Parts:
    """Return the parts of a query that exclude events."""
    given = {_PARTIES: ("countries", "parties"), _RANGE: ("window",)}
    for field, option in _OF_TYPES.items():
        given[f"{option} {echoed(','.join(getattr(query, field)))}"] = (field,)
    for field, option in _OF_TEXTS.items():
        label = " ".join(f"{option} {echoed(value)}" for value in getattr(query, field))
        given[label or option] = (field,)
    given |= {option: (field,) for field, option in _FLAGS.items()}
    return {k: fields for k, fields in given.items() if any(getattr(query, f) for f in fields)}


def _unread(labels: Sequence[str]) -> str:
    if len(labels) == 1:
        return f"no event matches {labels[0]}"
    return f"no event matches {series(labels, 'and')} together; leave one out"


class _Why:
    """Counts the events that match parts of a query."""

    def __init__(self, query: Query, parts: Parts, names: Names, events: Sequence[Event]) -> None:
        self._query = query
        self._parts = parts
        self._countries = names.countries
        self._name_of = self._countries.name
        self._events = events

    def said(self, *, quiet: bool, near: bool) -> str:
        if near and nearest(self._query, self._name_of, self._events):
            return ""
        labels = [*self._parts]
        dead = [one for one in labels if not self._count(*(each for each in labels if each != one))]
        if _PARTIES in dead:
            if quiet:
                return ""
            if said := self._joined():
                return said
        if dead:
            if spelt := self._spelt(dead):
                return f"no event matches {dead[0]}; {spelt}"
            them = "it" if len(dead) == 1 and dead != [_PARTIES] else "them"
            left = _matching(self._count(*dead))
            return f"no event matches {series(dead, 'or')}; without {them} {left}"
        return _rescued({label: n for label in labels if (n := self._count(label))}, labels)

    def _joined(self) -> str:
        """Return the message that no event concerns all parties, with how many concern any."""
        each = (*self._query.countries, *self._query.parties)
        if len(each) == 1:
            return ""
        codes = frozenset().union(*self._query.countries)
        alone = tuple(PartySet(frozenset({code})) for code in sorted(codes))
        any_of = (*alone, *chain.from_iterable(self._query.parties))
        return joined("event", len(each), self._matched(self._query.concerning([any_of])))

    def _spelt(self, dead: Sequence[str]) -> str:
        """Return what a text finds in another spelling, if it is what excludes all events."""
        fields = [*chain.from_iterable(self._parts[label] for label in dead)]
        if len(fields) > 1 or fields[0] not in _OF_TEXTS:
            return ""
        field = fields[0]
        typed, *others = getattr(self._query, field)
        if others:
            return ""
        told = chain.from_iterable(map(_TOLD[field], self._events))
        for text in chain(spellings.variants(typed), spellings.corrected(typed, told)):
            asked: dict[str, Any] = {field: (text,)}
            if count := self._matched(self._query._replace(**asked)):
                return f"{_OF_TEXTS[field]} {echoed(text)} finds {plural(count, 'event')}"
        return self._as_country(typed) if field == "search" else ""

    def _as_country(self, text: str) -> str:
        """Return how many events concern the country that a text names, by whatever name."""
        codes = self._countries.candidates(text)
        others = self._query._replace(search=())
        count = self._matched(others._replace(countries=(*others.countries, codes))) if codes else 0
        return f"as a country, {echoed(text)} finds {plural(count, 'event')}" if count else ""

    def _count(self, *without: str) -> int:
        """Return the number of events that match without some parts."""
        fields = [field for label in without for field in self._parts[label]]
        return self._matched(self._query._replace(**{f: _UNASKED[f] for f in fields}))

    def _matched(self, query: Query) -> int:
        matcher = Matcher(query, self._name_of)
        return sum(matcher(event) is not None for event in self._events)


def _rescued(helpful: dict[str, int], labels: Sequence[str]) -> str:
    if not helpful:
        return f"no event matches {series(labels, 'and')} together; leave out two of them or more"
    first, *others = helpful.items()
    said = [f"without {first[0]} {_matching(first[1])}", *(f"without {k} {n}" for k, n in others)]
    return f"no event matches all of this; {', '.join(said)}"


def _matching(count: int) -> str:
    if not count:
        return "none matches either"
    return f"{plural(count, 'event')} {'matches' if count == 1 else 'match'}"
