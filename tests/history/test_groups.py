"""Events under headings."""

import re
from collections.abc import Callable, Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo.history.arrangement import arrange
from diplo.history.groups import (
    GROUPS,
    KINDS,
    Group,
    chronological,
    group,
    keys_in,
    keys_of,
    unit_for,
)
from diplo.history.parts import Match
from diplo.model.dates import POSSIBLE, parse, words
from diplo.model.events import Citation
from tests import strategies
from tests.history.events import BARE, DATES, UNARRANGED, event_of, ids_of, matches_of
from tests.tables import each_of

DATE_TEXTS = strategies.DATES.map(lambda when: when.text)


def _grouped(texts: list[str], by: str) -> list[tuple[str, tuple[str, ...]]]:
    matches = matches_of(*(event_of(text, text) for text in texts))
    found = group(matches, by)
    return [(heading, tuple(match.event.id for match in members)) for heading, members, *_ in found]


@each_of(
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
        # A span stands under its start, or under the last day of the end that is known.
        ("1960/1972", "year", "1960"),
        ("1960/1972", "decade", "1960s"),
        ("196X/..", "year", "1960s"),
        ("2021-08/..", "year", "2021"),
        ("2021-08/", "year", "2021"),
        ("/2021-08", "year", "2021"),
        ("../2021-08", "decade", "2020s"),
        # A set stands under the year of its earliest day, or of its latest, never under a range.
        ("[..2006]", "year", "2006"),
        ("[..2006]", "decade", "2000s"),
        ("[2002..]", "year", "2002"),
        ("[..196X]", "year", "1969"),
        ("[196X..]", "year", "1960"),
        ("[2021-08..2021-10]", "year", "2021"),
        ("[2021-08..2022-01]", "year", "2021"),
        ("[2001..2021]", "year", "2001"),
        ("[2001..2021]", "decade", "2000s"),
        ("/196X", "year", "1969"),
        ("/2001-24", "year", "2002"),
        ("/..", "year", "No known day"),
        ("/..", "decade", "No known day"),
    ],
)
def test_a_date_has_the_heading_of_its_year_or_decade_or_of_what_is_coarser(
    when: str, by: str, heading: str
) -> None:
    assert _grouped([when], by) == [(heading, (when,))]


@given(DATE_TEXTS, st.sampled_from(["year", "decade"]))
def test_a_heading_of_time_is_one_year_decade_or_century(when: str, by: str) -> None:
    (found,) = group(matches_of(event_of("a", when)), by)
    if found.key is None:
        assert not parse(when).is_dated
        assert (found.heading, found.period) == ("No known day", None)
    else:
        assert found.period is not None
        assert found.key == found.period.text
        assert re.fullmatch("[0-9]{4}|[0-9]{3}X|[0-9]{2}XX", found.key)
        assert found.heading == words(parse(found.key))


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


@pytest.mark.parametrize(
    ("reverse", "headings"),
    [
        (False, ["20th century", "1960s", "1960", "2021", "No known day"]),
        (True, ["2021", "1960", "1960s", "20th century", "No known day"]),
    ],
)
def test_headings_of_time_can_be_in_order_whatever_their_events_are_in(
    reverse: bool,  # noqa: FBT001  (a column of the table)
    headings: list[str],
) -> None:
    texts = ["2021", "/..", "1960", "196X", "19XX"]
    found = group(matches_of(*(event_of(text, text) for text in texts)), "year")
    assert [each.heading for each in chronological(found, reverse=reverse)] == headings


@each_of(
    ("texts", "unit"),
    [
        (["2021", "2021-08", "2021-08/.."], "year"),
        (["2021", "2021-08"], "year"),
        (["2019", "2021"], "year"),
        (["2020", "2021"], "decade"),
        (["2021", "2021-08", "2021-09", "2022", "2022-01", "2022-02"], "year"),
        (["2021", "2021-08", "2021-09", "2022", "2022-01"], "decade"),
        (["2021", "2021-08", "2021-09", "2021-10", "2021-11", "2022"], "year"),
        (["196X", "196X~", "196X?", "1965", "1965-01", "[1965..]"], "year"),
        (["2021"], "year"),
        ([], "year"),
    ],
)
def test_there_are_decades_where_they_are_fewer_than_years_that_hold_less_than_three(
    texts: list[str], unit: str
) -> None:
    assert unit_for(matches_of(*(event_of(text, text) for text in texts))) == unit


