"""Declare options and arguments: their help, the words that complete them, groups of them."""

import functools
import inspect
from collections.abc import Callable, Sequence
from typing import Any, get_type_hints

import typer

from diplo.cli.framework.untyped import Declared
from diplo.terminal.inputs import check_output

SELECTING = "Selecting"
ARRANGING = "Arranging"
WRITING = "Writing"

Words = str | Sequence[str]


def option(panel: str, about: str, typed: str, words: Words = ()) -> Declared:
    """Declare an option, with the heading (`panel`) of its help.

    `typed` has its names and, if it is no flag, what its help calls the value: "--since -s DATE".
    Shells complete its value from these words, or from the list of this name: "countries", "types",
    "sources", "actors", "places", "ids", "columns" or "files". It takes several words with commas
    between them if the metavar ends so: "TYPE,...".
    """
    names = [word for word in typed.split() if word.startswith("-")]
    metavar = typed.removeprefix(" ".join(names)).strip() or None
    declared = typer.Option(
        *names, help=about, metavar=metavar, show_default=False, rich_help_panel=panel
    )
    declared.completed = words, "," if (metavar or "").endswith(",...") else ""
    return declared


# Declare an option under one of the headings.
selecting = functools.partial(option, SELECTING)
arranging = functools.partial(option, ARRANGING)
writing = functools.partial(option, WRITING)


def argument(about: str, metavar: str, words: Words = (), between: str = "") -> Declared:
    """Declare an argument, which shells complete like the value of an option.

    `between` is the separator of several words: a comma, or "+" for commas and pluses.
    """
    declared = typer.Argument(metavar=metavar, help=about, show_default=False)
    declared.completed = words, between
    return declared


def with_groups(command: Callable[..., object]) -> Callable[..., object]:
    """Let a command take groups of options: fields become parameters, and groups are checked."""
    parameters = inspect.signature(command).parameters
    groups = {n: p.annotation for n, p in parameters.items() if hasattr(p.annotation, "_fields")}
    flat: list[inspect.Parameter] = []
    for name, parameter in parameters.items():
        flat += _fields(groups[name]) if name in groups else [parameter]

    @functools.wraps(command)
    def takes_fields(**values: object) -> object:
        for name, group in groups.items():
            taken = group(**{field: values.pop(field) for field in group._fields})
            values[name] = taken.checked() if hasattr(taken, "checked") else taken
        _spare_inputs([values[name] for name in groups])
        return command(**values)

    takes_fields.__signature__ = inspect.Signature(flat)  # type: ignore[attr-defined]
    return takes_fields


def _spare_inputs(groups: Sequence[object]) -> None:
    """Make sure that no output of a command is one of its inputs."""
    outputs = filter(None, (getattr(group, "output", None) for group in groups))
    reading = [group.inputs for group in groups if hasattr(group, "inputs")]
    for output in outputs:
        check_output(output, (name for inputs in reading for name in inputs()))


def _fields(group: Any) -> list[inspect.Parameter]:  # noqa: ANN401
    hints = get_type_hints(group, include_extras=True)  # including those of a subclass
    return [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=hints[name])
        for name, parameter in inspect.signature(group).parameters.items()
    ]
