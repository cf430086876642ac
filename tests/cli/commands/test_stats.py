"""`diplo stats` as a user meets it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from diplo.history.groups import KINDS, TIMES
from tests.cli.answers import refused
from tests.conftest import Run

Write = Callable[..., Path]

FILE = """\
- {date: 1990/.., title: Ties, countries: [norway, sweden], type: ties, status: {Ties: kept}}
- {date: 2001, title: Talks, countries: [norway, sweden], type: talks.held}
- {date: 2003-05?, title: War, countries: [norway, iceland], type: talks, status: {War: on}}
- {date: 200X, title: Peace, countries: [norway, sweden], type: talks.held, place: Oslo}
- {date: "[..2002]", title: Rumours, countries: [norway], type: talks.held, actors: [Ola]}
"""


@pytest.fixture
def asked(write: Write, call: Run) -> Run:
    """Ask for counts of a small file."""
    write("e.yaml", FILE)
    return lambda *arguments: call("stats", "--events", "e.yaml", *arguments)


@pytest.mark.parametrize("by", [None, *KINDS])
def test_counts_for_scripts(call: Run, by: str | None) -> None:
    result = call("stats", "norway", *(("--by", by) if by else ()), "--json")
    assert (result.status, result.err) == (0, "")
    rows = json.loads(result.out)
    assert rows
    assert all(list(row) == ["key", "count", "possible", "first", "last"] for row in rows)
    if by in (None, *TIMES, "type", "place"):
        found = json.loads(call("timeline", "norway", "--json").out)
        assert sum(row["count"] for row in rows) == len(found)
    if by not in (None, *TIMES):
        counts = [row["count"] for row in rows if row["key"] is not None]
        assert counts == sorted(counts, reverse=True)


def test_over_time_there_is_a_row_for_every_year_and_what_is_of_none(asked: Run) -> None:
    assert [tuple(row.values()) for row in json.loads(asked("--since", "2001", "--json").out)] == [
        ("2001", 1, 2, "2001", "2001"),
        ("2002", 0, 2, None, None),
        ("2003", 1, 1, "2003-05?", "2003-05?"),
        ("ongoing", 1, 0, "1990/..", "1990/.."),
        (None, 2, 0, "200X", "[..2002]"),
    ]


def test_of_kinds_there_are_those_of_the_range_and_what_was_under_way(asked: Run) -> None:
    found = json.loads(asked("--since", "2001", "--by", "type", "--json").out)
    assert [tuple(row.values()) for row in found] == [
        ("talks", 1, 0, "2003-05?", "2003-05?"),
        ("talks.held", 1, 2, "2001", "2001"),
        ("ongoing", 1, 0, "1990/..", "1990/.."),
    ]


def test_selecting_is_that_of_the_timeline(call: Run) -> None:
    options = ("norway", "--since", "2021", "--type", "mission", "--certain", "--began")
    rows = json.loads(call("stats", *options, "--by", "type", "--json").out)
    kinds = [event["type"] for event in json.loads(call("timeline", *options, "--json").out)]
    assert {row["key"]: row["count"] for row in rows} == {kind: kinds.count(kind) for kind in kinds}


YEARS = """\
Norway since 2001 by year                  2 events · 1 under way · 2 may belong
SWE Sweden 1   ISL Iceland 1

2001  1 │ ▇▇▇▇▇
        ┊ 2002
2003  1 │ ░░░░░  ◆ War
Under way before 2001: 1
Not tied to one year: 2

◆ changes a state   ░░ date in doubt
"""


def test_a_table_is_a_picture_in_fine_marks_or_ascii(asked: Run) -> None:
    options = ("norway", "--since", "2001", "--format", "table")
    shown = asked(*options).out
    assert shown == YEARS
    plainer = asked(*options, "--ascii").out
    assert plainer.isascii()
    assert "2003  1 | ?????  * War" in plainer


def test_the_width_of_the_terminal_is_used(call: Run) -> None:
    for columns in (20, 40, 60, 80, 120, 200):
        env = {"COLUMNS": str(columns)}
        for by in ("decade", "year", "source"):
            lines = call("stats", "--by", by, "-f", "table", env=env).out.splitlines()
            assert max(map(len, lines)) <= columns


def test_a_country_without_events(call: Run) -> None:
    result = call("stats", "iceland", "--json")
    assert result == (0, "[]\n", "diplo: no event concerns Iceland (ISL); see 'diplo countries'\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--by", "yaer"), "'yaer' is not a kind to count by; did you mean 'year'?"),
        (("--by", "--json"), "--by needs a value"),
        (("--format", "markdown"), "'markdown' is not a format"),
        (("--since", "2022", "--until", "2021"), "nothing lies between them"),
        (
            ("--group-by", "year"),
            "no such option '--group-by'; did you mean '--by'? See 'diplo stats --help'",
        ),
    ],
)
def test_wrong_usage(call: Run, arguments: tuple[str, ...], says: str) -> None:
    refused(call("stats", *arguments), 2, says)
