"""What a picture is laid out with: its columns, and parts that stand below each other."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from diplo.formats.drawing.axis import grid, names, ticks
from diplo.formats.drawing.elements import down, element, moved, number
from diplo.formats.drawing.lettering import (
    BOLD,
    LANE,
    PLAIN,
    SMALL,
    TITLE,
    Face,
    block,
    letters,
    width_of,
    wrapped,
)
from diplo.formats.drawing.marks import RADIUS, dot
from diplo.history.scale import Scale, Tick

ROW = 22  # pixels of a row of one line
BASE, MIDDLE = 15.5, 11.0  # of a row: where its letters stand, and where its marks are
LINE = PLAIN.size * 1.3
_NARROW, _MARGINS = 800, (24, 40)  # pixels from which margins are wider
NO_DOT = "none"  # for the hue of what has none in a legend
_DOT = 14  # pixels of a dot and the gap after it
GAP, _APART = 16, 18  # between columns, between what stands in one line


Sign = tuple[str, str, float]  # a shape about the middle of a row, what it says, how wide it is


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


def head(title: str, counts: str, legend: Sequence[tuple[str, str]], frame: Frame) -> Part:
    """Return the title, what is counted, and the parties with their hues."""
    lines = wrapped(title, frame.room, TITLE)
    width, height = block(lines, TITLE)
    parts = [Part(height + 6, [letters(lines, frame.margin, TITLE.size, TITLE)])]
    said = wrapped(counts, frame.room)
    used = block(said)[0]
    rows = _in_rows(legend, frame.room)
    beside = len(rows) == 1 and used + 2 * _APART + _long(rows[0]) <= frame.room
    shapes = [letters(said, frame.margin, BASE, kind="muted")]
    if beside:
        shapes += _keyed(rows[0], frame.edge - _long(rows[0]))
    parts.append(Part(ROW + (len(said) - 1) * LINE, shapes))
    if not beside:
        parts += (Part(ROW, list(_keyed(row, frame.margin))) for row in rows)
    return below(parts)


def _in_rows(legend: Sequence[tuple[str, str]], room: float) -> list[list[tuple[str, str]]]:
    """Return what fits in each of two rows, and how many are left out."""
    rows: list[list[tuple[str, str]]] = [[]] if legend else []
    for number, item in enumerate(legend):
        more = (f"+{len(legend) - number} more", NO_DOT)
        last = len(rows) == 2 and number < len(legend) - 1  # noqa: PLR2004
        if rows[-1] and _long([*rows[-1], item, *([more] if last else ())]) > room:
            if len(rows) == 2:  # noqa: PLR2004
                rows[-1].append(more)
                break
            rows.append([])
        rows[-1].append(item)
    return rows


def _long(row: Sequence[tuple[str, str]]) -> float:
    return sum(_item(words) for words, _ in row) + _APART * (len(row) - 1)


def _item(words: str) -> float:
    return width_of(words) + _DOT


def _keyed(row: Iterable[tuple[str, str]], x: float) -> Iterator[str]:
    for words, hue in row:
        if hue != NO_DOT:
            yield dot(hue or "plain", x + RADIUS, MIDDLE)
        yield letters(words, x + _DOT, BASE)
        x += _item(words) + _APART


class Lane(NamedTuple):
    """A line down beside the axis, with words at its head."""

    x: float
    words: str
    hue: str


def on_axis(
    rows: Sequence[Part], scale: Scale, frame: Frame, words: str = "", lanes: Iterable[Lane] = ()
) -> Part:
    """Return rows upon the lines of an axis, under its names."""
    named = ticks(scale, frame.edge - frame.start)
    body = below(rows)
    lines = list(grid(named, frame.start, -4, body.height))
    heads = [letters(words, frame.margin, BASE, BOLD)] if words else []
    for lane in lanes:
        heads.append(letters(lane.words, lane.x, BASE, LANE, kind="muted", anchor="middle"))
        lines.append(down(lane.x, -2, body.height, f"line long {lane.hue or 'plain'}"))
    head = Part(ROW, [*heads, *names(named, frame.start, BASE)])
    return below([head, body._replace(shapes=[*lines, *body.shapes])])


def foot(key: Sequence[Sign], notes: Iterable[str], frame: Frame) -> Part:
    """Return what signs say, each a shape of a width about the middle of its row, and notes."""
    parts = [blank(14)]
    x, shapes = float(frame.margin), list[str]()
    for shape, words, width in key:
        needed = width + 6 + width_of(words, SMALL)
        if shapes and x + needed > frame.edge:
            parts.append(Part(ROW - 3, shapes))
            x, shapes = float(frame.margin), []
        shapes.append(
            moved_right(x, [shape, letters(words, width + 6, BASE, SMALL, kind="muted")])
        )
        x += needed + _APART
    parts += [Part(ROW - 3, shapes)] if shapes else []
    for note in filter(None, notes):
        lines = wrapped(note, frame.room, SMALL, 12)
        height = block(lines, SMALL)[1]
        parts.append(Part(height + 4, [letters(lines, frame.margin, BASE, SMALL, kind="muted")]))
    return below(parts)


def moved_right(x: float, shapes: Iterable[str]) -> str:
    """Return shapes as a group further to the right."""
    return element("g", *shapes, transform=f"translate({number(x)} 0)")


def labelled(words: str, frame: Frame, face: Face = PLAIN, kind: str = "") -> tuple[str, int]:
    """Return a label that ends where the axis has its labels, and how many lines it has."""
    lines = wrapped(words, frame.column - frame.margin, face)
    return letters(lines, frame.column, BASE, face, kind=kind, anchor="end"), len(lines)


def row_height(*lines: int) -> float:
    """Return the height of a row whose texts have so many lines."""
    return ROW + (max(lines) - 1) * LINE
