"""What people read in place of codes and ids."""

import re

from diplo.model import dates
from diplo.model.countries.resolve import Countries
from diplo.model.events import URL_PATTERN, Citation, Source, Vocabulary


class Names:
    """The names that people read for the codes and ids of a timeline."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.countries = Countries(vocabulary.countries)

    def type(self, key: str) -> str:
        """Return the label of a type, or its id if it has none."""
        return self.vocabulary.types[key].label if key in self.vocabulary.types else key

    def kind(self, key: str | None) -> str:
        """Return the label of an event's type, or "" if it has none."""
        return self.type(key) if key else ""

    def family(self, key: str) -> str:
        """Return the label of a family of types, or its id as a heading if it has none."""
        declared = self.vocabulary.types.get(key)
        return declared.label if declared else key.capitalize()

    def source(self, key: str) -> Source:
        """Return a source, with its id as its title if it has none."""
        source = self.vocabulary.source(key)
        return source if source.title else source._replace(title=key)

    def source_title(self, key: str) -> str:
        """Return the title of a source, or its id."""
        return self.source(key).title

    def short_citation(self, citation: Citation) -> str:
        """Return the title of a cited source, or its id, and the locator."""
        return ", ".join(filter(None, (self.source_title(citation.source), citation.locator)))

    def full_citation(self, citation: Citation) -> str:
        """Return the author, title, publisher and date of a cited source, and the locator."""
        source = self.source(citation.source)
        when = dates.words(source.date) if source.date else None
        parts = (source.author, source.title, source.publisher, when, citation.locator)
        return ", ".join(filter(None, parts))

    def source_and_locator(self, citation: Citation) -> tuple[Source, str | None]:
        """Return a cited source and the locator; a URL there serves a source that has none."""
        source, place = self.source(citation.source), citation.locator
        if source.url is None and place and re.fullmatch(URL_PATTERN, place):
            return source._replace(url=place), None
        return source, place

    def citation_record(self, citation: Citation) -> dict[str, str | None]:
        """Return a citation as scripts read it."""
        source = self.vocabulary.source(citation.source)
        return {
            "source": citation.source,
            "locator": citation.locator,
            "title": source.title or None,
            "kind": source.kind,
            "author": source.author,
            "publisher": source.publisher,
            "date": source.date.text if source.date else None,
            "url": source.url,
        }
