"""A date on a page: in words with `time` elements, and how much of it is known."""

from html import escape

from diplo.model import dates
from diplo.model.dates import NO_DAY, OPEN_END, Edtf, Period, set_ends

_DOUBTS = {"~": "approximate", "?": "uncertain", "%": "approximate and uncertain"}
_KNOWN = {
    "day": "exact day",
    "month": "only the month known",
    "season": "only the season known",
    "year": "only the year known",
    "open": "open",
}
_STAMPED = ("day", "month", "year")  # that a `time` element can state


def timed(when: Edtf, words: str = "") -> str:
    """Return a date in these words, or in full, with its days as `time` elements."""
    rest, markup = words or dates.words(when), ""
    ends = dict.fromkeys(end for end in (when.end, when.start) if end.precision not in NO_DAY)
    for period in ends:  # the end first, as a shared month or year stands with it
        name = _name_in(rest, period)
        if name in rest:
            rest, _, after = rest.rpartition(name)
            markup = f"{time(period, name)}{escape(after)}{markup}"
    return f"{escape(rest)}{markup}"


def _name_in(words: str, period: Period) -> str:
    """Return what a period may be called in words: its name, that without its year, or its day."""
    short = dates.words(period, under=period.text[:4])
    for name in (dates.words(period), short):
        if name in words:
            return name
    return short.split(" ")[0]


def time(period: Period, words: str) -> str:
    """Return the words of a period, in a `time` element if HTML can state it."""
    if period.precision in _STAMPED and not period.qualifier:
        return f'<time datetime="{period.text.replace("-XX", "")}">{escape(words)}</time>'
    return escape(words)


def certainty(when: Edtf) -> str:
    """Say how much of a date is known."""
    if when.is_span:
        end = "still so" if when.end == OPEN_END else _known_end("end", when.end)
        return f"{_known_end('start', when.start)}; {end}"
    if not when.is_set:
        return _known(when.start)
    first, last = set_ends(when.text)
    if first and last:
        return "some time in between"
    if first:
        return f"not earlier than {dates.with_article(first)}"
    return f"not later than {dates.with_article(last or when.end)}"


def _known_end(end: str, period: Period) -> str:
    if period.is_unknown:
        return f"{end} not told"
    return f"{end}: {_known(period)}"


def _known(period: Period) -> str:
    """Say how much of a moment, or of the end of a span, is known."""
    if period.qualifier:
        return f"{_DOUBTS[period.qualifier]} {period.precision}"
    return _KNOWN.get(period.precision) or f"some time in the {dates.words(period)}"
