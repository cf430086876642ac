"""Questions: what was typed, in the terms of what the files declare, and the events that match."""

import os
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from diplo.cli import arguments
from diplo.cli.arguments import Asked
from diplo.cli.options import Files, Selecting, Writing
from diplo.cli.query import empty, parties
from diplo.history import selection
from diplo.history.selection import STORY, Match, Matcher, Query
from diplo.model import dates
from diplo.model.dates import Window
from diplo.model.events import Timeline, Vocabulary
from diplo.reports import Names
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
        """Whether anything matched: in a range, whether anything began there."""
        if self.query.window is None:
            return bool(self.matches)
        return any(match.part == STORY for match in self.matches)

    def nearest(self) -> list[Match]:
        """Return what happened next to a range in which nothing did, reading the files again."""
        window = self.query.window
        if window is None or self.happened or STANDARD_INPUT in self.files.names(os.environ):
            return []
        matcher = Matcher(self.query._replace(window=None), self.names.countries.name)
        loaded = self.files.load(lambda _: matcher)
        return selection.nearest(filter(None, map(matcher, loaded.events)), window)

    def notes(self, writing: Writing, *, nearest: bool = True) -> tuple[str, ...]:
        """Return what there is to say beside the answer.

        That is what was taken for an actor or a place, each country that no event concerns and,
        where nothing matches, what would have. A table may name what is `nearest` to a range.
        """
        missing = untouched(self.asked, self.timeline.codes, self.names)
        if self.matches:
            return (*self.named, *missing)
        table = nearest and writing.is_table
        why = empty.why(self.query, self.names, self.files, quiet=bool(missing), near=table)
        return (*self.named, *missing, *why)


def ask(
    countries: Sequence[str] | None, selecting: Selecting, files: Files, *, every: bool = True
) -> Found:
    """Find the events that were asked for: those of every argument, or of any.

    Raises:
        UsageError: a country, date, type or source is wrong or unknown.

    """
    typed = countries or []
    window = selecting.window(arguments.today(os.environ))

    def query(names: Names, asked: Asked) -> Query:
        wanted = asked.arguments if every else [tuple(chain.from_iterable(asked.arguments))]
        return selecting.query(wanted, window, names.vocabulary)

    def matcher(names: Names, asked: Asked) -> Matcher:
        return Matcher(query(names, asked), names.countries.name)

    loaded = files.load(parties.keeping(typed, matcher))
    names = Names(loaded.vocabulary)
    asked, notes = parties.settle(typed, loaded, names)
    matches = list(filter(None, map(matcher(names, asked), loaded.events)))
    return Found(files, asked, query(names, asked), names, loaded, matches, notes)


def untouched(
    asked: Asked, codes: frozenset[str], names: Names, what: str = "event"
) -> tuple[str, ...]:
    """Return a note for each country that was asked for and nothing concerns."""
    missing = sorted(asked.codes - codes)
    return tuple(f"no {what} concerns {code} ({names.countries.name(code)})" for code in missing)


def beyond(known: Vocabulary, window: Window | None) -> tuple[str, ...]:
    """Return a note where what was asked goes beyond the day that the files speak for."""
    if known.as_of is None or window is None:
        return ()
    as_of = known.as_of.toordinal()
    if window.first <= as_of and (window.last <= as_of or window.last == dates.END):
        return ()
    said = dates.words(dates.day(as_of))
    return (f"the events are known up to {said}; what came after that day is not in them",)
