"""Correct moments: 2021-8, 15.08.2021, 199u, 28-May-2024, Q1 2021, or with a time of day."""

import re
from calendar import monthrange
from datetime import MAXYEAR

from diplo.model.dates.bounds import quarter_ends
from diplo.model.dates.corrections.rule import Forms, rule
from diplo.model.dates.edtf import PERIOD
from diplo.model.dates.from_words import spelled

DECEMBER = 12
DECADE = "(?:[01][0-9]|20)[0-9]"  # of a year whose last digit is not known, not 843?

# Notations, each with its EDTF.
_NOTATIONS = (
    (re.compile("([0-9]{1,2})[-/. ]([0-9]{4})"), r"\2-\1"),  # 8/2021
    (re.compile("([0-9]{4})([0-9]{2})([0-9]{2})(?:t?[0-9]{6}z?)?"), r"\1-\2-\3"),  # 20210815
    (re.compile("((?:1[5-9]|20)[0-9]{2})(0[1-9]|1[0-2])"), r"\1-\2"),  # 202108
    (re.compile("([0-9]{4})m(0?[1-9]|1[0-2])"), r"\1-\2"),  # 2021m8, as of Stata and the IMF
    (re.compile(r"([0-9]{4})\.0*"), r"\1"),  # 1945.0, as spreadsheets have numbers
    (re.compile(rf"([0-9]{{3}})[ux]|({DECADE})[?]"), r"\1\2X"),  # 199u, as in drafts of EDTF
    (re.compile("([0-9]{2})[ux]{2}|([01][0-9]|20)[?]{2}"), r"\1\2XX"),
    (re.compile("(1[0-9]{2}|20[0-9])-"), r"\1X"),  # 197-, as in catalogues
    (re.compile("(1[0-9]|20)--"), r"\1XX"),
    (re.compile("([12])[ux?]{3}"), r"[\g<1>000..\g<1>999]"),
    (re.compile("([0-9]{4}(?:-[0-9]{2})?)(?:-(?:uu|xx|[?]{2})){1,2}"), r"\1"),
    (re.compile(r"([0-9]{4})-\?-\?"), r"\1"),
)
_CLOCK = re.compile(
    "(.*[^ t,])(?:t|,? (?:at )?|,|(?<=[a-z][0-9]{4}):)"  # the last as SAS has it
    "(?:2[0-4]|[01]?[0-9]):[0-5][0-9](?::[0-6][0-9](?:[.,][0-9]{1,9})?)?"
    " ?(?:z|utc|gmt|[ap]m|h|hrs|uhr|[a-z]{1,2}[sd]?t"
    r"|(?:utc|gmt)?[+-][0-9]{1,2}(?::?[0-9]{2})?(?: \([a-z][a-z ]{1,40}\))?)?"
    r"(?: \((?:gmt|utc)(?:[-+][0-9:]{1,5})?\))?",
    re.IGNORECASE,
)


def moment(text: str) -> Forms:
    """Return the periods that a text without a sign of doubt may mean."""
    form = text.upper()
    if PERIOD.fullmatch(form):
        return (form,)
    for notation, edtf in _NOTATIONS:
        if match := notation.fullmatch(text):
            return (_padded(match.expand(edtf)),)
    if match := _OF_WIKIDATA.fullmatch(text):
        return (as_precise(match[1], int(match[2] or TO_A_DAY)),)
    if (day := without_clock(text)) != text:
        return moment(day)
    if (bare := _NO_PART.sub("", text)) != text and (forms := moment(bare)):
        return forms
    return (
        day_first(text)
        or year_first(text)
        or _first_digit_known(text)
        or _roman(text)
        or _in_words(text)
    )


_OF_WIKIDATA = re.compile(
    r"\+([0-9]{4}-[0-9]{2}-[0-9]{2})(?:t00:00:00z)?(?:/([7-9]|1[0-4]))?"  # /9, to a year
)


TO_A_DAY = 11  # as Wikidata numbers precisions; finer ones are above


def as_precise(day: str, precision: int) -> str:
    """Return a day as exact as Wikidata's number says: a day, month, year, decade or century."""
    century = (int(day[:4]) - 1) // 100
    forms = {10: day[:7], 9: day[:4], 8: f"{day[:3]}X", 7: f"{century:02}XX"}
    return forms.get(precision, day)


