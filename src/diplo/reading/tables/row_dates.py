"""Read a date in several cells: a year, a month and a day, or a time and its precision."""

import functools
import re

from diplo.model.dates.corrections import is_date
from diplo.model.dates.corrections.moments import DECEMBER, TO_A_DAY, as_precise, days_of
from diplo.model.dates.corrections.other_languages import IN_ENGLISH, in_english
from diplo.model.dates.from_words import spelled
from diplo.model.dates.to_words import month_in_full
from diplo.reading.tables import inline_yaml, unread_words
from diplo.reading.tables.cell_dates import CellDate, bare, date, ending, last_of, unfilled
from diplo.reading.tables.cells import MANY, number
from diplo.terminal.text import fold, shown

GUESS = "guess"


@functools.lru_cache(MANY)
def of_parts(year: str, month: str, day: str) -> CellDate:
    """Join the cells of a year, a month and a day; blank ones leave less precision."""
    whole, others = date(year), (_part(month), _part(day))
    if whole.wrong or not (whole.value and any(others)):
        return whole
    for part, (text, what) in enumerate(zip(others, ("month", "day"), strict=True), 1):
        if message := unfilled(text, what, '"10"'):
            return CellDate(wrong=message, part=part)
    is_year = _YEAR.fullmatch(whole.value)
    if is_year and (form := _joined(whole.value, *others)):
        return CellDate(form)
    written = ", ".join(map(shown, [year, month, *([day] if others[1] else [])]))
    part, advice = _wrong(whole.value, *others) if is_year else (0, _NO_PARTS)
    if codes := unread_words.codes((month, day), is_part=True):
        advice = f"; {codes}"
    return CellDate(wrong=f"{written} do not make a date{advice}", part=part)


_NO_PARTS = "; a month is a number up to 12 or its name, and a day is one of a month"
_NO_MONTH = ": there is a day but no month; write the month, or leave the day blank"
_NO_YEAR = " but no year; write the year, or leave the month blank"


def _wrong(year: str, month: str, day: str) -> tuple[int, str]:
    """Return the index of the part of a date that is wrong, and why."""
    number = _month(month)
    if not month:
        return 1, _NO_MONTH
    if not is_date(f"{year}-{number}"):
        return 1, _in_english(month) or _NO_PARTS
    days = days_of(year, number)
    if not (days and _DAY.fullmatch(day)):  # a day of a season, or no number
        return 2, _NO_PARTS
    in_words = month_in_full(year, number)
    return 2, f": {in_words} has {days} days; write the right one, or leave it blank"


def _in_english(month: str) -> str:
    """Say that a month in another language is not read, and what a map can say; else nothing."""
    if not unread_words.is_abroad(month.lower().rstrip(".")) or re.search("[0-9]", month):
        return ""
    values = inline_yaml.values("month", month, month_abroad(month) or None)
    return f"; {IN_ENGLISH}, or a map (--map) can say what it means: {values}"


def month_abroad(month: str) -> str:
    """Return the number of a month in another language, empty if it is not known."""
    return _month(in_english(fold(month)))


def is_unread_month(month: str) -> bool:
    """Say whether a text is a word in place of a month, and no month or season in English."""
    word = _part(month)
    is_word = _WORD.fullmatch(word) and not _QUARTER.fullmatch(word)
    return bool(is_word) and not _month(word)


_WORD = re.compile(r"[^\W\d_]{3,}\.?")
_YEAR = re.compile("[0-9]{4}")
_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|\.)?", re.IGNORECASE)
_MONTH = re.compile(r"([0-9]{1,2})?(?: ?[-–. ] ?)?([a-z]+)?\.?", re.IGNORECASE)
_QUARTER = re.compile("q[1-4]", re.IGNORECASE)


def _part(text: str) -> str:
    """Return the text of a part, a whole number without its point; empty if it is blank."""
    return "" if date(text) == CellDate() else number(bare(text))


