"""The states of a subject over time, as stretches of days to draw."""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from diplo.history.relations.fold import Begun, Effect, Subject, effects_by, history
from diplo.model import dates
from diplo.model.dates import CERTAIN

IN_FORCE, WITHHELD, INEXACT = "in force", "withheld", "inexact"  # kinds of stretches


class Stretch(NamedTuple):
    """The first and the last day of one state of a subject, and the kind of the stretch.

    `is_former` is true if another state followed; only one stretch of each state has it.
    """

    first: int
    last: int
    state: str
    kind: str
    is_former: bool = False


class Change(NamedTuple):
    """A change of state, between the first day on which it may have been and the latest.

    It is not `certain` if it may be yet to come. The days only `bound` it if they are of a set.
    """

    first: int
    day: int
    certain: bool
    bound: bool = False


class Past(NamedTuple):
    """The states of a subject up to a day, to draw."""

    stretches: tuple[Stretch, ...] = ()
    changes: tuple[Change, ...] = ()


def past(subject: Subject, day: int, withheld: Callable[[Effect], bool]) -> Past:
    """Return the states of a subject up to a day; `withheld` tells which are less than ties."""
    states = history(subject, day)
    if not states:
        return Past()
    latest = _latest(effects_by(subject, day), day)
    phases = _phases([row.effect for row in states if row.effect], latest, day)
    stretches: list[Stretch] = []
    changes: list[Change] = []
    kind = INEXACT
    for row, phase, following in zip(states, phases, [*states[1:], None], strict=True):
        effect, certain = phase.effect, phase.effect.has_begun_by(day)
        if certain:
            kind = WITHHELD if withheld(effect) else IN_FORCE
        is_former = following is not None and following.state != row.state
        stretches += phase.stretches(row.state, kind, is_former=is_former)
        if phase.is_marked:
            bound = effect.since.is_set
            changes.append(Change(effect.start.first, phase.begun, certain, bound))
    return Past(tuple(stretches), tuple(changes))


class _Phase(NamedTuple):
    """An effect with its days: the first possible one, the first certain one, and the last."""

    effect: Effect
    opening: int
    begun: int
    last: int

    @property
    def is_marked(self) -> bool:
        """Whether a day can be named as that of the change."""
        return self.effect.is_dated and self.begun > dates.BEGIN

    def stretches(self, state: str | None, kind: str, *, is_former: bool) -> Iterator[Stretch]:
        """Yield the days on which the effect may have begun, and those on which a state held."""
        first = self.begun if self.effect.is_dated else self.begun + 1
        is_certain = first <= self.last
        if self.opening < first:
            alone = not is_certain and not self.effect.is_dated
            yield Stretch(self.opening, first - 1, self.effect.state, INEXACT, is_former and alone)
        if is_certain:
            yield Stretch(first, self.last, state or self.effect.state, kind, is_former)


def _latest(begun: Sequence[Begun], day: int) -> dict[str, int]:
    """Return the day by which each effect, or a later certain one, had begun at the latest."""
    days: dict[str, int] = {}
    for effect, match in reversed(begun):
        day = min(day, effect.start.last) if match == CERTAIN else day
        days[effect.event.id] = day
    return days


def _phases(effects: Sequence[Effect], latest: Mapping[str, int], day: int) -> list[_Phase]:
    """Return the phases of effects, which come in their order, up to a day."""
    own = (min(effect.start.last, latest[effect.event.id]) for effect in effects)
    begun = list(itertools.accumulate(own, max))
    after = [dates.BEGIN, *(before + 1 for before in begun[:-1])]
    openings = [
        max(effect.start.first, least) for effect, least in zip(effects, after, strict=True)
    ]
    ends = [*(opening - 1 for opening in openings[1:]), day]
    return [*map(_Phase, effects, openings, begun, ends)]
