"""What the texts of the command line mean: countries, columns and today."""

from collections.abc import Mapping
from datetime import date

import pytest

from diplo import arguments
from diplo.countries import Countries
from diplo.errors import UsageError
from diplo.events import Country

COUNTRIES = Countries({"XAA": Country("XAA", "Aland, Free State of", ("Free Aland",))})


@pytest.mark.parametrize(
    ("typed", "clauses"),
    [
        ([], []),
        (["norway", "sweden"], [{"NOR"}, {"SWE"}]),
        (["norway", "sweden,finland"], [{"NOR"}, {"SWE", "FIN"}]),
        (["aland, free state of"], [{"XAA"}]),
        (["Free-Aland , NO"], [{"XAA", "NOR"}]),
        (["Korea, Republic of"], [{"KOR"}]),
        (["ma,li"], [{"MAR", "LIE"}]),
    ],
)
def test_countries_are_all_of_the_arguments_and_any_between_commas(
    typed: list[str], clauses: list[set[str]]
) -> None:
    assert [set(codes) for codes in arguments.asked(typed, COUNTRIES).clauses] == clauses


def test_an_unofficial_code_is_left_to_the_events() -> None:
    found = arguments.asked(["xkx,norway"], COUNTRIES)
    assert found.clauses == (frozenset({"XKX", "NOR"}),)
    assert list(found.doubtful) == ["XKX"]


@pytest.mark.parametrize(
    ("argument", "says"),
    [
        ("norwey", "did you mean 'norway'"),
        ("norway,swedn", "did you mean 'sweden'"),
        ("korea", r"KOR.*PRK"),
        ("", "blank"),
        (" \t", "blank"),
        ("norway,,sweden", "blank"),
    ],
)
def test_what_is_no_country_is_refused(argument: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        arguments.asked([argument], COUNTRIES)


def test_columns_are_split_at_commas() -> None:
    assert arguments.columns(" id, title") == ["id", "title"]
    assert arguments.columns(None) is None
    with pytest.raises(UsageError, match="--columns"):
        arguments.columns("id,,title")


def test_today_can_be_set() -> None:
    assert arguments.today({"DIPLO_TODAY": "2024-02-29"}) == date(2024, 2, 29)


@pytest.mark.parametrize("environment", [{}, {"DIPLO_TODAY": ""}])
def test_today_is_else_the_day_of_the_calendar(environment: Mapping[str, str]) -> None:
    before = date.today()  # noqa: DTZ011  (the day of the user's own calendar is meant)
    assert before <= arguments.today(environment) <= date.today()  # noqa: DTZ011


@pytest.mark.parametrize(
    "stated", ["2025-02-30", "2025", "20250101", "today", "２０２５-01-01", "2025-01-01x", " "]
)
def test_a_today_that_is_no_day_is_refused(stated: str) -> None:
    with pytest.raises(UsageError, match="DIPLO_TODAY"):
        arguments.today({"DIPLO_TODAY": stated})
