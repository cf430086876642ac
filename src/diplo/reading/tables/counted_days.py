"""Numbers that stand for days: counts of days, as in spreadsheets, or seconds of Unix time."""

import re
from collections.abc import Iterable, Mapping

from diplo.model import dates
from diplo.model.dates import NEVER
from diplo.model.dates.corrections import is_date
from diplo.reading.tables.asides import words
from diplo.reading.tables.cells import number

_OF_DAYS = re.compile(r"date|\bdays?\b|\btime\b")
_FEW_DIGITS = re.compile("-?[0-9]{1,5}|7[0-9]{5}")  # but no 202405, which is a month
LAST_YEAR, _LONG = 2100, 10_000
_FEW = 20  # one number in so many, or fewer, is a slip of a year
_NO_YEARS = (9999, 99999)  # stand for unknown values
_NINES = re.compile(r"-?9+(?:\..*)?")  # stand for unknown values
_LATE = re.compile("[2-9][0-9]{3}")
_SERIAL = re.compile(r"[1-9][0-9]{3}|[1-9][0-9]{4}(?:\.[0-9]+)?")
_SOON = dates.parse("2030").start.first  # a count of another program beyond it is not meant
# By how programs count days: the day from which they do, and the first that is not meant.
_COUNTS = {
    "as a spreadsheet counts days it is": (dates.parse("1899-12-30").start.first, NEVER),
    "as R": (dates.parse("1970-01-01").start.first, _SOON),
    "as Stata and SAS": (dates.parse("1960-01-01").start.first, _SOON),
}
# A day and a time in one number: 202405281030 (with seconds, it is read as a date at once).
_STAMP = re.compile(
    "((?:18|19|20)[0-9]{2}|2100)(0[1-9]|1[0-2])([0-3][0-9])(?:[01][0-9]|2[0-3])[0-5][0-9]"
)
# Unix time in seconds, then in milliseconds.
_SECONDS = re.compile(r"(1[0-9]{9}|[1-9][0-9]{8}|-[1-9][0-9]{8,9})(?:\.[0-9]+)?")
_THOUSANDTHS = re.compile("(1[0-9]{12}|[1-9][0-9]{11}|-(?:1[0-9]{13}|[1-9][0-9]{10,12}))")
_FIRST_SECOND = dates.parse("1970-01-01").start.first
_SECONDS_A_DAY = 86_400


def are_counted(header: str, texts: Iterable[str]) -> bool:
    """Say whether a column of dates has numbers that cannot all be years, though some could."""
    written = {number(text) for text in texts} - {"", *map(str, _NO_YEARS)}
    if not (
        written and _OF_DAYS.search(words(header)) and all(map(_FEW_DIGITS.fullmatch, written))
    ):
        return False
    numbers = [*map(int, written)]
    late = sum(each > LAST_YEAR for each in numbers)
    return late * _FEW > len(numbers) and min(map(abs, numbers)) < _LONG


def is_late(text: str) -> bool:
    """Say whether a year is so late that it is likely a slip, or a count of days."""
    return _LATE.fullmatch(text) is not None and int(text) > LAST_YEAR


def counted(text: str) -> str:
    """Say which days a number may stand for, by how they are counted; empty if there are none."""
    by_program = days(text)
    listed = ", ".join(f"{program} {day}" for program, day in by_program.items())
    if not listed:
        return ""
    return f"{listed}: write {'that' if len(by_program) == 1 else 'the one that is meant'}"


def days(text: str) -> Mapping[str, str]:
    """Return the days that a number may stand for, keyed by how they are counted."""
    if _NINES.fullmatch(text):
        return {}
    if _SERIAL.fullmatch(text):
        counts = {
            program: first + int(text.partition(".")[0]) for program, (first, _) in _COUNTS.items()
        }
        return {
            program: dates.day(day).text
            for program, day in counts.items()
            if day < _COUNTS[program][1]
        }
    if (match := _STAMP.fullmatch(text)) and is_date(day := "-".join(match.groups())):
        return {"as a day and a time it is": day}
    for form, parts in ((_SECONDS, 1), (_THOUSANDTHS, 1000)):
        if match := form.fullmatch(text):
            since = _FIRST_SECOND + int(match[1]) // (_SECONDS_A_DAY * parts)
            return {"as Unix time it is": dates.day(since).text}
    return {}
