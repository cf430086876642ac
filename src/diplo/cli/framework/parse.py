"""What Typer lacks: help under headings, values that are no options, errors in our own words."""

import contextlib
import re
import shutil
from collections.abc import Iterator, Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from diplo.cli.framework.slips import refuse_sentence, refuse_slips
from diplo.cli.framework.untyped import Context, Formatter, TyperError
from diplo.formats import EVENT_FORMATS
from diplo.model.suggestions import did_you_mean, followed, nearest, suggestion
from diplo.terminal.errors import UsageError
from diplo.terminal.text import shown

_NARROW, _NARROWEST = 52, 20  # cells
_WHOLE = 1000  # characters of a command's help, so that it is never cut
# Names of options in other programs, with the options here that do the same.
_SYNONYMS = {
    **{name: (f"--format {name}",) for name in (*EVENT_FORMATS, "bibtex", "ris")},
    **dict.fromkeys(("at", "date", "day", "on", "year"), ("--on", "--year")),
    **dict.fromkeys(("start", "begin"), ("--since",)),
    **dict.fromkeys(("end", "stop"), ("--until",)),
    **dict.fromkeys(("category", "kind"), ("--type",)),
    **dict.fromkeys(("person", "people"), ("--actor",)),
    **dict.fromkeys(("location", "city"), ("--place",)),
    **dict.fromkeys(("find", "query", "keyword"), ("--search",)),
    **dict.fromkeys(("order", "order-by", "sort-by"), ("--sort",)),
    **dict.fromkeys(("desc", "descending", "newest"), ("--reverse",)),
    **dict.fromkeys(("last", "latest"), ("--limit 5 --reverse",)),
    **dict.fromkeys(("by", "group-by", "group"), ("--group-by", "--by")),
    **dict.fromkeys(("export", "save", "out"), ("--output",)),
    **dict.fromkeys(("excel", "xlsx"), ("--format csv --bom",)),
    "filter": ("--type", "--search"),
    **dict.fromkeys(("file", "input"), ("--events",)),
    "md": ("--format markdown",),
}
# Options that are arguments of some commands, with their names there.
_ARGUMENTS = {
    "--events": ("files", "FILE"),
    "--country": ("countries", "COUNTRY"),
    "--countries": ("countries", "COUNTRY"),
}


def _with_help(message: str, ctx: Context) -> str:
    return followed(message, f"see '{ctx.command_path} --help'")


@contextlib.contextmanager
def _in_our_words(ctx: Context) -> Iterator[None]:
    """Turn Typer's errors into usage errors in the program's own words."""
    try:
        yield
    except typer.TyperException as error:
        raise UsageError(_with_help(_message(error, ctx), ctx)) from error


def _message(error: TyperError, ctx: Context) -> str:
    if not hasattr(error, "possibilities"):
        message: str = error.format_message().rstrip(".")
        return message[:1].lower() + message[1:]
    # Typer's possibilities are near only by their hyphens, so look for others.
    names = [name for option in ctx.command.get_params(ctx) for name in option.opts]
    words = [name[2:] for name in names if name.startswith("--")]
    typed = error.option_name.lstrip("-")
    also = _SYNONYMS.get(typed, (f"-{typed.swapcase()}",))
    meant = [option for option in also if option.partition(" ")[0] in names]
    near = did_you_mean(meant or [f"--{word}" for word in nearest(typed, words)])
    elsewhere = "" if ctx.parent else "; options go after the command"
    what, argument = _ARGUMENTS.get(error.option_name, ("", ""))
    if what and _takes(ctx, argument):
        near = f"; give {what} without it: {ctx.command_path} {argument}"
    return f"no such option {shown(error.option_name)}{near or elsewhere}"


def _takes(ctx: Context, argument: str) -> bool:
    """Say whether a command has an argument, or an option's value, of this name."""
    return any(argument in (getattr(each, "metavar", "") or "") for each in ctx.command.params)


# Further long names of an option, which its help text mentions.
_OTHER_NAMES = re.compile("(--[a-z-]+)(?:, --[a-z-]+)+")


