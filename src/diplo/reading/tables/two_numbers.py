"""Two numbers with a hyphen: a month (2010-05), years (1914-18), or either (1910-12)."""

import re

from diplo.model import dates
from diplo.model.dates.corrections import is_date
from diplo.model.dates.corrections.moments import years_of
from diplo.reading.tables.asides import words
from diplo.terminal.text import shown

MONTH, MONTH_OR_YEARS, YEARS, LONG = "month", "month or years", "years", "whole years"
# The whole header of a column of years from and to; those of periods may have months.
_OF_YEARS = re.compile(
    r"(?:(?!start|begin|end|first|last|month)\w+ )?(?:years|jahre|amtsjahre|annees|anos|anni|годы"
    r"|yillar)(?: (?:in|of|active|served|de|d|im|au)\b.*)?|(?:time )?(?:in office|im amt)"
)
_TWO = re.compile("([0-9]{4})-([0-9]{2}|[0-9]{4})")


def kind(text: str) -> str:
    """Return what two numbers with a hyphen may be; empty for other text."""
    match = _TWO.fullmatch(text)
    if match is None:
        return ""
    year, last = match.groups()
    if len(last) == len(year):
        return LONG
    years = years_of(year, last)
    if is_date(text):
        return MONTH_OR_YEARS if years else MONTH
    return YEARS if years else ""


def of_years(header: str) -> str:
    """Say that a column is of years, if its header does; empty if it does not."""
    match = _OF_YEARS.fullmatch(words(header).strip())
    return f"its column {shown(header)} says" if match else ""


def undecided(text: str, why: str) -> str:
    """Say that a month may be a span of years, as something else tells (`why`)."""
    (span,) = years_of(text[:4], text[5:])
    month = dates.words(dates.parse(text))
    return f"{shown(text)} may be years, as {why}; write {month} or {span}"
