"""The Typer program that commands join, and what Typer lacks.

That is groups of options, help under headings, and options that eat no others.
"""

import functools
import inspect
import itertools
from collections.abc import Callable
from typing import Annotated, Any, NamedTuple, get_type_hints

import typer
from typer.core import TyperCommand, TyperOption

from diplo import about
from diplo.errors import UsageError
from diplo.options import Writing
from diplo.reports import Report


class Answer(NamedTuple):
    """What a command has to say: a report to be written in some format, or a text as it is."""

    report: Report | str
    writing: Writing = Writing()
    notes: tuple[str, ...] = ()
    status: int = 0


app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Explore timelines of diplomatic history, with dates as exact as the sources have them.",
    epilog="Start with: diplo timeline norway --since 2021",
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


class Command(TyperCommand):
    """A command whose help has its options under headings, and whose options eat no others."""

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write the help of arguments and options, under their panels."""
        panels: dict[str, list[tuple[str, str] | None]] = {}
        for parameter in self.get_params(ctx):
            usual = "Other" if isinstance(parameter, TyperOption) else "Arguments"
            panel = getattr(parameter, "rich_help_panel", None) or usual
            panels.setdefault(panel, []).append(parameter.get_help_record(ctx))
        for panel, records in panels.items():
            with formatter.section(panel):
                formatter.write_dl(list(filter(None, records)))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """Refuse `--since --json`, which would take the second option for the first one's value."""
        options = [p for p in self.get_params(ctx) if isinstance(p, TyperOption)]
        takers = {name for option in options if not option.is_flag for name in option.opts}
        names = {name for option in options for name in option.opts}
        for taker, value in itertools.pairwise(itertools.takewhile("--".__ne__, args)):
            if taker in takers and value in names:
                message = f"{taker} needs a value, but the option {value} follows it"
                raise UsageError(message)
        return super().parse_args(ctx, args)


def command(function: Callable[..., Answer]) -> Callable[..., Answer]:
    """Make a function a command of the program."""
    app.command(cls=Command)(_with_options(function))
    return function


def _with_options(command: Callable[..., object]) -> Callable[..., object]:
    """Let a command take groups of options: each field becomes a parameter, and is checked."""
    parameters = inspect.signature(command).parameters
    groups = {n: p.annotation for n, p in parameters.items() if hasattr(p.annotation, "_fields")}
    flat: list[inspect.Parameter] = []
    for name, parameter in parameters.items():
        flat += _fields(groups[name]) if name in groups else [parameter]

    @functools.wraps(command)
    def takes_fields(**values: object) -> object:
        for name, group in groups.items():
            fields = {field: values.pop(field) for field in group._fields}
            taken = group(**fields)
            values[name] = taken.checked() if hasattr(taken, "checked") else taken
        return command(**values)

    takes_fields.__signature__ = inspect.Signature(flat)  # type: ignore[attr-defined]
    return takes_fields


def _fields(group: Any) -> list[inspect.Parameter]:  # noqa: ANN401
    annotations = get_type_hints(group, include_extras=True)
    return [
        inspect.Parameter(
            field,
            inspect.Parameter.KEYWORD_ONLY,
            default=group._field_defaults[field],
            annotation=annotations[field],
        )
        for field in group._fields
    ]
