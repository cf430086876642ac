"""Where an answer comes from: its sources, and the last day that its files cover."""

from collections.abc import Iterable

from diplo.model import dates
from diplo.model.events import Event
from diplo.reports.names import Names


def credit_events(events: Iterable[Event], names: Names) -> str:
    """Name the sources of events, and the last day that their files cover."""
    cited = (citation.source for event in events for citation in event.sources)
    titles = dict.fromkeys(map(names.source_title, dict.fromkeys(cited)))
    last = names.vocabulary.last_day
    coverage = f"Events as of {dates.day_words(last)}." if last else ""
    return " ".join(filter(None, (f"Sources: {'; '.join(titles)}." if titles else "", coverage)))
