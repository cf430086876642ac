"""Counts over time: a row per year or decade, a square per event, and what changed beside them."""

from collections.abc import Iterator
from typing import NamedTuple

from diplo.formats.drawing.bands import REACH
from diplo.formats.drawing.elements import element, hline, number
from diplo.formats.svg import Picture
from diplo.formats.svg.captions import Sign, legend
from diplo.formats.svg.frame import MIDDLE, MOST_LINES, ROW, Frame, Part, row_height, stacked
from diplo.formats.svg.lettering import BOLD, letters, widest, width_of, wrapped
from diplo.formats.svg.marks import diamond
from diplo.reports.bars import Bar, Bars
from diplo.reports.entries import CHANGE, DOUBT, MARKS
from diplo.reports.parties import ALONE, NO_OTHER

_HEIGHT, _SQUARE, _LEAST = 14, 26, 6  # pixels: a bar's height, an event at most, one to be seen
_SHARE, _ALONE = 0.4, 0.8  # share of the width for the longest bar, with and without titles
_AIR = 1.5


class Page(NamedTuple):
    """The layout of rows: the pixels of an event, and where titles begin."""

    frame: Frame
    unit: float
    title: float


def picture(screen: Bars, frame: Frame) -> Picture:
    """Return the picture of counts over time."""
    page = _page(screen, frame)
    rows = [_row(bar, page) if bar.total else _gap(bar, page) for bar in screen.bars]
    rest = [Part(ROW, [letters(words, frame.margin, kind="muted")]) for words in screen.rest]
    return Picture(
        screen.title,
        screen.counts,
        stacked([Part(8), *rows, *([Part(6)] if rows else ()), *rest]),
        legend(screen.parties),
        _key(screen),
        about=[f"{bar.heading}: {bar.total}" for bar in screen.bars if bar.total],
    )


def _page(screen: Bars, frame: Frame) -> Page:
    most = max((bar.total for bar in screen.bars), default=1) or 1
    label = widest((bar.heading for bar in screen.bars), BOLD)
    frame = frame.columns(label, between=width_of(str(most)) + 4)
    share = _SHARE if any(bar.change for bar in screen.bars) else _ALONE
    unit = min(_SQUARE, frame.room * share / most)
    return Page(frame, unit, frame.start + unit * most + 18)


def _gap(bar: Bar, page: Page) -> Part:
    """Return the row of a stretch without events."""
    frame = page.frame
    words = letters(bar.heading, frame.column, kind="muted", anchor="end")
    return Part(ROW, [words, hline(frame.start, frame.start + 12, MIDDLE, "rule dashed")])


def _row(bar: Bar, page: Page) -> Part:
    frame = page.frame
    room = frame.edge - page.title - REACH - 8
    lines = wrapped(bar.changes, room, most=MOST_LINES) if bar.change else []
    shapes = [
        letters(bar.heading, frame.column, BOLD, anchor="end"),
        letters(f"{bar.total}", frame.start - 8, kind="muted", anchor="end"),
        *_pieces(bar, page),
    ]
    if lines:
        shapes += [
            diamond("plain", page.title, MIDDLE),
            letters(lines, page.title + REACH + 5),
        ]
    return Part(row_height(1, len(lines)), shapes, f"{bar.heading}: {bar.total}")


def _pieces(bar: Bar, page: Page) -> Iterator[str]:
    """Yield the pieces of a bar, in squares if large enough, and pale if in doubt."""
    events = 0
    for piece in bar.pieces:
        x = page.frame.start + events * page.unit
        kind = f"{'pale' if piece.doubted else 'solid'} {piece.hue or 'plain'}"
        yield element("path", class_=kind, d=_squares(x, piece.total, page.unit))
        events += piece.total


def _squares(x: float, count: int, unit: float) -> str:
    y = MIDDLE - _HEIGHT / 2
    apart = unit >= _LEAST
    wide = unit - _AIR if apart else unit * count
    starts = [x + place * unit for place in range(count)] if apart else [x]
    return "".join(
        f"M{number(start)} {number(y)}h{number(wide)}v{_HEIGHT}h-{number(wide)}z"
        for start in starts
    )


def _key(screen: Bars) -> list[Sign]:
    """Return the signs used, each with its meaning."""
    pieces = [piece for bar in screen.bars for piece in bar.pieces]
    square, wide = _squares(0, 1, _SQUARE), _SQUARE - 2
    pale, alone = (element("path", class_=c, d=square) for c in ("pale plain", f"solid {ALONE}"))
    used = (
        (Sign(diamond("plain", 6, MIDDLE), MARKS[CHANGE], 12), any(b.change for b in screen.bars)),
        (Sign(pale, MARKS[DOUBT], wide), any(piece.doubted for piece in pieces)),
        (Sign(alone, NO_OTHER, wide), any(piece.hue == ALONE for piece in pieces)),
    )
    return [sign for sign, is_used in used if is_used]