_TO = " -‐‑‒–—→"  # between two times of day
_HOUR = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T(?:2[0-4]|[01][0-9])Z?| ?(?:Z|UTC|GMT))", re.IGNORECASE
)
_CLOCK_BEFORE = re.compile(
    "(.*[a-z] [0-9]{1,2}) ([0-9:]{5,8}(?: [a-z]{3,4}| [-+][0-9]{4})?) ([0-9]{4})",
    re.IGNORECASE,
)


def without_clock(text: str) -> str:
    """Drop the time of day after a date or before its year, and its time zone.

    A range of hours on one day is dropped too.
    """
    if ":" not in text:
        match = _HOUR.fullmatch(text)
    elif match := _CLOCK_BEFORE.fullmatch(text):  # Tue May 28 10:30:00 2024
        day = f"{match[1]} {match[3]}"
        return day if _CLOCK.fullmatch(f"{day} {match[2]}") else text
    else:
        match = _CLOCK.fullmatch(text)
    if match and (day := match[1].rstrip(_TO)) != match[1]:
        return without_clock(day)
    return match[1] if match else text


@rule(r"([0-9]{4})(?!\.0+$)( - |[-/. ,])([0-9]{1,2})(?:\2([0-9]{1,2}))?")
def year_first(year: str, sign: str, month: str, day: str) -> Forms:
    """Read 2021-8 and 2021/08/15; one number after a year may also be a year: 2001/02.

    After a year and a space, a number may be a footnote: 1990 1. Three years, 2010,11,12, have no
    form.
    """
    if sign == "," and day and [int(month), int(day)] == [int(year[2:]) + 1, int(year[2:]) + 2]:
        return ()
    if day:
        return (_padded(f"{year}-{month}-{day}"),)
    if sign == " " and month[0] != "0":
        return ()
    years = _years(year, sign, month)
    months = (_padded(f"{year}-{month}"),) if int(month) <= DECEMBER else ()
    return (*(map(without_zeros, months) if years else months), *years)


def _years(year: str, sign: str, last: str) -> Forms:
    """Return the span of years that a year and a number may be: 2001/02, 1905–6, 1999/00, 1998–01.

    One digit after a hyphen or slash is a month (2021-8), unless it is the next year (2001-2).
    """
    is_month = sign in ". ," or (sign in "-/" and int(last) != int(year[-1]) + 1)
    if len(last) == 1 and is_month:
        return ()
    return years_of(year, last, _FEW if sign == " - " else 1)


_FEW = 9  # years, across the turn of a century


@rule(r"([0-9]{1,2})(\. |[-/. ])([0-9]{1,2})(?:\2| )([0-9]{4})")
def day_first(first: str, sign: str, second: str, year: str) -> Forms:
    """Read 15.08.2021 with the day first, and dates with other separators either way."""
    readings = (_padded(f"{year}-{second}-{first}"), _padded(f"{year}-{first}-{second}"))
    is_certain = sign[0] == "." and int(second) <= DECEMBER
    return readings[:1] if is_certain else tuple(dict.fromkeys(readings))


def _padded(form: str) -> str:
    """Give the month and the day two digits."""
    return re.sub("-([0-9])(?![0-9])", r"-0\1", form)


def without_zeros(form: str) -> str:
    """Drop the month and day 00 of 1993-00-00, which mean unknown, and a day without a month."""
    return re.sub("(?:-00)?-00$|-00-(?:XX|[0-9]{2})$", "", form)


def days_of(year: str, month: str) -> int:
    """Return the number of days in a month, or 0 if there is no such month."""
    is_month = 1 <= int(month) <= DECEMBER and int(year)
    return monthrange(int(year), int(month))[1] if is_month else 0


def years_of(year: str, last: str, across: int = 0) -> Forms:
    """Return the span of 1990-99 or 1905-6, or of up to `across` years over a turn of century."""
    first, end = int(year), int(year[: -len(last)] + last)
    if len(last) == len("00") and end + 100 - first <= across:
        end += 100
    return (f"{year}/{end:04}",) if first < end <= MAXYEAR else ()


