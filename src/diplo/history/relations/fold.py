"""The fold of events: what they make true of a subject, and which of that holds on a day.

An effect starts with its event, on a day that may be known only roughly, and lasts until another
event changes the same subject. Days are ordinals, as in `diplo.model.dates`.
"""

import heapq
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from diplo.model import dates
from diplo.model.dates import CERTAIN, POSSIBLE, Edtf, Period
from diplo.model.events import Event


class Effect(NamedTuple):
    """What one event makes true of one subject, and the days on which that may have begun."""

    event: Event
    state: str
    start: Period

    @property
    def since(self) -> Period:
        """The start as it is stated."""
        return self.event.date.start

    @property
    def is_dated(self) -> bool:
        """Whether anything is known about the start."""
        return not self.since.is_unknown

    def has_begun_by(self, day: int) -> bool:
        """Say whether it had surely begun by a day."""
        return dates.begun_by(self.start, day) == CERTAIN

    @property
    def order(self) -> tuple[int, int]:
        """The sort key of effects: the last day of the start, then the first.

        Both are as stated, but a state without a known start begins at the latest on the last day
        that its file covers.
        """
        stated = self.event.date
        return min(stated.start.last, stated.end.last, self.start.last), stated.start.first

    @property
    def superseded_after(self) -> int:
        """The day after which any effect that surely begins, and is later by order, has ended it.

        That is the last day of the start or, if only an end is known, the day before that end.
        """
        end = self.event.date.end
        return self.start.last if self.is_dated or end.edtf is None else end.first - 1

    def ended_by(self, other: "Effect") -> bool:
        """Say whether another effect, which is certain and later by order, surely ended it."""
        return other.start.first > self.superseded_after


class Subject(NamedTuple):
    """Something that has a state, such as an embassy, with its effects in order."""

    name: str
    countries: tuple[str, ...]
    effects: tuple[Effect, ...]


class Standing(NamedTuple):
    """The state of a subject on a day, or in a span of days that ends with another effect.

    `state` is None if none is certain, and `possible` has the others that may hold. `effect` began
    the state or, if none is certain, is the latest that may have begun one. `dated` is false if
    nothing is known about the start of any of these states.
    """

    subject: Subject
    state: str | None
    possible: Iterable[str] = ()
    effect: Effect | None = None
    until: Effect | None = None
    dated: bool = True

    @property
    def match(self) -> str:
        """`CERTAIN`, or `POSSIBLE` if other states may hold."""
        return POSSIBLE if self.possible else CERTAIN


def subjects(events: Iterable[Event], last_days: Mapping[str, date]) -> list[Subject]:
    """Return the subjects that events have changed, in the order of the first change.

    Events come in the order of their files, which decides between effects of one date. A state
    that still holds, but has no known start, began by the last day that its file covers, which
    `last_days` give by the id of the event.
    """
    changes: dict[str, list[Event]] = {}
    for event in sorted(events, key=lambda event: event.date.order):
        for name in event.status:
            changes.setdefault(name, []).append(event)
    return [_subject(name, changing, last_days) for name, changing in changes.items()]


def _subject(name: str, changing: Sequence[Event], last_days: Mapping[str, date]) -> Subject:
    codes = dict.fromkeys(code for event in changing for code in event.countries)
    effects = [
        Effect(event, event.status[name], _start(event.date, last_days.get(event.id)))
        for event in changing
    ]
    return Subject(name, tuple(codes), tuple(sorted(effects, key=attrgetter("order"))))


def _start(when: Edtf, as_of: date | None) -> Period:
    start = dates.beginning(when)
    still_holds = when.start.is_unknown and when.end == dates.OPEN_END
    return start._replace(last=as_of.toordinal()) if still_holds and as_of else start


def standing(subject: Subject, day: int) -> Standing | None:
    """Return the state of a subject on a day, or None if no effect has begun by then."""
    begun = effects_by(subject, day)
    fold = _Fold()
    for effect, match in begun:
        fold.add(effect, match)
    decisive = fold.decisive
    if decisive is None:
        return None
    run = next(run for run in _runs(begun) if any(effect is decisive for effect, _ in run))
    first = next((effect for effect, match in run if match == CERTAIN), run[0][0])
    return Standing(subject, fold.state, tuple(fold.others), first, dated=fold.is_dated)


