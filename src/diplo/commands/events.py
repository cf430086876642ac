"""Events that are asked for: as a timeline, or in full."""

import os
from collections.abc import Callable, Sequence
from typing import Annotated, NamedTuple

import typer

from diplo import arguments, loading, reports, selection
from diplo.dates import Window
from diplo.errors import UsageError, suggestion
from diplo.events import Event, Timeline, Vocabulary
from diplo.options import (
    COLUMNS_HELP,
    Arranging,
    Columns,
    CountryArguments,
    ExitStatus,
    Files,
    Selecting,
    Writing,
)
from diplo.program import Answer, command
from diplo.reports import Names
from diplo.text import shown

NOTHING_MATCHED = 1


class Question(NamedTuple):
    """What was asked, in the terms of what the files declare."""

    names: Names
    asked: arguments.Asked
    query: selection.Query

    def matches(self, timeline: Timeline) -> list[selection.Match]:
        """Return the events that match.

        Raises:
            UsageError: a code that is in no standard is in no event either.

        """
        for code, error in self.asked.doubtful.items():
            if code not in timeline.codes:
                raise UsageError(str(error))
        found = map(selection.matcher(self.query), timeline.events)
        return [match for match in found if match]

    def notes(self, timeline: Timeline) -> tuple[str, ...]:
        """Return a note for each country that no event concerns."""
        missing = sorted(set().union(*self.asked.clauses) - timeline.codes)
        return tuple(f"no event concerns {c} ({self.names.countries.name(c)})" for c in missing)


def put(
    countries: Sequence[str], selecting: Selecting, window: Window | None, known: Vocabulary
) -> Question:
    """Put what was typed as a question about files that declare a vocabulary.

    Raises:
        UsageError: a country, type or source is unknown.

    """
    names = Names(known)
    asked = arguments.asked(countries, names.countries)
    return Question(names, asked, selecting.query(asked.clauses, window, known))


@command
def timeline(
    *,
    country: CountryArguments = None,
    selecting: Selecting,
    files: Files,
    arranging: Arranging,
    writing: Writing,
    columns: Columns = None,
    exit_status: ExitStatus = False,
) -> Answer:
    """Show the events, as a table or for scripts."""
    keys = arguments.columns(columns)
    if keys == [COLUMNS_HELP]:
        listed = "".join(f"{c.key}\n" for c in reports.event_columns(Names(Vocabulary())))
        return Answer(listed, writing)
    window = selecting.window(arguments.today(os.environ))

    def question(known: Vocabulary) -> Question:
        return put(country or [], selecting, window, known)

    def keep(known: Vocabulary) -> Callable[[Event], bool]:
        matches = selection.matcher(question(known).query)
        return lambda event: matches(event) is not None

    loaded = loading.load(files.names(os.environ), keep)
    asked = question(loaded.vocabulary)
    found = asked.matches(loaded)
    matches = selection.arrange(
        found, arranging.sort, reverse=arranging.reverse, limit=arranging.most
    )
    report = reports.timeline(matches, asked.query, arranging.groups, asked.names, len(found))
    return Answer(
        report.only(keys) if keys else report,
        writing,
        asked.notes(loaded),
        NOTHING_MATCHED if exit_status and not found else 0,
    )


@command
def show(
    *,
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...", help="Ids of events; 'diplo timeline -c id,title' lists them."
        ),
    ],
    files: Files,
    writing: Writing,
) -> Answer:
    """Show events in full: date, summary, sources and note."""
    loaded = loading.load(files.names(os.environ))
    by_id = {event.id: event for event in loaded.events}
    for name in ids:
        if name not in by_id:
            hint = suggestion(name, by_id) or "; 'diplo timeline -c id,title' lists them"
            message = f"no event has the id {shown(name)}{hint}"
            raise UsageError(message)
    matches = [selection.Match(by_id[name], "certain") for name in dict.fromkeys(ids)]
    return Answer(reports.show(matches, Names(loaded.vocabulary)), writing)
