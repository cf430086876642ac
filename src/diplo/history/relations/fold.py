"""The fold: what events make true of a subject, and what of that holds on a day.

An effect starts with its event, on a day that may not be known closely, and lasts until another
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
        """Whether anything is told of the start."""
        return self.since.precision != "unknown"

    def begun(self, day: int) -> bool:
        """Say whether it had surely begun by a day."""
        return dates.begun(self.start, day) == CERTAIN

    @property
    def order(self) -> tuple[int, int]:
        """Which of two effects is the later: by the last, then the first day of the start.

        That is as they are stated, save what stands by the last day that its file speaks for.
        """
        stated = self.event.date
        return min(stated.start.last, stated.end.last, self.start.last), stated.start.first

    @property
    def settled(self) -> int:
        """The day after which whatever surely begins has ended it, if that is the later by order.

        That is the last of the start or, where only an end is told, the one before that end.
        """
        end = self.event.date.end
        return self.start.last if self.is_dated or end.edtf is None else end.first - 1

    def ended_by(self, other: "Effect") -> bool:
        """Say whether another, which is certain and the later by order, surely ended it."""
        return other.start.first > self.settled


class Subject(NamedTuple):
    """Something that has a state, such as an embassy, with all that events make of it, in order."""

    name: str
    countries: tuple[str, ...]
    effects: tuple[Effect, ...]


class Standing(NamedTuple):
    """The state of a subject on a day, or in a span of days that ends with another effect.

    `state` is None where none is certain, `possible` has the others that may hold; `effect` is
    what began this or, where no state is certain, the latest that may have begun one. It is
    `dated` unless nothing is told of the start of any of these states.
    """

    subject: Subject
    state: str | None
    possible: Iterable[str] = ()
    effect: Effect | None = None
    until: Effect | None = None
    dated: bool = True

    @property
    def match(self) -> str:
        """Whether the state is certain."""
        return POSSIBLE if self.possible else CERTAIN


def subjects(events: Iterable[Event], spoken: Mapping[str, date]) -> list[Subject]:
    """Return what events with effects have changed, in the order of the first change.

    Events come in the order of their files, which decides between effects of one date. What is
    still so, without a start being told, had begun by the last day that its file speaks for, which
    is `spoken` by the id of the event.
    """
    changes: dict[str, list[Event]] = {}
    for event in sorted(events, key=lambda event: event.date.order):
        for name in event.status:
            changes.setdefault(name, []).append(event)
    return [_subject(name, changing, spoken) for name, changing in changes.items()]


def _subject(name: str, changing: Sequence[Event], spoken: Mapping[str, date]) -> Subject:
    codes = dict.fromkeys(code for event in changing for code in event.countries)
    effects = [
        Effect(event, event.status[name], _start(event.date, spoken.get(event.id)))
        for event in changing
    ]
    return Subject(name, tuple(codes), tuple(sorted(effects, key=attrgetter("order"))))


def _start(when: Edtf, as_of: date | None) -> Period:
    start = dates.beginning(when)
    stands = when.start.precision == "unknown" and when.end == dates.OPEN_END
    return start._replace(last=as_of.toordinal()) if stands and as_of else start


def standing(subject: Subject, day: int) -> Standing | None:
    """Return the state of a subject on a day, or None where nothing has touched it by then."""
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
    """Return the states that a subject has had by a day, and may have had, in order.

    Each is what holds once the effects up to there have begun, so that the last holds on the day.
    """
    fold = _Fold()
    found: list[Standing] = []
    for effect, match in effects_by(subject, day):
        if fold.add(effect, match):
            found.append(Standing(subject, fold.state, fold.others, effect))
    following = [*(row.effect for row in found), None][1:]
    return [row._replace(until=until) for row, until in zip(found, following, strict=True)]


Begun = tuple[Effect, str]


def effects_by(subject: Subject, day: int) -> list[Begun]:
    """Return the effects that have begun by a day, certainly or possibly, in their order."""
    found = ((effect, dates.begun(effect.start, day)) for effect in subject.effects)
    return [(effect, match) for effect, match in found if match]


def behind(subjects: Iterable[Subject], day: int) -> list[Event]:
    """Return the events that have begun to change subjects by a day, certainly or possibly."""
    return [effect.event for subject in subjects for effect, _ in effects_by(subject, day)]


class _Others:
    """The states that are possible beside one, which are listed only where they are asked for.

    Among thousands of effects that is worth it: each may leave as many states as came before.
    """

    def __init__(self, fold: "_Fold") -> None:
        """Take what holds of effects, of which there may be more later."""
        self._states, self._gone, self._state = fold.names, fold.gone, fold.state
        self._first, self._count = fold.first, len(fold.names)
        self._some = len(fold.counts) > (fold.state is not None)

    def __iter__(self) -> Iterator[str]:
        """Yield each state once, in the order of the effects."""
        if not self._some:
            return iter(())
        left = self._states[self._first : self._count]
        if self._gone:
            numbered, count = enumerate(left, self._first), self._count
            left = [state for n, state in numbered if self._gone.get(n, count) >= count]
        return (state for state in dict.fromkeys(left) if state != self._state)

    def __bool__(self) -> bool:
        """Say whether there is any."""
        return self._some


class _Fold:
    """What holds of the effects that were added, in their order.

    One drops out when a certain one surely came later.
    """

    def __init__(self) -> None:
        self._begun: list[Effect] = []
        self.names: list[str] = []  # of their states
        self.gone: dict[int, int] = {}  # after how many effects each dropped out
        self.first = 0  # that is left
        self.counts: Counter[str] = Counter()  # of the states of those that are left
        self._settled: list[tuple[int, int]] = []  # when those that are left were settled, a heap
        self._certain: Effect | None = None  # the latest

    def add(self, effect: Effect, match: str) -> bool:
        """Add an effect, and say whether any state has come, gone or become certain."""
        is_first, is_new = not self._begun, effect.state not in self.counts
        before, others = self.state, self.others
        dropped = False
        if match == CERTAIN:
            dropped = self._drop(effect)
            self._certain = effect
        self._keep(effect)
        if is_first or self.state != before:
            return True
        return tuple(others) != tuple(self.others) if dropped else is_new

    def _keep(self, effect: Effect) -> None:
        number = len(self._begun)
        heapq.heappush(self._settled, (effect.settled, number))
        self.counts[effect.state] += 1
        self.names.append(effect.state)
        self._begun.append(effect)  # by the order, it may have begun after all others

    def _drop(self, later: Effect) -> bool:
        """Drop what a certain effect surely came after, and say whether there was any."""
        ended = []
        while self._settled and self._begun[self._settled[0][1]].ended_by(later):
            ended.append(heapq.heappop(self._settled)[1])
        for number in ended:
            self.gone[number] = len(self._begun)
            state = self.names[number]
            self.counts[state] -= 1
            if not self.counts[state]:
                del self.counts[state]
        while self.first in self.gone:
            self.first += 1
        return bool(ended)

    @property
    def decisive(self) -> Effect | None:
        """The latest certain effect; where there is none, the latest."""
        return self._certain or (self._begun[-1] if self._begun else None)

    @property
    def is_dated(self) -> bool:
        """Whether anything is told of the start of an effect that is left."""
        left = (each for number, each in enumerate(self._begun) if number not in self.gone)
        return any(effect.is_dated for effect in left)

    @property
    def state(self) -> str | None:
        """The state that is certain, if one is."""
        return self._certain.state if self._certain else None

    @property
    def others(self) -> _Others:
        """The states that are possible beside it."""
        return _Others(self)


def _runs(begun: Iterable[Begun]) -> list[list[Begun]]:
    """Split effects where the state changes: one that only repeats it begins nothing."""
    return [list(run) for _, run in itertools.groupby(begun, key=lambda pair: pair[0].state)]
