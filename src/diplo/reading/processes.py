"""Work that copies of this process do, where the machine has several processors."""

import contextlib
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, BinaryIO, NoReturn

from diplo.terminal import signals

_MOST = 4
_PIPE = 2**20  # bytes, if they can be had
Task = Callable[[], Iterable[Any]]


def at_hand() -> int:
    """Return how many processes may work at a time."""
    if sys.platform != "linux":  # elsewhere a fork may not be safe, or cannot be had
        return 1
    return min(len(os.sched_getaffinity(0)), _MOST)


@contextlib.contextmanager
def working(tasks: Sequence[Task]) -> Iterator[Sequence[Iterator[Any]]]:
    """Start a process for each task, and give what each makes, as far as it comes.

    A process waits where it has made more than a pipe holds and nobody has asked for it. One that
    cannot be had, or that fails, makes no more; all end with the context.
    """
    pipes: list[BinaryIO] = []
    started: list[int] = []
    try:
        for task in tasks:
            readable, writable = os.pipe()
            pipes.append(open(readable, "rb"))  # noqa: SIM115  (closed below)
            _widen(writable)
            process = _fork()
            if process == 0:
                _work(task, pipes, writable)
            os.close(writable)
            if process:
                started.append(process)
        yield list(map(_made, pipes))
    finally:
        for process in started:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
        for pipe in pipes:
            pipe.close()


def _widen(pipe: int) -> None:
    """Let a pipe hold more, if it can, so that its writer seldom waits."""
    import fcntl  # noqa: PLC0415  (not every system has it)

    with contextlib.suppress(OSError):
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


def _fork() -> int | None:
    try:
        return os.fork()
    except OSError:
        return None


def _work(task: Task, pipes: Iterable[BinaryIO], writable: int) -> NoReturn:
    """Do a task in a process that has just been started, and end it, without a word."""
    try:
        signals.end_with_parent()
        for pipe in pipes:  # so that nobody waits for a reader that is gone
            pipe.close()
        with open(writable, "wb") as pipe:
            pipe.writelines(map(pickle.dumps, task()))
    finally:
        os._exit(0)  # what the copied process had begun is not this one's to end


def _made(pipe: BinaryIO) -> Iterator[Any]:
    with contextlib.suppress(EOFError, pickle.UnpicklingError):
        while True:
            yield pickle.load(pipe)  # noqa: S301  (we wrote it ourselves)
