"""The bar while files are read: on a terminal, when that takes long, and gone in the end."""

import functools
import re
import shlex
import signal
import sys
from pathlib import Path

import pytest

from tests import terminals

ENTRY = '{"date": "2021", "title": "T%d", "countries": ["norway"]}\n'
IMPATIENT = """
import sys
from diplo.cli.main import main
from diplo.engine import heartbeat
from diplo.terminal import progress
progress._PATIENCE = progress._BETWEEN = heartbeat._BETWEEN = 0
sys.exit(main(sys.argv[1:]))
"""
ERASED = "\x1b[2K"
in_terminal = functools.partial(terminals.in_terminal, bar=True)


def impatient(folder: Path, events: int = 1) -> str:
    """Write events, and return what is the program, but that it has a bar from the first on."""
    (folder / "e.jsonl").write_text("".join(ENTRY % number for number in range(events)))
    (folder / "impatient.py").write_text(IMPATIENT)
    return f"{shlex.quote(sys.executable)} impatient.py"


def test_who_waits_sees_a_bar_that_goes_away(tmp_path: Path) -> None:
    command = f"{impatient(tmp_path, 1000)} timeline --events - -n 1 -c title <e.jsonl"
    status, printed = in_terminal(command, tmp_path)
    assert status == 0
    assert "reading standard input" in printed
    assert "\x1b[3" not in printed.replace("\x1b[39m", "")
    assert ERASED in printed
    assert printed.rindex(ERASED) < printed.index("T0")


def test_who_does_not_wait_sees_none(tmp_path: Path) -> None:
    patient = IMPATIENT.replace("_BETWEEN = 0", "_BETWEEN = 60")  # on a slow machine too
    (tmp_path / "patient.py").write_text(patient)
    command = f"{shlex.quote(sys.executable)} patient.py timeline -n 1 -c title"
    status, printed = in_terminal(command, tmp_path, env={"NO_COLOR": "1"})
    assert status == 0
    assert "reading" not in printed
    assert "\x1b" not in printed


@pytest.mark.parametrize("env", [{}, {"TERM": "dumb"}])
def test_no_bar_where_nobody_could_see_it(tmp_path: Path, env: dict[str, str]) -> None:
    away = "" if env else "2> err"
    command = f"{impatient(tmp_path)} timeline --events e.jsonl -n 1 -f plain {away}"
    status, printed = in_terminal(command, tmp_path, env=env)
    assert status == 0
    assert "reading" not in printed
    if away:
        assert (tmp_path / "err").read_text() == ""


def test_closed_standard_error(tmp_path: Path) -> None:
    status, printed = in_terminal("diplo timeline -n 1 -f plain 2>&-", tmp_path)
    assert (status, len(printed.splitlines())) == (0, 1)


@pytest.mark.parametrize(
    ("name", "command"),
    [
        *(("e.yaml", "check"), ("e.json", "check"), ("e.jsonl", "check")),
        *(("e.jsonl", "timeline -n 1 -f plain"), ("e.json", "status"), ("e.json", "stats")),
    ],
)
def test_the_bar_tells_how_far_it_is(tmp_path: Path, name: str, command: str) -> None:
    long = ENTRY.strip().replace("}", ', "summary": "' + "many words " * 9 + 'end"}')
    count = 300 if name == "e.yaml" else 1500  # of what takes longer, and tells more often
    events = [long % number for number in range(count)]
    joined = {"e.json": f"[{','.join(events)}]", "e.jsonl": "\n".join(events)}
    yaml = "".join(f"- {event}\n" for event in events)
    program = impatient(tmp_path)
    (tmp_path / name).write_text(joined.get(name, yaml))
    files = name if command == "check" else f"--events {name}"
    status, printed = in_terminal(f"{program} {command} {files}", tmp_path)
    assert status == 0, printed
    shares = [int(share) for share in re.findall(r"(\d+)%", printed)]
    assert shares == sorted(shares)
    assert len(set(shares)) >= 4
    assert 100 >= shares[-1] > 50
    assert f"reading {name}" in printed
    assert ERASED in printed


def test_an_engine_that_works_is_waited_for_with_a_bar(tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason="the extra 'engine' is not installed")
    line = f"{impatient(tmp_path)} timeline --events e.jsonl --engine duckdb"
    status, printed = in_terminal(line, tmp_path)
    assert status == 0
    assert printed.index("reading e.jsonl") < printed.rindex(ERASED) < printed.index("T0")


def test_an_error_comes_after_the_bar(tmp_path: Path) -> None:
    program = impatient(tmp_path, 600)
    with (tmp_path / "e.jsonl").open("a") as file:
        file.write("{}\n")
    status, printed = in_terminal(f"{program} timeline --events e.jsonl", tmp_path)
    assert status == 65
    assert printed.rindex(ERASED) < printed.index("diplo: e.jsonl:601:1: ")


def test_a_hostile_name_is_no_markup_and_no_control(tmp_path: Path) -> None:
    line = f"{impatient(tmp_path)} check $'[bold]\\e[31m.jsonl'"
    (tmp_path / "e.jsonl").rename(tmp_path / "[bold]\x1b[31m.jsonl")
    _, printed = in_terminal(line, tmp_path)
    assert r"reading [bold]\x1b[31m.jsonl" in printed


STOPPED = """
import signal, sys
from rich.progress import Progress
from diplo import __main__
from diplo.terminal import progress

progress._PATIENCE = progress._BETWEEN = 0
number = signal.Signals[sys.argv.pop(1)]
refresh = Progress.refresh
Progress.refresh = lambda bar: (refresh(bar), bar.live.is_started and signal.raise_signal(number))
__main__.main()
"""
HIDDEN, SHOWN = "\x1b[?25l", "\x1b[?25h"


@pytest.mark.parametrize(
    ("name", "status"), [("SIGINT", -signal.SIGINT), ("SIGTERM", -signal.SIGTERM)]
)
def test_a_signal_takes_the_bar_away_and_shows_the_cursor(
    tmp_path: Path, name: str, status: int
) -> None:
    (tmp_path / "e.jsonl").write_text(ENTRY % 1)
    (tmp_path / "stopped.py").write_text(STOPPED)
    command = f"exec {shlex.quote(sys.executable)} stopped.py {name} check e.jsonl"
    ended, printed = in_terminal(command, tmp_path)
    assert (ended, printed.count(HIDDEN)) == (status, 1)
    assert "reading e.jsonl" in printed
    assert printed.endswith(f"\r{ERASED}{SHOWN}")
