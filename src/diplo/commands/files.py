"""What is wrong with event files, and what they look like."""

import os
from typing import Annotated

import typer

from diplo import loading, reports
from diplo.options import Files, Writing
from diplo.program import Answer, command

FOUND_ERRORS = 1


@command
def check(
    *,
    file: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE]...", help="Event files, which merge.", show_default=False),
    ] = None,
    writing: Writing,
) -> Answer:
    """Report all that is wrong or odd in event files."""
    found, events = loading.check(Files(file).checked().names(os.environ))
    wrong = any(problem.severity == "error" for problem in found)
    return Answer(reports.problems(found, events), writing, status=FOUND_ERRORS if wrong else 0)


@command
def schema() -> Answer:
    """Print the JSON Schema of an event file."""
    from diplo.schema import text  # noqa: PLC0415  (no other command needs it)

    return Answer(text())
