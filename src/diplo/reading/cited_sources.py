"""Details that events give of the sources they cite, which must agree with each other."""

from collections.abc import Mapping

from diplo.model.events import SOURCE_KEYS, Source
from diplo.reading.faults import Fault, Origin
from diplo.terminal.text import shown


class CitedSources:
    """The sources that events describe, each with the place where it is first described."""

    def __init__(
        self, declared: Mapping[str, Source], places: Mapping[tuple[str, str], Origin]
    ) -> None:
        """Take the sources that files declare, and the places of their declarations."""
        self.sources: dict[str, Source] = {}
        self._declared = declared
        self._declarations = places
        self._places: dict[str, Origin] = {}

    def fault(self, source: Source, origin: Origin) -> Fault | None:
        """Return how a source clashes with its declaration or an earlier account, if it does.

        One that clashes with nothing is remembered, with its place, unless it is declared.
        """
        name = shown(source.id)
        if source.id in self._declared:
            if key := difference(source, self._declared[source.id], partly=True):
                message = f"{name} is declared with another {key}, or none; make both the same"
                other = self._declarations.get(("sources", source.id))
                return Fault((*origin.path, key), message, other=other)
            return None
        first = self.sources.setdefault(source.id, source)
        if first != source:
            key = difference(source, first)
            message = f"the source {name} has another {key} elsewhere; make both the same"
            below = (key,) if getattr(source, key) else ()  # this account may lack the key
            return Fault((*origin.path, *below), message, other=self._places[source.id])
        self._places.setdefault(source.id, origin)
        return None


def difference(source: Source, other: Source, *, partly: bool = False) -> str:
    """Return the first key in which two sources differ; `partly` ignores what the first lacks."""
    pairs = ((key, getattr(source, key), getattr(other, key)) for key in SOURCE_KEYS)
    return next((key for key, own, others in pairs if own != others and (own or not partly)), "")
