"""Events: their order, their families of types, and the forms of what identifies them."""

import re

import pytest

from diplo import events
from diplo.dates import parse
from diplo.events import Event, in_family


def _event(event_id: str, date: str) -> Event:
    return Event(event_id, parse(date), "T", ("NOR",))


def test_events_are_in_the_order_of_their_dates_and_then_of_their_ids() -> None:
    chain = [
        _event("z", "/.."),
        _event("y", "196X"),
        _event("x", "1960"),
        _event("a-1", "2021"),
        _event("a-10", "2021"),
        _event("a-2", "2021"),
        _event("b", "2021"),
        _event("a", "2021-08"),
    ]
    turned = [*reversed(chain)]
    turned.sort(key=lambda event: event.order)
    assert turned == chain


def test_an_event_needs_no_more_than_id_date_title_and_countries() -> None:
    event = _event("a", "2021")
    assert (event.type, event.place, event.summary, event.note) == (None, None, None, None)
    assert (event.actors, event.sources, event.status) == ((), (), {})


@pytest.mark.parametrize(
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
    assert set(events.CITATION_KEYS) == set(events.Citation._fields)
    assert set(events.FILE_KEYS) == {*events.Vocabulary._fields, "events"}
    assert set(events.DERIVED_KEYS) == {"earliest", "latest", "precision", "match"}
