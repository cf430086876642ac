"""`diplo compare` as a user meets it."""

import json

import pytest

from tests.commands.test_relations import BEYOND
from tests.conftest import Run
from tests.test_cli import refused


def test_a_column_for_each_argument(run: Run) -> None:
    result = run("compare", "afghanistan", "palestine,tunisia", "--json")
    assert (result.status, result.err) == (0, "")
    rows = json.loads(result.out)
    assert all(list(row) == ["period", "columns", "shared"] for row in rows)
    assert all(list(row["columns"]) == ["afghanistan", "palestine,tunisia"] for row in rows)
    (row,) = [row for row in rows if row["period"] == "2007"]
    assert row["columns"] == {"afghanistan": [], "palestine,tunisia": ["norway-embassy-tunis"]}


def test_white_space_in_an_argument_is_folded(run: Run) -> None:
    rows = json.loads(run("compare", " norway\n", "palestine\t, sweden", "--json").out)
    assert list(rows[0]["columns"]) == ["norway", "palestine , sweden"]


@pytest.mark.parametrize("by", ["year", "decade"])
def test_every_event_stands_once(run: Run, by: str) -> None:
    rows = json.loads(run("compare", "norway", "afghanistan", "israel", "--by", by, "--json").out)
    stand = [i for row in rows for ids in (*row["columns"].values(), row["shared"]) for i in ids]
    lines = run("timeline", "norway,afghanistan,israel").out.splitlines()
    assert sorted(stand) == sorted(line.split("\t")[-1] for line in lines)


def test_a_line_for_each_event_in_a_pipe(run: Run) -> None:
    lines = run("compare", "norway", "palestine", "--since", "2024", "--certain").out.splitlines()
    rows = [line.split("\t") for line in lines]
    assert ["2024", "norway; palestine", "2024-05-28", "certain", "recognition"] in [
        row[:5] for row in rows
    ]
    assert {len(row) for row in rows} == {7}


def test_silence_is_folded_and_said_to_be_that_of_the_file(run: Run) -> None:
    shown = run("compare", "afghanistan", "palestine", "--format", "table").out
    assert "1932–1959: 28 years of silence in this file" in shown


@pytest.mark.parametrize(
    ("options", "err"),
    [
        ((), ""),
        (("--since", "2021"), ""),
        (("--until", "2025-06-20"), ""),
        (("--until", "2025"), BEYOND),
        (("--since", "2025-06-21"), BEYOND),
    ],
)
def test_beyond_the_day_that_the_file_speaks_for(
    run: Run, options: tuple[str, ...], err: str
) -> None:
    result = run("compare", "norway", "palestine", *options)
    assert (result.status, result.err) == (0, err)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "missing argument"),
        (("norway",), "compare takes two countries or more, such as 'compare norway palestine'"),
        (("norway", "NOR"), "'norway' and 'NOR' are the same; compare others"),
        (("norway", "palestine", "norge"), "'norway' and 'norge' are the same"),
        (("norway", "palestin"), "did you mean 'palestine' or"),
        (("norway\x0c", "palestine"), r"no country is named 'norway\x0c'"),
        (("norway", "palestine\u2028"), r"no country is named 'palestine\u2028'"),
        (("norway", "palestine", "--by", "type"), "'type' is not a period to compare by"),
        (("norway", "palestine", "--format", "yaml"), "'yaml' is not a format"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], says: str) -> None:
    refused(run("compare", *arguments), 2, says)
