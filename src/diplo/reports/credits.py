"""Where an answer comes from: its sources and the last day that they speak for, in one sentence."""

from collections.abc import Iterable

from diplo.model import dates
from diplo.model.events import Event
from diplo.reports.names import Names


def credited(events: Iterable[Event], names: Names) -> str:
    """Say which sources tell of events, and up to which day their files speak."""
    cited = (citation.source for event in events for citation in event.sources)
    titles = dict.fromkeys(map(names.source_title, dict.fromkeys(cited)))
    as_of = names.vocabulary.as_of
    known = f"Events as of {dates.words(dates.day(as_of.toordinal()))}." if as_of else ""
    return " ".join(filter(None, (f"Sources: {'; '.join(titles)}." if titles else "", known)))
