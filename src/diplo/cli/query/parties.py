"""COUNTRY arguments that name no country: the actors or places they are, or what finds them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from diplo.cli import arguments
from diplo.cli.arguments import PartyArguments
from diplo.cli.options.files import Files
from diplo.history.filters import PartySet, name_key, names_in, search_terms, searchable_texts
from diplo.history.selection import AnyOf, Matcher, Query
from diplo.model import dates
from diplo.model.countries.lists import split_names
from diplo.model.countries.resolve import UnknownCountryError
from diplo.model.events import Event, Timeline, Vocabulary, families
from diplo.model.suggestions import did_you_mean
from diplo.reading.keeping import Keep
from diplo.reports import Names
from diplo.terminal.errors import UsageError
from diplo.terminal.shell import echoed, quoted
from diplo.terminal.text import fold, plural, shown

_FEW_LETTERS = 3  # letters; too many words begin with so few
_MOST_WORDS = 4  # of a name that is typed without quotes
_ACTOR, _PLACE = "an actor", "a place"
_OPTIONS = ("since", "until", "from", "to", "after", "before", "type", "except")
_ELSE = "-q TEXT and --actor NAME look for other words"
_JOINTS = (
    re.compile(r"[/;&|]|\s+(?:and|[-–—])\s+", re.IGNORECASE),
    re.compile(r"\s*[,+]\s*|\s+"),
    re.compile(r"\s*[-–—]\s*"),
)  # between countries, where commas should be
_ALL_AND_ANY = {2: ("both", "either")}


class ResolvedParties(NamedTuple):
    """The arguments with the actors and places that they mean, and a note on each of these."""

    parties: PartyArguments
    notes: tuple[str, ...]


def with_unknown_words(
    typed: Sequence[str], keeps: Callable[[Names, PartyArguments], Keep]
) -> Callable[[Vocabulary], Keep]:
    """Return a predicate that also keeps events which mention a word of no country."""

    def keep(vocabulary: Vocabulary) -> Keep:
        names = Names(vocabulary)
        parties = _parse(typed, names)
        wanted = keeps(names, parties)
        if not parties.unknown:
            return wanted
        codes = frozenset(map(str.upper, parties.unknown))
        by_name = tuple(PartySet(names=frozenset({key})) for key in sorted(_keys(typed, parties)))
        ways = [way.query for word in parties.unknown for way in _ways(word)]
        queries = [Query(countries=(codes,)), Query(parties=(by_name,)), *ways]
        return AnyOf(wanted, *(Matcher(query, names.countries.name) for query in queries))

    return keep


def resolve(
    typed: Sequence[str],
    loaded: Timeline,
    names: Names,
    command: str = "",
    when: str = "--year",
    types: Sequence[str] | None = None,
) -> ResolvedParties:
    """Read COUNTRY arguments, given the events that were kept because of them.

    Notes and errors name the options that find a word; with a `command`, only errors do, as
    options of that command. A word that is a date is suggested for the option `when`, and one
    that is a type for --type, if the command has `types`.

    Raises:
        UsageError: an argument names nobody.
    """
    parties = _parse(typed, names)
    by_key: dict[str, str] = {}
    if parties.unknown:
        typed_keys = _keys(typed, parties)
        present = (name for e in loaded.events for name in (*e.actors, e.place) if name is not None)
        by_key = {name_key(name): name for name in present if name_key(name) in typed_keys}
        parties = arguments.parse_parties(typed, names.countries, by_key, loaded.codes)
    for word, error in parties.unknown.items():
        if whole := _country_around(typed, word, names):
            raise UsageError(f"no country is named {shown(word)}{did_you_mean([whole])}")
        if several := _several_message(word, names):
            raise UsageError(several)
        reason = _as_option(word, when) or _as_type(word, types, names) or error
        raise UsageError(_refusal(word, reason, loaded.events, names, command))
    used = frozenset().union(*(party.names for any_of in parties.arguments for party in any_of))
    keys = (key for key, name in by_key.items() if name in used)
    notes = (_note(key, loaded.events, names, options=not command) for key in keys)
    return ResolvedParties(parties, tuple(notes))


def _parse(typed: Sequence[str], names: Names) -> PartyArguments:
    """Read COUNTRY arguments, refusing a list with spaces beside its commas."""
    is_list = len(typed) > 1 and any(word.strip(",+") != word for word in typed)
    if is_list and (several := _several_message(" ".join(typed), names)):
        raise UsageError(several)
    return arguments.parse_parties(typed, names.countries)


def _country_around(typed: Sequence[str], word: str, names: Names) -> str:
    """Return the country that a word forms with its neighbours, as in `soviet union`, if any."""
    places = [place for place, other in enumerate(typed) if other == word]
    for size in range(_MOST_WORDS, 1, -1):
        for place in places:
            for first in range(max(place - size + 1, 0), place + 1):
                run = " ".join(typed[first : first + size])
                if names.countries.knows(run):
                    return run.replace(" ", "-")
    return ""


def _several_message(word: str, names: Names) -> str:
    """Return the message on a word that names several countries, if it does."""
    for joint in _JOINTS:
        parts = split_names(word, joint, names.countries)
        if 1 < len(parts) <= _MOST_WORDS:
            typed = [quoted(part.lower().replace(" ", "-")) for part in parts]
            all_of, any_of = _ALL_AND_ANY.get(len(parts), ("all", "any"))
            all_typed, any_typed = f"{' '.join(typed)} ({all_of})", f"{','.join(typed)} ({any_of})"
            return f"no country is named {shown(word)}; did you mean {all_typed} or {any_typed}?"
    return ""


def _as_option(word: str, when: str) -> UnknownCountryError | None:
    """Return the error for a word that is the name of an option or a date, if it is one."""
    option = f"--{word}" if word in _OPTIONS else ""
    if dates.is_window(word):
        option = f"{when} {echoed(word)}"
    return UnknownCountryError(word, advice=f"; did you mean {option}?") if option else None


def _as_type(word: str, chosen: Sequence[str] | None, names: Names) -> UnknownCountryError | None:
    """Return the error for a word that is a type, to add to those given, if it is one."""
    types = {family for key in names.vocabulary.types for family in families(key)}
    if chosen is None or word.lower() not in types:
        return None
    typed = echoed(",".join((*chosen, word)))
    return UnknownCountryError(word, advice=f"; did you mean --type {typed}?")


def _keys(typed: Iterable[str], parties: PartyArguments) -> frozenset[str]:
    return frozenset(map(name_key, (*typed, *parties.unknown)))


class _Way(NamedTuple):
    """An option that may find a word: as it is typed, its query, and the texts that it searches."""

    typed: str
    query: Query
    parts: Sequence[str]
    texts: Callable[[Event, Names], Iterable[str]]

    def find(self, events: Iterable[Event], names: Names) -> list[Event]:
        """Return the events that the option finds."""
        return [*filter(Matcher(self.query, names.countries.name), events)]

    def begins(self, event: Event, names: Names) -> bool:
        """Say whether each part of what is typed begins a word of an event."""
        text = "\n".join(self.texts(event, names))
        return all(re.search(_word_pattern(part), text) for part in self.parts)


def _word_pattern(part: str) -> str:
    """Return a pattern for words with this beginning; a few letters must be a word or initials."""
    if len(part) > _FEW_LETTERS:
        return rf"(?<!\w){re.escape(part)}"
    initials = r"\w*\W+".join(map(re.escape, part))
    return rf"(?<!\w)(?:{re.escape(part)}|{initials}\w*)(?!\w)"


def _ways(word: str) -> list[_Way]:
    text = word.replace("-", " ").strip()
    if not name_key(text):
        return []
    query = Query(search=(text,))
    return [
        _Way(f"-q {echoed(text)}", query, search_terms(text), _texts),
        *_ways_by_name(text).values(),
    ]


def _ways_by_name(text: str) -> dict[str, _Way]:
    parts, typed = [name_key(text)], echoed(text)
    actors, places = Query(actors=(text,)), Query(places=(text,))
    return {
        _ACTOR: _Way(f"--actor {typed}", actors, parts, lambda e, _: map(name_key, e.actors)),
        _PLACE: _Way(f"--place {typed}", places, parts, lambda e, _: [name_key(e.place or "")]),
    }


def _texts(event: Event, names: Names) -> Iterable[str]:
    """Return the texts of an event that are searched."""
    return map(fold, (*searchable_texts(event), *map(names.countries.name, event.countries)))


def search_hint(word: str, files: Files) -> str:
    """Return the message on the events that a search for a word finds, if files can be reread."""
    if not files.are_small:
        return ""
    loaded = files.load()
    counts = _counts(_ways(word)[:1], loaded.events, Names(loaded.vocabulary))
    return _counts_in_words(counts) if counts else ""


def _refusal(
    word: str, error: UnknownCountryError, events: Sequence[Event], names: Names, command: str
) -> str:
    """Return the message of an error, with options that find the word or may find others."""
    ways = _ways(word)
    counts = _counts(ways, events, names)
    if not counts:
        is_mentioned = any(way.find(events, names) for way in ways)
        but = "" if is_mentioned else ", but no event mentions it"
        message = arguments.unknown_message(error, but)
        return message if error.is_explained else f"{message}; {command}{_ELSE}"
    message = str(error)
    if error.is_organisation or not error.is_explained:
        message = f"no country is named {shown(word)}"
    joint = "" if message.endswith("?") else ";"
    return f"{message}{joint} {command}{_counts_in_words(counts)}"


def _counts(ways: Iterable[_Way], events: Sequence[Event], names: Names) -> dict[str, int]:
    """Return the number of events that each way finds, if the word begins words in half of them."""
    counts = {}
    for way in ways:
        matching = way.find(events, names)
        if matching and 2 * sum(way.begins(event, names) for event in matching) >= len(matching):
            counts[way.typed] = len(matching)
    return counts


def _counts_in_words(counts: Mapping[str, int]) -> str:
    """Return counts in words: "-q gaza finds 9 events, --actor gaza 2"."""
    (first, count), *others = counts.items()
    ways = [f"{first} finds {plural(count, 'event')}", *(f"{way} {n}" for way, n in others)]
    return ", ".join(ways)


def _note(key: str, events: Sequence[Event], names: Names, *, options: bool) -> str:
    of_kind = {
        _ACTOR: sum(key in map(name_key, event.actors) for event in events),
        _PLACE: sum(event.place is not None and key == name_key(event.place) for event in events),
    }
    kinds = [kind for kind, count in of_kind.items() if count]
    total = sum(key in names_in(event) for event in events)
    message = f"{echoed(key)} is {' and '.join(kinds)} here: {plural(total, 'event')}"
    if not options:
        return message
    counts = _counts((_ways_by_name(key)[kind] for kind in kinds), events, names)
    if list(counts.values()) == [total]:
        return f"{message}; {next(iter(counts))} finds the same"
    return f"{message}; {_counts_in_words(counts)}"
