"""What engines cannot do, in a line of ours."""

import contextlib
from collections.abc import Iterator

from diplo.terminal.errors import ContentError, DiploError, Problem
from diplo.terminal.text import shown

NO_SPACE = "No space left"
_LONGEST = 200  # characters of what an engine says


class EngineError(DiploError):
    """An engine that failed: a lost worker, no memory, no Java."""

    exit_status = 71


class MalformedError(EngineError):
    """Something that is no event after all."""


class DamagedError(EngineError):
    """A file whose inside is not as its format has it."""


@contextlib.contextmanager
def damage_told(name: str) -> Iterator[None]:
    """Tell of damage as of any content that is wrong.

    Raises:
        ContentError: the file is damaged.

    """
    try:
        yield
    except DamagedError as error:
        message = f"the file seems to be damaged; copy it again ({error})"
        raise ContentError([Problem(name, 1, 1, message)]) from error


class SpillError(EngineError):
    """An engine that has no space for what it must set aside."""

    exit_status = 74


def failed(engine: str, said: str) -> EngineError:
    """Return the error for what an engine says of itself."""
    kind = SpillError if NO_SPACE in said else EngineError
    return kind(f"{engine} failed: {shown(said, _LONGEST)}")
