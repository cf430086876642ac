"""What a message says of the map that ships for what it is about, or that one may begin for it."""

from diplo.terminal.errors import STANDARD_INPUT
from diplo.terminal.shell import typed_name

ALONE = "its table is read from a file of its own that ends in .txt"  # of a note


def shipped(like: str) -> str:
    """Say which map ships for what this is like."""
    return f"this looks like {like}: give --map {like}"


def begins(name: str) -> str:
    """Go on from a map to what begins it for a file, or would if what one pipes in were one."""
    if name == STANDARD_INPUT:
        return ", which 'diplo maps FILE' begins for a file"
    return f", which 'diplo maps {typed_name(name)}' begins"
