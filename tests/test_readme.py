"""The README tells the truth: its examples print what it says, and its lists are complete."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import Forks, Run
from tests.terminals import in_terminal

TEXT = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
LEFT_OUT = "...\n"


class Example(NamedTuple):
    """A command of a transcript and what it prints."""

    command: str
    output: str


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def examples() -> Iterator[Example]:
    for block in blocks("console"):
        for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            yield Example(command, output)


def matches(printed: str, told: str) -> bool:
    parts = map(re.escape, told.split(LEFT_OUT))
    return re.fullmatch("(?:.*\n)*".join(parts), printed) is not None


def test_there_are_examples_of_all_that_people_do() -> None:
    assert (
        len(re.findall(r"^\*\*[A-Z][^*]+[.]\*\*(?:.+\n)+```console\n\$ ", TEXT, re.MULTILINE)) == 5
    )
    assert len(list(examples())) >= 6


@pytest.mark.parametrize("example", list(examples()), ids=lambda example: example.command)
def test_an_example_prints_what_it_says(example: Example, forks: Forks, tmp_path: Path) -> None:
    for program in re.findall(r"\b(jq|duckdb|mlr)\b", example.command):
        if not shutil.which(program):
            pytest.skip(f"{program} is not installed")
    (tmp_path / "mine.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    (tmp_path / "visits.csv").write_text(blocks("csv")[0], encoding="utf-8")
    _, printed = in_terminal(example.command, tmp_path, env={"NO_COLOR": "1"}, forks=forks)
    assert matches(printed, example.output), printed


def test_the_event_file_is_right(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    assert run("check", "mine.yaml") == (0, "", "")
