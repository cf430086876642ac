"""Errors: what is said, in how many lines, and the exit status that goes with it."""

import subprocess

from diplo.terminal.errors import (
    MOST_PROBLEMS,
    ContentError,
    DiploError,
    OutputFileError,
    Problem,
    StandardOutputError,
    UnreadableError,
    UsageError,
    cut,
    file_name,
)
from diplo.terminal.shell import typed_name
from tests.tables import each_of

PROBLEM = Problem("events.yaml", 3, 10, "is wrong")


@each_of(
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


@each_of("length", range(100, 140))
def test_the_name_of_a_file_is_quoted_only_where_it_is_cut(length: int) -> None:
    name = file_name("d" * length)
    assert ("..." in name) is name.startswith("'") is (name != "d" * length)


@each_of(
    "name",
    [
        *("a.csv", "./a-b_c.csv", "a b.csv", "Ærø.csv", "-a.csv", "$(x).csv", "`x`.csv", "a;b.csv"),
        *('a"b.csv', "it's.csv", "~a.csv", "*.csv", "a\\b c.csv", "a&b|c>d.csv", "#a.csv"),
    ],
)
def test_a_name_that_is_to_be_typed_does_nothing_in_a_shell(name: str) -> None:
    command = f"printf %s {typed_name(name)}"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=True, cwd="/")
    assert done.stdout.decode().removeprefix("./") == name.removeprefix("./")
