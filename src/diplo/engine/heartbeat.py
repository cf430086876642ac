"""Report again and again that an engine is still working."""

import contextlib
import threading
from collections.abc import Callable, Iterator

_BETWEEN = 0.1  # seconds between two reports


@contextlib.contextmanager
def heartbeat(tell: Callable[[], object]) -> Iterator[None]:
    """Call `tell` repeatedly from a thread while the block waits for an engine."""
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
