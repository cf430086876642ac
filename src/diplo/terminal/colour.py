"""Colour on a terminal: the two hues and the styles of a piece of a line."""

import functools
from typing import NamedTuple

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style as Paint

_SYSTEMS = {16: ColorSystem.STANDARD, 256: ColorSystem.EIGHT_BIT}
# Two hues that stand out on dark and light backgrounds, and differ for colour-blind readers too.
_HUES = {
    16: {"first": "cyan", "second": "yellow"},
    256: {"first": "color(32)", "second": "color(166)"},
}
ATTRIBUTES = ("bold", "dim", "reverse")  # styles that need no colour


class Run(NamedTuple):
    """A piece of a line, in one style."""

    text: str
    style: str = ""  # words: `ATTRIBUTES`, "red", "yellow", and the hues "first" and "second"
    link: str = ""  # a web address in ASCII, without spaces, that is used only in colour

    @property
    def cells(self) -> int:
        """The width in cells."""
        return cell_len(self.text)


Line = list[Run]


@functools.lru_cache(maxsize=1000)
def paint(style: str, colours: int) -> Paint:
    """Return the style of Rich for one of ours, in no, 16 or 256 colours."""
    hues = _HUES.get(colours, {})
    words = [hues.get(word, word) for word in style.split() if colours or word in ATTRIBUTES]
    return Paint.parse(" ".join(words))


def painted(run: Run, colours: int) -> str:
    """Return a piece of a line with escape sequences for its style: in no, 16 or 256 colours."""
    if not colours or not (run.style or run.link) or not run.text:
        return run.text
    text = paint(run.style, colours).render(run.text, color_system=_SYSTEMS[colours])
    return f"\x1b]8;;{run.link}\x1b\\{text}\x1b]8;;\x1b\\" if run.link else text
