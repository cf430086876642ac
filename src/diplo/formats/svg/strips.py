"""Counts by kind: a row per kind, with small columns over the same years."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diplo.formats.drawing.elements import element, hline, number
from diplo.formats.svg import Picture
from diplo.formats.svg.axis import grid, names
from diplo.formats.svg.captions import Sign
from diplo.formats.svg.frame import MIDDLE, MOST, ROW, Frame, Part, row_height, stacked
from diplo.formats.svg.lettering import BOLD, PLAIN, Face, letters, widest, width_of, wrapped
from diplo.history.scale import YearCells, year_cells
from diplo.reports.strips import Strip, Strips
from diplo.terminal.text import plural

_SHARE, _INNER = 0.34, 16  # most of the width for labels, pixels that some are indented
_CELL, _AIR = 6, 1.5  # pixels: the narrowest column, and between columns
_HIGHEST = 18  # pixels of the highest column
_APART = 14  # pixels between names of years


class Page(NamedTuple):
    """The layout of rows: the cells of years, the width of one, and the most events in one."""

    frame: Frame
    cells: YearCells
    wide: float
    most: int


def picture(screen: Strips, frame: Frame) -> Picture:
    """Return the picture of counts by kind."""
    strips = screen.strips[:MOST]
    label = max((_indent(s) + width_of(s.label, _face(s)) for s in strips), default=0)
    number = widest(f"{strip.total}" for strip in strips) + 8
    frame = frame.columns(min(label, frame.room * _SHARE), between=number)
    reach = (year for strip in strips for year in strip.reach)
    cells = year_cells(reach, int((frame.edge - frame.start) / _CELL))
    page = _page(strips, frame, cells) if cells else None
    more = len(screen.strips) - len(strips)
    left_out = plural(more, "more is not drawn.", "more are not drawn.") if more else ""
    return Picture(
        screen.title,
        screen.counts,
        stacked([Part(8), *_rows(strips, frame, page)]),
        key=_key(screen._replace(strips=strips), page) if page else (),
        notes=[*(f"{words}." for words in screen.beside), left_out],
        about=[f"{strip.label}: {strip.total}" for strip in screen.strips],
    )


def _rows(strips: Sequence[Strip], frame: Frame, page: Page | None) -> Iterator[Part]:
    """Yield the rows under the names of years, if there are any."""
    rows = [_row(strip, frame, page) for strip in strips]
    if page is None:
        yield from rows
        return
    body = stacked(rows)
    cells, room = page.cells, page.wide * page.cells.size
    ticks = cells.ticks(room, page.wide, _APART, lambda words: width_of(words, BOLD) + 4)
    yield Part(ROW, list(names(ticks, frame.start)))
    yield body._replace(shapes=[*grid(ticks, frame.start, -4, body.height), *body.shapes])


def _page(strips: Sequence[Strip], frame: Frame, cells: YearCells) -> Page:
    most = max((n for strip in strips for n in strip.cell_counts(cells).values()), default=1)
    return Page(frame, cells, (frame.edge - frame.start) / cells.size, most)


def _row(strip: Strip, frame: Frame, page: Page | None) -> Part:
    indent, face = _indent(strip), _face(strip)
    lines = wrapped(strip.label, frame.column - frame.margin - indent, face)
    height = row_height(len(lines)) + 2
    shapes = [
        hline(frame.start, frame.edge, height - 2.5, "grid"),
        letters(lines, frame.margin + indent, face),
        letters(f"{strip.total}", frame.start - 10, kind="muted", anchor="end"),
        *(_columns(strip, page, height - 3) if page else ()),
    ]
    return Part(height, shapes, f"{strip.label}: {strip.total}")


def _columns(strip: Strip, page: Page, base: float) -> Iterator[str]:
    """Yield the columns of a kind, and lines for dates no closer than a decade."""
    kind, wide = strip.hue or "plain", number(max(min(page.wide, 22) - _AIR, 1))
    for ends in strip.ends:
        first, last = map(page.cells.cell, ends)
        x = page.frame.start + first * page.wide
        end = page.frame.start + (last + 1) * page.wide
        yield hline(x, end, base - 5, f"line dashed {kind}")
    paths = []
    for cell, count in sorted(strip.cell_counts(page.cells).items()):
        height = max(count / page.most * _HIGHEST, 2)
        x = page.frame.start + cell * page.wide
        paths.append(f"M{number(x)} {number(base)}v-{number(height)}h{wide}v{number(height)}z")
    if paths:
        yield element("path", class_=f"solid {kind}", d="".join(paths))


def _indent(strip: Strip) -> int:
    return _INNER if strip.inner else 0


def _face(strip: Strip) -> Face:
    return BOLD if strip.family else PLAIN


def _key(screen: Strips, page: Page) -> list[Sign]:
    """Return the meanings of the columns and lines used."""
    most = f"a column is {page.cells.words}, the highest {plural(page.most, 'event')}"
    path = f"M0 {number(MIDDLE + 6)}v-6h4v6zM6 {number(MIDDLE + 6)}v-12h4v12z"
    signs: list[Sign] = [Sign(element("path", class_="solid plain", d=path), most, 12)]
    if screen.loose:
        signs.append(Sign(hline(0, 18, MIDDLE, "line dashed plain"), screen.loose, 18))
    return signs
