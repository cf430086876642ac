"""How an xlsx shows its days: "Dec 2010", once typed, is 1 December in a format without days."""

import html
import re
from collections.abc import Iterator, Mapping

from diplo.reading.tables import sheet_parts

_FORMAT = re.compile(rb"<numFmt\b[^<>]*>")
_CODE = re.compile(rb"\bformatCode\s*=\s*(?:\"([^\"]{,255})\"|'([^']{,255})')")
_NUMBER = re.compile(rb"\bnumFmtId\s*=\s*[\"']([0-9]+)")
_STYLES, _END = b"<cellXfs", b"</cellXfs>"
_STYLE = re.compile(rb"<xf\b[^<>]*>")
_STYLED = re.compile(rb"\bs\s*=\s*[\"']([0-9]+)")
_SAID = re.compile(r'"[^"]*"|\\.|\[[^]]*]|[_*].')  # what a format says as it stands, and colours
MONTH, YEAR = len("2010-12"), len("2010")
# Of Excel, which has 29 February 1900, and counts on from there as the calendar does.
_SIXTY, _SIXTIETH = b"<v>60", re.compile(rb"<v>60(?:\.[0-9]+)?</v>")
_LEAP, _READ_AS = "1900-02-29", "1900-02-28"
_OWN = {b"17": "mmm-yy"}  # of Excel, among those that no file declares

Formats = Mapping[int, Mapping[int, int]]  # by rows from 1, and by columns from 0


def of_sheet(content: bytes, at: int) -> Formats:
    """Return how many characters of its ISO date each cell shows that does not show all of them.

    The sheet is told by its place; day 60, which only Excel has, is told by all of them.
    """
    formats: dict[int, dict[int, int]] = {}
    known, sheet = dict(_known(sheet_parts.styles(content))), sheet_parts.sheet(content, at)
    if known or _SIXTY in sheet:
        for row, column, attributes, within in sheet_parts.cells(sheet):
            style = _STYLED.search(attributes)
            letters = known.get(style[1], 0) if style else 0
            letters = len(_LEAP) if _SIXTIETH.search(within) else letters
            if letters and not sheet_parts.NO_NUMBER.search(attributes):
                formats.setdefault(row, {})[column] = letters
    return formats


def shortened(day: str, letters: int) -> str:
    """Return a day as far as it is shown, whole where it is not the first that would be so.

    Day 60 is read as the one before it.
    """
    if letters == len(_LEAP):
        return day.replace(_READ_AS, _LEAP)
    return day[:letters] if f"{day[:letters]}-01-01"[:10] == day else day


def _known(styles: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield the styles that show no day, by their number."""
    codes = dict(_OWN)
    for each in _FORMAT.findall(styles):
        number, code = _NUMBER.search(each), _CODE.search(each)
        if number and code:
            codes[number[1]] = html.unescape((code[1] or code[2]).decode(errors="replace"))
    of_cells = styles.partition(_STYLES)[2].partition(_END)[0]
    for style, each in enumerate(_STYLE.findall(of_cells)):
        number = _NUMBER.search(each)
        if number and (letters := _letters(codes.get(number[1], ""))):
            yield b"%d" % style, letters


def _letters(code: str) -> int:
    """Return how many letters of a day a format shows, 0 where it shows all or none."""
    shown = set("ymdhs").intersection(_SAID.sub("", code.partition(";")[0]).lower())
    return {"ym": MONTH, "y": YEAR}.get("".join(sorted(shown, reverse=True)), 0)
