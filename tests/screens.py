"""Many runs of the program on a terminal or into a pipe, quicker than a process for each."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pytest

from diplo.cli.main import main
from diplo.terminal import progress
from tests.conftest import environment
from tests.forks import make_commands_once
from tests.terminals import opened, shown_on

PAINT = re.compile("\x1b\\[[0-9;]*m")
COMMANDS = {
    "timeline": "timeline",
    "groups": "timeline --group-by country",
    "show": "show a b",
    "status": "status --all --long",
    "history": "status --history",
    "stats": "stats --by actor",
    "compare": "compare norway sweden",
    "decades": "compare norway sweden --by decade",
    "vocabulary": "sources",
}
_SCRIPT = """\
import json, os
from diplo.cli.main import main

usual = dict(os.environ)
with open("runs.json", encoding="utf-8") as file:
    runs = json.load(file)
for arguments, env in runs:
    os.environ.clear()
    os.environ.update({**usual, **env})
    os.write(1, b"\\0%d\\0" % main(arguments))
"""


class Screen(NamedTuple):
    """A run: its arguments, the width of the terminal, and additions to the environment."""

    arguments: Sequence[str]
    columns: int = 80
    env: Mapping[str, str] = MappingProxyType({})


class Shown(NamedTuple):
    """What a run left: its exit status, and what the terminal shows of both streams."""

    status: int
    text: str


def prepare(folder: Path, runs: Sequence[Screen]) -> str:
    """Write a script of the runs, and return the command that starts it."""
    (folder / "runs.json").write_text(
        json.dumps([(run.arguments, dict(run.env)) for run in runs]), encoding="utf-8"
    )
    (folder / "runs.py").write_text(_SCRIPT, encoding="utf-8")
    return f"{shlex.quote(sys.executable)} runs.py"


def split(printed: str) -> list[Shown]:
    """Split the output of a script of runs into that of each run."""
    texts, statuses = printed.split("\0")[:-1:2], printed.split("\0")[1::2]
    return [Shown(int(status), text) for text, status in zip(texts, statuses, strict=True)]


def on_screen(folder: Path, runs: Sequence[Screen]) -> list[Shown]:
    """Run the program again and again on a terminal, in this process."""
    make_commands_once()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setattr(progress, "_PATIENCE", 600)  # no bar where a busy machine stands still
        return [_shown(run, patch) for run in runs]


def _shown(run: Screen, patch: pytest.MonkeyPatch) -> Shown:
    patch.setattr(os, "environ", environment(run.env))
    screen, child = opened(run.columns)
    with ThreadPoolExecutor() as reader:
        text = reader.submit(shown_on, screen)
        with open(child, "w", encoding="utf-8") as terminal:
            for stream in ("stdout", "stderr"):
                patch.setattr(sys, stream, terminal)
            status = main(run.arguments)
        return Shown(status, text.result())


def piped(
    folder: Path, runs: list[Screen], env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program again and again with a pipe as its output."""
    return subprocess.run(
        ["bash", "-c", prepare(folder, runs)],  # noqa: S607  (bash stands elsewhere on each system)
        capture_output=True,
        check=False,
        cwd=folder,
        env=environment(env),
    )


def arguments(command: str, file: str = "in.json") -> list[str]:
    """Return the words of a command on a file, which `check` takes without an option."""
    words = command.split()
    return [*words, file] if words[0] == "check" else [*words, "--events", file]


def entry(name: str, text: str, **fields: object) -> dict[str, object]:
    """Return an event with a text in every field that holds text."""
    cited = [{"source": f"s-{name}", "title": text, "locator": text}]
    texts = {"title": text, "summary": text, "place": text, "note": text, "actors": [text]}
    usual = {"id": name, "date": "2021-01-02", "type": "treaty", "countries": ["NOR"]}
    return {**usual, **texts, "sources": cited, "status": {text: text}, **fields}


def two(folder: Path) -> Path:
    """Write a file with two events, of two countries; return its folder."""
    events = [entry("a", "First"), entry("b", "Second", countries=["SWE"], date="196X")]
    (folder / "in.json").write_text(json.dumps(events), encoding="utf-8")
    return folder
