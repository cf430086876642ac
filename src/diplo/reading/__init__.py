"""Event files to a timeline, or to everything that is wrong with them.

A file is read as bytes (`files`), parsed to plain data (`yaml`, `json`) and held as a document,
whole or as a stream of lines (`opening`, `documents`, `ndjson`, `elements`). Its events are checked
many at a time (`columns` and `typed` look at what they are like, `bulk` at what they refer to) or,
where that is not enough, one by one (`records`), and merged with those of others (`reading`).
`processes` reads a large file faster, `checks` looks for what is odd but not wrong, `shipped` knows
the file that comes with diplo.
"""

from collections.abc import Callable, Sequence
from math import inf

from diplo.model.events import Timeline, Vocabulary
from diplo.reading.bulk import Keep
from diplo.reading.document import Watch, unwatched
from diplo.reading.merge import everything, in_order, read
from diplo.reading.positions import locate
from diplo.reading.shipped import path as bundled
from diplo.reading.warnings import warnings
from diplo.terminal.errors import ContentError, Problem

__all__ = ["bundled", "check", "everything", "load"]


def load(
    names: Sequence[str],
    keep: Callable[[Vocabulary], Keep] = lambda _: everything,
    watch: Watch = unwatched,
) -> Timeline:
    """Read event files, keeping the events that a predicate takes; by default, all of them.

    Args:
        names: the files, which merge into one timeline; "-" is standard input.
        keep: makes the predicate from what the files declare.
        watch: is told, time and again, which file is read and what share of that is done.

    Raises:
        ContentError: the content of a file is wrong.
        UnreadableError: a file cannot be opened or read.

    """
    reading = read(names, keep, watch=watch)
    if reading.problems:
        raise ContentError(reading.problems)
    return reading.timeline


def check(names: Sequence[str], watch: Watch = unwatched) -> tuple[list[Problem], int]:
    """Return every problem of event files, errors and warnings, and the number of their events.

    Raises:
        UnreadableError: a file cannot be opened or read.

    """
    reading = read(names, lambda _: everything, inf, watch)
    odd = locate((origin.document, fault) for origin, fault in warnings(reading))
    return in_order([*reading.problems, *odd], names), len(reading.timeline.events)
