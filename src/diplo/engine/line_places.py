"""Find the lines of events in a file of JSON Lines by their ids, which are all an engine gives."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

import msgspec

from diplo.reading import json
from diplo.reading.faults import Path, Place


class _Named(msgspec.Struct):
    id: str = ""


def places(name: str, wanted: Collection[Path], exact: Collection[Path]) -> Mapping[Path, Place]:
    """Return the places of events by their ids, and of the `exact` paths within them.

    There are none for several files, or for one that can be read only once.
    """
    ids = {path[0] for path in wanted if path and isinstance(path[0], str)}
    below: defaultdict[str | int, dict[Path, Path]] = defaultdict(dict)
    for path in exact:
        below[path[0]][path[1:]] = path
    by_path: dict[Path, Place] = {}
    for number, line in _lines(name) if ids else ():
        if (key := _id(line)) in ids:
            by_path[key,] = Place((number, 1), (number, 1))
            inside = json.places(line.replace("\r", "\t"), below[key])
            by_path |= {below[key][path]: _on(number, place) for path, place in inside.items()}
    return by_path


def _lines(name: str) -> Iterator[tuple[int, str]]:
    if os.path.isfile(name):
        with open(name, encoding="utf-8-sig", errors="replace", newline="\n") as file:
            yield from enumerate(file, 1)


def _id(line: str) -> str:
    try:
        return msgspec.json.decode(line, type=_Named).id
    except msgspec.DecodeError:  # a blank line
        return ""


def _on(number: int, place: Place) -> Place:
    (_, key), (_, value) = place
    return Place((number, key), (number, value))
