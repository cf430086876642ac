"""The form in which names of states are compared, and indexes by that form."""

import re
from collections.abc import Iterable, Mapping

from diplo.terminal.text import fold

Index = Mapping[str, frozenset[str]]
_PUNCTUATION = str.maketrans({"-": " ", ",": " , ", **dict.fromkeys(".'’")})
_LONGEST_CODE = 3
LONGEST = 1000  # characters; longer texts are not taken apart
_SIGNS = re.compile(r"[!-*\--/:-@\[-`{-~‐-‧«» \t]+")  # but not "+", which no name has


def key(text: str) -> str:
    """Return the compared form of a name: hyphens become spaces, and commas become words.

    A first "the", dots, apostrophes and accents are dropped. Accents stay if the name without them
    would be as short as a code: ÞA is not THA, which is Thailand.
    """
    name = _words(fold(text))
    return name if text.isascii() or not _is_short(name) else _words(text.lower())


def _words(text: str) -> str:
    return " ".join(text.translate(_PUNCTUATION).split()).removeprefix("the ")


def _is_short(name: str) -> bool:
    return name.isascii() and len(name) <= _LONGEST_CODE


# Abbreviations in lists of countries, with a full stop (Czech Rep., S. Sudan); those of directions
# also without one, before a name (N Korea).
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
# Additions by ISO 3166 and Wikipedia: Niger (the), Georgia (country).
_AFTER = re.compile(r"(?<=\w) \((?:the|country)\)(?=\s*\Z)", re.IGNORECASE)
_WORD = re.compile(r"(?<![\w.])([A-Za-z]+)\.(?!\w)|\A([NSEW])(?= )", re.IGNORECASE)


def spelled_out(text: str) -> str:
    """Spell out the abbreviations in a name, and drop "government of" before it."""
    if len(text) > LONGEST:
        return text
    text = _AFTER.sub("", _GOVERNMENT.sub("", text).replace("&", " and "))
    return _WORD.sub(lambda match: _ABBREVIATED.get((match[1] or match[2]).lower(), match[0]), text)


def loose_key(text: str) -> str:
    """Return the compared form of names in many languages: each line's words and commas."""
    return _SIGNS.sub(" ", fold(text).replace(",", " , ")).strip(" ")


def without_commas(name: str) -> str:
    """Return a compared name as it is without its commas."""
    return name.replace(" ,", "")


def names_by_code(table: str) -> dict[str, tuple[str, ...]]:
    """Return names by codes, from lines of a code and its names, which go on in indented lines."""
    lines = re.split(r"\n+(?=[A-Z])", table.strip())
    return {line[:3]: tuple(re.split(r";\s+", line[4:])) for line in lines}


def index(pairs: Iterable[tuple[str, str]]) -> Index:
    """Return codes by the names that stand for them."""
    codes_by_name: dict[str, frozenset[str]] = {}
    for name, code in pairs:
        codes_by_name[key(name)] = codes_by_name.get(key(name), frozenset()) | {code}
    return codes_by_name


def index_of(names: Mapping[str, Iterable[str]]) -> Index:
    """Return codes by their names, and by themselves, from names by codes."""
    return index((name, code) for code, aliases in names.items() for name in (code, *aliases))
