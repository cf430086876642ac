"""Events, dates and windows that the tests of history share."""

from datetime import date

from diplo.history.filters import (
    PartySet,
)
from diplo.history.parts import Match
from diplo.history.selection import Matcher, Query
from diplo.model.dates import Window, parse, parse_window
from diplo.model.events import Citation, Event

VISIT = Event(
    id="visit",
    date=parse("2021-08"),
    title="Støre visits Łódź",
    countries=("NOR", "POL"),
    type="visit.state",
    actors=("Jonas Gahr Støre", "Andrzej Duda"),
    place="Łódź, Poland",
    summary="Talks on the Ærø straße",
    sources=(Citation("memoir"), Citation("press", "p. 3")),
    note="Norway’s – so to speak – doubt",
    status={"Secret subject": "secret state"},
)


def together(*codes: str, names: tuple[str, ...] = ()) -> PartySet:
    return PartySet(frozenset(codes), frozenset(names))


BARE = Event("bare", parse("2021"), "Something", ("ISL",))


def event_of(event_id: str, when: str = "2021", title: str = "T") -> Event:
    return Event(event_id, parse(when), title, ("NOR",))


def matches_of(*events: Event) -> list[Match]:
    return [Match(event) for event in events]


def found_in(window: str | None, *events: Event) -> list[Match]:
    """Return the matches of events in a window, in their order."""
    matches = Matcher(Query(window=window_of(window)))
    return [found for found in map(matches, events) if found]


def window_of(text: str | None) -> Window | None:
    return parse_window(text, date(2025, 3, 31)) if text else None


def ids_of(matches: list[Match]) -> list[str]:
    return [match.event.id for match in matches]


DATES = ["196X", "1960/1969", "2021-08/..", "/2021-08", "/..", "[..2006]", "1994~", "2021?", "2021"]
WINDOWS = ["1965..", "..1994", "2021", "2006..2021-06", "2021-08", "2022..", None]


UNARRANGED = matches_of(
    Event("e", parse("2021"), "Élan", ("NOR", "PSE"), type="treaty"),
    Event("d", parse("2021-08"), "zebra", ("AFG",), type="mission.closed"),
    Event("c", parse("196X"), "Apple", ("NOR",), type="mission"),
    Event("b", parse("2021"), "elan", ("NOR", "AFG"), type="treaty"),
    Event("a", parse("2021-12"), "Zebra", ("NOR",), type="mission"),
)
