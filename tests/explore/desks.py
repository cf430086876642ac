"""Event files to explore, and a desk that runs the explorer without a terminal."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import typer

from diplo.cli.commands import program
from diplo.cli.options.files import Files
from diplo.cli.query.exploring import Explored
from diplo.explore.keys import Browser
from diplo.explore.painting.lines import text_of
from diplo.explore.questions import Answers, Look
from diplo.explore.view import View
from tests.conftest import environment


def explored(monkeypatch: pytest.MonkeyPatch, *files: str | Path) -> Explored:
    """Return the answers for an explorer of event files, or of the bundled one."""
    monkeypatch.setattr("os.environ", environment())
    top = typer.main.get_command(program(["explore"]))
    parent = typer.Context(top, info_name="diplo", **top.context_settings)
    command = top.commands["explore"]  # type: ignore[attr-defined]
    context = typer.Context(command, info_name="explore", parent=parent)
    return Explored(context, Files([str(file) for file in files] or None))


def events_in(folder: Path, *events: Mapping[str, object]) -> Path:
    """Write events, with usual values for what they lack, and return the file."""
    usual = {"title": "T", "countries": ["NOR"]}
    path = folder / "in.json"
    path.write_text(json.dumps([{**usual, **event} for event in events]), encoding="utf-8")
    return path


class Desk:
    """Hosts a browser without a terminal, and remembers what it was asked to do."""

    def __init__(
        self,
        here: Explored,
        line: str = "",
        size: tuple[int, int] = (80, 24),
        look: Look | None = None,
        answers: Answers | None = None,
    ) -> None:
        self.copied: list[str] = []
        self.left: int | None = None
        self.pending: list[str] = []
        self.is_slow = False
        first = here.answers.ask(line)
        self.browser = Browser(answers or here.answers, first, self, look or Look(), size)

    def copy(self, text: str) -> None:
        self.copied.append(text)

    def leave(self, status: int) -> None:
        self.left = status

    def ask(self, line: str, *, soon: bool) -> None:
        self.pending.append(line)
        if not (soon or self.is_slow):
            self.settle()

    def settle(self) -> None:
        """Answer what was asked last."""
        line, self.pending = self.pending[-1], []
        self.browser.answer(line, self.browser.answered(line))

    def press(self, *keys: str) -> "Desk":
        """Press keys: one that is a single character types it, others go by their names."""
        for key in keys:
            self.browser.press(key, key if len(key) == 1 else None)
        return self

    def type(self, text: str) -> "Desk":
        return self.press(*text)

    @property
    def screen(self) -> list[str]:
        return [text_of(line) for line in self.browser.lines()]

    @property
    def text(self) -> str:
        return "\n".join(self.screen)

    @property
    def view(self) -> View:
        return self.browser.view

    @property
    def title(self) -> str:
        """The title of the event at the cursor."""
        return self.view.matches[self.browser.place.row].event.title

    @property
    def titles(self) -> Sequence[str]:
        return [match.event.title for match in self.view.matches]
