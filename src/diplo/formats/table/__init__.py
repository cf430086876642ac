"""Tables for people: as wide as the terminal, in colour if it has any, and never losing text.

The type of a report's screen decides which module draws it; `grid` draws a report without one.
Widths are in terminal cells.
"""

import re
from collections.abc import Iterator
from typing import Any

from diplo.formats import TABLE, Stream, painter
from diplo.formats.table.glyphs import glyphs_for
from diplo.formats.table.layout import Canvas, trimmed
from diplo.reports import Column, Report
from diplo.terminal.colour import Line, Run, painted
from diplo.terminal.encoding import encodable

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_MARK = "\u200e"  # LEFT-TO-RIGHT MARK, which has no width


def write(report: Report, stream: Stream) -> None:
    """Write the screen of a report, or a grid of its columns."""
    glyphs = glyphs_for(stream.encoding, plain=stream.ascii)
    canvas = Canvas(stream.width, glyphs, links=stream.colours > 0)
    for line in _lines(report, canvas, stream.encoding):
        runs = isolated(trimmed(line)) if stream.encoding == "utf-8" else trimmed(line)
        stream.write("".join(painted(run, stream.colours) for run in runs) + "\n")


def isolated(line: Line) -> Iterator[Run]:
    """Yield the runs of a line, with a mark after right-to-left text.

    Without the mark, which stands within the next gap, a terminal would reorder what follows.
    """
    turned = False
    for run in line:
        marked = turned and run.text != ""
        yield run._replace(text=f"{run.text[0]}{_MARK}{run.text[1:]}") if marked else run
        turned = bool(_RIGHT_TO_LEFT.search(run.text)) or (turned and not marked)


def _lines(report: Report, canvas: Canvas, encoding: str) -> Iterator[Line]:
    """Yield the lines of a report, replacing what the encoding cannot show before the layout."""
    screen = all_encodable(report.shown, encoding)
    if screen is None or report.chosen:
        from diplo.formats.table import grid  # noqa: PLC0415  (screens are drawn without it)

        return grid.lines(_encodable_grid(report, encoding), screen, canvas)
    lines: Iterator[Line] = painter(TABLE, screen).lines(screen, canvas)
    return lines


def all_encodable(value: Any, encoding: str) -> Any:  # noqa: ANN401  (a screen holds values of many types)
    """Return a screen with every text replaced by what the encoding can show."""
    if encoding == "utf-8":
        return value
    if isinstance(value, str):
        return encodable(value, encoding)
    if isinstance(value, dict):
        return {key: all_encodable(item, encoding) for key, item in value.items()}
    if isinstance(value, list | tuple):
        items = [all_encodable(item, encoding) for item in value]
        return type(value)(*items) if hasattr(value, "_fields") else type(value)(items)
    return value


def _encodable_grid(report: Report, encoding: str) -> Report:
    def show(column: Column) -> Column:
        text_of = column.text
        return column._replace(
            words=lambda row: encodable(text_of(row), encoding),
            header=encodable(column.heading, encoding),
        )

    heading = all_encodable(report.heading, encoding)
    return report._replace(table=tuple(map(show, report.table)), heading=heading)
