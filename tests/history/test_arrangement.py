"""The order of a timeline, its limit, and what is next to a window."""

import itertools
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo import reading
from diplo.history.arrangement import SORTS, arrange, nearest, sort_key
from diplo.history.parts import MAY_BELONG, PARTS, STORY, Match
from diplo.model.dates import Window, parse
from diplo.model.events import Event
from tests.conftest import ONE_EVENT
from tests.history.events import (
    BARE,
    UNARRANGED,
    WINDOWS,
    event_of,
    found_in,
    ids_of,
    matches_of,
    window_of,
)


@pytest.mark.parametrize(
    ("sort", "ordered", "ties"),
    [
        ("story", "c e b d a", "c b e d a"),
        ("date", "c e b d a", "c b e d a"),
        ("country", "d c a b e", "d c a b e"),
        ("type", "c a d e b", "c a d b e"),
        ("title", "c e b d a", "c b e d a"),
        ("id", "a b c d e", "a b c d e"),
    ],
)
def test_ties_are_in_the_order_of_dates_and_then_of_the_file(
    sort: str, ordered: str, ties: str
) -> None:
    """`ties` is the order where the file is the other way round."""
    assert ids_of(arrange(UNARRANGED, sort)) == ordered.split()
    assert ids_of(arrange(UNARRANGED, sort, reverse=True)) == ordered.split()[::-1]
    assert ids_of(arrange(reversed(UNARRANGED), sort)) == ties.split()


def test_matches_are_told_as_a_story_unless_asked_otherwise() -> None:
    matches = found_in("2021", *(event_of(when, when) for when in ("1931/..", "2021")))
    assert ids_of(arrange(matches)) == ["2021", "1931/.."]
    assert ids_of(arrange(matches, "date")) == ["1931/..", "2021"]
    assert SORTS == ("story", "date", "country", "type", "title", "id")


def test_what_stands_first_in_the_file_stays_first_on_one_day() -> None:
    day = [event_of(key, "2021-08-15") for key in ("takeover", "closure", "evacuation")]
    for events in itertools.permutations(day):
        assert ids_of(arrange(matches_of(*events))) == [event.id for event in events]


@given(st.permutations(["b", "a", "c"]))
def test_files_come_in_the_order_given(order: list[str]) -> None:
    with TemporaryDirectory() as folder:
        for name in order:
            lines = (ONE_EVENT.replace("id: a", f"id: {name}-{key}") for key in ("z", "y"))
            Path(folder, f"{name}.yaml").write_text("".join(lines))
        files = [os.path.join(folder, f"{name}.yaml") for name in order]
        events = reading.load(files, lambda _: lambda _: True).events
    assert ids_of(arrange(matches_of(*events))) == [f"{name}-{k}" for name in order for k in "zy"]


def test_an_event_without_a_type_can_be_sorted_by_type() -> None:
    assert set(ids_of(arrange([*UNARRANGED, Match(BARE)], "type"))) == {*"abcde", "bare"}


TOLD = [
    event_of(when, when)
    for when in ("2021-12", "/..", "1931/..", "2020~", "/2022", "[2001..2021]", "2021", "2021-03?")
]
IN_2021 = {
    "story": "2021 2021-03? 2021-12 1931/.. /2022 /.. [2001..2021] 2020~",
    "story, reverse": "2021-12 2021-03? 2021 /2022 1931/.. /.. 2020~ [2001..2021]",
    "date": "1931/.. [2001..2021] 2020~ 2021 2021-03? 2021-12 /2022 /..",
    "date, reverse": "/2022 2021-12 2021-03? 2021 2020~ [2001..2021] 1931/.. /..",
}


@pytest.mark.parametrize("limit", [None, 0, 1, 2, 4, 99])
@pytest.mark.parametrize("asked", IN_2021)
def test_the_limit_keeps_the_first_after_each_part_is_turned_round(
    asked: str, limit: int | None
) -> None:
    """What has no known day is last either way."""
    sort, _, reverse = asked.partition(", ")
    arranged = arrange(found_in("2021..", *TOLD), sort, reverse=bool(reverse), limit=limit)
    assert ids_of(arranged) == IN_2021[asked].split()[:limit]


def test_with_no_window_what_has_no_known_day_is_last_either_way() -> None:
    matches = found_in(None, *(event_of(when, when) for when in ("/..", "2021", "196X")))
    for sort in ("story", "date"):
        assert ids_of(arrange(matches, sort)) == ["196X", "2021", "/.."]
        assert ids_of(arrange(matches, sort, reverse=True)) == ["2021", "196X", "/.."]


@given(st.permutations(TOLD), st.sampled_from(WINDOWS))
def test_a_story_is_all_that_matches_part_by_part_in_the_order_of_dates(
    events: list[Event], window: str | None
) -> None:
    found = found_in(window, *events)
    told = arrange(found)
    assert sorted(ids_of(told)) == sorted(ids_of(found))
    keys = [(PARTS.index(match.part), match.event.date.order) for match in told]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("window", "near"),
    [
        ("1950", "1945 196X"),
        ("1945", "1931/.. 196X"),
        ("1970..1980", "196X [..2006]"),
        ("1960-01-01", "1945 [..2006]"),
        ("2025..", "2021-12"),
        ("1900", "1931/.."),
        ("..1900", "1931/.."),
        ("..", ""),
    ],
)
def test_the_nearest_are_the_last_before_and_the_first_after(window: str, near: str) -> None:
    texts = ["2021", "/..", "196X", "1945", "[..2006]", "2021-12", "1931/.."]
    within = window_of(window) if window != ".." else Window()
    assert within is not None
    found = nearest(matches_of(*(event_of(text, text) for text in texts)), within)
    assert ids_of(found) == near.split()
    assert nearest([], within) == []


def test_dates_that_tie_go_by_their_texts() -> None:
    whens = map(parse, ("2021~", "2021?", "2021", "2020"))
    assert [when.text for when in sorted(whens, key=sort_key)] == ["2020", "2021", "2021?", "2021~"]


def test_the_nearest_are_so_whatever_part_they_are_of() -> None:
    texts = {"1945": MAY_BELONG, "2001": STORY, "2021": MAY_BELONG, "2022": STORY}
    matches = [Match(event_of(text, text), part=part) for text, part in texts.items()]
    for window, near in (("1990", "1945 2001"), ("2010", "2001 2021")):
        within = window_of(window)
        assert within is not None
        assert ids_of(nearest(matches, within)) == near.split()
