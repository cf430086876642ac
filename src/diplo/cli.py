"""The command line: arguments in, an exit status out.

Nothing inside Typer writes. A command returns what it has to say, and `main` writes it at once,
so that an error leaves standard output empty and a broken pipe or a full disk is noticed.
"""

import contextlib
import io
import os
import traceback
from collections.abc import Sequence

import typer

from diplo.commands import app
from diplo.errors import DiploError, did_you_mean
from diplo.formats import Stream, writer
from diplo.output import STANDARD_OUTPUT, Target, complain
from diplo.program import Answer

BUG = 70
INTERRUPTED = 130
READER_WENT_AWAY = 141


def main(typed: Sequence[str]) -> int:
    """Run the program and return its exit status."""
    try:
        return _run(typed)
    except DiploError as error:
        for message in error.messages():
            complain(message)
        return error.exit_status
    except typer.TyperException as error:
        complain(_in_our_words(error))
        return error.exit_code
    except BrokenPipeError:
        return READER_WENT_AWAY
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  (whatever it is, the user sees one line)
        return _bug(error)


def _in_our_words(error: typer.TyperException) -> str:
    """Say what Typer has to say as the rest of the program does."""
    said = error.format_message().replace(". Did you mean", "; did you mean")
    if near := getattr(error, "possibilities", None):
        said = f"{error.message}{did_you_mean(near)}"
    path = getattr(getattr(error, "ctx", None), "command_path", "diplo")
    end = " See" if said.endswith("?") else "; see"
    return f"{said[:1].lower()}{said[1:300].rstrip('.')}{end} '{path} --help'"


def _run(typed: Sequence[str]) -> int:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        program = typer.main.get_command(app)
        answer = program.main(list(typed), prog_name="diplo", standalone_mode=False)
    if isinstance(answer, Answer):
        _deliver(answer)
        return answer.status
    Target().write(said.getvalue().encode())
    return answer or 0


def _deliver(answer: Answer) -> None:
    for note in answer.notes:
        complain(note)
    target = Target(answer.writing.output or STANDARD_OUTPUT)
    if isinstance(answer.report, str):
        target.write(answer.report.encode())
        return
    name = answer.writing.format_for(terminal=target.is_terminal)
    encoding = target.encoding if name == "table" else "utf-8"
    text = io.StringIO()
    colours = target.colours(answer.writing.color, os.environ)
    writer(name)(answer.report, Stream(text.write, target.width(os.environ), colours, encoding))
    target.write(text.getvalue().encode(encoding))


def _bug(error: Exception) -> int:
    if os.environ.get("DIPLO_DEBUG"):
        traceback.print_exception(error)
    reason = f"{type(error).__name__}: {error}"[:200]
    complain(f"this is a bug in diplo ({reason}); DIPLO_DEBUG=1 shows the traceback")
    return BUG
