"""What happened around an event: so long before and after it, among all of its countries."""

from collections.abc import Iterable
from typing import NamedTuple

from diplo.history.arrangement import arrange
from diplo.history.parts import STORY, Match
from diplo.history.selection import Matcher, Query
from diplo.model.dates.lengths import Length, around, within
from diplo.model.events import Event


class Surroundings(NamedTuple):
    """An event in its time: the days that it states, so `long` before and after them, all matches.

    The `query` is what asks for the same events.
    """

    event: Event
    days: tuple[int, int]
    long: Length
    query: Query
    matches: list[Match]


def surroundings(event: Event, events: Iterable[Event], long: Length) -> Surroundings | None:
    """Return what happened so long before and after an event, None where no day of it is known."""
    days = within(event.date)
    if days is None:
        return None
    query = Query(tuple(frozenset({code}) for code in event.countries), around(days, long))
    found = filter(None, map(Matcher(query), events))
    matches = (  # whatever its date is, it is no event beside its own story
        match._replace(part=STORY) if match.event.id == event.id else match for match in found
    )
    return Surroundings(event, days, long, query, arrange(matches))
