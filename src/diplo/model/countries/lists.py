"""Find the names of several countries in one text."""

import re

from diplo.model.countries.resolve import Countries

_LONGEST_NAME = 3  # parts of one: Saint Helena, Ascension and Tristan da Cunha


def split_names(text: str, between: re.Pattern[str], countries: Countries) -> list[str]:
    """Split a text into names of countries at a pattern; return none if one is unknown.

    Parts that form one name stay together: Bosnia and Herzegovina and Croatia.
    """
    gaps = [(0, 0), *(match.span() for match in between.finditer(text)), (len(text), len(text))]
    names: list[str] = []
    at = 0
    while at < len(gaps) - 1:
        for end in range(min(at + _LONGEST_NAME, len(gaps) - 1), at, -1):
            name = _between(text, gaps[at : end + 1])
            parts = [_between(text, gaps[place : place + 2]) for place in range(at, end)]
            if not name or _is_one(name, parts, countries):
                break
        else:
            return []
        if name:
            names.append(name)
        at = end
    return names


def _between(text: str, gaps: list[tuple[int, int]]) -> str:
    return " ".join(text[gaps[0][1] : gaps[-1][0]].split())


def _is_one(name: str, parts: list[str], countries: Countries) -> bool:
    """Say whether a name is one country, and not a list, as Serbia and Montenegro may be."""
    if len(parts) == 1 or not countries.knows(name):
        return countries.knows(name)
    codes = [*map(countries.code, parts)]
    return not all(codes) or countries.code(name) in codes
