"""Under which period a date is filed, and in which year or decade that lies."""

from datetime import date

from diplo.model.dates.edtf import BEGIN, NO_DAY, Edtf, Period, day, parse_period


def anchor(when: Edtf) -> Period | None:
    """Return the period that a date is filed under, or None if no day of it is known.

    That is the moment itself or the start of a span. A set, or a span without a start, is filed
    under its earliest possible day, or else under its latest.
    """
    if not when.is_dated:
        return None
    if not when.is_set and when.start.precision not in NO_DAY:
        return when.start
    return day(when.start.first if when.start.first != BEGIN else when.end.last)


def enclosing(period: Period, unit: str) -> Period:
    """Return the year or decade (`unit`) in which a period lies.

    A period that lies in no single one is returned itself; a winter lies in its first year.
    """
    years = [f"{date.fromordinal(ordinal).year:04}" for ordinal in (period.first, period.last)]
    first, last = [f"{year[:3]}X" for year in years] if unit == "decade" else years
    if first != last and period.precision != "season":
        return period._replace(qualifier="")
    return parse_period(first)
