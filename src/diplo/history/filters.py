"""The filters behind `--type`, `--actor`, `--search` and the like: one function for each."""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from diplo.model.events import Event
from diplo.terminal.text import fold

Filter = Callable[[Event], bool]
NameOf = Callable[[str], str]  # of a country, by its code

_BETWEEN_WORDS = re.compile(r"[^\w.']+")
_SOUGHT = re.compile(r'"([^"]*)"|([^\s"]+)')


class PartySet(NamedTuple):
    """Parties that an event must all concern: countries, and whole names of actors or places."""

    codes: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """The names in their compared form."""
        return frozenset(map(name_key, self.names))


Alternatives = tuple[PartySet, ...]  # any of which will do


def concerns_any(alternatives: Alternatives) -> Filter:
    """Keep events that concern all parties of at least one alternative."""
    need_names = any(alternative.names for alternative in alternatives)

    def keeps(event: Event) -> bool:
        names = names_in(event) if need_names else ()
        return any(alternatives_met(event.countries, names, alternatives))

    return keeps


def alternatives_met(
    codes: Iterable[str], names: Iterable[str], alternatives: Alternatives
) -> Iterator[bool]:
    """Return, for each alternative, whether all its parties are among these codes and names."""
    all_codes, all_names = frozenset(codes), frozenset(names)
    return (party.codes <= all_codes and party.keys <= all_names for party in alternatives)


def names_in(event: Event) -> frozenset[str]:
    """Return the names of an event's actors and of its place, in their compared form."""
    return frozenset(map(name_key, (*event.actors, *filter(None, [event.place]))))


@functools.lru_cache(maxsize=10_000)
def name_key(name: str) -> str:
    """Return the form in which whole names are compared: words, without hyphens and commas."""
    folded = fold(name)
    return " ".join(_BETWEEN_WORDS.split(folded)).strip() or folded


def with_actor(names: Sequence[str]) -> Filter:
    """Keep events with an actor whose name holds any of these texts."""
    holds = _part_of_name(names)
    return lambda event: any(map(holds, event.actors))


def at_place(names: Sequence[str]) -> Filter:
    """Keep events at a place whose name holds any of these texts."""
    holds = _part_of_name(names)
    return lambda event: event.place is not None and holds(event.place)


def _part_of_name(texts: Sequence[str]) -> Callable[[str], bool]:
    """Return a test of whether a name contains any of these texts, as written or as words."""
    parts = [(fold(text), name_key(text)) for text in texts]

    def holds(name: str) -> bool:
        written, key = fold(name), name_key(name)
        return any(part in written or words in key for part, words in parts)

    return holds


def cites(ids: Sequence[str]) -> Filter:
    """Keep events that cite any of these sources."""
    return lambda event: any(citation.source in ids for citation in event.sources)


def holds_words(texts: Sequence[str], name_of: NameOf = lambda _: "") -> Filter:
    """Keep events that contain all words and quoted phrases of at least one of these texts.

    The title, the summary, the actors, the place, the note and the names of the countries are
    searched.
    """
    wanted = [search_terms(text) for text in texts]
    name = functools.cache(lambda code: fold(name_of(code)))

    def keeps(event: Event) -> bool:
        text = "\n".join([*map(fold, searchable_texts(event)), *map(name, event.countries)])
        return any(all(part in text for part in parts) for parts in wanted)

    return keeps


def searchable_texts(event: Event) -> Iterator[str]:
    """Return the texts of an event that are searched, beside the names of its countries."""
    return filter(None, (event.title, event.summary, *event.actors, event.place, event.note))


def search_terms(text: str) -> list[str]:
    """Return the words and quoted phrases in a text to search for."""
    folded = fold(text)
    parts = [phrase.strip() or word for phrase, word in _SOUGHT.findall(folded)]
    return [part for part in parts if part] or [folded]
