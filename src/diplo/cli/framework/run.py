"""Running a command: what Typer makes of the arguments, and the writing of the answer.

Nothing inside Typer writes. A command returns what it has to say, and that is written at once, so
that an error leaves standard output empty and a broken pipe or a full disk is noticed.
"""

import contextlib
import io
import os
import re
from collections.abc import Sequence

import typer

from diplo.cli.framework.program import Answer
from diplo.formats import Stream, writer
from diplo.terminal.output import Target, complain

_HEADING = re.compile("^(?:Usage:|[A-Z][A-Za-z ]*:$)", re.MULTILINE)


def run(program: typer.Typer, typed: Sequence[str]) -> int:
    """Run the command of a program that was typed and return its exit status.

    Raises:
        DiploError: something that the user can mend.
        BrokenPipeError: the reader of the output went away.
        KeyboardInterrupt: the user interrupted, and nobody heeds signals.

    """
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            command = typer.main.get_command(program)
            answer = command.main(list(typed), "diplo", complete_var="", standalone_mode=False)
    except typer.Abort:  # how Typer says that it was interrupted
        raise KeyboardInterrupt from None
    if isinstance(answer, Answer):
        _deliver(answer)
        for note in answer.notes:
            complain(note)
        return answer.status
    _print(said.getvalue())
    return answer or 0


def _print(text: str) -> None:
    """Print help, its headings bold where there is colour."""
    colours = Target().colours("auto", os.environ)
    if colours:
        from diplo.terminal.colour import Run, painted  # noqa: PLC0415  (not in a pipe)

        text = _HEADING.sub(lambda found: painted(Run(found[0], "bold"), colours), text)
    Target().write(text.encode())


def _deliver(answer: Answer) -> None:
    target = answer.writing.target
    if isinstance(answer.report, str):
        target.write(answer.report.encode())
        return
    name = answer.writing.written_as
    encoding = target.encoding if name == "table" else "utf-8"
    text = io.StringIO()
    colours = target.colours(answer.writing.color, os.environ)
    width, plain = target.width(os.environ), answer.writing.ascii
    writer(name)(answer.report, Stream(text.write, width, colours, encoding, plain))
    mark = "\ufeff" if answer.writing.bom else ""
    target.write(f"{mark}{text.getvalue()}".encode(encoding))
