"""The ids of events that are read: which are taken, and where the events that have them stand."""

from collections.abc import Mapping

from diplo.reading.faults import Origin, Path, Searchable


class Ids(dict[str, Path]):
    """The ids of a document's events with their paths, and those of the documents before it."""

    _document: Searchable

    def __init__(self) -> None:
        """Begin without any."""
        super().__init__()
        self._earlier: dict[str, Origin] = {}

    def begin(self, document: Searchable) -> None:
        """Go on with another document."""
        self._earlier.update((key, Origin(self._document, path)) for key, path in self.items())
        self.clear()
        self._document = document

    def first(self, key: str) -> Origin | None:
        """Return where the event stands that has an id already, if one has."""
        if key in self:
            return Origin(self._document, self[key])
        return self._earlier.get(key)

    def are_free(self, keys: Mapping[str, Path]) -> bool:
        """Say whether no event has any of these."""
        return self.keys().isdisjoint(keys) and self._earlier.keys().isdisjoint(keys)

    def taken(self) -> set[str]:
        """Return the ids of all documents."""
        return {*self._earlier, *self}
