"""Counts of events."""

from typing import Annotated

from diplo import selection
from diplo.commands.questions import ask
from diplo.declaring import ARRANGING, WRITING, option
from diplo.errors import choose
from diplo.grouping import KINDS
from diplo.options import CountryArguments, Files, Selecting, Writing
from diplo.program import Answer, command
from diplo.reports.statistics import statistics

_BY = f"By {', '.join(KINDS)} (default: year)."
By = Annotated[str, option(ARRANGING, _BY, "--by", metavar="KEY", words=KINDS)]
Ascii = Annotated[bool, option(WRITING, "Draw pictures, rules and dashes in ASCII.", "--ascii")]


@command
def stats(
    *,
    country: CountryArguments = None,
    selecting: Selecting,
    files: Files,
    by: By = KINDS[0],
    writing: Writing,
    ascii_only: Ascii = False,
) -> Answer:
    """Count events by year or kind, and draw them over time."""
    choose(by, KINDS, "kind to count by")
    found = ask(country, selecting, files)
    matches = selection.arrange(found.matches)
    report = statistics(matches, found.query, by, found.names)
    return Answer(report._replace(ascii=ascii_only), writing, found.notes)
