"""The parts of the script for zsh."""

import re
from collections.abc import Iterator

from diplo.cli.completion.description import FILES, FLAG, FREE, Command, Option, Program, case

_ACTIONS = {FREE: " ", FILES: "_files"}


def parts(program: Program) -> dict[str, list[str]]:
    """Return the lines of the script, by the comment that they replace."""
    return {
        "lists": [
            line
            for n, words in program.lists(program.commands)
            for line in case("offered", n, words)
        ],
        "top": list(_options(program.top)),
        "commands": [_quoted(f"{c.name}:{c.about}") for c in program.commands],
        "cases": [line for command in program.commands for line in _case(command)],
    }


def _case(command: Command) -> Iterator[str]:
    yield f"{command.name})"
    yield "  specs=("
    yield from (f"    {line}" for line in _options(command))
    for argument in command.arguments:
        many = "*" if argument.repeatable else ""
        spec = f"{many}:{_escaped(argument.name)}:{_action(argument.kind)}"
        yield f"    {_quoted(spec)}"
    yield "  ) ;;"


def _options(command: Command) -> Iterator[str]:
    """Yield the specification of each option for zsh's _arguments."""
    for option in command.options:
        is_flag = option.kind == FLAG
        names = [name if is_flag else _attaching(name) for name in option.offered]
        several = f"{{{','.join(names)}}}" if len(names) > 1 else names[0]
        value = "" if is_flag else f":{_escaped(option.long.lstrip('-'))}:{_action(option.kind)}"
        yield _quoted(_before(option)) + several + _quoted(f"[{_escaped(option.about)}]{value}")
        yield from (_quoted(f"!{_attaching(name)}{value}") for name in option.others)


def _before(option: Option) -> str:
    """Return the exclusion list of an option: the options and arguments not offered after it."""
    if option.repeatable:
        return "*"
    last = "--help" in option.names or "--version" in option.names
    return f"({'- : *' if last else ' '.join(option.names)})"


def _attaching(name: str) -> str:
    return f"{name}=" if name.startswith("--") else f"{name}+"


def _action(kind: str) -> str:
    return _ACTIONS.get(kind, f"_diplo_list {kind}")


def _escaped(text: str) -> str:
    return re.sub(r"([\\:\[\]])", r"\\\1", text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
