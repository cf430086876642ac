"""Predicates of the events to keep: of one event, of many at once, or for their numbers alone."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

from diplo.model.events import Columns, Event, Tallies

Keep = Callable[[Event], object]


def everything(_: Event) -> bool:
    """Keep every event."""
    return True


class Sifting(ABC):
    """A predicate that can also rule out many events at once."""

    @abstractmethod
    def may_keep(self, columns: Columns) -> Sequence[bool]:
        """Say of each event whether it may be kept, by its date, countries and type."""


class Counting(Sifting):
    """A predicate for counts of events; `by_columns` says whether columns alone will do."""

    by_columns = False

    @abstractmethod
    def tallies(self, columns: Columns) -> Tallies:
        """Return the counts of the events that are kept."""
