"""Events that are only counted, by their dates and by keys of a kind."""

import pytest

from diplo.history.parts import MAY_BELONG, STORY
from diplo.history.pushdown import Counts, First, PushdownMatcher
from diplo.history.selection import Query
from diplo.history.tallies import tallies
from diplo.model.dates import parse
from diplo.model.events import Columns, Tallies
from tests.history.events import VISIT, together

PARTS = {
    **dict.fromkeys(("1990-05", "1991", "1990-01", "1991~", "1991-07"), STORY),
    **dict.fromkeys(("1991-06", "1990/.."), MAY_BELONG),
}
WHENS = [*map(parse, ("1991", *PARTS))]
CODES = [("NOR",), ("NOR", "SWE"), *([("NOR",)] * 6)]
# How many, and the first and the last date.
DATED = ["1 1990/.. 1990/..", "2 1990-01 1990-05", "3 1991 1991-07", "1 1991~ 1991~"]
DATED += ["1 1991-06 1991-06"]


def said(found: Tallies) -> tuple[list[str], list[str]]:
    return (
        [f"{each.number} {each.first.text} {each.last.text}" for each in found.dated],
        [f"{each.key} {each.number} {each.first.text} {each.last.text}" for each in found.keyed],
    )


@pytest.mark.parametrize(
    ("in_years", "keyed"),
    [
        (False, ["NOR 2 1990/.. 1991-06", "NOR 6 1990-01 1991-07", "SWE 1 1990-05 1990-05"]),
        (
            True,
            [
                *("NOR 1 1990/.. 1990/..", "NOR 2 1990-01 1990-05", "SWE 1 1990-05 1990-05"),
                *("NOR 3 1991 1991-07", "NOR 1 1991~ 1991~", "NOR 1 1991-06 1991-06"),
            ],
        ),
    ],
)
def test_events_of_one_part_are_counted_by_their_keys_and_by_year_if_so_asked(
    in_years: bool,  # noqa: FBT001
    keyed: list[str],
) -> None:
    found = tallies(WHENS, CODES, PARTS, "country", (), in_years=in_years)
    assert said(found) == (DATED, keyed)
    columns = Columns(WHENS, [*CODES], [None] * len(WHENS))
    brief = PushdownMatcher(Query(), str, Counts("country", in_years=in_years)).tallies(columns)
    assert [each.number for each in brief.keyed] == ([3, 1, 4, 1] if in_years else [8, 1])


def test_by_a_time_dates_alone_are_counted() -> None:
    assert said(tallies(WHENS, CODES, PARTS, "year", ())) == (DATED, [])


def test_keys_are_counted_by_year_unless_asked_otherwise() -> None:
    counted = WHENS, CODES, PARTS, "country", ()
    assert tallies(*counted) == tallies(*counted, in_years=True)


def test_events_of_no_country_but_those_asked_for_are_counted_as_of_none_too() -> None:
    found = tallies(WHENS[:3], CODES[:3], PARTS, "country", ("NOR",), in_years=False)
    assert [(each.key, each.number) for each in found.keyed] == [("NOR", 3), ("SWE", 1), (None, 2)]


@pytest.mark.parametrize(
    ("query", "enough", "is_enough"),
    [
        (Query(), Counts("year"), True),
        (Query(types=("visit",), excluded_types=("visit.state",)), Counts("type"), True),
        (Query((frozenset({"NOR"}),), certain=True), Counts("country"), True),
        (Query(), Counts("actor"), False),
        (Query(), First(3, "date", reverse=False), False),
        (Query(actors=("x",)), Counts("year"), False),
        (Query(places=("x",)), Counts("year"), False),
        (Query(sources=("x",)), Counts("year"), False),
        (Query(search=("x",)), Counts("year"), False),
        (Query(parties=((together(names=("x",)),),)), Counts("year"), False),
    ],
)
def test_dates_countries_and_types_are_enough_unless_others_are_asked_for(
    query: Query,
    enough: Counts | First,
    is_enough: bool,  # noqa: FBT001
) -> None:
    assert PushdownMatcher(query, str, enough).by_columns is is_enough


def test_what_is_counted_is_searched_with_the_names_of_countries() -> None:
    name_of = {"NOR": "Noreg", "POL": "Polen"}.__getitem__
    assert PushdownMatcher(Query(search=("noreg",)), name_of, Counts("year"))(VISIT)
