"""Signals that end the program: at once, without a word, and with nothing left behind."""

import contextlib
import os
import re
import signal
from collections.abc import Callable, Iterator
from types import FrameType
from typing import NoReturn

INTERRUPTED = 130  # the exit status that a shell gives a program killed by an interrupt
# Signals that end no program, that cannot be caught, or that report a bug.
_OTHERS = re.compile(
    "SIG(CHLD|CONT|URG|WINCH|INFO|TSTP|TTIN|TTOU|STOP|KILL|SEGV|BUS|FPE|ILL|TRAP|SYS|EMT)"
)
_ENDING = signal.valid_signals() - {n for n in signal.Signals if _OTHERS.fullmatch(n.name)}
_cleanings: list[Callable[[], None]] = []


@contextlib.contextmanager
def cleaning(clean: Callable[[], object]) -> Iterator[None]:
    """Try to clean up when a block ends, also if a signal ends it, and then perhaps twice."""

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
    _die(number)


def _die(number: int) -> None:
    signal.signal(number, signal.SIG_DFL)
    signal.raise_signal(number)


def heed() -> None:
    """Let signals that would end the program clean up first; ignored ones stay ignored.

    An exception would not do: if a callback raises one, Python prints it and goes on.
    """
    for number in _ENDING:
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _end)


def leave(status: int) -> NoReturn:
    """End the program at once, after an interrupt by SIGINT, so that a shell's loop ends too."""
    if status == INTERRUPTED:
        _die(signal.SIGINT)
    os._exit(status)
