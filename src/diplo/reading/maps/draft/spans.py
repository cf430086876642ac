"""Tell how long spans are, and which texts are no dates, to guess what a blank end means."""

import re
from collections import Counter
from collections.abc import Collection

from diplo.reading.tables import cell_dates, cells
from diplo.reading.tables.cell_dates import CellDate

BLANK, SHORT, LONG, STILL = "blank", "short", "long", "still"
MISSING = re.compile("-(?:[1-9]|7+|8+|9+)")  # -9, -88 or -999, but no year before 1
_YEARS = 2  # from which a span is long
_WORKING_LIFE, _LIFE = 60, 100  # years
_YEAR = re.compile("(?<![0-9A-Za-z])[0-9]{4}")  # no part of a number, nor of an id
_NEVER = "9999"
# The end of a span without its start, or thousandths of seconds since 1970, as programs count time.
_NO_YEAR = re.compile("[-–—−][0-9]{4}|-[0-9]{6,}")


def length(start: str, end: str, nothing: Collection[str]) -> str:
    """Return whether a span is BLANK, STILL (it goes on), or SHORT or LONG by its years."""
    text = end.strip()
    if cells.is_nothing(text) or text in nothing or is_never(text):
        return BLANK
    if cell_dates.ending(text) == CellDate(".."):
        return STILL
    first, last = map(_year, (start, end))
    return LONG if first and last - first >= _YEARS else SHORT


def _year(text: str) -> int:
    return int(year[0]) if (year := _YEAR.search(text)) else 0


class Terms:
    """Tells whether spans without an end are likely over all the same, by what others tell."""

    def __init__(self) -> None:
        """Begin without any span."""
        # By parties, the last year in which one begins, and the first in which one without an end.
        self._latest: dict[tuple[str, ...], int] = {}
        self._unended: dict[tuple[str, ...], int] = {}
        self._last = 0  # year
        self._longest = 0  # years of a span with an end
        self._starts: Counter[int] = Counter()  # years in which one without an end begins

    def add(self, parties: tuple[str, ...], start: str, end: str, *, is_blank: bool) -> None:
        """Note a span by the texts of its parties, its start and its end, which may be blank."""
        ended = _year(end.replace(_NEVER, ""))
        if begun := _year(start):
            self._latest[parties] = max(begun, self._latest.get(parties, 0))
            self._longest = max(self._longest, ended - begun)
            if is_blank:
                self._starts[begun] += 1
                self._unended[parties] = min(begun, self._unended.get(parties, begun))
        self._last = max(self._last, begun, ended)

    @property
    def are_long(self) -> bool:
        """Whether most such spans would by now be longer than a life and than each with an end."""
        longest = max(self._longest, _LIFE)
        old = sum(many for begun, many in self._starts.items() if self._last - begun > longest)
        return 2 * old > self._starts.total()

    @property
    def are_over(self) -> bool:
        """Whether a later one of the same parties follows such a term of office, or many years."""
        return any(
            begun < max(self._latest[parties], self._last - _WORKING_LIFE)
            for parties, begun in self._unended.items()
        )


def is_never(text: str) -> bool:
    """Say whether a text stands for no date: a number for a missing one, or zeros."""
    return bool(MISSING.fullmatch(text) or cells.NO_DATE.fullmatch(text))


def is_before_christ(text: str) -> bool:
    """Say whether a text is a date before the year 1, which diplo cannot express."""
    return not _NO_YEAR.fullmatch(text) and cell_dates.date(text).is_before_christ


def not_joined(start: str, last: str) -> list[str]:
    """Return which cells of a start and an end do not join, being spans or sets themselves."""
    first, final = cell_dates.date(start), cell_dates.end(last)
    if first.wrong or final.wrong or not cell_dates.span(first.value, final.value).wrong:
        return []
    sides = (start, first.value), (last, final.value)
    return [text for text, value in sides if set("/[").intersection(value)]
