"""The events that are asked for, as a timeline."""

from diplo.cli.framework.program import Answer, command
from diplo.cli.options import (
    COLUMNS_HELP,
    Arranging,
    Columns,
    CountryArguments,
    ExitStatus,
    Files,
    Publishing,
    Selecting,
)
from diplo.cli.query.select import ask
from diplo.history import selection
from diplo.model.events import Vocabulary
from diplo.reports import Names, events
from diplo.reports.telling import Telling

NOTHING_MATCHED = 1


@command
def timeline(
    *,
    country: CountryArguments = None,
    selecting: Selecting,
    files: Files,
    arranging: Arranging,
    writing: Publishing,
    columns: Columns = None,
    exit_status: ExitStatus = False,
) -> Answer:
    """Show the events, as a table or for scripts."""
    keys = writing.columns(columns)
    if keys == [COLUMNS_HELP]:
        listed = "".join(f"{c.key}\n" for c in events.event_columns(Names(Vocabulary())))
        return Answer(listed, writing)
    found = ask(country, selecting, files)
    matches = selection.arrange(
        found.matches, arranging.sort, reverse=arranging.reverse, limit=arranging.most
    )
    telling = Telling(
        arranging.group_by,
        arranging.sort,
        reverse=arranging.reverse,
        listed=arranging.every,
        long=arranging.long,
    )
    report = events.timeline(
        matches, found.query, found.names, telling, found.matches, found.nearest
    )
    return Answer(
        report.only(keys) if keys else report,
        writing,
        found.notes(writing),
        NOTHING_MATCHED if exit_status and not found.happened else 0,
    )
