"""Check weekdays beside dates, which add nothing but may contradict them: Mon, 28 May 2024."""

import re
from collections.abc import Sequence
from datetime import date

from diplo.model.dates.corrections.calendars import days_apart
from diplo.model.dates.corrections.moments import WEEKDAY
from diplo.model.dates.to_words import month_in_full

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")
_BEGINNING = 3  # letters; enough to tell weekdays apart


def _named(text: str) -> list[str]:
    """Return the first letters of each weekday in a text."""
    words = re.findall("[a-z]+", text.lower())
    return [word[:_BEGINNING] for word in words if WEEKDAY.fullmatch(word)]


def contradicted(text: str, forms: Sequence[str]) -> str:
    """Return the message on a day's real weekday if the text names another, or nothing.

    The weekday of the same date in the old style is accepted too.
    """
    told = _named(text)
    found = _DAY.fullmatch(forms[0]) if len(told) == len(forms) == 1 else None
    if found is None:
        return ""
    day = date.fromisoformat(found[0])
    if told[0] in (_begun(day.weekday()), _begun(day.weekday() + days_apart(day))):
        return ""
    return f"{day.day} {month_in_full(*found.groups()[:2])} is a {_NAMES[day.weekday()]}"


def _begun(weekday: int) -> str:
    return _NAMES[weekday % len(_NAMES)][:_BEGINNING].lower()
