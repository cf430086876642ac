"""Empty answers: which part of a question leaves nothing, and what would match without it."""

import os
import shlex
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from diplo.cli.options import Files
from diplo.history.selection import Matcher, Query, Together
from diplo.model.events import Event
from diplo.reports import Names
from diplo.reports.report import plural
from diplo.terminal.text import shown

_LARGEST = 4 * 2**20  # bytes of files that are read again
_LONGEST = 40  # characters of a value that is repeated
_RANGE, _PARTIES = "the range", "the countries"
_OF_TYPES = {"types": "--type", "without": "--except", "sources": "--source"}
_OF_TEXTS = {"actors": "--actor", "places": "--place", "search": "-q"}
_FLAGS = {"certain": "--certain", "began": "--began"}
_ALL_OF = {2: "both", 3: "all three"}


class Part(NamedTuple):
    """A part of a question: what it is called, and the fields of the query that hold it."""

    label: str
    fields: tuple[str, ...]


def why(query: Query, names: Names, files: Files, *, quiet: bool, near: bool) -> tuple[str, ...]:
    """Return a note that says why nothing matches a query, if there is more to say.

    Where it is `quiet`, it has been said that no event concerns some country; where it is `near`,
    what is next to the range is shown.
    """
    parts = _parts(query)
    if not parts or (quiet and len(parts) == 1):
        return ()
    if not _are_small(files.names(os.environ)):
        return (_unread(parts),)
    return _Why(query, names, files.load().events).said(parts, quiet=quiet, near=near)


def _parts(query: Query) -> list[Part]:
    """Return the parts of a query that leave something out."""
    given = [Part(_PARTIES, ("countries", "parties"))] if query.countries + query.parties else []
    if query.window:
        given.append(Part(_RANGE, ("window",)))
    for field, option in _OF_TYPES.items():
        if values := getattr(query, field):
            given.append(Part(f"{option} {_repeated(','.join(values))}", (field,)))
    for field, option in _OF_TEXTS.items():
        if values := getattr(query, field):
            label = " ".join(f"{option} {_repeated(value)}" for value in values)
            given.append(Part(label, (field,)))
    given += (Part(option, (field,)) for field, option in _FLAGS.items() if getattr(query, field))
    return given


def _repeated(text: str) -> str:
    return shlex.quote(text) if len(text) <= _LONGEST else shown(text, _LONGEST)


def _are_small(names: Sequence[str]) -> bool:
    """Say whether files are soon read again, as standard input cannot be."""
    if not all(map(os.path.isfile, names)):
        return False
    return sum(map(os.path.getsize, names)) <= _LARGEST


def _unread(parts: Sequence[Part]) -> str:
    labels = [part.label for part in parts]
    if len(labels) == 1:
        return f"no event matches {labels[0]}"
    return f"no event matches {_listed(labels, 'and')} together; leave one out"


class _Why:
    """Counts what matches parts of a query among all events."""

    def __init__(self, query: Query, names: Names, events: Sequence[Event]) -> None:
        self._query = query
        self._names = names
        self._events = events

    def said(self, parts: Sequence[Part], *, quiet: bool, near: bool) -> tuple[str, ...]:
        if near and self._query.window and self._count(self._query._replace(window=None)):
            return ()
        dead = [part for part in parts if not self._count(self._without(_others(part, parts)))]
        if any(part.label == _PARTIES for part in dead):
            if quiet:
                return ()
            if joined := self._joined():
                return (joined,)
        if dead:
            return (self._dead(dead),)
        counts = {part.label: self._count(self._without([part])) for part in parts}
        helpful = {label: count for label, count in counts.items() if count}
        return (_rescued(helpful, [part.label for part in parts]),)

    def _joined(self) -> str:
        """Say that no event concerns all countries, and how many concern any of them."""
        each = (*self._query.countries, *self._query.parties)
        if len(each) == 1:
            return ""
        codes = frozenset().union(*self._query.countries)
        alone = tuple(Together(frozenset({code})) for code in sorted(codes))
        any_of = (*alone, *chain.from_iterable(self._query.parties))
        count = self._count(self._query.concerning([any_of]))
        if not count:
            return ""
        concern = "concerns" if count == 1 else "concern"
        all_of = _ALL_OF.get(len(each), f"all {len(each)}")
        return f"no event concerns {all_of}; with commas {count} {concern} any"

    def _dead(self, dead: Sequence[Part]) -> str:
        labels = _listed([part.label for part in dead], "or")
        them = "it" if len(dead) == 1 and dead[0].label != _PARTIES else "them"
        left = self._count(self._without(dead))
        return f"no event matches {labels}; without {them} {_matching(left)}"

    def _without(self, parts: Sequence[Part]) -> Query:
        fields = Query._field_defaults
        return self._query._replace(**{field: fields[field] for p in parts for field in p.fields})

    def _count(self, query: Query) -> int:
        matcher = Matcher(query, self._names.countries.name)
        return sum(matcher(event) is not None for event in self._events)


def _others(part: Part, parts: Sequence[Part]) -> list[Part]:
    return [other for other in parts if other != part]


def _rescued(helpful: dict[str, int], labels: Sequence[str]) -> str:
    if not helpful:
        return f"no event matches {_listed(labels, 'and')} together; leave out two of them or more"
    first, *others = helpful.items()
    said = [f"without {first[0]} {_matching(first[1])}", *(f"without {k} {n}" for k, n in others)]
    return f"no event matches all of this; {', '.join(said)}"


def _matching(count: int) -> str:
    if not count:
        return "none matches either"
    return f"{plural(count, 'event')} {'matches' if count == 1 else 'match'}"


def _listed(labels: Sequence[str], word: str) -> str:
    *some, last = labels
    return f"{', '.join(some)} {word} {last}" if some else last
