"""What people type for a date on the command line."""

import re
from datetime import date

from diplo.dates.edtf import BEGIN, END, UNKNOWN, NotADayError, Period, parse_period
from diplo.dates.english import spelled
from diplo.dates.matching import Window
from diplo.dates.wording import phrase, with_article, words
from diplo.text import fold_space, shown

_AGO = re.compile("([0-9]{1,6}) (day|week|month|year)s? ago")
_BOUND_FORMS = (
    "2021, 2021-08, 2021-08-15, 196X, 1990s, 'May 2024', '28 May 2024', today, '2 years ago'"
)


def parse_bound(text: str, today: date) -> Period:
    """Read what a person types for a date on the command line.

    Raises:
        ValueError: it is empty, ambiguous or no date; the message names the accepted forms.

    """
    typed = fold_space(text)
    plain = typed.lower() if typed.isascii() else ""
    try:
        return _ago(plain, today) or parse_period(spelled(plain) or typed, whole=typed)
    except ValueError as error:
        reason = str(error) if isinstance(error, NotADayError) else f"{shown(text)} is not a date"
        message = f"{reason}; write {_BOUND_FORMS}"
        raise ValueError(message) from None


def parse_window(text: str, today: date) -> Window:
    """Read a bound or a range of bounds (``A..B``, ``A..``, ``..B``) as a window.

    Raises:
        ValueError: it is none; the message names the accepted forms.

    """
    if ".." not in text:
        try:
            period = parse_bound(text, today)
        except ValueError as error:
            message = f"{error}, or a range: A..B, A.. or ..B"
            raise ValueError(message) from None
        return Window(period.first, period.last, phrase(period), with_article(period))
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
    return Window(
        since.first if since else BEGIN,
        until.last if until else END,
        _between_words(since, until),
        with_article(since) if since else "",
    )


def _between_words(since: Period | None, until: Period | None) -> str:
    if since and until:
        return f"from {with_article(since)} to {with_article(until)}"
    return f"since {with_article(since)}" if since else f"until {with_article(until or UNKNOWN)}"


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
        return parse_period((today - steps[unit]).isoformat())
    except (ValueError, OverflowError):
        message = f"{shown(text)} is before the year 0001"
        raise NotADayError(message) from None
