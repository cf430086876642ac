"""Put dates in words: 28 May 2024, 1960s, c. 1994, by 24 Apr 2025."""

from diplo.model.dates.edtf import NO_DAY, UNKNOWN, Edtf, Period, day, set_ends

_MONTHS_IN_FULL = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_MONTHS = [month[:3] for month in _MONTHS_IN_FULL]
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn"}
_WINTER = "24"  # which continues into the next year
_FINE = ("day", "month", "season")  # precisions finer than a year
QUARTER = "quarter"  # the precision of Q1 2021, on the command line only
_QUARTERS = {"Q1": "Jan–Mar", "Q2": "Apr–Jun", "Q3": "Jul–Sep", "Q4": "Oct–Dec"}


def words(when: Edtf | Period, under: str = "") -> str:
    """Return a date in words: "28 May 2024", "1960s", "c. 1994", "by 24 Apr 2025".

    `under` is a year in a heading, which is not repeated if the date is finer than a year.
    """
    if isinstance(when, Period):
        return _period_words(when, under)
    if not all(_lies_in(end, under) for end in (when.start, when.end)):
        under = ""
    return _span_words(when, under) if when.is_span else _period_words(when.start, under)


def day_words(ordinal: int) -> str:
    """Return one day in words."""
    return words(day(ordinal))


def phrase(period: Period) -> str:
    """Return a period with its preposition: "in 2021", "in the 1960s", "on 28 May 2024"."""
    return f"{'on' if period.precision == 'day' else 'in'} {with_article(period)}"


def with_article(period: Period) -> str:
    """Return a period as it follows a preposition: "2021", "the 1960s", "28 May 2024"."""
    the = "the " if period.precision in ("decade", "century") else ""
    return f"{the}{words(period)}"


def _lies_in(end: Period, year: str) -> bool:
    """Say whether an end of a date, if it names a day at all, lies wholly in a year."""
    if end.is_set:
        return all(_lies_in(bound, year) for bound in set_ends(end.text) if bound)
    if end.precision == "season" and end.text.endswith(_WINTER):
        return False
    return end.precision in NO_DAY or end.text.startswith(year)


def _period_words(period: Period, under: str) -> str:
    return _qualified(_plain_words(period, under), period.qualifier)


def _qualified(plain: str, qualifier: str) -> str:
    about = "c. " if qualifier in ("~", "%") else ""
    return f"{about}{plain}{'?' if qualifier in ('?', '%') else ''}"


def _plain_words(period: Period, under: str) -> str:
    year, _, rest = period.text.partition("-")
    after = "" if year == under else f" {spoken_year(year)}"
    if period.precision == "day":
        return f"{int(rest[3:])} {_MONTHS[int(rest[:2]) - 1]}{after}"
    if period.precision == "month":
        return f"{_MONTHS[int(rest[:2]) - 1]}{after}"
    if period.precision == "season":
        return _season_words(year, rest, after)
    if period.precision == QUARTER:
        quarter, year = year.split()
        return f"{_QUARTERS[quarter]} {spoken_year(year)}"
    return _set_words(period.text, under) if period.is_set else _years_words(period)


def _years_words(period: Period) -> str:
    year = period.text[:4]
    if period.precision == "decade":
        return f"{spoken_year(year[:3] + '0')}s"
    if period.precision == "century":
        return f"{_ordinal(int(year[:2]) + 1)} century"
    return spoken_year(year)


def spoken_year(year: str) -> str:
    """Drop a year's leading zero: 843; but not before 100, as "Aug 43" would mean 1943."""
    return year.removeprefix("0") if year >= "0100" else year


def month_in_full(year: str, month: str) -> str:
    """Return a month and its year unabbreviated: "August 2021"."""
    return f"{_MONTHS_IN_FULL[int(month) - 1]} {spoken_year(year)}"


def _season_words(year: str, season: str, after: str) -> str:
    if season == _WINTER:
        return f"winter {spoken_year(year)}–{(int(year) + 1) % 100:02}"
    return f"{_SEASONS[season]}{after}"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}th" if 10 < number % 100 < 14 else f"{number}{ending}"  # noqa: PLR2004


def _span_words(when: Edtf, under: str) -> str:
    start, end = (_period_words(period, under) for period in (when.start, when.end))
    starts, ends = when.start.precision not in NO_DAY, when.end.precision not in NO_DAY
    if start == end:
        return start
    if starts and ends:
        if short := _years(when.start, when.end):
            about = when.start.qualifier
            return _qualified(short, about) if about == when.end.qualifier else f"{start} – {end}"
        if not (when.start.qualifier or when.end.qualifier):
            return _sure_words(when.start, when.end, under)
        return f"{start} – {end}" if " " in start + end or under else f"{start}–{end}"
    if starts:
        return f"since {start}" if when.end.precision == "open" else f"from {start}"
    return f"until {end}" if ends else "not told"


def _sure_words(first: Period, last: Period, under: str) -> str:
    start, end = _opening_words(first, last, under), _plain_words(last, under)
    is_short = _are_of_one_month(first, last) or not (" " in start + end or under)
    return f"{start}–{end}" if is_short else f"{start} – {end}"


def _opening_words(first: Period, last: Period, under: str) -> str:
    """Return the first of two dates in words, without the month or year that the last repeats."""
    if (first.first, first.last) == (last.first, last.last):
        return _plain_words(first, under)
    if _are_of_one_month(first, last):
        return f"{int(first.text[8:])}"
    year = last.text[:4]
    is_shared = last.precision in _FINE and _lies_in(first, year) and _lies_in(last, year)
    return _plain_words(first, year if is_shared else under)


def _are_of_one_month(first: Period, last: Period) -> bool:
    return first.precision == last.precision == "day" and first.text[:7] == last.text[:7]


def _years(first: Period, last: Period) -> str:
    """Return two years of one century as in "2001–21", or nothing if they are not."""
    years = first.text[:4], last.text[:4]
    if {first.precision, last.precision} != {"year"} or years[0][:2] != years[1][:2]:
        return ""
    first_words = spoken_year(years[0])
    return first_words if years[0] == years[1] else f"{first_words}–{years[1][2:]}"


def _set_words(text: str, under: str) -> str:
    first, last = set_ends(text)
    if first and last:
        if short := _years(first, last):
            return f"in {short}"
        return f"between {_opening_words(first, last, under)} and {_plain_words(last, under)}"
    if first:
        return f"{_plain_words(first, under)} or later"
    return f"by {_plain_words(last or UNKNOWN, under)}"
