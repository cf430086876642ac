"""The marks that tables are drawn with, and ASCII ones for encodings that cannot show them."""

from typing import NamedTuple

from diplo.reports import entries
from diplo.terminal.encoding import can_show


class Glyphs(NamedTuple):
    """One set of marks, each a cell wide except `dots`; `heights` run from few to many."""

    change: str = "◆"
    event: str = "│"
    doubt: str = "○"
    doubted_change: str = "◇"
    dotted: str = "┊"
    dot: str = "●"
    rule: str = "─"
    top: str = "┬"
    cross: str = "┼"
    in_force: str = "━"
    withheld: str = "─"
    inexact: str = "╌"
    earlier: str = "◂"
    bar: str = "▇"
    doubted_bar: str = "░"
    heights: str = "▁▂▃▄▅▆▇█"
    separator: str = "·"
    dash: str = "–"
    dots: str = "…"
    pointer: str = "▲"
    thumb: str = "█"
    divider: str = "│"

    def mark(self, mark: str) -> str:
        """Return the mark of an event on the line of a timeline."""
        return {
            entries.CHANGE: self.change,
            entries.DOUBT: self.doubt,
            entries.DOUBTED_CHANGE: self.doubted_change,
            entries.ASIDE: self.dotted,
        }.get(mark, self.event)

    def joint(self, number: int) -> str:
        """Return the mark where a vertical line meets the first rule, or crosses another."""
        return self.cross if number else self.top

    def adapt(self, words: str) -> str:
        """Return generated words, such as a date's, with the dashes and dots of this set."""
        return words.replace("–", self.dash).replace("·", self.separator)


FINE = Glyphs()
PLAIN = Glyphs(
    change="*",
    event="|",
    doubt="?",
    doubted_change="*",
    dotted=":",
    dot="o",
    rule="-",
    top="+",
    cross="+",
    in_force="=",
    withheld="-",
    inexact="~",
    earlier="<",
    bar="#",
    doubted_bar="?",
    heights="123456789+",
    separator=".",
    dash="-",
    dots="..",
    pointer="^",
    thumb="#",
    divider="|",
)


def glyphs_for(encoding: str, *, plain: bool) -> Glyphs:
    """Return the ASCII marks if `plain` or if the encoding cannot show the finer ones."""
    return PLAIN if plain or not can_show("".join(FINE), encoding) else FINE
