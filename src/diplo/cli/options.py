"""The options that commands share, declared once, and what their texts mean."""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, NamedTuple, TypeVar

from diplo import reading
from diplo.cli import arguments
from diplo.cli.framework.declare import ARRANGING, SELECTING, WRITING, argument, option
from diplo.formats import EVENT_FORMATS, FORMATS, PLAIN, TABLE, WHOLE
from diplo.history.groups import GROUPS
from diplo.history.selection import SORTS, Alternatives, Query
from diplo.model.dates import Window
from diplo.model.events import Vocabulary
from diplo.model.suggestions import choose
from diplo.terminal.errors import UsageError
from diplo.terminal.text import shown

COLOURS = ("auto", "always", "never")
COLUMNS_HELP = "help"
BUNDLED = "bundled"  # names the event file that ships

# What the extension of --output says, where the command has that format.
_EXTENSIONS = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".md": "markdown",
    ".yaml": "yaml",
    ".html": "html",
    ".txt": PLAIN,
}
_OTHERS = {".ndjson": ".jsonl", ".yml": ".yaml", ".htm": ".html"}

Texts = list[str] | None
Value = TypeVar("Value")

CountryArguments = Annotated[
    Texts,
    argument(
        "Names or ISO 3166 codes, or else whole names of actors or places. An event must concern"
        " all of them; a,b means any, a+b both.",
        "[COUNTRY]...",
        "countries",
        between="+",
    ),
]
Columns = Annotated[
    str | None,
    option(
        WRITING,
        "Show these columns, or keys in JSON, in this order; 'help' lists them.",
        *("--columns", "-c"),
        metavar="A,B,...",
        words="columns",
    ),
]
ExitStatus = Annotated[
    bool, option(WRITING, "Exit with 1 where nothing happened in the range.", "--exit-status", "-e")
]
All = Annotated[bool, option(WRITING, "Also list what was under way and what may belong.", "--all")]


