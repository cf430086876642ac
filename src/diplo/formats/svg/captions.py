"""What stands above and below a picture: title, counts and legend; key and notes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from diplo.formats.drawing.elements import moved_right
from diplo.formats.svg.frame import LINE, MIDDLE, ROW, Frame, Part, stacked
from diplo.formats.svg.lettering import SMALL, TITLE, height_of, letters, widest, width_of, wrapped
from diplo.formats.svg.marks import RADIUS, dot
from diplo.reports.parties import Party

_DOT, _GAP, _APART = 14, 6, 18  # pixels from a dot or a sign to its words, and between items
_ROWS = 2  # most rows of a legend
_LOW = ROW - 3  # pixels of a row of small letters
_MOST = 12  # most lines of a note


class Item(NamedTuple):
    """Words of a legend, after a dot of their hue unless that is None."""

    words: str
    hue: str | None = ""

    @property
    def width(self) -> float:
        """Its width in pixels."""
        return width_of(self.words) + _DOT


class Sign(NamedTuple):
    """A shape centred on the middle of a row, its meaning, and its width."""

    shape: str
    words: str
    width: float

    @property
    def needed(self) -> float:
        """Its width in pixels, with its words."""
        return self.width + _GAP + width_of(self.words, SMALL)


def legend(parties: Iterable[Party]) -> list[Item]:
    """Return the parties with the numbers of their events."""
    return [Item(f"{party.name} {party.total}", party.hue) for party in parties]


def head(title: str, counts: str, items: Sequence[Item], frame: Frame) -> Part:
    """Return the title, the counts, and the parties beside the counts if there is room."""
    lines = wrapped(title, frame.room, TITLE)
    parts = [Part(height_of(lines, TITLE) + 6, [letters(lines, frame.margin, TITLE, y=TITLE.size)])]
    count_lines = wrapped(counts, frame.room)
    rows = _in_rows(items, frame.room)
    room = frame.room - widest(count_lines) - 2 * _APART
    beside = rows if len(rows) == 1 and _length(rows[0]) <= room else []
    shapes = [letters(count_lines, frame.margin, kind="muted")]
    for row in beside:
        shapes += _item_shapes(row, frame.edge - _length(row))
    parts.append(Part(ROW + (len(count_lines) - 1) * LINE, shapes))
    parts += (Part(ROW, list(_item_shapes(row, frame.margin))) for row in rows if not beside)
    return stacked(parts)


def _in_rows(items: Sequence[Item], room: float) -> list[list[Item]]:
    """Return the items that fit in each of two rows, then how many are left out."""
    rows: list[list[Item]] = []
    for place, whole in enumerate(items):
        remaining = len(items) - place
        more = Item(f"+{remaining} more", None)
        spare = _APART + more.width if remaining > 1 else 0  # in the last row, for those left out
        is_long = len(rows) >= _ROWS - 1 and whole.width + spare > room
        left_for_words = room - _DOT - (spare if is_long else 0)
        item = whole._replace(words=wrapped(whole.words, left_for_words, most=1)[0])
        needed = _length([*rows[-1], item]) if rows else room + 1
        if needed + (spare if len(rows) == _ROWS else 0) <= room:
            rows[-1].append(item)
        elif len(rows) < _ROWS:
            rows.append([item])
        else:
            rows[-1].append(more)
            break
    return rows


def _length(row: Sequence[Item]) -> float:
    return sum(item.width for item in row) + _APART * (len(row) - 1)


def _item_shapes(row: Iterable[Item], x: float) -> Iterator[str]:
    for item in row:
        if item.hue is not None:
            yield dot(item.hue or "plain", x + RADIUS, MIDDLE)
        yield letters(item.words, x + _DOT)
        x += item.width + _APART


def foot(key: Sequence[Sign], notes: Iterable[str], frame: Frame) -> Part:
    """Return the key of signs, and the notes."""
    rows: list[list[str]] = []
    x = frame.edge
    for sign in key:
        if x + sign.needed > frame.edge or not rows:
            rows.append([])
            x = frame.margin
        words = letters(sign.words, sign.width + _GAP, SMALL, kind="muted")
        rows[-1].append(moved_right(x, [sign.shape, words]))
        x += sign.needed + _APART
    parts = [Part(14), *(Part(_LOW, shapes) for shapes in rows)]
    for note in filter(None, notes):
        lines = wrapped(note, frame.room, SMALL, _MOST)
        shape = letters(lines, frame.margin, SMALL, kind="muted")
        parts.append(Part(height_of(lines, SMALL) + 4, [shape]))
    return stacked(parts)
