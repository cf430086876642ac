"""What tests share: the program as a real process, and event files to run it on."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

PROGRAM = Path(sys.executable).with_name("diplo")
TODAY = "2025-12-31"
_UNSET = ("PYTHONUNBUFFERED", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE")
_UNSET_TOO = ("DIPLO_EVENTS", "DIPLO_DEBUG", "PYTHONIOENCODING", "TERMINAL_WIDTH")

ONE_EVENT = """\
- id: a
  date: 2021-01-02
  title: T
  type: treaty
  countries: [norway]
"""


class Result(NamedTuple):
    """What a process left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Result]


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment without what changes the program's behaviour, and with `extra`."""
    kept = {k: v for k, v in os.environ.items() if k not in (*_UNSET, *_UNSET_TOO)}
    path = f"{PROGRAM.parent}{os.pathsep}{kept.get('PATH', '')}"
    return {**kept, "PATH": path, "TERM": "xterm-256color", "DIPLO_TODAY": TODAY, **(extra or {})}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the program in an empty folder; `env` adds to its environment."""

    def run_program(
        *arguments: str | bytes,
        stdin: str | bytes = "",
        env: Mapping[str, str] | None = None,
        timeout: float = 30,
    ) -> Result:
        done = subprocess.run(
            [PROGRAM, *arguments],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env=environment(env),
            timeout=timeout,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run_program


@pytest.fixture
def shell(tmp_path: Path) -> Run:
    """Run a bash command line in an empty folder, with the program on the path."""

    def run_command(
        command: str, env: Mapping[str, str] | None = None, timeout: float = 30
    ) -> Result:
        done = subprocess.run(
            ["bash", "-c", command],  # noqa: S607  (bash stands elsewhere on each system)
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env=environment(env),
            stdin=subprocess.DEVNULL,
            timeout=timeout,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run_command


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a file into the folder in which the program runs."""

    def write_file(name: str, content: str | bytes = ONE_EVENT) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file
