"""A timeline: events under years, each on a line with its date, mark, title and parties."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from diplo.formats.table.glyphs import Glyphs
from diplo.formats.table.layout import (
    GAP,
    READABLE,
    USUAL_TITLE,
    Canvas,
    Cell,
    cells,
    column,
    date_cells,
    date_lines,
    date_width,
    flow,
    indented,
    side_by_side,
    title_widths,
    widest,
    wrapped,
)
from diplo.history.parts import STORY
from diplo.reports import entries
from diplo.reports.entries import Entry, distinct_summary
from diplo.reports.parties import Party
from diplo.reports.story import Section, Story
from diplo.terminal.colour import Line, Run
from diplo.terminal.width import cells_of, longest_word

_NARROW, _TYPED, _NAMED, _IDENTIFIED = 60, 100, 110, 130  # widths from which there are more columns
_HEADING = 16  # widest heading that the dates make room for, so that its rule meets the axis
_CODES, _NAMES, _KIND = 11, 24, 24  # most cells of a column, unless a word is longer
_HINT = "--all lists them"


class Columns(NamedTuple):
    """The widths of the columns, 0 for one that there is no room for."""

    date: int
    title: int = 0
    parties: int = 0
    kind: int = 0
    id: int = 0

    @property
    def axis(self) -> int:
        """The cell of the vertical line."""
        return self.date + 1

    @property
    def across(self) -> int:
        """The width of a row."""
        others = sum(len(GAP) + width for width in (self.parties, self.kind, self.id) if width)
        return self.axis + 2 + self.title + others


class Page(NamedTuple):
    """The layout of the rows of a timeline."""

    canvas: Canvas
    parties: Mapping[str, Party]
    columns: Columns

    @property
    def coded(self) -> bool:
        """Whether parties are shown by their codes."""
        return self.canvas.width < _NAMED

    @property
    def separator(self) -> str:
        """The separator between parties."""
        return " " if self.coded else ", "

    @property
    def span(self) -> int:
        """The width of rules."""
        return min(self.canvas.width, max(self.canvas.span, self.columns.across))


def lines(story: Story, canvas: Canvas) -> Iterator[Line]:
    """Yield the lines of a timeline."""
    if story.of_families:
        story = story._replace(sections=list(map(_of_members, story.sections)))
    page = laid_out(story, canvas)
    return framed(story, _sections(story, page), page.span, canvas)


def _of_members(section: Section) -> Section:
    """Return a family with its own name cut from the types of its events."""
    family = re.compile(rf"^{re.escape(section.heading)}(?:[ .]|$)", re.IGNORECASE)
    return section._replace(
        rows=[row._replace(kind=family.sub("", row.kind)) for row in section.rows]
    )


def framed(story: Story, events: Iterable[Line], span: int, canvas: Canvas) -> Iterator[Line]:
    """Yield the title and legend of a timeline, the lines of its events, and what stands below."""
    yield from canvas.title(story.title, story.counts, span)
    yield from canvas.legend(story.parties, coded=canvas.width < _NAMED)
    if story.sections or story.aside_counts or story.nearest:
        yield []
    yield from _beside_nothing("Nearest", story.nearest, canvas)
    yield from _beside_nothing("Under way", story.only_under_way, canvas)
    counted = story.aside_counts[1:] if story.only_under_way else story.aside_counts
    yield from events
    if not story.listed:
        yield from aside(counted, span, canvas)
    yield from canvas.key(_signs(story.marks, canvas.glyphs))


def _sections(story: Story, page: Page) -> Iterator[Line]:
    for number, section in enumerate(story.shown):
        if section.heading:  # the vertical line joins its rule within the story
            is_crossed = page.columns.title and section.part == STORY
            joints = {page.columns.axis: page.canvas.glyphs.joint(number)} if is_crossed else {}
            yield from page.canvas.heading(*section.ends, joints, page.span)
        for entry in section.rows:
            yield from _row(entry, page, long=story.long)


def laid_out(story: Story, canvas: Canvas) -> Page:
    """Return the layout of a timeline's rows, as wide as its events need."""
    entries = story.entries
    page = Page(canvas, {party.code: party for party in story.parties}, Columns(0))
    details = [text for entry in entries if story.long for text, _ in _detail_texts(entry)]
    longest, least = title_widths([titled(entry, canvas) for entry in entries], details)
    headings = [section.heading for section in story.shown if section.part == STORY]
    columns = _columns(entries, headings, page)
    wanted = min(longest, USUAL_TITLE)
    if columns.across + wanted > canvas.width:
        columns = columns._replace(id=0)
    if columns.across + (least if story.of_families else wanted) > canvas.width:
        columns = columns._replace(kind=0)
    space = canvas.width - columns.across
    room = min(longest, space) if space >= least else 0
    return page._replace(columns=columns._replace(title=room))


def _columns(entries: Sequence[Entry], headings: Iterable[str], page: Page) -> Columns:
    """Return the columns that this width has room for, except titles."""
    glyphs, width = page.canvas.glyphs, page.canvas.width
    parties = (page.separator.join(run.text for run in parties_of(e, page)) for e in entries)
    dates = date_width([glyphs.adapt(entry.when) for entry in entries])
    heads = [length for length in map(cells_of, headings) if length <= _HEADING]
    columns = Columns(dates)
    if width >= _NARROW:
        parties_width = widest(parties, _CODES if page.coded else _NAMES)
        columns = columns._replace(date=max([dates, *heads]), parties=parties_width)
    if width >= _TYPED:
        columns = columns._replace(kind=widest((entry.kind for entry in entries), _KIND))
    if width >= _IDENTIFIED:
        columns = columns._replace(id=widest((entry.event.id for entry in entries), width))
    return columns


