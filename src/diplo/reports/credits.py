"""Where an answer comes from: its sources, and the last day that its files cover."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from diplo.history.parts import Match
from diplo.model import dates
from diplo.model.events import Event
from diplo.reports.names import Names

if TYPE_CHECKING:  # seldom needed
    from diplo.reports.changed import Changed


def credit_events(events: Iterable[Event], names: Names) -> str:
    """Name the sources of events, and the last day that their files cover."""
    cited = (citation.source for event in events for citation in event.sources)
    titles = dict.fromkeys(map(names.source_title, dict.fromkeys(cited)))
    last = names.vocabulary.last_day
    coverage = f"Events as of {dates.day_words(last)}." if last else ""
    return " ".join(filter(None, (f"Sources: {'; '.join(titles)}." if titles else "", coverage)))


def credit_story(matches: Sequence[Match], changed: "Changed | None", names: Names) -> str:
    """Credit the events of a story, and those behind the states beside it."""
    behind = changed.events if changed and matches else ()
    return credit_events([*(match.event for match in matches), *behind], names)
