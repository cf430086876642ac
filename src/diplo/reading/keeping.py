"""Which of the events that are read are kept: each by itself, many at once, or their numbers."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

from diplo.model.events import Columns, Event, Tallies

Keep = Callable[[Event], object]


def everything(_: Event) -> bool:
    """Keep every event."""
    return True


class Sifting(ABC):
    """Keeps events, and says of many at once which it does not."""

    @abstractmethod
    def may_keep(self, columns: Columns) -> Sequence[bool]:
        """Say which events may be kept, by their dates, countries and types."""


class Counting(Sifting):
    """Keeps events, if only for their numbers `by_columns`, whatever else they have."""

    by_columns = False

    @abstractmethod
    def tallies(self, columns: Columns) -> Tallies:
        """Return the numbers of those events that are to be kept."""
