"""Read spreadsheets (xlsx, ods, xls) as rows of texts: formulas as their results, no macros."""

import contextlib
import io
import itertools
import os
import resource
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import python_calamine

from diplo.reading.tables import ods_days, sheet_checks, xlsx_cells
from diplo.reading.tables.cells import text
from diplo.reading.tables.header import FIRST_ROWS, has_date, key_of
from diplo.reading.tables.sheet_checks import MOST_CELLS, MOST_COLUMNS, NoSheetError, SheetError
from diplo.reading.tables.table import Rows
from diplo.reading.tables.xlsx_cells import Formats, Marks
from diplo.terminal.text import shown

_STANDARD_ERROR = 2
_MOST_MEMORY = 2**31  # bytes
_PANIC = "PanicException"  # of Rust, which is no Exception and cannot be imported

_At = tuple[int, int]  # the row and the column of a cell, from 0


def rows(content: bytes, sheet: str | None = None) -> Rows:
    """Return the rows of a sheet, by default the first visible one, with their numbers from 1.

    Raises:
        SheetError: it is no spreadsheet, is too large, has a password or lacks that sheet.
    """
    sheet_checks.check(content)
    try:
        with _without_standard_error():
            if not content.startswith(sheet_checks.ZIPPED):
                _try_apart(content, sheet)
            book = _book(content)
            at = _index(book, sheet)
            chosen = book.get_sheet_by_index(at)
    except (python_calamine.CalamineError, OSError) as error:
        raise SheetError(
            f"it is not a spreadsheet that can be read ({error}); save it as xlsx or CSV"
        ) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise SheetError("it is damaged; save it again") from None
    return _texts(chosen, xlsx_cells.formats(content, at) or ods_days.formats(content, at))


def marks(content: bytes, sheet: str | None = None) -> Marks:
    """Return messages on the cells of a sheet, which must exist, that hold errors or no value."""
    if not content.startswith(sheet_checks.ZIPPED):
        return {}
    return xlsx_cells.marks(content, _index(_book(content), sheet))


def other_tables(content: bytes) -> tuple[str, list[str]]:
    """Return which sheet is read, and the names of others that look like tables of events.

    Old spreadsheets (xls) are not searched, as a damaged one may crash the process.
    """
    if not content.startswith(sheet_checks.ZIPPED):
        return "", []
    book, found = _book(content), []
    names, first = list(book.sheet_names), _first(book) - 1
    chosen = names.pop(first)
    which = f"{shown(chosen)}, the first sheet that shows," if first else "the first sheet"
    for name in names:
        with contextlib.suppress(python_calamine.CalamineError, OSError, SheetError):
            rows = itertools.islice(_texts(book.get_sheet_by_name(name), {}), FIRST_ROWS)
            filled = [[*map(str.strip, row)] for _, row in rows if any(map(str.strip, row))]
            if any(map(has_date, filled[:-1])):  # a header with something below it
                found.append(name)
    return which, found


def _book(content: bytes) -> Any:  # noqa: ANN401  (calamine's own)
    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))


def _try_apart(content: bytes, sheet: str | None) -> None:
    """Try an old spreadsheet (xls) in a process of its own, as a damaged one may crash it.

    Raises:
        SheetError: it does.
    """
    child = os.fork()
    if not child:
        status = 1
        try:
            _limit(resource.RLIMIT_CORE, 0)
            _limit(resource.RLIMIT_DATA, _MOST_MEMORY)
            with contextlib.suppress(Exception):  # it is raised again, and reported, in the parent
                book = _book(content)
                book.get_sheet_by_index(_index(book, sheet))
            status = 0
        finally:
            os._exit(status)
    if os.waitpid(child, 0)[1]:
        raise SheetError("it is damaged; save it again")


def _limit(kind: int, most: int) -> None:
    """Limit what this process may use, unless the hard limit is lower."""
    with contextlib.suppress(ValueError):
        resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))


@contextlib.contextmanager
def _without_standard_error() -> Iterator[None]:
    """Discard what Rust writes to standard error when it panics."""
    try:
        kept = os.dup(_STANDARD_ERROR)
    except OSError:  # there is none
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STANDARD_ERROR)
    try:
        yield
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.close(nowhere)
        os.close(kept)


def _texts(sheet: Any, formats: Formats) -> Rows:  # noqa: ANN401  (calamine's own)
    if sheet.start is None:
        return
    before = [""] * sheet.start[1]
    if sheet.width + len(before) > MOST_COLUMNS or sheet.height * sheet.width > MOST_CELLS:
        raise SheetError(
            f"it has more than {MOST_COLUMNS} columns or {MOST_CELLS} cells; save it as CSV"
        )
    rows = ([*before, *map(text, cells)] for cells in sheet.iter_rows())
    if formats:
        rows = (_as_shown(cells, formats.get(number, {})) for number, cells in enumerate(rows, 1))
    merged = sheet.merged_cell_ranges or ()
    yield from enumerate(_with_merged(rows, merged) if merged else rows, 1)


def _as_shown(cells: list[str], letters: Mapping[int, int]) -> list[str]:
    """Return a row with its days cut to what the sheet shows of them."""
    return [
        xlsx_cells.shortened(cell, letters[at]) if at in letters else cell
        for at, cell in enumerate(cells)
    ]


def _with_merged(
    rows: Iterable[list[str]], merged: Iterable[tuple[_At, _At]]
) -> Iterator[list[str]]:
    """Repeat the value of merged cells in all of their rows, unless it is a header."""
    lasts = {first: last for first, (last, _) in merged if last > first[0]}
    above: dict[int, tuple[int, str]] = {}  # by column: the last row, and the value
    for at, cells in enumerate(rows):
        for column, (last, value) in above.items():
            if at <= last:
                cells[column] = cells[column] or value
        for column, value in enumerate(cells):
            if (at, column) in lasts and not key_of(value):
                above[column] = lasts[at, column], value
        yield cells


def _index(book: Any, sheet: str | None) -> int:  # noqa: ANN401  (calamine's own)
    """Return the index of a sheet with a name or a number, or of the first visible one."""
    names = book.sheet_names
    if sheet in names:
        return int(names.index(sheet))
    number = _first(book) if sheet is None else int(sheet) if sheet.isdecimal() else 0
    if not 1 <= number <= len(names):
        has = f"its sheets are {', '.join(names)}" if names else "it has none"
        raise NoSheetError(f"has no sheet {sheet or 1}; {has}")
    return number - 1


def _first(book: Any) -> int:  # noqa: ANN401  (calamine's own)
    """Return the number of the first worksheet that is not hidden, 1 if there is none."""
    kinds = enumerate(book.sheets_metadata, 1)
    shows = python_calamine.SheetVisibleEnum.Visible, python_calamine.SheetTypeEnum.WorkSheet
    return next((number for number, each in kinds if (each.visible, each.typ) == shows), 1)
