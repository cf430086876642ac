"""Days and parts of a year that go by numbers: 2024-W22-2, 2024-150, 2001-34, 1731/2."""

import re
from datetime import date, timedelta

from diplo.model.dates.corrections.moments import DECEMBER, Forms
from diplo.model.dates.corrections.ranges import single

_WEEK = re.compile("([0-9]{4})-?w([0-9]{2})")
_WEEK_BEFORE = re.compile(r"(?:kw|week|wk)\.? ?([0-9]{1,2})(?:[-/, ]| of )([0-9]{4})")
_DAY_OF_WEEK = re.compile("([0-9]{4})-?w([0-9]{2})-?([1-7])")
_DAY_OF_YEAR = re.compile("([0-9]{4})-([0-3][0-9]{2})")
_SIX_DAYS = timedelta(6)


def day_of_week(text: str) -> Forms:
    """Return the day of 2024-W22-2, as ISO 8601 has weeks."""
    found = _DAY_OF_WEEK.fullmatch(text)
    day = _of_week(*found.groups()) if found else None
    return (day.isoformat(),) if day else ()


def week_of_year(text: str) -> Forms:
    """Return the days of 2024-W22 or KW 22/2024."""
    if found := _WEEK_BEFORE.fullmatch(text):
        text = f"{found[2]}-w{found[1]:0>2}"
    found = _WEEK.fullmatch(text)
    first = _of_week(found[1], found[2], "1") if found else None
    if first is None or first > date.max - _SIX_DAYS:
        return ()
    return (f"[{first}..{first + _SIX_DAYS}]",)


def _of_week(year: str, week: str, day: str) -> date | None:
    try:
        return date.fromisocalendar(int(year), int(week), int(day))
    except ValueError:  # there is none
        return None


def day_of_year(text: str) -> Forms:
    """Return the day of 2024-150, which is the 150th of its year."""
    found = _DAY_OF_YEAR.fullmatch(text)
    year, number = (int(found[1]), int(found[2])) if found else (0, 0)
    if not year or not 1 <= number <= date(year, DECEMBER, 31).timetuple().tm_yday:
        return ()
    return (date.fromordinal(date(year, 1, 1).toordinal() + number - 1).isoformat(),)


# What numbers of two digits stand for behind a year in level 2 of EDTF, from the first of each
# kind on: how many months they have, and how many there are.
_KINDS = (("quarter", 33, 3, 4), ("third", 37, 4, 3), ("half", 40, 6, 2))
_PLACES = ("first", "second", "third", "fourth")
_SEASONS = ("spring", "summer", "autumn", "winter")
_NORTH, _SOUTH = 25, 29
_OURS = ", and seasons here run from 21 to 24"
_SOUTHERN = ("09..{0}-11", "12..{1}-02", "03..{0}-05", "06..{0}-08")


def part_of_year(year: str, number: str) -> tuple[str, str]:
    """Return the form and the name of a part of a year that EDTF's level 2 numbers, or nothing."""
    place = int(number)
    for name, first, months, count in _KINDS:
        if (before := place - first) in range(count):
            start = before * months
            return (
                f"[{year}-{start + 1:02}..{year}-{start + months:02}]",
                f"the {_PLACES[before]} {name}",
            )
    if (before := place - _NORTH) in range(len(_SEASONS)):
        return f"{year}-{place - 4}", f"{_SEASONS[before]} in the north{_OURS}"
    if (before := place - _SOUTH) in range(len(_SEASONS)):
        ends = _SOUTHERN[before].format(year, f"{int(year) + 1:04}")
        return f"[{year}-{ends}]", f"{_SEASONS[before]} in the south{_OURS}"
    return "", ""


_OF_NO_MONTH = re.compile("([0-9]{4})-(?:xx|uu|[?]{2})-[0-3][0-9]")


def day_of_no_month(text: str) -> Forms:
    """Return the year of 1964-XX-16, whose month nobody knows."""
    found = _OF_NO_MONTH.fullmatch(text)
    return (found[1],) if found else ()


_DUAL = re.compile("(.*[a-z].* )(1[0-7][0-9]{2})/([0-9]{1,2})")
_LAST_DUAL = "1752-03-25"  # until when years began in March in England, last of all
_FIRST_MONTHS = ("01", "02", "03")


def of_two_years(text: str) -> Forms:
    """Return the day of 11 February 1731/2, when years began in March, in the year of ours."""
    found = _DUAL.fullmatch(text)
    if found is None:
        return ()
    before, year, last = found.groups()
    following = str(int(year) + 1)
    form = single(f"{before}{following}") if following.endswith(last) else ""
    return (form,) if form < _LAST_DUAL and form[5:7] in _FIRST_MONTHS else ()
