"""Where there is nothing to explore on or with, one line says how to go on."""

import sys
from pathlib import Path

import pytest

from diplo.cli.manual import EXAMPLES
from tests.cli.answers import refused
from tests.conftest import ONE_EVENT, Run
from tests.explore.desks import explored
from tests.terminals import in_terminal

WITHOUT = """
import sys
sys.modules["textual"] = None
from diplo.cli.main import main
sys.exit(main(["explore", "norway"]))
"""


def test_there_must_be_a_terminal(run: Run) -> None:
    refused(run("explore", "norway"), 2, "explore needs a terminal", "'diplo timeline'")
    refused(run("explore", "--color", "x"), 2, "value of --color")


@pytest.mark.parametrize(
    ("command", "status", "says"),
    [
        ("TERM=dumb diplo explore", 2, "explore needs a terminal to draw on"),
        (f"{sys.executable} -P without.py", 66, "pip install 'diplo[explore]'"),
        ("diplo explore norwey", 2, "did you mean 'norway'?"),
        ("diplo explore --events none.yaml", 66, "none.yaml"),
        ("setsid -w diplo explore", 2, "there is no terminal to take keys from; 'diplo timeline'"),
    ],
)
def test_what_is_missing_is_said_in_a_line(
    tmp_path: Path, command: str, status: int, says: str
) -> None:
    if not command.startswith(("TERM", sys.executable)):
        pytest.importorskip("textual", reason="Textual is not installed")
    (tmp_path / "without.py").write_text(WITHOUT)
    found, shown = in_terminal(command, tmp_path, columns=200)
    assert (found, shown.count("\n"), shown.startswith("diplo: ")) == (status, 1, True), shown
    assert says in shown


@pytest.mark.parametrize("typed", EXAMPLES["explore"].values())
def test_an_example_finds_events(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str
) -> None:
    (tmp_path / "mine.yaml").write_text(ONE_EVENT)
    monkeypatch.chdir(tmp_path)
    words, _, file = typed.removeprefix("diplo explore").partition("--events")
    here = explored(monkeypatch, *file.split())
    assert here.answers.ask(words).matches
