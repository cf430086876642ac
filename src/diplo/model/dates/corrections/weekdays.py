"""Weekdays beside dates, which tell nothing but may contradict: Mon, 28 May 2024."""

import re
from collections.abc import Sequence
from datetime import date

from diplo.model.dates.to_words import month_in_full

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY = re.compile("(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?")
_DAY = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")
_BEGINNING = 3  # letters, which tell weekdays apart


def _named(text: str) -> list[str]:
    """Return the weekdays in a text by how they begin."""
    words = re.findall("[a-z]+", text.lower())
    return [word[:_BEGINNING] for word in words if WEEKDAY.fullmatch(word)]


def contradicted(text: str, forms: Sequence[str]) -> str:
    """Say which weekday a day is that a text may mean, nothing where it has no other."""
    told = _named(text)
    found = _DAY.fullmatch(forms[0]) if len(told) == len(forms) == 1 else None
    if found is None:
        return ""
    name = _NAMES[date.fromisoformat(found[0]).weekday()]
    year, month, day = found.groups()
    is_other = told[0] != name[:_BEGINNING].lower()
    return f"{int(day)} {month_in_full(year, month)} is a {name}" if is_other else ""
