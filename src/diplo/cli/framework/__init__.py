"""The layer above Typer: declaring options, parsing commands, writing answers."""
