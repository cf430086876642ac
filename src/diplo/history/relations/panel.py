"""The panel that statistics start from: the states of a subject in each year or month."""

import bisect
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from diplo.history.relations.fold import Subject
from diplo.model import dates
from diplo.model.dates import Period, Window

UNITS = {"year": 4, "month": 7}  # of a panel, and how many characters of a day's ISO form name them


class Turn(NamedTuple):
    """The day by which a new state had surely begun; `dated` if anything is known of its start."""

    day: int
    state: str
    dated: bool


class Spell(NamedTuple):
    """A subject in a year or month.

    `start` and `end` are its states on the first and the last day, None if none is certain; `first`
    and `last` are the first and the last state that was certain within it. `changes` counts those
    whose start is dated.
    """

    subject: str
    period: Period
    start: str | None
    end: str | None
    first: str | None
    last: str | None
    changes: int


def turns(subject: Subject) -> list[Turn]:
    """Return the changes of state that are certain, each on the last day of its start."""
    numbered = enumerate(subject.effects)
    sure = [
        (effect.start.last, n, effect)
        for n, effect in numbered
        if effect.has_begun_by(dates.END - 1)
    ]
    changes: list[Turn] = []
    latest, state = -1, None
    for day, number, effect in sorted(sure):
        if number > latest:
            latest = number
            if effect.state != state:
                changes.append(Turn(day, effect.state, effect.is_dated))
            state = effect.state
    return changes


def panel(subject: Subject, periods: Iterable[Period]) -> Iterator[Spell]:
    """Yield the spell of a subject in each period."""
    all_turns = turns(subject)
    days = [turn.day for turn in all_turns]
    states: list[str | None] = [None, *(turn.state for turn in all_turns)]
    for period in periods:
        before = bisect.bisect_left(days, period.first)
        start, end = (states[bisect.bisect_right(days, day)] for day in period[:2])
        within = all_turns[before : bisect.bisect_right(days, period.last)]
        first = start if start is not None or not within else within[0].state
        changes = sum(turn.dated for turn in within)
        yield Spell(subject.name, period, start, end, first, end, changes)


def periods(window: Window, unit: str) -> Iterator[Period]:
    """Yield the years or months of a window, the outer ones cut at its ends."""
    day = window.first
    while day <= window.last:
        period = dates.parse(date.fromordinal(day).isoformat()[: UNITS[unit]]).start
        yield period._replace(first=day, last=min(period.last, window.last))
        day = period.last + 1
