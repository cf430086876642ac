"""Suggest corrections for wrong dates on the command line, as the option takes them: 60d."""

import re
from datetime import date

from diplo.model.dates.bounds import DAY, RANGE, is_relative, is_window
from diplo.model.dates.corrections import Lead, is_date, lead_to
from diplo.model.dates.corrections.moments import quarter
from diplo.model.dates.edtf import NO_DAY, UNKNOWN, Edtf, parse, set_ends
from diplo.model.dates.lengths import NUMBERS, UNIT, UNITS, Length
from diplo.terminal.shell import quoted
from diplo.terminal.text import fold_space, shown

_BOUND_FORMS = (
    "2021, 2021-08, 2021-08-15, 196X, 1990s, 'summer 2021', 'Q1 2021', 'May 2024', '28 May 2024', "
    "today, 'last year', '2 years ago'"
)
_RANGE_FORMS = f"{_BOUND_FORMS}, or a range: A..B, A.. or ..B"


def refusal(text: str, today: date, option: str) -> ValueError:
    """Return the error for a text that is no bound, with what to write for the option."""
    typed = fold_space(text)
    otherwise = f"write {_RANGE_FORMS if option == RANGE else _BOUND_FORMS}"
    if is_relative(typed.lower()):
        return ValueError(f"{shown(text)} is before the year 0001; {otherwise}")
    expected = "a plain date" if is_date(typed) else "a date"
    return ValueError(lead_for_bound(typed, today, option).refusal(text, expected, otherwise))


def lead_for_bound(text: str, today: date, option: str) -> Lead:
    """Return the lead for a text that is no bound, in forms that the option takes."""
    typed = fold_space(text).removeprefix("=")  # of -s=2021
    bound, is_stretch = _ago(typed)
    if bound and is_window(bound, today):
        whole = f"{bound}..today" if is_stretch and option == RANGE else bound
        return Lead((quoted(whole),))
    if number_and_year := quarter(typed):
        return Lead((quoted("Q{} {}".format(*number_and_year)),))
    near = lead_to(typed)
    forms = (_for_option(parse(form), option) for form in near.forms)
    return near._replace(forms=tuple(filter(None, forms)))


def _for_option(when: Edtf, option: str) -> str:
    """Return an EDTF date as the option takes it, without qualifiers."""
    ends = when.start, when.end
    if when.is_set:
        first, last = set_ends(when.text)
        ends = first or UNKNOWN, last or UNKNOWN
    since, until = ("" if end.precision in NO_DAY else end.text for end in ends)
    if not (when.is_set or when.is_span):
        return since
    if option == RANGE:
        return f"{since}..{until}" if since or until else ""
    if option == DAY:
        return " or ".join(filter(None, dict.fromkeys((since, until))))
    options = (f"--since {since}" if since else "", f"--until {until}" if until else "")
    return " ".join(filter(None, options))


_NUMBERS = {**NUMBERS, "": 1, "seven": 7}
_AGO = re.compile(
    "(?P<past>-|(?:the )?(?:last|past) )?(?:(?P<number>[0-9]{1,6}|[a-z]{1,5}) ?)??"
    f"{UNIT}(?P<ago> ago)?",
)


def _ago(text: str) -> tuple[str, bool]:
    """Return the bound that 60d, "two years ago", "last week" or now may stand for, or nothing.

    The flag says whether the time since then may be meant.
    """
    typed = text.lower()
    if typed in ("now", "tonight", "the present", "present"):
        return "today", False
    match = _AGO.fullmatch(typed)
    if match is None or not (match["past"] or match["number"]):
        return "", False
    stated = match["number"] or ""
    number = int(stated) if stated.isdecimal() else _NUMBERS.get(stated)
    if number is None:
        return "", False
    return f"{Length(number, UNITS[match['unit'][0]]).words} ago", not match["ago"]
