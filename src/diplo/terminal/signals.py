"""Signals that end the program: at once, without a word, and with nothing left behind."""

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from types import FrameType

INTERRUPTED = 130
_ENDING = [number for number in signal.Signals if number.name in ("SIGHUP", "SIGINT", "SIGTERM")]
_cleanings: list[Callable[[], None]] = []


@contextlib.contextmanager
def cleaning(clean: Callable[[], object]) -> Iterator[None]:
    """Try to clean up where a block ends, also where a signal ends it, and then perhaps twice."""

    def attempt() -> None:
        with contextlib.suppress(OSError):
            clean()

    _cleanings.append(attempt)
    try:
        yield
    finally:
        attempt()
        _cleanings.remove(attempt)


def _end(number: int, _: FrameType | None) -> None:
    for clean in reversed(_cleanings):
        clean()
    if number == signal.SIGINT:
        os._exit(INTERRUPTED)
    signal.signal(number, signal.SIG_DFL)
    signal.raise_signal(number)


def heed() -> None:
    """Let signals end the program, unless it is to ignore them.

    An exception would not do: where a callback raises one, Python prints it and goes on.
    """
    for number in _ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)
