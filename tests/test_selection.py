"""Selecting, ordering and grouping events."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo.dates import CERTAIN, POSSIBLE, Window, parse, parse_window
from diplo.events import Citation, Event
from diplo.selection import (
    GROUPS,
    SORTS,
    Filter,
    Group,
    Match,
    Query,
    arrange,
    at_place,
    concerns,
    group,
    holds_phrase,
    matcher,
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


def _event(event_id: str, when: str = "2021", title: str = "T") -> Event:
    return Event(event_id, parse(when), title, ("NOR",))


def _matches(*events: Event) -> list[Match]:
    return [Match(event, CERTAIN) for event in events]


def _window(text: str | None) -> Window | None:
    return parse_window(text, date(2025, 3, 31)) if text else None


def _ids(matches: list[Match]) -> list[str]:
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
    matches = matcher(Query())
    assert [matches(event) for event in (VISIT, BARE)] == _matches(VISIT, BARE)


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
        (Query(types=("visit",), actors=("store",), places=("lodz",), search=("aero",)), True),
        (Query(types=("visit",), actors=("store",), places=("oslo",), search=("aero",)), False),
        (Query(types=("visit",), window=_window("2020")), False),
    ],
)
def test_every_part_of_a_query_must_hold(query: Query, kept: bool) -> None:  # noqa: FBT001
    assert (matcher(query)(VISIT) is not None) is kept


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
    match = matcher(Query(window=_window(window), certain=certain))(VISIT)
    assert match == (found and Match(VISIT, found))


DATES = ["196X", "1960/1969", "2021-08/..", "/2021-08", "/..", "[..2006]", "1994~", "2021?", "2021"]


@given(st.sampled_from(DATES), st.sampled_from(["1965..", "..1994", "2021", "2006..2021-06"]))
def test_certain_keeps_just_the_certain_ones(when: str, window: str) -> None:
    event, query = _event("a", when), Query(window=_window(window))
    found = matcher(query)(event)
    kept = matcher(query._replace(certain=True))(event)
    assert kept == (found if found and found.match == CERTAIN else None)


# Arranging.

UNARRANGED = _matches(
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
    assert _ids(arrange(UNARRANGED, sort)) == ordered.split()
    assert _ids(arrange(reversed(UNARRANGED), sort)) == ordered.split()
    assert _ids(arrange(UNARRANGED, sort, reverse=True)) == ordered.split()[::-1]


def test_matches_are_sorted_by_date_unless_told_otherwise() -> None:
    assert _ids(arrange(UNARRANGED)) == ["c", "b", "e", "d", "a"]
    assert SORTS == ("date", "country", "type", "title", "id")


def test_an_event_without_a_type_can_be_sorted_by_type() -> None:
    assert set(_ids(arrange([*UNARRANGED, Match(BARE, CERTAIN)], "type"))) == {*"abcde", "bare"}


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
    assert _ids(arrange(UNARRANGED, reverse=reverse, limit=limit)) == kept.split()


@given(st.permutations(UNARRANGED), st.sampled_from(SORTS))
def test_the_order_of_the_file_does_not_matter(matches: list[Match], sort: str) -> None:
    assert arrange(matches, sort) == arrange(UNARRANGED, sort)


# Grouping.


def _grouped(
    texts: list[str], by: str, window: str | None = None
) -> list[tuple[str, tuple[str, ...]]]:
    matches = _matches(*(_event(text, text) for text in texts))
    found = group(matches, by, _window(window))
    return [(heading, tuple(match.event.id for match in members)) for heading, members in found]


@pytest.mark.parametrize(
    ("when", "by", "heading"),
    [
        ("2024-05-28", "year", "2024"),
        ("2024-05", "year", "2024"),
        ("2024", "year", "2024"),
        ("2024-XX", "year", "2024"),
        ("1994~", "year", "1994"),
        ("1994%", "year", "1994"),
        ("0099", "year", "0099"),
        ("196X", "year", "1960s"),
        ("196X~", "year", "1960s"),
        ("19XX", "year", "20th century"),
        ("2024-05-28", "decade", "2020s"),
        ("2024", "decade", "2020s"),
        ("196X", "decade", "1960s"),
        ("19XX", "decade", "20th century"),
        ("0009", "decade", "0000s"),
        # A winter is shorter than a year, and begins in the year that it is named after.
        ("2001-24", "year", "2001"),
        ("2009-24", "decade", "2000s"),
        # A span stands under its start, or under the end that is known.
        ("1960/1972", "year", "1960"),
        ("1960/1972", "decade", "1960s"),
        ("196X/..", "year", "1960s"),
        ("2021-08/..", "year", "2021"),
        ("2021-08/", "year", "2021"),
        ("/2021-08", "year", "2021"),
        ("../2021-08", "decade", "2020s"),
        # A set stands under its known end.
        ("[..2006]", "year", "2006"),
        ("[..2006]", "decade", "2000s"),
        ("[2002..]", "year", "2002"),
        ("[..196X]", "year", "1960s"),
        ("[2021-08..2021-10]", "year", "2021"),
        ("[2021-08..2022-01]", "decade", "2020s"),
        ("[2021-08..2022-01]", "year", "between Aug 2021 and Jan 2022"),
        ("/..", "year", "Undated"),
        ("/..", "decade", "Undated"),
    ],
)
def test_a_date_has_the_heading_of_its_year_or_decade_or_one_of_its_own(
    when: str, by: str, heading: str
) -> None:
    assert _grouped([when], by) == [(heading, (when,))]


def test_groups_come_in_the_order_of_their_first_event() -> None:
    texts = ["2021", "2022-01", "196X", "2021-08", "1960", "196X~"]
    assert _grouped(texts, "year") == [
        ("2021", ("2021", "2021-08")),
        ("2022", ("2022-01",)),
        ("1960s", ("196X", "196X~")),
        ("1960", ("1960",)),
    ]
    assert _grouped(texts, "decade") == [
        ("2020s", ("2021", "2022-01", "2021-08")),
        ("1960s", ("196X", "1960", "196X~")),
    ]


@pytest.mark.parametrize("by", ["year", "decade"])
def test_a_span_that_began_before_the_window_stands_first_as_continuing(by: str) -> None:
    texts = ["2022", "1960/2030", "2021/..", "../2023"]
    (heading, members), *others = _grouped(texts, by, "2022..")
    assert (heading, members) == ("Continuing", ("1960/2030", "2021/..", "../2023"))
    assert [heading for heading, _ in others] == ["2022" if by == "year" else "2020s"]


@pytest.mark.parametrize(
    ("when", "window", "heading"),
    [
        ("2021/2023", "2022..", "Continuing"),
        ("2021-12-31/2023", "2022..2022", "Continuing"),
        ("/2023", "2022..", "Continuing"),
        ("/..", "2022..", "Continuing"),
        ("2022-01-01/2023", "2022..", "2022"),
        ("2022/2023", "2022-06..", "2022"),
        ("202X/..", "2022..", "2020s"),
        ("2021/2023", "..2022", "2021"),
        ("../2023", "..2022", "2023"),
        ("2021/2023", None, "2021"),
        ("2021", "2021-06..", "2021"),
        ("[..2023]", "2022..", "2023"),
    ],
)
def test_only_a_span_that_began_before_the_window_is_continuing(
    when: str, window: str | None, heading: str
) -> None:
    assert _grouped([when], "year", window) == [(heading, (when,))]


def _named(names: dict[str, str]) -> Callable[[str], str]:
    return lambda key: names.get(key, key)


def test_an_event_stands_under_each_of_its_countries() -> None:
    matches = arrange(UNARRANGED)
    groups = group(matches, "country", _window("2022.."), _named({"NOR": "Norway"}))
    assert [(heading, _ids([*members])) for heading, members in groups] == [
        ("Norway", ["c", "b", "e", "a"]),
        ("AFG", ["b", "d"]),
        ("PSE", ["e"]),
    ]


def test_an_event_stands_under_the_label_of_its_type() -> None:
    matches = [*UNARRANGED, Match(BARE, POSSIBLE), Match(_event("bare-too"), CERTAIN)]
    groups = group(matches, "type", None, _named({"mission": "Mission"}))
    assert [(heading, _ids([*members])) for heading, members in groups] == [
        ("treaty", ["e", "b"]),
        ("mission.closed", ["d"]),
        ("Mission", ["c", "a"]),
        ("No type", ["bare", "bare-too"]),
    ]


def test_a_span_is_not_continuing_among_countries_and_types() -> None:
    matches = _matches(_event("a", "2021/.."))
    assert [heading for heading, _ in group(matches, "country", _window("2022.."))] == ["NOR"]
    assert [heading for heading, _ in group(matches, "type", _window("2022.."))] == ["No type"]


def test_a_group_keeps_how_sure_its_matches_are() -> None:
    match = Match(BARE, POSSIBLE)
    assert group([match], "year", None) == [Group("2021", (match,))]


@pytest.mark.parametrize("by", GROUPS)
def test_nothing_makes_no_group(by: str) -> None:
    assert group([], by, None) == []


@given(st.lists(st.sampled_from(DATES), unique=True), st.sampled_from(["year", "decade", "type"]))
def test_every_event_is_in_one_group_of_time_or_type(texts: list[str], by: str) -> None:
    members = [
        member for _, group_members in _grouped(texts, by, "1990..") for member in group_members
    ]
    assert sorted(members) == sorted(texts)
