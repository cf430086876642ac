"""What a wrong word may have meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo.model.suggestions import Hints, choose, did_you_mean, near, nearest, suggestion
from diplo.terminal.errors import UsageError
from tests.tables import each_of


@each_of(
    ("word", "found"),
    [
        ("recogniton", ["recognition"]),
        ("RECOGNITION", ["recognition"]),
        ("missoin.closed", ["Mission.Closed"]),
        ("nørway", ["norway"]),
        ("xyzzy", []),
        ("", []),
    ],
)
def test_the_nearest_choices_are_found_without_case_and_accents(
    word: str, found: list[str]
) -> None:
    choices = ["recognition", "Mission.Closed", "norway", "treaty"]
    assert nearest(word, choices) == found


def test_the_nearest_choice_comes_first_and_few_are_told() -> None:
    choices = ["mission-1", "mission-12", "mission", "mission-123", "treaty"]
    assert nearest("mission", choices)[0] == "mission"
    assert len(nearest("mission", choices)) == 3
    assert nearest("mission", choices, most=1) == ["mission"]
    assert len(nearest("misson", [f"mission{n}" for n in range(5)], most=4)) == 4


def test_the_beginning_of_a_word_finds_it_the_shortest_first() -> None:
    choices = ["mission.begun-again", "mission.closed", "permission"]
    assert nearest("mis", choices) == ["mission.closed", "mission.begun-again"]
    assert nearest("mi", choices) == []


@pytest.mark.parametrize(
    ("word", "names", "found"),
    [
        ("cook", ["cook-islands"], ["cook-islands"]),
        ("coo", ["cook-islands"], []),
        ("finl", ["finlandi", "finlandia-xx"], ["finlandi"]),
        ("finland", ["finlnd", "republic-of-finland"], ["republic-of-finland", "finlnd"]),
    ],
)
def test_a_part_of_a_name_is_nearer_than_a_slip(
    word: str, names: list[str], found: list[str]
) -> None:
    assert near(word, names) == found


@given(st.text(min_size=1000, max_size=2000))
def test_a_very_long_word_is_compared_quickly(word: str) -> None:
    assert set(nearest(word, ["norway", "a" * 80])) <= {"norway", "a" * 80}


def test_a_question_names_the_choices() -> None:
    assert did_you_mean([]) == ""
    assert did_you_mean(["norway"]) == "; did you mean 'norway'?"
    assert did_you_mean(["iran", "iraq"]) == "; did you mean 'iran' or 'iraq'?"
    assert did_you_mean(["a\x1b"]) == "; did you mean 'a\\x1b'?"
    assert suggestion("norwya", ["norway", "treaty"]) == "; did you mean 'norway'?"
    assert suggestion("xyzzy", ["norway", "treaty"]) == ""


def test_a_choice_is_returned() -> None:
    assert choose("year", iter(["year", "decade"]), "group") == "year"


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("yaer", "'yaer' is not a group; did you mean 'year'?"),
        ("Year", "'Year' is not a group; did you mean 'year'?"),
        ("xyzzy", "'xyzzy' is not a group; choose from year, decade"),
        ("\x1b", "'\\x1b' is not a group; choose from year, decade"),
    ],
)
def test_what_is_no_choice_is_refused_with_the_choices(word: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        choose(word, iter(["year", "decade"]), "group")
    assert refused.value.messages() == [message]


def test_hints_are_given_until_that_takes_long() -> None:
    hints = Hints(5)
    given = [hints("norwey", ["norway", "poland"], nearest) for _ in range(3)]
    assert given == [["norway"], ["norway"], ()]


def test_names_are_compared_more_quickly_than_words() -> None:
    hints, names = Hints(2), [f"name-{n}" for n in range(39)]
    given = [hints("norwey", names, lambda *_: ["norway"]) for _ in range(3)]
    assert given == [["norway"], ["norway"], ()]
