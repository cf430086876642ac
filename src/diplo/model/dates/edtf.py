"""EDTF: how dates are written in files, which days they cover and how they are ordered.

The notation is EDTF (ISO 8601-2:2019) for the years 0001 to 9999, without times of day: level 0,
level 1 without longer years, and three sets of level 2 (``[..d]``, ``[d..]``, ``[d..d]``).
Days are counted as proleptic Gregorian ordinals, as `datetime.date.toordinal` counts them.
"""

import re
from datetime import date
from typing import NamedTuple

from diplo.terminal.text import shown

BEGIN = 0  # before every day
END = date.max.toordinal() + 1  # beyond every day
NEVER = date(date.max.year, 1, 1).toordinal()  # from the year 9999 on, most data mean "unknown"

_FIRST_MONTH = {"21": 3, "22": 6, "23": 9, "24": 12}  # of each season

PERIOD = re.compile(
    "(?P<year>[0-9]{4})(?:-XX(?:-XX)?|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}|XX))?)?"
    "|(?P<decade>[0-9]{3})X|(?P<century>[0-9]{2})XX",
)
ISO_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_LENGTH = len("2024-05-28")
_EDTF_FORMS = "2024-05-28, 2024-05, 2024, 196X, 1994~, 2021-08/.., [..2006]"


class Period(NamedTuple):
    """The days that one calendar expression covers, as ordinals.

    `text` is the expression without its `qualifier`, which is "", "?", "~" or "%".
    """

    first: int
    last: int
    precision: str
    text: str
    qualifier: str = ""

    @property
    def is_set(self) -> bool:
        """Whether it is one of the days of a set."""
        return self.precision == "range"

    @property
    def is_unknown(self) -> bool:
        """Whether it is an end of which nothing is known."""
        return self.precision == "unknown"

    @property
    def edtf(self) -> str | None:
        """The expression as it was read, or None if it is an open or unknown end."""
        return None if self.precision in NO_DAY else f"{self.text}{self.qualifier}"


NO_DAY = ("open", "unknown")
OPEN_START = Period(BEGIN, BEGIN, "open", "..")
OPEN_END = Period(END, END, "open", "..")
UNKNOWN = Period(BEGIN, END, "unknown", "")


class Edtf(NamedTuple):
    """A date as an event states it: a moment (start and end are one period) or a span.

    `precision` is day, month, season, year, decade or century, span for any span, range for any
    set. `text` is the date as it was read.
    """

    text: str
    precision: str
    start: Period
    end: Period

    @property
    def is_span(self) -> bool:
        """Whether it has a start and an end."""
        return self.precision == "span"

    @property
    def is_set(self) -> bool:
        """Whether it is a day between two bounds, one of which may be missing."""
        return self.precision == "range"

    @property
    def earliest(self) -> date | None:
        """The first day on which the event may have happened, or None if that is not bounded."""
        return _day(self.start.first)

    @property
    def latest(self) -> date | None:
        """The last day on which the event may have happened, or None if that is not bounded."""
        return _day(self.end.last)

    @property
    def order(self) -> tuple[int, int, bool]:
        """The sort key: the first day of the start, then the wider start, then moments first.

        A date without a first day sorts by its last one, and a date with neither sorts last.
        """
        first, last, is_span = self.start.first, self.end.last, self.precision == "span"
        if first == BEGIN:
            return last, -END, is_span
        return first, first - self.start.last, is_span

    @property
    def is_dated(self) -> bool:
        """Whether any day of it is known; the year 9999 stands for unknown."""
        return (self.start.first or self.end.last) < NEVER

    @property
    def is_qualified(self) -> bool:
        """Whether either end is approximate or uncertain."""
        return bool(self.start.qualifier or self.end.qualifier)

    @property
    def plain(self) -> "Edtf":
        """The date without its qualifiers."""
        if not self.is_qualified:  # as most are not
            return self
        start, end = (end._replace(qualifier="") for end in (self.start, self.end))
        return self._replace(start=start, end=end)


def parse(text: str) -> Edtf:
    """Read an EDTF date.

    Raises:
        ValueError: it is not one; the message says what to write.
    """
    if only := _only_day(text):  # most are days, so without detours
        period = Period(only, only, "day", text)
        return Edtf(text, "day", period, period)
    if text.startswith("["):
        return _parse_set(text)
    if "/" in text:
        return _parse_span(text)
    period = _parse_qualified(text, whole=text)
    return Edtf(text, period.precision, period, period)


def as_edtf(text: str) -> Edtf | None:
    """Read an EDTF date, or return None if the text is not one."""
    try:
        return parse(text)
    except ValueError:
        return None


def day(ordinal: int) -> Period:
    """Return one day as a period."""
    return parse_period(date.fromordinal(ordinal).isoformat())


