"""Imprecise dates: how they are written, what they mean, how they compare.

The notation is EDTF (ISO 8601-2:2019) for the years 0001 to 9999, without times of day: level 0,
level 1 without longer years, and three sets of level 2 (``[..d]``, ``[d..]``, ``[d..d]``).
Days are counted as proleptic Gregorian ordinals, as `datetime.date.toordinal` counts them.
"""

import re
from datetime import date
from typing import NamedTuple

from diplo.text import fold_space, shown

BEGIN = 0  # before every day
END = date.max.toordinal() + 1  # beyond every day

CERTAIN = "certain"
POSSIBLE = "possible"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_FIRST_MONTH = {"21": 3, "22": 6, "23": 9, "24": 12}

_PERIOD = re.compile(
    "(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    "|(?P<decade>[0-9]{3})X|(?P<century>[0-9]{2})XX",
)
_SPELLED_DECADE = re.compile("([0-9]{3})0s")
_SPELLED_DATE = re.compile(
    "(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? )?(?P<month>[a-z]+) (?P<year>[1-9][0-9]{3})"
    "|(?P<us_month>[a-z]+) (?P<us_day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<us_year>[1-9][0-9]{3})",
)
_AGO = re.compile("([0-9]{1,6}) (day|week|month|year)s? ago")

_EDTF_FORMS = "2024-05-28, 2024-05, 2024, 196X, 1994~, 2021-08/.., [..2006]"
_BOUND_FORMS = (
    "2021, 2021-08, 2021-08-15, 196X, 1990s, 'May 2024', '28 May 2024', today, '2 years ago'"
)


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
    def reach(self) -> "Period":
        """The period widened at both ends by one unit of its precision, where it is approximate."""
        if self.qualifier not in ("~", "%"):
            return self
        return self._replace(
            first=_moved(self.first, self.precision, -1),
            last=_moved(self.last + 1, self.precision, 1) - 1,
        )


OPEN_START = Period(BEGIN, BEGIN, "open", "..")
OPEN_END = Period(END, END, "open", "..")
UNKNOWN = Period(BEGIN, END, "unknown", "")
_NO_DAY = ("open", "unknown")


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
    def earliest(self) -> date | None:
        """The first day that the event may have happened on, or None where there is none."""
        return _day(self.start.first)

    @property
    def latest(self) -> date | None:
        """The last day that the event may have happened on, or None where there is none."""
        return _day(self.end.last)

    @property
    def order(self) -> tuple[int, int]:
        """The sort key: oldest first, coarse before fine."""
        first, last = self.start.first, self.end.last
        if first == BEGIN:
            return (BEGIN if last == END else last, -END)
        return first, -END if last == END else first - last


class Window(NamedTuple):
    """A range of days, both inclusive, as ordinals, and how people say it."""

    first: int = BEGIN
    last: int = END
    words: str = ""


def parse(text: str) -> Edtf:
    """Read an EDTF date.

    Raises:
        ValueError: it is not one; the message says what to write.

    """
    if text.startswith("["):
        return _parse_set(text)
    if "/" in text:
        return _parse_span(text)
    period = _parse_qualified(text, whole=text)
    return Edtf(text, period.precision, period, period)


def match(when: Edtf, window: Window | None) -> str | None:
    """Say whether an event of this date is `CERTAIN` or `POSSIBLE` in a window, or None: out.

    With no window every event is certain.
    """
    if window is None:
        return CERTAIN
    start, end = when.start.reach, when.end.reach
    if start.precision == "unknown":
        start = start._replace(last=end.last)
    if end.precision == "unknown":
        end = end._replace(first=start.first)
    if start.last <= window.last and window.first <= end.first:
        uncertain = {when.start.qualifier, when.end.qualifier} & {"?", "%"}
        return POSSIBLE if uncertain else CERTAIN
    if start.first <= window.last and window.first <= end.last:
        return POSSIBLE
    return None


def parse_bound(text: str, today: date) -> Period:
    """Read what a person types for a date on the command line.

    Raises:
        ValueError: it is empty, ambiguous or no date; the message names the accepted forms.

    """
    typed = fold_space(text)
    words = typed.lower() if typed.isascii() else ""
    try:
        return _ago(words, today) or _parse_period(_spelled(words) or typed)
    except ValueError as error:
        reason = str(error) if isinstance(error, _NotADayError) else f"{shown(text)} is not a date"
        message = f"{reason}; write {_BOUND_FORMS}"
        raise ValueError(message) from None


