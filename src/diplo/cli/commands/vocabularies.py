"""What can be asked for: countries, types, sources, actors and places."""

import os

from diplo.cli.framework.program import Answer, command
from diplo.cli.options import Files, Writing
from diplo.history.enough import Brief, Counts
from diplo.history.selection import Query
from diplo.model.events import Timeline
from diplo.reports import Names, vocabulary


@command
def countries(*, files: Files, writing: Writing) -> Answer:
    """List the countries, with the number of their events."""
    loaded = _counted(files, "country")
    return Answer(vocabulary.countries(loaded, Names(loaded.vocabulary)), writing)


@command
def types(*, files: Files, writing: Writing) -> Answer:
    """List the types of events, what they mean, how many there are."""
    return Answer(vocabulary.types(_counted(files, "type")), writing)


@command
def sources(*, files: Files, writing: Writing) -> Answer:
    """List the sources, with the number of their events."""
    return Answer(vocabulary.sources(_counted(files, "source")), writing)


@command
def actors(*, files: Files, writing: Writing) -> Answer:
    """List the people and organisations, with the number of their events."""
    return Answer(vocabulary.actors(_counted(files, "actor")), writing)


@command
def places(*, files: Files, writing: Writing) -> Answer:
    """List the places, with the number of their events."""
    return Answer(vocabulary.places(_counted(files, "place")), writing)


def _counted(files: Files, by: str) -> Timeline:
    """Return all events, of which it may be enough to count them if they are of one file."""
    if len(files.names(os.environ)) > 1:
        return files.load()
    return files.load(lambda _: Brief(Query(), str, Counts(by)))
