"""What the explorer is given: the events, and what reads, completes and writes for it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from diplo.history.parts import Match
from diplo.history.relations import Subject
from diplo.history.selection import Query
from diplo.model.events import Timeline
from diplo.reports import Names
from diplo.reports.story import Telling


class Question(NamedTuple):
    """What was asked, as the words of a line, and the events that answer it.

    `command` prints the same events in a shell, and `standing` the states of the same subjects.
    `matches` are those to show, in their order, of all that were `found`; where there are none,
    `near` are those next to the range.
    """

    line: str
    command: str
    standing: str
    query: Query
    telling: Telling
    matches: Sequence[Match]
    found: Sequence[Match]
    subjects: Sequence[Subject]
    near: Sequence[Match] = ()
    notes: Sequence[str] = ()


class Answers(NamedTuple):
    """Who answers: each of these may raise a `DiploError` that says what is wrong.

    `ask` reads a line; `narrow` returns a line with another type or a further country, or without
    any; `words` are what the last word of a line may become, and it `may_be_code`, of a country,
    or the start of something else; `day` reads a date; `export` writes a question's events to a
    file of this name. `last` is the last day that the files speak for.
    """

    names: Names
    timeline: Timeline
    last: int
    ask: Callable[[str], Question]
    narrow: Callable[[str, str, str | None], str]
    words: Callable[[str], Sequence[str]]
    may_be_code: Callable[[str], bool]
    day: Callable[[str], int]
    export: Callable[[Question, str], None]


class Look(NamedTuple):
    """How the terminal shows things: its colours (0, 16 or 256), encoding, and plain signs."""

    colours: int = 256
    encoding: str = "utf-8"
    ascii: bool = False
