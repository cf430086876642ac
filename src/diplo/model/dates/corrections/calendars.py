"""Correct dates of no calendar, of another or on another weekday: 2021-02-30, 5/18 March 1905."""

import re
from collections.abc import Sequence
from datetime import date

from diplo.model.dates.corrections.lead import Lead, is_date
from diplo.model.dates.corrections.moments import WEEKDAY, days_of, without_zeros, years_of
from diplo.model.dates.corrections.ranges import single_form
from diplo.model.dates.corrections.rule import Forms, rule
from diplo.model.dates.edtf import PERIOD
from diplo.model.dates.to_words import month_in_full

CALENDAR = "years run from 0001 to 9999, months from 01 to 12, seasons from 21 to 24"
NOT_KNOWN = "there is no day or month 00, so leave it out"
YEARS = " where years are meant"

# 5/18 March 1905: one day in both styles, if both are as far apart as the calendars.
_BOTH_STYLES = re.compile(
    "[0-9]{1,2}(?: [a-z]+)? ?/ ?[0-9]{1,2} [a-z]+ [0-9]{4}"
    "|[a-z]+ [0-9]{1,2} ?/ ?[0-9]{1,2},? [0-9]{4}"
)
_OLD_STYLE = re.compile(r"\bo\. ?s\.|\bos\b|old style|julian")
NEW_STYLE = re.compile(r",? \(?(?:n\. ?s\.|ns|new style)\)?$")
_TURNED = "a day in the old style (Julian calendar) is written in the new one"
# Buddhist, Islamic (lunar and solar), Nepalese and Jewish years.
_OTHER_ERA = re.compile(
    r"(?:.*[^0-9])?(?:[0-9]{3,4} ?(?:b\.?[es]|[as]\.?h)\.?|5[0-9]{3} ?a\.?m\.?)"
    r"|(?:b\.?[es]|[as]\.?h|a\.?m)\.? [0-9]{3,4}"
)
# Day 0 of a spreadsheet, in ISO's order and in others, or without its day.
_ZERO = re.compile("1900-(?:01-00|00-01)|0?1/0{1,2}/1900|0{1,2}/0?1/1900|00:00:00")
_OF_A_SHEET = "a spreadsheet shows 0 so, which is not a day"
_LAST_SEASON = "24"
_LAST_OLD = 1923  # Greece was the last state to leave the old style


def _days_apart(day: date) -> int:
    """Return how many days the new style is ahead of the old, or 0 after the last use of it."""
    return day.year // 100 - day.year // 400 - 2 if day.year <= _LAST_OLD else 0


def in_new_style(plain: str, forms: Forms) -> Forms:
    """Return the new-style day of a text like 5/18 March 1905, which looks like a span."""
    return _last_of_both(forms[0]) if _BOTH_STYLES.fullmatch(plain) else ()


@rule(r"([0-9]{1,2} [a-z]+)( [0-9]{4})? ?\(([0-9]{1,2} [a-z]+)( [0-9]{4})?\)( [0-9]{4})?")
def in_both_styles(first: str, own_year: str, last: str, year_between: str, year: str) -> Forms:
    """Return the new-style day of 25 October (7 November) 1917, and the span between both."""
    after = year_between or year or own_year
    span = f"{single_form(first + (own_year or after))}/{single_form(last + after)}"
    new = _last_of_both(span)
    return (*new, span) if new else ()


def _last_of_both(span: str) -> Forms:
    """Return the last day of a span if its ends are as far apart as the calendars."""
    try:
        first, last = map(date.fromisoformat, span.split("/"))
    except ValueError:  # an end is not a day
        return ()
    return (last.isoformat(),) if 0 < (last - first).days == _days_apart(last) else ()


