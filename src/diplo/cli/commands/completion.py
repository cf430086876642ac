"""Completion of the command line by a shell."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer
from typer.core import TyperOption

from diplo.cli.completion import SHELLS, script
from diplo.cli.completion.description import FLAG, Argument, Command, Kinds, Option, Program
from diplo.cli.completion.words import completed_by, lists_of
from diplo.cli.framework.declare import argument
from diplo.cli.framework.program import Answer, command
from diplo.cli.framework.untyped import Context
from diplo.cli.options.files import Files
from diplo.model.suggestions import choose
from diplo.terminal.errors import UsageError
from diplo.terminal.text import fold_space

MOST_WORDS = 10_000  # of a list, as a shell reads all of them when it starts


@command
def completion(
    ctx: typer.Context,
    *,
    shell: Annotated[str, argument("For this shell.", "|".join(SHELLS), SHELLS)] = "",
    files: Files,
) -> Answer:
    """Print a completion script for your shell."""
    if not shell:
        raise UsageError(f"for which shell? choose from {', '.join(SHELLS)}")
    choose(shell, SHELLS, "shell")
    lists = lists_of(files.load())
    notes = [
        f"there are {len(words)} {name}, of which none will be completed"
        for name, words in lists.items()
        if len(words) > MOST_WORDS
    ]
    offered = {name: words if len(words) <= MOST_WORDS else () for name, words in lists.items()}
    return Answer(script(shell, _program(ctx.find_root(), offered)), notes=tuple(notes))


def _program(context: Context, lists: Mapping[str, Sequence[str]]) -> Program:
    """Describe the program of a context, from its commands and options."""
    kinds = Kinds(lists)
    commands = [
        _command(typer.Context(subcommand, info_name=name, parent=context), kinds)
        for name, subcommand in context.command.commands.items()
    ]
    return Program(_command(context, kinds).options, commands, kinds.lists)


def _command(context: Context, kinds: Kinds) -> Command:
    completed, name = completed_by(context.command.callback), context.info_name
    options, arguments = [], []
    for parameter in context.command.get_params(context):
        words, between = completed.get(parameter.name, ((), ""))
        if isinstance(parameter, TyperOption):
            # Typer's order varies; -h comes last.
            names = tuple(sorted(parameter.opts, key=lambda option: option == "-h"))
            kind = (
                FLAG
                if parameter.is_flag
                else kinds.assign(words, between, names[0].lstrip("-"), name)
            )
            about = _first_sentence(parameter.help)
            options.append(Option(names, about, kind, parameter.multiple))
        else:
            kind = kinds.assign(words, between, parameter.name, name)
            arguments.append(Argument(parameter.name, kind, parameter.nargs < 0))
    return Command(name, _first_sentence(context.command.help), options, arguments)


def _first_sentence(text: str | None) -> str:
    first = fold_space(text or "").partition(". ")[0]
    return first if first.endswith("..") else first.removesuffix(".")
