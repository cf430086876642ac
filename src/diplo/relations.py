"""The state of relations: what events make true of a subject, and what of that holds on a day.

An effect starts with its event, on a day that may not be known closely, and lasts until another
event changes the same subject. Days are ordinals, as in `diplo.dates`.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from diplo import dates
from diplo.dates import CERTAIN, POSSIBLE, Period
from diplo.events import Event


class Effect(NamedTuple):
    """What one event makes true of one subject."""

    event: Event
    state: str

    @property
    def since(self) -> Period:
        """The start as it is stated."""
        return self.event.date.start

    @property
    def start(self) -> Period:
        """The days on which it may have begun."""
        return dates.beginning(self.event.date)

    @property
    def order(self) -> tuple[int, int, str]:
        """Which of two effects is the later: by the last, then the first day of the start."""
        stated = self.event.date
        last = stated.end.last if stated.start.precision == "unknown" else stated.start.last
        return last, stated.start.first, self.event.id


class Subject(NamedTuple):
    """Something that has a state, such as an embassy, with all that events make of it, in order."""

    name: str
    countries: tuple[str, ...]
    effects: tuple[Effect, ...]


class Standing(NamedTuple):
    """The state of a subject on a day, or in a span of days that ends with another effect.

    `state` is None where none is certain, `possible` has the others that may hold; `effect` is
    what began the state or, where none is certain, the latest that may have begun one.
    """

    subject: Subject
    state: str | None
    match: str
    possible: tuple[str, ...] = ()
    effect: Effect | None = None
    until: Effect | None = None


def subjects(events: Iterable[Event]) -> list[Subject]:
    """Return what events with effects have changed, in the order of the first change."""
    changes: dict[str, list[Event]] = {}
    for event in sorted(events, key=attrgetter("order")):
        for name in event.status:
            changes.setdefault(name, []).append(event)
    return [_subject(name, changing) for name, changing in changes.items()]


def _subject(name: str, changing: Sequence[Event]) -> Subject:
    codes = dict.fromkeys(code for event in changing for code in event.countries)
    effects = [Effect(event, event.status[name]) for event in changing]
    return Subject(name, tuple(codes), tuple(sorted(effects, key=attrgetter("order"))))


def standing(subject: Subject, day: int) -> Standing | None:
    """Return the state of a subject on a day, or None where nothing has touched it by then."""
    begun = _begun(subject, day)
    certain = [effect for effect, match in begun if match == CERTAIN]
    latest = max((effect.start.first for effect in certain), default=dates.BEGIN)
    left = [effect for effect, _ in begun if effect.start.last >= latest]
    if not left:
        return None
    decisive = next((effect for effect in reversed(left) if effect in certain), None)
    state = decisive.state if decisive else None
    run = next(run for run in _runs(begun) if (decisive or left[-1]) in [e for e, _ in run])
    return _standing(subject, state, [effect.state for effect in left], _first(run))


def history(subject: Subject, day: int) -> Iterator[Standing]:
    """Yield the states that a subject has had by a day, and may have had, in order.

    Those whose place in the order is not certain are possible in each other's span.
    """
    begun = _begun(subject, day)
    starts = [(_first(run), run) for run in _runs(begun)]
    following = [*(effect for effect, _ in starts), None][1:]
    for (effect, run), until in zip(starts, following, strict=True):
        state = effect.state if any(match == CERTAIN for _, match in run) else None
        rivals = [other.state for other, _ in begun if _overlap(other.start, effect.start)]
        yield _standing(subject, state, rivals, effect)._replace(until=until)


def _standing(
    subject: Subject, state: str | None, states: Iterable[str], effect: Effect
) -> Standing:
    possible = tuple(dict.fromkeys(other for other in states if other != state))
    return Standing(subject, state, POSSIBLE if possible else CERTAIN, possible, effect)


_Begun = tuple[Effect, str]


def _begun(subject: Subject, day: int) -> list[_Begun]:
    found = ((effect, dates.begun(effect.event.date, day)) for effect in subject.effects)
    return [(effect, match) for effect, match in found if match]


def _runs(begun: Iterable[_Begun]) -> list[list[_Begun]]:
    """Split effects where the state changes: one that only repeats it begins nothing."""
    return [list(run) for _, run in itertools.groupby(begun, key=lambda pair: pair[0].state)]


def _first(run: Sequence[_Begun]) -> Effect:
    """Return the effect that began a state: the first certain one, if any."""
    return next((effect for effect, match in run if match == CERTAIN), run[0][0])


def _overlap(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last
