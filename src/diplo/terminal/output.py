"""Write output, all or nothing, and messages; find a terminal's width, encoding and colours."""

import contextlib
import os
import re
import stat
import sys
from collections.abc import Mapping
from typing import NamedTuple, TextIO

from diplo.terminal import signals
from diplo.terminal.errors import OutputFileError, StandardOutputError, cut, file_name
from diplo.terminal.text import escape, fold_space

STANDARD_OUTPUT = "-"
_USUAL_WIDTH = 80
_NARROWEST, _WIDEST = 20, 10_000
_OFF = {"FORCE_COLOR": "0", "CLICOLOR": "0", "TERM": "dumb"}  # no colour, unless it is forced


class Target(NamedTuple):
    """Where output goes: a file's path, or "-" for standard output."""

    path: str = STANDARD_OUTPUT

    @property
    def is_terminal(self) -> bool:
        """Whether output goes to a terminal."""
        return self.path == STANDARD_OUTPUT and sys.stdout is not None and sys.stdout.isatty()

    @property
    def encoding(self) -> str:
        """The encoding of standard output, or UTF-8 for a file."""
        if self.path != STANDARD_OUTPUT or sys.stdout is None:
            return "utf-8"
        return sys.stdout.encoding

    def width(self, environment: Mapping[str, str]) -> int:
        """Return the terminal's width, else COLUMNS if that is a sensible number, else 80."""
        columns = _columns(sys.stdout) if self.is_terminal else 0
        stated = environment.get("COLUMNS", "")
        if not columns and stated.isascii() and stated.isdigit() and len(stated) <= len("10000"):
            columns = int(stated)
        return min(max(columns, _NARROWEST), _WIDEST) if columns else _USUAL_WIDTH

    def colours(self, choice: str, environment: Mapping[str, str]) -> int:
        """Return how many colours to use: none, 16 or 256. `choice` is auto, always or never."""
        if not self._is_coloured(choice, environment):
            return 0
        has_256 = "256" in environment.get("TERM", "") or environment.get("COLORTERM")
        return 256 if has_256 else 16

    def _is_coloured(self, choice: str, environment: Mapping[str, str]) -> bool:
        if choice != "auto":
            return choice == "always"
        if environment.get("NO_COLOR"):
            return False
        forced = (environment.get(name) for name in ("FORCE_COLOR", "CLICOLOR_FORCE"))
        if any(value not in (None, "", "0") for value in forced):
            return True
        return self.is_terminal and not any(environment.get(k) == v for k, v in _OFF.items())

    def write(self, data: bytes) -> tuple[str, ...]:
        """Write all data at once, and return notes on what that does.

        Raises:
            BrokenPipeError: the reader of standard output or of a FIFO went away.
            OutputFileError: a file cannot be made or replaced, and is as it was, or a device, a
                FIFO or an open descriptor cannot be written.
            StandardOutputError: standard output cannot be written.
        """
        is_standard = self.path == STANDARD_OUTPUT
        try:
            if is_standard:
                _write_standard_output(data)
                return ()
            return _write_file(self.path, data)
        except BrokenPipeError:
            raise
        except OSError as error:
            reason = error.strerror or str(error)
            if is_standard:
                raise StandardOutputError(f"standard output cannot be written: {reason}") from error
            raise OutputFileError(
                f"{file_name(self.path)} cannot be written: {reason}; name another file"
            ) from error


def complain(message: str) -> None:
    """Write an error message as one line, which on a terminal breaks between words."""
    tell(f"diplo: {fold_space(message)}", wraps=True)


def tell(line: str, *, wraps: bool = False) -> None:
    """Write a line, escaped and cut, to standard error, if that is possible at all."""
    if sys.stderr is None:
        return
    encoding = sys.stderr.encoding
    text = cut(escape(line).encode(encoding, "backslashreplace").decode(encoding))
    with contextlib.suppress(OSError, ValueError):
        if wraps and sys.stderr.isatty():
            text = _wrapped(text, _columns(sys.stderr) or _USUAL_WIDTH)
        _write_all(sys.stderr.fileno(), f"{text}\n".encode(encoding))


def _wrapped(line: str, width: int) -> str:
    if len(line) <= width or width < _NARROWEST:
        return line
    from textwrap import wrap  # noqa: PLC0415  (few messages are so long)

    lines = wrap(
        line,
        width,
        subsequent_indent="  ",
        break_long_words=False,  # or names cannot be copied
        break_on_hyphens=False,
    )
    return "\n".join(lines)


def _columns(stream: TextIO) -> int:
    """Return the width of a terminal, 0 if it is unknown."""
    with contextlib.suppress(OSError):
        return os.get_terminal_size(stream.fileno()).columns
    return 0


def _write_standard_output(data: bytes) -> None:
    if sys.stdout is None:
        raise StandardOutputError("standard output is closed")
    # Not through sys.stdout, which tries again at exit to write what is left in its buffer.
    _write_all(sys.stdout.fileno(), data)


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        try:
            rest = rest[os.write(descriptor, rest) :]
        except BlockingIOError:  # another process may have made a shared pipe non-blocking
            import select  # noqa: PLC0415  (few pipes are)

            select.select((), (descriptor,), ())


def _write_file(path: str, data: bytes) -> tuple[str, ...]:
    """Make or replace the regular file that a path or its links lead to; write to anything else.

    That is a FIFO, a device, or a descriptor of this process, to which /dev/stdout leads.
    """
    try:
        status = os.stat(path)
    except FileNotFoundError:
        status = None
    if status is not None and not stat.S_ISREG(status.st_mode):
        with open(path, "wb", buffering=0) as device:
            _write_all(device.fileno(), data)
        return ()
    while os.path.islink(path):  # not by realpath, which drops the final slash of a folder
        folder, name = os.path.split(path)
        if re.fullmatch(f"/proc/{os.getpid()}/(task/[0-9]+/)?fd", os.path.realpath(folder)):
            _write_all(int(name), data)
            return ()
        path = os.path.join(folder, os.readlink(path))
    if status and not (status.st_mode & stat.S_IWUSR and os.access(path, os.W_OK)):
        raise OutputFileError(
            f"{file_name(path)} is read-only; name another file, or run chmod u+w on it"
        )
    _replace(path, data, status)
    if status and status.st_nlink > 1:
        return (f"other names (hard links) of {file_name(path)} keep what it held before",)
    return ()


def _replace(path: str, data: bytes, status: os.stat_result | None) -> None:
    """Make a regular file, or replace one, keeping its owner and permissions."""
    temporary = os.path.join(os.path.dirname(path), f".diplo-{os.urandom(8).hex()}")
    mode = 0o600 if status else 0o666
    with signals.cleaning(lambda: os.unlink(temporary)):
        with open(temporary, "xb", 0, opener=lambda name, how: os.open(name, how, mode)) as file:
            _write_all(file.fileno(), data)
        if status:
            with contextlib.suppress(OSError):
                os.chown(temporary, status.st_uid, status.st_gid)
            os.chmod(temporary, stat.S_IMODE(status.st_mode))
        os.replace(temporary, path)
