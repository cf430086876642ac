"""Run a command: let Typer parse the arguments, then write the answer.

Nothing writes inside Typer. A command returns its answer, which is then written all at once, so
that an error leaves standard output empty, and a broken pipe or a full disk is noticed.
"""

import contextlib
import io
import os
import re
import sys
from collections.abc import Sequence
from typing import TextIO

import typer

from diplo.cli.framework.program import Answer
from diplo.formats import Stream, writer
from diplo.terminal.output import Target, complain

_HEADING = re.compile("^(?:Usage:|[A-Z][A-Za-z ]*:$)", re.MULTILINE)


class _Printed(io.StringIO):
    """Collects what is printed while a command runs, in place of standard output."""

    def __init__(self, stream: TextIO | None) -> None:
        super().__init__()
        self._stream = stream

    def isatty(self) -> bool:
        """Say whether the real stream is a terminal, as commands ask this."""
        return self._stream is not None and self._stream.isatty()


def run(program: typer.Typer, typed: Sequence[str]) -> int:
    """Run the command that was typed, and return its exit status.

    Raises:
        DiploError: something that the user can mend.
        BrokenPipeError: the reader of the output went away.
        KeyboardInterrupt: the user interrupted, and signals are not handled.
    """
    said = _Printed(sys.stdout)
    try:
        with contextlib.redirect_stdout(said):
            command = typer.main.get_command(program)
            answer = command.main(list(typed), "diplo", complete_var="", standalone_mode=False)
    except typer.Abort:  # Typer's form of an interrupt
        raise KeyboardInterrupt from None
    if callable(answer):
        return int(answer())
    if isinstance(answer, Answer):
        for note in (*deliver(answer), *answer.notes):
            complain(note)
        return answer.status
    _print(said.getvalue())
    return answer or 0


def _print(text: str) -> None:
    """Print help, with bold headings if there is colour."""
    colours = Target().colours("auto", os.environ)
    if colours:
        from diplo.terminal.colour import Run, painted  # noqa: PLC0415  (not in a pipe)

        text = _HEADING.sub(lambda found: painted(Run(found[0], "bold"), colours), text)
    Target().write(text.encode())


def deliver(answer: Answer) -> tuple[str, ...]:
    """Write an answer to its target, and return notes on the writing."""
    target = answer.writing.target
    if isinstance(answer.report, str):
        return target.write(answer.report.encode())
    name = answer.writing.written_as
    encoding = target.encoding if name == "table" else "utf-8"
    data = io.BytesIO()
    text = io.TextIOWrapper(data, encoding, newline="\n")
    colours = target.colours(answer.writing.color, os.environ)
    width, plain = target.width(os.environ), answer.writing.ascii
    if answer.writing.bom:
        text.write("\ufeff")
    shown = Stream(text.write, data, width, colours, encoding, plain, answer.pixels)
    writer(name)(answer.report, shown)
    text.flush()
    return target.write(data.getvalue())
