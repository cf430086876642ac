"""A timeline: under each year its events, a line each, with dates, marks, titles and parties."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from diplo.formats.table.layout import (
    GAP,
    READABLE,
    Canvas,
    Cell,
    beside,
    cells,
    date_width,
    flow,
    heading,
    legend,
    limited,
    rule,
    title,
    widest,
    wrapped,
)
from diplo.history.selection import STORY
from diplo.reports import story
from diplo.reports.story import Entry, Party, Story
from diplo.terminal.colour import Line, Run
from diplo.terminal.width import cells_of, longest_word

_NARROW, _TYPED, _NAMED, _IDENTIFIED = 60, 100, 110, 130  # cells from which a screen has more
_USUAL_TITLE = 60  # cells for which other columns make room
_LEAST_TITLE = 16  # cells without which a title stands below its date
_CODES, _NAMES, _KIND = 11, 24, 24  # cells of a column, at the most, where words allow
_HINT = "--all lists them"


class Columns(NamedTuple):
    """The widths of the columns, which are 0 where there is no room for one."""

    date: int
    title: int = 0
    parties: int = 0
    kind: int = 0
    id: int = 0

    @property
    def axis(self) -> int:
        """The place of the line down the page."""
        return self.date + 1

    @property
    def across(self) -> int:
        """How wide a row is."""
        others = sum(len(GAP) + width for width in (self.parties, self.kind, self.id) if width)
        return self.axis + 2 + self.title + others


class Page(NamedTuple):
    """What the rows of a timeline are drawn with."""

    canvas: Canvas
    parties: Mapping[str, Party]
    columns: Columns

    @property
    def span(self) -> int:
        """How wide rules are."""
        return min(self.canvas.width, max(self.canvas.span, self.columns.across))


def lines(told: Story, canvas: Canvas) -> Iterator[Line]:
    """Yield the lines of a timeline."""
    page = _page(told, canvas)
    yield from title(told.title, told.counts, page.span, canvas)
    yield from legend(told.parties, canvas, coded=canvas.width < _NAMED)
    if told.sections or told.aside_counts or told.nearest:
        yield []
    if told.nearest:
        yield from nearest(told.nearest, canvas)
    for number, section in enumerate(told.sections):
        if section.heading:
            mark = canvas.glyphs.cross if number else canvas.glyphs.top
            joints = {page.columns.axis: mark} if page.columns.title else {}
            yield from heading(section.heading, f"{len(section.rows)}", joints, page.span, canvas)
        for entry in section.rows:
            yield from _row(entry, page, long=told.long)
    for section in told.asides if told.listed else ():
        said = f"{section.heading}: {len(section.rows)}"
        yield from heading(said, section.remark, {}, page.span, canvas)
        for entry in section.rows:
            yield from _row(entry, page, long=told.long)
    if not told.listed:
        yield from aside(told.aside_counts, page.span, canvas)
    yield from key(told.marks, canvas)


def _page(told: Story, canvas: Canvas) -> Page:
    shown = [*told.sections, *(told.asides if told.listed else ())]
    entries = [entry for section in shown for entry in section.rows]
    page = Page(canvas, {party.code: party for party in told.parties}, Columns(0))
    titles = [_titled(entry, canvas) for entry in entries]
    longest = max(map(cells_of, titles), default=0)
    columns = _columns(entries, page)
    wanted = min(longest, _USUAL_TITLE)
    if columns.across + wanted > canvas.width:
        columns = columns._replace(id=0)
    if columns.across + wanted > canvas.width:
        columns = columns._replace(kind=0)
    left = canvas.width - columns.across
    more = [text for entry in entries if told.long for text, _ in _more_texts(entry)]
    least = max(min(longest, _LEAST_TITLE), *map(longest_word, (*titles, *more)), 0)
    room = min(longest, left) if left >= least else 0
    return page._replace(columns=columns._replace(title=room))


def _columns(entries: Sequence[Entry], page: Page) -> Columns:
    """Return the columns that there are at this width, but for the titles."""
    glyphs, width = page.canvas.glyphs, page.canvas.width
    coded = width < _NAMED
    parties = (_between(coded).join(run.text for run in _parties(e, page)) for e in entries)
    kinds = (entry.kind for entry in entries)
    return Columns(
        date_width([glyphs.said(entry.when) for entry in entries]),
        parties=widest(parties, _CODES if coded else _NAMES) if width >= _NARROW else 0,
        kind=widest(kinds, _KIND) if width >= _TYPED else 0,
        id=widest((entry.event.id for entry in entries), width) if width >= _IDENTIFIED else 0,
    )


def _row(entry: Entry, page: Page, *, long: bool) -> Iterator[Line]:
    """Yield the lines of an event."""
    columns, glyphs = page.columns, page.canvas.glyphs
    style = style_of(entry)
    mark = Run(glyphs.mark(entry.mark), style or "dim" * (entry.mark != story.DOUBT))
    told = _titled(entry, page.canvas)
    if not columns.title:
        yield from _stacked(f"{mark.text} {glyphs.said(entry.when)}", told, style, page)
        if long:
            yield from _more(entry, [Run(GAP)], page.canvas)
        return
    line = Run(glyphs.event if entry.part == STORY else glyphs.beside, "dim")
    coded = page.canvas.width < _NAMED
    row = [
        Cell(wrapped(glyphs.said(entry.when), columns.date), columns.date, right=True, gap=1),
        Cell([[mark]], 1, gap=1, rest=[line]),
        Cell(wrapped(told, columns.title, style), columns.title),
    ]
    if columns.parties:
        parties = flow(_parties(entry, page), _between(coded), columns.parties)
        row.append(Cell(parties, columns.parties))
    if columns.kind:
        row.append(Cell(wrapped(entry.kind, columns.kind, "dim"), columns.kind))
    if columns.id:
        row.append(Cell([[Run(entry.event.id, "dim")]], columns.id))
    yield from beside(row)
    if long:
        yield from _more(entry, [Run(" " * columns.axis), line, Run(" ")], page.canvas)


def nearest(entries: Sequence[Entry], canvas: Canvas) -> Iterator[Line]:
    """Yield where a story would go on that is empty."""
    said = [Run(f"{canvas.glyphs.said(entry.when)} {entry.event.title}") for entry in entries]
    first = Run(f"Nearest: {said[0].text}")
    yield from flow([first, *said[1:]], f" {canvas.glyphs.between} ", canvas.width)


def _more(entry: Entry, before: Line, canvas: Canvas) -> Iterator[Line]:
    """Yield the summary and the sources of an event, each line after what stands before it."""
    width = min(canvas.width - cells(before), READABLE)
    for text, style in _more_texts(entry):
        for words in wrapped(text, width, style):
            yield [*before, *words]


def _more_texts(entry: Entry) -> list[tuple[str, str]]:
    """Return the summary and the sources of an event, each with its style."""
    summary = [(entry.event.summary, "")] if entry.event.summary else []
    return [*summary, *((source, "dim") for source in entry.sources)]


def _stacked(head: str, told: str, style: str, page: Page) -> Iterator[Line]:
    """Yield an event whose title stands below its date, for want of room."""
    yield from wrapped(head, page.canvas.width)
    indent = GAP if longest_word(told) + len(GAP) <= page.canvas.width else ""
    for words in wrapped(told, page.canvas.width - len(indent), style):
        yield [Run(indent), *words]


def style_of(entry: Entry) -> str:
    """Return the style of an event's words: what changes a state is bold."""
    return "bold" if entry.mark in (story.CHANGE, story.DOUBTED_CHANGE) else ""


