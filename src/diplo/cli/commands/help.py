"""Print the help of the program and its commands, on the screen or as a page for man."""

import re
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from diplo import __version__
from diplo.cli import commands, manual
from diplo.cli.framework.declare import argument, writing
from diplo.cli.framework.parse import NoSuchCommandError, panels
from diplo.cli.framework.program import Answer, command
from diplo.terminal.errors import UsageError

_REQUEST = re.compile("^[.']", re.MULTILINE)  # characters that begin a request of roff
_SIGNS = str.maketrans({"\\": r"\e", "-": r"\-", '"': r"\(dq", "–": r"\(en"})

_DATES = "dates"  # a topic of help besides the commands

Context = Any  # of Typer, whose own types are private


@command
def help(  # noqa: A001  (the name of the command)
    ctx: typer.Context,
    *,
    name: Annotated[
        str,
        argument(
            "A command to explain; 'dates' explains how dates are written.",
            "[COMMAND]",
            (*filter(None, manual.EXAMPLES), _DATES),
        ),
    ] = "",
    man: Annotated[bool, writing("Print all of it as a page for man.", "--man")] = False,
) -> Answer | None:
    """Explain commands and options, with examples, and dates (diplo help dates)."""
    if man and name:
        raise UsageError("--man prints one page for all commands; leave the command out")
    every = typer.main.get_command(commands.program([]))
    usual = every.context_settings
    program = typer.Context(every, info_name=ctx.find_root().info_name, **usual)
    if man:
        return Answer("".join(f"{line}\n" for line in _page(program)))
    if name == _DATES:
        return Answer(_on_dates(program))
    print((_context_of(program, name) if name else program).get_help())
    return None


def _on_dates(program: Context) -> str:
    """Return the help on dates, as wide as the other help."""
    formatter = program.make_formatter()
    for heading, ways in manual.DATES.items():
        with formatter.section(heading):
            formatter.write_dl([*ways.items()])
    text: str = formatter.getvalue()
    return text


def _context_of(program: Context, name: str) -> Context:
    """Return the context of a command.

    Raises:
        UsageError: there is none of this name.
    """
    subcommand = program.command.commands.get(name)
    if subcommand is None:
        raise NoSuchCommandError(program, [name])
    return typer.Context(subcommand, info_name=name, parent=program)


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
        yield from _section(_context_of(program, name))
    yield ".SH DATES"
    for heading, ways in manual.DATES.items():
        yield from (".PP", f".I {_roff(heading)}", *_listed(ways.items()))
    for heading, entries in manual.further(manual.PROGRAM).items():
        yield from (f".SH {heading.upper()}", *_listed(entries.items()))
    yield from (".SH EXAMPLES", *_examples(manual.PROGRAM))


def _section(context: Context) -> Iterator[str]:
    """Yield the lines of the page on one command."""
    yield from (f".SS {_usage(context)}", _roff(context.command.help))
    further = {k: entries.items() for k, entries in manual.further(context.info_name).items()}
    for heading, records in (panels(context) | further).items():
        yield from (".PP", f".I {_roff(heading)}", *_listed(records))
    yield from (".PP", ".I Examples", *_examples(context.info_name))


def _usage(context: Context) -> str:
    return _roff(" ".join([context.command_path, *context.command.collect_usage_pieces(context)]))


def _listed(records: Any) -> Iterator[str]:  # noqa: ANN401  (pairs of texts)
    for name, about in records:
        yield from (".TP", f".B {_roff(name)}", _roff(about))


def _examples(name: str) -> Iterator[str]:
    for about, typed in manual.EXAMPLES[name].items():
        yield from (".PP", _roff(about), ".EX", f"  {_roff(typed)}", ".EE")


def _roff(text: str) -> str:
    """Escape a text so that roff prints it as it is."""
    return _REQUEST.sub(r"\\&\g<0>", text.translate(_SIGNS))
