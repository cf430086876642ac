"""What the explorer is given: the events, and the functions that answer its questions."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from diplo.history.parts import Match
from diplo.history.relations import Subject
from diplo.history.selection import Query
from diplo.model.events import Timeline
from diplo.reports import Names
from diplo.reports.story import StoryOptions


class Question(NamedTuple):
    """What was asked, as the words of a line, and the events that answer it.

    `command` prints the same events in a shell, and `status_command` the states of the same
    subjects. `matches` are those of `all_matches` to show, in their order; if there are none,
    `nearest` are those nearest to the range.
    """

    line: str
    command: str
    status_command: str
    query: Query
    options: StoryOptions
    matches: Sequence[Match]
    all_matches: Sequence[Match]
    subjects: Sequence[Subject]
    nearest: Sequence[Match] = ()
    notes: Sequence[str] = ()


class Answers(NamedTuple):
    """The functions that answer; each may raise a `DiploError` that says what is wrong.

    `ask` reads a line; `narrow` returns a line with another type or a further country, or without
    any; `words` returns the completions of a line's last word; `may_be_code` says whether that
    word may be a country's code or the start of something else; `day` reads a date; `export` writes
    a question's events to a file of this name. `last` is the last day that the files cover.
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
    """How the terminal shows things: its colours (0, 16 or 256), encoding, and if only in ASCII."""

    colours: int = 256
    encoding: str = "utf-8"
    ascii: bool = False
