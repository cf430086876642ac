"""The explorer in a real terminal: at its sizes, without colour, and how it leaves the terminal."""

import contextlib
import os
import pty
import re
import select
import shlex
import shutil
import signal
import subprocess
import sys
import termios
import tty
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import pytest

pytest.importorskip("textual", reason="Textual is not installed")

from diplo.explore.terminal import Screen, can_stop, driver, is_gone, restored
from diplo.terminal.errors import UsageError
from diplo.terminal.keyboard import keyboard
from tests.conftest import environment

PATIENCE = 30  # seconds
READY = "/ find"
BUG = """
import sys
from diplo.explore.keys import Browser
Browser.go = lambda *_: 1 / 0
sys.argv[1:] = ["explore", "norway"]
from diplo.__main__ import main
main()
"""
FLAGS = "#{alternate_on} #{mouse_any_flag} #{mouse_sgr_flag} #{cursor_flag}"
needs_tmux = pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is missing")


class Pane:
    """A terminal of tmux, in which a shell command runs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._socket = str(folder / "tmux")
        os.mkfifo(folder / "written")
        self._written = os.open(folder / "written", os.O_RDWR | os.O_NONBLOCK)

    def tmux(self, *words: str, env: Mapping[str, str] | None = None) -> str:
        command = ["tmux", "-S", self._socket, "-f", "/dev/null", *words]
        done = subprocess.run(command, capture_output=True, check=False, env=env, cwd=self._folder)
        return done.stdout.decode()

    def start(self, command: str, columns: int = 80, lines: int = 24, **env: str) -> None:
        """Run a command, with its pid, its exit status and the modes before and after in files."""
        script = (
            f"stty -a >before; sh -c 'echo $$ >pid; exec {command}'; echo $? >status; "
            "stty -a >after; echo; exec tail -f /dev/null"
        )
        self._open(["-c", script], environment(env), columns, lines)
        self.tmux("set", "-s", "set-clipboard", "on")

    def start_shell(self) -> None:
        """Run a shell to type in."""
        self._open(["--noprofile", "-i"], environment({"PS1": "> "}))

    def _open(
        self, words: Sequence[str], env: Mapping[str, str], columns: int = 80, lines: int = 24
    ) -> None:
        size = ("-x", str(columns), "-y", str(lines))
        given = {**env, "TERM": "screen-256color"}
        self.tmux("new-session", "-d", *size, "bash", "--norc", *words, env=given)
        self.tmux("pipe-pane", "-O", "exec cat >written")

    def modes(self, name: str) -> str:
        """Have the shell tell the modes of the terminal."""
        file = self._folder / name
        self.press(f"stty -a >{name}.part; mv {name}.part {name}", "Enter")
        self.until(file.exists)
        return file.read_text()

    def text(self, *options: str) -> str:
        return self.tmux("capture-pane", "-p", *options)

    def shows(self, words: str) -> str:
        """Wait until some words are seen, and return the whole screen."""
        return self.until(lambda: words in self.text(), self.text)

    def until(self, happened: Callable[[], bool], told: Callable[[], str] = str) -> str:
        """Wait for what comes with something that is written to the terminal."""
        while not happened():
            ready, _, _ = select.select([self._written], [], [], PATIENCE)
            assert ready, self.text()
            os.read(self._written, 1 << 20)
        return told()

    def close(self) -> None:
        """End the terminal and what runs in it."""
        self.tmux("kill-server")
        os.close(self._written)

    def press(self, *keys: str) -> None:
        self.tmux("send-keys", *keys)

    def ended(self) -> int:
        """Wait for the end of the command, and return its exit status."""
        for name in ("status", "after"):
            file = self._folder / name
            self.until(lambda file=file: file.exists() and file.read_text().endswith("\n"))  # type: ignore[misc]
        return int((self._folder / "status").read_text())

    def signal(self, number: int) -> None:
        os.kill(int((self._folder / "pid").read_text()), number)

    def is_as_before(self) -> bool:
        before, after = ((self._folder / name).read_text() for name in ("before", "after"))
        self.until(lambda: self.tmux("display", "-p", FLAGS).split() == ["0", "0", "0", "1"])
        return before == after


@pytest.fixture
def pane(tmp_path: Path) -> Iterator[Pane]:
    """Give a terminal, and end it."""
    opened = Pane(tmp_path)
    yield opened
    opened.close()


@needs_tmux
def test_sizes_keys_and_the_clipboard(pane: Pane) -> None:
    pane.start("diplo explore norway --since 2021")
    first = pane.shows(READY)
    assert "State of relations on 31 Aug 2021" in first
    assert pane.tmux("display", "-p", FLAGS).split()[0] == "1"
    pane.press("Y")
    pane.shows("Copied")
    pane.until(lambda: "diplo timeline norway --since 2021 --all" in pane.tmux("show-buffer"))
    for columns, lines in ((100, 32), (200, 60), (60, 16), (80, 24)):
        pane.tmux("resize-window", "-x", str(columns), "-y", str(lines))
        pane.press("j")
        pane.until(
            lambda lines=lines: (
                READY in (seen := pane.text().splitlines())[-1]  # type: ignore[misc]
                and len(seen) == lines
            )
        )
    pane.press("/", "x", "Enter")
    pane.shows("no country is named 'x'")
    pane.press("Escape")
    pane.shows(READY)
    pane.press("q")
    assert pane.ended() == 0
    assert pane.is_as_before()
    assert READY not in pane.text()


@needs_tmux
@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_signals_leave_the_terminal_as_it_was(pane: Pane, number: int, status: int) -> None:
    pane.start("diplo explore")
    pane.shows(READY)
    pane.signal(number)
    assert pane.ended() == status
    assert pane.is_as_before()


@needs_tmux
def test_it_stops_and_goes_on_as_it_was(pane: Pane, tmp_path: Path) -> None:
    pane.start_shell()
    before = pane.modes("before")
    pane.press("sh -c 'echo $$ >pid; diplo explore norway; echo $? >status'", "Enter")
    seen = pane.shows(READY)

    def goes_on() -> None:
        pane.shows("Stopped")
        pane.press("fg", "Enter")
        pane.until(lambda: pane.text() == seen)
        assert pane.tmux("display", "-p", FLAGS).split() == ["1", "1", "1", "0"]
        pane.press("G", "z")
        pane.shows("z does nothing here")  # so all that the terminal replied has been read
        pane.press("g")
        pane.until(lambda: pane.text() == seen)

    pane.press("C-z")
    pane.shows("Stopped")
    assert pane.tmux("display", "-p", FLAGS).split() == ["0", "0", "0", "1"]
    assert pane.modes("stopped") == before
    goes_on()
    os.killpg(int((tmp_path / "pid").read_text()), signal.SIGSTOP)
    goes_on()
    pane.press("q")
    pane.until((tmp_path / "status").exists)
    assert pane.modes("after") == before
    assert pane.tmux("display", "-p", FLAGS).split() == ["0", "0", "0", "1"]


@needs_tmux
def test_without_colour_and_other_letters_until_ctrl_c(pane: Pane) -> None:
    pane.start("diplo explore norway -q store", NO_COLOR="1", PYTHONIOENCODING="ascii")
    assert pane.shows(READY).isascii()
    assert not re.search(r"\x1b\[(?:[0-9;]*;)?[349][0-8][;m]", pane.text("-e"))
    pane.press("C-c")
    assert pane.ended() == 130
    assert pane.is_as_before()


@needs_tmux
def test_a_bug_is_one_line_on_a_terminal_that_is_as_it_was(pane: Pane, tmp_path: Path) -> None:
    (tmp_path / "bug.py").write_text(BUG)
    pane.start(f"{sys.executable} bug.py")
    pane.shows(READY)
    pane.press("j")
    assert pane.ended() == 70
    assert pane.is_as_before()
    said = pane.shows("this is a bug in diplo (ZeroDivisionError: division by zero)")
    assert "Traceback" not in said


@needs_tmux
@pytest.mark.parametrize("closed", ["<&-", "| diplo explore --events -"])
def test_keys_come_from_the_terminal_where_input_is_something_else(pane: Pane, closed: str) -> None:
    piped = closed.startswith("|")
    start = "diplo timeline norway --since 2025 --json" if piped else "diplo explore norway"
    pane.start(f"bash -c {shlex.quote(f'{start} {closed}')}".replace("'", '"'))
    pane.shows(READY)
    pane.press("G")
    pane.press("q")
    assert pane.ended() == 0
    assert pane.is_as_before()


# --- Its parts


def test_what_a_terminal_lacks_is_a_question_mark_and_one_that_is_gone_no_error() -> None:
    parent, child = pty.openpty()
    screen = Screen(child, "ascii")
    screen.write("aé")
    screen.flush()
    assert os.read(parent, 10) == b"a?"
    assert screen.fileno() == child
    assert not is_gone(child)
    os.close(parent)
    screen.write("lost")
    assert driver(screen)._get_terminal_size(cast("Any", None)) == (80, 24)  # noqa: SLF001
    assert is_gone(child)
    os.close(child)


def test_modes_are_set_back_where_a_block_ends() -> None:
    parent, child = pty.openpty()
    before = termios.tcgetattr(child)
    with contextlib.suppress(KeyError), restored(Screen(child, "utf-8"), child):
        tty.setraw(child)
        raise KeyError
    assert termios.tcgetattr(child) == before
    ready, _, _ = select.select([parent], [], [], 5)
    assert ready
    assert b"\x1b[?1049l" in os.read(parent, 1000)
    with restored(Screen(child, "utf-8"), child):
        os.close(parent)
    os.close(child)


def test_a_program_that_no_shell_began_does_not_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    for leader, stops in ((os.getpid(), False), (1, True)):
        monkeypatch.setattr(os, "getsid", lambda _, leader=leader: leader)
        assert can_stop() is stops


def test_the_keyboard_is_standard_input_or_the_terminal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parent, child = pty.openpty()
    with os.fdopen(os.dup(child), encoding="utf-8") as typed:
        monkeypatch.setattr(sys, "stdin", typed)
        with keyboard() as keys:
            assert keys == typed.fileno()
    monkeypatch.setattr(sys, "stdin", None)
    usual = sys.__stdin__
    monkeypatch.setattr("diplo.terminal.keyboard._TERMINAL", os.ttyname(child))
    with keyboard() as keys:
        assert sys.__stdin__ is not usual
        assert os.isatty(keys)
    assert sys.__stdin__ is usual
    monkeypatch.setattr("diplo.terminal.keyboard._TERMINAL", str(tmp_path / "none"))
    with pytest.raises(UsageError, match="no terminal to take keys from"), keyboard():
        pass
    os.close(parent)
    os.close(child)
