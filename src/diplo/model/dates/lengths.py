"""Read lengths of time, such as 1y or "6 months", and find the days around a date."""

import re
from typing import NamedTuple

from diplo.model.dates.bounds import between
from diplo.model.dates.edtf import END, NO_DAY, Edtf, day
from diplo.model.dates.filing import anchor
from diplo.model.dates.matching import Window, moved
from diplo.terminal.text import fold_space, plural, shown

NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
UNIT = "(?P<unit>d|days?|w|wks?|weeks?|m|mos?|mths?|months?|y|yrs?|years?)"
_LENGTH = re.compile(f"(?P<number>[0-9]{{1,6}}|{'|'.join(NUMBERS)}) ?{UNIT}")
UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}
_FORMS = "1y, 6m, 2w, 90d, '2 years' or 'a month'"


class Length(NamedTuple):
    """A number of days, weeks, months or years."""

    number: int
    unit: str

    @property
    def words(self) -> str:
        """The length as people say it: "1 year", "90 days"."""
        return plural(self.number, self.unit)

    def after(self, day: int) -> int:
        """Return the day this long after another, or before it if the number is negative.

        The result stays within the calendar.
        """
        return moved(day, self.unit, self.number)


def parse_length(text: str) -> Length:
    """Read a length of time: 1y, 6m, 2w, 90d, "2 years", "a month".

    Raises:
        ValueError: it is none; the message says what to write.
    """
    typed = fold_space(text).lower()
    match = _LENGTH.fullmatch(typed)
    if match is None:
        message = f"{shown(text)} is not a length of time; write {_FORMS}"
        if re.fullmatch("[0-9]{1,6}", typed):
            units = " or ".join(f"{typed}{unit}" for unit in UNITS)
            message = f"{shown(text)} has no unit; write {units}"
        raise ValueError(message)
    number = NUMBERS.get(match["number"]) or int(match["number"])
    return Length(number, UNITS[match["unit"][0]])


def stated_days(when: Edtf) -> tuple[int, int] | None:
    """Return the first and the last day that a date states, None if no day of it is known.

    A span whose end is open or unknown is taken to be as long as its start.
    """
    filed = anchor(when)
    if filed is None:
        return None
    ends = when.end.precision not in NO_DAY and when.end.last != END
    return filed.first, when.end.last if ends else filed.last


def window_around(days: tuple[int, int], length: Length) -> Window:
    """Return the window from a length before the first of some days to a length after the last."""
    back = length._replace(number=-length.number)
    last = min(max(length.after(days[1]), length.after(days[1] + 1) - 1), END - 1)
    return between(day(back.after(days[0])), day(last))
