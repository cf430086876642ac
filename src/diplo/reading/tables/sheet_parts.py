"""The parts of an xlsx or ods, for what calamine does not tell of its cells."""

import contextlib
import io
import re
import zipfile
from collections.abc import Callable, Iterator

from diplo.reading.tables.sheet_checks import DAMAGED, REFERENCE, column_number

_BOOK, _LINKS, _STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
_SHEET = re.compile(rb'<sheet\b[^<>]*\br:id="([^"]+)"')
_LINK = re.compile(rb"<Relationship\b[^<>]*>")
_ID, _TARGET = re.compile(rb'\bId="([^"]*)"'), re.compile(rb'\bTarget="([^"]*)"')
NO_NUMBER = re.compile(rb"\bt\s*=\s*[\"'](?!n)")  # among the attributes of a cell
_CELL = re.compile(rb"<c\b([^<>]*)>([^<]*(?:<(?!/?c\b)[^<]*)*)")


def styles(content: bytes) -> bytes:
    """Return how cells look, in XML; nothing where that is not found."""
    return _part(content, lambda _: _STYLES)


def of_ods(content: bytes) -> bytes:
    """Return all of an ods in XML; nothing where it is none."""
    return _part(content, lambda _: "content.xml")


def sheet(content: bytes, at: int) -> bytes:
    """Return a sheet in XML, by its place among all; nothing where that is not found."""
    return _part(content, lambda packed: _name(packed, at))


def cells(sheet: bytes) -> Iterator[tuple[int, int, bytes, bytes]]:
    """Yield the row from 1, the column from 0, the attributes and the content of cells."""
    for attributes, within in _CELL.findall(sheet):
        place = REFERENCE.search(attributes)
        if place and not attributes.endswith(b"/"):
            yield int(place[2]), column_number(place[1].upper()) - 1, attributes, within


def _part(content: bytes, name_of: Callable[[zipfile.ZipFile], str]) -> bytes:
    with (
        contextlib.suppress(KeyError, IndexError, *DAMAGED),  # ods, or oddly made
        zipfile.ZipFile(io.BytesIO(content)) as packed,
    ):
        return packed.read(name_of(packed))
    return b""


def _name(packed: zipfile.ZipFile, at: int) -> str:
    link = _SHEET.findall(packed.read(_BOOK))[at]
    links = (
        (_ID.search(each), _TARGET.search(each)) for each in _LINK.findall(packed.read(_LINKS))
    )
    targets = {name[1]: target[1].decode() for name, target in links if name and target}
    target = targets[link]
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
