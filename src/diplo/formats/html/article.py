"""An event on a page: its date, title, effects and sources, and how to cite it."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby
from typing import NamedTuple

from diplo.formats.html.text import bdi, joined
from diplo.formats.html.when import certainty, timed
from diplo.history.parts import STORY
from diplo.model import dates
from diplo.model.dates import POSSIBLE
from diplo.model.events import Citation, Event, Source
from diplo.reports import Names, citations
from diplo.reports.entries import Entry, distinct_summary
from diplo.reports.story import Section


class Narrator(NamedTuple):
    """Writes articles on events; `hues` has the hue of each party by its code."""

    names: Names
    hues: Mapping[str, str]

    def article(self, entry: Entry, section: Section, *, first: bool) -> Iterator[str]:
        """Yield the article of an event; only its `first` article on a page has the event's id."""
        event, id_attribute = entry.event, f' id="{escape(entry.event.id)}"' if first else ""
        level = "h3" if section.heading else "h2"
        classes = " ".join(filter(None, (entry.mark, entry.hue)))
        full = dates.words(event.date)
        full_date = f' data-full="{escape(full)}"' if full not in entry.when else ""
        yield f'<article{id_attribute} class="{classes}">\n'
        yield f'<p class="when"{full_date}>{timed(event.date, entry.when)}'
        if section.part == STORY and entry.match == POSSIBLE and not dates.is_uncertain(event.date):
            yield " <strong>may belong</strong>"
        yield f'</p>\n<div>\n<{level} dir="auto">'
        yield f'<a href="#{escape(event.id)}">{escape(event.title)}</a></{level}>\n'
        if about := " · ".join(filter(None, self._about(entry))):
            yield f'<p class="about">{about}</p>\n'
        for pair in event.status.items():
            yield f'<p class="true">{joined(pair, ": ")}</p>\n'
        if summary := distinct_summary(event):
            yield f'<p dir="auto">{escape(summary)}</p>\n'
        if event.note:
            yield f'<p class="note" dir="auto">{escape(event.note)}</p>\n'
        if event.sources:
            yield f'<p class="told">{" · ".join(self._sources(event.sources))}</p>\n'
        yield from self._cite(event)
        yield "</div>\n</article>\n"

    def _about(self, entry: Entry) -> Iterator[str]:
        """Yield the type of an event, its other parties, its place and its actors."""
        name = self.names.countries.name
        yield joined(filter(None, [entry.kind]))
        parties = (bdi(name(code), self.hues.get(code, "")) for code in entry.parties)
        yield ", ".join(filter(None, (*parties, entry.left_out)))
        yield joined(filter(None, [entry.event.place]))
        yield joined(entry.event.actors)

    def _sources(self, citations: Iterable[Citation]) -> Iterator[str]:
        """Yield cited sources with their locators, joining successive citations of one source."""
        for key, successive in groupby(citations, lambda citation: citation.source):
            places = "; ".join(self._place(citation) for citation in successive if citation.locator)
            yield titled(self.names.source(key)) + (f": {places}" if places else "")

    def _place(self, citation: Citation) -> str:
        source, place = self.names.source_and_locator(citation)
        return linked(bdi(place or source.url or ""), "" if place else source.url)

    def _cite(self, event: Event) -> Iterator[str]:
        """Yield citations to copy, the event's id, and its date in EDTF with its certainty."""
        yield "<details>\n<summary>Cite</summary>\n"
        for line in citations.sentences([event], self.names).splitlines():
            yield f'<p class="copied" dir="auto">{escape(line)}</p>\n'
        yield f"<p><code>{escape(event.id)}</code> · <code>{escape(event.date.text)}</code>, "
        yield f"{escape(certainty(event.date))}</p>\n</details>\n"


def titled(source: Source) -> str:
    """Return the title of a source, linked to its web address if it has one."""
    return linked(f"<cite>{bdi(source.title)}</cite>", source.url)


def linked(markup: str, url: str | None) -> str:
    """Return markup linked to a web address, or unchanged if there is none."""
    if url and url.startswith(citations.WEB):
        return f'<a href="{escape(url)}" rel="noopener noreferrer">{markup}</a>'
    return markup
