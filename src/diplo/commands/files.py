"""What is wrong with event files, and what they look like."""

from typing import Annotated

from diplo import arguments
from diplo.commands import reading
from diplo.declaring import argument
from diplo.options import Files, Writing
from diplo.program import Answer, command
from diplo.reports.findings import problems

FOUND_ERRORS = 1


@command
def check(
    *,
    file: Annotated[
        list[str] | None,
        argument("Event files, read as one.", "[FILE]...", "files"),
    ] = None,
    writing: Writing,
) -> Answer:
    """Report all that is wrong or odd in event files."""
    arguments.texts(file, "FILE")
    found, events = reading.check(Files(file))
    wrong = any(problem.severity == "error" for problem in found)
    return Answer(problems(found, events), writing, status=FOUND_ERRORS if wrong else 0)


@command
def schema() -> Answer:
    """Print the JSON Schema of an event file."""
    from diplo.schema import text  # noqa: PLC0415  (no other command needs it)

    return Answer(text())
