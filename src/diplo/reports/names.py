"""What people read in place of codes and ids."""

from diplo.countries import Countries
from diplo.events import Citation, Vocabulary


class Names:
    """The names that people read for the codes and ids of a timeline."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take what the files declare."""
        self.vocabulary = vocabulary
        self.countries = Countries(vocabulary.countries)
        self._families: dict[str, int] = {}
        for key in vocabulary.types:
            self.family(key)

    def type(self, key: str) -> str:
        """Return the label of a type, or its id where it has none."""
        return self.vocabulary.types[key].label if key in self.vocabulary.types else key

    def source(self, citation: Citation) -> str | None:
        """Return the title of a cited source."""
        declared = self.vocabulary.sources.get(citation.source)
        return declared.title if declared else citation.title

    def source_title(self, key: str) -> str:
        """Return the title of a declared source, or its id."""
        return self.vocabulary.sources[key].title if key in self.vocabulary.sources else key

    def cited(self, citation: Citation) -> dict[str, str | None]:
        """Return what scripts read of a citation."""
        title = self.source(citation)
        return {"source": citation.source, "title": title, "locator": citation.locator}

    def family(self, key: str | None) -> int:
        """Return the number of a type's family; an undeclared one gets the next number."""
        family = (key or "").partition(".")[0]
        return self._families.setdefault(family, len(self._families))
