"""Timelines side by side: a narrow lane for each, and beside the lanes the events of all."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from diplo.formats.table.layout import (
    GAP,
    USUAL_TITLE,
    Canvas,
    Cell,
    cells,
    column,
    date_lines,
    date_width,
    flow,
    merged,
    side_by_side,
    title_widths,
    wrapped,
)
from diplo.formats.table.timeline import framed, style_of
from diplo.history.parts import STORY
from diplo.reports import entries
from diplo.reports.comparison import Lane, Lanes
from diplo.reports.entries import Entry
from diplo.reports.story import Section, Story
from diplo.terminal.colour import Line, Run
from diplo.terminal.width import cells_of, longest_word

_LEAST_WORDS = 12  # cells of words; with fewer, lanes are as narrow as can be
_LEAST = 8  # cells of words; with fewer, there are no lanes


class Page(NamedTuple):
    """The layout of the rows.

    `labels` are the lines above each lane, none if there is no room for lanes; `date` is the width
    of dates, 0 if they stand above the titles; `words` is the width of the text beside the lanes.
    """

    canvas: Canvas
    lanes: Sequence[Lane]
    labels: Sequence[Sequence[str]] = ()
    date: int = 0
    words: int = 0

    @property
    def widths(self) -> list[int]:
        """The width of each lane, with the gap after it."""
        return [max(map(cells_of, label)) + 1 for label in self.labels]

    @property
    def left(self) -> int:
        """The cell where the lanes begin."""
        return self.date + 1 if self.date else 0

    @property
    def right(self) -> int:
        """The cell where the lanes end."""
        return self.left + sum(self.widths)

    @property
    def span(self) -> int:
        """The width of rules."""
        return min(self.canvas.width, max(self.canvas.span, self.right + self.words))

    @property
    def places(self) -> list[int]:
        """The cell of the vertical line in each lane."""
        starts = accumulate(self.widths, initial=self.left)
        return [start + (width - 1) // 2 for start, width in zip(starts, self.widths, strict=False)]


def lines(screen: Lanes, canvas: Canvas) -> Iterator[Line]:
    """Yield the lines of timelines side by side."""
    page = _page(screen, canvas)
    return framed(screen.story, _sections(screen.story, page), page.span, canvas)


def _page(screen: Lanes, canvas: Canvas) -> Page:
    """Return the page with the clearest labels of lanes that leave enough room for words."""
    entries = screen.story.entries
    longest, least = title_widths([entry.event.title for entry in entries])
    date = date_width([canvas.glyphs.adapt(entry.when) for entry in entries])
    heads = [lane.side.heads for lane in screen.lanes]
    letters = ["".join(codes) for codes in heads]
    layouts: tuple[tuple[Sequence[Sequence[str]], int, int], ...] = (
        ([_in_pairs(codes) for codes in heads], date, max(least, min(longest, USUAL_TITLE))),
        (heads, date, least),
        (heads, 0, _LEAST_WORDS),
        (letters, date, least),
        (letters, 0, _LEAST),
    )
    for labels, dated, needed in layouts:
        page = Page(canvas, screen.lanes, labels, dated)
        room = canvas.width - page.right
        if room >= needed:
            return page._replace(words=min(longest, room) if dated else room)
    return Page(canvas, screen.lanes)


def _in_pairs(codes: Sequence[str]) -> list[str]:
    """Return the codes of a side, two on a line."""
    return ["".join(codes[first : first + 2]) for first in range(0, len(codes), 2)]


def _labels(page: Page) -> Iterator[Line]:
    """Yield the labels above the lanes."""
    height = max(map(len, page.labels), default=0)
    row = [Cell([], page.left, gap=0)]
    for lane, label, width in zip(page.lanes, page.labels, page.widths, strict=False):
        blank: list[Line] = [[] for _ in range(height - len(label))]
        row.append(Cell([*blank, *([Run(text, lane.hue)] for text in label)], width, gap=0))
    yield from side_by_side(row)


def _sections(story: Story, page: Page) -> Iterator[Line]:
    """Yield the events under headings, whose rules cross the lanes within the story."""
    if story.shown:
        yield from _labels(page)
    for number, section in enumerate(story.shown):
        places = page.places if section.part == STORY else ()
        yield from _heading(section, dict.fromkeys(places, page.canvas.glyphs.joint(number)), page)
        for entry in section.rows:
            yield from _row(entry, page)


def _heading(section: Section, joints: Mapping[int, str], page: Page) -> Iterator[Line]:
    """Yield the heading of a section on its rule, or alone if there is no room for both.

    If dates stand above the titles, the rule begins with the lanes and the heading follows.
    """
    lead, (words, end) = _rule_start(joints, page), section.ends
    head = [*lead, Run(words, "bold")]
    if cells(head) + cells_of(end) + len(GAP) <= page.span:
        yield page.canvas.rule(head, end, joints, page.span)
        return
    width = page.canvas.width - cells(lead)
    down = _lane_line(dict.fromkeys(joints, _line(page)), page) if lead else []
    leading = Cell([lead], cells(lead), gap=0, rest=down)
    yield from side_by_side([leading, column(words, width, "bold")])


def _rule_start(joints: Mapping[int, str], page: Page) -> Line:
    """Return the beginning of a rule that crosses the lanes before its heading."""
    if page.date or not joints:
        return []
    crossed = [joints.get(place, page.canvas.glyphs.rule) for place in range(page.right - 1)]
    return [Run("".join(crossed), "dim"), Run(" ")]


def _row(entry: Entry, page: Page) -> Iterator[Line]:
    """Yield the lines of an event."""
    when, title = page.canvas.glyphs.adapt(entry.when), entry.event.title
    style, width, lanes = style_of(entry), page.words, _lanes(entry, page)
    if page.date:
        days = [[Run(line)] for line in date_lines(when, page.date)]
        dated = Cell(days, page.date, right=True, gap=1)
        yield from side_by_side([dated, lanes, column(title, width, style)])
    elif longest_word(f"{when} {title}") <= width:
        words = [*wrapped(when, width), *wrapped(title, width, style)]
        yield from side_by_side([lanes, Cell(words, width)])
    else:
        yield from lanes.lines
        yield from wrapped(when, page.canvas.width)
        yield from wrapped(title, page.canvas.width, style)


def _lanes(entry: Entry, page: Page) -> Cell:
    """Return the lanes beside an event, or the codes of its sides if there are no lanes."""
    glyphs = page.canvas.glyphs
    mark = glyphs.dot if entry.mark == entries.EVENT else glyphs.mark(entry.mark)
    sides = [lane for lane in page.lanes if lane.side.holds(entry.event)]
    if not page.labels:
        codes = [Run("".join(lane.side.heads), lane.hue) for lane in sides]
        return Cell(flow([Run(mark), *codes], " ", page.canvas.width), page.canvas.width)
    places = dict(zip(page.lanes, page.places, strict=True))
    marks = {places[lane]: Run(mark, f"{style_of(entry)} {lane.hue}".strip()) for lane in sides}
    down = dict.fromkeys(page.places if entry.part == STORY else marks, _line(page, entry.part))
    joined = dict.fromkeys(range(min(marks), max(marks)), glyphs.rule)
    joined |= {place: glyphs.cross for place in page.places if place in joined}
    across = {place: Run(sign, "dim") for place, sign in joined.items()}
    first = _lane_line({**down, **across, **marks}, page)
    return Cell([first], page.right - page.left, gap=0, rest=_lane_line(down, page))


def _line(page: Page, part: str = STORY) -> Run:
    """Return one cell of the vertical line in a lane."""
    glyphs = page.canvas.glyphs
    return Run(glyphs.event if part == STORY else glyphs.dotted, "dim")


def _lane_line(marks: Mapping[int, Run], page: Page) -> Line:
    """Return a line of the lanes with these marks at their places."""
    return merged(marks.get(place, Run(" ")) for place in range(page.left, page.right))
