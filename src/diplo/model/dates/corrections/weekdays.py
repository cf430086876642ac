"""Weekdays beside dates, which tell nothing but may contradict: Mon, 28 May 2024."""

import re
from collections.abc import Sequence
from datetime import date

from diplo.model.dates.corrections.calendars import days_apart
from diplo.model.dates.corrections.moments import WEEKDAY
from diplo.model.dates.to_words import month_in_full

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")
_BEGINNING = 3  # letters, which tell weekdays apart


def _named(text: str) -> list[str]:
    """Return the weekdays in a text by how they begin."""
    words = re.findall("[a-z]+", text.lower())
    return [word[:_BEGINNING] for word in words if WEEKDAY.fullmatch(word)]


def contradicted(text: str, forms: Sequence[str]) -> str:
    """Say which weekday a day is that a text may mean, nothing where it has no other.

    A day in the old style has its own.
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
