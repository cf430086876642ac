"""Events: their families of types, and the forms of what identifies them."""

import re

import pytest

from diplo.model import events
from diplo.model.dates import parse
from diplo.model.events import (
    Event,
    Source,
    Tallies,
    Tally,
    Vocabulary,
    families,
    in_family,
    sum_tallies,
)
from tests.tables import each_of


def test_an_event_needs_no_more_than_id_date_title_and_countries() -> None:
    event = Event("a", parse("2021"), "T", ("NOR",))
    assert (event.type, event.place, event.summary, event.note) == (None, None, None, None)
    assert (event.actors, event.sources, event.status) == ((), (), {})


@each_of(
    ("member", "family", "belongs"),
    [
        ("mission", "mission", True),
        ("mission.closed", "mission", True),
        ("mission.closed.early", "mission", True),
        ("mission.closed.early", "mission.closed", True),
        ("mission", "mission.closed", False),
        ("mission.closed", "mission.opened", False),
        ("missionary", "mission", False),
        ("mission-closed", "mission", False),
        ("treaty", "mission", False),
        (None, "mission", False),
    ],
)
def test_a_family_holds_itself_and_its_members(
    member: str | None,
    family: str,
    belongs: bool,  # noqa: FBT001  (a column of the table)
) -> None:
    assert in_family(member, family) is belongs


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("mission", ["mission"]),
        ("mission.closed", ["mission", "mission.closed"]),
        ("a-b.c.d", ["a-b", "a-b.c", "a-b.c.d"]),
    ],
)
def test_a_type_is_of_the_families_that_it_is_a_member_of(kind: str, found: list[str]) -> None:
    assert families(kind) == found
    assert all(in_family(kind, family) for family in found)


@each_of(
    ("pattern", "text", "fits"),
    [
        ("ID_PATTERN", "palestine-recognised", True),
        ("ID_PATTERN", "2024-05-28-x", True),
        ("ID_PATTERN", "a", True),
        ("ID_PATTERN", "", False),
        ("ID_PATTERN", "-a", False),
        ("ID_PATTERN", "a-", False),
        ("ID_PATTERN", "a--b", False),
        ("ID_PATTERN", "Oslo", False),
        ("ID_PATTERN", "a_b", False),
        ("ID_PATTERN", "a.b", False),
        ("ID_PATTERN", "a\n", False),
        ("ID_PATTERN", "é", False),
        ("TYPE_PATTERN", "mission", True),
        ("TYPE_PATTERN", "mission.closed", True),
        ("TYPE_PATTERN", "state-visit.second-leg.1", True),
        ("TYPE_PATTERN", "mission.", False),
        ("TYPE_PATTERN", ".closed", False),
        ("TYPE_PATTERN", "mission..closed", False),
        ("TYPE_PATTERN", "mission closed", False),
        ("CODE_PATTERN", "NOR", True),
        ("CODE_PATTERN", "nor", False),
        ("CODE_PATTERN", "NO", False),
        ("CODE_PATTERN", "NORW", False),
        ("CODE_PATTERN", "NØR", False),
        ("URL_PATTERN", "https://example.org/a?b=c", True),
        ("URL_PATTERN", "http://example.org", True),
        ("URL_PATTERN", "ftp://example.org", False),
        ("URL_PATTERN", "javascript:alert(1)", False),
        ("URL_PATTERN", "https://", False),
        ("URL_PATTERN", "https://a b", False),
    ],
)
def test_ids_types_codes_and_addresses_have_a_form(
    pattern: str,
    text: str,
    fits: bool,  # noqa: FBT001  (a column of the table)
) -> None:
    assert bool(re.fullmatch(getattr(events, pattern), text)) is fits


def test_an_event_file_has_the_keys_that_it_is_told_to_have() -> None:
    assert set(events.EVENT_KEYS) == set(Event._fields)
    assert set(events.SOURCE_KEYS) | {"id"} == set(events.Source._fields)
    assert set(events.COUNTRY_KEYS) | {"code"} == set(events.Country._fields)
    assert set(events.TYPE_KEYS) | {"id"} == set(events.EventType._fields)
    assert set(events.CITATION_KEYS) == {*events.Citation._fields, *events.SOURCE_KEYS}
    assert {*events.FILE_KEYS, "described"} == {*events.Vocabulary._fields, "events"}
    assert set(events.DERIVED_KEYS) == {"earliest", "latest", "precision", "match"}


@each_of(
    "url",
    [
        *("http://a", "https://example.org/", "http://[::1]:80/x", "https://én.no/Å"),
        *("http://u:p@h:8080/a|b?q=[1]#<x>", "https://example.org?q", "http://127.0.0.1/a:b@c"),
    ],
)
def test_addresses_of_the_web_may_have_much(url: str) -> None:
    assert re.fullmatch(events.URL_PATTERN, url)


def test_a_source_is_what_a_file_declares_or_an_event_tells_of_it() -> None:
    book, film = Source("book", "The book"), Source("film", "The film")
    vocabulary = Vocabulary(sources={"book": book}, described={"book": film, "film": film})
    assert vocabulary.source("book") == book
    assert vocabulary.source("film") == film
    assert vocabulary.source("press") == Source("press", "")
    assert {*vocabulary.citable} == {"book", "film"}
    assert not Vocabulary(described={"film": film}).citable


def test_what_is_counted_apart_is_put_together() -> None:
    start = parse("2021")
    one, two, three = (Tally(key, 1, start, start) for key in "abc")
    counted = [Tallies([one], [two, three]), Tallies([two], ()), Tallies([three], [one])]
    assert sum_tallies(counted) == Tallies([one, two, three], [two, three, one])
