"""What can be asked for: countries, types, sources, actors and places."""

from collections.abc import Callable

from diplo.cli.framework.program import Answer, command
from diplo.cli.options import Files, Writing
from diplo.model.events import Timeline
from diplo.reports import Names, Report, vocabulary


def _answer(report: Callable[[Timeline], Report], files: Files, writing: Writing) -> Answer:
    loaded = files.load()
    return Answer(report(loaded), writing, loaded.notes)


@command
def countries(*, files: Files, writing: Writing) -> Answer:
    """List the countries, with the number of their events."""
    return _answer(
        lambda loaded: vocabulary.countries(loaded, Names(loaded.vocabulary)), files, writing
    )


@command
def types(*, files: Files, writing: Writing) -> Answer:
    """List the types of events, what they mean, how many there are."""
    return _answer(vocabulary.types, files, writing)


@command
def sources(*, files: Files, writing: Writing) -> Answer:
    """List the sources, with the number of their events."""
    return _answer(vocabulary.sources, files, writing)


@command
def actors(*, files: Files, writing: Writing) -> Answer:
    """List the people and organisations, with the number of their events."""
    return _answer(vocabulary.actors, files, writing)


@command
def places(*, files: Files, writing: Writing) -> Answer:
    """List the places, with the number of their events."""
    return _answer(vocabulary.places, files, writing)