def _row(entry: Entry, page: Page, *, long: bool) -> Iterator[Line]:
    """Yield the lines of an event."""
    columns, width, glyphs = page.columns, page.canvas.width, page.canvas.glyphs
    when, style = glyphs.adapt(entry.when), style_of(entry)
    mark = Run(glyphs.mark(entry.mark), style or ("" if entry.mark == entries.DOUBT else "dim"))
    if not columns.title:
        words = titled(entry, page.canvas, alone=True)
        yield from wrapped(f"{mark.text} {when}", width)
        yield from indented([Run(words, style)], width, most=width)
        if long:
            yield from _details(entry, [Run(GAP)], page.canvas)
        return
    line = Run(glyphs.event if entry.part == STORY else glyphs.dotted, "dim")
    row = date_cells(when, columns.date, mark, [line])
    row += _across(entry, page) or _beside(entry, page)
    yield from side_by_side(row)
    if long:
        yield from _details(entry, [Run(" " * columns.axis), line, Run(" ")], page.canvas)


def _across(entry: Entry, page: Page) -> list[Cell]:
    """Return an event in one wide cell, if its title has a word too long for the title column.

    The cell begins on the last line of the date, so that no date splits the pieces of a word.
    """
    columns = page.columns
    if longest_word(entry.event.title) <= columns.title:
        return []
    runs = [Run(titled(entry, page.canvas, alone=True), style_of(entry))]
    if columns.kind and entry.kind:
        runs.append(Run(entry.kind, "dim"))
    if columns.id:
        runs.append(Run(entry.event.id, "dim"))
    width = page.canvas.width - columns.axis - 2
    above = date_lines(page.canvas.glyphs.adapt(entry.when), columns.date)[1:]
    return [Cell([*([] for _ in above), *flow(runs, GAP, width)], width)]


def _beside(entry: Entry, page: Page) -> list[Cell]:
    """Return the cells of an event beside its date."""
    columns = page.columns
    words = titled(entry, page.canvas)
    row = [column(words, columns.title, style_of(entry))]
    if columns.parties:
        parties = flow(parties_of(entry, page), page.separator, columns.parties)
        row.append(Cell(parties, columns.parties))
    if columns.kind:
        row.append(column(entry.kind, columns.kind, "dim"))
    if columns.id:
        row.append(column(entry.event.id, columns.id, "dim"))
    return row


def _beside_nothing(what: str, entries: Sequence[Entry], canvas: Canvas) -> Iterator[Line]:
    """Yield the few events beside an empty story, on one line if they fit, else on one each."""
    texts = [f"{canvas.glyphs.adapt(entry.when)} {entry.event.title}" for entry in entries]
    line = f" {canvas.glyphs.separator} ".join(texts)
    fits = cells_of(f"{what}: {line}") <= canvas.width
    for text in [line] if fits and texts else texts:
        yield from wrapped(f"{what}: {text}", canvas.width)


def _details(entry: Entry, before: Line, canvas: Canvas) -> Iterator[Line]:
    """Yield the summary and the sources of an event, each line after the runs `before` it."""
    width = min(canvas.width - cells(before), READABLE)
    for text, style in _detail_texts(entry):
        for words in wrapped(text, width, style):
            yield [*before, *words]


def _detail_texts(entry: Entry) -> list[tuple[str, str]]:
    """Return the summary and the sources of an event, each with its style."""
    summary = distinct_summary(entry.event)
    texts = [(summary, "")] if summary else []
    return [*texts, *((source, "dim") for source in entry.sources)]


def style_of(entry: Entry) -> str:
    """Return the style of an event's words, bold if it changes a state."""
    return "bold" if entry.mark in entries.CHANGES else ""


def titled(entry: Entry, canvas: Canvas, *, alone: bool = False) -> str:
    """Return the title, with the parties' codes if they have no column or the title is `alone`."""
    codes = " ".join(filter(None, (*entry.parties, entry.left_out)))
    coded = codes and (alone or canvas.width < _NARROW)
    return f"{entry.event.title} [{codes}]" if coded else entry.event.title


def parties_of(entry: Entry, page: Page) -> list[Run]:
    """Return the names or codes of an event's parties, in their hues."""
    parties = [page.parties.get(code, Party(code, code, 0)) for code in entry.parties]
    runs = [Run(party.code if page.coded else party.name, party.hue) for party in parties]
    return [*runs, Run(entry.left_out)] if entry.left_out else runs


def aside(counts: Sequence[str], span: int, canvas: Canvas) -> Iterator[Line]:
    """Yield the counts of events beside the story, and the option that lists them."""
    if not counts:
        return
    words = [Run("   ".join(counts))]
    if cells(words) + len(_HINT) + len(GAP) <= span:
        yield canvas.rule(words, _HINT, {}, span)
    else:
        yield from flow([Run(text) for text in (*counts, _HINT)], GAP, canvas.width)


def _signs(marks: set[str], glyphs: Glyphs) -> list[str]:
    """Return the marks used, each with its meaning; ASCII marks may share one."""
    alike = {entries.DOUBTED_CHANGE} if glyphs.doubted_change == glyphs.change else set()
    used = marks - alike | ({entries.CHANGE} if marks & alike else set())
    return [f"{glyphs.mark(mark)} {words}" for mark, words in entries.meanings(used).items()]
