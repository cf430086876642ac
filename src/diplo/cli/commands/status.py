"""Show the state of relations."""

from collections.abc import Sequence
from datetime import date
from itertools import chain
from typing import Annotated, NamedTuple

from diplo.cli import values
from diplo.cli.arguments import PartyArguments
from diplo.cli.framework.declare import selecting, writing
from diplo.cli.framework.program import Answer, command
from diplo.cli.options.files import Files
from diplo.cli.options.selecting import countries, first_date, last_date
from diplo.cli.options.writing import Drawing, Width
from diplo.cli.query import parties
from diplo.cli.query.empty import none_concerns_all
from diplo.cli.query.question import concerned, coverage_notes, other_code_notes, unmatched_notes
from diplo.formats import SVG
from diplo.history import relations
from diplo.history.relations import Standing, Subject
from diplo.history.selection import Query, has_effects
from diplo.model import dates
from diplo.model.dates import Window
from diplo.model.events import Vocabulary
from diplo.model.suggestions import choose
from diplo.reports import Names, Report, status_history, status_panel
from diplo.reports import status as reports
from diplo.reports.states import View
from diplo.terminal.errors import UsageError
from diplo.terminal.text import plural

_UNITS = tuple(relations.UNITS)
_PANEL = "--every year or --every month"
Countries = Annotated[
    list[str] | None, countries(". A subject must concern all of them", "[COUNTRY]...")
]


class Asking(NamedTuple):
    """Which day or days are asked for, and what to show of them."""

    on: Annotated[
        str | None,
        selecting(
            "On this day, or the last of this period (default: the last that the file speaks for, "
            "or today if that is earlier). Of the files that timeline writes, only YAML records "
            "that day.",
            "--on DATE",
        ),
    ] = None
    everything: Annotated[
        bool, selecting("Also states without a known start, and those not begun by then.", "--all")
    ] = False
    history: Annotated[bool, selecting("All states up to that day, in order.", "--history")] = False
    every: Annotated[
        str | None,
        selecting(
            "For statistics: what became of each subject in every year or month.",
            "--every UNIT",
            _UNITS,
        ),
    ] = None
    since: Annotated[str | None, first_date("With --every: from the start of this date")] = None
    until: Annotated[str | None, last_date("With --every: up to the end of this date")] = None
    long: Annotated[bool, writing("With the events behind the states, in a table.", "--long")] = (
        False
    )

    def checked(self) -> "Asking":
        """Return these options if they go together.

        Raises:
            UsageError: they do not.
        """
        if self.every is None:
            if self.since is not None or self.until is not None:
                raise UsageError(f"--since and --until go with {_PANEL}; --on asks for a day")
            return self
        choose(self.every, _UNITS, "unit of --every")
        others = {
            "--on": self.on is not None,
            "--history": self.history,
            "--long": self.long,
        }
        for name, given in others.items():
            if given:
                raise UsageError(f"--every and {name} contradict each other; give one")
        return self


@command
def status(
    *,
    country: Countries = None,
    asking: Asking,
    files: Files,
    writing: Drawing,
    width: Width = None,
) -> Answer:
    """Show the state of relations, such as recognition, on a day."""
    pixels = writing.pixels(width)
    if asking.every and writing.written_as == SVG:
        raise UsageError("--every makes a table of numbers; leave it out, or write it as csv")
    asked_days, typed = _asked_days(asking), country or []
    files.refuse_typed(typed)
    loaded = files.load(parties.with_unknown_words(typed, lambda *_: has_effects))
    known, names = loaded.vocabulary, Names(loaded.vocabulary)
    asked, named = parties.resolve(typed, loaded, names, "diplo timeline ", "--on")
    every = relations.subjects(loaded.events, loaded.last_days)
    meant = concerned(every, asked)
    last = _last_day(asked_days, known)
    reported, undated = (meant, 0) if asking.everything else _with_start(meant, last)
    query, window = Query().concerning(asked.arguments), Window(last=last)
    if asking.every:
        window = _days(asked_days, reported, last)
        query = query._replace(window=asked_days)
        report = _panel(reported, window, query, names, asking.every)
    else:
        view = View(query, last, undated, asking.long)
        report = _report(reported, view, names, history=asking.history)
    codes = frozenset(code for subject in every for code in subject.countries)
    see = "" if files.events else "diplo status"
    missing = (
        *unmatched_notes(asked, codes, names, "event with a status", see),
        *other_code_notes(asked, codes, names, lambda: [e for e in loaded.events if e.status]),
    )
    counted = undated and not asking.every and writing.is_for_people  # in what is shown
    empty = () if reported or missing or counted else _empty(asked, every, len(meant), undated)
    notes = (*loaded.notes, *named, *missing, *empty, *coverage_notes(known, window))
    return Answer(report, writing, notes, pixels=pixels)


