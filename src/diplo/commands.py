"""What Typer lacks: groups of options, help under headings, options that eat no others."""

import functools
import inspect
import itertools
from collections.abc import Callable
from typing import Any

from typer.core import TyperCommand, TyperOption

from diplo.errors import UsageError


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


def with_options(command: Callable[..., object]) -> Callable[..., object]:
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
    return [
        inspect.Parameter(
            field,
            inspect.Parameter.KEYWORD_ONLY,
            default=group._field_defaults[field],
            annotation=group.__annotations__[field],
        )
        for field in group._fields
    ]
