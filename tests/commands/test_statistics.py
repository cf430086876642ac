"""`diplo stats` as a user meets it."""

import json

import pytest

from diplo.grouping import KINDS
from tests.conftest import Run
from tests.test_cli import refused


@pytest.mark.parametrize("by", [None, *KINDS])
def test_counts_for_scripts(run: Run, by: str | None) -> None:
    result = run("stats", "norway", *(("--by", by) if by else ()), "--json")
    assert (result.status, result.err) == (0, "")
    rows = json.loads(result.out)
    assert rows
    assert all(list(row) == ["key", "count", "first", "last"] for row in rows)
    if by in (None, "year", "decade", "type", "place"):
        assert sum(row["count"] for row in rows) == len(run("timeline", "norway").out.splitlines())
    if by not in (None, "year", "decade"):
        counts = [row["count"] for row in rows if row["key"] is not None]
        assert counts == sorted(counts, reverse=True)


def test_selecting_is_that_of_the_timeline(run: Run) -> None:
    options = ("norway", "--since", "2021", "--type", "mission", "--certain")
    rows = json.loads(run("stats", *options, "--by", "type", "--json").out)
    kinds = [line.split("\t")[3] for line in run("timeline", *options).out.splitlines()]
    assert {row["key"]: row["count"] for row in rows} == {kind: kinds.count(kind) for kind in kinds}


def test_a_picture_with_block_characters_or_ascii(run: Run) -> None:
    shown = run("stats", "palestine", "--by", "country", "--format", "table").out
    assert "█" in shown
    assert "┈" in shown
    plainer = run("stats", "palestine", "--by", "country", "--format", "table", "--ascii").out
    assert "@" in plainer
    assert plainer.isascii()
    env = {"PYTHONIOENCODING": "ascii"}
    assert run("stats", "palestine", "--by", "country", "-f", "table", env=env).out == plainer


def test_the_width_of_the_terminal_is_used(run: Run) -> None:
    for columns in (20, 40, 60, 80, 120, 200):
        env = {"COLUMNS": str(columns)}
        lines = run("stats", "--by", "decade", "-f", "table", env=env).out.splitlines()
        assert max(map(len, lines)) <= columns
    assert max(map(len, lines)) > 150


def test_a_country_without_events(run: Run) -> None:
    result = run("stats", "iceland", "--json")
    assert result == (0, "[]\n", "diplo: no event concerns ISL (Iceland)\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--by", "yaer"), "'yaer' is not a kind to count by; did you mean 'year'?"),
        (("--by", "--json"), "--by needs a value"),
        (("--format", "markdown"), "'markdown' is not a format"),
        (("--since", "2022", "--until", "2021"), "nothing lies between them"),
        (("--group-by", "year"), "no such option '--group-by'; see 'diplo stats --help'"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], says: str) -> None:
    refused(run("stats", *arguments), 2, says)
