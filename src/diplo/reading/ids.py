"""The ids of the events read so far, and the places of those events."""

import re
from collections.abc import Mapping

from diplo.reading.faults import Origin, Path, Searchable
from diplo.terminal.text import slug


def by_default(when: str, title: str) -> str:
    """Return the default id of an event, made of its date in EDTF and its title."""
    return slug(f"{when} {title}") or "event"


_NUMBERED = re.compile("(.+)-[0-9]+")


def stem(name: str) -> list[str]:
    """Return the id that one with a number may repeat, as x for x-2; none without a number."""
    found = _NUMBERED.fullmatch(name)
    return [found[1]] if found else []


class Ids(dict[str, Path]):
    """The paths of a document's events by their ids, and the ids of the documents before it."""

    _document: Searchable

    def __init__(self) -> None:
        """Begin without any ids."""
        super().__init__()
        self._earlier: dict[str, Origin] = {}

    def begin(self, document: Searchable) -> None:
        """Go on to another document."""
        self._earlier.update((key, Origin(self._document, path)) for key, path in self.items())
        self.clear()
        self._document = document

    def first(self, key: str) -> Origin | None:
        """Return the place of the event that has an id already, if there is one."""
        if key in self:
            return Origin(self._document, self[key])
        return self._earlier.get(key)

    def are_free(self, keys: Mapping[str, Path]) -> bool:
        """Say whether no event has any of these ids."""
        return self.keys().isdisjoint(keys) and self._earlier.keys().isdisjoint(keys)

    def taken(self) -> set[str]:
        """Return the ids of all documents."""
        return {*self._earlier, *self}
