"""Place dates on an axis of days: the day of a mark, the days it may be, and how long it lasted."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from diplo.model import dates
from diplo.model.dates import BEGIN, END, Edtf, Window

Days = tuple[int, int]  # first and last, as ordinals; BEGIN or END if open

_NEAR = 4  # an axis reaches to days no further off than its length divided by this
_SHORT, _FAR = 2, 400  # the days of so short an axis, and how far off is near to it
_LEAST = 120  # days of the shortest axis


class Location(NamedTuple):
    """Where a date lies on an axis.

    `day` is that of its mark, None if none is known; it may end in a half. The moment or start is
    one of the days `stated`, or one between its `bounds`. The event lasted for the days of `span`,
    or perhaps for those of `possible_span`.
    """

    day: float | None
    stated: Days | None = None
    bounds: Days | None = None
    span: Days | None = None
    possible_span: Days | None = None


def locate(when: Edtf, within: Days) -> Location:
    """Return where a date lies on an axis of days; its mark is in the middle of those it states."""
    start, end = when.start, when.end
    if start.is_set:
        bound = start.first if start.first != BEGIN else start.last
        return Location(bound + 0.5, bounds=(start.first, start.last))
    if start.precision in dates.NO_DAY:
        span = (BEGIN, end.last)
        day = _middle((end.first, end.last), within) if when.is_dated else None
        if start.precision == "open":
            return Location(day, span=span)
        return Location(day, possible_span=span)
    beginning = dates.beginning(when)
    stated = (beginning.first, beginning.last)
    day = _middle(stated, within)
    if not when.is_span:
        return Location(day, stated)
    if end.is_unknown:
        return Location(day, stated, possible_span=(start.first, END))
    return Location(day, stated, span=(start.first, end.last))


def _middle(days: Days, within: Days) -> float:
    """Return the middle of the days that lie on the axis, or of all if none do."""
    first, last = max(days[0], within[0]), min(days[1], within[1])
    return (first + last + 1) / 2 if first <= last else sum(days) / 2


def axis_days(whens: Iterable[Edtf], window: Window | None, last: int | None) -> Days | None:
    """Return the first and the last day of an axis for dates, None if no date has a day.

    It reaches to the ends of the window and to the `last` day that files cover, if these are near.
    """
    days = [day for when in whens for day in _days(when, last or END)]
    if not days:
        return None
    earliest, latest = min(days), max(days)
    near = max((latest - earliest) // _NEAR, _LEAST // 2) if latest - earliest > _SHORT else _FAR
    opening = window.first if window else BEGIN
    closing = min(window.last if window else END, END if last is None else last)
    lead = max((latest - earliest) // 40, 3)
    start, stop = earliest - lead, latest + lead
    if opening > BEGIN and earliest - near <= opening <= earliest:
        start = opening
    if latest <= closing <= latest + near and closing < END:
        stop = closing
    missing = max(_LEAST - (stop - start + 1), 0)
    return max(start - missing // 2, BEGIN + 1), min(stop + missing - missing // 2, END - 1)


def _days(when: Edtf, last: int) -> Iterator[int]:
    """Yield the days of a date that an axis must show, cut at the last day that files cover."""
    anchor = dates.anchor(when)
    if anchor:
        yield from (anchor.first, max(anchor.first, min(anchor.last, last)))
        if when.is_span and when.end.precision not in dates.NO_DAY:
            yield max(anchor.first, min(when.end.last, last))
