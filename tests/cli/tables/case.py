"""What a case of a table is: files, a command, and what must come of it."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

Files = Mapping[str, str | bytes]


class Case(NamedTuple):
    """Files in a folder, a command line in it, and some keys of each event that it answers."""

    what: str
    files: Files
    command: str = "timeline --events in.csv"
    events: Sequence[Mapping[str, Any]] | None = None  # of --json
    status: int = 0
    says: Sequence[str] = ()  # on standard error, as regular expressions
    prints: Sequence[str] = ()  # on standard output, without --json


def csv(content: str, name: str = "in.csv") -> Files:
    return {name: content}


def mapped(table: str, text: str, name: str = "in.csv") -> Files:
    """Return a table and its map."""
    return {name: table, "map.yaml": text}


def dates(*texts: str) -> list[Mapping[str, Any]]:
    return [{"date": text} for text in texts]


BY_MAP = "timeline --events in.csv --map map.yaml"
