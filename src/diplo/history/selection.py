"""Queries: what is asked of a timeline, and which events match it, certainly or possibly."""

import functools
from collections.abc import Callable, Iterable
from itertools import chain
from typing import NamedTuple

from diplo.history.filters import (
    Alternatives,
    NameOf,
    PartySet,
    at_place,
    cites,
    concerns_any,
    holds_words,
    with_actor,
)
from diplo.history.parts import PARTS, STORY, Match, part_of
from diplo.model import dates
from diplo.model.dates import Edtf, Window
from diplo.model.events import Columns, Event, in_family
from diplo.reading.keeping import Sifting

# The fields of a query that look at nothing but the date, countries and type of an event.
_OF_COLUMNS = {"countries", "window", "types", "excluded_types", "certain", "began"}


class Query(NamedTuple):
    """What is asked. Each field that is given must hold; any one of its values will do."""

    countries: tuple[frozenset[str], ...] = ()  # all of these, any code of each
    window: Window | None = None
    types: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    certain: bool = False
    began: bool = False  # only what began in the window, without its qualifiers
    parties: tuple[Alternatives, ...] = ()  # all of these, where codes alone are not enough
    excluded_types: tuple[str, ...] = ()  # none of these types

    @property
    def is_of_columns(self) -> bool:
        """Whether an event's date, countries and type are enough to answer it."""
        fields = {key for key, value in self._asdict().items() if value}
        return fields <= _OF_COLUMNS

    def concerning(self, arguments: Iterable[Alternatives]) -> "Query":
        """Return the query for events that concern every party, by any of its alternatives."""
        clauses: list[frozenset[str]] = []
        parties: list[Alternatives] = []
        for alternatives in arguments:
            if all(len(party.codes) == 1 and not party.names for party in alternatives):
                clauses.append(frozenset(chain.from_iterable(p.codes for p in alternatives)))
            elif len(alternatives) == 1:
                ((codes, names),) = alternatives
                clauses += (frozenset({code}) for code in sorted(codes))
                parties += ((PartySet(names=frozenset({name})),) for name in sorted(names))
            else:
                parties.append(alternatives)
        return self._replace(countries=tuple(clauses), parties=tuple(parties))


def has_effects(event: Event) -> bool:
    """Keep events that change a state."""
    return bool(event.status)


class AnyOf:
    """Keeps the events that any of several filters keeps."""

    def __init__(self, *keeps: Callable[[Event], object]) -> None:
        self.keeps = keeps

    def __call__(self, event: Event) -> bool:
        """Say whether an event is kept."""
        return any(keeps(event) for keeps in self.keeps)


class Matcher(Sifting):
    """Says whether and how events match a query."""

    def __init__(self, query: Query, name_of: NameOf = lambda _: "") -> None:
        self.query, self.name_of = query, name_of
        makers = (
            (with_actor, query.actors),
            (at_place, query.places),
            (cites, query.sources),
            (functools.partial(holds_words, name_of=name_of), query.search),
        )
        filters = (make(values) for make, values in makers if values)
        self._filters = [*map(concerns_any, query.parties), *filters]
        sure = (dates.CERTAIN, dates.ONGOING)
        self._accepted = sure if query.certain else (*sure, dates.POSSIBLE)
        self._parts = (STORY,) if query.began else PARTS
        self._placed: dict[str, tuple[str | None, str]] = {}  # as many events share a date

        @functools.cache  # as many events share a value
        def concerns(codes: tuple[str, ...]) -> bool:
            return all(not wanted.isdisjoint(codes) for wanted in query.countries)

        @functools.cache
        def is_of_type(kind: str | None) -> bool:
            if any(in_family(kind, family) for family in query.excluded_types):
                return False
            return not query.types or any(in_family(kind, family) for family in query.types)

        self.concerns, self.is_of_type = concerns, is_of_type

    def __call__(self, event: Event) -> Match | None:
        """Return the match of an event, None where it does not match."""
        if not (self.concerns(event.countries) and self.is_of_type(event.type)):
            return None
        for keeps in self._filters:  # not by all(), which takes twice as long
            if not keeps(event):
                return None
        match, part = self.match_date(event.date)
        return Match(event, match, part) if match else None

    def may_keep(self, columns: Columns) -> list[bool]:
        """Return for each event whether it may match, by its date, countries and type alone."""
        fits = {
            text: bool(self.match_date(when)[0]) for text, when in columns.distinct_dates.items()
        }
        return [
            fits[when.text] and self.concerns(codes) and self.is_of_type(kind)
            for when, codes, kind in zip(*columns, strict=True)
        ]

    def match_date(self, when: Edtf) -> tuple[str | None, str]:
        """Return how a date matches, None if it does not, and its part of the timeline."""
        placement = self._placed.get(when.text)
        if placement is None:
            match, part = dates.match(when, self.query.window), part_of(when, self.query.window)
            accepted = match in self._accepted and part in self._parts
            placement = self._placed[when.text] = (match if accepted else None, part)
        return placement
