"""What calamine does not tell of the cells of an xlsx: errors, and formulas without a value."""

import re
from collections.abc import Iterator, Mapping

from diplo.reading.tables import sheet_parts
from diplo.terminal.text import shown

_ODD = (b't="e"', b"<f")
_VALUE = re.compile(rb"<v>([^<]+)")
_NOT_KNOWN = b"#N/A"  # what is blank on purpose
_NO_VALUE = "the cell holds a formula without a value; open the file in a spreadsheet and save it"

Marks = Mapping[int, Mapping[int, str]]  # by rows from 1, and by columns from 0


def of_sheet(content: bytes, at: int) -> Marks:
    """Return what to say of odd cells of a sheet, by its place among all."""
    marks: dict[int, dict[int, str]] = {}
    for row, column, message in _odd(sheet_parts.sheet(content, at)):
        marks.setdefault(row, {})[column] = message
    return marks


def _odd(sheet: bytes) -> Iterator[tuple[int, int, str]]:
    if not any(sign in sheet for sign in _ODD):
        return
    for row, column, attributes, within in sheet_parts.cells(sheet):
        value = _VALUE.search(within)
        message = ""
        if b't="e"' in attributes and value and value[1] != _NOT_KNOWN:
            error = shown(value[1].decode(errors="replace"))
            message = f"the cell holds the error {error}; mend it in the spreadsheet"
        elif b"<f" in within and not value and not sheet_parts.NO_NUMBER.search(attributes):
            message = _NO_VALUE
        if message:
            yield row, column, message
