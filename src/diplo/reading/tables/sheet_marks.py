"""What calamine does not tell of the cells of an xlsx: errors, and formulas without a value."""

import contextlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from diplo.reading.tables.extent import DAMAGED, REFERENCE, column_number
from diplo.terminal.text import shown

_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_SHEET = re.compile(rb'<sheet\b[^>]*\br:id="([^"]+)"')
_LINK = re.compile(rb"<Relationship\b[^>]*>")
_ID, _TARGET = re.compile(rb'\bId="([^"]*)"'), re.compile(rb'\bTarget="([^"]*)"')
_ODD = (b't="e"', b"<f")
_CELL = re.compile(rb"<c\b([^>]*)>([^<]*(?:<(?!/?c\b)[^<]*)*)")
_TYPE = re.compile(rb'\bt="(?!n")')
_VALUE = re.compile(rb"<v>([^<]+)")
_NOT_KNOWN = b"#N/A"  # what is blank on purpose
_NO_VALUE = "the cell holds a formula without a value; open the file in a spreadsheet and save it"

Marks = Mapping[int, Mapping[int, str]]  # by rows from 1, and by columns from 0


def of_sheet(content: bytes, at: int) -> Marks:
    """Return what to say of odd cells of a sheet, by its place among all."""
    marks: dict[int, dict[int, str]] = {}
    with (
        contextlib.suppress(KeyError, IndexError, *DAMAGED),  # ods, or oddly made
        zipfile.ZipFile(io.BytesIO(content)) as packed,
    ):
        for row, column, message in _odd(packed.read(_part(packed, at))):
            marks.setdefault(row, {})[column] = message
    return marks


def _part(packed: zipfile.ZipFile, at: int) -> str:
    """Return the name of the part of a sheet."""
    link = _SHEET.findall(packed.read(_BOOK))[at]
    links = (
        (_ID.search(each), _TARGET.search(each)) for each in _LINK.findall(packed.read(_LINKS))
    )
    targets = {name[1]: target[1].decode() for name, target in links if name and target}
    target = targets[link]
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _odd(sheet: bytes) -> Iterator[tuple[int, int, str]]:
    if not any(sign in sheet for sign in _ODD):
        return
    for attributes, within in _CELL.findall(sheet):
        place, value = REFERENCE.search(attributes), _VALUE.search(within)
        if not place or attributes.endswith(b"/"):
            continue
        message = ""
        if b't="e"' in attributes and value and value[1] != _NOT_KNOWN:
            error = shown(value[1].decode(errors="replace"))
            message = f"the cell holds the error {error}; mend it in the spreadsheet"
        elif b"<f" in within and not value and not _TYPE.search(attributes):
            message = _NO_VALUE
        if message:
            yield int(place[2]), column_number(place[1].upper()) - 1, message
