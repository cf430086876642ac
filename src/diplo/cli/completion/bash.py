"""The parts of the script for bash."""

from collections.abc import Iterator

from diplo.cli.completion.description import Command, Program, case

NONE = "-"
AND_SO_ON = "..."


def parts(program: Program) -> dict[str, list[str]]:
    """Return the lines of the script, by the comment that they replace."""
    return {
        "lists": [
            line for n, words in program.lists(program.with_top) for line in case("words", n, words)
        ],
        "commands": [line for c in program.with_top for line in _command(c)],
    }


def _command(command: Command) -> Iterator[str]:
    yield f"{command.name or NONE})"
    arguments = [argument.kind for argument in command.arguments]
    if command.arguments and command.arguments[-1].repeatable:
        arguments.append(AND_SO_ON)
    yield f"  arguments=({' '.join(arguments)})"
    yield "  options=("
    for option in command.options:
        short = next((name for name in option.names if not name.startswith("--")), NONE)
        yield f"    {option.long} {short} {option.kind} {'many' if option.repeatable else 'once'}"
        for other in option.others:
            yield f"    {other} {NONE} {option.kind} other"
    yield "  ) ;;"
