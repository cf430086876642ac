"""What is wrong with a value, by its path, and the line and column where that path stands."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple, Protocol

from diplo.terminal.errors import Problem

DEEPEST = 16  # levels of nesting
TOO_DEEP = f"nested more than {DEEPEST} levels deep; an event file needs five"

Path = tuple[str | int, ...]  # keys and indices from the top of the document


class Place(NamedTuple):
    """The line and column of a value and of its key (of itself, where it has none)."""

    key: tuple[int, int]
    value: tuple[int, int]


_TOP = Place((1, 1), (1, 1))


class Searchable(Protocol):
    """A document that can find where the values at some paths stand in it."""

    name: str
    find: Callable[[Collection[Path]], Mapping[Path, Place]]


class Origin(NamedTuple):
    """Where a record stands."""

    document: Searchable
    path: Path


class Fault(NamedTuple):
    """Something wrong with the value at a path or with its key; `other` is what it clashes with."""

    path: Path
    message: str
    at_key: bool = False
    severity: str = "error"
    other: Origin | None = None


class _Search:
    """The places of the paths of several documents, each document being searched once."""

    def __init__(self, paths: Iterable[Origin]) -> None:
        documents: dict[int, Searchable] = {}
        wanted: dict[int, set[Path]] = {}
        for document, path in paths:
            documents[id(document)] = document
            parents = (path[:length] for length in range(len(path) + 1))
            wanted.setdefault(id(document), set()).update(parents)
        self._places = {key: documents[key].find(wanted[key]) for key in documents}

    def place(self, document: Searchable, path: Path) -> Place:
        """Return the place of a path, or of its nearest parent that is there."""
        places = self._places[id(document)]
        while path and path not in places:
            path = path[:-1]
        return places.get(path, _TOP)


def locate(faults: Iterable[tuple[Searchable, Fault]]) -> list[Problem]:
    """Turn faults into problems with their places, in the order of the text."""
    faults = list(faults)
    others = [fault.other for _, fault in faults if fault.other]
    search = _Search([*(Origin(document, fault.path) for document, fault in faults), *others])
    problems = []
    for document, fault in faults:
        place = search.place(document, fault.path)
        message = fault.message
        if fault.other:
            line, column = search.place(*fault.other).key
            message += f"; see {Problem(fault.other[0].name, line, column, '').place}"
        line, column = place.key if fault.at_key else place.value
        problems.append(Problem(document.name, line, column, message, fault.severity))
    return problems
