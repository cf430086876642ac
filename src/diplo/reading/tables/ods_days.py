"""Find which days an ods shows as less: "May 1994" is 1 May in a style of month and year."""

import re
from collections.abc import Iterator, Mapping

from diplo.reading.tables.sheet_checks import MOST_COLUMNS, ods_cells, repeated
from diplo.reading.tables.xlsx_cells import MONTH, YEAR, Formats, part

_STYLES, _BODY = b"<number:date-style", b"<office:body"
_STYLE = re.compile(rb"<style:style\b([^<>]*)>")
_NAME = re.compile(rb'\bstyle:name="([^"]*)"')
_DATED = re.compile(rb'\bstyle:data-style-name="([^"]*)"')
_PART = re.compile(rb"<number:([a-z-]+)")
_SHOWN = {frozenset((b"month", b"year")): MONTH, frozenset((b"year",)): YEAR}
_SHEET = re.compile(rb"<table:table(?=[\s/>])")
_COLUMN = re.compile(rb"<table:table-column(?=[\s/>])([^<>]*)>")
_OF_COLUMN = re.compile(rb'\btable:default-cell-style-name="([^"]*)"')
_OF_CELL = re.compile(rb'\btable:style-name="([^"]*)"')
_IS_DATE = b'value-type="date"'


def formats(content: bytes, at: int) -> Formats:
    """Return how many characters of its ISO date a cell shows, for cells that do not show all."""
    styles, _, body = part(content, "content.xml").partition(_BODY)
    known = dict(_known(styles))
    sheets = _SHEET.split(body)[1:]
    return _cells(b"".join(sheets[at : at + 1]), known) if known else {}


def _known(styles: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield the names of styles that show no day, with the characters of a date that they show."""
    shown = {}
    for style in styles.split(_STYLES)[1:]:
        parts = frozenset(_PART.findall(style.partition(b"</number:date-style>")[0])) - {b"text"}
        if (name := _NAME.search(style)) and parts in _SHOWN:
            shown[name[1]] = _SHOWN[parts]
    for attributes in _STYLE.findall(styles):
        name, dated = _NAME.search(attributes), _DATED.search(attributes)
        if name and dated and dated[1] in shown:
            yield name[1], shown[dated[1]]


def _cells(sheet: bytes, known: Mapping[bytes, int]) -> Formats:
    found: dict[int, dict[int, int]] = {}
    of_columns = _of_columns(sheet, known)
    for rows, columns, attributes in ods_cells(sheet):
        if _IS_DATE in attributes:
            style = _OF_CELL.search(attributes)
            lengths = (known.get(style[1], 0) if style else of_columns.get(at, 0) for at in columns)
            shown = {at: letters for at, letters in zip(columns, lengths, strict=True) if letters}
            for row in rows if shown else ():
                found.setdefault(row, {}).update(shown)
    return found


def _of_columns(sheet: bytes, known: Mapping[bytes, int]) -> dict[int, int]:
    """Return what cells styled only by their column show, by the index of the column."""
    found: dict[int, int] = {}
    columns = range(0)
    for attributes in _COLUMN.findall(sheet):
        columns = repeated(columns.stop, attributes, MOST_COLUMNS)
        style = _OF_COLUMN.search(attributes)
        found.update(dict.fromkeys(columns, known.get(style[1], 0) if style else 0))
    return found
