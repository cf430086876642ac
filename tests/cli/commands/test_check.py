"""`diplo check` as a user meets it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.terminals import in_terminal

Write = Callable[..., Path]

ODD = "- {date: 2021, title: T, countries: [NOR]}\n"
WRONG = "- {date: 2021-13, title: T, countries: [NOR], sources: [a]}\n"
RIGHT = "- {date: 1990, title: Other, countries: [NOR], sources: [a]}\n"


@pytest.fixture(autouse=True)
def _files(write: Write) -> None:
    write("odd.yaml", ODD)
    write("wrong.yaml", f"{WRONG.replace('T', '[]')}{WRONG}{ODD}{WRONG}{RIGHT}{WRONG}")
    write("right.yaml", RIGHT)


def test_problems_with_the_same_words_are_one_line_the_most_frequent_first(run: Run) -> None:
    result = run("check", "wrong.yaml")
    first, *others = result.out.splitlines()
    assert first.startswith("wrong.yaml:1:10: error: '2021-13' is not in the calendar: ")
    assert first.endswith(" (and 3 more like it)")
    assert [line.split(": ")[:2] for line in others] == [
        ["wrong.yaml:1:26", "error"],
        ["wrong.yaml:3:3", "warning"],
    ]
    assert not any("more like it" in line for line in others)
    assert (result.status, result.err) == (1, "diplo: 5 errors, 1 warning in wrong.yaml\n")


def test_data_have_every_problem_in_that_order(run: Run) -> None:
    result = run("check", "wrong.yaml", "--json")
    found = json.loads(result.out)
    assert [tuple(problem) for problem in found] == [
        ("file", "line", "column", "severity", "message")
    ] * 6
    assert [(each["line"], each["severity"]) for each in found] == [
        *((1, "error"), (2, "error"), (4, "error"), (6, "error")),
        *((1, "error"), (3, "warning")),
    ]
    assert "more like it" not in result.out
    assert result.err == "diplo: 5 errors, 1 warning in wrong.yaml\n"
    assert len(run("check", "wrong.yaml", "-f", "csv").out.splitlines()) == 7


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ("odd.yaml", "1 warning in odd.yaml"),
        ("odd.yaml right.yaml", "1 warning in odd.yaml"),
        ("wrong.yaml odd.yaml right.yaml", "5 errors, 2 warnings in 2 files"),
    ],
)
def test_the_sum_is_on_standard_error(run: Run, files: str, said: str) -> None:
    assert run("check", *files.split()).err == f"diplo: {said}\n"


def test_strict_fails_on_warnings(run: Run) -> None:
    assert run("check", "odd.yaml").status == 0
    assert run("check", "odd.yaml", "--strict").status == 1
    assert run("check", "wrong.yaml", "--strict").status == 1
    assert run("check", "right.yaml", "--strict") == (0, "", "")


def test_the_bundled_file_is_checked_beside_ones_own(run: Run) -> None:
    result = run("check", "bundled", "right.yaml")
    assert (result.status, result.out.count("right.yaml:1:")) == (1, 1)
    assert run("check", "bundled") == run("check")


def test_on_a_terminal_it_breaks_between_words(tmp_path: Path, run: Run) -> None:
    piped = run("check", "wrong.yaml")
    for columns in (20, 24, 50, 80, 300):
        status, shown = in_terminal("NO_COLOR=1 diplo check wrong.yaml", tmp_path, columns)
        assert (status, shown.split()) == (1, f"{piped.out}{piped.err}".split())
        assert max(map(len, shown.splitlines())) <= columns
    lines = in_terminal("NO_COLOR=1 diplo check wrong.yaml", tmp_path, 50)[1].splitlines()
    assert [line.startswith("  ") for line in lines[:3]] == [False, True, True]


def test_errors_are_red_and_warnings_yellow(tmp_path: Path) -> None:
    _, shown = in_terminal("diplo check wrong.yaml", tmp_path)
    assert shown.count("\x1b[31merror:\x1b[0m") == 2
    assert shown.count("\x1b[33mwarning:\x1b[0m") == 1
    assert shown.count("\x1b") == 6


def test_on_a_terminal_nothing_wrong_is_said(tmp_path: Path) -> None:
    assert in_terminal("diplo check right.yaml", tmp_path) == (0, "1 event, nothing wrong\n")
