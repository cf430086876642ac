"""Find what calamine leaves out of the cells of an xlsx: how days are shown, errors, no values.

"Dec 2010", when typed, is stored as 1 December in a format without days.
"""

import contextlib
import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from diplo.reading.tables.sheet_checks import DAMAGED, REFERENCE, column_number
from diplo.terminal.text import shown

_BOOK, _LINKS, _STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
_SHEET = re.compile(rb'<sheet\b[^<>]*\br:id="([^"]+)"')
_LINK = re.compile(rb"<Relationship\b[^<>]*>")
_ID, _TARGET = re.compile(rb'\bId="([^"]*)"'), re.compile(rb'\bTarget="([^"]*)"')
_NO_NUMBER = re.compile(rb"\bt\s*=\s*[\"'](?!n)")  # among the attributes of a cell
_CELL = re.compile(rb"<c\b([^<>]*)>([^<]*(?:<(?!/?c\b)[^<]*)*)")

_FORMAT = re.compile(rb"<numFmt\b[^<>]*>")
_CODE = re.compile(rb"\bformatCode\s*=\s*(?:\"([^\"]{,255})\"|'([^']{,255})')")
_NUMBER = re.compile(rb"\bnumFmtId\s*=\s*[\"']([0-9]+)")
_XFS, _END = b"<cellXfs", b"</cellXfs>"
_STYLE = re.compile(rb"<xf\b[^<>]*>")
_STYLED = re.compile(rb"\bs\s*=\s*[\"']([0-9]+)")
_SAID = re.compile(r'"[^"]*"|\\.|\[[^]]*]|[_*].')  # literal text in a format, and colours
MONTH, YEAR = len("2010-12"), len("2010")
# Excel's day 60 is 29 February 1900, which never was; after it, days agree with the calendar.
_SIXTY, _SIXTIETH = b"<v>60", re.compile(rb"<v>60(?:\.[0-9]+)?</v>")
_LEAP, _READ_AS = "1900-02-29", "1900-02-28"
_OWN = {b"17": "mmm-yy"}  # built into Excel, so that no file declares it

_ODD = (b't="e"', b"<f")
_VALUE = re.compile(rb"<v>([^<]+)")
_NOT_KNOWN = b"#N/A"  # blank on purpose
_NO_VALUE = "the cell holds a formula without a value; open the file in a spreadsheet and save it"

# By rows from 1, and by columns from 0.
Formats = Mapping[int, Mapping[int, int]]
Marks = Mapping[int, Mapping[int, str]]
_Detail = TypeVar("_Detail", int, str)


def formats(content: bytes, at: int) -> Formats:
    """Return how many characters of its ISO date a cell shows, for cells that do not show all.

    `at` is the index of the sheet. Cells of day 60, which only Excel has, get all characters.
    """
    known, sheet = dict(_known(part(content, _STYLES))), _sheet(content, at)

    def letters(attributes: bytes, within: bytes) -> int:
        if _NO_NUMBER.search(attributes):
            return 0
        if _SIXTIETH.search(within):
            return len(_LEAP)
        style = _STYLED.search(attributes)
        return known.get(style[1], 0) if style else 0

    return _details(sheet, letters) if known or _SIXTY in sheet else {}


def _details(
    sheet: bytes, describe: Callable[[bytes, bytes], _Detail]
) -> dict[int, dict[int, _Detail]]:
    """Return what `describe` says of cells by attributes and contents, unless it is empty."""
    found: dict[int, dict[int, _Detail]] = {}
    for attributes, within in _CELL.findall(sheet):
        place = REFERENCE.search(attributes)
        if place and not attributes.endswith(b"/") and (detail := describe(attributes, within)):
            found.setdefault(int(place[2]), {})[column_number(place[1].upper()) - 1] = detail
    return found


def shortened(day: str, letters: int) -> str:
    """Return a day cut to what is shown, or whole if it is not the first of that month or year.

    Day 60, which is read as the day before, becomes 29 February.
    """
    if letters == len(_LEAP):
        return day.replace(_READ_AS, _LEAP)
    return day[:letters] if f"{day[:letters]}-01-01"[:10] == day else day


def _known(styles: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield the numbers of styles that show no day, with the characters of a date they show."""
    codes = dict(_OWN)
    for style_format in _FORMAT.findall(styles):
        number, code = _NUMBER.search(style_format), _CODE.search(style_format)
        if number and code:
            codes[number[1]] = html.unescape((code[1] or code[2]).decode(errors="replace"))
    cell_styles = styles.partition(_XFS)[2].partition(_END)[0]
    for style, style_format in enumerate(_STYLE.findall(cell_styles)):
        number = _NUMBER.search(style_format)
        if number and (letters := _letters(codes.get(number[1], ""))):
            yield b"%d" % style, letters


def _letters(code: str) -> int:
    """Return how many characters of a day a format shows, 0 if it shows all or none."""
    units = set("ymdhs").intersection(_SAID.sub("", code.partition(";")[0]).lower())
    return {"ym": MONTH, "y": YEAR}.get("".join(sorted(units, reverse=True)), 0)


def marks(content: bytes, at: int) -> Marks:
    """Return messages on odd cells of a sheet, which is given by its index."""
    sheet = _sheet(content, at)
    return _details(sheet, _odd) if any(sign in sheet for sign in _ODD) else {}


def _odd(attributes: bytes, within: bytes) -> str:
    """Return the message on a cell; empty if it holds a value or is blank on purpose."""
    value = _VALUE.search(within)
    if b't="e"' in attributes and value and value[1] != _NOT_KNOWN:
        error = shown(value[1].decode(errors="replace"))
        return f"the cell holds the error {error}; mend it in the spreadsheet"
    is_blank = b"<f" in within and not value and not _NO_NUMBER.search(attributes)
    return _NO_VALUE if is_blank else ""


def part(content: bytes, name: str) -> bytes:
    """Return a part of a zipped spreadsheet; empty if it is not found."""
    with (
        contextlib.suppress(KeyError, *DAMAGED),  # of another format, or malformed
        zipfile.ZipFile(io.BytesIO(content)) as packed,
    ):
        return packed.read(name)
    return b""


def _sheet(content: bytes, at: int) -> bytes:
    """Return the XML of a sheet by its index; empty if it is not found."""
    links = (
        (_ID.search(each), _TARGET.search(each)) for each in _LINK.findall(part(content, _LINKS))
    )
    targets = {
        name[1]: target[1].decode(errors="replace") for name, target in links if name and target
    }
    sheets = _SHEET.findall(part(content, _BOOK))
    target = targets.get(sheets[at], "") if at < len(sheets) else ""
    return part(content, target.lstrip("/") if target.startswith("/") else f"xl/{target}")
