"""Read what people type for `--since`, `--until`, `--year` and `--on`: 1990s, last month."""

import re
from datetime import date
from typing import Any

from diplo.model.dates.edtf import BEGIN, END, Period, parse_period
from diplo.model.dates.from_words import spelled
from diplo.model.dates.matching import Window
from diplo.model.dates.to_words import QUARTER, phrase, with_article, words
from diplo.terminal.text import fold_space, shown

# What an option takes: one end of a range (--since, --until), a range (--year) or a day (--on).
END_OF_RANGE, RANGE, DAY = "end", "range", "day"

_AGO = re.compile("([0-9]{1,6}) (day|week|month|year)s? ago")
_NAMED = {
    "today": ("0 days ago", 10),
    "yesterday": ("1 day ago", 10),
    "this month": ("0 months ago", 7),
    "last month": ("1 month ago", 7),
    "this year": ("0 years ago", 4),
    "last year": ("1 year ago", 4),
}  # how long ago, and how many characters of that day's ISO form are meant
_WHOLE_DAY = 10
_ANY_DAY = date(2000, 1, 1)
_QUARTER = re.compile("q[1-4] [0-9]{4}")


def parse_bound(text: str, today: date, kind: str = END_OF_RANGE) -> Period:
    """Read a date as it is typed on the command line, for an option of this kind.

    Raises:
        ValueError: it is empty, ambiguous or no date; the message says what to write for the
            option, or names the accepted forms.
    """
    typed = fold_space(text)
    plain = typed.lower() if typed.isascii() else ""
    try:
        period = _relative(plain, today) or _quarter(plain)
        return period or parse_period(spelled(plain) or typed)
    except ValueError:
        from diplo.model.dates.corrections.wrong_bounds import refusal  # noqa: PLC0415  (only mistakes need it)

        raise refusal(text, today, kind) from None


def parse_window(text: str, today: date) -> Window:
    """Read a bound or a range of bounds (``A..B``, ``A..``, ``..B``) as a window.

    Raises:
        ValueError: it is neither; the message says what to write or names the accepted forms.
    """
    if ".." not in text:
        return _whole(parse_bound(text, today, RANGE))
    since, _, until = text.partition("..")
    if not since.strip() and not until.strip():
        raise ValueError(f"{shown(text)} has no date at either end; write A..B, A.. or ..B")
    return between(_side(since, text, today), _side(until, text, today))


def is_window(text: str, today: date = _ANY_DAY) -> bool:
    """Say whether a text is a bound or a range of bounds."""
    try:
        parse_window(text, today)
    except ValueError:
        return False
    return True


def _side(text: str, whole: str, today: date) -> Period | None:
    """Read one end of a range, None if it is blank; an error may suggest another whole range."""
    if not text.strip():
        return None
    try:
        return parse_bound(text, today, DAY)
    except ValueError:
        from diplo.model.dates.corrections import wrong_bounds as corrections  # noqa: PLC0415  (only mistakes need it)

        if corrections.lead_for_bound(whole, today, RANGE).forms or set("[/").intersection(whole):
            raise corrections.refusal(whole, today, RANGE) from None
        raise


def _whole(period: Period) -> Window:
    return Window(period.first, period.last, phrase(period), with_article(period))


def between(since: Period | None, until: Period | None) -> Window:
    """Return the window from the first day of one bound to the last day of another.

    If both are the same period, that period is the window.

    Raises:
        ValueError: it ends before it begins.
    """
    if since and until and since.first > until.last:
        raise ValueError(f"{words(since)} is after {words(until)}: nothing lies between them")
    if since and until and since[:2] == until[:2]:
        return _whole(since)
    opening, closing = _end_words(since, 0), _end_words(until, 1)
    if since and until:
        label = f"from {opening} to {closing}"
    elif since:
        label = f"since {opening}"
    else:
        label = f"until {closing}"
    return Window(since.first if since else BEGIN, until.last if until else END, label, opening)


def _end_words(period: Period | None, place: int) -> str:
    """Return the words for one end of a range; for a quarter, its first (0) or last (1) month."""
    if period and period.precision == QUARTER:
        return words(_ends(period.text)[place])
    return with_article(period) if period else ""


def _relative(text: str, today: date) -> Period | None:
    """Read a date relative to today: a day, month or year.

    Raises:
        ValueError: it is before the year 0001.
    """
    ago, length = _NAMED.get(text, (text, _WHOLE_DAY))
    match = _AGO.fullmatch(ago)
    if match is None:
        return None
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415  (few commands need it)

    step: dict[str, Any] = {f"{match[2]}s": int(match[1])}
    try:
        return parse_period((today - relativedelta(**step)).isoformat()[:length])
    except OverflowError:
        raise ValueError from None


def is_relative(text: str) -> bool:
    """Say whether a text is a date relative to today, even one before the year 0001."""
    return text in _NAMED or _AGO.fullmatch(text) is not None


def _quarter(text: str) -> Period | None:
    """Read a quarter of a year, which diplo's files cannot have, though EDTF can.

    Raises:
        ValueError: the calendar lacks the year.
    """
    if not _QUARTER.fullmatch(text):
        return None
    first, last = _ends(text)
    return Period(first.first, last.last, QUARTER, text.upper())


def _ends(quarter: str) -> list[Period]:
    """Return the first and the last month of a quarter such as Q1 2021."""
    return [*map(parse_period, quarter_ends(int(quarter[1]), quarter[3:]))]


def quarter_ends(number: int, year: str) -> tuple[str, str]:
    """Return the first and the last month of a quarter of a year."""
    return f"{year}-{number * 3 - 2:02}", f"{year}-{number * 3:02}"
