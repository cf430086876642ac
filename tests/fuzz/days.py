"""Dates of every kind in a small calendar, with the days that they mean, counted by hand."""

from datetime import date
from random import Random
from typing import NamedTuple

YEARS = (2002, 2003)  # of the small calendar
FIRST, LAST = date(YEARS[0], 1, 1).toordinal(), date(YEARS[-1], 12, 31).toordinal()
BEFORE, BEYOND = 0, date.max.toordinal() + 1  # all days
_MONTHS = {"month": 1, "season": 3, "year": 12, "decade": 120, "century": 1200}


class Days(NamedTuple):
    """An end of a date as it is written: the days as stated, and with those near it."""

    text: str
    first: int
    last: int
    near_first: int
    near_last: int

    @property
    def doubted(self) -> bool:
        """Whether it is only perhaps right."""
        return self.text.endswith(("?", "%"))


UNKNOWN = Days("", BEFORE, BEYOND, BEFORE, BEYOND)
NO_START = Days("..", BEFORE, BEFORE, BEFORE, BEFORE)
NO_END = Days("..", BEYOND, BEYOND, BEYOND, BEYOND)


class Meaning(NamedTuple):
    """A date as it is written, and what its ends mean; those of a moment are one."""

    text: str
    start: Days
    end: Days
    is_span: bool = False

    @property
    def starts(self) -> tuple[int, int]:
        """The first and the last day on which it may have begun, which is not after its end."""
        return self.start.near_first, min(self.start.near_last, self.end.near_last)

    def place(self, number: int) -> tuple[int, ...]:
        """Say where it belongs in a timeline: day, width of the start, what it is, file.

        What has no earliest day goes by its latest, and begins as wide as can be.
        """
        first, last, latest = self.start.first, self.start.last, self.end.last
        if first != BEFORE:
            return first, first - last, self.is_span, number
        return latest + (latest == BEYOND), -BEYOND, self.is_span, number

    @property
    def is_start_doubted(self) -> bool:
        """Whether its start is only perhaps right; one that is not told is any up to the end."""
        return (self.end if self.start == UNKNOWN else self.start).doubted


def any_date(random: Random) -> Meaning:
    """Return a moment, a span or a set."""
    kind = random.choice((_moment, _moment, _span, _set))
    while not (found := kind(random)):
        pass
    return found


def any_day(random: Random) -> int:
    """Return a day of the calendar; the ends of months are among the most likely."""
    day = random.randint(FIRST, LAST)
    first = date.fromordinal(day).replace(day=1).toordinal()
    return random.choice((day, first, max(FIRST, first - 1)))


def _moment(random: Random) -> Meaning:
    when = _period(random, random.choice(("", "", "?", "~", "%")))
    return Meaning(when.text, when, when)


def _span(random: Random) -> Meaning | None:
    start = random.choice((UNKNOWN, NO_START, *_qualified(random)))
    end = random.choice((UNKNOWN, NO_END, *_qualified(random)))
    text = f"{start.text}/{end.text}"
    if text in ("/", "../", "../..") or start.first > end.last:
        return None
    return Meaning(text, start, end, is_span=True)


def _set(random: Random) -> Meaning | None:
    start = random.choice((NO_START, _period(random), _period(random)))
    end = random.choice((NO_END, _period(random), _period(random)))
    text = f"[{start.text.strip('.')}..{end.text.strip('.')}]"
    if text == "[..]" or start.first > end.last:
        return None
    within = Days(text, start.first, end.last, start.first, end.last)
    return Meaning(text, within, within)


def _qualified(random: Random) -> list[Days]:
    return [_period(random, random.choice(("", "", "", "?", "~", "%"))) for _ in range(4)]


def _period(random: Random, qualifier: str = "") -> Days:
    year, month = random.choice(YEARS), random.randint(1, 12)
    unit = random.choice(("day", "day", "month", "month", "season", "year", "decade", "century"))
    if unit == "day":
        day = any_day(random)
        text = date.fromordinal(day).isoformat()
        first, last, near = day, day, (day - 1, day + 1)
    else:
        count, season = _MONTHS[unit], random.randint(1, 4)
        text, since = {
            "month": (f"{year}-{month:02}{random.choice(('', '-XX'))}", year * 12 + month - 1),
            "season": (f"{year}-{20 + season}", year * 12 + season * 3 - 1),
            "year": (f"{year}{random.choice(('', '-XX', '-XX-XX'))}", year * 12),
            "decade": ("200X", 2000 * 12),
            "century": ("20XX", 2000 * 12),
        }[unit]
        first, last = _opening(since), _opening(since + count) - 1
        near = _opening(since - count), _opening(since + 2 * count) - 1
    return Days(
        text + qualifier, first, last, *(near if qualifier in ("~", "%") else (first, last))
    )


def _opening(month: int) -> int:
    """Return the first day of a month, counted from that of the year 0."""
    return date(month // 12, month % 12 + 1, 1).toordinal()
