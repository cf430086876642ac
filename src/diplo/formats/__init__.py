"""The output formats of reports, each a module with a function `write`.

Those for citations have a function `written` instead. `drawing` is not a format: it has the shapes
that `svg` and `html` share.
"""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import BinaryIO, NamedTuple

from diplo.reports import Report

TABLE, PLAIN, SVG, TIMELINEJS, PARQUET = "table", "plain", "svg", "timelinejs", "parquet"
FORMATS = (TABLE, PLAIN, "json", "jsonl", "csv", "tsv")  # for every report
DRAWN_FORMATS = (*FORMATS, SVG)  # for reports that can be drawn
FULL_FORMATS = ("yaml", "html", SVG, TIMELINEJS, PARQUET)  # for events in full
EVENT_FORMATS = (*FORMATS, "markdown", *FULL_FORMATS)
HEADED_FORMATS = (TABLE, "markdown", "html", SVG, TIMELINEJS)  # show the headings asked for
STATE_FORMATS = (SVG, "html")  # also draw the states that events change


class CitationFormat(NamedTuple):
    """A format for lists of references: its module here, its file ending, and a shorter name."""

    module: str
    ending: str
    short: str


CITATION_FORMATS = {
    "bibtex": CitationFormat("bibtex", ".bib", "bib"),
    "ris": CitationFormat("ris", ".ris", "ris"),
    "csl-json": CitationFormat("csl", ".json", "csl"),
}
WIDTH = 1200  # default width of a picture, in pixels
_PAINTERS = {  # the module of `table` and `svg` that draws each kind of screen
    "Story": "timeline",
    "Cards": "card",
    "Lanes": "lanes",
    "Bars": "bars",
    "Strips": "strips",
    "States": "states",
    "History": "status_history",
    "Findings": "findings",
}


class Stream(NamedTuple):
    """The output that a format writes to, and what it can show."""

    write: Callable[[str], object]
    binary: BinaryIO  # the bytes beneath, for formats that are not text
    width: int = 80  # terminal cells
    colours: int = 0  # how many: 0, 16 or 256
    encoding: str = "utf-8"
    ascii: bool = False  # draw marks and rules in ASCII
    pixels: int = WIDTH  # width of a picture


def writer(name: str) -> Callable[[Report, Stream], None]:
    """Return the function that writes a report in a format."""
    write: Callable[[Report, Stream], None] = import_module(f"{__name__}.{name}").write
    return write


def painter(name: str, screen: object) -> ModuleType:
    """Return the module of a format that draws a screen, imported only when needed."""
    return import_module(f"{__name__}.{name}.{_PAINTERS[type(screen).__name__]}")
