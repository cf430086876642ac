"""Faults of values, known by their paths, and the lines and columns of those paths."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple, Protocol

from diplo.terminal.errors import Problem

CELL = "cell"  # what to count where many problems of a table are alike
DEEPEST = 16  # levels of nesting
TOO_DEEP = f"nested more than {DEEPEST} levels deep; an event file needs five"

Path = tuple[str | int, ...]  # keys and indices from the top of the document


class Place(NamedTuple):
    """The line and column of a value, and of its key (of the value, if it has no key)."""

    key: tuple[int, int]
    value: tuple[int, int]


# Finds the places of the values at some paths in a text.
Find = Callable[[Collection[Path]], Mapping[Path, Place]]
_TOP = Place((1, 1), (1, 1))


class Searchable(Protocol):
    """A document that can find the places of values by their paths."""

    name: str
    is_table: bool
    find: Find


class Origin(NamedTuple):
    """The place of a record: its document, and its path in that."""

    document: Searchable
    path: Path


class Fault(NamedTuple):
    """What is wrong with the value at a path, or with its key; `other` is what it clashes with."""

    path: Path
    message: str
    at_key: bool = False
    severity: str = "error"
    other: Origin | None = None
    is_unknown_key: bool = False


class CellError(ValueError):
    """An error in a cell, with its row and column, counted from 1."""

    def __init__(self, message: str, row: int = 1, column: int = 1) -> None:
        """Take the message, and the row and column."""
        super().__init__(message)
        self.row, self.column = row, column


def locate(faults: Iterable[tuple[Searchable, Fault]]) -> list[Problem]:
    """Turn faults into problems with lines and columns, in the order of the text."""
    faults = list(faults)
    origins = [Origin(document, fault.path) for document, fault in faults]
    places = _places([*origins, *(fault.other for _, fault in faults if fault.other)])
    problems = []
    for origin, (document, fault) in zip(origins, faults, strict=True):
        message = fault.message
        if fault.other:
            line, column = places(fault.other).key
            message += f"; see {Problem(fault.other.document.name, line, column, '').place}"
        place = places(origin)
        line, column = place.key if fault.at_key else place.value
        noun = CELL if document.is_table else ""
        problems.append(Problem(document.name, line, column, message, fault.severity, noun))
    return sorted(problems, key=lambda problem: (problem.line, problem.column))


def _places(origins: Iterable[Origin]) -> Callable[[Origin], Place]:
    """Return a function from origins to their places; each document is searched once for all."""
    wanted: dict[int, tuple[Searchable, set[Path]]] = {}
    for document, path in origins:
        wanted.setdefault(id(document), (document, set()))[1].add(path)
    found = {key: placed(document.find, paths) for key, (document, paths) in wanted.items()}
    return lambda origin: found[id(origin.document)][origin.path]


def placed(find: Find, paths: Collection[Path]) -> Mapping[Path, Place]:
    """Return the places of paths, or of their nearest parents that have one."""
    parents = {path: [path[:length] for length in range(len(path), -1, -1)] for path in paths}
    found = find({parent for above in parents.values() for parent in above})
    return {
        path: next((found[parent] for parent in above if parent in found), _TOP)
        for path, above in parents.items()
    }
