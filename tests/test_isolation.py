"""Nothing leaks in: what lies in a folder is not run."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import PROGRAM
from tests.strangers import ENVIRONMENT, MODULES, strangers

Write = Callable[..., Path]
Answers = list[tuple[int, bytes, bytes]]  # status, output and errors of each command

LINE = '{"id": "a", "date": "2021", "title": "T", "countries": ["sweden"]}\n'
ASKED = (
    ["--version"],
    ["--help"],
    ["timeline", "sweden", "--since", "3 May 2020"],
    ["timeline", "norway", "--year", "2024", "--format", "table", "--color", "always"],
    ["timeline", "norway", "--year", "2024", "--format", "yaml"],
    ["timeline", "--events", "mine.jsonl", "--since", "9 years ago", "--json"],
    ["check"],
)


def answers(folder: Path, *program: str | Path) -> Answers:
    """Return what the program answers in a folder."""
    answered = []
    for arguments in ASKED:
        command = [*program, *arguments]
        done = subprocess.run(
            command, capture_output=True, check=False, cwd=folder, env=ENVIRONMENT, timeout=60
        )
        answered.append((done.returncode, done.stdout, done.stderr))
    return answered


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """Return what the program answers where nothing of a stranger lies."""
    folder = tmp_path_factory.mktemp("empty")
    (folder / "mine.jsonl").write_text(LINE)
    answered = answers(folder, PROGRAM)
    assert {status for status, *_ in answered} == {0}
    return answered


def test_the_script_takes_nothing_from_the_folder(
    expected: Answers, tmp_path: Path, write: Write
) -> None:
    write("mine.jsonl", LINE)
    seen = strangers(tmp_path, MODULES)
    assert answers(tmp_path, PROGRAM) == expected
    assert not seen.exists()


def loaded_by_python(folder: Path) -> set[str]:
    """Return the modules that Python itself imports before the one that it is to run."""
    folder.mkdir()
    (folder / "probe.py").write_text("import sys\nprint(*sys.modules)\n")
    command = [sys.executable, "-m", "probe"]
    done = subprocess.run(command, capture_output=True, check=True, cwd=folder, env=ENVIRONMENT)
    return set(done.stdout.decode().split())


def test_the_module_takes_nothing_from_the_folder_once_it_runs(
    expected: Answers, tmp_path: Path, write: Write
) -> None:
    write("mine.jsonl", LINE)
    # Python looks for these, and for diplo, in the folder before anything of diplo runs.
    early = {"diplo", *loaded_by_python(tmp_path / "probe")}
    seen = strangers(tmp_path, MODULES - early)
    assert answers(tmp_path, sys.executable, "-m", "diplo") == expected
    assert not seen.exists()


def test_the_module_runs_where_the_folder_is_gone(tmp_path: Path) -> None:
    script = f"cd {tmp_path} && rmdir {tmp_path} && exec {sys.executable} -m diplo types"
    command = ["bash", "-c", script]
    done = subprocess.run(command, capture_output=True, check=False, env=ENVIRONMENT)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("option", ["-P", "-I"])
def test_the_module_takes_nothing_from_the_folder_where_python_is_told_so(
    option: str, tmp_path: Path
) -> None:
    seen = strangers(tmp_path, MODULES)
    command = [sys.executable, option, "-m", "diplo", "timeline", "norway", "--json"]
    done = subprocess.run(command, capture_output=True, check=True, cwd=tmp_path, env=ENVIRONMENT)
    assert json.loads(done.stdout)
    assert not seen.exists()
