"""Counts by kind: a line for each, with small columns over the same years."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diplo.formats.table.glyphs import PLAIN
from diplo.formats.table.layout import GAP, Canvas, Cell, cells, flow, merged, side_by_side, wrapped
from diplo.history.scale import Tick, YearCells, header, year_cells
from diplo.reports.strips import Strip, Strips
from diplo.terminal.colour import Line, Run
from diplo.terminal.width import cells_of, longest_word

_SHARE = 3  # labels take at most one in so many cells, unless a word is longer
_LEAST = 16  # strips with fewer cells stand below their labels


class _Page(NamedTuple):
    """The layout of strips: the widths of the columns, and the axis of years."""

    canvas: Canvas
    label: int  # 0 if strips stand below their labels
    number: int
    axis: YearCells | None
    most: int  # most events of a cell

    @property
    def left(self) -> int:
        """The cell where strips begin."""
        return self.label + self.number + 2 * len(GAP) if self.label else 0

    @property
    def room(self) -> int:
        """The number of cells for strips."""
        return self.canvas.width - self.left

    @property
    def names(self) -> Sequence[Tick]:
        """The years that are named, with their cells."""
        return self.axis.ticks(self.room) if self.axis else ()

    def height(self, count: int) -> str:
        """Return the mark for a count: one or two steps for each event, or scaled if too many."""
        heights = self.canvas.glyphs.heights
        if self.canvas.glyphs == PLAIN:
            return heights[min(count, len(heights)) - 1]
        top = len(heights)
        if self.most > top:
            return heights[round((count - 1) * (top - 1) / (self.most - 1))]
        return heights[count * (2 if self.most * 2 <= top else 1) - 1]


def lines(screen: Strips, canvas: Canvas) -> Iterator[Line]:
    """Yield the lines of counts by kind."""
    page = _page(screen.strips, canvas)
    drawn = [*_header(page), *(line for strip in screen.strips for line in _row(strip, page))]
    span = max(canvas.span, *map(cells, drawn), 0)
    yield from canvas.title(screen.title, screen.counts, span)
    yield from canvas.body(drawn, screen.beside)
    if page.axis:
        yield from canvas.key(_signs(screen, page, page.axis))


def _page(strips: Sequence[Strip], canvas: Canvas) -> _Page:
    number = max((len(str(strip.total)) for strip in strips), default=0)
    longest = max((_indent(strip) + cells_of(strip.label) for strip in strips), default=0)
    least = max((_indent(strip) + longest_word(strip.label) for strip in strips), default=0)
    page = _Page(canvas, max(min(longest, canvas.width // _SHARE), least), number, None, 0)
    if page.room < _LEAST:
        page = page._replace(label=0)
    axis = year_cells((year for strip in strips for year in strip.reach), page.room)
    if axis is None:
        return page
    label = page.label - _lacking(axis, page.room, page.label - least)
    counts = (count for strip in strips for count in strip.cell_counts(axis).values())
    return page._replace(label=label, axis=axis, most=max(counts, default=0))


def _lacking(axis: YearCells, room: int, spare: int) -> int:
    """Return how many cells the last year's name lacks, or 0 if labels cannot spare them."""
    last = axis.ticks(room + len("2000") - 1)[-1]
    lacking = max(int(last.at) + len(last.words) - room, 0)
    return lacking if lacking <= spare else 0


def _header(page: _Page) -> Iterator[Line]:
    """Yield the names of years, each above the cell that it begins."""
    line = header(page.names)
    if line:
        yield [Run(" " * page.left), Run(line, "dim")]


def _indent(strip: Strip) -> int:
    return len(GAP) if strip.inner else 0


def _row(strip: Strip, page: _Page) -> Iterator[Line]:
    """Yield the lines of a kind."""
    style = "bold" if strip.family else strip.hue
    indent = Run(" " * _indent(strip))
    drawn = _strip(strip, page, page.axis) if page.axis else []
    if page.label:
        label = [[indent, *line] for line in wrapped(strip.label, page.label - indent.cells, style)]
        number = Cell([[Run(f"{strip.total}")]], page.number, right=True)
        yield from side_by_side(
            [Cell(label, page.label), number, Cell([drawn], cells(drawn), gap=0)]
        )
        return
    hangs = longest_word(strip.label) + indent.cells <= page.canvas.width
    room = page.canvas.width - (indent.cells if hangs else 0)
    for line in flow([Run(strip.label, style), Run(f"{strip.total}")], GAP, room):
        yield [*([indent] if hangs else ()), *line]
    yield from [drawn] if drawn else ()


def _strip(strip: Strip, page: _Page, axis: YearCells) -> Line:
    """Return the columns of a kind, and between them lines for coarser dates and named years."""
    glyphs, counts = page.canvas.glyphs, strip.cell_counts(axis)
    named = {tick.at for tick in page.names}
    spread = set[int]()
    for ends in strip.ends:
        first, last = map(axis.cell, ends)
        spread.update(range(first, last + 1))

    def drawn(cell: int) -> Run:
        if counts[cell]:
            return Run(page.height(counts[cell]), strip.hue)
        if cell in spread:
            return Run(glyphs.inexact, "dim")
        return Run(glyphs.dotted, "dim") if cell in named else Run(" ")

    return merged(map(drawn, range(axis.size)))


def _signs(screen: Strips, page: _Page, axis: YearCells) -> list[str]:
    """Return the meanings of the columns and lines used."""
    glyphs = page.canvas.glyphs
    meaning = f"one cell is {axis.words}"
    if glyphs == PLAIN:
        meaning += ", the digit how many"
        last_digit = len(glyphs.heights) - 1
        if page.most > last_digit:
            meaning += f", {glyphs.heights[-1]} more than {last_digit}"
    elif page.most:
        meaning += f", {page.height(1)} 1"
        if page.most > 1:
            meaning += f" to {page.height(page.most)} {page.most}"
    return [meaning, *([f"{glyphs.inexact * 2} {screen.loose}"] if screen.loose else ())]
