"""The parts of the script for fish."""

from collections.abc import Iterable, Iterator

from diplo.cli.completion.description import FILES, FLAG, FREE, Command, Option, Program

MANY = 9999


def parts(program: Program) -> dict[str, list[str]]:
    """Return the lines of the script, by the comment that they replace."""
    return {
        "lists": [line for n, words in program.lists(program.commands) for line in _list(n, words)],
        "top": [*_top(program)],
        "commands": [line for c in program.commands for line in _command(c)],
    }


def _list(name: str, lines: list[str]) -> Iterator[str]:
    yield f"case {name}"
    *first, last = ["    set words", *(f"        {line}" for line in lines)]
    yield from (f"{line} \\" for line in first)
    yield last


def _top(program: Program) -> Iterator[str]:
    for option in program.top.options:
        yield _complete("__diplo_first", _option(option, option.offered))
    for command in program.commands:
        yield _complete("__diplo_first", f"-a {command.name}{_about(command.about)}")


def _command(command: Command) -> Iterator[str]:
    takers = [name for o in command.options if o.kind != FLAG for name in o.names]
    for place, argument in enumerate(command.arguments):
        last = MANY if argument.repeatable else place
        condition = ["__diplo_place", command.name, f"{place} {last}", *takers]
        yield _complete(" ".join(condition), _value(argument.kind))
    for option in command.options:
        value = "flag" if option.kind == FLAG else "value"
        once = () if option.repeatable else (value, *option.names)
        condition = ["__diplo_at", command.name, *once]
        yield _complete(" ".join(condition), _option(option, option.offered))
        for name in option.others:
            yield _complete(f"__diplo_typed {command.name} {name}", _option(option, [name]))


def _option(option: Option, names: Iterable[str]) -> str:
    given = " ".join(f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in names)
    value = "" if option.kind == FLAG else f" -r {_value(option.kind)}"
    return f"{given}{value}{_about(option.about)}"


def _value(kind: str) -> str:
    if kind == FREE:
        return "-f"
    return "-F" if kind == FILES else f"-f -a '(__diplo_list {kind})'"


def _about(text: str) -> str:
    return f" -d {_quoted(text)}" if text else ""


def _complete(condition: str, what: str) -> str:
    return f"complete -c diplo -n {_quoted(condition)} {what}"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
