"""Correct stretches of time: throughout 2014, H1 2001, late 1994, May and June 2014, 1994ff."""

import re
from collections.abc import Sequence

from diplo.model.dates.corrections.lead import is_date
from diplo.model.dates.corrections.moments import days_of
from diplo.model.dates.corrections.ranges import opening, range_of, single_form
from diplo.model.dates.corrections.rule import Forms, rule


def throughout(text: str) -> Forms:
    """Read throughout 2014 as the span from its first month to its last."""
    rest = text.removeprefix("throughout ")
    if rest == text:
        return ()
    if spans := [form for form in range_of(rest) if "/" in form]:
        return (*spans,)
    form = single_form(rest)
    if "X" in form:
        return (f"{form.replace('X', '0')}/{form.replace('X', '9')}",)
    if re.fullmatch("[0-9]{4}", form):
        return (f"{form}-01/{form}-12",)
    if match := re.fullmatch("([0-9]{4})-(0[1-9]|1[0-2])", form):
        return (f"{form}-01/{form}-{days_of(*match.groups())}",)
    return ()


@rule(
    "(?:(?:h([12])|([12])h)[- ]?|(?:the )?(?:(first|1st)|second|2nd) half of (?:the )?)"
    "(?:([0-9]{4})|([0-9]{3})0s)"
)
def half(after_h: str, before_h: str, word: str, year: str, decade: str) -> Forms:
    """Read half a year as the set of its months, or half a decade as the set of its years."""
    is_first = word or "1" in (after_h, before_h)
    if decade:
        return (f"[{decade}0..{decade}4]" if is_first else f"[{decade}5..{decade}9]",)
    return (f"[{year}-01..{year}-06]" if is_first else f"[{year}-07..{year}-12]",)


@rule("([0-9]{4})[- ]?(h[12])")
def half_behind(year: str, number: str) -> Forms:
    """Read half a year whose number stands last: 2014-H1."""
    return half(f"{number} {year}")


@rule(
    "(?:(?:in|at) )?(?:the )?"
    "(?:(early|beginning|start)|(mid|middle)|late|end)(?: of)?[- ](?:the )?(.+)"
)
def vague(early: str, mid: str, period: str) -> Forms:
    """Return the period of late 1994, and the third of it that the word may stand for."""
    form = single_form(period)
    thirds = _thirds(form)
    if not thirds:
        return (form,) if form else ()
    if early:
        first, last = thirds[0]
    elif mid:
        first, last = thirds[1]
    else:
        first, last = thirds[2]
    return (form, f"[{first}..{last}]")


def _thirds(form: str) -> Sequence[Sequence[str]]:
    """Return the first and last year, month or day of each third of a decade, year or month."""
    month = re.fullmatch("([0-9]{4})-(0[1-9]|1[0-2])", form)
    if re.fullmatch("[0-9]{3}X", form):
        before, ends = form[:-1], ("0 3", "4 6", "7 9")
    elif re.fullmatch("[0-9]{4}", form):
        before, ends = f"{form}-", ("01 04", "05 08", "09 12")
    elif month:
        before, ends = f"{form}-", ("01 10", "11 20", f"21 {days_of(*month.groups())}")
    else:
        return []
    return [[before + end for end in third.split()] for third in ends]


@rule(r"(.*[0-9]) ?(\+|ff\.?)")
def going_on(text: str, sign: str) -> Forms:
    """Return both readings of dates that may be ongoing: 2014+, 1994ff."""
    since = single_form(text)
    second = f"[{since}..]" if sign == "+" else f"{since}/"
    return (f"{since}/..", second) if since and since[-1] not in "?~%" else ()


@rule(r"([0-9]{4})(?:(-[0-9]{2})-[?]|[?]{2})")
def unknown(year: str, month: str) -> Forms:
    """Return both readings of dates that may end in what is unknown: 2014-05-?, 2014??."""
    return (f"{year}{month}", f"{year}{month}/") if month else (f"{year}?", year)


@rule("([^&]+)(?: and | ?& ?)([^&]+)")
def two_dates(start: str, end: str) -> Forms:
    """Return the span of two dates, the first of which may lack the other's month or year."""
    first, last = opening(start, end, {}), single_form(end)
    span = f"{first}/{last}"
    return (span,) if last and is_date(span) else ()


@rule(r"\[(.+,.+)\]|\{(.+)\}")
def in_list(bracketed: str, braced: str) -> Forms:
    """Return the set from the first to the last date of an EDTF list in brackets."""
    dates = [single_form(part.strip()) for part in re.split(r",|\.\.", bracketed or braced)]
    return (f"[{dates[0]}..{dates[-1]}]",) if len(dates) > 1 and all(dates) else ()
