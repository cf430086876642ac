"""The form in which names of states are compared, and indexes by it."""

import re
from collections.abc import Iterable, Mapping

from diplo.terminal.text import fold

Index = Mapping[str, frozenset[str]]
_PUNCTUATION = str.maketrans({"-": " ", ",": " , ", **dict.fromkeys(".'’")})
_LONGEST_CODE = 3
LONGEST = 1000  # characters of what may be abbreviated, turned round or two names
_SIGNS = re.compile(r"[!-*\--/:-@\[-`{-~‐-‧«» \t]+")  # but not "+", which no name has


def key(text: str) -> str:
    """Return what is compared: hyphens are spaces, commas are words.

    "the", dots and apostrophes do not count, nor do accents, unless what is left without them is
    as short as a code: ÞA is not THA, which is Thailand.
    """
    name = _words(fold(text))
    return name if text.isascii() or not _is_short(name) else _words(text.lower())


def _words(text: str) -> str:
    return " ".join(text.translate(_PUNCTUATION).split()).removeprefix("the ")


def _is_short(name: str) -> bool:
    return name.isascii() and len(name) <= _LONGEST_CODE


# What is abbreviated in lists of countries (Czech Rep., S. Sudan), with its full stop; before a
# name also without one (N Korea).
_ABBREVIATED = {
    "rep": "Republic",
    "dem": "Democratic",
    "fed": "Federal",
    "sts": "States",
    "st": "Saint",
    "is": "Islands",
    "n": "North",
    "s": "South",
    "e": "East",
    "w": "West",
    "eq": "Equatorial",
    "herz": "Herzegovina",
}
_GOVERNMENT = re.compile(r"\A\s*(?:the )?government of ", re.IGNORECASE)
# What ISO 3166 puts after a name, and Wikipedia: Niger (the), Georgia (country).
_AFTER = re.compile(r"(?<=\w) \((?:the|country)\)(?=\s*\Z)", re.IGNORECASE)
_WORD = re.compile(r"(?<![\w.])([A-Za-z]+)\.(?!\w)|\A([NSEW])(?= )", re.IGNORECASE)


def spelled_out(text: str) -> str:
    """Return a name with its abbreviations written out, of a government that of its state."""
    if len(text) > LONGEST:
        return text
    text = _AFTER.sub("", _GOVERNMENT.sub("", text, count=1).replace("&", " and "))
    return _WORD.sub(lambda found: _ABBREVIATED.get((found[1] or found[2]).lower(), found[0]), text)


def loose(text: str) -> str:
    """Return the words and commas of a text as names that people write are compared, by lines."""
    return _SIGNS.sub(" ", fold(text).replace(",", " , ")).strip(" ")


def without_commas(name: str) -> str:
    """Return a name that is compared as those write it who leave its commas out."""
    return name.replace(" ,", "")


def index(named: Iterable[tuple[str, str]]) -> Index:
    """Return codes by the names that stand for them."""
    found: dict[str, frozenset[str]] = {}
    for name, code in named:
        found[key(name)] = found.get(key(name), frozenset()) | {code}
    return found


def index_of(names: Mapping[str, Iterable[str]]) -> Index:
    """Return codes by their names, and by themselves, from names by codes."""
    return index((name, code) for code, each in names.items() for name in (code, *each))
