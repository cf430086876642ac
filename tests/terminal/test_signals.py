"""Signals: they end the program whatever it does, once it has cleaned up."""

import os
import signal
from collections.abc import Callable, Iterator

import pytest

from diplo.terminal import signals

HANDLED = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Leave the signals of this process as they were."""
    handlers = {number: signal.getsignal(number) for number in HANDLED}
    yield
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the end of the process be that of a block."""

    def end(status: int) -> None:
        raise SystemExit(status)

    monkeypatch.setattr(os, "_exit", end)


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