def _titled(entry: Entry, canvas: Canvas) -> str:
    """Return the title, with the codes of the parties where they have no column."""
    codes = " ".join(entry.parties)
    return (
        f"{entry.event.title} [{codes}]" if codes and canvas.width < _NARROW else entry.event.title
    )


def _parties(entry: Entry, page: Page) -> list[Run]:
    """Return the names or codes of an event's parties, in their hues."""
    coded = page.canvas.width < _NAMED
    known = [page.parties.get(code, Party(code, code, 0)) for code in entry.parties]
    return [Run(party.code if coded else party.name, party.hue) for party in known]


def _between(coded: bool) -> str:  # noqa: FBT001
    return " " if coded else ", "


def aside(said: Sequence[str], span: int, canvas: Canvas) -> Iterator[Line]:
    """Yield one line on what stands beside the story, and how to list it."""
    if not said:
        return
    words = [Run("   ".join(said))]
    if cells(words) + len(_HINT) + len(GAP) <= span:
        yield rule(words, _HINT, {}, span, canvas)
    else:
        yield from flow([Run(text) for text in (*said, _HINT)], GAP, canvas.width)


def key(marks: set[str], canvas: Canvas) -> Iterator[Line]:
    """Yield what the marks say that were used."""
    glyphs = canvas.glyphs
    said = {
        story.CHANGE: f"{glyphs.change} changes a state",
        story.DOUBT: f"{glyphs.doubt} date in doubt",
    }
    if glyphs.doubted_change != glyphs.change:
        said[story.DOUBTED_CHANGE] = f"{glyphs.doubted_change} both"
    items = [[Run(words)] for mark, words in said.items() if mark in marks]
    if items:
        yield []
        yield from limited(items, canvas, len(items))
