"""Pictures on the command line: which commands draw them, how wide, and what is refused."""

import pytest

from tests.cli.answers import SMALL, Write, refused
from tests.conftest import ONE_EVENT, Run
from tests.formats.pictures import read

FILE = """\
as_of: 2025-06-20
events:
  - {id: a, date: 2001, title: They meet, countries: [norway, sweden], status: {Embassy: open}}
  - {id: b, date: 2021, title: They part, countries: [norway, sweden], status: {Embassy: closed}}
  - {id: c, date: 2022, title: They talk, countries: [norway, finland], type: talk}
  - {id: d, date: 2024, title: They trade, countries: [norway, finland], status: {Trade: free}}
"""


@pytest.mark.parametrize(
    "command",
    ["timeline norway", "compare sweden finland", "status", "status --history", "stats --by type"],
)
def test_what_can_be_drawn_is_written_as_a_picture(run: Run, write: Write, command: str) -> None:
    folder = write("in.yaml", FILE).parent
    arguments = (*command.split(), "--events", "in.yaml")
    result = run(*arguments, "-f", "svg")
    assert (result.status, result.err) == (0, "")
    assert read(result.out).faults() == []
    assert read(result.out).width == 1200
    assert run(*arguments, "-o", "out.svg", "--width", "640").out == ""
    text = (folder / "out.svg").read_text(encoding="utf-8")
    assert read(text).width == 640
    assert run(*arguments, "-f", "svg", env={"COLUMNS": "40", "LC_ALL": "C"}).out == result.out


def states(out: str) -> list[str]:
    words = read(out).words
    start = words.index("State of relations") if "State of relations" in words else len(words)
    return [
        each for each in words[start:] if each in ("Embassy", "Trade", "open", "closed", "free")
    ]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("timeline norway", ["Embassy", "open", "closed", "Trade", "free"]),
        ("timeline sweden", ["Embassy", "open", "closed"]),
        # What began before the range stands in it, and what comes after it does not.
        ("timeline sweden --year 2021", ["Embassy", "closed"]),
        ("timeline norway --year 2022", ["Embassy", "closed"]),
        ("timeline --type talk", []),
        ("compare sweden finland", ["Embassy", "open", "closed", "Trade", "free"]),
    ],
)
def test_the_states_stand_below_that_events_change(
    run: Run, write: Write, asked: str, expected: list[str]
) -> None:
    write("in.yaml", FILE)
    result = run(*asked.split(), "--events", "in.yaml", "-f", "svg")
    assert (result.status, result.err) == (0, "")
    assert states(result.out) == expected


def test_states_are_told_up_to_today_or_the_last_day_of_the_file(run: Run, write: Write) -> None:
    write("in.yaml", FILE)
    arguments = ("timeline", "sweden", "--events", "in.yaml", "-f", "svg")
    result = run(*arguments, env={"DIPLO_TODAY": "2020-12-31"})
    assert states(result.out) == ["Embassy", "open"]


def test_an_empty_range_has_a_picture_that_says_what_is_near(run: Run, write: Write) -> None:
    write("in.yaml", FILE)
    result = run("timeline", "sweden", "--events", "in.yaml", "-f", "svg", "--year", "2010")
    assert (result.status, result.err) == (0, "")
    assert read(result.out).words[1:4] == [
        *("nothing · 0 may belong"[:7], "Nearest: 2001 They meet", "Nearest: 2021 They part"),
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("show", "a", "-f", "svg"), "only timeline, status, stats and compare can be drawn; here"),
        (("countries", "-f", "svg"), "here table, plain, json, jsonl, csv, tsv will do"),
        (("sources", "-o", "a.svg"), "--output knows no format for the ending '.svg'; choose from"),
        (("status", "--every", "year", "-f", "svg"), "--every makes a table of numbers; leave it"),
        (("timeline", "-f", "svg", "-c", "id"), "--format svg has whole events; leave --columns"),
        (("timeline", "--width", "600"), "--width is for pictures; add --format svg, or leave it"),
        (("stats", "--width", "600", "--json"), "--width is for pictures"),
        (("compare", "norway", "sweden", "--width", "1"), "--width is for pictures"),
        (
            ("timeline", "-f", "svg", "--width", "479"),
            "--width takes 480 to 6000 pixels, not '479'",
        ),
        (("status", "-f", "svg", "--width", "6001"), "--width takes 480 to 6000 pixels"),
        (("stats", "-f", "svg", "--width", "600px"), "pixels, not '600px'"),
        (("stats", "-f", "svg", "--width", "٦٠٠"), "--width takes 480 to 6000 pixels"),
        (("show", "a", "--width", "600"), "no such option '--width'"),
        (("compare", "a", "b", "-f", "html"), "'html' is not a format"),
    ],
)
def test_what_is_no_picture_is_refused(
    run: Run, write: Write, arguments: tuple[str, ...], says: str
) -> None:
    write("in.yaml", ONE_EVENT)
    refused(run(*arguments, "--events", "in.yaml"), 2, says)


@pytest.mark.parametrize("width", ["480", "6000"])
def test_the_width_has_its_ends(run: Run, write: Write, width: str) -> None:
    write("small.yaml", SMALL)
    result = run("timeline", "--events", "small.yaml", "-f", "svg", "--width", width)
    assert read(result.out).faults() == []
    assert read(result.out).width == float(width)


def test_what_is_left_out_is_said_in_the_picture_alone(run: Run, write: Write) -> None:
    write("in.yaml", FILE + "  - {date: /.., title: So, countries: [norway], status: {A: b}}\n")
    result = run("status", "--events", "in.yaml", "-f", "svg", "--on", "2000")
    assert result.status == 0
    result = run("status", "--events", "in.yaml", "-f", "svg")
    assert result.err == ""
    assert "1 more is told without a start." in read(result.out).words


def test_a_picture_replaces_its_file_whole(run: Run, write: Write) -> None:
    path = write("out.svg", "old")
    write("in.yaml", FILE)
    assert run("timeline", "--events", "in.yaml", "-o", "out.svg").status == 0
    assert path.read_text(encoding="utf-8").startswith("<svg ")
