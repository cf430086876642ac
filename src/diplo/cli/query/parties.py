"""Words that are no country's: who or what else they are in the events, or what finds them."""

import contextlib
import shlex
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from diplo.cli import arguments
from diplo.cli.arguments import Asked
from diplo.cli.options.files import Keep
from diplo.history.filters import Together, names_in, spoken
from diplo.history.selection import AnyOf, Matcher, Query
from diplo.model import dates
from diplo.model.events import Event, Timeline, Vocabulary
from diplo.reports import Names
from diplo.reports.report import plural
from diplo.terminal.errors import UsageError
from diplo.terminal.text import shown

_LONGEST = 60  # characters of a word that is typed again
_MOST_WORDS = 4  # of a name that is typed without quotes
_ACTOR, _PLACE = "an actor", "a place"
_OPTIONS = ("since", "until", "from", "to", "after", "before", "type", "except")
_ANY_DAY = date(2000, 1, 1)
_ELSE = "-q TEXT and --actor NAME look for other words"


class Settled(NamedTuple):
    """The arguments with the actors and places that are meant, and a note on each of these."""

    asked: Asked
    notes: tuple[str, ...]


def keeping(
    typed: Sequence[str], keeps: Callable[[Names, Asked], Keep]
) -> Callable[[Vocabulary], Keep]:
    """Return what also keeps the events that have to do with a word that is no country's."""

    def keep(known: Vocabulary) -> Keep:
        names = Names(known)
        asked = arguments.asked(typed, names.countries)
        wanted = keeps(names, asked)
        if not asked.unknown:
            return wanted
        codes = frozenset(map(str.upper, asked.unknown))
        named = tuple(Together(names=frozenset({key})) for key in sorted(_keys(typed, asked)))
        ways = [way.query for word in asked.unknown for way in _ways(word)]
        queries = [Query(countries=(codes,)), Query(parties=(named,)), *ways]
        return AnyOf(wanted, *(Matcher(query, names.countries.name) for query in queries))

    return keep


def settle(
    typed: Sequence[str], loaded: Timeline, names: Names, command: str = "", when: str = "--year"
) -> Settled:
    """Read COUNTRY arguments, given the events that were kept because of them.

    Options that find the same words are named, or of an error those of another command; a word
    that is a date is one for the option `when`.

    Raises:
        UsageError: an argument is nobody's.

    """
    asked = arguments.asked(typed, names.countries)
    named: dict[str, str] = {}
    if asked.unknown:
        keys = _keys(typed, asked)
        told = (name for e in loaded.events for name in (*e.actors, e.place) if name is not None)
        named = {spoken(name): name for name in told if spoken(name) in keys}
        asked = arguments.asked(typed, names.countries, named, loaded.codes)
    for word, error in asked.unknown.items():
        if whole := _joined(typed, word, names):
            message = f"no country is named {shown(word)}; did you mean {shown(whole)}?"
            raise UsageError(message)
        said = _as_option(word, when) or str(error)
        raise UsageError(_refusal(word, said, loaded.events, names, command))
    taken = {name for any_of in asked.arguments for each in any_of for name in each.names}
    meant = (key for key, name in named.items() if name in taken)
    notes = (_note(key, loaded.events, names, options=not command) for key in meant)
    return Settled(asked, tuple(notes))


def _joined(typed: Sequence[str], word: str, names: Names) -> str:
    """Return the country that a word names with its neighbours, as in `soviet union`, if any."""
    places = [place for place, each in enumerate(typed) if each == word]
    runs = (
        typed[first : first + size]
        for size in range(_MOST_WORDS, 1, -1)
        for place in places
        for first in range(max(place - size + 1, 0), place + 1)
    )
    return next(("-".join(run) for run in runs if names.countries.knows(" ".join(run))), "")


def _as_option(word: str, when: str) -> str:
    """Return what to type for a word that is the name of an option or a date."""
    meant = f"--{word}" if word in _OPTIONS else ""
    with contextlib.suppress(ValueError):
        dates.parse_window(word, _ANY_DAY)
        meant = f"{when} {_quoted(word)}"
    return f"no country is named {shown(word)}; did you mean {meant}?" if meant else ""


def _keys(typed: Iterable[str], asked: Asked) -> frozenset[str]:
    return frozenset(map(spoken, (*typed, *asked.unknown)))


class _Way(NamedTuple):
    """An option that may find a word, and what it asks for."""

    typed: str
    query: Query


def _ways(word: str) -> list[_Way]:
    text = word.replace("-", " ").strip()
    if not spoken(text):
        return []
    return [
        _Way(f"-q {_quoted(text)}", Query(search=(text,))),
        *_ways_by_name(text).values(),
    ]


def _ways_by_name(text: str) -> dict[str, _Way]:
    return {
        _ACTOR: _Way(f"--actor {_quoted(text)}", Query(actors=(text,))),
        _PLACE: _Way(f"--place {_quoted(text)}", Query(places=(text,))),
    }


def _refusal(word: str, said: str, events: Sequence[Event], names: Names, command: str) -> str:
    counts = _counts(_ways(word), events, names)
    if said.endswith("?"):
        return f"{said} {command}{_counted(counts)}" if counts else said
    if counts:
        return f"no country is named {shown(word)}; {command}{_counted(counts)}"
    return said if "--actor" in said else f"{said}; {command}{_ELSE}"


def _counts(ways: Iterable[_Way], events: Sequence[Event], names: Names) -> dict[str, int]:
    """Return how many events each way finds, if it finds any."""
    name = names.countries.name
    keeping = {way.typed: Matcher(way.query, name) for way in ways}
    counts = {typed: sum(map(bool, map(keeps, events))) for typed, keeps in keeping.items()}
    return {typed: count for typed, count in counts.items() if count}


def _counted(counts: Mapping[str, int]) -> str:
    """Return "-q gaza finds 9 events, --actor gaza 2"."""
    (first, count), *others = counts.items()
    said = [f"{first} finds {plural(count, 'event')}", *(f"{way} {n}" for way, n in others)]
    return ", ".join(said)


def _note(key: str, events: Sequence[Event], names: Names, *, options: bool) -> str:
    of_kind = {
        _ACTOR: sum(key in map(spoken, event.actors) for event in events),
        _PLACE: sum(event.place is not None and key == spoken(event.place) for event in events),
    }
    kinds = [kind for kind, count in of_kind.items() if count]
    total = sum(key in names_in(event) for event in events)
    said = f"{_quoted(key)} is {' and '.join(kinds)} here: {plural(total, 'event')}"
    if not options:
        return said
    counts = _counts((_ways_by_name(key)[kind] for kind in kinds), events, names)
    if list(counts.values()) == [total]:
        return f"{said}; {next(iter(counts))} finds the same"
    return f"{said}; {_counted(counts)}"


def _quoted(text: str) -> str:
    """Return a text as one types it in a shell, unless it is long."""
    return shlex.quote(text) if len(text) <= _LONGEST else shown(text)
