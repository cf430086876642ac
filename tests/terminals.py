"""A pseudo-terminal of a given width, to see what a person would see."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import Forks, environment

_BAR = re.compile("\x1b\\[\\?25lreading .*\x1b\\[\\?25h", re.DOTALL)  # while the cursor is hidden


def in_terminal(
    command: str,
    folder: Path,
    columns: int = 80,
    env: Mapping[str, str] | None = None,
    forks: Forks | None = None,
    *,
    bar: bool = False,
) -> tuple[int, str]:
    """Run a bash command line; return its exit status and what it printed, streams together.

    With `forks`, a fork replaces the program if that will do. A progress bar, which a slow machine
    shows for a while, is left out unless `bar` is true.
    """
    screen, child = opened(columns)
    process = subprocess.Popen(
        ["bash", "-c", command],  # noqa: S607  (bash stands elsewhere on each system)
        cwd=folder,
        env=forks.environment(command, env) if forks else environment(env),
        stdin=subprocess.DEVNULL,
        stdout=child,
        stderr=child,
    )
    os.close(child)
    text = shown_on(screen)
    return process.wait(timeout=30), text if bar else _BAR.sub("", text)


def opened(columns: int) -> tuple[int, int]:
    """Open a pseudo-terminal; return its screen, and what is to be written to."""
    screen, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    return screen, child


def shown_on(screen: int) -> str:
    """Return all that is written to a pseudo-terminal until nobody has it open."""
    with open(screen, "rb", buffering=0):
        printed = b"".join(iter(lambda: _read(screen), b""))
    return printed.decode().replace("\r\n", "\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux raises it when the other end is closed
        return b""