class Files(NamedTuple):
    """Which event files to read."""

    events: Annotated[
        Texts,
        option(
            SELECTING,
            "Read this event file, not the bundled one; 'bundled' is that one, to be read too, "
            "and - is standard input. Repeatable.",
            "--events",
            metavar="FILE",
            words="files",
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


class Selecting(NamedTuple):
    """Which events to take."""

    since: Annotated[
        str | None,
        option(
            SELECTING,
            "From this date on: 2021, 2021-08, 1990s, 'May 2024', '2 years ago', ..."
            " (also --from, --after).",
            *("--since", "-s", "--from", "--after"),
            metavar="DATE",
        ),
    ] = None
    until: Annotated[
        str | None,
        option(
            SELECTING,
            "Up to the end of this date (also --to, --before).",
            *("--until", "-u", "--to", "--before"),
            metavar="DATE",
        ),
    ] = None
    year: Annotated[
        Texts,
        option(
            SELECTING,
            "Within a year, month, decade, ..., or a range: 2021, 1960s, 2001..2010, 2021-08..",
            *("--year", "-y"),
            metavar="DATE",
        ),
    ] = None
    type: Annotated[
        Texts,
        option(
            SELECTING,
            "Of any of these types; a family finds its members. See 'diplo types'.",
            *("--type", "-t"),
            metavar="TYPE,...",
            words="types",
        ),
    ] = None
    without: Annotated[
        Texts,
        option(
            SELECTING,
            "Leave these types out, a family with its members.",
            *("--except", "-x"),
            metavar="TYPE,...",
            words="types",
        ),
    ] = None
    actor: Annotated[
        Texts,
        option(
            SELECTING,
            "With an actor of this name, or part of it. See 'diplo actors'.",
            metavar="NAME",
            words="actors",
        ),
    ] = None
    place: Annotated[
        Texts,
        option(
            SELECTING,
            "At a place of this name, or part of it. See 'diplo places'.",
            metavar="NAME",
            words="places",
        ),
    ] = None
    source: Annotated[
        Texts,
        option(
            SELECTING,
            "Told by any of these. See 'diplo sources'.",
            metavar="ID,...",
            words="sources",
        ),
    ] = None
    search: Annotated[
        Texts,
        option(
            SELECTING,
            "With all these words, in any order, or a '\"phrase in quotes\"', in title, summary,"
            " actors, place, note or names of countries.",
            *("--search", "-q"),
            metavar="TEXT",
        ),
    ] = None
    certain: Annotated[
        bool,
        option(SELECTING, "Leave out what only possibly lies in the range.", "--certain"),
    ] = False
    began: Annotated[
        bool,
        option(SELECTING, "Only what began in the range, not what was under way.", "--began"),
    ] = False

    def window(self, today: date) -> Window | None:
        """Return the range of days that is asked for, None where none is.

        Raises:
            UsageError: a date cannot be read, or the options contradict each other.

        """
        return arguments.window(self.since, self.until, self.year, today)

    def query(
        self, wanted: Iterable[Alternatives], window: Window | None, known: Vocabulary
    ) -> Query:
        """Return the query for some parties, with types and sources that the files know.

        Raises:
            UsageError: a type or source is unknown, or a text is blank.

        """
        return Query(
            window=window,
            types=arguments.types(self.type, known.types),
            actors=arguments.texts(self.actor, "--actor"),
            places=arguments.texts(self.place, "--place"),
            sources=arguments.sources(self.source, known.sources),
            search=arguments.texts(self.search, "--search"),
            certain=self.certain,
            began=self.began,
            without=arguments.types(self.without, known.types, "--except"),
        ).concerning(wanted)


class Arranging(NamedTuple):
    """The order, number and grouping of events."""

    sort: Annotated[
        str,
        option(ARRANGING, f"By {', '.join(SORTS)}.", "--sort", metavar="KEY", words=SORTS),
    ] = SORTS[0]
    reverse: Annotated[
        bool, option(ARRANGING, "Newest first, or the other way round.", "--reverse", "-r")
    ] = False
    limit: Annotated[
        str | None, option(ARRANGING, "Show only the first N.", "--limit", "-n", metavar="N")
    ] = None
    group_by: Annotated[
        str | None,
        option(
            ARRANGING,
            f"With a heading for each {', '.join(GROUPS)}; a table has years or decades anyway.",
            "--group-by",
            metavar="KEY",
            words=GROUPS,
        ),
    ] = None

    every: All = False
    long: Annotated[bool, option(WRITING, "In a table, add summaries and sources.", "--long")] = (
        False
    )

    def checked(self) -> "Arranging":
        """Return the same, its texts being right.

        Raises:
            UsageError: one is not.

        """
        choose(self.sort, SORTS, "sort key")
        if self.group_by is not None:
            choose(self.group_by, GROUPS, "group")
        if self.limit is not None and not re.fullmatch("[0-9]{1,15}", self.limit):
            message = f"--limit takes 1 to 15 digits, such as 20, not {shown(self.limit)}"
            raise UsageError(message)
        return self

    @property
    def most(self) -> int | None:
        """How many events to keep at the most."""
        return None if self.limit is None else int(self.limit)


def _format_option(formats: Sequence[str]) -> Any:  # noqa: ANN401
    about = (
        f"As {', '.join(formats)}; by default what the ending of --output says, else table on a "
        "terminal and plain elsewhere."
    )
    return option(WRITING, about, "--format", "-f", metavar="FORMAT", words=formats)


class Writing(NamedTuple):
    """How and where to write."""

    format: Annotated[str | None, _format_option(FORMATS)] = None
    json: Annotated[bool, option(WRITING, "The same as --format json.", "--json")] = False
    output: Annotated[
        str | None,
        option(
            WRITING,
            "Write to this file, whole or not at all, as its ending says (story.html); - is "
            "standard output.",
            *("--output", "-o"),
            metavar="FILE",
            words="files",
        ),
    ] = None
    color: Annotated[
        str,
        option(
            WRITING, f"Use colour: {', '.join(COLOURS)}.", "--color", metavar="WHEN", words=COLOURS
        ),
    ] = COLOURS[0]
    ascii: Annotated[bool, option(WRITING, "Draw tables with plain ASCII signs.", "--ascii")] = (
        False
    )

    def checked(self) -> "Writing":
        """Return the same, its texts being right.

        Raises:
            UsageError: one is not, or --json and --format contradict each other.

        """
        choose(self.color, COLOURS, "value of --color")
        if self.format is not None:
            choose(self.format, self.formats, "format")
        if self.json and self.format not in (None, "json"):
            message = f"--json and --format {self.format} contradict each other; give one"
            raise UsageError(message)
        if self.output == "":
            message = "--output needs the name of a file, or - for standard output"
            raise UsageError(message)
        if self.json or self.format or not self.output:
            return self
        return self._replace(format=self._by_extension(self.output))

    @property
    def formats(self) -> Sequence[str]:
        """What can be chosen from."""
        return FORMATS

    def _by_extension(self, output: str) -> str | None:
        """Return the format that the extension of a file tells, None where it has none.

        Raises:
            UsageError: it tells none that the command has, and the file is no device.

        """
        extension = os.path.splitext(output)[1].lower()
        known = {key: name for key, name in _EXTENSIONS.items() if name in self.formats}
        told = known.get(_OTHERS.get(extension, extension))
        if told or not extension or (os.path.exists(output) and not os.path.isfile(output)):
            return told
        ways = f"choose from {', '.join(known)}, or give --format"
        message = f"--output knows no format for the ending {shown(extension)}; {ways}"
        raise UsageError(message)

    def format_for(self, *, terminal: bool) -> str:
        """Return the format to write, given whether somebody looks at the output."""
        return "json" if self.json else self.format or (TABLE if terminal else PLAIN)


class Publishing(Writing):
    """How and where to write events, for which there are more formats."""

    format: Annotated[str | None, _format_option(EVENT_FORMATS)]

    @property
    def formats(self) -> Sequence[str]:
        """What can be chosen from."""
        return EVENT_FORMATS

    def columns(self, typed: str | None) -> list[str] | None:
        """Return the keys of --columns, None where it is not given.

        Raises:
            UsageError: one is blank, or the format has all of an event or nothing.

        """
        if typed is not None and self.format in WHOLE:
            message = f"--format {self.format} has whole events; leave --columns out"
            raise UsageError(message)
        return arguments.columns(typed)
