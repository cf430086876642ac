"""The ids of events that are read: which are taken, and where the events that have them stand."""

import re
from collections.abc import Mapping

from diplo.reading.faults import Origin, Path, Searchable
from diplo.terminal.text import slug


def by_default(when: str, title: str) -> str:
    """Return the id of an event that has none, by its date as EDTF and its title."""
    return slug(f"{when} {title}") or "event"


_NUMBERED = re.compile("(.+)-[0-9]+")


def stem(name: str) -> list[str]:
    """Return the id of which one with a number may be one more, if it may."""
    found = _NUMBERED.fullmatch(name)
    return [found[1]] if found else []


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
