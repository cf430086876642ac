"""Checks of inputs under any name: whether one can be read again, or is to be overwritten."""

import contextlib
import os
import stat
import sys
from collections.abc import Iterable

from diplo.terminal.errors import STANDARD_INPUT, OutputFileError, UsageError, file_name, input_name

Identity = tuple[int, int] | str  # the device and inode of a file, else its name


def comes_once(name: str) -> bool:
    """Say whether the input of this name cannot be read again, as a pipe cannot."""
    status = _status(name)
    is_stored = status is None or stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)
    return name == STANDARD_INPUT or not is_stored


def check_once(names: Iterable[str]) -> None:
    """Make sure that no input that can be read only once is to be read twice.

    Raises:
        UsageError: one is, perhaps under two names.
    """
    names_by_identity: dict[Identity, str] = {}
    for name in names:
        first = names_by_identity.get(identity := _identity(name))
        names_by_identity[identity] = name
        if first is not None and (comes_once(first) or comes_once(name)):
            raise UsageError(f"{_twice(first, name)}; it can be read once")


def _twice(first: str, name: str) -> str:
    if first != name:
        return f"{input_name(first)} and {input_name(name)} are one and the same"
    quoted = " ('-')" if name == STANDARD_INPUT else ""
    return f"{input_name(name)}{quoted} is named twice"


def check_output(output: str, inputs: Iterable[str]) -> None:
    """Make sure that the output file is none of the input files, under any name.

    Raises:
        OutputFileError: it is one of them.
    """
    written = _status(output) if output != STANDARD_INPUT else None
    if written is None or not (stat.S_ISREG(written.st_mode) or stat.S_ISFIFO(written.st_mode)):
        return
    if (written.st_dev, written.st_ino) in map(_identity, inputs):
        raise OutputFileError(
            f"{file_name(output)} is being read too, and would lose all that is left out; "
            "write another file, then rename it"
        )


def _identity(name: str) -> Identity:
    status = _status(name)
    return name if status is None else (status.st_dev, status.st_ino)


def _status(name: str) -> os.stat_result | None:
    """Return the status of a file, or of standard input for "-"; None if there is none."""
    with contextlib.suppress(OSError, ValueError):
        if name != STANDARD_INPUT:
            return os.stat(name)
        if sys.stdin is not None:
            return os.fstat(sys.stdin.fileno())
    return None
