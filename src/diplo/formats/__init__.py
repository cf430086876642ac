"""The formats that reports are written in, a module each with one function `write`.

All are listed here, but for those of citations: `bibtex`, `csl` and `ris` have a function `written`
each, and are listed by the command that cites. `drawing` is none: it has what pictures are drawn
with, by themselves or on a page.
"""

from collections.abc import Callable
from importlib import import_module
from typing import BinaryIO, NamedTuple

from diplo.reports import Report

TABLE, PLAIN, SVG, TIMELINEJS, PARQUET = "table", "plain", "svg", "timelinejs", "parquet"
FORMATS = (TABLE, PLAIN, "json", "jsonl", "csv", "tsv")  # of every report
DRAWN_FORMATS = (*FORMATS, SVG)  # of what can be drawn
WHOLE = ("yaml", "html", SVG, TIMELINEJS, PARQUET)  # of events, in full
EVENT_FORMATS = (*FORMATS, "markdown", *WHOLE)
HEADED = (TABLE, "markdown", "html", SVG, TIMELINEJS)  # with the headings that are asked for
PICTURED = (SVG, "html")  # with the states that events change
WIDTH = 1200  # pixels of a picture, where no other width is asked for


class Stream(NamedTuple):
    """Where a format writes to, and what can be shown there."""

    write: Callable[[str], object]
    binary: BinaryIO  # which has the encoded text, and takes what is none
    width: int = 80  # terminal cells
    colours: int = 0  # how many there are: 0, 16 or 256
    encoding: str = "utf-8"
    ascii: bool = False  # marks and rules are drawn in ASCII
    pixels: int = WIDTH  # of a picture


def writer(name: str) -> Callable[[Report, Stream], None]:
    """Return the function that writes a report in a format."""
    write: Callable[[Report, Stream], None] = import_module(f"{__name__}.{name}").write
    return write
