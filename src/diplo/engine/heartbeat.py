"""Waiting for an engine: who watches is told, time and again, that it still works."""

import contextlib
import threading
from collections.abc import Callable, Iterator

_BETWEEN = 0.1  # seconds


@contextlib.contextmanager
def telling(tell: Callable[[], object]) -> Iterator[None]:
    """Go on telling until the block ends, from beside it, as an engine does not come back."""
    is_over = threading.Event()

    def repeat() -> None:
        tell()
        while not is_over.wait(_BETWEEN):
            tell()

    beside = threading.Thread(target=repeat, daemon=True)
    beside.start()
    try:
        yield
    finally:
        is_over.set()
        beside.join()