class NoSuchCommandError(UsageError):
    """An unknown command was typed; its name may resemble a known one."""

    def __init__(self, ctx: Context, typed: Sequence[str]) -> None:
        """Take the context of the program, and what was typed from that command on."""
        self.said = f"no such command {shown(typed[0])}"
        self.typed = typed
        self.near = suggestion(typed[0], ctx.command.commands)
        super().__init__(_with_help(f"{self.said}{self.near}", ctx))


def _write_further(name: str, formatter: Formatter) -> None:
    """Write the additional lists of a command, or of the program without a name, and examples."""
    from diplo.cli import manual  # noqa: PLC0415  (only help needs it)

    for heading, entries in manual.further(name).items():
        with formatter.section(heading):
            formatter.write_dl([*entries.items()])
    with formatter.section("Examples"):
        for about, typed in manual.EXAMPLES[name].items():
            formatter.write_text(about)
            formatter.write(f"    {typed}\n")


def _fit(ctx: Context) -> None:
    """Make help as narrow as the terminal, where Typer would keep to 50 columns."""
    columns = shutil.get_terminal_size().columns
    if columns < _NARROW:
        ctx.terminal_width = max(columns - 2, _NARROWEST)


class Group(TyperGroup):
    """The program itself, which has few options of its own."""

    def get_help(self, ctx: Context) -> str:
        """Return the help as wide as the terminal."""
        _fit(ctx)
        return super().get_help(ctx)

    def format_commands(self, ctx: Context, formatter: Formatter) -> None:  # noqa: ARG002
        """Write what each command does, without cutting it."""
        helps = {name: self.commands[name].get_short_help_str(_WHOLE) for name in self.commands}
        with formatter.section("Commands"):
            formatter.write_dl(list(helps.items()))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse the options before the command."""
        with _in_our_words(ctx):
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Context, args: list[str]) -> Any:  # noqa: ANN401
        """Find the command."""
        if args[0] not in self.commands:
            raise NoSuchCommandError(ctx, args)
        return super().resolve_command(ctx, args)

    def format_epilog(self, ctx: Context, formatter: Formatter) -> None:  # noqa: ARG002
        """Write the exit statuses, the environment variables and examples."""
        _write_further("", formatter)


class Command(TyperCommand):
    """A command with headings in its help, whose options never take an option for a value."""

    allow_extra_args = True  # so that they are refused in our own words, not Typer's

    def get_help(self, ctx: Context) -> str:
        """Return the help as wide as the terminal."""
        _fit(ctx)
        return super().get_help(ctx)

    def format_options(self, ctx: Context, formatter: Formatter) -> None:
        """Write the help of arguments and options, under their panels."""
        for panel, records in panels(ctx).items():
            with formatter.section(panel):
                formatter.write_dl(records)

    def format_epilog(self, ctx: Context, formatter: Formatter) -> None:
        """Write additional lists of the command, and examples."""
        _write_further(ctx.info_name, formatter)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse arguments and options.

        Raises:
            UsageError: something is wrong, also what Typer would accept, such as `--since --json`.
        """
        options = [p for p in self.get_params(ctx) if isinstance(p, TyperOption)]
        refuse_slips(options, args)
        with _in_our_words(ctx):
            left = super().parse_args(ctx, args)
        if left:
            more = "" if len(options) == len(self.get_params(ctx)) else "more "
            message = f"{ctx.info_name} takes no {more}arguments, but got {shown(' '.join(left))}"
            raise UsageError(_with_help(message, ctx))
        refuse_sentence(ctx)
        return left


def panels(ctx: Context) -> dict[str, list[tuple[str, str]]]:
    """Return the names and the help of arguments and options, by heading."""
    found: dict[str, list[tuple[str, str]]] = {}
    for parameter in ctx.command.get_params(ctx):
        usual = "Other" if isinstance(parameter, TyperOption) else "Arguments"
        panel = getattr(parameter, "rich_help_panel", None) or usual
        names, about = parameter.get_help_record(ctx)
        found.setdefault(panel, []).append((_OTHER_NAMES.sub(r"\1", names), about))
    return found
