"""Signals: they end the program whatever it does, once it has cleaned up."""

import os
import re
import signal
from collections.abc import Iterator

import pytest

from diplo.terminal import signals

HANDLED = signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}
ENDING = [
    number
    for number in signal.Signals
    if re.fullmatch("SIG(HUP|INT|QUIT|ABRT|TERM|ALRM|VTALRM|PROF|USR1|USR2|XCPU)", number.name)
]


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Leave the signals of this process as they were."""
    handlers = {number: signal.getsignal(number) for number in HANDLED}
    yield
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Note of what the process would die, or with which status it would end."""
    noted: list[object] = []
    monkeypatch.setattr(signal, "raise_signal", lambda n: noted.append((n, signal.getsignal(n))))
    monkeypatch.setattr(os, "_exit", noted.append)
    return noted


def fail() -> None:
    raise FileNotFoundError


def test_a_block_is_cleaned_up_where_it_ends_and_not_later(told: list[object]) -> None:
    with signals.cleaning(fail), signals.cleaning(lambda: told.append(1)):
        assert told == []
    with pytest.raises(KeyError), signals.cleaning(lambda: told.append(2)):
        raise KeyError
    signals.heed()
    os.kill(os.getpid(), signal.SIGINT)
    assert told == [1, 2, (signal.SIGINT, signal.SIG_DFL)]


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_cleans_up_from_the_last_and_is_what_the_program_dies_of(
    told: list[object], number: int
) -> None:
    signals.heed()
    with (
        signals.cleaning(lambda: told.append("first")),
        signals.cleaning(fail),
        signals.cleaning(lambda: told.append("last")),
    ):
        os.kill(os.getpid(), number)
    assert told[:3] == ["last", "first", (number, signal.SIG_DFL)]


def test_what_was_interrupted_dies_of_that_and_all_else_has_its_status(
    told: list[object],
) -> None:
    signals.leave(signals.INTERRUPTED)
    assert told[:1] == [(signal.SIGINT, signal.SIG_DFL)]
    told.clear()
    signals.leave(66)
    assert told == [66]


def test_what_is_ignored_stays_so() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    stopped = signal.getsignal(signal.SIGTSTP)
    signals.heed()
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    assert signal.getsignal(signal.SIGTSTP) is stopped
    assert callable(signal.getsignal(signal.SIGTERM))
