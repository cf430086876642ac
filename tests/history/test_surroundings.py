"""What happened around an event, among all of its countries."""

import pytest

from diplo.history.parts import STORY
from diplo.history.selection import Query
from diplo.history.surroundings import Surroundings, surroundings
from diplo.model.dates.lengths import parse_length, stated_days, window_around
from tests.history.events import event_of, ids_of

TEXTS = ("1999/..", "2021-07-31", "2021-08", "2021-09-02", "[..2006]", "2006-12-31", "2021-09?")
SHARED = event_of("shared", "2021-08-05")._replace(countries=("SWE", "NOR"))
OTHER = event_of("other", "2021-08-05")._replace(countries=("SWE",))
EVENTS = {event.id: event for event in (*(event_of(text, text) for text in TEXTS), SHARED, OTHER)}


@pytest.mark.parametrize(
    ("event_id", "long", "ids"),
    [
        ("2021-08", "1d", "2021-07-31 2021-08 shared 1999/.. 2021-09?"),
        ("2021-08", "2d", "2021-07-31 2021-08 shared 2021-09-02 1999/.. 2021-09?"),
        ("2021-07-31", "0d", "2021-07-31 1999/.."),
        # All of its countries
        ("shared", "1m", "shared"),
        ("other", "1m", "shared other"),
        # In its own story, whatever its date is
        ("[..2006]", "0d", "[..2006] 2006-12-31 1999/.."),
    ],
)
def test_what_happened_around_an_event_is_in_its_order(event_id: str, long: str, ids: str) -> None:
    event, length = EVENTS[event_id], parse_length(long)
    days = stated_days(event.date)
    assert days is not None
    found = surroundings(event, EVENTS.values(), length)
    assert found is not None
    query = Query(tuple(frozenset({code}) for code in event.countries), window_around(days, length))
    assert found == Surroundings(event, days, length, query, found.matches)
    assert ids_of(found.matches) == ids.split()
    assert [each.part for each in found.matches if each.event is event] == [STORY]


def test_nothing_is_around_an_event_without_a_day() -> None:
    assert surroundings(event_of("a", "/.."), EVENTS.values(), parse_length("1y")) is None
