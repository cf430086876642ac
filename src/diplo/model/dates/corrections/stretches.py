"""Correct stretches of time: throughout 2014, H1 2001, May and June 2014, 1994ff."""

import re

from diplo.model.dates.corrections.moments import Forms, days_of
from diplo.model.dates.corrections.ranges import opening, range_of, single


def throughout(text: str) -> Forms:
    """Read throughout 2014 as the span from its first month to its last."""
    rest = text.removeprefix("throughout ")
    if rest == text:
        return ()
    if spans := [form for form in range_of(rest) if "/" in form]:
        return (*spans,)
    form = single(rest)
    if "X" in form:
        return (f"{form.replace('X', '0')}/{form.replace('X', '9')}",)
    if re.fullmatch("[0-9]{4}", form):
        return (f"{form}-01/{form}-12",)
    if found := re.fullmatch("([0-9]{4})-(0[1-9]|1[0-2])", form):
        return (f"{form}-01/{form}-{days_of(*found.groups())}",)
    return ()


_HALF = re.compile(
    "(?:(?:h([12])|([12])h)[- ]?|(?:the )?(?:(first|1st)|second|2nd) half of (?:the )?)"
    "([0-9]{3})(?:([0-9])|0s)|([0-9]{3})([0-9])[- ]?h([12])"
)


def half(text: str) -> Forms:
    """Read half a year as the set of its months, or half a decade as the set of its years."""
    found = _HALF.fullmatch(text)
    if found is None:
        return ()
    one, other, first, before, digit, *turned = found.groups()
    is_first = first is not None or "1" in (one, other, turned[-1])
    if before and digit is None:
        return (f"[{before}0..{before}4]" if is_first else f"[{before}5..{before}9]",)
    year = f"{before}{digit}" if before else "".join(turned[:2])
    return (f"[{year}-01..{year}-06]" if is_first else f"[{year}-07..{year}-12]",)


_GOING_ON = re.compile(r"(.*[0-9]) ?(\+|ff\.?)")
_NOT_KNOWN = re.compile(r"([0-9]{4})(?:(-[0-9]{2})-[?]|[?]{2})")


def unsure(text: str) -> Forms:
    """Return both readings of dates that may be ongoing (2014+, 1994ff) or unknown (2014-05-?)."""
    if found := _GOING_ON.fullmatch(text):
        since = single(found[1])
        other = f"[{since}..]" if found[2] == "+" else f"{since}/"
        return (f"{since}/..", other) if since and since[-1] not in "?~%" else ()
    if found := _NOT_KNOWN.fullmatch(text):
        year, month = found.groups()
        return (f"{year}{month}", f"{year}{month}/") if month else (f"{year}?", year)
    return ()


_AND = re.compile("(?!between )([^&]+)(?: and | ?& ?)([^&]+)")


def both(text: str) -> Forms:
    """Return the span of two dates, the first of which may lack the other's month or year."""
    found = _AND.fullmatch(text)
    if found is None:
        return ()
    first, last = opening(found[1], found[2], {}), single(found[2])
    return (f"{first}/{last}",) if first and last else ()


_LISTED = re.compile(r"\[([^][,]+,[^][]+)\]|\{([^{}]+)\}")


def among(text: str) -> Forms:
    """Return the set from the first to the last date of an EDTF list in brackets."""
    found = _LISTED.fullmatch(text)
    parts = re.split(r",|\.\.", found[1] or found[2]) if found else []
    dates = [single(each.strip()) for each in parts]
    return (f"[{dates[0]}..{dates[-1]}]",) if len(dates) > 1 and all(dates) else ()
