"""The curated file keeps the rules of curation that a program can see."""

import itertools
from difflib import SequenceMatcher

import pytest

import diplo
from diplo import loading
from diplo.events import Event, Timeline
from diplo.text import fold

FAMILIES = range(12, 19)
EVENTS = range(65, 81)


@pytest.fixture(scope="module", name="bundled")
def read_bundled() -> Timeline:
    return loading.load([loading.bundled()], lambda _: lambda _: True)


def states_no_exact_date(event: Event) -> bool:
    return event.date.precision == "range" or event.date.earliest is None


def test_the_version_tells_the_last_day_that_the_file_speaks_for(bundled: Timeline) -> None:
    assert str(bundled.vocabulary.as_of) == diplo.EVENTS_AS_OF


def test_the_file_has_its_size(bundled: Timeline) -> None:
    families = {name.partition(".")[0] for name in bundled.vocabulary.types}
    assert len(bundled.events) in EVENTS
    assert len(families) in FAMILIES
    assert len(bundled.vocabulary.sources) == 3


def test_it_reaches_from_1931_to_2025(bundled: Timeline) -> None:
    years = [event.date.earliest.year for event in bundled.events if event.date.earliest]
    assert (min(years), max(years)) == (1931, 2025)


def test_every_event_has_a_summary_and_says_where_it_is_told(bundled: Timeline) -> None:
    for event in bundled.events:
        assert event.summary, event.id
        assert event.sources, event.id
        assert all(citation.locator for citation in event.sources), event.id


def test_a_note_says_how_an_inexact_date_was_reached(bundled: Timeline) -> None:
    inexact = [event for event in bundled.events if states_no_exact_date(event)]
    assert inexact
    assert [event.id for event in inexact if not event.note] == []


def test_titles_are_short_enough_for_a_table(bundled: Timeline) -> None:
    assert [event.id for event in bundled.events if len(event.title) > 60] == []
    assert [event.id for event in bundled.events if event.title.endswith(".")] == []


def test_types_have_a_description_and_fit_a_table(bundled: Timeline) -> None:
    for kind in bundled.vocabulary.types.values():
        assert kind.description, kind.id
        assert len(kind.id) <= 16, kind.id


def test_everybody_is_spelled_one_way(bundled: Timeline) -> None:
    actors = sorted({actor for event in bundled.events for actor in event.actors})
    alike = [
        pair
        for pair in itertools.combinations(actors, 2)
        if SequenceMatcher(None, fold(pair[0]), fold(pair[1])).ratio() > 0.85
    ]
    ministries = "Afghan Ministry of Foreign Affairs", "Norwegian Ministry of Foreign Affairs"
    assert alike == [ministries]  # two bodies, not two spellings of one


def test_events_stand_in_their_order(bundled: Timeline) -> None:
    assert list(bundled.events) == sorted(bundled.events, key=lambda event: event.order)