def _joined(year: str, month: str, day: str) -> str:
    """Return a year, a month and a day as EDTF; empty if they do not make a date."""
    if _QUARTER.fullmatch(month) and not day:
        return date(f"{month} {year}").value
    match = _DAY.fullmatch(day)
    form = "-".join([year, _month(month), *([match[1].zfill(2)] if match else [])])
    return form if is_date(form) and (match or not day) else ""


def _month(text: str) -> str:
    """Return the number of a month or season, given by number, name, or both: 05 - May."""
    match = _MONTH.fullmatch(text)
    if match is None:
        return ""
    number, name = match.groups()
    if name is None:
        return number.zfill(2) if number and int(number) <= DECEMBER else ""
    season = (spelled(f"{name.lower()} 2000") or "")[-2:]
    return season if number is None or season == number.zfill(2) else ""


def end_of_parts(year: str, month: str, day: str) -> CellDate:
    """Join the parts of a span's end; the cell of the year may say that it is open or unknown."""
    if not _part(year) and is_date(f"2000-{_month(_part(month))}"):
        return CellDate(wrong=f"the end has {shown(month)}{_NO_YEAR}")
    has_more = _part(month) or _part(day)
    return (None if has_more else ending(year)) or last_of(of_parts(year, month, day))


_NAMED = {"day": TO_A_DAY, "month": 10, "year": 9, "decade": 8, "century": 7}
PRECISIONS = {str(number): number for number in range(7, 15)} | _NAMED
_PLAIN = re.compile("[0-9]{4}(?:-[0-9]{2}){0,2}")  # a date that may be made less precise
# Wikidata's answer for a time that exists but is unknown: a blank node.
_SOME = re.compile(r"t[0-9]+|_:\S+|https?://\S+/\.well-known/genid/\S+")
_BEFORE = re.compile("(?:-[0-9]{4,}|0000)-[0-9]{2}-[0-9]{2}T")
_AFTER = "leave it out (in a query of Wikidata: FILTER(YEAR(?date) > 0))"
_MIDNIGHT = re.compile(r"\+?([0-9]{4}-01-01)(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?")


@functools.lru_cache(MANY)
def timed(time: str, precision: str, order: str | None = None) -> CellDate:
    """Read a time to a precision, which is a number of Wikidata's, a name, or to be guessed."""
    text = _stripped(time).removeprefix("+")
    if _BEFORE.match(text):
        return CellDate(wrong=f"{shown(time)} is before the year 0001, where dates begin; {_AFTER}")
    if precision == GUESS:
        match = _MIDNIGHT.fullmatch(text)
        return CellDate(match[1][:4]) if match else date(text, order)
    exact = PRECISIONS.get(number(precision).lower()) if precision else TO_A_DAY
    if exact is None:
        known = "day (11), month (10), year (9), decade (8), century (7)"
        return CellDate(wrong=f"{shown(precision)} is not a precision; use {known}")
    if exact <= _NAMED["month"]:  # parts beyond the precision may be 00
        text = re.sub("^([0-9]{4}-(?!00)[0-9]{2})-00", r"\1-01", text)
    if exact < _NAMED["month"]:
        text = re.sub("^([0-9]{4})-00-00", r"\1-01-01", text)
    result = date(text, order)
    if exact >= TO_A_DAY or not (result.value and _PLAIN.fullmatch(result.value)):
        return result
    return CellDate(as_precise(result.value, exact))


def end_timed(time: str, precision: str, order: str | None = None) -> CellDate:
    """Read the time at which a span ends, which may be open or unknown."""
    text = _stripped(time)
    return ending(text) or last_of(timed(text, precision, order))


def _stripped(time: str) -> str:
    """Return a time without white space around it, "unknown" for Wikidata's unknown values."""
    text = time.strip()
    return "unknown" if _SOME.fullmatch(text) else text
