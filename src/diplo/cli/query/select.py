"""Questions: what was typed, in the terms of what the files declare, and the events that match."""

import os
from collections.abc import Callable, Sequence
from itertools import chain
from typing import NamedTuple

from diplo.cli import arguments
from diplo.cli.options import Files, Selecting, Writing
from diplo.cli.query import empty, parties
from diplo.history import selection
from diplo.history.selection import STORY, Match, Query
from diplo.model import dates
from diplo.model.dates import Window
from diplo.model.events import Event, Timeline, Vocabulary
from diplo.reports import Names
from diplo.terminal.errors import STANDARD_INPUT


class Question(NamedTuple):
    """What was asked, in the terms of what the files declare."""

    names: Names
    asked: arguments.Asked
    query: Query

    @property
    def matcher(self) -> selection.Matcher:
        """What says whether and how events match."""
        return selection.Matcher(self.query, self.names.countries.name)


class Found(NamedTuple):
    """What was asked, and what the files say to it."""

    question: Question
    timeline: Timeline
    matches: list[Match]
    named: tuple[str, ...] = ()  # notes on actors and places

    @property
    def names(self) -> Names:
        """The names of what the files declare."""
        return self.question.names

    @property
    def query(self) -> Query:
        """What was asked."""
        return self.question.query

    @property
    def happened(self) -> bool:
        """Whether anything matched: in a range, whether anything began there."""
        if self.query.window is None:
            return bool(self.matches)
        return any(match.part == STORY for match in self.matches)

    def nearest(self, files: Files) -> list[Match]:
        """Return what happened next to a range in which nothing did, reading the files again."""
        window = self.query.window
        if window is None or self.happened or STANDARD_INPUT in files.names(os.environ):
            return []
        matcher = selection.Matcher(self.query._replace(window=None), self.names.countries.name)
        loaded = files.load(lambda _: matcher)
        return selection.nearest(filter(None, map(matcher, loaded.events)), window)

    def notes(self, files: Files, writing: Writing, *, nearest: bool = True) -> tuple[str, ...]:
        """Return what there is to say beside the answer.

        That is what was taken for an actor or a place, each country that no event concerns and,
        where nothing matches, what would have. A table may name what is `nearest` to a range.
        """
        missing = untouched(self.question.asked, self.timeline.codes, self.names)
        if self.matches:
            return (*self.named, *missing)
        table = nearest and writing.is_table
        why = empty.why(self.query, self.names, files, quiet=bool(missing), near=table)
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

    def question(names: Names, asked: arguments.Asked) -> Question:
        wanted = asked.arguments if every else (tuple(chain.from_iterable(asked.arguments)),)
        return Question(names, asked, selecting.query(wanted, window, names.vocabulary))

    def keep(known: Vocabulary) -> Callable[[Event], object]:
        names = Names(known)
        asked = arguments.asked(typed, names.countries)
        return parties.Words(typed, asked, names).keeping(question(names, asked).matcher)

    loaded = files.load(keep)
    names = Names(loaded.vocabulary)
    settled = parties.settle(typed, loaded, names)
    put = question(names, settled.asked)
    return Found(put, loaded, list(filter(None, map(put.matcher, loaded.events))), settled.notes())


def untouched(
    asked: arguments.Asked, codes: frozenset[str], names: Names, what: str = "event"
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
