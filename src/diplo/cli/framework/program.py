"""The program that commands register with, and their answers."""

from collections.abc import Callable
from typing import Annotated, NamedTuple

import typer

from diplo import about
from diplo.cli.framework.declare import with_groups
from diplo.cli.framework.parse import Command, Group
from diplo.cli.options.writing import Writing
from diplo.formats import WIDTH
from diplo.reports import Report


class Answer(NamedTuple):
    """The result of a command: a report to write in some format, or a text as it is."""

    report: Report | str
    writing: Writing = Writing()
    notes: tuple[str, ...] = ()
    status: int = 0
    pixels: int = WIDTH


Opening = Callable[[], int]  # what a command opens on the terminal instead, for an exit status


app = typer.Typer(
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Explore timelines of diplomatic history, with dates as exact as the sources give them.",
)


@app.callback()
def top(
    ctx: typer.Context,
    version: Annotated[  # noqa: FBT002  (a flag of the command line)
        bool, typer.Option("--version", "-V", help="Print the version and the data's last day.")
    ] = False,
) -> Answer | None:
    """Answer what is asked without a command."""
    if version:
        print(about())
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        print(ctx.get_help())
    return None


def command(
    function: Callable[..., Answer | Opening | None],
) -> Callable[..., Answer | Opening | None]:
    """Make a function a command of the program."""
    app.command(function.__name__, cls=Command)(with_groups(function))
    return function
