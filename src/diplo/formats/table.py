"""Tables for people: as wide as the terminal, in colour where it has any, and never losing text.

What does not fit beside the other columns is wrapped; where too little room is left for that,
rows are stacked. Widths are terminal cells.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, chop_cells
from rich.color import ColorSystem
from rich.style import Style as Paint

from diplo.formats import Stream
from diplo.reports import Column, Report, Section, Style
from diplo.text import fold_space

_GAP = "  "
_NARROWEST = 24  # cells that text needs beside a label
_READABLE = 88  # longer lines of running text are hard to read
_SYSTEMS = {16: ColorSystem.STANDARD, 256: ColorSystem.EIGHT_BIT}
# Kinds are told apart by colours that can be read on a dark and on a light ground: of the 256,
# those with a contrast of 4 to 1 and more on black and on white alike.
_KINDS = {16: (6, 5, 2, 1, 4), 256: (31, 133, 28, 130, 63, 161, 29, 98, 64, 131)}
_PLAINER = {"─": "-", "–": "-", "·": "|"}


class Run(NamedTuple):
    """A piece of a line, in one style."""

    text: str
    style: Style = ""

    @property
    def cells(self) -> int:
        """The width on a terminal, of the longest line."""
        return max(map(cell_len, self.text.split("\n")))


Line = list[Run]


def write(report: Report, stream: Stream) -> None:
    """Write a report as a table, or as cards."""
    report = _showable(report, stream.encoding)
    lines = _cards(report, stream.width) if report.cards else _table(report, stream.width)
    for line in lines:
        text = "".join(_painted(run, stream.colours) for run in _trimmed(line))
        stream.write(_encodable(text, stream.encoding) + "\n")


def _showable(report: Report, encoding: str) -> Report:
    """Return the report without characters that an encoding lacks, before it is laid out."""

    def show(column: Column) -> Column:
        words = column.text
        return column._replace(
            words=lambda row: _encodable(words(row), encoding),
            header=_encodable(column.heading, encoding),
        )

    return report._replace(
        table=tuple(show(column) for column in report.table),
        sections=[Section(_encodable(name, encoding), rows) for name, rows in report.sections],
        title=_encodable(report.title, encoding),
    )


def _table(report: Report, width: int) -> Iterator[Line]:
    columns = report.table
    rows = [[_cells(columns, row) for row in section.rows] for section in report.sections]
    natural = _natural(columns, [cells for section in rows for cells in section])
    if _across(natural) > width and any(column.optional for column in columns):
        yield from _table(report._replace(table=tuple(c for c in columns if not c.optional)), width)
        return
    widths = _fit(columns, [cells for section in rows for cells in section], natural, width)
    yield from _title(report, width)
    if widths and report.rows and report.headed:
        yield from _beside(columns, [Run(column.heading, "dim") for column in columns], widths)
    for section, members in zip(report.sections, rows, strict=True):
        if section.heading:
            yield from _rule(section.heading, _across(widths) if widths else width, width)
        for cells in members:
            yield from (
                _beside(columns, cells, widths) if widths else _stacked(columns, cells, width)
            )
    yield from _closing(report, width)


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
        yield from ([Run(line, "dim")] for line in _wrap(text, width))


def _rule(heading: str, across: int, width: int) -> Iterator[Line]:
    start = Run("── ", "dim")
    rest = across - start.cells - cell_len(heading) - 1
    if rest > 0:
        yield [start, Run(heading, "bold"), Run(f" {'─' * rest}", "dim")]
    else:
        yield from ([Run(line, "bold")] for line in _wrap(heading, width))


def _cells(columns: Sequence[Column], row: object) -> Line:
    return [Run(column.text(row), column.style_of(row)) for column in columns]


def _natural(columns: Sequence[Column], rows: Sequence[Line]) -> list[int]:
    """Return the width of each column in which nothing wraps."""
    return [
        max(cell_len(column.heading), *(row[i].cells for row in rows)) if rows else 0
        for i, column in enumerate(columns)
    ]


def _across(widths: Sequence[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _fit(
    columns: Sequence[Column], rows: Sequence[Line], natural: Sequence[int], width: int
) -> list[int]:
    """Return the width of each column, nothing where there is too little room for columns.

    The last column that wraps has the first claim on what the others leave.
    """
    widths = [
        max(min(size, column.wraps), *(_longest_word(row[i].text) for row in rows))
        if column.wraps and rows
        else size
        for i, (column, size) in enumerate(zip(columns, natural, strict=True))
    ]
    spare = width - _across(widths)
    if spare < 0:
        return []
    for i in reversed(range(len(widths))):
        more = min(spare, natural[i] - widths[i])
        widths[i], spare = widths[i] + more, spare - more
    return widths


def _beside(columns: Sequence[Column], cells: Line, widths: Sequence[int]) -> Iterator[Line]:
    """Yield the lines of a row whose cells stand beside each other."""
    wrapped = [_wrap(cell.text, size) for cell, size in zip(cells, widths, strict=True)]
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
    short = [cell._replace(text=fold_space(cell.text)) for c, cell in pairs if not c.is_long]
    yield from _flowing(short, width)
    for column, cell in pairs:
        if column.is_long and cell.text:
            indent = _GAP if _longest_word(cell.text) + len(_GAP) <= width > _NARROWEST else ""
            for line in _wrap(cell.text, width - len(indent)):
                yield [Run(indent), Run(line, cell.style)]


def _flowing(cells: Iterable[Run], width: int) -> Iterator[Line]:
    """Yield short texts one after the other, on as many lines as they need."""
    line: Line = []
    for cell in cells:
        taken = sum(run.cells for run in line)
        if line and taken + cell.cells > width:
            yield line
            line = []
        *whole, last = _wrap(cell.text, width)
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
        yield from ([Run(line, heading.style_of(row))] for line in _wrap(heading.text(row), width))
        for field in fields:
            if field.text(row):
                yield from _field(field, row, labels, text_width)


def _field(field: Column, row: object, labels: int, width: int) -> Iterator[Line]:
    text = field.text(row)
    beside = width - labels >= max(_NARROWEST, _longest_word(text))
    indent = labels if beside else 0
    label = Run(field.heading.ljust(indent), "dim")
    if not beside:
        yield [label]
    for number, line in enumerate(_wrap(text, width - indent)):
        margin = label if beside and number == 0 else Run(" " * indent)
        yield [margin, Run(line, field.style_of(row))]


def _wrap(text: str, width: int) -> list[str]:
    """Break a text at its spaces, and words at the width where they are longer than that."""
    if "\n" in text:
        return [line for part in text.split("\n") for line in _wrap(part, width)]
    if cell_len(text) <= width:
        return [text]
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *pieces, line = chop_cells(word, width) if cell_len(word) > width else [word]
        lines += pieces
    return [*lines, line]


def _longest_word(text: str) -> int:
    return max(map(cell_len, text.split()), default=0)


def _trimmed(line: Line) -> Line:
    while line and not line[-1].text.strip(" "):
        line = line[:-1]
    return line


def _painted(run: Run, colours: int) -> str:
    if not colours or run.style == "" or not run.text:
        return run.text
    style = run.style
    if isinstance(style, int):
        style = f"color({_KINDS[colours][style % len(_KINDS[colours])]})"
    return Paint.parse(style).render(run.text, color_system=_SYSTEMS[colours])


def _encodable(text: str, encoding: str) -> str:
    """Return the text with a plainer form, or "?", for each character that an encoding lacks."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        for fine, plain in _PLAINER.items():
            if fine.encode(encoding, "ignore") == b"":
                text = text.replace(fine, plain)
        return text.encode(encoding, "replace").decode(encoding)
    return text
