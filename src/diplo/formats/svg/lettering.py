"""Texts in a picture: their estimated width in pixels, their line breaks and their elements.

Widths are those of Helvetica, Arial and the fonts that replace them, and a little more.
"""

import functools
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from diplo.formats.drawing.elements import element, number, safe

# Characters by their widths, in thousandths of the font size.
_LETTERS = {
    "ijl'‘’": 222,
    " !,./:;I[]\\ft·|": 278,
    '()-`r"“”{}*': 360,
    "Jcksvxyz^": 500,
    "FTZ": 611,
    "&ABEKPSVXY": 667,
    "CDHNRUw": 722,
    "GOQ": 778,
    "Mm%": 889,
    "W@—…": 1010,
}
_WIDTHS = {letter: width for letters, width in _LETTERS.items() for letter in letters}
_USUAL = 560  # of other ASCII characters, and of most accented letters
_WIDE, _UNKNOWN = 1050, 850
_BOLD, _SPARE = 1.08, 1.03
_HAIR = 0.01  # pixels of rounding error in sums of widths
BASE = 15.5  # pixels from the top of a row to the baseline of its letters
DOWN = 1.3  # from one line to the next, in font sizes
CUT = "…"


class Face(NamedTuple):
    """A font size and weight; `kind` is the CSS class of texts in it."""

    kind: str
    size: int
    bold: bool = False


TITLE = Face("title", 24, bold=True)
BOLD = Face("bold", 13, bold=True)
PLAIN = Face("", 13)
SMALL = Face("small", 12)
LANE = Face("lane", 11, bold=True)


def width_of(text: str, face: Face = PLAIN) -> float:
    """Return the estimated width of a text on one line, in pixels."""
    units = sum(map(_width, text))
    return units * face.size / 1000 * (_BOLD if face.bold else 1) * _SPARE


@functools.lru_cache(maxsize=10_000)
def _width(character: str) -> int:
    if character in _WIDTHS:
        return _WIDTHS[character]
    if character.isascii():
        return _USUAL
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    bare = unicodedata.normalize("NFKD", character)
    if len(bare) > 1:
        return sum(map(_width, bare))
    return _USUAL if "LATIN SMALL" in unicodedata.name(character, "") else _UNKNOWN


def wrapped(text: str, room: float, face: Face = PLAIN, most: int = 3) -> list[str]:
    """Break a text at its spaces, or within words that are too long; cut it after `most` lines."""
    lines, line = [], ""
    for word in _broken(text, room, face):
        longer = f"{line} {word}" if line else word
        if width_of(longer, face) > room + _HAIR and line:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    return lines if len(lines) <= most else [*lines[: most - 1], _cut(lines[most - 1], room, face)]


def balanced(text: str, room: float, face: Face = PLAIN, most: int = 3) -> list[str]:
    """Break a text into lines of about the same length."""
    lines = wrapped(text, room, face, most)
    if len(lines) > 1 and not lines[-1].endswith(CUT):
        least = width_of(text, face) / len(lines)
        for narrower in range(int(least), int(room), 6):
            again = wrapped(text, narrower, face, most + 1)
            if len(again) == len(lines):
                return again
    return lines


def _broken(text: str, room: float, face: Face) -> list[str]:
    """Return the words of a text, with words that are too long in pieces."""
    pieces = []
    for word in text.split(" "):
        piece = ""
        for character in word:
            if piece and width_of(piece + character, face) > room:
                pieces.append(piece)
                piece = ""
            piece += character
        pieces.append(piece)
    return pieces


def _cut(line: str, room: float, face: Face) -> str:
    while line and width_of(line + CUT, face) > room:
        line = line[:-1]
    return line.rstrip() + CUT


def widest(lines: Iterable[str], face: Face = PLAIN) -> float:
    """Return the width of the widest line, 0 if there is none."""
    return max((width_of(line, face) for line in lines), default=0)


def height_of(lines: Sequence[str], face: Face) -> float:
    """Return the height of lines."""
    return len(lines) * face.size * DOWN


def letters(
    lines: Sequence[str] | str,
    x: float,
    face: Face = PLAIN,
    *,
    y: float = BASE,
    kind: str = "",
    anchor: str = "",
) -> str:
    """Return a text whose first baseline is y, and which begins at x or has its `anchor` there."""
    texts = [lines] if isinstance(lines, str) else lines
    kinds = " ".join(filter(None, (face.kind, kind)))
    first, *others = map(safe, texts)
    down = number(face.size * DOWN)
    more = (element("tspan", line, x=x, dy=down) for line in others)
    return element("text", first, *more, x=x, y=y, class_=kinds, text_anchor=anchor)


def ground(x: float, y: float, width: float, height: float) -> str:
    """Return a background that keeps lines from running through words."""
    return element("rect", class_="paper", x=x, y=y, width=width, height=height)
