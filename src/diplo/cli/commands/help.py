"""The help of the program and its commands, on the screen or as a page for man."""

import contextlib
import os
import re
import shlex
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from diplo import __version__
from diplo.cli import commands, manual
from diplo.cli.framework.declare import WRITING, argument, option
from diplo.cli.framework.parse import Answer, NoSuchCommandError, command, panels
from diplo.cli.options import Files, Selecting
from diplo.cli.query.load import load
from diplo.cli.query.select import ask
from diplo.model.events import families
from diplo.terminal.errors import STANDARD_INPUT, DiploError, UsageError

_LONGEST = 200  # characters of a command line that a message repeats
_NO_CODE = 4  # letters that a code of a country has not
_REQUEST = re.compile("^[.']", re.MULTILINE)  # is what roff takes for one

Context = Any  # of Typer, whose own types are its affair


@command
def help(  # noqa: A001  (the name of the command)
    ctx: typer.Context,
    *,
    name: Annotated[
        str, argument("The command to tell of.", "[COMMAND]", tuple(filter(None, manual.EXAMPLES)))
    ] = "",
    man: Annotated[bool, option(WRITING, "Print all of it as a page for man.", "--man")] = False,
) -> Answer | None:
    """Tell what commands and options do, with examples."""
    if man and name:
        message = "--man prints one page for all commands; leave the command out"
        raise UsageError(message)
    every = typer.main.get_command(commands.program([]))
    usual = every.context_settings
    program = typer.Context(every, info_name=ctx.find_root().info_name, **usual)
    if man:
        return Answer("".join(f"{line}\n" for line in _page(program)))
    print((_of(program, name) if name else program).get_help())
    return None


def _of(program: Context, name: str) -> Context:
    """Return the context of a command.

    Raises:
        UsageError: there is none of this name.

    """
    found = program.command.commands.get(name)
    if found is None:
        raise NoSuchCommandError(program, [name])
    return typer.Context(found, info_name=name, parent=program)


# --- What was meant by a command that there is not


def instead(error: NoSuchCommandError) -> UsageError:
    """Return an error that says what to type where the command is a word of the events."""
    with contextlib.suppress(DiploError):
        if meant := _meant(error):
            return UsageError(f"{error.said}; did you mean: {meant}")
    return error


def _meant(error: NoSuchCommandError) -> str:
    word, files = error.typed[0], Files()
    if STANDARD_INPUT in files.names(os.environ):
        return ""
    if _is_country(word, files):
        return _line("timeline", *error.typed)
    loaded = load(files)
    used = {event.type for event in loaded.events if event.type}
    if any(word in families(key) for key in {*loaded.vocabulary.types, *used}):
        return _line("timeline", "--type", *error.typed)
    if any(word == event.id for event in loaded.events):
        return _line("show", *error.typed)
    if error.near or len(word) < _NO_CODE:
        return ""
    found = ask([], Selecting(search=[word]), files).matches
    return _line("timeline", "--search", *error.typed) if found else ""


def _is_country(word: str, files: Files) -> bool:
    """Say whether a word is what `timeline` takes; a code, if it has events."""
    try:
        found = ask([word], Selecting(), files)
    except UsageError:
        return False
    return len(word) >= _NO_CODE or bool(found.matches)


def _line(*words: str) -> str:
    """Return the words of a command line, without the last ones where it is long."""
    line = shlex.join(["diplo", *words])
    return line if len(line) <= _LONGEST else ""


# --- The page for man


def _page(program: Context) -> Iterator[str]:
    """Yield the lines of the page, in the language of roff."""
    about = program.command.help
    yield f'.TH DIPLO 1 "" "diplo {_roff(__version__)}" "User Commands"'
    yield from (".SH NAME", r"diplo \- timelines of diplomatic history")
    yield from (".SH SYNOPSIS", f".B {_usage(program)}", ".SH DESCRIPTION", _roff(about))
    yield ".SH OPTIONS"
    for records in panels(program).values():
        yield from _listed(records)
    yield ".SH COMMANDS"
    for name in program.command.commands:
        yield from _section(_of(program, name))
    yield from (".SH EXIT STATUS", *_listed(manual.EXITS.items()))
    yield from (".SH ENVIRONMENT", *_listed(manual.ENVIRONMENT.items()))
    yield from (".SH EXAMPLES", *_examples(manual.PROGRAM))


def _section(context: Context) -> Iterator[str]:
    """Yield what there is to say of a command."""
    yield from (f".SS {_usage(context)}", _roff(context.command.help))
    for panel, records in panels(context).items():
        yield from (".PP", f".I {_roff(panel)}", *_listed(records))
    yield from (".PP", ".I Examples", *_examples(context.info_name))


def _usage(context: Context) -> str:
    return _roff(" ".join([context.command_path, *context.command.collect_usage_pieces(context)]))


def _listed(records: Any) -> Iterator[str]:  # noqa: ANN401  (pairs of texts)
    for name, about in records:
        yield from (".TP", f".B {_roff(name)}", _roff(about))


def _examples(name: str) -> Iterator[str]:
    for example in manual.EXAMPLES[name]:
        yield from (".PP", _roff(example.about), ".EX", f"  {_roff(example.typed)}", ".EE")


def _roff(text: str) -> str:
    """Return a text that roff prints as it is."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq")
    return _REQUEST.sub(r"\\&\g<0>", escaped)
