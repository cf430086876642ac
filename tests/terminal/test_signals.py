"""Signals: they end the program whatever it does, once it has cleaned up."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import NoReturn

import pytest

from diplo.terminal import signals
from tests.strangers import ENVIRONMENT

HANDLED = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM, signal.SIGALRM)
HELPED = """
import os, time
from diplo.terminal import signals
from diplo.reading.processes import working

def help():
    print(os.getpid(), flush=True)
    time.sleep(60)
    yield 1

signals.heed()
with working([help]):
    while True:  # not one long sleep, which begins in spite of a signal just before it
        time.sleep(0.01)
"""


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Leave the signals of this process as they were."""
    handlers = {number: signal.getsignal(number) for number in HANDLED}
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the end of the process be that of a block."""

    def end(status: int) -> None:
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        raise SystemExit(status)

    monkeypatch.setattr(os, "_exit", end)


def help_for_good() -> NoReturn:
    signals.end_with_parent()
    while True:
        time.sleep(0.001)  # not for longer, as another thread may be given the signal


def fail() -> None:
    raise FileNotFoundError


@pytest.mark.usefixtures("ended")
def test_a_block_is_cleaned_up_where_it_ends_and_not_later() -> None:
    cleaned: list[int] = []
    with signals.cleaning(fail), signals.cleaning(lambda: cleaned.append(1)):
        assert cleaned == []
    with pytest.raises(KeyError), signals.cleaning(lambda: cleaned.append(2)):
        raise KeyError
    signals.heed()
    with pytest.raises(SystemExit):
        signal.raise_signal(signal.SIGINT)
    assert cleaned == [1, 2]


@pytest.mark.usefixtures("ended")
def test_an_interrupt_cleans_up_and_has_its_status() -> None:
    cleaned: list[int] = []

    def note(number: int) -> Callable[[], None]:
        return lambda: cleaned.append(number)

    signals.heed()
    with (
        pytest.raises(SystemExit) as end,
        signals.cleaning(note(1)),
        signals.cleaning(fail),
        signals.cleaning(note(2)),
    ):
        signal.raise_signal(signal.SIGINT)
    assert end.value.code == 130
    assert cleaned[:2] == [2, 1]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_other_signals_clean_up_and_are_what_the_program_dies_of(
    monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    told: list[object] = []
    monkeypatch.setattr(signal, "raise_signal", lambda n: told.append((n, signal.getsignal(n))))
    signals.heed()
    with signals.cleaning(lambda: told.append("clean")):
        os.kill(os.getpid(), number)
    assert told == ["clean", (number, signal.SIG_DFL), "clean"]


def test_what_is_ignored_stays_so() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signals.heed()
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    assert callable(signal.getsignal(signal.SIGTERM))


@pytest.mark.usefixtures("ended")
def test_a_helper_looks_for_its_parent_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    parents = iter([7, 7, 7, 1])
    monkeypatch.setattr(os, "getppid", lambda: next(parents, 1))
    monkeypatch.setattr(signals, "_OFTEN", 0.002)
    with pytest.raises(SystemExit) as end:
        help_for_good()
    assert end.value.code == 0
    assert next(parents, None) is None
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_helpers_end_with_the_program(number: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HELPED],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    ) as process:
        assert process.stdout is not None
        assert int(process.stdout.readline()) != process.pid
        process.send_signal(number)
        # Its streams are at their end when nobody has them any more.
        assert process.communicate(timeout=20) == (b"", b"")
    assert process.returncode == (130 if number == signal.SIGINT else -number)
