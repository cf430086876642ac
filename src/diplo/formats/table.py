"""Tables for people: as wide as the terminal, in colour where it has any, and never losing text.

What does not fit beside the other columns is wrapped; where too little room is left for that,
rows are stacked. Widths are terminal cells.
"""

from collections.abc import Iterable, Iterator, Sequence

from diplo.formats import Stream
from diplo.reports import Column, Report, Section
from diplo.terminal import Line, Run, encodable, in_ascii, longest_word, painted, wrap
from diplo.text import fold_space

_GAP = "  "
_NARROWEST = 24  # cells that text needs beside a label
_READABLE = 88  # longer lines of running text are hard to read
_PICTURE = 12  # cells that a picture needs beside other columns


def write(report: Report, stream: Stream) -> None:
    """Write a report as a table, or as cards."""
    report = _showable(report, stream.encoding)
    lines = _cards(report, stream.width) if report.cards else _table(report, stream.width)
    for line in lines:
        text = "".join(painted(run, stream.colours) for run in _trimmed(line))
        text = in_ascii(text) if report.ascii else text
        stream.write(encodable(text, stream.encoding) + "\n")


def _showable(report: Report, encoding: str) -> Report:
    """Return the report without characters that an encoding lacks, before it is laid out."""

    def show(column: Column) -> Column:
        if draw := column.picture:
            return column._replace(picture=lambda row, cells: encodable(draw(row, cells), encoding))
        words = column.text
        return column._replace(
            words=lambda row: encodable(words(row), encoding),
            header=encodable(column.heading, encoding),
        )

    return report._replace(
        table=tuple(show(column) for column in report.table),
        sections=[Section(encodable(name, encoding), rows) for name, rows in report.sections],
        title=encodable(report.title, encoding),
    )


def _table(report: Report, width: int) -> Iterator[Line]:
    columns = _drawn(report, width)
    rows = [[_cells(columns, row) for row in section.rows] for section in report.sections]
    natural = _natural(columns, [cells for section in rows for cells in section])
    if _across(natural) > width and any(column.optional for column in columns):
        yield from _table(report._replace(table=tuple(c for c in columns if not c.optional)), width)
        return
    widths = _least(columns, [cells for section in rows for cells in section], natural)
    widths = _fit(widths, natural, width, even=report.even)
    yield from _title(report, width)
    if widths and report.rows and report.headed:
        yield from _beside(columns, [Run(column.heading, "dim") for column in columns], widths)
    if not widths:
        columns = [column.drawn(width) for column in columns]
        yield from ([Run(c.heading, "dim")] for c in columns if c.picture and c.heading)
        rows = [[_cells(columns, row) for row in section.rows] for section in report.sections]
    for section, members in zip(report.sections, rows, strict=True):
        if section.heading:
            style = "bold" if section.rows else "dim"
            yield from _rule(
                Run(section.heading, style), _across(widths) if widths else width, width
            )
        for number, cells in enumerate(members):
            if number and report.spaced:
                yield []
            yield from (
                _beside(columns, cells, widths) if widths else _stacked(columns, cells, width)
            )
    yield from _closing(report, width)


def _drawn(report: Report, width: int) -> Sequence[Column]:
    """Return the columns of a table, a picture taking what the others leave."""
    others = [column for column in report.table if not column.picture]
    rows = [_cells(others, row) for section in report.sections for row in section.rows]
    left = width - _across(_natural(others, rows)) - len(_GAP)
    return [column.drawn(max(left, _PICTURE)) for column in report.table]


def _title(report: Report, width: int) -> Iterator[Line]:
    if report.title:
        parts = [Run(report.title, "bold"), Run(report.summary, "dim")]
        yield from _flowing(parts, width)
        if report.rows:
            yield []


def _closing(report: Report, width: int) -> Iterator[Line]:
    closing = [report.footnote] if report.title else [report.summary]
    for text in filter(None, closing):
        if report.rows:
            yield []
        yield from ([Run(line, "dim")] for line in wrap(text, width))


def _rule(heading: Run, across: int, width: int) -> Iterator[Line]:
    start = Run("── ", "dim")
    rest = across - start.cells - heading.cells - 1
    if start.cells + heading.cells <= width:
        yield [start, heading, Run(f" {'─' * rest}", "dim")]
    else:
        yield from ([Run(line, heading.style)] for line in wrap(heading.text, width))


def _cells(columns: Sequence[Column], row: object) -> Line:
    return [Run(column.text(row), column.style_of(row)) for column in columns]


