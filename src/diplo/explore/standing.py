"""The state of relations on a day: the subjects that have changed first, then the latest."""

import bisect
import functools
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from diplo.history import relations
from diplo.history.relations import Past, Standing, Subject
from diplo.reports import Names, status
from diplo.reports.status import State


class Stated(NamedTuple):
    """A subject with its state on a day; `changed` is what the event at the cursor is about."""

    name: str
    countries: tuple[str, ...]
    state: State
    changed: bool


class Course:
    """How relations stood, day by day."""

    def __init__(self, subjects: Sequence[Subject], last: int, names: Names) -> None:
        """Take what has states, and the last day that is told of."""
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

    def on(self, day: int, changed: Collection[str] = ()) -> Iterator[Stated]:
        """Yield each subject with its state on a day.

        What has `changed` comes first, then what did so last; what has no state yet comes at the
        end, and of that what gets one first.
        """
        place = bisect.bisect_right(self._changes, day, key=lambda change: change[0])
        before = (name for *_, name in reversed(self._changes[:place]))
        after = (name for *_, name in self._changes[place:])
        firsts = (name for name in changed if name in self._subjects)
        seen: set[str] = set()
        for name in chain(firsts, before, after):
            if name not in seen:
                seen.add(name)
                yield self._stated(name, day, name in changed)

    def _stated(self, name: str, day: int, changed: bool) -> Stated:  # noqa: FBT001
        subject = self._subjects[name]
        standing = relations.standing(subject, day) or Standing(subject, None)
        state = status.state_of(standing, Past(), self._names)
        return Stated(name, subject.countries, state, changed)

    @functools.lru_cache(maxsize=1000)  # noqa: B019  (one of these lives as long as the program)
    def past(self, name: str) -> Past:
        """Return all states of a subject, to be drawn."""
        return relations.past(
            self._subjects[name],
            self._last,
            lambda effect: status.is_broken(effect, self._names),
        )
