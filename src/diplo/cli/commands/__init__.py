"""The commands, which register with the program when their modules are imported."""

from collections.abc import Sequence
from importlib import import_module

import typer

from diplo.cli.framework.program import app

_LISTS = ("countries", "types", "sources", "actors", "places")
_OF_EVENTS = ("timeline", "show", "cite", "status", "stats", "compare", "explore")
_COMMANDS = (*_OF_EVENTS, *_LISTS, "check", "maps", "schema", "help")
_OF_ALL = "completion"  # apart, as it describes all commands
_MODULES = {**dict.fromkeys(_LISTS, "vocabularies"), "schema": "check"}  # of other names


def program(first: Sequence[str]) -> typer.Typer:
    """Return the program with the command that is typed first, or with all if it is none."""
    order = [*_COMMANDS, _OF_ALL]
    for name in [name for name in first if name in _COMMANDS] or order:
        import_module(f"{__name__}.{_MODULES.get(name, name)}")
    app.registered_commands.sort(key=lambda command: order.index(command.name or ""))
    return app
