"""Texts that are neither event files nor tables with delimiters, but that people have lists in."""

import re

_QUOTED = re.compile(r'"[^"]*"(?: +"[^"]*")+\s*')
_GAP = re.compile(" {2,}")
_BEHIND_DATE = re.compile(r"(?:: | +[-–—] +).*")
_OF_R = "a table with blanks between its columns, as R writes one; write it with write.csv"
# What begins the first line.
_BEGUN = {
    r"\{\|": "a table of a wiki; copy it from the page into a spreadsheet, and save that as CSV",
    r"\+[-=]": "a table drawn with lines, as databases print one; have it written as CSV",
    "(?i:INSERT INTO|CREATE TABLE)\\b": "SQL, not a table; have the database write that as CSV",
}
_ALIGNED = "a table whose columns are aligned by blanks; save it as CSV, with commas between them"
_CHRONOLOGY = "a chronology; make a table of it, with the columns Date, Country and Title"


def said(text: str) -> str:
    """Return what a text is by its first two lines and what to do, or nothing."""
    first, other, *_ = [*filter(None, map(str.rstrip, text.splitlines())), "", ""]
    if of_begun := next((what for how, what in _BEGUN.items() if re.match(how, first.strip())), ""):
        return of_begun
    if _QUOTED.fullmatch(first):
        return _OF_R
    if _is_aligned(first, other):
        return _ALIGNED
    return _CHRONOLOGY if _is_dated(first) and _is_dated(other) else ""


def _is_aligned(first: str, other: str) -> bool:
    """Say whether a header and a row have as many cells, with several blanks between them."""
    from diplo.reading.tables.header import has_date  # noqa: PLC0415  (only mistakes need it)

    names, cells = _GAP.split(first), _GAP.split(other)
    return ":" not in first and len(names) == len(cells) and has_date(names)


def _is_dated(line: str) -> bool:
    """Say whether a line is a date and what happened then, with a colon or a dash between."""
    from diplo.reading.tables import cell_dates  # noqa: PLC0415  (as above)

    date, count = _BEHIND_DATE.subn("", line, count=1)
    return count == 1 and bool(cell_dates.date(date.lstrip("-* ")).value)
