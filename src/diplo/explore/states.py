"""The state of relations on a day: first what an event changes, then what changed last."""

import bisect
import functools
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, takewhile
from typing import NamedTuple

from diplo.history import relations
from diplo.history.relations import Past, Standing, Subject
from diplo.model.events import Event
from diplo.reports import Names, states
from diplo.reports.states import State


class SubjectState(NamedTuple):
    """A subject with its state on a day, and the event behind it, None if it has no state.

    It is `changed` if the event at the cursor changes it. `status` shows it `by_default`, or only
    with --all.
    """

    name: str
    countries: tuple[str, ...]
    state: State
    changed: bool
    event: Event | None
    by_default: bool


class Course:
    """How relations stood, day by day."""

    def __init__(self, subjects: Sequence[Subject], last: int, names: Names) -> None:
        self._subjects = {subject.name: subject for subject in subjects}
        self._last = last
        self._names = names
        self._changes = sorted(
            (effect.start.first, number, subject.name)
            for subject in subjects
            for number, effect in enumerate(subject.effects)
        )

    def __len__(self) -> int:
        """Return how many subjects there are."""
        return len(self._subjects)

    def on(self, day: int, event: Event | None = None) -> Iterator[SubjectState]:
        """Yield each subject with its state on a day.

        Subjects that an event changes come first, then those that share most countries with it, the
        latest changes first; those without a state yet come last, the next to get one first.
        """
        changed: Collection[str] = event.status if event else ()
        concerned = frozenset(event.countries if event else ())

        def distance(name: str) -> int:
            return -len(concerned.intersection(self._subjects[name].countries))

        place = bisect.bisect_right(self._changes, day, key=lambda change: change[0])
        before = dict.fromkeys(name for *_, name in reversed(self._changes[:place]))
        after = dict.fromkeys(name for *_, name in self._changes[place:] if name not in before)
        firsts = (name for name in changed if name in self._subjects)
        rest = (name for part in (before, after) for name in sorted(part, key=distance))
        for name in dict.fromkeys(chain(firsts, rest)):
            yield self._stated(name, day, name in changed)

    def shown_by_default(self, day: int, event: Event | None = None) -> Iterator[SubjectState]:
        """Yield the subjects that `status` shows by default, and those that an event changes."""
        subjects = takewhile(lambda subject: subject.event or subject.changed, self.on(day, event))
        return (subject for subject in subjects if subject.by_default or subject.changed)

    def _stated(self, name: str, day: int, changed: bool) -> SubjectState:  # noqa: FBT001
        subject = self._subjects[name]
        standing = relations.standing(subject, day) or Standing(subject, None, dated=False)
        state = states.state_of(standing, Past(), self._names)
        behind = standing.effect.event if standing.effect else None
        return SubjectState(name, subject.countries, state, changed, behind, standing.dated)

    @functools.lru_cache(maxsize=1000)  # noqa: B019  (a course lives as long as the program)
    def past(self, name: str) -> Past:
        """Return all states of a subject, to be drawn."""
        return relations.past(
            self._subjects[name],
            self._last,
            lambda effect: states.is_broken(effect, self._names),
        )
