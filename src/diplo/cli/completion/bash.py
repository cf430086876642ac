"""The parts of the script for bash."""

from collections.abc import Iterator

from diplo.cli.completion.description import Command, Program, case

NONE = "-"
AND_SO_ON = "..."


def parts(program: Program) -> dict[str, list[str]]:
    """Return the lines of each part."""
    return {
        "lists": [
            line for n, words in program.lists(program.with_top) for line in case("words", n, words)
        ],
        "commands": [line for c in program.with_top for line in _command(c, program)],
    }


def _command(command: Command, program: Program) -> Iterator[str]:
    yield f"{command.name or NONE})"
    arguments = [program.kind(argument.value) for argument in command.arguments]
    if command.arguments and command.arguments[-1].repeatable:
        arguments.append(AND_SO_ON)
    yield f"  arguments=({' '.join(arguments)})"
    yield "  options=("
    for option in command.options:
        short = next((name for name in option.names if not name.startswith("--")), NONE)
        kind = program.kind(option.value)
        yield f"    {option.long} {short} {kind} {'many' if option.repeatable else 'once'}"
        for other in option.others:
            yield f"    {other} {NONE} {kind} other"
    yield "  ) ;;"
