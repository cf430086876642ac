"""What events tell of the sources that they cite: the same everywhere, and as it is declared."""

from collections.abc import Mapping
from typing import NamedTuple

from diplo.model.events import SOURCE_KEYS, Source
from diplo.reading.faults import Origin
from diplo.terminal.text import shown


class Clash(NamedTuple):
    """What is told of a source is not what is said elsewhere: of which key, and where."""

    message: str
    key: str  # empty where it is something that is not told here
    other: Origin | None


class Tellings:
    """Sources as events tell what they are, each with the place where that is told first."""

    def __init__(
        self, declared: Mapping[str, Source], places: Mapping[tuple[str, str], Origin]
    ) -> None:
        """Take the sources that files declare, and where they do."""
        self.sources: dict[str, Source] = {}
        self._declared = declared
        self._declarations = places
        self._places: dict[str, Origin] = {}

    def clash(self, told: Source) -> Clash | None:
        """Return how a telling clashes with a declaration or with an earlier one, if it does."""
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
        """Note what is told, which clashes with nothing, and where."""
        if told.id not in self._declared and told.id not in self.sources:
            self.sources[told.id] = told
            self._places[told.id] = origin


def difference(told: Source, other: Source, *, partly: bool = False) -> str:
    """Return the first key that two sources have something else for; `partly` of those told."""
    pairs = ((key, getattr(told, key), getattr(other, key)) for key in SOURCE_KEYS)
    return next((key for key, one, two in pairs if one != two and (one or not partly)), "")
