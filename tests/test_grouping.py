"""Events under headings."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo.dates import CERTAIN, POSSIBLE, parse
from diplo.grouping import GROUPS, Group, group
from diplo.selection import Match, arrange
from tests.test_selection import BARE, DATES, UNARRANGED, event_of, ids_of, matches_of, window_of


def _grouped(
    texts: list[str], by: str, window: str | None = None
) -> list[tuple[str, tuple[str, ...]]]:
    matches = matches_of(*(event_of(text, text) for text in texts))
    found = group(matches, by, window_of(window))
    return [(heading, tuple(match.event.id for match in members)) for heading, members, *_ in found]


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
    groups = group(matches, "country", window_of("2022.."), _named({"NOR": "Norway"}))
    assert [(heading, ids_of([*members])) for heading, members, *_ in groups] == [
        ("Norway", ["c", "b", "e", "a"]),
        ("AFG", ["b", "d"]),
        ("PSE", ["e"]),
    ]


def test_an_event_stands_under_the_label_of_its_type() -> None:
    matches = [*UNARRANGED, Match(BARE, POSSIBLE), Match(event_of("bare-too"), CERTAIN)]
    groups = group(matches, "type", None, _named({"mission": "Mission"}))
    assert [(heading, ids_of([*members])) for heading, members, *_ in groups] == [
        ("treaty", ["e", "b"]),
        ("mission.closed", ["d"]),
        ("Mission", ["c", "a"]),
        ("No type", ["bare", "bare-too"]),
    ]


def test_a_span_is_not_continuing_among_countries_and_types() -> None:
    matches = matches_of(event_of("a", "2021/.."))
    assert [heading for heading, *_ in group(matches, "country", window_of("2022.."))] == ["NOR"]
    assert [heading for heading, *_ in group(matches, "type", window_of("2022.."))] == ["No type"]


def test_a_group_keeps_how_sure_its_matches_are() -> None:
    match = Match(BARE, POSSIBLE)
    assert group([match], "year", None) == [Group("2021", (match,), "2021", parse("2021").start)]


@pytest.mark.parametrize("by", GROUPS)
def test_nothing_makes_no_group(by: str) -> None:
    assert group([], by, None) == []


@given(st.lists(st.sampled_from(DATES), unique=True), st.sampled_from(["year", "decade", "type"]))
def test_every_event_is_in_one_group_of_time_or_type(texts: list[str], by: str) -> None:
    members = [
        member for _, group_members in _grouped(texts, by, "1990..") for member in group_members
    ]
    assert sorted(members) == sorted(texts)
