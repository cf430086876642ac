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
_OWN = {b"17": "mmm-yy"}  # of Excel, among those that no file declares

Formats = Mapping[int, Mapping[int, int]]  # by rows from 1, and by columns from 0


def of_sheet(content: bytes, at: int) -> Formats:
    """Return how many characters of its ISO date each cell shows that does not show all of them.

    The sheet is told by its place.
    """
    formats: dict[int, dict[int, int]] = {}
    if known := dict(_known(sheet_parts.styles(content))):
        for row, column, attributes, _ in sheet_parts.cells(sheet_parts.sheet(content, at)):
            style = _STYLED.search(attributes)
            if style and style[1] in known and not sheet_parts.NO_NUMBER.search(attributes):
                formats.setdefault(row, {})[column] = known[style[1]]
    return formats


def shortened(day: str, letters: int) -> str:
    """Return a day as far as it is shown, whole where it is not the first that would be so."""
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
