"""Questions: what was typed, in the terms of what the files declare, and the events that match."""

import os
from collections.abc import Callable, Sequence
from itertools import chain
from typing import NamedTuple

from diplo.cli import arguments
from diplo.cli.options import Files, Selecting, Writing
from diplo.cli.query import empty, parties
from diplo.cli.query.load import are_small, load
from diplo.formats import TABLE
from diplo.history.parts import STORY, Match
from diplo.history.selection import Matcher, Query
from diplo.model import dates
from diplo.model.countries import may_mean
from diplo.model.dates import Window
from diplo.model.events import Event, Timeline, Vocabulary
from diplo.reports import Names
from diplo.reports.report import plural
from diplo.terminal.errors import STANDARD_INPUT
from diplo.terminal.output import STANDARD_OUTPUT, Target


class Question(NamedTuple):
    """What was asked, in the terms of what the files declare."""

    names: Names
    asked: arguments.Asked
    query: Query

    @property
    def matcher(self) -> Matcher:
        """What says whether and how events match."""
        return Matcher(self.query, self.names.countries.name)


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
        """Whether there is a story: what began in the range or, without one, has a known day."""
        return any(match.part == STORY for match in self.matches)

    def nearest(self, files: Files) -> list[Match]:
        """Return what happened next to a range in which nothing did, reading the files again."""
        window = self.query.window
        if window is None or self.happened or STANDARD_INPUT in files.names(os.environ):
            return []
        matcher = Matcher(self.query._replace(window=None), self.names.countries.name)
        return empty.nearest(self.query, self.names, load(files, lambda _: matcher).events)

    def notes(self, files: Files, writing: Writing, *, nearest: bool = True) -> tuple[str, ...]:
        """Return what there is to say beside the answer.

        That is what was taken for an actor or a place, each country that no event concerns or that
        some have under other letters and, where nothing matches, what would have. A table may name
        what is `nearest` to a range.
        """
        asked, codes = self.question.asked, self.timeline.codes
        missing = untouched(asked, codes, self.names)
        other = under_other_letters(asked, codes, self.names, lambda: _again(files))
        if self.matches:
            return (*self.named, *missing, *other)
        table = nearest and is_table(writing)
        why = empty.why(self.query, self.names, files, quiet=bool(missing), near=table)
        return (*self.named, *missing, *other, *why)


def is_table(writing: Writing) -> bool:
    """Say whether a table is written, as on a terminal."""
    return written_as(writing) == TABLE


def written_as(writing: Writing) -> str:
    """Return the format of the answer."""
    target = Target(writing.output or STANDARD_OUTPUT)
    return writing.format_for(terminal=target.is_terminal)


def ask(
    countries: Sequence[str] | None, selecting: Selecting, files: Files, *, every: bool = True
) -> Found:
    """Find the events that were asked for: those of every argument, or of any.

    Raises:
        UsageError: a country, date, type or source is wrong or unknown.

    """
    typed = countries or []
    window = selecting.window(arguments.today(os.environ))

    def question(names: Names, asked: arguments.Asked, known: Vocabulary) -> Question:
        wanted = asked.arguments if every else (tuple(chain.from_iterable(asked.arguments)),)
        return Question(names, asked, selecting.query(wanted, window, known))

    def keep(known: Vocabulary) -> Callable[[Event], object]:
        names = Names(known)
        asked = arguments.asked(typed, names.countries)
        put = question(names, asked, known._replace(sources={}))  # events may tell of more
        return parties.Words(typed, asked, names).keeping(put.matcher)

    loaded = load(files, keep)
    names = Names(loaded.vocabulary)
    settled = parties.settle(typed, loaded, names)
    put = question(names, settled.asked, loaded.vocabulary)
    return Found(put, loaded, list(filter(None, map(put.matcher, loaded.events))), settled.notes())


def untouched(
    asked: arguments.Asked, codes: frozenset[str], names: Names, what: str = "event"
) -> tuple[str, ...]:
    """Return a note for each country that was asked for and nothing concerns."""
    missing = sorted(asked.codes - codes)
    return tuple(f"no {what} concerns {code} ({names.countries.name(code)})" for code in missing)


def under_other_letters(
    asked: arguments.Asked,
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


def _again(files: Files) -> Sequence[Event]:
    """Return all events, unless reading them again takes long."""
    return load(files).events if are_small(files.names(os.environ)) else ()


def beyond(known: Vocabulary, window: Window | None) -> tuple[str, ...]:
    """Return a note where what was asked goes beyond the day that the files speak for."""
    if known.as_of is None or window is None:
        return ()
    as_of = known.as_of.toordinal()
    if window.first <= as_of and (window.last <= as_of or window.last == dates.END):
        return ()
    said = dates.words(dates.day(as_of))
    return (f"the events are known up to {said}; what came after that day is not in them",)
