"""What a date that is nearly right leads on to: the EDTF that it may have been meant for.

Only what was refused comes here, and nothing here is imported before that. The rules go by the
form alone; whether the calendar has what they give is for `edtf` to say. The forms are those that
people write in files (EDTF drafts, messydates, spreadsheets, MySQL, Wikidata) and that diplo
itself says dates in.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from diplo.model.dates.english import spelled
from diplo.terminal.text import shown

CALENDAR = "years run from 0001 to 9999, months from 01 to 12, seasons from 21 to 24"
_NOT_KNOWN = "00 is no month or day, and what is not known is left out"
_BEFORE = "years before 0001 cannot be written"
_FOUR = "a year has four digits, from 0001 to 9999"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_LONGEST = 60  # characters of what is looked at
_DECEMBER = 12

_Forms = tuple[str, ...]


class Lead(NamedTuple):
    """The forms that a text may have been meant for, and why it is refused.

    `more` follows the forms. `is_formed` where only the calendar lacks the date; `is_spoken` where
    the forms are said in words too, as day and month had to be told apart.
    """

    forms: _Forms = ()
    why: str = ""
    more: str = ""
    is_formed: bool = False
    is_spoken: bool = False

    def refusal(self, text: str, kind: str, otherwise: str = "") -> str:
        """Say that a text is not of a kind, and what to write: the forms, or otherwise."""
        said = "is not in the calendar" if self.is_formed else f"is not {kind}"
        if len(self.forms) > 1 and not self.more:
            said += " and has two readings"
        why = f": {self.why}" if self.why else ""
        forms = " or ".join(map(_spoken if self.is_spoken else _quoted, self.forms))
        advice = f"write {forms}{self.more}" if forms else otherwise
        return f"{shown(text)} {said}{why}{advice and f'; {advice}'}"


def _quoted(form: str) -> str:
    """Put a set in quotes, which it needs in YAML, JSON and most shells."""
    return f'"{form}"' if form.startswith("[") else form


def _spoken(form: str) -> str:
    """Return a day with its words: "2021-08-15 (15 August 2021)"."""
    year, month, *day = form.split("-")
    return f"{form} ({''.join(f'{int(each)} ' for each in day)}{_MONTHS[int(month) - 1]} {year})"


_SIGNS = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), "’": "'"})  # as word processors have them


def lead(text: str) -> Lead:
    """Return what a text leads on to, which is no EDTF date and has its white space folded."""
    plain = text.translate(_SIGNS).lower()
    if len(plain) > _LONGEST or not plain.isascii():
        return Lead()
    if found := _of_no_calendar(text):
        return found
    if forms := _day_first(plain):
        return Lead(forms, is_spoken=True)
    for rule in (_year_first, _moment, _quarter, _about, _bounded, _range):
        if forms := rule(plain):
            return Lead(forms)
    return Lead(why=next((why for form, why in _HOPELESS if form.fullmatch(plain)), ""))


_HOPELESS = (
    (re.compile(r"(?:.* )?(?:[0-9]+ ?b\.? ?c\.?(?: ?e\.?)?|bce? [0-9]+)|-[0-9-]+"), _BEFORE),
    (re.compile("[+y]?[0-9]{5,}(?:-[0-9]{2}){0,2}"), _FOUR),
    (re.compile(r"[0-9]{1,2}([-/. ])(?:[0-9]{1,2}|[a-z]+)\1'?[0-9]{2}"), _FOUR),
)


# What has the form of EDTF, but no place in the calendar.

_FORM = re.compile(
    "(?P<year>[0-9]{4})(?:-XX(?:-XX)?|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}|XX))?)?"
    "|[0-9]{3}X|[0-9]{2}XX",
)


def _of_no_calendar(text: str) -> Lead | None:
    found = _FORM.fullmatch(text)
    if found is None:
        return None
    year, month, day = found.group("year", "month", "day")
    if (known := _without_zeros(text)) != text:
        return Lead((known,), _NOT_KNOWN, is_formed=True)
    if month and day and (days := _days(year, month)):
        why = f"{_MONTHS[int(month) - 1]} {year} has {days} days"
        return Lead((f"{year}-{month}",), why, ", or the right day", is_formed=True)
    years = _years(year, month) if month and not day else ()
    return Lead(years, CALENDAR, " where years are meant" if years else "", is_formed=True)


def _without_zeros(form: str) -> str:
    """Leave out the month and the day of 1993-00-00, which stand for what is not known."""
    return re.sub("(?:-00)?-00$|-00-XX$", "", form)


def _days(year: str, month: str) -> int:
    """Return the number of days of a month, 0 for what is none."""
    is_month = 1 <= int(month) <= _DECEMBER and int(year)
    return monthrange(int(year), int(month))[1] if is_month else 0


def _years(year: str, last: str) -> _Forms:
    """Return the span of 1990-99."""
    return (f"{year}/{year[:2]}{last}",) if len(last) == len("99") and last > year[2:] else ()


# Moments.

_YEAR_FIRST = re.compile("([0-9]{4})([-/. ])([0-9]{1,2})(?:\\2([0-9]{1,2}))?")
_DAY_FIRST = re.compile("([0-9]{1,2})([-/. ])([0-9]{1,2})\\2([0-9]{4})")
_MONTH_FIRST = re.compile("([0-9]{1,2})[-/. ]([0-9]{4})")
_COMPACT = re.compile("([0-9]{4})([0-9]{2})([0-9]{2})|((?:1[89]|20)[0-9]{2})(0[1-9]|1[0-2])")
_CLOCK = re.compile(
    "(.*[^ t,])(?:t|,? )[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?"
    " ?(?:z|utc|gmt|am|pm|[+-][0-9]{2}:?[0-9]{2})?",
)


def _moment(text: str) -> _Forms:
    """Return the periods that a text may mean, without a sign of doubt."""
    form = text.upper()
    if _FORM.fullmatch(form):
        return (_without_zeros(form),)
    rules = (_month_first, _day_first, _year_first, _compact, _unknown, _at_a_time, _worded)
    return next(filter(None, (rule(text) for rule in rules)), ())


def _year_first(text: str) -> _Forms:
    """Read 2021-8, 2021/08/15; of one number behind a year, the years may be meant: 2001/02."""
    found = _YEAR_FIRST.fullmatch(text)
    if found is None:
        return ()
    year, month, day = found.group(1, 3, 4)
    if day:
        return (_joined(year, month, day),)
    months = (_joined(year, month),) if int(month) <= _DECEMBER else ()
    return (*months, *_years(year, month))


def _day_first(text: str) -> _Forms:
    """Read 15.08.2021, day first, and what has another sign either way."""
    found = _DAY_FIRST.fullmatch(text)
    if found is None:
        return ()
    one, sign, other, year = found.groups()
    day_first, month_first = _joined(year, other, one), _joined(year, one, other)
    if sign == "." and int(other) <= _DECEMBER:
        return (day_first,)
    return tuple(dict.fromkeys((day_first, month_first)))


def _month_first(text: str) -> _Forms:
    found = _MONTH_FIRST.fullmatch(text)
    return (_joined(found[2], found[1]),) if found else ()


def _compact(text: str) -> _Forms:
    found = _COMPACT.fullmatch(text)
    return (_joined(*filter(None, found.groups())),) if found else ()


def _joined(year: str, *parts: str) -> str:
    return _without_zeros("-".join((year, *(part.zfill(2) for part in parts))))


def _at_a_time(text: str) -> _Forms:
    found = _CLOCK.fullmatch(text)
    return _moment(found[1]) if found else ()


_DECADE = re.compile("[0-9]{3}[ux?]|[0-9]{2}(?:[ux]{2}|[?]{2})")
_NO_PART = re.compile("([0-9]{4}(?:-[0-9]{2})?)(?:-(?:uu|xx|[?]{2})){1,2}")
_TEN = re.compile("([0-9]{4})-(?:([01])[ux]|([0-9]{2})-([0-3])[ux])")


def _unknown(text: str) -> _Forms:
    """Read digits that are not known: 199u, 1990-uu-uu (drafts of EDTF), 199?, 1984-1X."""
    if _DECADE.fullmatch(text):
        return (re.sub("[ux?]", "X", text),)
    if found := _NO_PART.fullmatch(text):
        return (found[1],)
    found = _TEN.fullmatch(text)
    if found is None:
        return ()
    year, month, of_month, day = found.groups()
    if month:
        return (_ten(year, int(month), _DECEMBER),)
    days = _days(year, of_month)
    return (_ten(f"{year}-{of_month}", int(day), days),) if int(day) * 10 <= days else ()


def _ten(before: str, digit: int, most: int) -> str:
    """Return the set of months or days whose number begins with a digit."""
    first, last = max(digit * 10, 1), min(digit * 10 + 9, most)
    return f"[{before}-{first:02}..{before}-{last:02}]"


_FILLING = ("of", "the", "in", "on", "during", "year", "years")
_WEEKDAY = re.compile("(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?")
_ERA = ("ad", "ce")
_YEAR = re.compile("[0-9]{4}")
_CENTURY = re.compile("([1-9][0-9]{0,2})(?:st|nd|rd|th) (?:century|cent|c)")
_WINTER = re.compile("winter ([0-9]{4}) (?:[0-9]{2})?([0-9]{2})")


def _worded(text: str) -> _Forms:
    """Read words in another order, or with others among them: 28th of May, 2024; 28-May-2024."""
    given = re.sub("[-.,/ ]+", " ", text.replace("'s", "s")).split()
    words = [word for word in given if word not in _FILLING and not _WEEKDAY.fullmatch(word)]
    if words and _YEAR.fullmatch(words[0]):
        words = words[:0:-1] + words[:1]  # the year last, the day before the month
    said = " ".join(words)
    if form := spelled(said) or _century(said) or _winter(said):
        return (form,)
    return _numbered(words, given)


def _century(said: str) -> str | None:
    found = _CENTURY.fullmatch(said)
    return f"{int(found[1]) - 1:02}XX" if found else None


def _winter(said: str) -> str | None:
    """Return the winter that begins in the first of two years."""
    found = _WINTER.fullmatch(said)
    return f"{found[1]}-24" if found and (int(found[1]) + 1) % 100 == int(found[2]) else None


def _numbered(words: list[str], given: list[str]) -> _Forms:
    """Return the year that is left of "in 2021" or "AD 79"."""
    year = [word for word in words if word not in _ERA]
    if len(year) != 1 or any(map(_WEEKDAY.fullmatch, given)):
        return ()
    is_year = _YEAR.fullmatch(year[0]) or (year != words and re.fullmatch("[0-9]{1,3}", year[0]))
    return (year[0].zfill(4),) if is_year and len(given) > 1 else ()


_QUARTER = re.compile("q([1-4])[-/ ]?((?!0000)[0-9]{4})|((?!0000)[0-9]{4})[-/ ]?q([1-4])")


def quarter(text: str) -> tuple[int, str] | None:
    """Return the number and the year of a quarter, however it is written: Q1 2021, 2021-Q1."""
    found = _QUARTER.fullmatch(text.lower())
    return (int(found[1] or found[4]), found[2] or found[3]) if found else None


def _quarter(text: str) -> _Forms:
    found = quarter(text)
    if found is None:
        return ()
    number, year = found
    return (f"[{year}-{number * 3 - 2:02}..{year}-{number * 3:02}]",)


# About when, and from when to when.

_ABOUT = re.compile(r"(?:circa|about|around|approx(?:imately|\.)?|roughly|ca?\.?|~) ?(.+)")
_PERHAPS = re.compile(r"(?:perhaps|probably|possibly|maybe|\?) ?(.+)")
_SIGNED = re.compile(r"(.+?) ?(?:\(?([?~%])\)?)")


def _about(text: str) -> _Forms:
    """Read c. 1994, ~1994, ?1990."""
    rest, signs = text, set()
    for pattern, sign in ((_ABOUT, "~"), (_PERHAPS, "?"), (_SIGNED, "")):
        if found := pattern.fullmatch(rest):
            rest = found[1]
            signs.add(sign or found[2])
    sign = "%" if len(signs) > 1 else "".join(signs)
    forms = (_year_first(rest) or _moment(rest)) if sign else ()
    return tuple(form.replace("/", f"{sign}/") + sign for form in forms if form[0] != "[")


_BOUNDED = re.compile("(since|from|after|before|until|till|up to|by) (.+)")
_OR = re.compile("(.+?),? (?:or (later|earlier)|onwards?)")


def _bounded(text: str) -> _Forms:
    """Read since 2021 as a span, by 2021 and before 2021 as a set."""
    if found := _BOUNDED.fullmatch(text):
        word, rest = found.groups()
    elif found := _OR.fullmatch(text):
        rest, word = found[1], found[2] or "since"
    else:
        return ()
    end = _one(rest)
    if word in ("before", "after"):
        end = _next(end, -1 if word == "before" else 1)
    if not end:
        return ()
    if word in ("since", "from"):
        return (f"{end}/..",)
    if word in ("later", "after"):
        return (f"[{end}..]",)
    return (f"[..{end}]",) if word in ("by", "before", "earlier") else (f"/{end}",)


def _one(text: str) -> str:
    """Return the period that a text means, nothing where it has several readings or none."""
    forms = _moment(text) or _about(text)
    return forms[0] if len(forms) == 1 and forms[0][0] != "[" else ""


def _next(form: str, step: int) -> str:
    """Return the year, month or day before or after a period, nothing where there is none."""
    if re.fullmatch("[0-9]{2,4}X{0,2}", form):
        year = int(form.replace("X", "0" if step < 0 else "9")) + step
        return f"{year:04}"
    try:
        day = date.fromisoformat(f"{form}-01"[: len("2024-05-28")])
        step *= 1 if len(form) == len("2024-05-28") else 31 if step > 0 else 1
        return (day + timedelta(step)).isoformat()[: len(form)]
    except (ValueError, OverflowError):
        return ""


_NOW = ("now", "open", "present", "the present", "today", "date", "ongoing", "current", "..")
_STARTS = {"unknown": "", "open": "..", "..": ".."}
_ENDS = {"unknown": "", **dict.fromkeys(_NOW, "..")}
_SEPARATORS = (" to ", " until ", " till ", " - ", "/", "-")
_SHORT = re.compile("([0-9]{4})-([0-9]{2})")
_BETWEEN = re.compile("between (.+) and (.+)")


def _range(text: str) -> _Forms:
    """Read 1990-1999 and 2001/now as spans, 1990..1999 and between 1990 and 1999 as sets."""
    if found := _BETWEEN.fullmatch(text):
        return _set(*found.groups())
    if text.count("..") == 1 and "/" not in text:
        return _set(*text.split(".."))
    text = text.removeprefix("from ").removeprefix("in ")
    if (short := _SHORT.fullmatch(text)) and (years := _years(*short.groups())):
        return years
    for separator in _SEPARATORS:
        parts = text.split(separator)
        for place in range(1, len(parts)):
            first, last = separator.join(parts[:place]), separator.join(parts[place:])
            start, end = _start(first, last, _STARTS), _end(last, _ENDS)
            if start is not None and end is not None:
                return (f"{start}/{end}",)
    return ()


def _set(first: str, last: str) -> _Forms:
    first, last = first.strip(), last.strip()
    start = _start(first, last, {"": ""})
    end = _end(last, {"": "", **dict.fromkeys(_NOW, "")})
    return () if start is None or end is None else (f"[{start}..{end}]",)


def _start(text: str, last: str, special: Mapping[str, str]) -> str | None:
    """Return the start of a range, which may lack the year or the month that its end has."""
    shared = last.split(" ")
    ends = (text, *(f"{text} {' '.join(shared[place:])}" for place in range(1, len(shared))))
    return next((end for end in (_end(each, special) for each in ends) if end is not None), None)


def _end(text: str, special: Mapping[str, str]) -> str | None:
    return special[text] if text in special else _one(text) or None


# What is said by today, which only the command line takes.

_NUMBERS = {
    **dict.fromkeys(("", "a", "an", "one"), 1),
    **dict(zip(("two", "three", "four", "five", "six", "seven"), range(2, 8), strict=True)),
}
_AGO = re.compile(
    "(?P<told>-|(?:the )?(?:last|past) )?(?:(?P<number>[0-9]{1,6}|[a-z]{1,5}) ?)??"
    "(?P<unit>d|days?|w|wks?|weeks?|m|mos?|mths?|months?|y|yrs?|years?)(?P<ago> ago)?",
)
_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}


def ago(text: str) -> tuple[str, bool]:
    """Return what is meant by 60d, "two years ago", "last week" and now, or nothing.

    Also return whether the time since then may be meant.
    """
    said = text.lower()
    if said in ("now", "tonight", "the present", "present"):
        return "today", False
    found = _AGO.fullmatch(said)
    if found is None or not (found["told"] or found["number"]):
        return "", False
    stated = found["number"] or ""
    number = int(stated) if stated.isdecimal() else _NUMBERS.get(stated)
    unit = _UNITS[found["unit"][0]]
    if number is None:
        return "", False
    return f"{number} {unit}{'' if number == 1 else 's'} ago", not found["ago"]
