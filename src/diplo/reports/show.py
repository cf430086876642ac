"""Events in full, and with --around what happened before and after them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from diplo.history.parts import Match
from diplo.model.events import Event, Timeline
from diplo.reports.columns import event_columns
from diplo.reports.names import Names
from diplo.reports.report import Report

if TYPE_CHECKING:  # seldom needed
    from diplo.history.surroundings import Surroundings
    from diplo.model.dates.lengths import Length
    from diplo.reports.card import Cards


def show(
    events: Sequence[Event], timeline: Timeline, names: Names, length: "Length | None" = None
) -> Report:
    """Report events in full, with their neighbours among all events of the files.

    Given a length of time, report what happened within it before and after each instead.
    """
    columns = event_columns(names)
    by_id: dict[str, Surroundings] = {}
    if length:
        from diplo.history.surroundings import surroundings  # noqa: PLC0415  (few ask for it)

        all_around = (surroundings(event, timeline.events, length) for event in events)
        by_id = {around.event.id: around for around in all_around if around}
    matches: dict[str, Match] = {}
    for event in events:
        around = by_id.get(event.id)
        for match in around.matches if around else [Match(event)]:
            matches.setdefault(match.event.id, match)

    def screen() -> "Cards":
        from diplo.reports.card import cards  # noqa: PLC0415  (only people read it)

        return cards(events, timeline, names, by_id)

    return Report(columns, list(matches.values()), columns, (), screen=screen)
