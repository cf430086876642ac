"""Tables in Markdown: recognise notes that are one of events, and split codes within a cell."""

import functools
import re
from collections.abc import Sequence

from diplo.model.countries.resolve import all_countries
from diplo.reading import advice
from diplo.reading.document import Document
from diplo.reading.maps.document import TableDocument
from diplo.reading.tables import cell_dates, unread_words
from diplo.reading.tables.header import has_date, keys_of, meaning

_LINE = re.compile("\r\n?|\n")
_RULE = re.compile(r"\|[-:| \t]*-{3}[-:| \t]*")  # between a header and its rows
# The same in a note, where a table may have no bars at its sides.
_RULED = re.compile(r"^[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+\|[-:| \t]*+\r?$", re.MULTILINE)
# A line of a chronology, up to its text: "- 28 May 2024: ", "**1949** – ".
_DATED = re.compile(
    r"^[ \t]*+(?:[-*+][ \t]++)?[*_]*+((?=[^\n:|]*[0-9]{4})[^\n:|]{4,40}?)"
    r"[*_]*(?::|[ \t]+[-–—])[*_]*[ \t]",
    re.MULTILINE,
)
_OF_A_YEAR = re.compile(r"^#+[ \t]+[0-9]{4}[ \t]*$", re.MULTILINE)  # a heading
_CODES = re.compile("[A-Z]{3}(?: [A-Z]{3})+")
_TOLD = frozenset(("title", "countries"))  # either makes events of dates


def is_of_events(text: str, *, is_mapped: bool) -> bool:
    """Say whether a note is nothing but a table whose header is that of events.

    If a map makes the events, a date in the header is enough.
    """
    first, *others = (line.strip() for line in _LINE.split(text.strip()))
    header = first.split("|")
    is_known = is_mapped or not _TOLD.isdisjoint(keys_of(header).values())
    is_dated = first.startswith("|") and has_date(header)
    return is_dated and is_known and _are_rows(others)


def needs_map(text: str) -> bool:
    """Say whether a note is a table that a map can be for, and lacks columns without one."""
    header = text.strip().partition("\n")[0].split("|")
    return is_of_events(text, is_mapped=True) and bool(meaning(header).missing)


def unread(text: str) -> str:
    """Say what to do about a note's table, or its lines that begin with dates; empty without."""
    lines = [line.strip() for line in _LINE.split(text)]
    if _RULED.search(text) or ("|" in text and _are_rows(lines)):
        return advice.ALONE
    if _OF_A_YEAR.search(text):
        return advice.DATED_LINES
    dated = (match[1] for match in _DATED.finditer(text))
    return advice.DATED_LINES if any(map(_is_date, dated)) else ""


def _is_date(text: str) -> bool:
    """Say whether a text is a date, even one in another language or in no certain order."""
    date = cell_dates.date(text)
    return bool(date.value or date.readings) or unread_words.has_lead(text)


def _are_rows(lines: Sequence[str]) -> bool:
    """Say whether all lines below a header, except blank ones, belong to its table."""
    is_one = sum(_RULE.fullmatch(line) is not None for line in lines) <= 1
    return is_one and all(line.startswith("|") for line in lines if line)


def parted(opened: Document) -> Document:
    """Split cells of country codes with only blanks between them, in a table that was opened."""
    if isinstance(opened, TableDocument):
        table = opened.table
        at = {at for at, key in keys_of(table.header).items() if key == "countries"}
        rows = (
            (number, [_listed(cell) if index in at else cell for index, cell in enumerate(cells)])
            for number, cells in table.rows
        )
        opened.table = table._replace(rows=rows)
    return opened


@functools.cache
def _listed(cell: str) -> str:
    """Return a cell of several country codes as a list, any other cell as it is."""
    if not _CODES.fullmatch(cell.strip()):
        return cell
    codes, known = cell.split(), all_countries()
    return "; ".join(codes) if all(known.name(code) != code for code in codes) else cell
