"""The state of relations."""

import os
from typing import Annotated

from diplo import arguments, dates, relations, reports
from diplo.commands.questions import beyond, untouched
from diplo.commands.reading import load
from diplo.dates import Window
from diplo.declaring import SELECTING, option
from diplo.options import CountryArguments, Files, Writing
from diplo.program import Answer, command
from diplo.relations import Standing, Subject
from diplo.reports import Names

On = Annotated[
    str,
    option(SELECTING, "On this day, or the last of this period; today.", "--on", metavar="DATE"),
]
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
    """Show the state of relations on a day: recognition, missions, envoys, aid."""
    last = arguments.day("--on", on, arguments.today(os.environ))
    loaded = load(files, lambda _: lambda event: bool(event.status))
    names = Names(loaded.vocabulary)
    asked = arguments.asked(country or [], names.countries)
    asked.check(loaded.codes)

    def states(subject: Subject) -> list[Standing]:
        if history:
            found = list(relations.history(subject, last))
        else:
            found = list(filter(None, [relations.standing(subject, last)]))
        return found or ([Standing(subject, None, dates.CERTAIN)] if every else [])

    subjects = [s for s in relations.subjects(loaded.events) if asked.hold(s.countries)]
    report = reports.history if history else reports.status
    codes = frozenset(code for event in loaded.events for code in event.countries)
    return Answer(
        report([s for subject in subjects for s in states(subject)], asked.clauses, last, names),
        writing,
        (
            *untouched(asked, codes, names, "effect"),
            *beyond(loaded.vocabulary, Window(last=last)),
        ),
    )
