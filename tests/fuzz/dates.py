"""Fuzzing what people and files write for a date."""

from datetime import date
from random import Random
from typing import NamedTuple

from diplo.model import dates
from diplo.model.dates import BEGIN, CERTAIN, END, ONGOING, Edtf, Window
from diplo.terminal.text import refused_at
from tests.fuzz.checks import LONGEST_LINE, limited
from tests.fuzz.grammar import Grammar
from tests.fuzz.mutations import mutated

_HOSTILE = tuple(
    text.encode()
    for text in (
        *("X", "XX", "-", "/", "..", "[", "]", "?", "~", "%", ",", " ", "0", "00", "9999", "13"),
        *("２０２１", "²", "٣", "−", "–", "é", "\u202e", "\x1b", "\n", "\ufeff", "\u00a0"),
        "T10:00",
        *("c. ", "since ", "before ", " to ", "present", "uu", "Q1 ", "last ", "60d", "BC", "T"),
        *("may", "1990s", "5th", "ago", "weeks", "today", "sept", "May 5, 2024", "9" * 400, "+1"),
    )
)  # fmt: skip
_MONTHS = ("jan", "February", "MAY", "sept", "december", "mon", "ſept")
_SEASONS = ("spring", "Summer", "fall", "WINTER")


class Bound(NamedTuple):
    """What is typed for a date, and the day on which that happens."""

    text: str
    today: date


def any_date(random: Random) -> str:
    """Return an EDTF date, or nearly one."""
    text = Grammar(random, 0.05).date()
    return _mutated(random, text)


def check_date(text: str) -> None:
    """Read a date; what is read must be in order, and be matched by ever wider windows."""
    try:
        when = limited(len(text), lambda: dates.parse(text))
    except ValueError as error:
        _check_reason(str(error))
        return
    assert when.text == text
    assert when.start.first <= when.start.last <= END
    assert BEGIN <= when.start.first <= when.end.last
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest
    assert dates.words(when).isprintable()
    assert when.order == dates.parse(text).order
    _check_matching(when)
    if anchor := dates.anchor(when):
        for unit in ("year", "decade"):
            assert dates.words(dates.enclosing(anchor, unit))


def _check_matching(when: Edtf) -> None:
    """A wider window takes whatever a narrower one takes, and doubts no more of it."""
    middle, before = sum(dates.extent(when)) // 2, None
    for wider in (0, 1, 40, 400, 4000, END):
        window = Window(max(middle - wider, BEGIN), min(middle + wider, END))
        said = dates.match(when, window)
        assert before is None or said in (before, CERTAIN, ONGOING), (before, said, window)
        before = said
    assert before is not None
    assert dates.begun_by(dates.beginning(when), END)


def any_bound(random: Random) -> Bound:
    """Return what people type for a bound or a range of bounds, or nearly that."""
    today = date.fromordinal(random.choice((1, 365, 738_000, END - 1, random.randrange(1, END))))
    between = random.choice(("..", "..", " .. ", "...", "/", ""))
    text = typed(random) + (between + typed(random) if random.random() < 0.4 else "")
    return Bound(_mutated(random, text), today)


def typed(random: Random) -> str:
    """Return what people type for one bound."""
    grammar = Grammar(random, 0.05)
    day, year = random.randint(1, 31), f"{random.randint(0, 10_000):04}"
    month = random.choice(_MONTHS)
    unit = random.choice(("day", "days", "week", "months", "years", "decades"))
    number = random.choice((0, 1, 12, 365, 9999, 999_999))
    return random.choice(
        (
            *(grammar.period(), grammar.period(), grammar.date(), f"{year[:3]}0s", "today"),
            *("yesterday", f"{number} {unit} ago", f"{month} {year}", f"{day} {month} {year}"),
            *(f"{day}th {month} {year}", f"{month} {day}, {year}", grammar.text()),
            *(f"Q{day % 5} {year}", f"{random.choice(_SEASONS)} {year}", f"{number}{unit[0]}"),
            *(f"{random.choice(('this', 'last'))} {unit}", f"{day}.{number}.{year}"),
        )
    )


def check_bound(given: Bound) -> None:
    """Read a bound, as --since takes it, and a range, as --year does."""
    text, today = given
    try:
        period = limited(len(text), lambda: dates.parse_bound(text, today))
        assert 0 < period.first <= period.last < END
        assert dates.parse_bound(period.text, today) == period
        assert dates.words(period).isprintable()
    except ValueError as error:
        _check_reason(str(error))
    try:
        window = limited(len(text), lambda: dates.parse_window(text, today))
        assert BEGIN <= window.first <= window.last <= END
        assert window.words.isprintable()
    except ValueError as error:
        _check_reason(str(error))


def _mutated(random: Random, text: str) -> str:
    return mutated(random, text.encode(errors="surrogatepass"), _HOSTILE).decode(
        errors="surrogateescape"
    )


def _check_reason(reason: str) -> None:
    assert reason.isprintable(), reason
    assert refused_at(reason) is None, reason
    assert len(reason) < LONGEST_LINE, reason
