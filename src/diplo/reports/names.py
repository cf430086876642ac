"""What people read in place of codes and ids."""

from diplo.countries import Countries
from diplo.events import Citation, Vocabulary


class Names:
    """The names that people read for the codes and ids of a timeline."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take what the files declare."""
        self.vocabulary = vocabulary
        self.countries = Countries(vocabulary.countries)

    def type(self, key: str) -> str:
        """Return the label of a type, or its id where it has none."""
        return self.vocabulary.types[key].label if key in self.vocabulary.types else key

    def family(self, key: str) -> str:
        """Return the label of a family of types, or its id as a heading where it has none."""
        declared = self.vocabulary.types.get(key)
        return declared.label if declared else key.capitalize()

    def source(self, citation: Citation) -> str | None:
        """Return the title of a cited source."""
        declared = self.vocabulary.sources.get(citation.source)
        return declared.title if declared else citation.title

    def told_in(self, citation: Citation) -> str:
        """Return the title of a cited source, or its id, and the place in it."""
        title = self.source(citation) or citation.source
        return f"{title}, {citation.locator}" if citation.locator else title

    def source_title(self, key: str) -> str:
        """Return the title of a declared source, or its id."""
        return self.vocabulary.sources[key].title if key in self.vocabulary.sources else key

    def cited(self, citation: Citation) -> dict[str, str | None]:
        """Return what scripts read of a citation."""
        title = self.source(citation)
        return {"source": citation.source, "title": title, "locator": citation.locator}
