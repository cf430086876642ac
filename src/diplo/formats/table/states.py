"""The state of relations at a glance: a line per subject, with a strip of its states over time."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diplo.formats.table.band import band, meanings
from diplo.formats.table.layout import (
    GAP,
    Canvas,
    Cell,
    column,
    date_width,
    indented,
    side_by_side,
    widest,
    wrapped,
)
from diplo.history.relations import Past
from diplo.history.scale import Scale, header
from diplo.reports.entries import DOUBTED_CHANGE as PERHAPS
from diplo.reports.states import ON_STRIPS, State, left_out
from diplo.reports.status import States
from diplo.terminal.colour import Line, Run
from diplo.terminal.width import cells_of, longest_word

_NARROW, _WRAPPING = 60, 80  # widths from which there are strips, and subjects wrap for them
_LEAST_BAND = 12  # cells that a strip needs
_SUBJECT, _LEAST_SUBJECT = 24, 14  # cells of subjects: beside a strip, and at least
STATE = 24  # most cells of states, unless a word is longer
_HEADS = ("Subject", "State", "Since")


class Columns(NamedTuple):
    """The widths of the columns; `subject` is 0 if there is no room for columns."""

    subject: int
    state: int
    since: int
    band: int = 0


def lines(screen: States, canvas: Canvas) -> Iterator[Line]:
    """Yield the lines of the state of relations at a glance."""
    columns = _columns([row for group in screen.groups for row in group.rows], canvas)
    scale = Scale(screen.first, screen.last, columns.band)
    span = canvas.width if columns.band else canvas.span
    blank = band(Past(), scale, "", canvas.glyphs)
    used: set[str] = set()
    yield from canvas.title(screen.title, screen.counts, span)
    if screen.groups:
        yield []
        yield from _header(columns, scale)
    for group in screen.groups:
        if group.heading:
            style = f"bold {group.hue}".strip()
            yield from canvas.heading(group.heading, f"{len(group.rows)}", {}, span, style)
        for row in group.rows:
            drawn = band(row.past, scale, group.hue, canvas.glyphs)
            used |= drawn.kinds
            yield from _row(row, [drawn.line, blank.line], columns, canvas)
            if screen.long:
                yield from _details(row, canvas)
    signs = meanings(used, canvas.glyphs)
    if PERHAPS not in used and any(row.doubted for group in screen.groups for row in group.rows):
        signs.append(("?", ON_STRIPS[PERHAPS]))
    yield from end(left_out(screen.undated, screen.groups, hint=True), signs, canvas)


def _columns(rows: Sequence[State], canvas: Canvas) -> Columns:
    """Return the columns that fit."""
    glyphs, width = canvas.glyphs, canvas.width
    since = max(date_width([glyphs.adapt(row.since) for row in rows]), cells_of(_HEADS[2]))
    state = widest((_HEADS[1], *(row.words for row in rows)), STATE)
    names = (_HEADS[0], *(row.subject for row in rows))
    longest, least = max(map(cells_of, names)), max(map(longest_word, names))
    room = width - state - since - 2 * len(GAP)
    beside_band = room - len(GAP) - _LEAST_BAND
    wanted = longest if width < _WRAPPING else min(longest, max(least, _SUBJECT))
    drawn = any(row.past.stretches for row in rows) and width >= _NARROW
    if drawn and beside_band >= wanted:
        subject = min(longest, beside_band)
        return Columns(subject, state, since, room - subject - len(GAP))
    subject = min(longest, room)
    fits = subject >= min(longest, max(least, _LEAST_SUBJECT))
    return Columns(subject if fits else 0, state, since)


def _header(columns: Columns, scale: Scale) -> Iterator[Line]:
    if columns.subject:
        years = Cell([[Run(header(scale.years()), "dim")]], columns.band)
        yield from side_by_side([*_cells(_HEADS, columns, "dim", "dim"), years])


def _row(row: State, bands: Sequence[Line], columns: Columns, canvas: Canvas) -> Iterator[Line]:
    """Yield the lines of a subject: the first with its strip, the others with an empty one."""
    since = canvas.glyphs.adapt(row.since)
    style = "bold" if since else ""
    if not columns.subject:
        yield from wrapped(row.subject, canvas.width)
        yield from indented([Run(row.words, style), Run(since)], canvas.width)
        return
    strip = Cell(bands[:1], columns.band, rest=bands[1])
    yield from side_by_side([*_cells((row.subject, row.words, since), columns, style), strip])


def _cells(
    texts: tuple[str, str, str], columns: Columns, style: str, others: str = ""
) -> list[Cell]:
    """Return a subject, its state in a style of its own, and since when it has lasted."""
    subject, state, since = texts
    return [
        column(subject, columns.subject, others),
        column(state, columns.state, style),
        column(since, columns.since, others, right=True),
    ]


def _details(row: State, canvas: Canvas) -> Iterator[Line]:
    """Yield the other states that may hold, and the event behind the state with its sources."""
    for words in filter(None, (row.others, row.title)):
        yield from indented([Run(words)], canvas.width)
    for source in row.sources:
        yield from indented([Run(source, "dim")], canvas.width)


def end(left_out_note: str, signs: Sequence[tuple[str, str]], canvas: Canvas) -> Iterator[Line]:
    """Yield the meanings of the signs used, and what is left out."""
    yield from canvas.key([f"{mark} {meaning}" for mark, meaning in signs])
    if left_out_note:
        if not signs:
            yield []
        yield from wrapped(left_out_note, canvas.width)