def parse_window(text: str, today: date) -> Window:
    """Read a bound or a range of bounds (``A..B``, ``A..``, ``..B``) as a window.

    Raises:
        ValueError: it is none; the message names the accepted forms.

    """
    if ".." not in text:
        period = parse_bound(text, today)
        return Window(period.first, period.last, words(period))
    since, _, until = text.partition("..")
    if not since.strip() and not until.strip():
        message = f"{shown(text)} has no date at either end; write A..B, A.. or ..B"
        raise ValueError(message)
    return between(
        parse_bound(since, today) if since.strip() else None,
        parse_bound(until, today) if until.strip() else None,
    )


def between(since: Period | None, until: Period | None) -> Window:
    """Return the window from the first day of one bound to the last day of another.

    Raises:
        ValueError: it ends before it begins.

    """
    if since and until and since.first > until.last:
        message = f"{words(since)} is after {words(until)}: nothing lies between them"
        raise ValueError(message)
    spoken = f"{words(since)} to {words(until)}" if since and until else None
    return Window(
        since.first if since else BEGIN,
        until.last if until else END,
        spoken or (f"since {words(since)}" if since else f"until {words(until or UNKNOWN)}"),
    )


def words(when: Edtf | Period) -> str:
    """Say a date as people read it: "28 May 2024", "1960s", "c. 1994", "by 24 Apr 2025"."""
    if isinstance(when, Period):
        return _period_words(when)
    return _span_words(when) if when.precision == "span" else _period_words(when.start)


def anchor(when: Edtf) -> Period | None:
    """Return the period that a date is filed under, or None where nothing but `..` is known.

    That is the start of a span, where it is told, and the known end of a set.
    """
    if when.precision == "range":
        first, last = _set_ends(when.text)
        return when.start if first and last else first or last
    known = [end for end in (when.start, when.end) if end.precision not in _NO_DAY]
    return known[0] if known else None


class _NotADayError(ValueError):
    """A date of the right form that the calendar does not have."""


def _parse_period(text: str, whole: str = "", qualifier: str = "") -> Period:
    found = _PERIOD.fullmatch(text)
    if found is None:
        raise _not_edtf(whole or text)
    year, month, day = found["year"], found["month"], found["day"]
    if found["decade"]:
        first, last, precision = int(found["decade"]) * 10, int(found["decade"]) * 10 + 9, "decade"
    elif found["century"]:
        first, last, precision = (
            int(found["century"]) * 100,
            int(found["century"]) * 100 + 99,
            "century",
        )
    elif month in (None, "XX"):
        if day not in (None, "XX"):
            raise _not_edtf(whole or text)
        first, last, precision = int(year), int(year), "year"
    else:
        return _within_year(text, (int(year), month, day), qualifier)
    if last == 0:
        raise _NotADayError(_no_year_zero(text))
    days = date(max(first, 1), 1, 1).toordinal(), date(last, 12, 31).toordinal()
    return Period(*days, precision, text, qualifier)


def _within_year(text: str, parts: tuple[int, str, str | None], qualifier: str) -> Period:
    year, month, day = parts
    if year == 0:
        raise _NotADayError(_no_year_zero(text))
    if month in _SEASONS and day is None:
        first = date(year, _FIRST_MONTH[month], 1).toordinal()
        return Period(first, _months_on(year, _FIRST_MONTH[month], 3), "season", text, qualifier)
    if not 1 <= int(month) <= len(_MONTHS):
        message = (
            f"{shown(text)} has no month {month}: months run from 01 to 12, seasons from 21 to 24"
        )
        raise _NotADayError(message)
    if day in (None, "XX"):
        first = date(year, int(month), 1).toordinal()
        return Period(first, _months_on(year, int(month), 1), "month", text, qualifier)
    try:
        only = date(year, int(month), int(day)).toordinal()
    except ValueError:
        message = f"{shown(text)} is not a day of the calendar"
        raise _NotADayError(message) from None
    return Period(only, only, "day", text, qualifier)


def _months_on(year: int, month: int, count: int) -> int:
    """Return the last day of a run of months, at the most the last day of the year 9999."""
    years, rest = divmod(year * 12 + month - 1 + count, 12)
    return date(years, rest + 1, 1).toordinal() - 1 if years <= date.max.year else END - 1


def _no_year_zero(text: str) -> str:
    return f"{shown(text)} is out of range: years run from 0001 to 9999"


def _not_edtf(text: str) -> ValueError:
    spelled = _spelled(fold_space(text).lower())
    hint = f"write {spelled}" if spelled else f"write, for example, {_EDTF_FORMS}"
    return ValueError(f"{shown(text)} is not an EDTF date; {hint}")


def _parse_qualified(text: str, whole: str) -> Period:
    if text.endswith(("?", "~", "%")):
        return _parse_period(text[:-1], whole, text[-1])
    return _parse_period(text, whole)


