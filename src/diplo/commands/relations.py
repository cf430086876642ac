"""The state of relations."""

import os
from typing import Annotated

from diplo import arguments, relations
from diplo.commands.questions import beyond, untouched
from diplo.commands.reading import load
from diplo.dates import Window
from diplo.declaring import SELECTING, option
from diplo.options import CountryArguments, Files, Writing
from diplo.program import Answer, command
from diplo.relations import Standing, Subject
from diplo.reports import Names
from diplo.reports.status import history as history_report
from diplo.reports.status import status as status_report

_ON = "On this day, or the last of this period (default: today)."
On = Annotated[str, option(SELECTING, _ON, "--on", metavar="DATE")]
All = Annotated[bool, option(SELECTING, "Also what nothing had touched by then.", "--all")]
History = Annotated[bool, option(SELECTING, "All states up to that day, in order.", "--history")]


@command
def status(
    *,
    country: CountryArguments = None,
    on: On = "today",
    every: All = False,
    history: History = False,
    files: Files,
    writing: Writing,
) -> Answer:
    """Show the state of relations on a day, such as recognition."""
    last = arguments.day("--on", on, arguments.today(os.environ))
    loaded = load(files, lambda _: lambda event: bool(event.status))
    names = Names(loaded.vocabulary)
    asked = arguments.asked(country or [], names.countries)
    asked.check(loaded.codes)

    def states(subject: Subject) -> list[Standing]:
        if history:
            found = relations.history(subject, last)
        else:
            found = list(filter(None, [relations.standing(subject, last)]))
        return found or ([Standing(subject, None)] if every else [])

    subjects = [s for s in relations.subjects(loaded.events) if asked.hold(s.countries)]
    report = history_report if history else status_report
    codes = frozenset(code for event in loaded.events for code in event.countries)
    return Answer(
        report([s for subject in subjects for s in states(subject)], asked.clauses, last, names),
        writing,
        (
            *untouched(asked, codes, names, "event with a status"),
            *beyond(loaded.vocabulary, Window(last=last)),
        ),
    )
