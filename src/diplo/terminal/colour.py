"""Text on a terminal: how wide it is, where it breaks, its colours, what an encoding can show.

Widths are terminal cells.
"""

from typing import NamedTuple

from rich.cells import cell_len, chop_cells
from rich.color import ColorSystem
from rich.style import Style as Paint

_SYSTEMS = {16: ColorSystem.STANDARD, 256: ColorSystem.EIGHT_BIT}
# Two hues stand out on dark and light grounds alike, and apart for eyes that see few colours.
_HUES = {
    16: {"first": "cyan", "second": "yellow"},
    256: {"first": "color(32)", "second": "color(166)"},
}
_PLAINER = {"–": "-", "·": "."}


class Run(NamedTuple):
    """A piece of a line, in one style."""

    text: str
    style: str = ""  # of "bold", "dim", "red", "yellow" and the hues "first" and "second"
    link: str = ""  # an address in ASCII, without spaces, that it leads to where there is colour

    @property
    def cells(self) -> int:
        """The width in cells."""
        return cell_len(self.text)


Line = list[Run]


def wrap(text: str, width: int) -> list[str]:
    """Break a text at its spaces, and words at the width where they are longer than that."""
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


def longest_word(text: str) -> int:
    """Return the width of the longest word."""
    return max(map(cell_len, text.split()), default=0)


def cells_of(text: str) -> int:
    """Return the width of a text on one line."""
    return cell_len(text)


def painted(run: Run, colours: int) -> str:
    """Return a piece of a line with escape sequences for its style: in no, 16 or 256 colours."""
    if not colours or not (run.style or run.link) or not run.text:
        return run.text
    style = " ".join(_HUES[colours].get(word, word) for word in run.style.split())
    text = Paint.parse(style).render(run.text, color_system=_SYSTEMS[colours])
    return f"\x1b]8;;{run.link}\x1b\\{text}\x1b]8;;\x1b\\" if run.link else text


def can_show(text: str, encoding: str) -> bool:
    """Say whether an encoding has every character of a text."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def encodable(text: str, encoding: str) -> str:
    """Return the text with a plainer form, or "?", for each character that an encoding lacks."""
    if can_show(text, encoding):
        return text
    for fine, plain in _PLAINER.items():
        if not can_show(fine, encoding):
            text = text.replace(fine, plain)
    return text.encode(encoding, "replace").decode(encoding)
