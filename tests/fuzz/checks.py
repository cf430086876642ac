"""What holds of all that diplo says and does: plain messages, little time, little memory."""

import re
import resource
import signal
from collections.abc import Callable
from typing import TypeVar

from diplo.terminal.text import refused_at

Value = TypeVar("Value")

SECONDS_A_MEGABYTE = 2.0
ALLOWANCE = 0.5  # seconds, whatever the size
MOST_MEMORY = 450 * 2**20  # of which an engine, once it is there, takes a third
LONGEST_LINE = 400
_JOINER = re.compile("[\u200c\u200d]")
COLOUR = re.compile("\x1b\\[[0-9;]*m|\x1b\\]8;;[!-~]*\x1b\\\\")  # and links


class StuckError(BaseException):
    """Something takes so long that it is stopped, which no handler of the program may hide."""


def limited(size: int, call: Callable[[], Value]) -> Value:
    """Return what a call gives, which may take so long and so much for an input of this size."""
    most = ALLOWANCE + SECONDS_A_MEGABYTE * size / 2**20
    memory = _memory()
    signal.signal(signal.SIGPROF, _stop)
    taken = []
    for _ in range(3):  # the machine is shared, so that only what repeats counts
        signal.setitimer(signal.ITIMER_PROF, most * 10)
        try:
            started = _seconds()
            value = call()
            taken.append(_seconds() - started)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        if taken[-1] <= most:
            break
    assert min(taken) <= most, f"takes {min(taken):.1f} s for {size:,} bytes"
    now = _memory()
    assert now == memory or now - AT_START <= MOST_MEMORY, f"takes {(now - AT_START) >> 20} MB"
    return value


def _stop(*_: object) -> None:
    message = "takes more than ten times as long as it may"
    raise StuckError(message)


def _seconds() -> float:
    users = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in users)


def _memory() -> int:
    """Return the most memory that this process has taken so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


AT_START = _memory()


def check_messages(text: str) -> None:
    """Make sure that what stands on standard error are lines of the program, fit for a terminal."""
    lines = text.split("\n")
    assert lines.pop() == "", "the last message does not end"
    for line in lines:
        assert line.startswith("diplo: "), line
        assert len(line) < LONGEST_LINE, line
        assert line.isprintable(), line
        assert refused_at(line) is None, line


def check_plain(text: str, *, coloured: bool = False) -> None:
    """Make sure that nothing in an output acts on a terminal, but for colours, if asked for."""
    plain = COLOUR.sub("", text) if coloured else text
    at = refused_at(_JOINER.sub("a", plain))  # beside an escape it does not seem to join letters
    assert at is None, f"{plain[at]!r} gets out: {plain[max(0, at - 40) : at + 20]!r}"
    assert "\r" not in plain
