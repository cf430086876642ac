"""Events in full, one after another."""

from collections.abc import Iterator, Sequence

from diplo.formats.table import timeline
from diplo.formats.table.layout import (
    READABLE,
    Canvas,
    Cell,
    date_cells,
    flow,
    side_by_side,
    wrapped,
)
from diplo.reports.card import Card, Cards, LinkedText
from diplo.reports.entries import Entry
from diplo.terminal.colour import Line, Run
from diplo.terminal.width import cells_of, longest_word

_LEAST = 24  # cells that text needs beside a label


def lines(screen: Cards, canvas: Canvas) -> Iterator[Line]:
    """Yield the lines of events in full."""
    for number, card in enumerate(screen.cards):
        if number:
            yield from ([], [])
        yield from _card(card, canvas)


def _card(card: Card, canvas: Canvas) -> Iterator[Line]:
    width, glyphs = min(canvas.width, READABLE), canvas.glyphs
    yield from wrapped(card.title, canvas.width, "bold")
    about = [Run(glyphs.adapt(words) if n == 0 else words) for n, words in enumerate(card.about)]
    yield from flow(about, f" {glyphs.separator} ", canvas.width)
    if card.summary:
        yield []
        yield from wrapped(card.summary, width)
    if card.facts:
        yield []
        yield from _facts(card.facts, width, canvas)
    if card.story:
        yield []
        yield from timeline.lines(card.story, canvas)
    if card.neighbours:
        yield []
        yield from _neighbours(card, canvas)
    yield []
    codes = Run(f" {glyphs.separator} ".join(card.codes), "dim")
    blank = width - cells_of(card.id) - codes.cells
    if blank >= 2:  # noqa: PLR2004  (between the two)
        yield [Run(card.id, "dim"), Run(" " * blank), codes]
    else:
        yield from wrapped(card.id, canvas.width, "dim")
        yield from wrapped(codes.text, canvas.width, "dim")


def _facts(
    facts: Sequence[tuple[str, Sequence[LinkedText]]], width: int, canvas: Canvas
) -> Iterator[Line]:
    """Yield facts beside their labels, or below them if there is little room."""
    labels = max(cells_of(label) for label, _ in facts)
    for label, items in facts:
        room = width - labels - 2
        if room < max(_LEAST, *(longest_word(item.words) for item in items)):
            yield [Run(label, "dim")]
            for item in items:
                yield from _linked(item, width, canvas)
            continue
        lines = [line for item in items for line in _linked(item, room, canvas)]
        yield from side_by_side([Cell([[Run(label, "dim")]], labels), Cell(lines, room)])


def _linked(text: LinkedText, room: int, canvas: Canvas) -> Iterator[Line]:
    """Yield words linked to their address or, without links, with it below if it fits."""
    for line in wrapped(text.words, room):
        yield [run._replace(link=text.address) for run in line]
    if text.address and not canvas.links and cells_of(text.address) <= room:
        yield [Run(text.address)]


def _neighbours(card: Card, canvas: Canvas) -> Iterator[Line]:
    """Yield the neighbours of an event in time, and the event itself among them."""
    dates = max(cells_of(_when(entry, canvas)) for entry in card.neighbours)
    room = canvas.width - dates - 3
    for entry in card.neighbours:
        if room < max(_LEAST // 2, longest_word(entry.event.title)):
            yield from wrapped(f"{_when(entry, canvas)} {entry.event.title}", canvas.width)
            continue
        mark = Run(canvas.glyphs.mark(entry.mark), timeline.style_of(entry) or "dim")
        style = "bold" if entry.event.id == card.id else ""
        row = [
            *date_cells(_when(entry, canvas), dates, mark, [Run(canvas.glyphs.event, "dim")]),
            Cell(wrapped(entry.event.title, room, style), room),
        ]
        yield from side_by_side(row)


def _when(entry: Entry, canvas: Canvas) -> str:
    return canvas.glyphs.adapt(entry.when)