def _empty(
    asked: PartyArguments, every: Sequence[Subject], meant: int, undated: int
) -> tuple[str, ...]:
    """Return a note that says why no subject is shown, if there are any."""
    if undated:
        return (_left_out(undated, "is told without a start", "are told without a start"),)
    if meant:
        return (_left_out(meant, "has no state by that day", "have no state by that day"),)
    any_of = tuple(chain.from_iterable(asked.arguments))
    some = len(concerned(every, asked._replace(arguments=(any_of,))))
    message = none_concerns_all("subject", len(asked.arguments), some)
    return (message,) if message else ()


def _left_out(count: int, one: str, several: str) -> str:
    what, them = (one, "it") if count == 1 else (several, "them")
    return f"{plural(count, 'subject')} {what}; --all shows {them}"


def _asked_days(asking: Asking) -> Window:
    """Return the days that are asked for, which may have no first and no last."""
    today = values.today()
    if asking.on is not None:
        return Window(last=values.day("--on", asking.on, today))
    return values.window(asking.since, asking.until, None, today) or Window()


def _last_day(asked: Window, known: Vocabulary) -> int:
    """Return the day to report on, by default the last that all files cover, but at most today.

    After it, states that only some of the files report might have changed long ago.
    """
    return asked.last if asked.last < dates.END else values.last_day(known, values.today())


def _days(asked: Window, subjects: Sequence[Subject], last: int) -> Window:
    """Return the days up to the last, by default from the year of the first change.

    Raises:
        UsageError: they would end before they begin.
    """
    if asked.first == dates.BEGIN:
        turns = [turn.day for s in subjects for turn in relations.turns(s) if turn.dated]
        begun = date.fromordinal(min(day for day in (last, *turns) if day != dates.BEGIN))
        return Window(begun.replace(month=1, day=1).toordinal(), last)
    if asked.first > last:
        day = dates.day_words(last)
        raise UsageError(f"--since lies after {day}, the last day that is told; give --until too")
    return Window(asked.first, last)


def _with_start(subjects: Sequence[Subject], day: int) -> tuple[list[Subject], int]:
    """Return the subjects with a known start, and the number of those without one."""
    begun = [(subject, relations.standing(subject, day)) for subject in subjects]
    dated = [subject for subject, state in begun if state and state.dated]
    return dated, sum(state is not None for _, state in begun) - len(dated)


def _report(subjects: Sequence[Subject], view: View, names: Names, *, history: bool) -> Report:
    if history:
        states = [relations.history(s, view.day) or [Standing(s, None)] for s in subjects]
        return status_history.history([*chain.from_iterable(states)], view, names)
    rows = [relations.standing(s, view.day) or Standing(s, None) for s in subjects]
    return reports.status(rows, view, names)


def _panel(
    subjects: Sequence[Subject], window: Window, query: Query, names: Names, unit: str
) -> Report:
    periods = list(relations.periods(window, unit))
    rows = [row for s in subjects for row in relations.panel(s, periods)]
    return status_panel.panel(rows, query, names, unit)
