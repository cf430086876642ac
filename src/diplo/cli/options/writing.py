"""How and where to write."""

import os
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, NamedTuple

from diplo.cli import arguments
from diplo.cli.framework.declare import writing
from diplo.formats import EVENT_FORMATS, FORMATS, PLAIN, TABLE, WHOLE
from diplo.model.suggestions import choose
from diplo.terminal.errors import UsageError
from diplo.terminal.output import STANDARD_OUTPUT, Target
from diplo.terminal.text import shown

COLOURS = ("auto", "always", "never")
COLUMNS_HELP = "help"

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
MARKED = ("csv", "tsv")  # which may begin with a byte order mark
_OTHERS = {".ndjson": ".jsonl", ".yml": ".yaml", ".htm": ".html"}

Columns = Annotated[
    str | None,
    writing(
        "Show these columns, or keys in JSON, in this order; 'help' lists them.",
        *("--columns", "-c"),
        metavar="A,B,...",
        words="columns",
    ),
]
ExitStatus = Annotated[
    bool,
    writing(
        "Exit with 1 where nothing began in the range, or without one nothing has a known day.",
        *("--exit-status", "-e"),
    ),
]


def format_of(output: str | None, chosen: str | None, known: Mapping[str, str]) -> str | None:
    """Return the format that was chosen, else what the extension of --output tells, if it does.

    Raises:
        UsageError: the name of the file is empty, or its extension tells none of those that are
            known and it is no device.

    """
    if output == "":
        message = "--output needs the name of a file, or - for standard output"
        raise UsageError(message)
    if chosen or output is None:
        return chosen
    extension = os.path.splitext(output)[1].lower()
    told = known.get(_OTHERS.get(extension, extension))
    if told or not extension or (os.path.exists(output) and not os.path.isfile(output)):
        return told
    ways = f"choose from {', '.join(known)}, or give --format"
    message = f"--output knows no format for the ending {shown(extension)}; {ways}"
    raise UsageError(message)


def _format_option(formats: Sequence[str]) -> Any:  # noqa: ANN401
    about = (
        f"As {', '.join(formats)}; by default what the ending of --output says, else table on a "
        "terminal and plain elsewhere."
    )
    return writing(about, "--format", "-f", metavar="FORMAT", words=formats)


def _known(formats: Sequence[str]) -> dict[str, str]:
    """Return the formats that endings of files tell, of those that there are."""
    return {key: name for key, name in _EXTENSIONS.items() if name in formats}


class Writing(NamedTuple):
    """How and where to write."""

    format: Annotated[str | None, _format_option(FORMATS)] = None
    json: Annotated[bool, writing("The same as --format json.", "--json")] = False
    output: Annotated[
        str | None,
        writing(
            "Write to this file, whole or not at all, as its ending says (story.html); - is "
            "standard output.",
            *("--output", "-o"),
            metavar="FILE",
            words="files",
        ),
    ] = None
    color: Annotated[
        str, writing(f"Use colour: {', '.join(COLOURS)}.", "--color", metavar="WHEN", words=COLOURS)
    ] = COLOURS[0]
    ascii: Annotated[bool, writing("Draw tables with plain ASCII signs.", "--ascii")] = False
    bom: Annotated[
        bool, writing("Begin CSV or TSV with the mark by which Excel knows UTF-8.", "--bom")
    ] = False

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
        chosen = "json" if self.json else self.format
        written = format_of(self.output, chosen, _known(self.formats))
        if self.bom and written not in MARKED:
            message = f"--bom goes with --format {' or '.join(MARKED)}, which Excel opens"
            raise UsageError(message)
        return self._replace(format=written)

    @property
    def formats(self) -> Sequence[str]:
        """What can be chosen from."""
        return FORMATS

    @property
    def target(self) -> Target:
        """Where to write."""
        return Target(self.output or STANDARD_OUTPUT)

    @property
    def is_table(self) -> bool:
        """Whether a table is written, as on a terminal."""
        return self.written_as == TABLE

    @property
    def written_as(self) -> str:
        """The format of the answer."""
        return self.format_for(terminal=self.target.is_terminal)

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