def _across(widths: Sequence[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _natural(columns: Sequence[Column], rows: Sequence[Line]) -> list[int]:
    """Return the width of each column in which nothing wraps."""
    return [
        max(Run(column.heading).cells, *(row[i].cells for row in rows)) if rows else 0
        for i, column in enumerate(columns)
    ]


def _least(columns: Sequence[Column], rows: Sequence[Line], natural: Sequence[int]) -> list[int]:
    """Return the least width of each column."""
    return [
        max(min(size, column.wraps), *(longest_word(row[i].text) for row in rows))
        if column.wraps and rows
        else size
        for i, (column, size) in enumerate(zip(columns, natural, strict=True))
    ]


def _fit(least: Sequence[int], natural: Sequence[int], width: int, *, even: bool) -> list[int]:
    """Return the width of each column, nothing where there is too little room for columns.

    Of what is left beside the least widths, the last columns get what they can use first, or all
    columns the same.
    """
    widths, spare = list(least), width - _across(least)
    if spare < 0:
        return []
    order = sorted(range(len(least)), key=lambda i: natural[i] if even else -i)
    for number, i in enumerate(order):
        others = order[number:]
        fair = (spare + sum(least[j] for j in others)) // len(others) - least[i] if even else spare
        more = max(0, min(spare, natural[i] - least[i], fair))
        widths[i], spare = widths[i] + more, spare - more
    return widths


def _beside(columns: Sequence[Column], cells: Line, widths: Sequence[int]) -> Iterator[Line]:
    """Yield the lines of a row whose cells stand beside each other."""
    wrapped = [wrap(cell.text, size) for cell, size in zip(cells, widths, strict=True)]
    for number in range(max(map(len, wrapped))):
        line: Line = []
        for column, cell, lines, size in zip(columns, cells, wrapped, widths, strict=True):
            run = Run(lines[number] if number < len(lines) else "", cell.style)
            padding = Run(" " * (size - run.cells))
            line += [padding, run, Run(_GAP)] if column.right else [run, padding, Run(_GAP)]
        yield line


def _stacked(columns: Sequence[Column], cells: Line, width: int) -> Iterator[Line]:
    """Yield the lines of a row whose long texts stand below its short ones."""
    pairs = list(zip(columns, cells, strict=True))
    flowing = [cell for column, cell in pairs if not column.is_long and not column.picture]
    short = [cell._replace(text=fold_space(cell.text)) for cell in flowing]
    yield from _flowing(short, width)
    yield from ([cell] for column, cell in pairs if column.picture)
    for column, cell in pairs:
        if column.is_long and cell.text:
            if column.labelled:
                yield from ([Run(line, "dim")] for line in wrap(column.heading, width))
            indent = _GAP if longest_word(cell.text) + len(_GAP) <= width > _NARROWEST else ""
            for line in wrap(cell.text, width - len(indent)):
                yield [Run(indent), Run(line, cell.style)]


def _flowing(cells: Iterable[Run], width: int) -> Iterator[Line]:
    """Yield short texts one after the other, on as many lines as they need."""
    line: Line = []
    for cell in cells:
        taken = sum(run.cells for run in line)
        if line and taken + cell.cells > width:
            yield line
            line = []
        *whole, last = wrap(cell.text, width)
        yield from ([Run(text, cell.style)] for text in whole)
        if last:
            line += [Run(last, cell.style), Run(_GAP)]
    if line:
        yield line


def _cards(report: Report, width: int) -> Iterator[Line]:
    heading, *fields = report.table
    labels = max(len(field.heading) for field in fields) + len(_GAP)
    text_width = min(width, _READABLE)
    for number, row in enumerate(report.rows):
        if number:
            yield []
        yield from ([Run(line, heading.style_of(row))] for line in wrap(heading.text(row), width))
        for field in fields:
            if field.text(row):
                yield from _field(field, row, labels, text_width)


def _field(field: Column, row: object, labels: int, width: int) -> Iterator[Line]:
    text = field.text(row)
    beside = width - labels >= max(_NARROWEST, longest_word(text))
    indent = labels if beside else 0
    label = Run(field.heading.ljust(indent), "dim")
    if not beside:
        yield [label]
    for number, line in enumerate(wrap(text, width - indent)):
        margin = label if beside and number == 0 else Run(" " * indent)
        yield [margin, Run(line, field.style_of(row))]


def _trimmed(line: Line) -> Line:
    while line and not line[-1].text.strip(" "):
        line = line[:-1]
    return line
