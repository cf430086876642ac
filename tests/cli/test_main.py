"""The entry point: `python -m diplo`, and what happens while the program starts."""

import gc
import os
import runpy
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import typer
import yaml

from diplo import __main__, reading
from diplo.cli import main
from diplo.terminal import signals
from tests.cli.answers import refused
from tests.conftest import Result, Run, environment


@pytest.fixture
def inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program leave the settings of this process alone, and not end it so abruptly."""
    monkeypatch.setattr(os, "_exit", sys.exit)
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.setattr(signals, "heed", lambda: None)
    monkeypatch.setattr(sys, "path", [*sys.path])


def test_python_m_diplo_is_the_program(run: Run) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "diplo", "timeline", "norway", "--since", "2024", "--json"],
        capture_output=True,
        check=False,
        env=environment(),
    )
    result = run("timeline", "norway", "--since", "2024", "--json")
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, result.out, b"")


@pytest.mark.usefixtures("inside")
def test_the_status_of_the_program_is_that_of_the_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "argv", ["diplo", "a", "b"])
    monkeypatch.setattr(main, "main", lambda arguments: len(arguments) + 40)
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    assert ended.value.code == 42


@pytest.mark.usefixtures("inside")
def test_the_module_runs_where_it_is_the_main_one(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["diplo", "--version"])
    monkeypatch.delitem(sys.modules, "diplo.__main__")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("diplo", run_name="__main__")
    assert ended.value.code == 0
    assert capfd.readouterr().out.startswith("diplo ")


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize("safe", [False, True])
def test_the_module_leaves_the_folder_that_python_puts_first(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    safe: bool,  # noqa: FBT001  (pytest gives it by name)
) -> None:
    home = str(Path(__main__.__file__).parents[1])
    monkeypatch.setattr(sys, "flags", SimpleNamespace(safe_path=safe))
    for where, first, leaves in (
        (tmp_path, str(tmp_path), not safe),
        (home, home, False),
        (tmp_path, home, False),
        (tmp_path, str(tmp_path.parent), False),
        (tmp_path, str(tmp_path / "python.zip"), False),
    ):
        monkeypatch.chdir(where)
        sys.path[:] = [first, "next"]
        __main__.leave_the_folder()
        assert sys.path == [*([] if leaves else [first]), "next"]


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
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")


@pytest.mark.parametrize(
    "error", [MemoryError(), ImportError("lib.so: failed to map segment from shared object")]
)
def test_too_little_memory_is_told_in_a_line(
    call: Run, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fill(*_: object) -> None:
        raise error

    monkeypatch.setattr(reading, "load", fill)
    result = call("types")
    assert (result.status, result.out) == (71, "")
    assert result.err.startswith("diplo: there is not enough memory; ask for fewer events")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("flag", ["-V", "--version"])
def test_the_version_needs_no_event_file(run: Run, flag: str) -> None:
    import diplo  # noqa: PLC0415  (the package, beside the modules taken from it above)

    head = Path(reading.bundled()).read_text(encoding="utf-8")
    as_of = yaml.load(head, Loader=yaml.BaseLoader)["as_of"]  # noqa: S506  (texts only)
    said = f"diplo {diplo.__version__} (events as of {as_of})\n"
    assert run(flag, env={"DIPLO_EVENTS": "nothing.yaml"}) == Result(0, said, "")


def test_the_version_is_told_before_a_command(run: Run) -> None:
    assert run("--version", "timeline") == run("-V") == run("--version")


def break_down(*_: object) -> None:
    message = "the \x1b[31mbug " + "x" * 500
    raise RuntimeError(message)


def test_a_bug_is_one_line(call: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "load", break_down)
    result = call("timeline")
    refused(result, 70, "RuntimeError", "DIPLO_DEBUG=1")
    assert len(result.err) < 400
    assert "\x1b" not in result.err


def test_a_bug_shows_its_traceback_on_request(call: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "load", break_down)
    result = call("timeline", env={"DIPLO_DEBUG": "1"})
    assert (result.status, result.out) == (70, "")
    assert "Traceback" in result.err
    assert "break_down" in result.err
    assert "\x1b" not in result.err


def test_a_bug_without_standard_error_writes_nothing(
    call: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "load", break_down)
    monkeypatch.setattr(sys, "stderr", None)
    assert call("timeline", env={"DIPLO_DEBUG": "1"}) == Result(70, "", "")


@pytest.mark.parametrize(
    ("raised", "status"), [(KeyboardInterrupt, 130), (typer.Abort, 130), (BrokenPipeError, 141)]
)
def test_who_went_away_is_told_nothing(
    call: Run, monkeypatch: pytest.MonkeyPatch, raised: type[BaseException], status: int
) -> None:
    def go(*_: object) -> None:
        raise raised

    monkeypatch.setattr(reading, "load", go)
    assert call("types") == Result(status, "", "")
