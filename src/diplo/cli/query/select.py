"""Questions: what was typed, in the terms of what the files declare, and the events that match."""

import os
from collections.abc import Callable, Sequence
from itertools import chain
from typing import NamedTuple

from diplo.cli import arguments
from diplo.cli.arguments import Asked
from diplo.cli.options import Files, Selecting, Writing
from diplo.cli.query import empty, parties
from diplo.history.parts import STORY, Match
from diplo.history.selection import Matcher, Query
from diplo.model import dates
from diplo.model.countries import may_mean
from diplo.model.dates import Window
from diplo.model.events import Event, Timeline, Vocabulary
from diplo.reports import Names
from diplo.reports.report import plural
from diplo.terminal.errors import STANDARD_INPUT


class Found(NamedTuple):
    """What was asked, in the terms of what the files declare, and what they say to it."""

    files: Files
    asked: Asked
    query: Query
    names: Names
    timeline: Timeline
    matches: list[Match]
    named: tuple[str, ...]  # notes on actors and places

    @property
    def happened(self) -> bool:
        """Whether there is a story: what began in the range or, without one, has a known day."""
        return any(match.part == STORY for match in self.matches)

    def nearest(self) -> list[Match]:
        """Return what happened next to a range in which nothing did, reading the files again."""
        window = self.query.window
        if window is None or self.happened or STANDARD_INPUT in self.files.names(os.environ):
            return []
        matcher = Matcher(self.query._replace(window=None), self.names.countries.name)
        events = self.files.load(lambda _: matcher).events
        return empty.nearest(self.query, self.names.countries.name, events)

    def notes(self, writing: Writing, *, nearest: bool = True) -> tuple[str, ...]:
        """Return what there is to say beside the answer.

        That is what was taken for an actor or a place, each country that no event concerns or that
        some have under other letters and, where nothing matches, what would have. A table may name
        what is `nearest` to a range.
        """
        codes = self.timeline.codes
        missing = untouched(self.asked, codes, self.names)
        other = under_other_letters(self.asked, codes, self.names, self._again)
        if self.matches:
            return (*self.timeline.notes, *self.named, *missing, *other)
        table = nearest and writing.is_table
        why = empty.why(self.query, self.names, self.files, quiet=bool(missing), near=table)
        return (*self.timeline.notes, *self.named, *missing, *other, *why)

    def _again(self) -> Sequence[Event]:
        """Return all events, unless reading them again takes long."""
        return self.files.load().events if self.files.are_small else ()


def ask(
    countries: Sequence[str] | None, selecting: Selecting, files: Files, *, every: bool = True
) -> Found:
    """Find the events that were asked for: those of every argument, or of any.

    Raises:
        UsageError: a country, date, type or source is wrong or unknown.

    """
    typed = countries or []
    window = selecting.window(arguments.today(os.environ))

    def query(known: Vocabulary, asked: Asked) -> Query:
        wanted = asked.arguments if every else [tuple(chain.from_iterable(asked.arguments))]
        return selecting.query(wanted, window, known)

    def keep(names: Names, asked: Asked) -> Matcher:
        known = names.vocabulary._replace(sources={})  # events may tell of more
        return Matcher(query(known, asked), names.countries.name)

    loaded = files.load(parties.keeping(typed, keep))
    names = Names(loaded.vocabulary)
    asked, notes = parties.settle(typed, loaded, names)
    put = query(loaded.vocabulary, asked)
    matches = list(filter(None, map(Matcher(put, names.countries.name), loaded.events)))
    return Found(files, asked, put, names, loaded, matches, notes)


def untouched(
    asked: Asked, codes: frozenset[str], names: Names, what: str = "event"
) -> tuple[str, ...]:
    """Return a note for each country that was asked for and nothing concerns."""
    missing = sorted(asked.codes - codes)
    return tuple(f"no {what} concerns {code} ({names.countries.name(code)})" for code in missing)


def under_other_letters(
    asked: Asked,
    codes: frozenset[str],
    names: Names,
    events: Callable[[], Sequence[Event]],
) -> tuple[str, ...]:
    """Return a note for each country that events have under letters that are not ISO 3166's.

    The events are counted where they can be had.
    """
    undeclared = codes - asked.codes - names.vocabulary.countries.keys()
    other = {code: may_mean(code, undeclared) for code in sorted(asked.codes)}
    return tuple(
        f"{_having(letters, events())} {' or '.join(letters)}, which may mean "
        f"{names.countries.name(code)}; ask for {','.join((code, *letters))}, and "
        "'diplo check FILE' says where"
        for code, letters in other.items()
        if letters
    )


def _having(letters: Sequence[str], events: Sequence[Event]) -> str:
    """Return "2 events have", or "some events have" where they cannot be counted."""
    count = sum(not set(letters).isdisjoint(event.countries) for event in events)
    if not count:
        return "some events have"
    return f"{plural(count, 'event')} {'has' if count == 1 else 'have'}"


def beyond(known: Vocabulary, window: Window | None) -> tuple[str, ...]:
    """Return a note where what was asked goes beyond the day that the files speak for."""
    if known.as_of is None or window is None:
        return ()
    as_of = known.as_of.toordinal()
    if window.first <= as_of and (window.last <= as_of or window.last == dates.END):
        return ()
    said = dates.words(dates.day(as_of))
    return (f"the events are known up to {said}; what came after that day is not in them",)
