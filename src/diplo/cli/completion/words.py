"""The words from events that complete options and arguments, and which of them each takes."""

import inspect
import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from diplo.cli import arguments
from diplo.cli.completion.description import OTHERS, is_shell_safe
from diplo.cli.framework.declare import Words
from diplo.cli.options.writing import COLUMNS_HELP
from diplo.history.filters import PartySet, name_key
from diplo.model.events import Timeline, Vocabulary, families
from diplo.reports import Names
from diplo.reports.columns import event_columns
from diplo.terminal.errors import UsageError
from diplo.terminal.text import slug

_WORDS = re.compile(r"[\w ,–-]+")


def lists_of(timeline: Timeline) -> dict[str, Sequence[str]]:
    """Return the lists of words from event files, and of the names of columns."""
    names, vocabulary = Names(timeline.vocabulary), timeline.vocabulary
    used = [event.type for event in timeline.events if event.type]
    types = chain.from_iterable(map(families, (*vocabulary.types, *used)))
    cited = [citation.source for event in timeline.events for citation in event.sources]
    codes = dict.fromkeys((*vocabulary.countries, *sorted(timeline.codes)))
    actors = _hyphenated(actor for event in timeline.events for actor in event.actors)
    places = _hyphenated(event.place for event in timeline.events if event.place)
    return {
        "countries": [word_for(code, names) for code in codes],
        OTHERS: [w for w in dict.fromkeys(actors + places) if not names.countries.knows(w)],
        "actors": actors,
        "places": places,
        "types": list(dict.fromkeys(types)),
        "sources": list(dict.fromkeys((*vocabulary.sources, *cited))),
        "ids": [event.id for event in timeline.events],
        "columns": [*(c.key for c in event_columns(Names(Vocabulary()))), COLUMNS_HELP],
    }


def word_for(code: str, names: Names) -> str:
    """Return a word for a country: its hyphenated name if that can be read back, or its code."""
    word = slug(names.countries.name(code))
    return word if is_shell_safe(word) and _means(word, code, names) else code.lower()


def _hyphenated(names: Iterable[str]) -> list[str]:
    """Return the hyphenated names of actors or places that can be read back."""
    words = {name: slug(name) for name in dict.fromkeys(names) if _WORDS.fullmatch(name)}
    readable = (word for name, word in words.items() if name_key(word) == name_key(name))
    return list(dict.fromkeys(filter(is_shell_safe, readable)))


def _means(word: str, code: str, names: Names) -> bool:
    try:
        parties = arguments.parse_parties([word], names.countries).arguments
        return parties == ((PartySet(frozenset({code})),),)
    except UsageError:
        return False


def completed_by(function: Any) -> dict[str, tuple[Words, str]]:  # noqa: ANN401
    """Return the declared completion of each parameter of a command: words and separator."""
    return {
        name: declared.completed
        for name, parameter in inspect.signature(function).parameters.items()
        for declared in getattr(parameter.annotation, "__metadata__", ())
        if hasattr(declared, "completed")
    }
