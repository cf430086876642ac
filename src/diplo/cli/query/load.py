"""Reading the event files that a command is about, with a bar where that takes long."""

import os
from collections.abc import Callable, Sequence

from diplo import reading
from diplo.cli.options import Files
from diplo.model.events import Event, Timeline, Vocabulary
from diplo.reading import everything
from diplo.terminal.errors import Problem
from diplo.terminal.progress import progress

_LARGEST = 4 * 2**20  # bytes of files that are read again


def load(
    files: Files, keep: Callable[[Vocabulary], Callable[[Event], object]] = lambda _: everything
) -> Timeline:
    """Read the files, keeping the events that a predicate takes; by default, all of them.

    Raises:
        ContentError: the content of a file is wrong.
        UnreadableError: a file cannot be opened or read.

    """
    with progress() as watch:
        return reading.load(files.names(os.environ), keep, watch)


def check(files: Files) -> tuple[list[Problem], int]:
    """Return every problem of the files, and the number of their events.

    Raises:
        UnreadableError: a file cannot be opened or read.

    """
    with progress() as watch:
        return reading.check(files.names(os.environ), watch)


def are_small(names: Sequence[str]) -> bool:
    """Say whether files are soon read again, as standard input cannot be."""
    if not all(map(os.path.isfile, names)):
        return False
    return sum(map(os.path.getsize, names)) <= _LARGEST
