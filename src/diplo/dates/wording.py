"""Dates as people read them."""

from diplo.dates.edtf import NO_DAY, UNKNOWN, Edtf, Period, set_ends

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def words(when: Edtf | Period) -> str:
    """Say a date as people read it: "28 May 2024", "1960s", "c. 1994", "by 24 Apr 2025"."""
    if isinstance(when, Period):
        return _period_words(when)
    return _span_words(when) if when.precision == "span" else _period_words(when.start)


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
    starts, ends = when.start.precision not in NO_DAY, when.end.precision not in NO_DAY
    if starts and ends:
        return f"{start} – {end}" if " " in start + end else f"{start}–{end}"
    if starts:
        return f"since {start}" if when.end.precision == "open" else f"from {start}"
    return f"until {end}" if ends else "ongoing"


def _set_words(text: str) -> str:
    first, last = set_ends(text)
    if first and last:
        return f"between {_plain_words(first)} and {_plain_words(last)}"
    return f"{_plain_words(first)} or later" if first else f"by {_plain_words(last or UNKNOWN)}"
