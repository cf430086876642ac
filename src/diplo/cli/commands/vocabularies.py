"""List what can be asked for: countries, types, sources, actors and places."""

from collections.abc import Callable

from diplo.cli.framework.program import Answer, command
from diplo.cli.options.files import Files
from diplo.cli.options.writing import Writing
from diplo.history.pushdown import Counts, PushdownMatcher
from diplo.history.selection import Query
from diplo.model.events import Timeline
from diplo.reports import Report, vocabulary


@command
def countries(*, files: Files, writing: Writing) -> Answer:
    """List the countries, with the number of events."""
    return _answer("country", vocabulary.countries, files, writing)


@command
def types(*, files: Files, writing: Writing) -> Answer:
    """List the types, what each means, and how many events it has."""
    return _answer("type", vocabulary.types, files, writing)


@command
def sources(*, files: Files, writing: Writing) -> Answer:
    """List the sources, with the number of events."""
    return _answer("source", vocabulary.sources, files, writing)


@command
def actors(*, files: Files, writing: Writing) -> Answer:
    """List people and organisations, with the number of events."""
    return _answer("actor", vocabulary.actors, files, writing)


@command
def places(*, files: Files, writing: Writing) -> Answer:
    """List the places, with the number of events."""
    return _answer("place", vocabulary.places, files, writing)


def _answer(
    by: str, report: Callable[[Timeline], Report], files: Files, writing: Writing
) -> Answer:
    loaded = _counted(files, by)
    return Answer(report(loaded), writing, loaded.notes)


def _counted(files: Files, by: str) -> Timeline:
    """Return all events; if they are of one file, an engine may only count them."""
    if len(files.names) > 1:
        return files.load()
    return files.load(lambda _: PushdownMatcher(Query(), str, Counts(by)))
