"""Questions: what was typed, in the terms of what the files declare, and the events that match."""

import os
from collections.abc import Callable, Sequence
from typing import NamedTuple

from diplo import arguments, dates, selection
from diplo.commands.reading import load
from diplo.dates import Window
from diplo.events import Event, Timeline, Vocabulary
from diplo.loading import STANDARD_INPUT
from diplo.options import Files, Selecting
from diplo.reports import Names
from diplo.selection import STORY, Match, Query


class Question(NamedTuple):
    """What was asked, in the terms of what the files declare."""

    names: Names
    asked: arguments.Asked
    query: Query


class Found(NamedTuple):
    """What was asked, and what the files say to it."""

    question: Question
    timeline: Timeline
    matches: list[Match]

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
        matcher = selection.Matcher(self.query._replace(window=None))
        loaded = load(files, lambda _: matcher)
        return selection.nearest(filter(None, map(matcher, loaded.events)), window)

    @property
    def notes(self) -> tuple[str, ...]:
        """A note for each country that no event concerns."""
        return untouched(self.question.asked, self.timeline.codes, self.names)


def ask(
    countries: Sequence[str] | None, selecting: Selecting, files: Files, *, every: bool = True
) -> Found:
    """Find the events that were asked for: those of every country, or of any.

    Raises:
        UsageError: a country, date, type or source is wrong or unknown.

    """
    window = selecting.window(arguments.today(os.environ))

    def question(known: Vocabulary) -> Question:
        names = Names(known)
        asked = arguments.asked(countries or [], names.countries)
        clauses = asked.clauses if every else (frozenset().union(*asked.clauses),)
        return Question(names, asked, selecting.query(clauses, window, known))

    def keep(known: Vocabulary) -> Callable[[Event], object]:
        return selection.Matcher(question(known).query)

    loaded = load(files, keep)
    put = question(loaded.vocabulary)
    put.asked.check(loaded.codes)
    matches = filter(None, map(selection.Matcher(put.query), loaded.events))
    return Found(put, loaded, list(matches))


def untouched(
    asked: arguments.Asked, codes: frozenset[str], names: Names, what: str = "event"
) -> tuple[str, ...]:
    """Return a note for each country that was asked for and nothing concerns."""
    missing = sorted(set().union(*asked.clauses) - codes)
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
