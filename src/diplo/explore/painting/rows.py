"""The rows of a timeline: a line for each event and each heading."""

import functools
from collections.abc import Iterator

from diplo.explore.painting.lines import clipped, reversed_
from diplo.explore.view import Heading, View
from diplo.formats.table import all_encodable
from diplo.formats.table.layout import GAP, LEAST_TITLE, Canvas
from diplo.formats.table.timeline import Page, laid_out, parties_of, style_of, titled
from diplo.history.parts import STORY
from diplo.reports import entries
from diplo.reports.entries import Entry
from diplo.terminal.colour import Line, Run
from diplo.terminal.width import cells_of, fit


@functools.lru_cache(maxsize=4)  # or every key would measure many events again
def page_of(view: View, canvas: Canvas, encoding: str) -> Page:
    """Return the layout of the rows of a view.

    Long dates take what they need of the cells that are left over, and titles the rest.
    """
    story = all_encodable(view.story, encoding)
    page = laid_out(story, canvas)
    columns, spare = page.columns, canvas.width - page.columns.across
    longest = max((cells_of(canvas.glyphs.adapt(e.when)) for e in story.entries), default=0)
    extra = min(spare, longest - columns.date) if columns.title else 0
    columns = columns._replace(date=columns.date + max(extra, 0))
    return page._replace(columns=columns._replace(title=columns.title + spare - max(extra, 0)))


def rows(view: View, page: Page, encoding: str, lines: range, cursor: int | None) -> Iterator[Line]:
    """Yield some of the lines of a view, with the row of the cursor in reverse video."""
    for number in lines:
        item = view.on_line(number)
        if isinstance(item, Heading):
            yield _heading(all_encodable(item, encoding), page, number)
            continue
        line = _row(all_encodable(view.entry(item), encoding), page)
        yield reversed_(line) if item == cursor else line


def _heading(heading: Heading, page: Page, line: int) -> Line:
    canvas = page.canvas
    joints, end = {page.columns.axis: canvas.glyphs.joint(line)}, f"{heading.total}"
    words = canvas.glyphs.adapt(heading.words)
    beside = "" if heading.part == STORY else f": {end}"
    if beside:
        joints, end = {}, ""
    room = canvas.width - len(end) - len(GAP) - 1 - len(beside)
    fitted = words if cells_of(words) <= room else fit(words, room, canvas.glyphs.dots)
    head = Run(f"{fitted}{beside}", "bold")
    return clipped(canvas.rule([head], end, joints, canvas.width), canvas.width)


def _row(entry: Entry, page: Page) -> Line:
    """Return the line of an event; a long date takes cells of its title."""
    columns, glyphs, width = page.columns, page.canvas.glyphs, page.canvas.width
    style = style_of(entry)
    most = columns.date + max(columns.title - LEAST_TITLE, 0)
    when = fit(glyphs.adapt(entry.when), most, glyphs.dots).rstrip()
    indent = columns.date - cells_of(when)
    mark = Run(glyphs.mark(entry.mark), style or ("" if entry.mark == entries.DOUBT else "dim"))
    title = fit(titled(entry, page.canvas), max(columns.title + min(indent, 0), 0), glyphs.dots)
    line = [Run(f"{' ' * indent}{when} "), mark, Run(" "), Run(title, style)]
    if columns.parties:
        parties = [run for party in parties_of(entry, page) for run in (Run(page.separator), party)]
        line += [Run(GAP), *clipped(parties[1:], columns.parties, glyphs.dots)]
    if columns.kind:
        line += [Run(GAP), Run(fit(entry.kind, columns.kind, glyphs.dots), "dim")]
    if columns.id:
        line += [Run(GAP), Run(fit(entry.event.id, columns.id, glyphs.dots), "dim")]
    return clipped(line, width, glyphs.dots)
