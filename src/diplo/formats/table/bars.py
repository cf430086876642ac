"""Counts over time: a line for each year or decade, with a bar and what changed in it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diplo.formats.table.layout import GAP, LEAST_TITLE, Canvas, cells, wrapped
from diplo.reports.bars import Bar, Bars
from diplo.reports.entries import CHANGE, DOUBT, MARKS
from diplo.reports.parties import HUES
from diplo.terminal.colour import Line, Run
from diplo.terminal.width import cells_of, longest_word

_SHARE = 3  # the longest bar takes at most one in so many cells of the screen
_WIDEST = 5  # most cells of one event


class _Page(NamedTuple):
    """The layout of bars: the widths of the columns, and where titles stand."""

    canvas: Canvas
    heading: int
    number: int
    bar: int  # width of the longest one
    most: int  # events of the longest one
    title: int = 0
    titles_beside: bool = False  # rather than below their bars

    @property
    def axis(self) -> int:
        """The cell of the vertical line."""
        return self.heading + len(GAP) + self.number + 1

    @property
    def left(self) -> int:
        """The cell where bars begin."""
        return self.axis + 2

    def cells(self, count: int) -> int:
        """Return how many cells a number of events fills, rounded up."""
        return -(-count * self.bar // self.most)


def lines(screen: Bars, canvas: Canvas) -> Iterator[Line]:
    """Yield the lines of counts over time."""
    page = _page(screen, canvas)
    drawn = [
        line for bar in screen.bars for line in (_bar(bar, page) if bar.total else _gap(bar, page))
    ]
    span = max(canvas.span, *map(cells, drawn), 0)
    yield from canvas.title(screen.title, screen.counts, span)
    yield from canvas.legend(screen.parties, coded=True)
    yield from canvas.body(drawn, screen.rest)
    yield from canvas.key(_signs(screen, canvas))


def _page(screen: Bars, canvas: Canvas) -> _Page:
    filled = [bar for bar in screen.bars if bar.total]
    most = max((bar.total for bar in filled), default=1)
    heading = max((cells_of(bar.heading) for bar in filled), default=0)
    page = _Page(canvas, heading, len(str(most)), 0, most)
    room = min(canvas.width // _SHARE, canvas.width - page.left)
    page = page._replace(bar=min(room // most, _WIDEST) * most or room)
    longest = max((longest_word(bar.change) for bar in filled), default=0) + len(GAP)
    beside = page.left + page.bar + len(GAP)
    if canvas.width - beside >= max(longest, LEAST_TITLE):
        return page._replace(title=beside, titles_beside=True)
    return page._replace(title=page.left if canvas.width - page.left >= longest else 0)


def _gap(bar: Bar, page: _Page) -> Iterator[Line]:
    """Yield the line of a stretch of years without events."""
    glyphs = page.canvas.glyphs
    words = Run(f"{glyphs.dotted} {glyphs.adapt(bar.heading)}", "dim")
    yield [Run(" " * min(page.axis, page.canvas.width - words.cells)), words]


def _bar(bar: Bar, page: _Page) -> Iterator[Line]:
    """Yield the lines of a year or decade."""
    line = Run(f"{page.canvas.glyphs.event} ", "dim")
    head = [
        Run(f"{bar.heading:<{page.heading}}", "bold"),
        Run(f"{GAP}{bar.total:>{page.number}} "),
        line,
    ]
    drawn = _pieces(bar, page)
    change_lines = list(_change(bar, page)) if bar.change else []
    if page.titles_beside and change_lines:
        blank = Run(" " * (page.title - page.left - cells(drawn)))
        yield [*head, *drawn, blank, *change_lines.pop(0)]
    else:
        yield [*head, *drawn]
    indent = [Run(" " * page.axis), line, Run(" " * (page.title - page.left))]
    for change_line in change_lines:
        yield [*(indent if page.title else ()), *change_line]


def _pieces(bar: Bar, page: _Page) -> Line:
    """Return a bar with each piece in the hue of its party, hatched if in doubt."""
    glyphs = page.canvas.glyphs
    totals: Counter[tuple[str, str]] = Counter()
    for piece in bar.pieces:
        mark = glyphs.doubted_bar if piece.doubted else glyphs.bar
        totals[mark, piece.hue if piece.hue in HUES else ""] += piece.total
    lengths = _share_out(page.cells(bar.total), [*totals.values()])
    return [Run(mark * length, hue) for (mark, hue), length in zip(totals, lengths, strict=True)]


def _share_out(room: int, totals: Sequence[int]) -> Sequence[int]:
    """Share out cells by largest remainder, at least one to each total if they suffice."""
    shares = [int(len(totals) <= room)] * len(totals)
    while sum(shares) < room:
        missing = [
            total * room - share * sum(totals) for total, share in zip(totals, shares, strict=True)
        ]
        shares[missing.index(max(missing))] += 1
    return shares


def _change(bar: Bar, page: _Page) -> Iterator[Line]:
    """Yield the title of the first event that changes a state, and how many more do, wrapped."""
    mark = page.canvas.glyphs.change
    room = page.canvas.width - page.title - len(GAP)
    if longest_word(bar.changes) > room:
        yield from wrapped(f"{mark} {bar.changes}", page.canvas.width - page.title)
        return
    for number, words in enumerate(wrapped(bar.changes, room)):
        yield [Run(GAP if number else f"{mark} "), *words]


def _signs(screen: Bars, canvas: Canvas) -> list[str]:
    """Return the signs used, each with its meaning."""
    glyphs = canvas.glyphs
    changes = any(bar.change for bar in screen.bars)
    doubted = any(piece.doubted for bar in screen.bars for piece in bar.pieces)
    signs = []
    if changes:
        signs.append(f"{glyphs.change} {MARKS[CHANGE]}")
    if doubted:
        signs.append(f"{glyphs.doubted_bar * 2} {MARKS[DOUBT]}")
    return signs
