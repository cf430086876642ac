"""Drawing a table beside a plain table of rich with the same cells, in one process."""

import io
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks.measure import Cost
from tests.conftest import timeline_of, written

_WIDTH = 100


def drawn(path: Path, runs: int) -> tuple[Cost, str, Cost]:
    """Return what a table of the events of a file costs, beside what, and what that costs."""
    report = timeline_of(path)
    cells = [_cells(line) for line in written("jsonl", report).splitlines()]
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(runs):
        ours.append(_seconds(lambda: written("table", report, _WIDTH)))
        theirs.append(_seconds(lambda: _plain(cells)))
    return _cost(ours), "rich.table.Table", _cost(theirs)


def _cells(line: str) -> list[str]:
    event = json.loads(line)
    return [event["date"], event["type"], ", ".join(event["countries"]), event["title"]]


def _plain(cells: list[list[str]]) -> None:
    table = Table("Date", "Type", "Countries", "Title")
    for row in cells:
        table.add_row(*row)
    Console(file=io.StringIO(), width=_WIDTH).print(table)


def _seconds(draw: Callable[[], object]) -> float:
    start = time.perf_counter()
    draw()
    return time.perf_counter() - start


def _cost(seconds: list[float]) -> Cost:
    return Cost(statistics.median(seconds), 0)
