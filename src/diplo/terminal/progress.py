"""A progress bar on standard error while files are read, if that takes more than a second."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from time import monotonic

from diplo.terminal import signals
from diplo.terminal.errors import input_name

_PATIENCE = 1.0  # seconds before there is a bar
_BETWEEN = 0.1  # seconds between two redraws
_GONE = b"\r\x1b[2K\x1b[?25h"  # erases the line, and shows the cursor


@contextlib.contextmanager
def progress() -> Iterator[Callable[[str, float | None], None]]:
    """Give a function to call with the file being read and the share done, None if unknown.

    The bar is drawn only on a terminal, and erased at the end.
    """
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda *_: None
        return
    with contextlib.ExitStack() as stack:
        yield _watcher(stack)


def _watcher(stack: contextlib.ExitStack) -> Callable[[str, float | None], None]:
    draw: Callable[[str, float | None], None] | None = None
    due = monotonic() + _PATIENCE

    def watch(name: str, share: float | None) -> None:
        nonlocal draw, due
        if monotonic() < due:
            return
        draw = draw or _bar(stack)
        draw(name, share)
        due = monotonic() + _BETWEEN

    return watch


def _bar(stack: contextlib.ExitStack) -> Callable[[str, float | None], None]:
    from rich.console import Console  # noqa: PLC0415  (only a bar needs it)
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn())
    console = Console(stderr=True, highlight=False, no_color=True)
    bar = Progress(*columns, console=console, transient=True, auto_refresh=False)
    task = bar.add_task("reading")
    stack.enter_context(signals.cleaning(lambda: os.write(sys.stderr.fileno(), _GONE)))
    stack.enter_context(bar)

    def draw(name: str, share: float | None) -> None:
        bar.update(task, description=f"reading {input_name(name)}", completed=(share or 0) * 100)
        bar.update(task, total=None if share is None else 100)
        bar.refresh()

    return draw
