"""`diplo check` as a user meets it."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.answers import refused
from tests.conftest import ONE_EVENT, Forks, Result, Run
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


def test_a_map_may_declare_more_than_a_table_has(run: Run, write: Write) -> None:
    write("in.csv", "Date,Country,Title\n2021,Norway,T\n")
    declared = "types: {visit: {label: Visit}}\nsources: {atlas: {title: An atlas}}\n"
    declared += "countries: {XNO: {name: Nowhere}}\n"
    write("map.yaml", f'{declared}event: {{date: "{{Date}}", title: T, countries: [NOR]}}\n')
    odd = "in.csv:1:1: warning: ISO 3166-1 does not list XNO today; it is taken as it is\n"
    assert run("check", "in.csv", "--map", "map.yaml").out == odd


def test_the_bundled_file_is_checked_beside_ones_own(run: Run) -> None:
    result = run("check", "bundled", "right.yaml")
    assert (result.status, result.out.count("right.yaml:1:")) == (1, 1)
    assert run("check", "bundled") == run("check")


def test_on_a_terminal_it_breaks_between_words(forks: Forks, tmp_path: Path, run: Run) -> None:
    piped, command = run("check", "wrong.yaml"), "NO_COLOR=1 diplo check wrong.yaml"
    for columns in (20, 24, 50, 80, 300):
        status, shown = in_terminal(command, tmp_path, columns, forks=forks)
        assert (status, shown.split()) == (1, f"{piped.out}{piped.err}".split())
        assert max(map(len, shown.splitlines())) <= columns
    lines = in_terminal(command, tmp_path, 50, forks=forks)[1].splitlines()
    assert [line.startswith("  ") for line in lines[:3]] == [False, True, True]


def test_errors_are_red_and_warnings_yellow(tmp_path: Path) -> None:
    _, shown = in_terminal("diplo check wrong.yaml", tmp_path)
    assert shown.count("\x1b[31merror:\x1b[0m") == 2
    assert shown.count("\x1b[33mwarning:\x1b[0m") == 1
    assert shown.count("\x1b") == 6


def test_on_a_terminal_nothing_wrong_is_said(tmp_path: Path) -> None:
    assert in_terminal("diplo check right.yaml", tmp_path) == (0, "1 event, nothing wrong\n")


def test_the_bundled_file_passes_its_own_check(run: Run) -> None:
    assert run("check") == Result(0, "", "")


def test_check_finds_nothing(run: Run, write: Write) -> None:
    write("ok.yaml", "- {date: 2021, title: T, countries: [NOR], sources: [a]}\n")
    assert run("check", "ok.yaml") == Result(0, "", "")
    assert run("check", "ok.yaml", "--json") == Result(0, "[]\n", "")
    assert run("check", "ok.yaml", "-f", "table") == Result(0, "1 event, nothing wrong\n", "")


def test_check_prints_warnings_and_exits_with_0(run: Run, write: Write) -> None:
    write("events.yaml", "- {date: 2021, title: T, countries: [NOR, ZQX], sources: [a]}\n")
    result = run("check", "events.yaml")
    assert (result.status, result.err) == (0, "diplo: 1 warning in events.yaml\n")
    assert result.out.startswith("events.yaml:1:43: warning: ")
    assert "ZQX" in result.out


def test_check_prints_every_error_and_exits_with_1(run: Run, write: Write) -> None:
    wrong = "- {date: 2021-DD, title: T, countries: [NOR]}\n"
    write("events.yaml", "".join(wrong.replace("DD", str(number)) for number in range(40, 70)))
    result = run("check", "events.yaml")
    assert (result.status, result.err) == (1, "diplo: 30 errors in events.yaml\n")
    lines = result.out.splitlines()
    assert [line.split(": ")[:2] for line in lines] == [
        [f"events.yaml:{number}:10", "error"] for number in range(1, 31)
    ]
    (first, *_) = json.loads(run("check", "events.yaml", "--json").out)
    assert (first["file"], first["line"], first["column"]) == ("events.yaml", 1, 10)
    assert first["severity"] == "error"


def test_check_reads_several_files_as_one(run: Run, write: Write) -> None:
    write("a.yaml")
    write("b.yaml")
    result = run("check", "a.yaml", "b.yaml")
    assert result.status == 1
    assert "b.yaml:1:7: error: the id 'a' is used twice; change one; see a.yaml:1:3" in result.out


def test_check_cannot_read_a_file(run: Run) -> None:
    refused(run("check", "nothing.yaml"), 66, "nothing.yaml")


@pytest.mark.parametrize("format_name", ["csv", "tsv", "plain", "table", "json"])
def test_the_name_of_a_file_never_acts_on_the_terminal(
    run: Run, write: Write, format_name: str
) -> None:
    write("a\x1b[31m\u202e.yaml")
    result = run("check", "a\x1b[31m\u202e.yaml", "-f", format_name)
    assert result.status == 0
    assert "a" in result.out
    assert "\x1b" not in result.out
    assert "\u202e" not in result.out


@pytest.mark.parametrize("format_name", ["csv", "plain", "table", "json"])
def test_the_name_of_a_file_may_be_no_utf_8(run: Run, tmp_path: Path, format_name: str) -> None:
    name = os.fsencode(tmp_path) + b"/b\xff.yaml"
    Path(os.fsdecode(name)).write_text(ONE_EVENT, encoding="utf-8")
    result = run("check", b"b\xff.yaml", "-f", format_name)
    assert (result.status, result.err) == (0, "diplo: 1 warning in b\\xff.yaml\n")
    assert "xff.yaml" in result.out


HOSTILE = r"a\e[31m\u202e"


@pytest.mark.parametrize(
    ("files", "wrong"),
    [
        ([f'- {{date: 2021, title: T, countries: "{HOSTILE}"}}'], "must be a list"),
        ([f'sources: {{"{HOSTILE}": {{title: {t}}}}}\nevents: []' for t in "AB"], "otherwise"),
        ([f'types: {{"{HOSTILE}": {{label: {t}}}}}\nevents: []' for t in "AB"], "otherwise"),
    ],
)
def test_text_of_a_file_is_escaped_in_every_problem(
    run: Run, write: Write, files: list[str], wrong: str
) -> None:
    names = [write(f"{number}.yaml", text).name for number, text in enumerate(files)]
    options = [word for name in names for word in ("--events", name)]
    for result in (run("timeline", *options), run("check", *names), run("check", *names, "--json")):
        told = result.out + result.err
        assert wrong in told
        assert told.replace("\n", "").isprintable()
        assert "\\u001b" not in told


def test_the_schema_is_json(run: Run) -> None:
    result = run("schema")
    assert (result.status, result.err) == (0, "")
    assert json.loads(result.out)["$schema"].startswith("https://json-schema.org/")


def test_a_table_without_notes_is_not_asked_for_them(run: Run, write: Write) -> None:
    rows = "date,title,country{}\nc. 1994,Aid begins,Norway{}\n1995,A visit,Norway{}\n"
    write("in.csv", rows.format("", "", ""))
    assert run("check", "in.csv") == (0, "", "")
    write("in.csv", rows.format(",note", ",", ","))
    assert run("check", "in.csv") == (0, "", "")
    write("in.csv", rows.format(",note", ",", ",of a week"))
    assert run("check", "in.csv").out == (
        "in.csv:2:1: warning: no note says why the date is not exact; say under 'note' what was "
        "inferred\n"
    )
