"""What can be asked for: countries, types and sources."""

from diplo import reports
from diplo.commands.reading import load
from diplo.options import Files, Writing
from diplo.program import Answer, command
from diplo.reports import Names


@command
def countries(*, files: Files, writing: Writing) -> Answer:
    """List the countries, with the number of their events."""
    loaded = load(files)
    return Answer(reports.countries(loaded, Names(loaded.vocabulary)), writing)


@command
def types(*, files: Files, writing: Writing) -> Answer:
    """List the types of events, what they mean, how many there are."""
    loaded = load(files)
    return Answer(reports.types(loaded, Names(loaded.vocabulary)), writing)


@command
def sources(*, files: Files, writing: Writing) -> Answer:
    """List the sources, with the number of their events."""
    return Answer(reports.sources(load(files)), writing)