def history(subject: Subject, day: int) -> list[Standing]:
    """Return the states that a subject has had, or may have had, by a day, in order.

    Each is what holds after the effects so far, so that the last one holds on the day.
    """
    fold = _Fold()
    standings: list[Standing] = []
    for effect, match in effects_by(subject, day):
        if fold.add(effect, match):
            standings.append(Standing(subject, fold.state, fold.others, effect))
    ends = [*(row.effect for row in standings[1:]), None]
    return [row._replace(until=end) for row, end in zip(standings, ends, strict=False)]


Begun = tuple[Effect, str]


def effects_by(subject: Subject, day: int) -> list[Begun]:
    """Return the effects that have begun by a day, certainly or possibly, in their order."""
    pairs = ((effect, dates.begun_by(effect.start, day)) for effect in subject.effects)
    return [(effect, match) for effect, match in pairs if match]


def events_behind(subjects: Iterable[Subject], day: int) -> list[Event]:
    """Return the events whose effects on subjects have begun by a day, certainly or possibly."""
    return [effect.event for subject in subjects for effect, _ in effects_by(subject, day)]


class _Others:
    """The states that are possible beside the certain one, listed only when asked for.

    This saves time with thousands of effects, each of which may leave as many states as before.
    """

    def __init__(self, fold: "_Fold") -> None:
        """Take a fold as it is now; it may take in more effects later."""
        self._states, self._gone, self._state = fold.names, fold.gone, fold.state
        self._first, self._count = fold.first, len(fold.names)
        certain_states = 0 if fold.state is None else 1
        self._is_any = len(fold.counts) > certain_states

    def __iter__(self) -> Iterator[str]:
        """Yield each state once, in the order of the effects."""
        if not self._is_any:
            return iter(())
        states = self._states[self._first : self._count]
        if self._gone:
            numbered, count = enumerate(states, self._first), self._count
            states = [state for n, state in numbered if self._gone.get(n, count) >= count]
        return (state for state in dict.fromkeys(states) if state != self._state)

    def __bool__(self) -> bool:
        """Say whether there is any."""
        return self._is_any


class _Fold:
    """The effects that still hold of those that were added, in their order.

    An effect drops out when a certain one surely came later.
    """

    def __init__(self) -> None:
        self._effects: list[Effect] = []
        self.names: list[str] = []  # the state of each effect
        self.gone: dict[int, int] = {}  # the number of effects after which each dropped out
        self.first = 0  # the first effect that is left
        self.counts: Counter[str] = Counter()  # of states, among the effects that are left
        self._settled: list[tuple[int, int]] = []  # heap of the days of those left
        self._certain: Effect | None = None  # the latest

    def add(self, effect: Effect, match: str) -> bool:
        """Add an effect, and say whether any state has come, gone or become certain."""
        is_first, is_new = not self._effects, effect.state not in self.counts
        before, others = self.state, self.others
        dropped = False
        if match == CERTAIN:
            dropped = self._drop(effect)
            self._certain = effect
        heapq.heappush(self._settled, (effect.superseded_after, len(self._effects)))
        self.counts[effect.state] += 1
        self.names.append(effect.state)
        self._effects.append(effect)  # the latest so far, by order
        if is_first or self.state != before:
            return True
        return tuple(others) != tuple(self.others) if dropped else is_new

    def _drop(self, later: Effect) -> bool:
        """Drop the effects that a certain one surely ended, and say whether there were any."""
        ended = []
        while self._settled and self._effects[self._settled[0][1]].ended_by(later):
            ended.append(heapq.heappop(self._settled)[1])
        for number in ended:
            self.gone[number] = len(self._effects)
            state = self.names[number]
            self.counts[state] -= 1
            if not self.counts[state]:
                del self.counts[state]
        while self.first in self.gone:
            self.first += 1
        return bool(ended)

    @property
    def decisive(self) -> Effect | None:
        """The latest certain effect, or else the latest of all."""
        return self._certain or (self._effects[-1] if self._effects else None)

    @property
    def is_dated(self) -> bool:
        """Whether anything is known about the start of any effect that is left."""
        # All effects will do: one that dropped out was ended by one that is dated, and left.
        return any(effect.is_dated for effect in self._effects)

    @property
    def state(self) -> str | None:
        """The state that is certain, if one is."""
        return self._certain.state if self._certain else None

    @property
    def others(self) -> _Others:
        """The states that are possible beside it."""
        return _Others(self)


def _runs(begun: Iterable[Begun]) -> list[list[Begun]]:
    """Split effects into runs of one state, as an effect that repeats a state begins nothing."""
    return [list(run) for _, run in itertools.groupby(begun, key=lambda pair: pair[0].state)]
