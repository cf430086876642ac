"""Count events."""

from typing import Annotated

from diplo.cli.framework.program import Answer, command
from diplo.cli.options.arranging import by_key
from diplo.cli.options.files import Files
from diplo.cli.options.selecting import CountryArguments, Selecting
from diplo.cli.options.writing import Drawing, Width
from diplo.cli.query.question import ask, outside_coverage_notes
from diplo.formats import TABLE
from diplo.history.groups import KINDS, TIMES
from diplo.history.pushdown import Counts
from diplo.history.selection import Query
from diplo.model.suggestions import choose
from diplo.reports.parties import required_countries
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

    def enough(query: Query) -> Counts | None:
        """Return which counts are enough, or None if each event is to be drawn."""
        in_table = writing.written_as == TABLE
        in_picture = writing.is_for_people and (by in TIMES or not in_table)
        return None if in_picture else Counts(by, required_countries(query), in_table)

    found = ask(country, selecting, files, enough=enough)
    notes = (
        *found.notes(writing, nearest=False),
        *outside_coverage_notes(found.timeline.vocabulary, found.query.window),
    )
    report = statistics(found.matches, found.query, by, found.names, found.timeline.tallies)
    return Answer(report, writing, notes, pixels=pixels)