def of_no_calendar(text: str) -> Lead | None:
    """Return the lead for a text that is no day of the Gregorian calendar, None for other texts."""
    if lead := _of_another_calendar(text):
        return lead
    match = PERIOD.fullmatch(text)
    if match is None:
        return None
    year, month, day = match.group("year", "month", "day")
    if (trimmed := without_zeros(text)) != text and month <= _LAST_SEASON:
        years = years_of(year, month, 1) if trimmed == year and not day else ()
        return Lead((trimmed, *years), NOT_KNOWN, is_formed=True)
    if month and day and (days := days_of(year, month)):
        why = f"{month_in_full(year, month)} has {days} days"
        return Lead((f"{year}-{month}",), why, ", or the right day", is_formed=True)
    if month and not day:
        forms = (*_in_year(year, int(month)), *years_of(year, month))
        return Lead(forms, CALENDAR, YEARS, is_formed=True)
    turned = (f"{year}-{day}-{month}",) if month and is_date(f"{year}-{day}-{month}") else ()
    return Lead(turned, CALENDAR, is_formed=True)


# The first of EDTF's numbers for the halves, thirds and quarters of a year, with their months.
_IN_YEAR = ((40, 6), (37, 4), (33, 3))


def _in_year(year: str, number: int) -> Forms:
    """Return the months of a half, third or quarter of a year by its number in EDTF's level 2."""
    for first, length in _IN_YEAR:
        if first <= number < first + 12 // length:
            start = (number - first) * length + 1
            return (f"[{year}-{start:02}..{year}-{start + length - 1:02}]",)
    return ()


def _of_another_calendar(text: str) -> Lead | None:
    """Return the lead for a day of another calendar, or for day 0 of a spreadsheet."""
    if _OLD_STYLE.search(text.lower()):
        return Lead(why=_TURNED)
    if _OTHER_ERA.fullmatch(text.lower()):
        return Lead(why="its year is of another calendar", instead="write the Gregorian one")
    if _ZERO.fullmatch(text):
        return Lead(why=_OF_A_SHEET, instead="leave the cell blank", is_formed=True)
    return None


@rule("([0-9]{4})-(?:xx|uu|[?]{2})-[0-3][0-9]")
def day_of_no_month(year: str) -> Forms:
    """Return the year of 1964-XX-16, whose month is unknown."""
    return (year,)


_LAST_DUAL = "1752-03-25"  # England was the last to begin years in March
_FIRST_MONTHS = ("01", "02", "03")


@rule("(.*[a-z].* )(1[0-7][0-9]{2})/([0-9]{1,2})")
def of_two_years(before: str, year: str, last: str) -> Forms:
    """Return 11 February 1731/2, when years began in March, as a day of the later year."""
    following = str(int(year) + 1)
    form = single_form(f"{before}{following}") if following.endswith(last) else ""
    return (form,) if form < _LAST_DUAL and form[5:7] in _FIRST_MONTHS else ()


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")
_FIRST = 3  # letters; enough to tell weekdays apart


def _weekdays_in(text: str) -> list[str]:
    """Return the first letters of each weekday in a text."""
    words = re.findall("[a-z]+", text.lower())
    return [word[:_FIRST] for word in words if WEEKDAY.fullmatch(word)]


def weekday_message(text: str, forms: Sequence[str]) -> str:
    """Return the message on a day's real weekday if the text names another, or nothing.

    The weekday of the same date in the old style is accepted too.
    """
    weekdays = _weekdays_in(text)
    match = _DAY.fullmatch(forms[0]) if len(weekdays) == len(forms) == 1 else None
    if match is None:
        return ""
    day = date.fromisoformat(match[0])
    if weekdays[0] in (
        _short_weekday(day.weekday()),
        _short_weekday(day.weekday() + _days_apart(day)),
    ):
        return ""
    return f"{day.day} {month_in_full(*match.groups()[:2])} is a {_WEEKDAYS[day.weekday()]}"


def _short_weekday(weekday: int) -> str:
    return _WEEKDAYS[weekday % len(_WEEKDAYS)][:_FIRST].lower()
