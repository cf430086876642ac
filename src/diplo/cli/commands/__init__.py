"""The commands, which register with the program when their modules are imported."""

from collections.abc import Sequence
from importlib import import_module

import typer

from diplo.cli.framework.program import app

# The module of each command. Completion is apart, as it describes all commands.
_MODULES = {
    "timeline": "timeline",
    "show": "show",
    "cite": "cite",
    "status": "status",
    "stats": "stats",
    "compare": "compare",
    "explore": "explore",
    "countries": "vocabularies",
    "types": "vocabularies",
    "sources": "vocabularies",
    "actors": "vocabularies",
    "places": "vocabularies",
    "check": "check",
    "maps": "maps",
    "schema": "check",
    "help": "help",
}
_OF_ALL = "completion"


def program(first: Sequence[str]) -> typer.Typer:
    """Return the program with the command that is typed first, or with all if it is none."""
    names = [_MODULES[name] for name in first if name in _MODULES]
    for name in dict.fromkeys(names or [*_MODULES.values(), _OF_ALL]):
        import_module(f"{__name__}.{name}")
    order = [*_MODULES, _OF_ALL]
    app.registered_commands.sort(key=lambda each: order.index(each.name or ""))
    return app
