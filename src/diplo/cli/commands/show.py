"""Show events in full."""

from collections.abc import Iterator
from typing import Annotated

from diplo.cli import values
from diplo.cli.framework.declare import selecting
from diplo.cli.framework.program import Answer, command
from diplo.cli.options.files import Files
from diplo.cli.options.writing import Writing
from diplo.cli.query.lookup import EventArguments, choose_events
from diplo.model.events import Event
from diplo.reports import Names
from diplo.reports import show as reports

Around = Annotated[
    str | None,
    selecting(
        "Also show what happened between the same countries this long before and after: 1y, 6m, "
        "90d, '2 years'.",
        "--around LENGTH",
        ("30d", "90d", "6m", "1y", "2y", "5y"),
    ),
]


@command
def show(*, ids: EventArguments, around: Around = None, files: Files, writing: Writing) -> Answer:
    """Show events in full: date, summary, sources and note."""
    span = None if around is None else values.length("--around", around)
    chosen = choose_events(ids, files)
    names = Names(chosen.timeline.vocabulary)
    report = reports.show(chosen.events, chosen.timeline, names, span)
    undated = _undated(chosen.events) if span else ()
    return Answer(report, writing, (*chosen.notes, *undated))


def _undated(events: list[Event]) -> Iterator[str]:
    """Yield a note on each event without a known day, around which nothing can be shown."""
    for event in events:
        if not event.date.is_dated:
            yield f"no day of '{event.id}' is known, so nothing is shown around it"
