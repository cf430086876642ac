"""Counts of events."""

from typing import Annotated

from diplo.cli.framework.program import Answer, command
from diplo.cli.options import CountryArguments, Drawing, Files, Selecting, Width, by_key
from diplo.cli.query.select import ask
from diplo.history.arrangement import arrange
from diplo.history.groups import KINDS
from diplo.model.suggestions import choose
from diplo.reports.statistics import statistics

By = Annotated[str, by_key(KINDS)]


@command
def stats(
    *,
    country: CountryArguments = None,
    selecting: Selecting,
    files: Files,
    by: By = KINDS[0],
    writing: Drawing,
    width: Width = None,
) -> Answer:
    """Count events by year or kind, and draw them over time."""
    choose(by, KINDS, "kind to count by")
    pixels = writing.pixels(width)
    found = ask(country, selecting, files)
    matches = arrange(found.matches)
    notes = found.notes(writing, nearest=False)
    report = statistics(matches, found.query, by, found.names)
    return Answer(report, writing, notes, pixels=pixels)
