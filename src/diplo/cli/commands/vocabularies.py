"""What can be asked for: countries, types, sources, actors and places."""

from diplo.cli.framework.program import Answer, command
from diplo.cli.options import Files, Writing
from diplo.reports import Names, vocabulary


@command
def countries(*, files: Files, writing: Writing) -> Answer:
    """List the countries, with the number of their events."""
    loaded = files.load()
    return Answer(vocabulary.countries(loaded, Names(loaded.vocabulary)), writing)


@command
def types(*, files: Files, writing: Writing) -> Answer:
    """List the types of events, what they mean, how many there are."""
    return Answer(vocabulary.types(files.load()), writing)


@command
def sources(*, files: Files, writing: Writing) -> Answer:
    """List the sources, with the number of their events."""
    return Answer(vocabulary.sources(files.load()), writing)


@command
def actors(*, files: Files, writing: Writing) -> Answer:
    """List the people and organisations, with the number of their events."""
    return Answer(vocabulary.actors(files.load()), writing)


@command
def places(*, files: Files, writing: Writing) -> Answer:
    """List the places, with the number of their events."""
    return Answer(vocabulary.places(files.load()), writing)
