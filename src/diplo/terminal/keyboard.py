"""The keyboard: standard input or, if that is no terminal, the controlling terminal."""

import contextlib
import sys
from collections.abc import Iterator

from diplo.terminal.errors import UsageError

_TERMINAL = "/dev/tty"


@contextlib.contextmanager
def keyboard() -> Iterator[int]:
    """Give the descriptor that keys come from; meanwhile, `sys.__stdin__` reads from it too.

    Raises:
        UsageError: there is no terminal.
    """
    if sys.stdin is not None and sys.stdin.isatty():
        yield sys.stdin.fileno()
        return
    with contextlib.ExitStack() as stack:
        try:
            opened = stack.enter_context(open(_TERMINAL, encoding="utf-8"))
        except OSError:
            raise UsageError(
                "there is no terminal to take keys from; 'diplo timeline' needs none"
            ) from None
        stack.callback(setattr, sys, "__stdin__", sys.__stdin__)
        setattr(sys, "__stdin__", opened)  # noqa: B010  (it is meant to be final)
        yield opened.fileno()
