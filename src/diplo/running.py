"""Running a command: what Typer makes of the arguments, and the writing of the answer.

Nothing inside Typer writes. A command returns what it has to say, and that is written at once, so
that an error leaves standard output empty and a broken pipe or a full disk is noticed.
"""

import contextlib
import io
import os
from collections.abc import Sequence

import typer

from diplo import commands
from diplo.formats import Stream, writer
from diplo.output import STANDARD_OUTPUT, Target, complain
from diplo.program import Answer


def run(typed: Sequence[str]) -> int:
    """Run the command that was typed and return its exit status.

    Raises:
        DiploError: something that the user can mend.
        BrokenPipeError: the reader of the output went away.
        KeyboardInterrupt: the user interrupted, and nobody heeds signals.

    """
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            program = typer.main.get_command(commands.program(typed[:1]))
            answer = program.main(list(typed), "diplo", complete_var="", standalone_mode=False)
    except typer.Abort:  # how Typer says that it was interrupted
        raise KeyboardInterrupt from None
    if isinstance(answer, Answer):
        _deliver(answer)
        for note in answer.notes:
            complain(note)
        return answer.status
    Target().write(said.getvalue().encode())
    return answer or 0


def _deliver(answer: Answer) -> None:
    target = Target(answer.writing.output or STANDARD_OUTPUT)
    if isinstance(answer.report, str):
        target.write(answer.report.encode())
        return
    name = answer.writing.format_for(terminal=target.is_terminal)
    encoding = target.encoding if name == "table" else "utf-8"
    text = io.StringIO()
    colours = target.colours(answer.writing.color, os.environ)
    width, plain = target.width(os.environ), answer.writing.ascii
    writer(name)(answer.report, Stream(text.write, width, colours, encoding, plain))
    target.write(text.getvalue().encode(encoding))
