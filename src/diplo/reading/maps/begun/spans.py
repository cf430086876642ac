"""Tell how long spans are, and which texts are no dates, to guess what a blank end means."""

import re
from collections.abc import Collection

from diplo.reading.tables import cell_dates, cells
from diplo.reading.tables.cell_dates import Said

BLANK, SHORT, LONG, STILL = "blank", "short", "long", "still"
MISSING = re.compile("-(?:[1-9]|7+|8+|9+)")  # -9, -88 or -999, but no year before 1
_YEARS = 2  # from which a span is long
_YEAR = re.compile("(?<![0-9])[0-9]{4}")
_BEFORE = "before 0001"
# The end of a span without its start, or thousandths of seconds since 1970, as programs count time.
_NO_YEAR = re.compile("[-–—−][0-9]{4}|-[0-9]{6,}")


def length(start: str, end: str, nothing: Collection[str]) -> str:
    """Return whether a span is BLANK, STILL (it goes on), or SHORT or LONG by its years."""
    told = end.strip()
    if cells.is_nothing(told) or told in nothing or is_never(told):
        return BLANK
    if cell_dates.ending(told) == Said(".."):
        return STILL
    first, last = (int(year[0]) if (year := _YEAR.search(each)) else 0 for each in (start, end))
    return LONG if first and last - first >= _YEARS else SHORT


def is_never(text: str) -> bool:
    """Say whether a text stands for no date: a number for a missing one, or zeros."""
    return bool(MISSING.fullmatch(text) or cells.NO_DATE.fullmatch(text))


def is_before_christ(text: str) -> bool:
    """Say whether a text is a date before the year 1, which diplo cannot express."""
    return not _NO_YEAR.fullmatch(text) and _BEFORE in cell_dates.date(text).wrong
