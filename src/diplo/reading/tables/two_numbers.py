"""Two numbers with a hyphen: a month (2010-05), years (1914-18), or either (1910-12)."""

import re

from diplo.model import dates
from diplo.model.dates.corrections import is_date
from diplo.model.dates.corrections.moments import years_of
from diplo.terminal.text import shown

MONTH, MONTH_OR_YEARS, YEARS, LONG = "month", "month or years", "years", "whole years"
_TWO = re.compile("([0-9]{4})-([0-9]{2}|[0-9]{4})")


def kind(text: str) -> str:
    """Return what two numbers with a hyphen may be; empty for other text."""
    found = _TWO.fullmatch(text)
    if found is None:
        return ""
    year, last = found.groups()
    if len(last) == len(year):
        return LONG
    years = years_of(year, last)
    if is_date(text):
        return MONTH_OR_YEARS if years else MONTH
    return YEARS if years else ""


def undecided(text: str, years: str) -> str:
    """Say that a month may be a span of years, as another text in its column is."""
    (span,) = years_of(text[:4], text[5:])
    month = dates.words(dates.parse(text))
    told = f"{shown(text)} may be years, as {shown(years)} in its column is"
    return f"{told}; write {month} or {span}"
