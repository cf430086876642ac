"""Check event files, and print their schema."""

from typing import Annotated

from diplo.cli import values
from diplo.cli.framework.declare import argument, writing
from diplo.cli.framework.program import Answer, command
from diplo.cli.options.files import Files, Reading
from diplo.cli.options.writing import Writing
from diplo.reports.findings import ERROR, problem_count, problems
from diplo.terminal.inputs import check_output

FOUND_ERRORS = 1  # or warnings, where these count as errors


@command
def check(
    *,
    file: Annotated[
        list[str] | None,
        argument(
            "Event files, read as one (default: DIPLO_EVENTS, or the bundled one).",
            "[FILE]...",
            "files",
        ),
    ] = None,
    reading: Reading,
    strict: Annotated[
        bool, writing("Exit with 1 also where there are only warnings.", "--strict")
    ] = False,
    writing: Writing,
) -> Answer:
    """Report all that is wrong or odd in event files and tables."""
    values.texts(file, "FILE")
    files = Files(file, *reading).checked()
    check_output(writing.target.path, files.inputs())
    findings, events = files.check()
    wrong = any(strict or problem.severity == ERROR for problem in findings)
    notes = (problem_count(findings),) if findings else ()
    return Answer(problems(findings, events), writing, notes, FOUND_ERRORS if wrong else 0)


@command
def schema(
    *,
    of_map: Annotated[bool, writing("The schema of a map instead.", "--map")] = False,
) -> Answer:
    """Print the JSON Schema of an event file, or of a map."""
    from diplo.reading import schema as of_events  # noqa: PLC0415  (no other command needs it)
    from diplo.reading.maps import schema as of_maps  # noqa: PLC0415  (as above)

    return Answer((of_maps if of_map else of_events).text())
