"""Errors: what is said, in how many lines, and the exit status that goes with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo.terminal.errors import (
    MOST_PROBLEMS,
    ContentError,
    DiploError,
    Hints,
    OutputFileError,
    Problem,
    StandardOutputError,
    UnreadableError,
    UsageError,
    choose,
    cut,
    did_you_mean,
    file_name,
    nearest,
    suggestion,
)

PROBLEM = Problem("events.yaml", 3, 10, "is wrong")


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (UsageError("x"), 2),
        (ContentError([PROBLEM]), 65),
        (UnreadableError("x"), 66),
        (OutputFileError("x"), 73),
        (StandardOutputError("x"), 74),
    ],
)
def test_each_failure_has_its_exit_status(error: DiploError, status: int) -> None:
    assert error.exit_status == status


def test_a_failure_is_one_line() -> None:
    assert UsageError("no country is named 'x'").messages() == ["no country is named 'x'"]


def test_a_long_line_is_cut_with_dots() -> None:
    line = cut("x" * 10_000)
    assert len(line) < 400
    assert line.endswith("x...")


def test_a_line_is_cut_only_where_it_is_too_long_and_then_as_long_as_may_be() -> None:
    whole = ["x" * length for length in range(1, 500)]
    lines = [cut(line) for line in whole]
    kept = [line for line in lines if line in whole]
    assert kept == whole[: len(kept)]
    assert {len(line) for line in lines[len(kept) :]} == {len(kept)}


def test_a_problem_is_told_with_file_line_and_column() -> None:
    assert PROBLEM.place == "events.yaml:3:10"
    assert PROBLEM.severity == "error"
    assert ContentError([PROBLEM]).messages() == ["events.yaml:3:10: is wrong"]


def test_problems_are_told_in_their_order_up_to_a_limit() -> None:
    problems = [PROBLEM._replace(line=line) for line in range(1, MOST_PROBLEMS + 2)]
    lines = ContentError(problems[:-1]).messages()
    assert [line.split(":")[1] for line in lines] == [str(n) for n in range(1, MOST_PROBLEMS + 1)]
    assert ContentError(problems).messages()[:-1] == lines
    assert "diplo check" in ContentError(problems).messages()[-1]
    assert ContentError(iter(problems)).problems == tuple(problems)


def test_the_name_of_a_file_is_escaped_and_cut() -> None:
    assert file_name("a b.yaml") == "a b.yaml"
    assert file_name("\x1b]0;x\x07.yaml") == "\\x1b]0;x\\x07.yaml"
    long_name = f"{'d' * 1000}/events.yaml"
    assert len(file_name(long_name)) < 130
    assert file_name(long_name).endswith("/events.yaml'")
    assert PROBLEM._replace(file="a\nb").place == "a\\nb:3:10"


@pytest.mark.parametrize("length", range(100, 140))
def test_the_name_of_a_file_is_quoted_only_where_it_is_cut(length: int) -> None:
    name = file_name("d" * length)
    assert ("..." in name) is name.startswith("'") is (name != "d" * length)


@pytest.mark.parametrize(
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
    given = [hints("norwey", ["norway", "poland"]) for _ in range(3)]
    assert given == ["; did you mean 'norway'?", "; did you mean 'norway'?", ""]
