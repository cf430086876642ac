"""Decide whether a date lies in a range of days: certainly, as ongoing, possibly or not."""

from datetime import date
from typing import NamedTuple

from diplo.model.dates.edtf import BEGIN, END, Edtf, Period

CERTAIN = "certain"
ONGOING = "ongoing"
POSSIBLE = "possible"
_DOUBTED = ("?", "%")


class Window(NamedTuple):
    """A range of days as ordinals, both inclusive, with words for it and for its first bound."""

    first: int = BEGIN
    last: int = END
    words: str = ""
    opening: str = ""


def match(when: Edtf, window: Window | None) -> str | None:
    """Return whether a date is `CERTAIN`, `ONGOING` or `POSSIBLE` in a window, or None: outside.

    A span is ongoing if it surely began before the window. Without a window, every date is
    certain.
    """
    if window is None:
        return CERTAIN
    start, end = beginning(when), _reach(when.end)
    goes_on = max(start.first, end.first)  # an end cannot lie before the start
    if start.last <= window.last and window.first <= goes_on:
        if is_uncertain(when):
            return POSSIBLE
        return ONGOING if _began_before(when, start, window) else CERTAIN
    if start.first <= window.last and window.first <= end.last:
        return POSSIBLE
    return None


def _began_before(when: Edtf, start: Period, window: Window) -> bool:
    if not when.is_span or window.first == BEGIN:
        return False
    return start.last < window.first or when.start.is_unknown


def beginning(when: Edtf) -> Period:
    """Return the days on which an event may have begun, widening an approximate start.

    An event begins no later than it ends; an unknown start may be any day until then.
    """
    start, end = _reach(when.start), _reach(when.end)
    if start.is_unknown:
        return start._replace(last=end.last, qualifier=end.qualifier)
    return start._replace(last=end.last) if start.last > end.last else start


def extent(when: Edtf) -> tuple[int, int]:
    """Return the first and the last day that an event may touch, widening approximate ends."""
    return beginning(when).first, _reach(when.end).last


def is_uncertain(when: Edtf) -> bool:
    """Say whether a date, or an end of it, is uncertain."""
    return when.start.qualifier in _DOUBTED or when.end.qualifier in _DOUBTED


def begun_by(start: Period, day: int) -> str | None:
    """Return whether a start lies on or before a day: `CERTAIN`, `POSSIBLE`, or None if not."""
    if start.first > day:
        return None
    return POSSIBLE if start.last > day or start.qualifier in _DOUBTED else CERTAIN


def _reach(period: Period) -> Period:
    """Widen an approximate period at both ends by one unit of its precision."""
    if period.qualifier not in ("~", "%"):
        return period
    return period._replace(
        first=moved(period.first, period.precision, -1),
        last=moved(period.last + 1, period.precision, 1) - 1,
    )


def moved(day: int, precision: str, units: int) -> int:
    """Move a day by units of a precision, or weeks, staying within the years 0001 to 9999."""
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415  (few dates need it)

    months = {"month": 1, "season": 3, "year": 12, "decade": 120, "century": 1200}.get(precision)
    days = 7 if precision == "week" else 1
    step = relativedelta(months=months * units) if months else relativedelta(days=days * units)
    try:
        return (date.fromordinal(day) + step).toordinal()
    except (ValueError, OverflowError):
        return END if units > 0 else BEGIN + 1
