"""Options for how and where to write."""

import os
import re
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Annotated, NamedTuple, Self

from diplo.cli import values
from diplo.cli.framework.declare import writing
from diplo.cli.framework.untyped import Declared
from diplo.formats import (
    CITATION_FORMATS,
    DRAWN_FORMATS,
    EVENT_FORMATS,
    FORMATS,
    FULL_FORMATS,
    PARQUET,
    PLAIN,
    SVG,
    TABLE,
    WIDTH,
)
from diplo.model.suggestions import choose
from diplo.terminal.errors import MissingError, UsageError
from diplo.terminal.output import STANDARD_OUTPUT, Target
from diplo.terminal.shell import typed_name
from diplo.terminal.text import shown

_DRAWN = "only timeline, status, stats and compare"
COLOURS = ("auto", "always", "never")
COLUMNS_HELP = "help"

# The formats by the extension of --output, if the command has them.
_EXTENSIONS = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".md": "markdown",
    ".yaml": "yaml",
    ".html": "html",
    ".svg": SVG,
    ".parquet": PARQUET,
    ".txt": PLAIN,
}
_NARROWEST, _WIDEST = 480, 6000  # pixels of a picture
BOM_FORMATS = ("csv", "tsv")  # formats that may begin with a byte order mark
# Names of citation formats, and of spreadsheet formats, which are not written.
_CITED = {typed: name for name, form in CITATION_FORMATS.items() for typed in (name, form.short)}
_SHEETS = ("xlsx", "xls", "ods", "excel")
_OTHERS = {".text": ".txt", ".ndjson": ".jsonl", ".yml": ".yaml", ".htm": ".html"}

Columns = Annotated[
    str | None,
    writing(
        "Show these columns, or keys in JSON, in this order; 'help' lists them.",
        "--columns -c A,B,...",
        "columns",
    ),
]
Width = Annotated[
    str | None, writing(f"Draw a picture so many pixels wide (default: {WIDTH}).", "--width PIXELS")
]
Color = Annotated[str, writing(f"Use colour: {', '.join(COLOURS)}.", "--color WHEN", COLOURS)]
Ascii = Annotated[bool, writing("Draw with plain ASCII signs.", "--ascii")]
ExitStatus = Annotated[
    bool, writing("Exit with 1 if nothing began in the range.", "--exit-status -e")
]


def format_of(output: str | None, chosen: str | None, endings: Mapping[str, str]) -> str | None:
    """Return the format that was chosen, else that of the extension of --output, if any.

    Raises:
        UsageError: the name of the file is empty, or its extension is unknown and it is no
            device.
    """
    if output == "":
        raise UsageError("--output needs the name of a file, or - for standard output")
    if chosen or output is None:
        return chosen
    extension = os.path.splitext(output)[1].lower()
    form = endings.get(_OTHERS.get(extension, extension))
    if form or not extension or (os.path.exists(output) and not os.path.isfile(output)):
        return form
    ways = f"choose from {', '.join(endings)}, or give --format"
    way = _elsewhere(extension[1:], os.path.splitext(output)[0]) if ".csv" in endings else ""
    ways = f"{ways}; {way}" if way else ways
    raise UsageError(f"--output knows no format for the ending {shown(extension)}; {ways}")


def _format_named(typed: str, formats: Sequence[str], endings: Mapping[str, str]) -> str:
    """Return the format by its name in any case, or by the ending of files.

    Raises:
        UsageError: there is none.
    """
    name = typed.lower()
    ending = f".{name.removeprefix('.')}"
    name = name if name in formats else endings.get(_OTHERS.get(ending, ending), name)
    if name == SVG and SVG not in formats:
        raise UsageError(f"{_DRAWN} can be drawn; here {', '.join(formats)} will do")
    if way := _elsewhere(name.removeprefix(".")):
        raise UsageError(f"{shown(typed)} is not a format here; {way}")
    return choose(name if name in formats else typed, formats, "format")


def _elsewhere(name: str, stem: str = "") -> str:
    """Return what to type for a format or an ending of citations or spreadsheets."""
    if name in _SHEETS:
        option = f"-o {typed_name(f'{stem}.csv')}" if stem else "--format csv"
        return f"for a spreadsheet give {option} --bom"
    form = _CITED.get(name)
    return f"for citations 'diplo timeline ... -f plain | diplo cite - -f {form}'" if form else ""


