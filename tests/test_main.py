"""The entry point: `python -m diplo`, and an interrupt while the program starts."""

import gc
import runpy
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from diplo import __main__, cli
from tests.conftest import Run, environment


def test_python_m_diplo_is_the_program(run: Run) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "diplo", "timeline", "norway", "--since", "2024", "--json"],
        capture_output=True,
        check=False,
        env=environment(),
    )
    result = run("timeline", "norway", "--since", "2024", "--json")
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, result.out, b"")


def test_the_status_of_the_program_is_that_of_the_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "argv", ["diplo", "a", "b"])
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.setattr(cli, "main", lambda arguments: len(arguments) + 40)
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    assert ended.value.code == 42


def test_the_module_runs_where_it_is_the_main_one(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["diplo", "--version"])
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.delitem(sys.modules, "diplo.__main__")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("diplo", run_name="__main__")
    assert ended.value.code == 0
    assert capfd.readouterr().out.startswith("diplo ")


def test_an_interrupt_while_the_program_starts_is_silent(tmp_path: Path) -> None:
    # A module that the program needs stands in for the moment of its loading.
    (tmp_path / "bisect.py").write_text("import signal\nsignal.raise_signal(signal.SIGINT)\n")
    done = subprocess.run(
        [sys.executable, "-m", "diplo", "timeline"],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env=environment({"PYTHONPATH": str(tmp_path)}),
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


class Interrupted(ModuleType):
    """A module that is interrupted while it is loaded."""

    def __getattr__(self, name: str) -> object:
        raise KeyboardInterrupt


def test_an_interrupt_while_modules_are_loaded_has_its_status(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.setitem(sys.modules, "diplo.cli", Interrupted("diplo.cli"))
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    assert ended.value.code == 130


def test_an_interrupt_while_the_program_waits_is_silent() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "diplo", "timeline", "--events", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        time.sleep(1.5)  # to be past the interpreter's own start
        process.send_signal(signal.SIGINT)
        # Not communicate: it would close standard input, which ends the wait as well.
        assert process.wait(20) == 130
        assert process.stdout is not None
        assert process.stderr is not None
        assert (process.stdout.read(), process.stderr.read()) == (b"", b"")