def parse_period(text: str, whole: str = "", qualifier: str = "") -> Period:
    """Read one calendar expression; `whole` is the text that it is part of, for the message.

    Raises:
        ValueError: it is none, or the calendar lacks it; the message says what to write.
    """
    if only := _only_day(text):
        return Period(only, only, "day", text, qualifier)
    match = PERIOD.fullmatch(text)
    try:
        days = _days(**match.groupdict()) if match else None
    except ValueError:
        days = None
    if days is None:
        raise _NoDateError(whole or text)
    return Period(*days, text, qualifier)


def _days(
    year: str, month: str | None, day: str | None, decade: str | None, century: str | None
) -> tuple[int, int, str]:
    """Return the first day, the last day and the precision of the parts of an expression."""
    if decade:
        return *_years(int(decade) * 10, 10), "decade"
    if century:
        return *_years(int(century) * 100, 100), "century"
    if month is None:
        return *_years(int(year), 1), "year"
    if month in _FIRST_MONTH and day is None:
        return *_months(int(year), _FIRST_MONTH[month], 3), "season"
    if day not in (None, "XX"):
        raise ValueError  # a valid day has been read before
    return *_months(int(year), int(month), 1), "month"


def _years(first: int, count: int) -> tuple[int, int]:
    """Return the first and last day of `count` years; the earliest possible year is 1."""
    return date(max(first, 1), 1, 1).toordinal(), date(first + count - 1, 12, 31).toordinal()


def _months(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the first and last day of `count` months, ending with the year 9999 at the latest."""
    years, month0 = divmod(year * 12 + month - 1 + count, 12)
    last = date(years, month0 + 1, 1).toordinal() - 1 if years <= date.max.year else END - 1
    return date(year, month, 1).toordinal(), last


class _NoDateError(ValueError):
    """The error for a text that is no date; what may be meant is looked for only in its message."""

    def __str__(self) -> str:
        """Say what is wrong with the text, and what to write."""
        from diplo.model.dates.corrections import lead_for  # noqa: PLC0415  (only mistakes need it)

        (text,) = self.args
        lead = lead_for(text)
        otherwise = "" if lead.why else f"write, for example, {_EDTF_FORMS}"
        return lead.refusal(text, "an EDTF date", otherwise)


class _NoSetError(_NoDateError):
    """The error for a text in brackets that is no set."""

    def __str__(self) -> str:
        """Say what is wrong with the text, and what to write."""
        from diplo.model.dates.corrections import lead_for  # noqa: PLC0415  (as above)

        (text,) = self.args
        if lead_for(text).forms:
            return super().__str__()
        return f"{shown(text)} is not a set of one range; write [..2006], [2002..] or [2002..2006]"


def _only_day(text: str) -> int | None:
    if len(text) != _DAY_LENGTH or text[7] != "-":  # other forms of ISO 8601 are not accepted
        return None
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None


def _parse_qualified(text: str, whole: str) -> Period:
    if text.endswith(("?", "~", "%")):
        return parse_period(text[:-1], whole, text[-1])
    return parse_period(text, whole)


def _parse_set(text: str) -> Edtf:
    start, end = set_ends(text)
    within = Period(start.first if start else BEGIN, end.last if end else END, "range", text)
    _check_order(text, within, within)
    return Edtf(text, "range", within, within)


def set_ends(text: str) -> tuple[Period | None, Period | None]:
    """Return the ends of a set such as ``[2002..2006]``, None for an open one.

    Raises:
        ValueError: it is not a set of one range.
    """
    first, dots, last = text[1:-1].partition("..")
    if not (dots and text.endswith("]") and (first or last)):
        raise _NoSetError(text)
    return parse_period(first, text) if first else None, parse_period(last, text) if last else None


def _parse_span(text: str) -> Edtf:
    first, _, last = text.partition("/")
    if first in ("", "..") and last in ("", "..") and text != "/..":
        raise ValueError(
            f"{shown(text)} states neither end; write 2021/.., /2021, or /.. for what still is so"
        )
    start = _parse_end(first, text, OPEN_START)
    end = _parse_end(last, text, OPEN_END)
    _check_order(text, start, end)
    return Edtf(text, "span", start, end)


def _parse_end(text: str, whole: str, opened: Period) -> Period:
    if text == "":
        return UNKNOWN
    return opened if text == ".." else _parse_qualified(text, whole)


def _check_order(text: str, start: Period, end: Period) -> None:
    if start.first > end.last:
        raise ValueError(f"{shown(text)} ends before it starts; swap its ends")


def _day(ordinal: int) -> date | None:
    return None if ordinal in (BEGIN, END) else date.fromordinal(ordinal)
