"""The states of relations that stand beside a story."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from diplo.history import relations
from diplo.history.relations import Subject
from diplo.history.selection import Query
from diplo.model.events import Event
from diplo.reports import status
from diplo.reports.names import Names
from diplo.reports.states import View
from diplo.reports.status import States


class Changed(NamedTuple):
    """Subjects that the events of a story change, and the last day to show their states for."""

    subjects: Sequence[Subject]
    day: int

    @property
    def events(self) -> list[Event]:
        """The events that brought about their states."""
        return relations.events_behind(self.subjects, self.day)

    def states(self, query: Query, names: Names, hues: Mapping[str, str]) -> States | None:
        """Return their states in the hues of parties, or None if there are none by that day."""
        states = status.beside(self.subjects, View(query, self.day), names, hues)
        return states if states.groups else None
