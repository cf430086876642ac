"""Completion scripts for shells, which contain all words, so that a TAB runs no process.

The template of a script is a valid script itself, with comments that lines take the place of. Only
plain words of the data get into a script, so that no shell can take one for code.
"""

import re
from importlib import import_module
from pathlib import Path

from diplo.cli.completion.description import Program

SHELLS = ("bash", "zsh", "fish")
_PLACE = re.compile("^( *)# <([a-z]+)>\n", re.MULTILINE)


def script(shell: str, program: Program) -> str:
    """Return the script that completes a program in a shell."""
    parts: dict[str, list[str]] = import_module(f"{__name__}.{shell}").parts(program)
    template = Path(__file__).with_name(f"script.{shell}").read_text(encoding="utf-8")

    def lines(place: re.Match[str]) -> str:
        return "".join(f"{place[1]}{line}\n" for line in parts[place[2]])

    return _PLACE.sub(lines, template)
