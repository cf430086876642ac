"""What a picture is laid out with: its columns, and parts that are stacked in it."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from diplo.formats.drawing.elements import moved_down, vline
from diplo.formats.svg.axis import grid, names, ticks
from diplo.formats.svg.lettering import BOLD, DOWN, LANE, PLAIN, balanced, letters
from diplo.history.location import Days
from diplo.history.scale import Scale

MOST = 80  # most rows of events or of their kinds
MOST_LINES = 5  # most lines of a title or a date; the rest is cut off
ROW = 22  # pixels of a row of one line
MIDDLE = 11.0  # of a row, where its marks are
LINE = PLAIN.size * DOWN
SLIGHT = 2  # pixels too few to see
_NARROW = 800  # width from which margins are wider
GAP = 16  # between columns


class Part(NamedTuple):
    """Shapes, or none, with their height in pixels and their tooltip."""

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
        """The width of the margin at each side."""
        return 40 if self.width >= _NARROW else 24

    @property
    def edge(self) -> float:
        """Where the margin at the right begins."""
        return self.width - self.margin

    @property
    def room(self) -> float:
        """The width of all columns together."""
        return self.width - 2 * self.margin

    def columns(self, label: float, tail: float = 0, between: float = 0) -> "Frame":
        """Return the frame with the widths of labels, of more before the axis and a tail after."""
        column = self.margin + label
        start = column + GAP + between
        return self._replace(column=column, start=start, end=self.edge - tail)

    def axis(self, first: int, last: int) -> "Axis":
        """Return the axis of the days from first to last."""
        return Axis(self, Scale(first, last, int(self.end - self.start)))


class Axis(NamedTuple):
    """The days along the axis of a picture."""

    frame: Frame
    scale: Scale

    @property
    def days(self) -> Days:
        """The first and the last day."""
        return self.scale.first, self.scale.last

    def x(self, day: float) -> float:
        """Return the x coordinate of a day."""
        return self.frame.start + self.scale.at(day)

    def ends(self, days: Days | None) -> tuple[float, float] | None:
        """Return the x coordinates where days begin and end, None without any."""
        return (self.x(days[0]), self.x(days[1] + 1)) if days else None


def stacked(parts: Iterable[Part]) -> Part:
    """Return parts, stacked, as one."""
    filled = [part for part in parts if part.height]
    tops = list(accumulate((part.height for part in filled), initial=0))
    shapes = [
        moved_down(top, part.shapes, part.about)
        for top, part in zip(tops, filled, strict=False)
        if part.shapes
    ]
    return Part(tops[-1], shapes)


class Rail(NamedTuple):
    """A vertical line beside the axis, with words at its head."""

    x: float
    words: str
    hue: str


def on_axis(rows: Iterable[Part], axis: Axis, words: str = "", rails: Iterable[Rail] = ()) -> Part:
    """Return rows over the grid of an axis, below the names of its ticks."""
    frame, body = axis.frame, stacked(rows)
    named_ticks = ticks(axis.scale, frame.edge - frame.start)
    lines = list(grid(named_ticks, frame.start, -4, body.height))
    heads = [letters(words, frame.margin, BOLD)] if words else []
    for rail in rails:
        heads.append(letters(rail.words, rail.x, LANE, kind="muted", anchor="middle"))
        lines.append(vline(rail.x, -2, body.height, f"line long {rail.hue or 'plain'}"))
    head = Part(ROW, [*heads, *names(named_ticks, frame.start)])
    return stacked([head, body._replace(shapes=[*lines, *body.shapes])])


def labelled(words: str, frame: Frame) -> tuple[str, int]:
    """Return a label, aligned to the end of its column, and its number of lines."""
    lines = balanced(words, frame.column - frame.margin)
    return letters(lines, frame.column, anchor="end"), len(lines)


def row_height(*lines: int) -> float:
    """Return the height of a row, given the number of lines of each text."""
    return ROW + (max(lines) - 1) * LINE
