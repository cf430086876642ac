"""Selecting, ordering and grouping events."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo.dates import CERTAIN, POSSIBLE, Window, parse, parse_window
from diplo.events import Citation, Event
from diplo.selection import (
    SORTS,
    Filter,
    Match,
    Matcher,
    Query,
    arrange,
    at_place,
    concerns,
    holds_phrase,
    of_type,
    told_by,
    with_actor,
)

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
    note="Nobody searches a note",
    status={"Secret subject": "secret state"},
)
BARE = Event("bare", parse("2021"), "Something", ("ISL",))


def event_of(event_id: str, when: str = "2021", title: str = "T") -> Event:
    return Event(event_id, parse(when), title, ("NOR",))


def matches_of(*events: Event) -> list[Match]:
    return [Match(event, CERTAIN) for event in events]


def window_of(text: str | None) -> Window | None:
    return parse_window(text, date(2025, 3, 31)) if text else None


def ids_of(matches: list[Match]) -> list[str]:
    return [match.event.id for match in matches]


# Each filter.


@pytest.mark.parametrize(
    "keeps",
    [
        concerns(frozenset({"NOR"})),
        concerns(frozenset({"AFG", "POL"})),
        of_type(["visit"]),
        of_type(["visit.state"]),
        of_type(["treaty", "visit"]),
        with_actor(["store"]),
        with_actor(["JONAS GAHR"]),
        with_actor(["nobody", "duda"]),
        at_place(["lodz"]),
        at_place(["Oslo", "POLAND"]),
        told_by(["memoir"]),
        told_by(["other", "press"]),
        holds_phrase(["store visits"]),
        holds_phrase(["aero STRASSE"]),
        holds_phrase(["andrzej"]),
        holds_phrase(["lodz, pol"]),
    ],
)
def test_a_filter_keeps_what_it_asks_for(keeps: Filter) -> None:
    assert keeps(VISIT)
    assert not keeps(BARE)


@pytest.mark.parametrize(
    "keeps",
    [
        concerns(frozenset({"SWE"})),
        concerns(frozenset()),
        of_type(["visit.state.second"]),
        of_type(["vis"]),
        of_type(["treaty"]),
        with_actor(["Stoltenberg"]),
        with_actor(["Poland"]),
        at_place(["Duda"]),
        told_by(["mem"]),
        told_by(["MEMOIR"]),
        told_by(["p. 3"]),
        holds_phrase(["visits store"]),
        holds_phrase(["nobody searches"]),
        holds_phrase(["memoir"]),
        holds_phrase(["secret"]),
        holds_phrase(["visit.state"]),
        holds_phrase(["NOR POL"]),
    ],
)
def test_a_filter_drops_everything_else(keeps: Filter) -> None:
    assert not keeps(VISIT)
    assert not keeps(BARE)


# A query.


def test_an_empty_query_matches_every_event_for_certain() -> None:
    matches = Matcher(Query())
    assert [matches(event) for event in (VISIT, BARE)] == matches_of(VISIT, BARE)


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        (Query(countries=(frozenset({"NOR"}),)), True),
        (Query(countries=(frozenset({"NOR"}), frozenset({"POL"}))), True),
        (Query(countries=(frozenset({"NOR"}), frozenset({"AFG", "POL"}))), True),
        (Query(countries=(frozenset({"NOR"}), frozenset({"AFG"}))), False),
        (Query(types=("treaty", "visit")), True),
        (Query(types=("treaty",)), False),
        (Query(actors=("store",)), True),
        (Query(actors=("brende",)), False),
        (Query(places=("lodz",)), True),
        (Query(places=("oslo",)), False),
        (Query(sources=("press",)), True),
        (Query(sources=("archive",)), False),
        (Query(search=("store",)), True),
        (Query(search=("brende",)), False),
        (Query(search=("lodz, pol",)), True),
        (Query(search=("aero strasse",)), True),
        (Query(types=("visit",), actors=("store",), places=("lodz",), search=("aero",)), True),
        (Query(types=("visit",), actors=("store",), places=("oslo",), search=("aero",)), False),
        (Query(types=("visit",), window=window_of("2020")), False),
    ],
)
def test_every_part_of_a_query_must_hold(query: Query, kept: bool) -> None:  # noqa: FBT001
    assert (Matcher(query)(VISIT) is not None) is kept


def test_the_countries_that_an_event_must_concern_are_told() -> None:
    groups = (frozenset({"NOR", "SWE"}), frozenset({"POL"}))
    assert Matcher(Query(countries=groups)).countries == groups


@pytest.mark.parametrize("asked", [Query(places=("x",)), Query(search=("x",))])
def test_what_an_event_does_not_tell_holds_no_text(asked: Query) -> None:
    assert Matcher(asked)(BARE) is None


@pytest.mark.parametrize("certain", [True, False])
@pytest.mark.parametrize("window", ["2021", "2021-08", "2020", None])
@pytest.mark.parametrize("when", ["2021", "2021-08", "2021?", "2020"])
def test_a_date_may_match_where_an_event_of_it_does(
    when: str,
    window: str | None,
    certain: bool,  # noqa: FBT001  (a column of the table)
) -> None:
    matches = Matcher(Query(window=window_of(window), certain=certain))
    assert matches.may_fall(parse(when)) is (matches(event_of("a", when)) is not None)


@pytest.mark.parametrize(
    ("window", "certain", "found"),
    [
        ("2021", False, CERTAIN),
        ("2021", True, CERTAIN),
        ("2021-08-15..", False, POSSIBLE),
        ("2021-08-15..", True, None),
        ("2022", False, None),
        ("2022", True, None),
        (None, True, CERTAIN),
    ],
)
def test_a_match_says_how_sure_it_is(
    window: str | None,
    certain: bool,  # noqa: FBT001  (a column of the table)
    found: str | None,
) -> None:
    match = Matcher(Query(window=window_of(window), certain=certain))(VISIT)
    assert match == (found and Match(VISIT, found))


DATES = ["196X", "1960/1969", "2021-08/..", "/2021-08", "/..", "[..2006]", "1994~", "2021?", "2021"]


@given(st.sampled_from(DATES), st.sampled_from(["1965..", "..1994", "2021", "2006..2021-06"]))
def test_certain_keeps_just_the_certain_ones(when: str, window: str) -> None:
    event, query = event_of("a", when), Query(window=window_of(window))
    found = Matcher(query)(event)
    kept = Matcher(query._replace(certain=True))(event)
    assert kept == (found if found and found.match == CERTAIN else None)


# Arranging.

UNARRANGED = matches_of(
    Event("e", parse("2021"), "Élan", ("NOR", "PSE"), type="treaty"),
    Event("d", parse("2021-08"), "zebra", ("AFG",), type="mission.closed"),
    Event("c", parse("196X"), "Apple", ("NOR",), type="mission"),
    Event("b", parse("2021"), "elan", ("NOR", "AFG"), type="treaty"),
    Event("a", parse("2021-12"), "Zebra", ("NOR",), type="mission"),
)


@pytest.mark.parametrize(
    ("sort", "ordered"),
    [
        ("date", "c b e d a"),
        ("country", "d c a b e"),
        ("type", "c a d b e"),
        ("title", "c b e d a"),
        ("id", "a b c d e"),
    ],
)
def test_each_sort_key_leaves_ties_in_the_order_of_dates(sort: str, ordered: str) -> None:
    assert ids_of(arrange(UNARRANGED, sort)) == ordered.split()
    assert ids_of(arrange(reversed(UNARRANGED), sort)) == ordered.split()
    assert ids_of(arrange(UNARRANGED, sort, reverse=True)) == ordered.split()[::-1]


def test_matches_are_sorted_by_date_unless_told_otherwise() -> None:
    assert ids_of(arrange(UNARRANGED)) == ["c", "b", "e", "d", "a"]
    assert SORTS == ("date", "country", "type", "title", "id")


def test_an_event_without_a_type_can_be_sorted_by_type() -> None:
    assert set(ids_of(arrange([*UNARRANGED, Match(BARE, CERTAIN)], "type"))) == {*"abcde", "bare"}


@pytest.mark.parametrize(
    ("reverse", "limit", "kept"),
    [
        (False, 0, ""),
        (False, 2, "c b"),
        (True, 2, "a d"),
        (False, 5, "c b e d a"),
        (True, 99, "a d e b c"),
        (False, None, "c b e d a"),
    ],
)
def test_the_limit_keeps_the_first_after_the_order_is_turned_round(
    reverse: bool,  # noqa: FBT001  (a column of the table)
    limit: int | None,
    kept: str,
) -> None:
    assert ids_of(arrange(UNARRANGED, reverse=reverse, limit=limit)) == kept.split()


@given(st.permutations(UNARRANGED), st.sampled_from(SORTS))
def test_the_order_of_the_file_does_not_matter(matches: list[Match], sort: str) -> None:
    assert arrange(matches, sort) == arrange(UNARRANGED, sort)
