"""Split delimited text into rows: CSV, TSV and the like, with any line ends and quotes."""

import contextlib
import csv
import io
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from diplo.reading.faults import CellError
from diplo.reading.tables.header import FIRST_ROWS, has_date, is_rule, known
from diplo.reading.tables.table import Rows
from diplo.terminal.text import shown

DELIMITERS = (",", ";", "\t", "|")
NAMES = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
_SEVERAL = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
csv.field_size_limit(2**31 - 1)  # characters of a cell; the size of files is limited instead

_SEP = re.compile('("?)sep=([^"\r\n])\\1(?:\r\n?|\n)', re.IGNORECASE)
_BAR, _BELOW = "|", 2  # of the filled rows, the one below a header
_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n|$)")


class Layout(NamedTuple):
    """The layout of a text: its delimiter, and how many lines to skip."""

    delimiter: str
    skip: int = 0


def layout(text: str, delimiter: str | None = None, skip: int = 0) -> Layout:
    """Find the delimiter, unless it is given, by a first line such as `sep=;` or by the header."""
    if found := _SEP.match(text):
        return Layout(delimiter or found[2], skip + 1)
    return Layout(delimiter or _delimiter(_header(text, skip)), skip)


def _header(text: str, skip: int) -> str:
    """Return the first line that looks like a header, or has a rule below, or is not blank."""
    lines = _first_lines(text, skip)
    pairs = itertools.pairwise(lines)
    ruled = (line for line, rule in pairs if _BAR in line and is_rule(split(rule, _BAR)))
    return next(filter(_is_dated, lines), next(ruled, first_line(text, skip)))


def _first_lines(text: str, skip: int) -> list[str]:
    found = itertools.islice(_LINE.finditer(text), skip, skip + FIRST_ROWS)
    return [line[0] for line in found]


def _is_dated(line: str) -> bool:
    return has_date(split(line, _delimiter(line)))


def has_header(text: str) -> bool:
    """Say whether a line looks like a header with a date, at the top or below other lines."""
    return any(map(_is_dated, _first_lines(text, 0)))


def instead(text: str, laid: Layout, fits: Callable[[Sequence[str]], bool]) -> str:
    """Say how to mend a map's delimiter if another one makes a header that fits; else empty."""
    line = first_line(text, laid.skip)
    other = _delimiter(line)
    if len(split(line, laid.delimiter)) > 1 or not fits(split(line, other)):
        return ""
    has, reads = map(several, (other, laid.delimiter))
    delimiter = "tab" if other == "\t" else f'"{other}"'
    return (
        f"the map reads {reads}, but the header has {has}; say in the map, or in a copy of it "
        f"('diplo maps'), table: {{delimiter: {delimiter}}}"
    )


def several(delimiter: str) -> str:
    """Return what several delimiters are called."""
    return _SEVERAL.get(delimiter, shown(delimiter))


def first_line(text: str, skip: int = 0) -> str:
    """Return the first line that is not blank, after so many others."""
    for number, found in enumerate(_LINE.finditer(text)):
        if number >= skip and found[0].strip(" \t\r\n;,|"):
            return found[0].rstrip("\r\n")
    return ""


def is_table(text: str) -> bool:
    """Say whether a text begins with two rows of equally many cells, and of several."""
    first_rows: list[list[str]] = []
    with contextlib.suppress(CellError):
        filled = (cells for _, cells in rows(text, layout(text)) if any(map(str.strip, cells)))
        first_rows += itertools.islice(filled, 2)
    many = {len(cells) for cells in first_rows}
    return len(first_rows) > 1 and len(many) == 1 and many != {1}


def split(line: str, delimiter: str) -> list[str]:
    """Return the cells of one line."""
    return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]


def _delimiter(line: str) -> str:
    """Return the delimiter that gives the most known headers in a line, else the most columns."""

    def worth(delimiter: str) -> tuple[int, int]:
        cells = split(line, delimiter)
        return (known(cells) if len(cells) > 1 else 0), len(cells)

    return max(DELIMITERS, key=worth)


def rows(text: str, laid: Layout) -> Rows:
    """Yield each row with its number, blank rows too, counted as in a spreadsheet.

    A rule below the header, as in Markdown, is left out.

    Raises:
        CellError: a quote is not closed.
    """
    lines = _LINE.finditer(text)
    start = max((found.end() for found in itertools.islice(lines, laid.skip)), default=0)
    count, above = laid.skip, 0  # filled rows
    for cells in _cells(text[start:], laid.delimiter, count + 1):
        count += 1
        above += any(map(str.strip, cells))
        if not (above == _BELOW and laid.delimiter == _BAR and is_rule(cells)):
            yield count, cells


def _cells(text: str, delimiter: str, first: int) -> Iterator[list[str]]:
    """Yield the cells of each row, from where quotes are malformed in a lenient way."""
    done = 0
    if delimiter == "\t" or not re.search(rf'{re.escape(delimiter)}[ ]+"', text):
        with contextlib.suppress(csv.Error):
            for cells in csv.reader(_lines(text), delimiter=delimiter, strict=True):
                yield cells
                done += 1
            return
    if delimiter == "\t":  # in TSV, quotes are often ordinary characters
        patient: Iterator[list[str]] = csv.reader(
            _lines(text), delimiter=delimiter, quoting=csv.QUOTE_NONE
        )
    else:
        patient = _patiently(text, delimiter, first)
    yield from itertools.islice(patient, done, None)


def _lines(text: str) -> io.StringIO:
    return io.StringIO(text, newline="")


def _patiently(text: str, delimiter: str, first: int) -> Iterator[list[str]]:
    """Yield rows even if blanks stand around quotes, or quotes within a cell's text.

    Raises:
        CellError: a quote is not closed.
    """
    mark = re.escape(delimiter)
    field = re.compile(
        rf'(?:[ \t]*"((?:[^"]|"")*)"[ \t]*(?={mark}|[\r\n]|$)|([^{mark}\r\n]*))'
        rf"({mark}|\r\n|\r|\n|$)"
    )
    cells: list[str] = []
    row, at = first, 0
    while at < len(text):
        found = field.match(text, at)
        assert found  # noqa: S101  (the second form takes anything)
        quoted, plain, after = found.groups()
        if plain and plain.lstrip().startswith('"') and plain.count('"') % 2:
            raise CellError(
                "a quote opens this cell and is not closed; close it, or double it",
                row,
                len(cells) + 1,
            )
        cells.append(plain if quoted is None else quoted.replace('""', '"'))
        at = found.end()
        if after != delimiter:
            yield cells if cells != [""] else []
            cells, row = [], row + 1
    if cells:
        yield [*cells, ""]  # the text ends with a delimiter
