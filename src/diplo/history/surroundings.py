"""Find what happened around an event, within a length of time, among all of its countries."""

from collections.abc import Iterable
from typing import NamedTuple

from diplo.history.arrangement import arrange
from diplo.history.parts import STORY, Match
from diplo.history.selection import Matcher, Query
from diplo.model.dates.lengths import Length, stated_days, window_around
from diplo.model.events import Event


class Surroundings(NamedTuple):
    """An event, the days that it states, and the matches up to a `length` before and after.

    The `query` asks for the same events.
    """

    event: Event
    days: tuple[int, int]
    length: Length
    query: Query
    matches: list[Match]


def surroundings(event: Event, events: Iterable[Event], length: Length) -> Surroundings | None:
    """Return what happened within a length of time of an event, None if it has no known day."""
    days = stated_days(event.date)
    if days is None:
        return None
    query = Query(tuple(frozenset({code}) for code in event.countries), window_around(days, length))
    matching = filter(None, map(Matcher(query), events))
    matches = (  # the event itself is story, whatever its date is
        match._replace(part=STORY) if match.event.id == event.id else match for match in matching
    )
    return Surroundings(event, days, length, query, arrange(matches))
