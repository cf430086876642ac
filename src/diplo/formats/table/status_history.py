"""The states of each subject in order of time, each on a line with the event that began it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diplo.formats.table.band import meanings, signs
from diplo.formats.table.glyphs import Glyphs
from diplo.formats.table.layout import (
    GAP,
    Canvas,
    column,
    date_cells,
    date_width,
    flow,
    indented,
    side_by_side,
    title_widths,
    widest,
)
from diplo.formats.table.states import STATE, end
from diplo.reports.entries import CHANGE
from diplo.reports.entries import DOUBTED_CHANGE as PERHAPS
from diplo.reports.states import left_out
from diplo.reports.status_history import History, Step
from diplo.terminal.colour import Line, Run


class _Columns(NamedTuple):
    """The widths of the columns of a history; `title` is 0 if titles stand below."""

    date: int
    state: int
    title: int

    @property
    def across(self) -> int:
        """The width of a row."""
        return self.date + len(" ◆ ") + self.state + len(GAP) + self.title


def lines(screen: History, canvas: Canvas) -> Iterator[Line]:
    """Yield the lines of the states of each subject, in order of time."""
    columns = _columns([step for course in screen.courses for step in course.steps], canvas)
    span = min(canvas.width, max(canvas.span, columns.across))
    yield from canvas.title(screen.title, screen.counts, span)
    if screen.courses:
        yield []
    used: set[str] = set()
    for course in screen.courses:
        yield from canvas.heading(course.subject, "", {}, span)
        for step in course.steps:
            yield from _step(step, columns, canvas, long=screen.long)
            used |= {CHANGE if step.certain else PERHAPS} if step.when else set()
    key = meanings(used, canvas.glyphs) if PERHAPS in used else []
    yield from end(left_out(screen.undated, screen.courses, hint=True), key, canvas)


def _columns(steps: Sequence[Step], canvas: Canvas) -> _Columns:
    columns = _Columns(
        date_width([canvas.glyphs.adapt(step.when) for step in steps]),
        widest((step.words for step in steps), STATE),
        0,
    )
    longest, least = title_widths([step.title for step in steps])
    room = min(longest, canvas.width - columns.across)
    return columns._replace(title=room if room >= least else 0)


def _step(step: Step, columns: _Columns, canvas: Canvas, *, long: bool) -> Iterator[Line]:
    """Yield the lines of a state."""
    style = "bold" if step.current else ""
    when = canvas.glyphs.adapt(step.when)
    mark = _mark(step, canvas.glyphs)
    if columns.title:
        yield from side_by_side(
            [
                *date_cells(when, columns.date, Run(mark, style)),
                column(step.words, columns.state, style),
                column(step.title, columns.title),
            ]
        )
    else:
        head = [Run(f"{mark} {when}".strip()), Run(step.words, style)]
        yield from flow([run for run in head if run.text], GAP, canvas.width)
        if step.title:
            yield from indented([Run(step.title)], canvas.width)
    if long:
        for source in step.sources:
            left = columns.across - columns.title if columns.title else len(GAP)
            yield from indented([Run(source, "dim")], canvas.width, left)


def _mark(step: Step, glyphs: Glyphs) -> str:
    if not step.when:
        return ""
    return glyphs.change if step.certain else signs(glyphs)[PERHAPS]
