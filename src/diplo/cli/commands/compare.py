"""Compare timelines side by side."""

import itertools
from typing import Annotated

from diplo.cli.framework.program import Answer, command
from diplo.cli.options.arranging import All, by_key
from diplo.cli.options.files import Files
from diplo.cli.options.selecting import Selecting, countries
from diplo.cli.options.writing import Drawing, Width
from diplo.cli.query.question import ask, coverage_notes
from diplo.formats import STATE_FORMATS
from diplo.history.arrangement import arrange
from diplo.history.groups import TIMES
from diplo.model.suggestions import choose
from diplo.reports.comparison import Side, comparison
from diplo.terminal.errors import UsageError
from diplo.terminal.text import fold_space

_FEWEST = 2

Sides = Annotated[list[str], countries(", a lane each", "COUNTRY COUNTRY...")]
By = Annotated[str, by_key(TIMES, " or ")]


@command
def compare(
    *,
    country: Sides,
    selecting: Selecting,
    files: Files,
    by: By = TIMES[0],
    every: All = False,
    writing: Drawing,
    width: Width = None,
) -> Answer:
    """Show timelines side by side, shared events joined."""
    choose(by, TIMES, "period to compare by")
    if len(country) < _FEWEST:
        raise UsageError("compare takes two countries or more, such as 'compare norway palestine'")
    pixels = writing.pixels(width)
    drawn = writing.written_as in STATE_FORMATS
    found = ask(country, selecting, files, every=False, states=drawn)
    sides = [
        Side(fold_space(typed), parties)
        for typed, parties in zip(country, found.parties.arguments, strict=True)
    ]
    _check_distinct(sides)
    report = comparison(found.selection(arrange(found.matches)), sides, by, listed=every)
    notes = (*found.notes(writing), *coverage_notes(found.timeline.vocabulary, found.query.window))
    return Answer(report, writing, notes, pixels=pixels)


def _check_distinct(sides: list[Side]) -> None:
    for one, other in itertools.combinations(sides, 2):
        if set(one.parties) == set(other.parties):
            raise UsageError(
                f"'{one.argument}' and '{other.argument}' are the same; compare others"
            )
