"""Details that events give of the sources they cite, which must agree with each other."""

from collections.abc import Mapping
from typing import NamedTuple

from diplo.model.events import SOURCE_KEYS, Source
from diplo.reading.faults import Origin
from diplo.terminal.text import shown


class Clash(NamedTuple):
    """A contradiction between two accounts of a source: the key concerned, and the other place."""

    message: str
    key: str  # empty where this account lacks it
    other: Origin | None


class Tellings:
    """The sources that events describe, each with the place where it is first described."""

    def __init__(
        self, declared: Mapping[str, Source], places: Mapping[tuple[str, str], Origin]
    ) -> None:
        """Take the sources that files declare, and the places of their declarations."""
        self.sources: dict[str, Source] = {}
        self._declared = declared
        self._declarations = places
        self._places: dict[str, Origin] = {}

    def clash(self, told: Source) -> Clash | None:
        """Return how a source clashes with its declaration or an earlier account, if it does."""
        name = shown(told.id)
        if told.id in self._declared:
            if key := difference(told, self._declared[told.id], partly=True):
                message = f"{name} is declared with another {key}, or none; make both the same"
                return Clash(message, key, self._declarations.get(("sources", told.id)))
        elif (first := self.sources.get(told.id)) and first != told:
            key = difference(told, first)
            message = f"the source {name} has another {key} elsewhere; make both the same"
            return Clash(message, key if getattr(told, key) else "", self._places[told.id])
        return None

    def add(self, told: Source, origin: Origin) -> None:
        """Remember a source that clashes with nothing, unless it is declared or known already."""
        if told.id not in self._declared and told.id not in self.sources:
            self.sources[told.id] = told
            self._places[told.id] = origin


def difference(told: Source, other: Source, *, partly: bool = False) -> str:
    """Return the first key in which two sources differ; `partly` ignores keys that `told` lacks."""
    pairs = ((key, getattr(told, key), getattr(other, key)) for key in SOURCE_KEYS)
    return next((key for key, one, two in pairs if one != two and (one or not partly)), "")
