"""The form in which names of states are compared, and indexes by it."""

import re
from collections.abc import Iterable, Mapping

from diplo.terminal.text import fold

Index = Mapping[str, frozenset[str]]
_PUNCTUATION = str.maketrans("-", " ", ".'’")
_SIGNS = re.compile(r"[!-/:-@\[-`{-~‐-‧«» \t]+")


def key(text: str) -> str:
    """Return what is compared: hyphens are spaces; "the", dots and apostrophes do not count."""
    return " ".join(fold(text).translate(_PUNCTUATION).split()).removeprefix("the ")


def loose(text: str) -> str:
    """Return the words of a text as names that people write are compared, line by line."""
    return _SIGNS.sub(" ", fold(text)).strip(" ")


def index(named: Iterable[tuple[str, str]]) -> Index:
    """Return codes by the names that stand for them."""
    found: dict[str, frozenset[str]] = {}
    for name, code in named:
        found[key(name)] = found.get(key(name), frozenset()) | {code}
    return found


def index_of(names: Mapping[str, Iterable[str]]) -> Index:
    """Return codes by their names, and by themselves, from names by codes."""
    return index((name, code) for code, each in names.items() for name in (code, *each))
