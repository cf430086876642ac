"""Errors of engines, each with a message of one line."""

import contextlib
from collections.abc import Iterator

from diplo.terminal.errors import ContentError, DiploError, Problem
from diplo.terminal.text import shown

NO_SPACE = "No space left"  # as the system says it, in the message of an engine
_LONGEST = 200  # characters of what an engine says


class EngineError(DiploError):
    """An engine that failed: a lost worker, no memory, no Java."""

    exit_status = 71


class MalformedError(EngineError):
    """Lines that are no events after all."""


class DamagedError(EngineError):
    """A file whose contents do not follow its format."""


@contextlib.contextmanager
def damage_reported(name: str) -> Iterator[None]:
    """Report damage to a file as any other faulty content.

    Raises:
        ContentError: the file is damaged.
    """
    try:
        yield
    except DamagedError as error:
        message = f"the file seems to be damaged; copy it again ({error})"
        raise ContentError([Problem(name, 1, 1, message)]) from error


class SpillError(EngineError):
    """An engine that has no disk space for temporary data."""

    exit_status = 74


def engine_failure(engine: str, message: str) -> EngineError:
    """Return the error for an engine that failed, with its message."""
    kind = SpillError if NO_SPACE in message else EngineError
    return kind(f"{engine} failed: {shown(message, _LONGEST)}")
