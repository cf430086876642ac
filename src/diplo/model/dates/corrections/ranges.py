"""Correct qualified dates, bounds and ranges: c. 1994, since 2021, 1990-1999, 2001/now."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from diplo.model.dates.corrections.moments import (
    DECADE,
    moment,
    without_zeros,
    year_first,
    years_of,
)
from diplo.model.dates.corrections.rule import Forms, rule
from diplo.model.dates.from_words import month

_ABOUT = re.compile(
    r"(?:on or )?(?:circa|about|around|approx(?:imately|\.)?|roughly|ca?\.?|~) ?(.+)"
)
_THEREABOUTS = re.compile(
    r"(.+?)(?:,? \(?(?:approx(?:imately|\.)?|circa|ca\.?|estimated)\)?| \((?:c\.?|est\.)\))"
)
_PERHAPS = re.compile(r"(?:perhaps|probably|possibly|maybe|\?) ?(.+)")
_DOUBTED = re.compile(r"(.+?) \((?:date )?(?:uncertain|unsure|doubtful)\)")
_SIGNED = re.compile(rf"(?!{DECADE}[?]$)(.+?) ?(?:\(?([?~%])\)?)")
_OF_DOUBT = ((_ABOUT, "~"), (_THEREABOUTS, "~"), (_PERHAPS, "?"), (_DOUBTED, "?"), (_SIGNED, ""))


def about(text: str) -> Forms:
    """Read c. 1994, ~1994, ?1990."""
    rest, signs = text, set()
    for pattern, sign in _OF_DOUBT:
        if match := pattern.fullmatch(rest):
            rest = match[1]
            signs.add(sign or match[2])
    sign = "%" if len(signs) > 1 else "".join(signs)
    forms = year_first(rest) or moment(rest)
    return tuple(form.replace("/", f"{sign}/") + sign for form in forms)


_BOUNDED = re.compile(
    "((?:since|from|after|before|until|till|up to|by|prior to|on or (?:before|after)"
    "|not? (?:later|earlier) than|not (?:before|after))(?= )|[<>]=?|(?:pre|post)(?=[- ]))[- ]?(.+)"
)
_BOUNDS = {
    **dict.fromkeys(("since", "from"), "{}/.."),
    **dict.fromkeys(("until", "till", "up to"), "/{}"),
    **dict.fromkeys(("after", "later", "on or after", "not before"), "[{}..]"),
    **dict.fromkeys(("no earlier than", "not earlier than"), "[{}..]"),
    **dict.fromkeys(("by", "before", "earlier", "prior to", "on or before"), "[..{}]"),
    **dict.fromkeys(("not after", "no later than", "not later than"), "[..{}]"),
    **dict.fromkeys(("<", "<=", "pre"), "[..{}]"),
    **dict.fromkeys((">", ">=", "post"), "[{}..]"),
}
# How many periods the bound lies from the period named.
_STEPS = {**dict.fromkeys(("before", "prior to", "<", "pre"), -1), "after": 1, ">": 1, "post": 1}
_OR = re.compile("(.+?),? (?:or (later|earlier)|on(?:wards?)?)")


def bounded(text: str) -> Forms:
    """Read since 2021 as a span, by 2021, before 2021, <2021 and pre-2021 as a set."""
    if match := _OR.fullmatch(text):
        rest, word = re.sub("^(?:from|since) ", "", match[1]), match[2] or "since"
    elif match := _BOUNDED.fullmatch(text):
        word, rest = match.groups()
    else:
        return ()
    end = single_form(rest)
    if word in _STEPS:
        end = _next(end, _STEPS[word])
    is_sure = end[-1:] not in "?~%" or _BOUNDS[word][0] != "["
    return (_BOUNDS[word].format(end),) if end and is_sure else ()


def single_form(text: str) -> str:
    """Return the EDTF form that a text means, or nothing if it has several readings or none."""
    forms = moment(text) or about(text)
    return forms[0] if len(forms) == 1 else ""


def _next(form: str, step: int) -> str:
    """Return the year, month or day before or after a period, or nothing if there is none.

    The zeros of 1993-00-00 are kept, for a message about them.
    """
    trimmed = without_zeros(form)
    if trimmed != form:
        neighbour = _next(trimmed, step)
        return f"{neighbour}{form[len(trimmed) :]}" if neighbour else ""
    if re.fullmatch("[0-9]{2,4}X{0,2}", form):
        year = int(form.replace("X", "0" if step < 0 else "9")) + step
        return f"{year:04}"
    try:
        day = date.fromisoformat(f"{form}-01"[: len("2024-05-28")])
        is_month = len(form) < len("2024-05-28")
        days = 31 if is_month and step > 0 else step
        return (day + timedelta(days)).isoformat()[: len(form)]
    except (ValueError, OverflowError):
        return ""


@rule("(.+) or (.+)")
def either(first: str, last: str) -> Forms:
    """Read alternatives that are neighbours, 1990 or 1991, May or June 1994, as a set."""
    start, end = opening(first, last, {}) or "", single_form(last)
    return (f"[{start}..{end}]",) if start and _next(start, 1) == end else ()


def unsure_bound(text: str) -> str:
    """Return the set, with YEAR for its bound, of a bound that is approximate: before c. 1850."""
    match = _BOUNDED.fullmatch(text)
    if match is None or moment(match[2]) or not about(match[2]):
        return ""
    form = _BOUNDS[match[1]]
    return form.format("YEAR") if form[0] == "[" else ""


NOW = (
    *("now", "open", "present", "the present", "today", "date", "ongoing", "current", ".."),
    *("present day", "the present day", "incumbent"),
)
_NOT_KNOWN = dict.fromkeys(("", "unknown", "not known", "?"), "")
_STARTS = {**_NOT_KNOWN, "open": "..", "..": ".."}
_ENDS = {**_NOT_KNOWN, **dict.fromkeys(NOW, "..")}
_ENDS_OF = {"-": {**_ENDS, "": ".."}}  # 2021- is ongoing, but 2021/ is EDTF: an unknown end
_SEPARATORS = (" to ", " until ", " till ", " through ", " - ", "/", "-")
_SHORT = re.compile("([0-9]{4})(?:-| - )([0-9]{2})")
_DAYS = re.compile("([a-z]+) ([0-9]{1,2})(?: ?[-/] ?| to )([0-9]{1,2}),? ([0-9]{4})")
_MONTHS = re.compile(r"([0-9]{4}),? ([a-z]+)\.? ?- ?([a-z]+)\.?")  # 1906 Jan-Mar, as of archives
# 1982--1983, as of BibTeX, and 1996_2000.
_YEARS_APART = re.compile(
    "(?:(?<=[0-9]{4})|(?<=-[0-9]{2}))--(?=[0-9]{4})|(?<=^[0-9]{4})_(?=[0-9]{4}$)"
)
_TO = re.compile(" (?:al?|au|bis|til) ")  # in other languages
_BETWEEN = re.compile("between (.+) and (.+)")
_NO_RANGE = re.compile(  # years before 0001, days not known, 5 May/6 1905
    r"-[-0-9tz:]+|[0-9]{4}-[0-9]{2}-\?|.*[a-z].*(?:[-/]| to| until| till) ?[0-9]{1,2} [0-9]{4}"
)


@rule("([0-9]{4}-)([0-9]{2}-)([0-9]{2})(?:/| ?- ?)([0-9]{2}-)?([0-9]{2})")
def few_days(year: str, month: str, day: str, last_month: str, last_day: str) -> Forms:
    """Read the spans of days 2024-05-28/29 and 2024-12-28/01-02, which ends in 2025."""
    if not last_month and last_day <= day:
        return ()
    ends = (
        year
        if f"{last_month or month}{last_day}" >= f"{month}{day}"
        else f"{int(year[:4]) + 1:04}-"
    )
    return (f"{year}{month}{day}/{ends}{last_month or month}{last_day}",)


def range_of(text: str) -> Forms:
    """Read 1990-1999 and 2001/now as spans, 1990..1999 and between 1990 and 1999 as sets."""
    if match := _BETWEEN.fullmatch(text):
        return _set(*match.groups())
    if text.count("..") == 1 and "/" not in text:
        return _set(*text.split(".."))
    text = _TO.sub(" to ", text.removeprefix("from ").removeprefix("in "))
    text = _YEARS_APART.sub("-", text)
    if match := _DAYS.fullmatch(text):
        text = match.expand(r"\2-\3 \1 \4")
    elif match := _MONTHS.fullmatch(text):
        text = _months(*match.groups()) or text
    if _NO_RANGE.fullmatch(text):
        return ()
    if (short := _SHORT.fullmatch(text)) and (years := years_of(short[1], short[2])):
        return years
    for separator in _SEPARATORS:
        parts = text.split(separator)
        for place in range(1, len(parts)):
            first = separator.join(parts[:place]).strip()
            last = separator.join(parts[place:]).strip()
            start = opening(first, last, _STARTS)
            end = _end(last, _ENDS_OF.get(separator, _ENDS))
            if start is not None and end is not None and (first or last):
                return (f"{start}/{end}",)
    return ()


def _months(year: str, first: str, last: str) -> str:
    """Return months behind their year as others are read; nothing unless both are months.

    A month that is earlier than the first is of the next year.
    """
    start, end = month(first), month(last)
    if not (start and end):
        return ""
    last_year = int(year) if end >= start else int(year) + 1
    return f"{first} {year} - {last} {last_year:04}"


def _set(first: str, last: str) -> Forms:
    first, last = first.strip(), last.strip()
    start = opening(first, last, {"": ""})
    end = _end(last, {"": "", **dict.fromkeys(NOW, "")})
    return () if start is None or end is None else (f"[{start}..{end}]",)


def opening(text: str, last: str, special: Mapping[str, str]) -> str | None:
    """Read the start of a range, which may lack the year or the month that its end has."""
    shared = last.split()
    texts = (text, *(f"{text} {' '.join(shared[place:])}" for place in range(1, len(shared))))
    starts = (_end(candidate, special) for candidate in texts)
    return next((start for start in starts if start is not None), None)


def _end(text: str, special: Mapping[str, str]) -> str | None:
    return special[text] if text in special else single_form(text) or None
