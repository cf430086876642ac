"""The sources of events: as sentences, or as references that formats write."""

import itertools
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple
from urllib.parse import quote

from diplo.model import dates
from diplo.model.events import Citation, Event, Source
from diplo.reports.names import Names
from diplo.terminal.text import fold, slug

# How words for each kind of source begin. The first kind that is found counts.
_KINDS = {
    "encyclopedia": ("encyclop", "wikipedia"),
    "news": ("news",),
    "treaty": ("treat", "convention"),
    "law": ("law", "legislation", "statute", "act"),
    "thesis": ("thesis", "dissertation"),
    "book": ("book", "monograph"),
    "report": ("report",),
    "article": ("article", "journal"),
    "page": ("web", "page", "blog"),
}


WEB = "http://", "https://"  # how addresses begin that a page may link to
_OF_ADDRESSES = "%/:?#[]@!$&'()*+,;=~"  # characters to keep unescaped
_NUMBERS = {"year": 1, "month": 2, "day": 3}  # that each precision states


def address(source: Source) -> str:
    """Return the address of a source, escaped to be safe anywhere, or "" if it has none."""
    return quote(source.url or "", _OF_ADDRESSES)


class Reference(NamedTuple):
    """A place in a source, and the events that cite it; `key` is unique."""

    key: str
    source: Source
    locator: str | None
    events: Sequence[Event]

    @property
    def kind(self) -> str:
        """The kind of the source, or "" if it is not one that citation formats distinguish."""
        words = fold(self.source.kind or "").split()
        kinds = (
            k for k, starts in _KINDS.items() if any(word.startswith(starts) for word in words)
        )
        return next(kinds, "")

    @property
    def numbers(self) -> list[str]:
        """The year, month and day of the source as far as known, none if only words can say it."""
        when = self.source.date
        if when is None or when.precision not in _NUMBERS or when.start.qualifier:
            return []
        day = date.fromordinal(when.start.first)
        return day.isoformat().split("-")[: _NUMBERS[when.precision]]

    @property
    def about(self) -> str:
        """The events, with their dates."""
        return "; ".join(map(_described, self.events))


def references(events: Iterable[Event], names: Names) -> list[Reference]:
    """Return the places in sources that events cite, each once, in the order of the events."""
    cited: dict[Citation, dict[str, Event]] = {}
    for event in events:
        for citation in event.sources:
            cited.setdefault(citation, {})[event.id] = event
    by_key: dict[str, Reference] = {}
    for citation, by_id in cited.items():
        key = _key(citation, by_key)
        by_key[key] = Reference(key, *names.source_and_locator(citation), list(by_id.values()))
    return list(by_key.values())


def sentences(events: Iterable[Event], names: Names) -> str:
    """Return a line for each place in a source that an event cites."""
    return "".join(
        f"{_sentence(event, citation, names)}\n"
        for event in events
        for citation in dict.fromkeys(event.sources)
    )


def _sentence(event: Event, citation: Citation, names: Names) -> str:
    """Return a source with the locator, the event in brackets, and the source's address."""
    about = f"[{_described(event)}]."
    url = names.source(citation.source).url
    return " ".join(filter(None, (names.full_citation(citation), about, url)))


def _described(event: Event) -> str:
    """Return the title of an event, and its date in words if it has a day."""
    return f"{event.title}, {dates.words(event.date)}" if event.date.is_dated else event.title


def _key(citation: Citation, taken: Collection[str]) -> str:
    """Return a key for a citation that is not taken, from the source's id and the locator."""
    stem = slug(f"{citation.source} {citation.locator or ''}")
    numbered = (f"{stem}-{number}" for number in itertools.count(2))
    return next(key for key in itertools.chain([stem], numbered) if key not in taken)
