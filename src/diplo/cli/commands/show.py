"""Events in full."""

from diplo.cli.framework.program import Answer, command
from diplo.cli.options import Files, Writing
from diplo.cli.query.lookup import EventArguments, choose
from diplo.reports import Names, events


@command
def show(*, ids: EventArguments, files: Files, writing: Writing) -> Answer:
    """Show events in full: date, summary, sources and note."""
    found = choose(ids, files)
    names = Names(found.timeline.vocabulary)
    report = events.show(found.events, found.timeline, names)
    return Answer(report, writing, found.notes)
