"""The parts of the script for fish."""

from collections.abc import Iterable, Iterator

from diplo.cli.completion.description import FILES, FLAG, FREE, Command, Option, Program

MANY = 9999


def parts(program: Program) -> dict[str, list[str]]:
    """Return the lines of each part."""
    return {
        "lists": [line for n, words in program.lists(program.commands) for line in _list(n, words)],
        "top": [*_top(program)],
        "commands": [line for c in program.commands for line in _command(c, program)],
    }


def _list(name: str, lines: list[str]) -> Iterator[str]:
    yield f"case {name}"
    *first, last = ["    set words", *(f"        {line}" for line in lines)]
    yield from (f"{line} \\" for line in first)
    yield last


def _top(program: Program) -> Iterator[str]:
    for option in program.top.options:
        yield _complete("__diplo_first", _option(option, FLAG))
    for command in program.commands:
        yield _complete("__diplo_first", f"-a {command.name}{_about(command.about)}")


def _command(command: Command, program: Program) -> Iterator[str]:
    takers = [n for o in command.options if o.value is not None for n in o.names]
    for place, argument in enumerate(command.arguments):
        last = MANY if argument.repeatable else place
        yield _complete(
            " ".join(["__diplo_place", command.name, f"{place} {last}", *takers]),
            _value(program.kind(argument.value)),
        )
    for option in command.options:
        kind = program.kind(option.value)
        once = () if option.repeatable else ("flag" if kind == FLAG else "value", *option.names)
        yield _complete(" ".join(["__diplo_at", command.name, *once]), _option(option, kind))
        for name in option.others:
            condition = f"__diplo_typed {command.name} {name}"
            yield _complete(condition, _named([name], kind, option.about))


def _option(option: Option, kind: str) -> str:
    return _named(option.offered, kind, option.about)


def _named(names: Iterable[str], kind: str, about: str) -> str:
    given = " ".join(f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in names)
    value = "" if kind == FLAG else f" -r {_value(kind)}"
    return f"{given}{value}{_about(about)}"


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
