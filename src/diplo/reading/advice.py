"""Advice on maps within messages: which shipped one to use, or how to begin one."""

from diplo.terminal.errors import STANDARD_INPUT
from diplo.terminal.shell import typed_name

ALONE = "its table is read from a file of its own that ends in .txt"  # of a note


def shipped(like: str) -> str:
    """Recommend the shipped map for the data that this looks like."""
    return f"this looks like {like}: give --map {like}"


def begins(name: str) -> str:
    """Return the clause that names the command to begin a map for a file or standard input."""
    if name == STANDARD_INPUT:
        return ", which 'diplo maps FILE' begins for a file"
    return f", which 'diplo maps {typed_name(name)}' begins"