@rule("([0-9]{4})-(?:([01])[ux]|([0-9]{2})-([0-3])[ux])")
def _first_digit_known(year: str, month: str, of_month: str, day: str) -> Forms:
    """Read 1984-1X and 1984-05-2u, months or days of which only the first digit is known."""
    if month:
        return (_set_of_ten(year, int(month), DECEMBER),)
    days = days_of(year, of_month)
    return (_set_of_ten(f"{year}-{of_month}", int(day), days),) if int(day) * 10 <= days else ()


def _set_of_ten(before: str, digit: int, most: int) -> str:
    """Return the set of months or days whose number has this first digit."""
    first, last = max(digit * 10, 1), min(digit * 10 + 9, most)
    return f"[{before}-{first:02}..{before}-{last:02}]"


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@rule(rf"([0-9]{{1,2}})(\. ?|[-/ ])({'|'.join(_ROMAN)})\2([0-9]{{4}})")
def _roman(day: str, _: str, month: str, year: str) -> Forms:
    """Read 28.V.2024, whose month is in Roman numbers."""
    return (f"{year}-{_ROMAN.index(month) + 1:02}-{int(day):02}",)


_FILLING = ("of", "the", "in", "on", "during", "year", "years")
_OPEN = re.compile(r"^ ?[-/]|[-/] ?$|\.\.| on$")
WEEKDAY = re.compile("(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?")
_ERA = ("ad", "ce")
_NO_PART = re.compile(  # AD before or behind a date, or a weekday behind a day, as Org has it
    r"^(?:ad|ce) |(?<=[0-9]) ?(?:ad|ce|\((?:ad|ce)\))$"
    rf"|(?<=^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}) {WEEKDAY.pattern}$"
)
_BESIDE = re.compile("(?<=[0-9])(?=[a-z]{3})|(?<=[a-z]{3})(?=[0-9])")  # 28may2024, as of SAS
_YEAR = re.compile("[0-9]{4}")


def _in_words(text: str) -> Forms:
    """Read words in another order or with filling words: 28th of May, 2024; 28-May-2024.

    A dash or slash at either end, "..", or a last "on" means an open or unknown end: not read here.
    """
    if _OPEN.search(text):
        return ()
    text = text.removeprefix("?? ").replace("'s", "s")  # a day that nobody knows
    tokens = re.sub("[-.,/ ]+", " ", _BESIDE.sub(" ", text)).split()
    words = [word for word in tokens if word not in _FILLING and not WEEKDAY.fullmatch(word)]
    if words and _YEAR.fullmatch(words[0]):
        words = words[:0:-1] + words[:1]  # the year last, the day before the month
    plain = " ".join(words)
    if form := spelled(plain):
        return (form,)
    return _century(plain) or _winter(plain) or _lone_year(words, tokens)


@rule("([1-9][0-9]{0,2})(?:st|nd|rd|th) (?:century|cent|c)")
def _century(number: str) -> Forms:
    return (f"{int(number) - 1:02}XX",)


@rule("winter ([0-9]{4}) (?:[0-9]{2})?([0-9]{2})")
def _winter(year: str, following: str) -> Forms:
    """Return the winter that begins in the first of two years."""
    return (f"{year}-24",) if (int(year) + 1) % 100 == int(following) else ()


def _lone_year(words: list[str], tokens: list[str]) -> Forms:
    """Return the year that remains of "in 2021" or "AD 79"."""
    year = [word for word in words if word not in _ERA]
    if len(year) != 1 or any(map(WEEKDAY.fullmatch, tokens)):
        return ()
    is_year = _YEAR.fullmatch(year[0]) or (year != words and re.fullmatch("[0-9]{1,3}", year[0]))
    return (year[0].zfill(4),) if is_year and len(tokens) > 1 else ()


_QUARTER = re.compile("q([1-4])[-/ ]?((?!0000)[0-9]{4})|((?!0000)[0-9]{4})[-/ ]?q([1-4])")


def quarter(text: str) -> tuple[int, str] | None:
    """Return the number and the year of a quarter, however it is written: Q1 2021, 2021-Q1."""
    match = _QUARTER.fullmatch(text.lower())
    return (int(match[1] or match[4]), match[2] or match[3]) if match else None


def quarter_months(text: str) -> Forms:
    """Read a quarter as the set of its months."""
    number_and_year = quarter(text)
    return ("[{}..{}]".format(*quarter_ends(*number_and_year)),) if number_and_year else ()
