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
_TEXTS: Mapping[str, Callable[[Event], Iterable[str]]] = {
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
    inside, anywhere = Matcher(query, name_of), Matcher(query._replace(window=None), name_of)
    outside = (event for event in events if inside(event) is None)
    return arrangement.nearest(filter(None, map(anywhere, outside)), query.window)


def none_concerns_all(noun: str, number: int, count: int) -> str:
    """Return the message that nothing concerns all parties, with how many concern any of them."""
    if not count:
        return ""
    either, between = ("either", "a comma") if number == 2 else ("any", "commas")  # noqa: PLR2004
    concern = "concerns" if count == 1 else "concern"
    message = (
        f"no {noun} concerns {_ALL_OF.get(number, f'all {number}')}; with {between} between them"
    )
    return f"{message} {count} {concern} {either}"


def why(query: Query, names: Names, files: Files, *, quiet: bool, near: bool) -> tuple[str, ...]:
    """Return a note on why nothing matches a query, if there is more to say.

    If `quiet`, it has been said that no event concerns some country; if `near`, the events nearest
    to the range are shown.
    """
    parts = _parts(query)
    if not parts or (quiet and len(parts) == 1):
        return ()
    if not files.are_small:
        return (_uncounted_message([*parts]),)
    message = _Explanation(query, parts, names, files.load().events).message(quiet=quiet, near=near)
    return (message,) if message else ()


def _parts(query: Query) -> Parts:
    """Return the parts of a query that exclude events."""
    parts = {_PARTIES: ("countries", "parties"), _RANGE: ("window",)}
    for field, option in _OF_TYPES.items():
        parts[f"{option} {echoed(','.join(getattr(query, field)))}"] = (field,)
    for field, option in _OF_TEXTS.items():
        label = " ".join(f"{option} {echoed(value)}" for value in getattr(query, field))
        parts[label or option] = (field,)
    parts |= {option: (field,) for field, option in _FLAGS.items()}
    return {k: fields for k, fields in parts.items() if any(getattr(query, f) for f in fields)}


def _uncounted_message(labels: Sequence[str]) -> str:
    if len(labels) == 1:
        return f"no event matches {labels[0]}"
    return f"no event matches {series(labels, 'and')} together; leave one out"


class _Explanation:
    """Counts the events that match parts of a query."""

    def __init__(self, query: Query, parts: Parts, names: Names, events: Sequence[Event]) -> None:
        self._query = query
        self._parts = parts
        self._countries = names.countries
        self._name_of = self._countries.name
        self._events = events

    def message(self, *, quiet: bool, near: bool) -> str:
        if near and nearest(self._query, self._name_of, self._events):
            return ""
        labels = [*self._parts]
        excluding = [label for label in labels if not self._count_alone(label)]
        if _PARTIES in excluding:
            if quiet:
                return ""
            if message := self._none_for_all():
                return message
        if excluding:
            if spelt := self._respelt(excluding):
                return f"no event matches {excluding[0]}; {spelt}"
            them = "it" if len(excluding) == 1 and excluding != [_PARTIES] else "them"
            rest = _count_in_words(self._count(*excluding))
            return f"no event matches {series(excluding, 'or')}; without {them} {rest}"
        return _message_without_one(
            {label: n for label in labels if (n := self._count(label))}, labels
        )

    def _none_for_all(self) -> str:
        """Return the message that no event concerns all parties, with how many concern any."""
        parties = (*self._query.countries, *self._query.parties)
        if len(parties) == 1:
            return ""
        codes = frozenset().union(*self._query.countries)
        single = tuple(PartySet(frozenset({code})) for code in sorted(codes))
        any_of = (*single, *chain.from_iterable(self._query.parties))
        return none_concerns_all(
            "event", len(parties), self._total(self._query.concerning([any_of]))
        )

    def _respelt(self, excluding: Sequence[str]) -> str:
        """Return what a text finds in another spelling, if it is what excludes all events."""
        fields = [*chain.from_iterable(self._parts[label] for label in excluding)]
        if len(fields) > 1 or fields[0] not in _OF_TEXTS:
            return ""
        field = fields[0]
        typed, *others = getattr(self._query, field)
        if others:
            return ""
        texts = chain.from_iterable(map(_TEXTS[field], self._events))
        for text in chain(spellings.variants(typed), spellings.corrected(typed, texts)):
            respelt: dict[str, Any] = {field: (text,)}
            if count := self._total(self._query._replace(**respelt)):
                return f"{_OF_TEXTS[field]} {echoed(text)} finds {plural(count, 'event')}"
        return self._as_country(typed) if field == "search" else ""

    def _as_country(self, text: str) -> str:
        """Return how many events concern the country that a text names, by whatever name."""
        codes = self._countries.candidates(text)
        others = self._query._replace(search=())
        count = self._total(others._replace(countries=(*others.countries, codes))) if codes else 0
        return f"as a country, {echoed(text)} finds {plural(count, 'event')}" if count else ""

    def _count(self, *without: str) -> int:
        """Return the number of events that match without some parts."""
        fields = [field for label in without for field in self._parts[label]]
        return self._total(self._query._replace(**{f: _UNASKED[f] for f in fields}))

    def _count_alone(self, label: str) -> int:
        """Return the number of events that match one part."""
        return self._count(*(other for other in self._parts if other != label))

    def _total(self, query: Query) -> int:
        matcher = Matcher(query, self._name_of)
        return sum(matcher(event) is not None for event in self._events)


def _message_without_one(helpful: dict[str, int], labels: Sequence[str]) -> str:
    if not helpful:
        return f"no event matches {series(labels, 'and')} together; leave out two of them or more"
    first, *others = helpful.items()
    ways = [
        f"without {first[0]} {_count_in_words(first[1])}",
        *(f"without {k} {n}" for k, n in others),
    ]
    return f"no event matches all of this; {', '.join(ways)}"


def _count_in_words(count: int) -> str:
    if not count:
        return "none matches either"
    return f"{plural(count, 'event')} {'matches' if count == 1 else 'match'}"
