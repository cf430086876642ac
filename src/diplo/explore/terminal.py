"""The terminal of the explorer: its keys, and how it is restored, whatever happens."""

import contextlib
import os
import select
import signal
import termios
from collections.abc import Iterator
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

from diplo.terminal import signals

# Turn off synchronised output, bracketed paste, reports of size, mouse and focus, and kitty's
# keyboard protocol; wrap lines; leave the alternate screen; show the cursor; reset colours.
_AS_BEFORE = (
    "\x1b[?2026l\x1b[?2004l\x1b[?2048l\x1b[?1016l\x1b[?1015l\x1b[?1006l\x1b[?1003l\x1b[?1000l"
    "\x1b[?1004l\x1b[<u\x1b[?7h\x1b[?1049l\x1b[?25h\x1b[0m"
)
_GONE = select.POLLHUP | select.POLLERR | select.POLLNVAL


class Screen:
    """The terminal that is drawn on, in its encoding; once it is gone, writing does nothing."""

    def __init__(self, descriptor: int, encoding: str) -> None:
        self._descriptor = descriptor
        self._encoding = encoding

    def write(self, text: str) -> None:
        """Write a text, with question marks for what the encoding lacks."""
        rest = memoryview(text.encode(self._encoding, "replace"))
        with contextlib.suppress(OSError):
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]

    def flush(self) -> None:
        """Do nothing, as nothing is buffered."""

    def fileno(self) -> int:
        """Return the descriptor."""
        return self._descriptor


def driver(screen: Screen) -> type[LinuxDriver]:
    """Return a Textual driver that draws on a screen and reads keys from standard input."""

    class Driver(LinuxDriver):
        def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401
            super().__init__(*arguments, **options)
            self._file: Any = screen

        def _get_terminal_size(self) -> tuple[int, int]:
            with contextlib.suppress(OSError):
                return os.get_terminal_size(screen.fileno())
            return 80, 24

        def _sigtstp_application(self, *_: object) -> None:
            self.suspend_application_mode()
            self._must_signal_resume = True
            os.kill(0, signal.SIGSTOP)  # the process group, as the terminal itself would

        def _sigcont_application(self, *_: object) -> None:
            if self._key_thread and self._key_thread.is_alive():  # another process stopped it
                self.suspend_application_mode()
                self._must_signal_resume = True
            self.resume_application_mode()

    return Driver


@contextlib.contextmanager
def restored(screen: Screen, keys: int) -> Iterator[None]:
    """Restore the terminal when a block ends, also when a signal ends it."""
    modes = termios.tcgetattr(keys)

    def restore() -> None:
        screen.write(_AS_BEFORE)
        with contextlib.suppress(termios.error):
            termios.tcsetattr(keys, termios.TCSAFLUSH, modes)

    with signals.cleaning(restore):
        yield


def can_stop() -> bool:
    """Say whether there is a shell that can resume the program."""
    return os.getsid(0) != os.getpid()


def is_gone(keys: int) -> bool:
    """Say whether the terminal has gone away."""
    poll = select.poll()
    poll.register(keys, 0)
    return any(happened & _GONE for _, happened in poll.poll(0))
