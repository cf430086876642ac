"""Options for the event files to read, and reading these files."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Annotated, NamedTuple

from diplo import reading
from diplo.cli import values
from diplo.cli.framework.declare import selecting
from diplo.engine.choice import is_for_engine, opener
from diplo.model.events import Timeline, Vocabulary
from diplo.model.suggestions import choose
from diplo.reading import open_document
from diplo.reading.date_order import ORDERS
from diplo.reading.document import Document, Watch
from diplo.reading.files import ENDINGS
from diplo.reading.folders import within
from diplo.reading.keeping import Keep
from diplo.reading.table_options import TableOptions
from diplo.terminal.errors import Problem, UsageError, file_name
from diplo.terminal.inputs import comes_once
from diplo.terminal.progress import progress
from diplo.terminal.shell import typed_name
from diplo.terminal.text import shown

_ENDINGS = (*ENDINGS, ".txt")  # that a table may have
_LARGEST = 4 * 2**20  # bytes of files that may be read again
BUNDLED = "bundled"  # the name for the event file that ships


Engine = Annotated[
    str | None,
    selecting(
        "What reads the events: python, duckdb or a Spark master such as spark://host:7077 "
        "(default: DuckDB for Parquet and large files, else Python).",
        "--engine NAME",
        ("python", "duckdb"),
    ),
]
Map = Annotated[
    str | None,
    selecting(
        "Read tables, JSON or YAML in other layouts by this map, your own or a built-in one (see "
        "'diplo maps').",
        "--map FILE|NAME",
        "files",
    ),
]
Dates = Annotated[
    str | None,
    selecting(
        "How tables and notes write 12/11/2024: day-first or month-first.", "--dates ORDER", ORDERS
    ),
]
Encoding = Annotated[
    str | None,
    selecting(
        "The encoding of tables that are not UTF-8, such as windows-1252.", "--encoding NAME"
    ),
]


class Reading(NamedTuple):
    """How to read files."""

    engine: Engine = None
    map: Map = None
    dates: Dates = None
    encoding: Encoding = None


class Files(NamedTuple):
    """Which event files to read."""

    events: Annotated[
        list[str] | None,
        selecting(
            "Read these events, not the bundled ones: an event file, a spreadsheet, a folder, a "
            "pattern in quotes; 'bundled' is diplo's own, - standard input. Repeatable.",
            "--events FILE",
            "files",
        ),
    ] = None
    engine: Engine = None
    map: Map = None
    dates: Dates = None
    encoding: Encoding = None

    def checked(self) -> "Files":
        """Return these options if their values are right.

        Raises:
            UsageError: a name is blank, or an order of dates or an encoding is unknown.
        """
        values.texts(self.events, "--events")
        values.texts([self.engine] if self.engine is not None else None, "--engine")
        if self.dates is not None:
            choose(self.dates, ORDERS, "value of --dates")
        if self.encoding is not None:
            _check_encoding(self.encoding)
        return self

    def refuse_typed(self, typed: Sequence[str], also: str = "") -> None:
        """Refuse an event file that is typed as an argument, if --events is not given.

        Raises:
            UsageError: exactly one is; several may come from a pattern, and are refused elsewhere.
        """
        names = [*filter(is_event_file, typed)]
        if len(names) == 1 and not self.events:
            file, typed_file = file_name(names[0]), typed_name(names[0])
            raise UsageError(f"{file} is a file: give it as --events {typed_file}{also}")

    def table_options(self) -> TableOptions:
        """Return the options for reading tables.

        Raises:
            ContentError: the map is wrong.
            UnreadableError: the map cannot be read.
            UsageError: no map has that name.
        """
        if self.map is None:
            return TableOptions(None, self.dates, self.encoding)
        from diplo.reading.maps.shipped import table_options  # noqa: PLC0415  (few have a map)

        return table_options(self.map, self.dates, self.encoding)

    @property
    def names(self) -> list[str]:
        """The names of files: of --events, else of DIPLO_EVENTS, else the bundled file.

        Raises:
            UsageError: DIPLO_EVENTS has a blank name.
        """
        listed = os.environ.get("DIPLO_EVENTS", "").split(os.pathsep)
        from_environment = [name for name in listed if name]
        if not self.events:
            values.texts(from_environment, "DIPLO_EVENTS")
        names = self.events or from_environment or [BUNDLED]
        return [reading.bundled() if name == BUNDLED else name for name in names]

    @property
    def are_small(self) -> bool:
        """Whether they are regular files, and small enough to be read again."""
        names = self.names
        return all(map(os.path.isfile, names)) and sum(map(os.path.getsize, names)) <= _LARGEST

    @property
    def come_once(self) -> bool:
        """Whether any of them cannot be read again, as standard input or a pipe cannot."""
        return any(map(comes_once, self.names))

    def inputs(self) -> Iterator[str]:
        """Yield the names of all files to read, including the map and what an engine reads.

        Raises:
            UnreadableError: a folder has no event file, or a pattern matches none.
        """
        if self.map is not None:
            yield self.map
        for name in self._expanded():
            yield name
            if is_for_engine(self._engine, name):
                yield from within(name)

    def load(self, keep: Callable[[Vocabulary], Keep] = lambda _: reading.everything) -> Timeline:
        """Read the files, keeping the events that a predicate accepts; by default, all of them.

        A progress bar is shown if that takes long.

        Raises:
            ContentError: the content of a file is wrong.
            UnreadableError: a file cannot be opened or read.
        """
        with progress() as watch:
            return reading.load(self._expanded(), keep, watch, self._opener)

    @property
    def _engine(self) -> str | None:
        return self.engine or os.environ.get("DIPLO_ENGINE") or None

    @property
    def _opener(self) -> Callable[[str, Watch], Document]:
        options = self.table_options()
        return opener(self._engine, partial(open_document, options=options), options)

    def _expanded(self) -> list[str]:
        """Return the names of files, and of folders that an engine opens as a whole."""
        names = self.names
        is_whole = partial(is_for_engine, self._engine, one_by_one=bool(self.map))
        expanded = reading.expanded(names, is_whole)
        if not self.map or expanded == names:
            return expanded
        map_file = os.path.realpath(self.map)  # it may be in the folder of its tables
        others = [name for name in expanded if name in names or os.path.realpath(name) != map_file]
        return others or expanded

    def check(self) -> tuple[list[Problem], int]:
        """Return every problem of the files, and the number of their events.

        Raises:
            UnreadableError: a file cannot be opened or read.
        """
        today = values.today()
        with progress() as watch:
            return reading.check(self._expanded(), watch, self._opener, today)


def is_event_file(name: str) -> bool:
    """Say whether a name is that of a file which is probably one of events."""
    return name.lower().endswith(_ENDINGS) and os.path.isfile(name)


def _check_encoding(name: str) -> None:
    """Make sure that a name is that of an encoding.

    Raises:
        UsageError: it is not.
    """
    from diplo.reading.encodings import is_encoding  # noqa: PLC0415  (few name one)

    if not is_encoding(name):
        raise UsageError(f"no encoding is named {shown(name)}; write, for example, windows-1252")
