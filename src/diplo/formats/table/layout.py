"""What screens are laid out with: titles, rules, legends, and texts side by side."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import ceil
from operator import attrgetter
from typing import NamedTuple

from diplo.formats.table.glyphs import Glyphs
from diplo.reports.parties import Party
from diplo.terminal.colour import Line, Run
from diplo.terminal.width import cells_of, longest_word, wrap

GAP = "  "
NARROWEST = 24  # cells that an indented text needs
WIDEST_RULE = 100  # cells; a table that is wider has wider rules
READABLE = 76  # longer lines of running text are hard to read
_APART = "   "  # between items of a legend
_USUAL_SHARE = 0.93  # share of the dates that fit their column; the others wrap
USUAL_TITLE, LEAST_TITLE = 60, 16  # cells for titles that other columns make room for
_LONG_WORD = 30  # cells; a longer word, such as a URL, may be broken
_DATES = (10, 14)  # the least and the usual greatest width of the column of dates
# A space in a date where no line may break: c. 2001, 7 Oct.
_HELD = re.compile(r"(?<=\bc\.) |(?<=\b\d) (?=[A-Z])|(?<=\b\d\d) (?=[A-Z])")
_NO_BREAK = "\xa0"


class Canvas(NamedTuple):
    """What a screen is drawn on: its width in terminal cells, its marks, and what screens share."""

    width: int
    glyphs: Glyphs
    links: bool = False  # words may be hyperlinks

    @property
    def span(self) -> int:
        """The width of rules, unless a table is wider."""
        return min(self.width, WIDEST_RULE)

    def title(self, words: str, counts: str, span: int) -> Iterator[Line]:
        """Yield a title with its counts at the right end, or below if there is no room."""
        left, right = Run(words, "bold"), Run(self.glyphs.adapt(counts))
        if left.cells + len(_APART) + right.cells <= span:
            yield [left, Run(" " * (span - left.cells - right.cells)), right]
            return
        for run in (left, right):
            yield from ([run._replace(text=line)] for line in wrap(run.text, self.width))

    def legend(self, parties: Sequence[Party], *, coded: bool, most: int = 2) -> Iterator[Line]:
        """Yield the parties with the numbers of their events, in at most `most` lines."""
        items: list[Line] = []
        for party in parties:
            code = Run(party.code if coded else party.name, party.hue)
            name = [Run(f" {party.name}")] if coded else []
            items.append([code, *name, Run(f" {party.total}")])
        yield from self._on_lines(items, most)

    def _on_lines(self, items: Sequence[Line], most: int) -> Iterator[Line]:
        """Yield items on at most `most` lines, the last saying how many are left out."""
        lines: list[Line] = [[]]
        for number, item in enumerate(items):
            more = [Run(_APART), Run(f"+{len(items) - number} more")]
            is_last_line, is_last = len(lines) == most, number == len(items) - 1
            room = self.width - (cells(more) if is_last_line and not is_last else 0)
            if lines[-1] and cells(lines[-1]) + len(_APART) + cells(item) > room:
                if is_last_line:
                    lines[-1] += more
                    break
                lines.append([])
            lines[-1] += [Run(_APART), *item] if lines[-1] else item
        for line in filter(None, lines):
            yield from [line] if cells(line) <= self.width else flow(line, "", self.width)

    def body(self, drawn: Sequence[Line], beside: Sequence[str]) -> Iterator[Line]:
        """Yield lines, and sentences on what they leave out, after an empty line."""
        if drawn or beside:
            yield []
        yield from drawn
        for words in beside:
            yield from wrapped(self.glyphs.adapt(words), self.width)

    def key(self, signs: Sequence[str]) -> Iterator[Line]:
        """Yield the meanings of the signs used, after an empty line."""
        if signs:
            yield []
            yield from flow(map(Run, signs), _APART, self.width)

    def rule(self, heading: Line, end: str, joints: Mapping[int, str], span: int) -> Line:
        """Return a line with a heading at its left, words at its right and a rule between.

        `joints` has the cells where vertical lines cross the rule, and the marks to draw there.
        """
        start = cells(heading) + 1
        length = span - start - (cells_of(end) + 1 if end else 0)
        drawn = [self.glyphs.rule] * max(length, 0)
        for place, mark in joints.items():
            if 0 <= place - start < len(drawn) - 1:
                drawn[place - start] = mark
        return [*heading, Run(" "), Run("".join(drawn), "dim"), *([Run(f" {end}")] if end else [])]

    def heading(
        self, words: str, end: str, joints: Mapping[int, str], span: int, style: str = "bold"
    ) -> Iterator[Line]:
        """Yield a heading on its rule, or without one if there is no room."""
        head = Run(words, style)
        if head.cells + cells_of(end) + len(GAP) <= span:
            yield self.rule([head], end, joints, span)
        else:
            yield from wrapped(f"{words} {end}".strip(), self.width, style)


def trimmed(line: Line) -> Line:
    """Return a line without the blanks at its end."""
    while line and not line[-1].text.strip(" "):
        line = line[:-1]
    return [*line[:-1], line[-1]._replace(text=line[-1].text.rstrip(" "))] if line else line


def cells(line: Iterable[Run]) -> int:
    """Return the width of a line."""
    return sum(run.cells for run in line)


def widest(texts: Iterable[str], most: int) -> int:
    """Return the width of a column in which texts wrap beyond `most` cells, but words do not."""
    return max((max(min(cells_of(text), most), longest_word(text)) for text in texts), default=0)


def title_widths(titles: Sequence[str], others: Iterable[str] = ()) -> tuple[int, int]:
    """Return the width of the longest title, and the least width of a column of titles.

    That width breaks no word of the titles, or of `others` below them, except very long words.
    """
    longest = max(map(cells_of, titles), default=0)
    word = max(map(longest_word, (*titles, *others)), default=0)
    return longest, max(min(longest, LEAST_TITLE), min(word, _LONG_WORD))


def date_width(words: Sequence[str]) -> int:
    """Return the width of a column of dates: most fit, and others wrap between words."""
    widths = sorted(map(cells_of, words)) or [0]
    usual = widths[ceil(len(widths) * _USUAL_SHARE) - 1]
    least, most = _DATES
    pieces = (piece for text in words for piece in _HELD.sub(_NO_BREAK, text).split(" "))
    return max(min(max(usual, least), most), *map(cells_of, pieces), 0)


def date_lines(when: str, width: int) -> list[str]:
    """Return a date in lines of this width, keeping a day and its month together."""
    return [line.replace(_NO_BREAK, " ") for line in wrap(_HELD.sub(_NO_BREAK, when), width)]


def flow(items: Iterable[Run], between: str, width: int) -> list[Line]:
    """Return items joined into lines of this width; an item that is wider is wrapped."""
    lines: list[Line] = [[]]
    for item in items:
        used = cells(lines[-1])
        if used and used + len(between) + item.cells <= width:
            lines[-1] += [Run(between), item]
            continue
        if used:
            if used + len(between.rstrip()) <= width:
                lines[-1].append(Run(between.rstrip()))
            lines.append([])
        *whole, last = wrap(item.text, width)
        lines[-1:-1] = [[item._replace(text=text)] for text in whole]
        lines[-1].append(item._replace(text=last))
    return lines


def wrapped(text: str, width: int, style: str = "") -> list[Line]:
    """Return a text as lines of this width in one style."""
    return [[Run(line, style)] for line in wrap(text, width)]


def indented(
    runs: Sequence[Run], width: int, left: int = len(GAP), most: int = READABLE
) -> Iterator[Line]:
    """Yield runs in lines of at most `most` cells, indented if the longest word allows."""
    longest = max(longest_word(run.text) for run in runs)
    indent = left if longest + left <= width else 0
    for line in flow([run for run in runs if run.text], GAP, min(width - indent, most)):
        yield [Run(" " * indent), *line]


def merged(runs: Iterable[Run]) -> Line:
    """Return a line with neighbouring runs of one style merged."""
    by_style = groupby(runs, key=attrgetter("style"))
    return [Run("".join(run.text for run in group), style) for style, group in by_style]


class Cell(NamedTuple):
    """Lines in a column of a width, aligned to the left or `right`, before a gap.

    `rest` is repeated below them, down to the last line of the row.
    """

    lines: Sequence[Line]
    width: int
    right: bool = False
    gap: int = len(GAP)
    rest: Sequence[Run] = ()

    def at(self, number: int) -> Line:
        """Return a line by its number in the row, padded to the width of the column and its gap."""
        line = self.lines[number] if number < len(self.lines) else [*self.rest]
        blank = Run(" " * (self.width - cells(line)))
        gap = Run(" " * self.gap)
        return [blank, *line, gap] if self.right else [*line, blank, gap]


def column(text: str, width: int, style: str = "", *, right: bool = False) -> Cell:
    """Return a text that wraps in a column of a width."""
    return Cell(wrapped(text, width, style), width, right)


def date_cells(when: str, width: int, mark: Run, down: Sequence[Run] = ()) -> list[Cell]:
    """Return the cells of a date and of a mark, below which a line may run `down`."""
    date = Cell([[Run(line)] for line in date_lines(when, width)], width, right=True, gap=1)
    return [date, Cell([[mark]], 1, gap=1, rest=down)]


def side_by_side(row: Sequence[Cell]) -> Iterator[Line]:
    """Yield the lines of a row whose cells stand side by side."""
    for number in range(max(len(cell.lines) for cell in row)):
        yield [run for cell in row for run in cell.at(number)]
