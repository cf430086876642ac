"""Turn dates in English words into EDTF: 28 May 2024, summer 2021, 1990s."""

import functools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateutil.parser import parserinfo

_SPELLED_DECADE = re.compile("([0-9]{3}|[1-9][0-9])0s")
_SPELLED_DATE = re.compile(
    "(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? )?(?P<month>[a-z]+) (?P<year>[1-9][0-9]{3})"
    "|(?P<us_month>[a-z]+) (?P<us_day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<us_year>[1-9][0-9]{3})",
)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}  # have no days


def spelled(text: str) -> str | None:
    """Return the EDTF form of a date, season or decade in English words, or None."""
    decade = _SPELLED_DECADE.fullmatch(text)
    if decade:
        return f"{decade[1]:0>3}X"
    match = _SPELLED_DATE.fullmatch(text)
    if match is None:
        return None
    day = match["day"] or match["us_day"]
    word = match["month"] or match["us_month"]
    number = (None if day else _SEASONS.get(word)) or month(word)
    if number is None:
        return None
    return f"{match['year'] or match['us_year']}-{number:02}" + (f"-{int(day):02}" if day else "")


def month(word: str) -> int | None:
    """Return the number of a month by its English name, or None."""
    number: int | None = _names().month(word)
    return number


@functools.cache
def _names() -> "parserinfo":
    from dateutil.parser import parserinfo  # noqa: PLC0415  (only words need it)

    return parserinfo()
