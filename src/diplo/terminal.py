"""Text on a terminal: how wide it is, where it breaks, its colours, what an encoding can show.

Widths are terminal cells.
"""

from typing import NamedTuple

from rich.cells import cell_len, chop_cells
from rich.color import ColorSystem
from rich.style import Style as Paint

from diplo.reports import MARKS, Style

_INDENT = "  "
_SYSTEMS = {16: ColorSystem.STANDARD, 256: ColorSystem.EIGHT_BIT}
# Kinds are told apart by colours that can be read on a dark and on a light ground: of the 256,
# those with a contrast of 4 to 1 and more on black and on white alike.
_KINDS = {16: (6, 5, 2, 1, 4), 256: (31, 133, 28, 130, 63, 161, 29, 98, 64, 131)}
_PLAINER = {"─": "-", "–": "-", "·": "|", **dict(zip(MARKS, "~.:-=+*#@", strict=True))}
_IN_ASCII = {ord(fine): plain for fine, plain in _PLAINER.items()}


class Run(NamedTuple):
    """A piece of a line, in one style."""

    text: str
    style: Style = ""

    @property
    def cells(self) -> int:
        """The width of the longest line."""
        return max(map(cell_len, self.text.split("\n")))


Line = list[Run]


def wrap(text: str, width: int) -> list[str]:
    """Break a text at its spaces, and words at the width where they are longer than that.

    Of a text that has line breaks, what a line goes on with is indented.
    """
    if "\n" in text:
        return [line for part in text.split("\n") for line in _hanging(part, width)]
    if cell_len(text) <= width:
        return [text]
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *pieces, line = chop_cells(word, width) if cell_len(word) > width else [word]
        lines += pieces
    return [*lines, line]


def _hanging(text: str, width: int) -> list[str]:
    narrower = width - len(_INDENT)
    if cell_len(text) <= width or longest_word(text) > narrower:
        return wrap(text, width)
    first, *others = wrap(text, narrower)
    return [first, *(_INDENT + line for line in others)]


def longest_word(text: str) -> int:
    """Return the width of the longest word."""
    return max(map(cell_len, text.split()), default=0)


def painted(run: Run, colours: int) -> str:
    """Return a piece of a line with escape sequences for its style: in no, 16 or 256 colours."""
    if not colours or run.style == "" or not run.text:
        return run.text
    style = run.style
    if isinstance(style, int):
        style = f"color({_KINDS[colours][style % len(_KINDS[colours])]})"
    return Paint.parse(style).render(run.text, color_system=_SYSTEMS[colours])


def in_ascii(text: str) -> str:
    """Return a text with plainer forms of the marks that reports are drawn with."""
    return text.translate(_IN_ASCII)


def encodable(text: str, encoding: str) -> str:
    """Return the text with a plainer form, or "?", for each character that an encoding lacks."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        for fine, plain in _PLAINER.items():
            if fine.encode(encoding, "ignore") == b"":
                text = text.replace(fine, plain)
        return text.encode(encoding, "replace").decode(encoding)
    return text
