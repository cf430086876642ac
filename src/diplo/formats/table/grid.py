"""A grid: columns side by side under their headings, or stacked if there is no room."""

from collections.abc import Iterator, Sequence

from diplo.formats.table.layout import (
    GAP,
    NARROWEST,
    Canvas,
    Cell,
    flow,
    indented,
    side_by_side,
    wrapped,
)
from diplo.formats.table.timeline import aside
from diplo.reports import Column, Report
from diplo.reports.story import Section, Story
from diplo.terminal.colour import Line, Run
from diplo.terminal.text import fold_space
from diplo.terminal.width import longest_word


def lines(report: Report, story: Story | None, canvas: Canvas) -> Iterator[Line]:
    """Yield the lines of a report's columns, under the headings of a timeline if it has any."""
    columns, width = report.table, canvas.width
    heading = (story.title, story.counts) if story else report.heading
    if heading:
        yield from canvas.title(*heading, canvas.span)
    sections = story.shown if story else [Section("", report.rows)]
    rows = [[_cells(columns, row, canvas) for row in section.rows] for section in sections]
    all_cells = [cells for section in rows for cells in section]
    widths = _fit(columns, all_cells, width)
    if heading and all_cells:
        yield []
    if widths and all_cells:
        yield from _row(columns, [Run(column.heading, "dim") for column in columns], widths)
    for section, members in zip(sections, rows, strict=True):
        if section.heading:
            yield from wrapped(section.heading, width, "bold")
        for cells in members:
            yield from (_row(columns, cells, widths) if widths else _stacked(columns, cells, width))
    if story and not story.listed:
        yield from aside(story.aside_counts, canvas.span, canvas)
    if report.summary:
        if all_cells:
            yield []
        yield from wrapped(report.summary, width)


def _cells(columns: Sequence[Column], row: object, canvas: Canvas) -> Line:
    """Return the texts of cells, a date with the dashes of the canvas."""
    texts = ((column, column.text(row)) for column in columns)
    adapt = canvas.glyphs.adapt
    return [Run(adapt(text) if c.key == "date" else text, c.style) for c, text in texts]


def _fit(columns: Sequence[Column], rows: Sequence[Line], width: int) -> list[int]:
    """Return the width of each column, or nothing if there is no room for columns.

    Cells left over from the least widths go to the last columns first.
    """
    natural = [
        max([Run(column.heading).cells, *(row[i].cells for row in rows)])
        for i, column in enumerate(columns)
    ]
    widths = [
        max([min(size, column.wraps), *(longest_word(row[i].text) for row in rows)])
        if column.wraps
        else size
        for i, (column, size) in enumerate(zip(columns, natural, strict=True))
    ]
    spare = width - sum(widths) - len(GAP) * (len(widths) - 1)
    if spare < 0:
        return []
    for i in reversed(range(len(widths))):
        extra = max(0, min(spare, natural[i] - widths[i]))
        widths[i], spare = widths[i] + extra, spare - extra
    return widths


def _row(columns: Sequence[Column], cells: Line, widths: Sequence[int]) -> Iterator[Line]:
    """Yield the lines of a row whose cells stand side by side."""
    yield from side_by_side(
        [
            Cell(wrapped(cell.text, size, cell.style), size, column.right)
            for column, cell, size in zip(columns, cells, widths, strict=True)
        ]
    )


def _stacked(columns: Sequence[Column], cells: Line, width: int) -> Iterator[Line]:
    """Yield the lines of a row whose long texts stand below its short ones.

    A number is labelled, as no heading says what it counts.
    """
    pairs = list(zip(columns, cells, strict=True))
    short = []
    for column, cell in pairs:
        if cell.text and not column.is_long:
            label = f"{column.heading}: " if column.right else ""
            short.append(cell._replace(text=label + fold_space(cell.text)))
    yield from flow(short, GAP, width)
    indent = len(GAP) if width > NARROWEST else 0
    for column, cell in pairs:
        if column.is_long and cell.text:
            yield from indented([cell], width, indent, most=width)