def _parse_set(text: str) -> Edtf:
    start, end = _set_ends(text)
    within = Period(start.first if start else BEGIN, end.last if end else END, "range", text)
    _check_order(text, within, within)
    return Edtf(text, "range", within, within)


def _set_ends(text: str) -> tuple[Period | None, Period | None]:
    first, dots, last = text[1:-1].partition("..")
    if not (dots and text.endswith("]") and (first or last)):
        message = f"{shown(text)} is no set of one range; write [..2006], [2002..] or [2002..2006]"
        raise ValueError(message)
    return _parse_period(first, text) if first else None, _parse_period(
        last, text
    ) if last else None


def _parse_span(text: str) -> Edtf:
    first, _, last = text.partition("/")
    if first in ("", "..") and last in ("", "..") and text != "/..":
        message = (
            f"{shown(text)} states neither end; write 2021/.., /2021, or /.. for what still is so"
        )
        raise ValueError(message)
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
        message = f"{shown(text)} ends before it starts"
        raise ValueError(message)


def _moved(day: int, precision: str, units: int) -> int:
    """Move a day by units of a precision, staying within the years 0001 to 9999."""
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415  (few dates need it)

    months = {"month": 1, "season": 3, "year": 12, "decade": 120, "century": 1200}.get(precision)
    step = relativedelta(months=months * units) if months else relativedelta(days=units)
    try:
        return (date.fromordinal(day) + step).toordinal()
    except (ValueError, OverflowError):
        return END if units > 0 else BEGIN + 1


def _spelled(text: str) -> str | None:
    """Return the EDTF form of a decade or a date in English words, or None where it is neither."""
    decade = _SPELLED_DECADE.fullmatch(text)
    if decade:
        return f"{decade[1]}X"
    found = _SPELLED_DATE.fullmatch(text)
    if found is None:
        return None
    from dateutil.parser import parserinfo  # noqa: PLC0415  (only words need it)

    month = parserinfo().month(found["month"] or found["us_month"])
    if month is None:
        return None
    day = found["day"] or found["us_day"]
    return f"{found['year'] or found['us_year']}-{month:02}" + (f"-{int(day):02}" if day else "")


def _ago(text: str, today: date) -> Period | None:
    found = _AGO.fullmatch({"today": "0 days ago", "yesterday": "1 day ago"}.get(text, text))
    if found is None:
        return None
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415  (few commands need it)

    number, unit = int(found[1]), found[2]
    steps = {
        "day": relativedelta(days=number),
        "week": relativedelta(weeks=number),
        "month": relativedelta(months=number),
        "year": relativedelta(years=number),
    }
    try:
        return _parse_period((today - steps[unit]).isoformat())
    except (ValueError, OverflowError):
        message = f"{shown(text)} is before the year 0001"
        raise _NotADayError(message) from None


def _day(ordinal: int) -> date | None:
    return None if ordinal in (BEGIN, END) else date.fromordinal(ordinal)


def _period_words(period: Period) -> str:
    plain = _plain_words(period)
    if period.qualifier in ("~", "%"):
        plain = f"c. {plain}"
    return f"{plain}?" if period.qualifier in ("?", "%") else plain


def _plain_words(period: Period) -> str:
    year, _, rest = period.text.partition("-")
    if period.precision == "day":
        return f"{int(rest[3:])} {_MONTHS[int(rest[:2]) - 1]} {year}"
    if period.precision == "month":
        return f"{_MONTHS[int(rest[:2]) - 1]} {year}"
    if period.precision == "season":
        return f"{_SEASONS[rest]} {year}" + (f"–{(int(year) + 1) % 100:02}" if rest == "24" else "")
    if period.precision == "decade":
        return f"{year[:3]}0s"
    if period.precision == "century":
        return f"{_ordinal(int(year[:2]) + 1)} century"
    return _set_words(period.text) if period.precision == "range" else year


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}th" if 10 < number % 100 < 14 else f"{number}{ending}"  # noqa: PLR2004


def _span_words(when: Edtf) -> str:
    start, end = _period_words(when.start), _period_words(when.end)
    starts, ends = when.start.precision not in _NO_DAY, when.end.precision not in _NO_DAY
    if starts and ends:
        return f"{start} – {end}" if " " in start + end else f"{start}–{end}"
    if starts:
        return f"since {start}" if when.end.precision == "open" else f"from {start}"
    return f"until {end}" if ends else "ongoing"


def _set_words(text: str) -> str:
    first, last = _set_ends(text)
    if first and last:
        return f"between {_plain_words(first)} and {_plain_words(last)}"
    return f"{_plain_words(first)} or later" if first else f"by {_plain_words(last or UNKNOWN)}"