def _named(names: dict[str, str]) -> Callable[[str], str]:
    return lambda key: names.get(key, key)


def _ids(groups: list[Group]) -> list[tuple[str, list[str]]]:
    return [(heading, ids_of([*members])) for heading, members, *_ in groups]


def test_an_event_stands_under_each_of_its_countries() -> None:
    matches = arrange(UNARRANGED)
    assert _ids(group(matches, "country", _named({"NOR": "Norway"}))) == [
        ("Norway", ["c", "e", "b", "a"]),
        ("PSE", ["e"]),
        ("AFG", ["b", "d"]),
    ]


@pytest.mark.parametrize(
    ("without", "groups"),
    [
        ((), [("NOR", ["c", "e", "b", "a"]), ("PSE", ["e"]), ("AFG", ["b", "d"])]),
        ({"NOR"}, [("No country", ["c", "a"]), ("PSE", ["e"]), ("AFG", ["b", "d"])]),
        ({"NOR", "AFG"}, [("No country", ["c", "b", "d", "a"]), ("PSE", ["e"])]),
    ],
)
def test_what_was_asked_for_is_no_heading(
    without: Collection[str], groups: list[tuple[str, list[str]]]
) -> None:
    assert _ids(group(arrange(UNARRANGED), "country", without=without)) == groups


UNTYPED = [Match(BARE, POSSIBLE), Match(event_of("bare-too"))]


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        (
            "type",
            [("treaty", "e b"), ("mission.closed", "d"), ("Mission", "c a"), ("No type", None)],
        ),
        ("family", [("treaty", "e b"), ("Mission", "d c a"), ("No type", None)]),
    ],
)
def test_an_event_stands_under_its_type_or_the_family_of_it(
    by: str, groups: list[tuple[str, str | None]]
) -> None:
    found = group([*UNARRANGED, *UNTYPED], by, _named({"mission": "Mission"}))
    expected = [(h, ["bare", "bare-too"] if ids is None else ids.split()) for h, ids in groups]
    assert _ids(found) == expected
    assert [each.key for each in found][-2:] == ["mission", None]


@pytest.mark.parametrize(
    ("by", "keys"),
    [("actor", ["A", "B"]), ("place", ["Oslo"]), ("source", ["book", "film"])],
)
def test_an_event_stands_once_under_each_actor_place_and_source(by: str, keys: list[str]) -> None:
    cited = (Citation("book", "p. 1"), Citation("film"), Citation("book", "p. 2"))
    event = event_of("a")._replace(actors=("A", "B"), place="Oslo", sources=cited)
    found = group(matches_of(event, event_of("b")), by)
    assert [(each.key, ids_of([*each.matches])) for each in found] == [
        *((key, ["a"]) for key in keys),
        (None, ["b"]),
    ]
    assert found[-1].heading == f"No {by}"
    assert (keys_of(event, by), keys_of(BARE, by)) == (keys, [None])


def test_a_group_keeps_how_sure_its_matches_are() -> None:
    match = Match(BARE, POSSIBLE)
    assert group([match], "year") == [Group("2021", (match,), "2021", parse("2021").start)]


@each_of("by", [*GROUPS, *KINDS, "family"])
def test_nothing_makes_no_group(by: str) -> None:
    assert group([], by) == []


@given(st.lists(st.sampled_from(DATES), unique=True), st.sampled_from(["year", "decade", "type"]))
def test_every_event_is_in_one_group_of_time_or_type(texts: list[str], by: str) -> None:
    members = [member for _, group_members in _grouped(texts, by) for member in group_members]
    assert sorted(members) == sorted(texts)


def test_an_event_of_no_country_but_those_asked_for_is_one_of_none_too() -> None:
    assert keys_in(("NOR",), "country", {"NOR", "PSE"}) == ["NOR", None]
    assert keys_in(("NOR",), "country", {"NOR"}) == ["NOR", None]
    assert keys_in(("NOR", "AFG"), "country", {"NOR", "PSE"}) == ["NOR", "AFG"]
    assert keys_in(("NOR",), "actor", {"NOR"}) == ["NOR"]
