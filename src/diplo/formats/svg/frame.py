"""What a picture is laid out with: its columns, and parts that stand below each other."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from diplo.formats.drawing.elements import down, moved
from diplo.formats.svg.axis import grid, names, ticks
from diplo.formats.svg.lettering import BOLD, DOWN, LANE, PLAIN, balanced, letters
from diplo.history.scale import Scale

MOST = 80  # rows of events or of their kinds
MOST_LINES = 5  # of what happened, and of when, before its words are cut off
ROW = 22  # pixels of a row of one line
BASE, MIDDLE = 15.5, 11.0  # of a row: where its letters stand, and where its marks are
LINE = PLAIN.size * DOWN
SLIGHT = 2  # pixels that nobody sees
_NARROW, _MARGINS = 800, (24, 40)  # pixels from which margins are wider
GAP = 16  # between columns


class Part(NamedTuple):
    """Shapes of so many pixels of height, and what they are about, which a pointer shows."""

    height: float
    shapes: Sequence[str] = ()
    about: str = ""


class Frame(NamedTuple):
    """The columns of a picture: labels up to `column`, then an axis from `start` to `end`.

    Words beside the axis may reach to the `edge`.
    """

    width: int
    column: float = 0
    start: float = 0
    end: float = 0

    @property
    def margin(self) -> int:
        """The blank at each side."""
        return _MARGINS[self.width >= _NARROW]

    @property
    def edge(self) -> float:
        """Where the margin at the right begins."""
        return self.width - self.margin

    @property
    def room(self) -> float:
        """How wide all columns are together."""
        return self.width - 2 * self.margin

    def columns(self, label: float, tail: float = 0, between: float = 0) -> "Frame":
        """Return the frame with labels of a width, with a tail after the axis, or more before."""
        column = self.margin + label
        start = column + GAP + between
        return self._replace(column=column, start=start, end=self.edge - tail)

    def scale(self, first: int, last: int) -> Scale:
        """Return days along the axis."""
        return Scale(first, last, int(self.end - self.start))


def below(parts: Iterable[Part]) -> Part:
    """Return parts below each other as one."""
    found = [part for part in parts if part.height]
    tops = list(accumulate((part.height for part in found), initial=0))
    shapes = [
        moved(top, part.shapes, part.about)
        for top, part in zip(tops, found, strict=False)
        if part.shapes
    ]
    return Part(tops[-1], shapes)


def blank(height: float) -> Part:
    """Return an empty part."""
    return Part(height, ())


class Rail(NamedTuple):
    """A line down beside the axis, with words at its head."""

    x: float
    words: str
    hue: str


def on_axis(
    rows: Sequence[Part], scale: Scale, frame: Frame, words: str = "", rails: Iterable[Rail] = ()
) -> Part:
    """Return rows upon the lines of an axis, under its names."""
    named = ticks(scale, frame.edge - frame.start)
    body = below(rows)
    lines = list(grid(named, frame.start, -4, body.height))
    heads = [letters(words, frame.margin, BASE, BOLD)] if words else []
    for rail in rails:
        heads.append(letters(rail.words, rail.x, BASE, LANE, kind="muted", anchor="middle"))
        lines.append(down(rail.x, -2, body.height, f"line long {rail.hue or 'plain'}"))
    head = Part(ROW, [*heads, *names(named, frame.start, BASE)])
    return below([head, body._replace(shapes=[*lines, *body.shapes])])


def labelled(words: str, frame: Frame) -> tuple[str, int]:
    """Return a label that ends where the axis has its labels, and how many lines it has."""
    lines = balanced(words, frame.column - frame.margin)
    return letters(lines, frame.column, BASE, anchor="end"), len(lines)


def row_height(*lines: int) -> float:
    """Return the height of a row whose texts have so many lines."""
    return ROW + (max(lines) - 1) * LINE
