"""The events that a question selects, as reports take them."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from diplo.history.parts import Match
from diplo.history.selection import Query
from diplo.reports.credits import credit_events
from diplo.reports.names import Names

if TYPE_CHECKING:  # seldom needed
    from diplo.reports.changed import Changed
    from diplo.reports.status import States


class Selection(NamedTuple):
    """A question, and the events to report, in their order, of all that were `found`.

    `near` returns the events nearest to an empty range; `changed` has the relations whose states
    are to stand beside the events.
    """

    query: Query
    names: Names
    matches: Sequence[Match]
    found: Sequence[Match]
    near: Callable[[], Sequence[Match]] = tuple
    changed: "Changed | None" = None

    def states(self, hues: Mapping[str, str]) -> "States | None":
        """Return the states beside the events, in the hues of parties, if there are any."""
        return self.changed.states(self.query, self.names, hues) if self.changed else None

    def credits(self) -> str:
        """Credit the events, and those behind the states beside them."""
        behind = self.changed.events if self.changed and self.matches else ()
        return credit_events([*(match.event for match in self.matches), *behind], self.names)