def _format_option(formats: Sequence[str]) -> Declared:
    about = (
        f"As {', '.join(formats)}; by default what the ending of --output says, else table on a "
        "terminal and plain elsewhere."
    )
    return writing(about, "--format -f FORMAT", formats)


def output_option(example: str) -> Declared:
    """Declare the option --output, with an example of a name for its help."""
    about = (
        f"Write to this file, whole or not at all, as its ending says ({example}); - is "
        "standard output."
    )
    return writing(about, "--output -o FILE", "files")


class Writing(NamedTuple):
    """How and where to write."""

    format: Annotated[str | None, _format_option(FORMATS)] = None
    json: Annotated[bool, writing("The same as --format json.", "--json")] = False
    output: Annotated[str | None, output_option("list.csv")] = None
    color: Color = COLOURS[0]
    ascii: Ascii = False
    bom: Annotated[
        bool, writing("Begin CSV or TSV with the mark by which Excel knows UTF-8.", "--bom")
    ] = False

    def checked(self) -> Self:
        """Return these options with their format decided.

        Raises:
            UsageError: a value is wrong, or --json and --format contradict each other.
        """
        choose(self.color, COLOURS, "value of --color")
        form = self.format
        if form is not None:
            form = _format_named(form, self.formats, self.endings)
        if self.json and form not in (None, "json"):
            raise UsageError(f"--json and --format {form} contradict each other; give one")
        chosen = "json" if self.json else form
        written = format_of(self.output, chosen, self.endings)
        if self.bom and written not in BOM_FORMATS:
            raise UsageError(
                f"--bom goes with --format {' or '.join(BOM_FORMATS)}, which Excel opens"
            )
        return self._replace(format=written)

    @property
    def formats(self) -> Sequence[str]:
        """The formats to choose from."""
        return FORMATS

    @property
    def endings(self) -> Mapping[str, str]:
        """The formats to choose from, by the endings of files."""
        return {key: name for key, name in _EXTENSIONS.items() if name in self.formats}

    @property
    def target(self) -> Target:
        """Where to write."""
        return Target(self.output or STANDARD_OUTPUT)

    @property
    def is_for_people(self) -> bool:
        """Whether people look at what is written: a table or a picture."""
        return self.written_as in (TABLE, SVG)

    @property
    def written_as(self) -> str:
        """The format of the answer."""
        return self.format_for(terminal=self.target.is_terminal)

    def format_for(self, *, terminal: bool) -> str:
        """Return the format to write, on a terminal or elsewhere."""
        return "json" if self.json else self.format or (TABLE if terminal else PLAIN)

    def pixels(self, typed: str | None) -> int:
        """Return the width of a picture.

        Raises:
            UsageError: the number of pixels is not sensible, or no picture is drawn.
        """
        if typed is None:
            return WIDTH
        if self.written_as != SVG:
            raise UsageError("--width is for pictures; add --format svg, or leave it out")
        if not re.fullmatch("[0-9]{3,4}", typed) or not _NARROWEST <= int(typed) <= _WIDEST:
            raise UsageError(f"--width takes {_NARROWEST} to {_WIDEST} pixels, not {shown(typed)}")
        return int(typed)


class Drawing(Writing):
    """How and where to write what can be drawn."""

    formats = DRAWN_FORMATS
    format: Annotated[str | None, _format_option(DRAWN_FORMATS)]
    output: Annotated[str | None, output_option("picture.svg")]


class Publishing(Writing):
    """How and where to write events, which have more formats."""

    formats = EVENT_FORMATS
    format: Annotated[str | None, _format_option(EVENT_FORMATS)]
    output: Annotated[str | None, output_option("story.html")]

    def checked(self) -> Self:
        """Return these options with their format decided.

        Raises:
            UsageError: a value is wrong, or a terminal cannot show the format.
            MissingError: the package that writes the format is not installed.
        """
        options = super().checked()
        if options.format != PARQUET:
            return options
        if options.target.is_terminal:
            raise UsageError(
                "Parquet cannot be shown on a terminal; give -o events.parquet, or a pipe"
            )
        if not find_spec("pyarrow"):
            raise MissingError("--format parquet needs pyarrow; run pip install 'diplo[engine]'")
        return options

    def columns(self, typed: str | None) -> list[str] | None:
        """Return the keys of --columns, None if it is not given.

        Raises:
            UsageError: one is blank, or the format always has whole events.
        """
        if typed is not None and self.format in FULL_FORMATS:
            raise UsageError(f"--format {self.format} has whole events; leave --columns out")
        return None if typed is None else values.split([typed], "--columns")
