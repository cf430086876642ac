"""Which event files to read, and reading them."""

import os
from collections.abc import Callable, Mapping
from typing import Annotated, NamedTuple

from diplo import reading
from diplo.cli import arguments
from diplo.cli.framework.declare import selecting
from diplo.engine.choice import opener
from diplo.model.events import Event, Timeline, Vocabulary
from diplo.reading.document import Document, Watch
from diplo.terminal.errors import Problem
from diplo.terminal.progress import progress

_LARGEST = 4 * 2**20  # bytes of files that are read again
BUNDLED = "bundled"  # names the event file that ships
Keep = Callable[[Event], object]


class Files(NamedTuple):
    """Which event files to read."""

    events: Annotated[
        list[str] | None,
        selecting(
            "Read this event file, not the bundled one; 'bundled' is that one, to be read too, "
            "and - is standard input. Repeatable.",
            "--events",
            metavar="FILE",
            words="files",
        ),
    ] = None
    engine: Annotated[
        str | None,
        selecting(
            "What reads the events: python, duckdb or a Spark master such as spark://host:7077 "
            "(default: DuckDB for Parquet and large files, else Python).",
            "--engine",
            metavar="NAME",
            words=("python", "duckdb"),
        ),
    ] = None

    def checked(self) -> "Files":
        """Return the same, no name being blank.

        Raises:
            UsageError: one is.

        """
        arguments.texts(self.events, "--events")
        return self

    def names(self, environment: Mapping[str, str]) -> list[str]:
        """Return the names of the option, else of DIPLO_EVENTS, else of the bundled file."""
        listed = environment.get("DIPLO_EVENTS", "").split(os.pathsep)
        names = self.events or [name for name in listed if name] or [BUNDLED]
        return [reading.bundled() if name == BUNDLED else name for name in names]

    @property
    def are_small(self) -> bool:
        """Whether they are soon read again, as standard input cannot be."""
        names = self.names(os.environ)
        return all(map(os.path.isfile, names)) and sum(map(os.path.getsize, names)) <= _LARGEST

    def load(self, keep: Callable[[Vocabulary], Keep] = lambda _: reading.everything) -> Timeline:
        """Read the files, keeping the events that a predicate takes; by default, all of them.

        Where that takes long, there is a bar.

        Raises:
            ContentError: the content of a file is wrong.
            UnreadableError: a file cannot be opened or read.

        """
        with progress() as watch:
            return reading.load(self.names(os.environ), keep, watch, self._opening)

    @property
    def _opening(self) -> Callable[[str, Watch], Document]:
        return opener(self.engine or os.environ.get("DIPLO_ENGINE") or None)

    def check(self) -> tuple[list[Problem], int]:
        """Return every problem of the files, and the number of their events.

        Raises:
            UnreadableError: a file cannot be opened or read.

        """
        with progress() as watch:
            return reading.check(self.names(os.environ), watch, self._opening)
