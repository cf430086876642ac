"""Spreadsheets (xlsx, ods, xls) to rows of texts: of formulas what they gave, and no macros."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from diplo.reading.tables import extent
from diplo.reading.tables.extent import MOST_CELLS, MOST_COLUMNS, SheetError

_MIDNIGHT = time()
_EXACT = 2.0**53  # from here on a number may stand for others too

Rows = Iterator[tuple[int, list[str]]]


def rows(content: bytes, sheet: str | None = None) -> Rows:
    """Return the rows of a sheet, by default the first, with their numbers from 1.

    Raises:
        SheetError: it is no spreadsheet, is too large, has a password or not that sheet.

    """
    extent.check(content)
    import python_calamine  # noqa: PLC0415  (only spreadsheets need it)

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        chosen = _sheet(book, sheet)
    except (python_calamine.CalamineError, OSError) as error:
        message = f"it is no spreadsheet that can be read ({error}); save it as xlsx or CSV"
        raise SheetError(message) from error
    return _texts(chosen)


def _texts(sheet: Any) -> Rows:  # noqa: ANN401  (calamine's own)
    if sheet.start is None:
        return
    before = [""] * sheet.start[1]
    if sheet.width + len(before) > MOST_COLUMNS or sheet.height * sheet.width > MOST_CELLS:
        message = f"it has more than {MOST_COLUMNS} columns or {MOST_CELLS} cells; save it as CSV"
        raise SheetError(message)
    for number, cells in enumerate(sheet.iter_rows(), 1):
        yield number, [*before, *map(text, cells)]


def _sheet(book: Any, sheet: str | None) -> Any:  # noqa: ANN401  (calamine's own)
    names = book.sheet_names
    if sheet in names:
        return book.get_sheet_by_name(sheet)
    number = 1 if sheet is None else int(sheet) if sheet.isdecimal() else 0
    if not 1 <= number <= len(names):
        has = f"its sheets are {', '.join(names)}" if names else "it has none"
        message = f"it has no sheet {sheet or 1}; {has}"
        raise SheetError(message)
    return book.get_sheet_by_index(number - 1)


def text(cell: object) -> str:
    """Return a typed cell as the text that means the same: a day as ISO writes it."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _EXACT else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == _MIDNIGHT else cell.isoformat(" ")
    if isinstance(cell, timedelta):
        return f"{cell.total_seconds() / 3600:g} h"
    return cell.isoformat() if isinstance(cell, date) else str(cell)
