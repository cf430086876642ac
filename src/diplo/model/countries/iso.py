"""The states of ISO 3166, both today's and former ones, from pycountry."""

import functools
from collections.abc import Iterable, Iterator
from itertools import chain
from types import ModuleType
from typing import Any

from diplo.model.countries.everyday import EVERYDAY
from diplo.model.countries.former import WITHDRAWN
from diplo.model.countries.spelling import Index, index

_CODES = ("alpha_2", "alpha_3", "alpha_4")
_NAMES = ("name", "common_name", "official_name")


def _pycountry() -> ModuleType:
    import pycountry  # noqa: PLC0415  (60 ms, and only for what a file does not declare)

    return pycountry


@functools.cache
def today() -> Index:
    """Index ISO 3166-1's codes and names; the part of a name before its comma is a name too."""
    return index(_names_and_codes(_pycountry().countries))


@functools.cache
def withdrawn() -> Index:
    """Index ISO 3166-3 in the same way, adding the everyday names of its states."""
    everyday = ((name, code) for code, names in WITHDRAWN.items() for name in names)
    return index((*_names_and_codes(_pycountry().historic_countries), *everyday))


@functools.cache
def names() -> dict[str, str]:
    """Return the everyday names of today's and of former states, by code."""
    former = {c.alpha_3: c.name for c in _pycountry().historic_countries}
    listed_names = {c.alpha_3: getattr(c, "common_name", c.name) for c in _pycountry().countries}
    everyday = {code: aliases[0] for code, aliases in (WITHDRAWN | EVERYDAY).items()}
    return former | listed_names | everyday


@functools.cache
def codes() -> frozenset[str]:
    """Return the alpha-3 codes that ISO 3166-1 lists today."""
    return frozenset(c.alpha_3 for c in _pycountry().countries)


@functools.cache
def numbers() -> dict[str, str]:
    """Return alpha-3 codes by their three digits in ISO 3166, those of former states too."""
    return {c.numeric: c.alpha_3 for c in _all() if getattr(c, "numeric", None)}


@functools.cache
def letters() -> dict[str, str]:
    """Return alpha-3 codes by two or three letters, those of former states and Kosovo too."""
    kosovo = {"XK": "XKX", "XKX": "XKX"}  # as everybody writes it
    return {
        getattr(c, field): c.alpha_3 for c in _all() for field in _CODES[:2] if hasattr(c, field)
    } | kosovo


def _all() -> Iterator[Any]:
    return chain(_pycountry().historic_countries, _pycountry().countries)


def translated(code: str) -> dict[str, list[str]]:
    """Return, for each of ISO's lists, a state's English names that translations go by."""
    lists = {"iso3166-1": _pycountry().countries, "iso3166-3": _pycountry().historic_countries}
    states = ((name, state) for name, listed in lists.items() for state in listed)
    return {
        name: [text for field in _NAMES if (text := getattr(state, field, None))]
        for name, state in states
        if state.alpha_3 == code
    }


def is_part(name: str, code: str) -> bool:
    """Say whether a name, in its compared form, is that of a part of a state."""
    return code in _parts().get(name, ())


@functools.cache
def _parts() -> Index:
    """Index the names of ISO 3166-2, of provinces and cities, with the codes of their states."""
    states = {c.alpha_2: c.alpha_3 for c in _pycountry().countries}
    return index((part.name, states[part.country_code]) for part in _pycountry().subdivisions)


def _names_and_codes(states: Iterable[Any]) -> Iterator[tuple[str, str]]:
    for state in states:
        for field in (*_CODES, *_NAMES):
            if name := getattr(state, field, None):
                yield name, state.alpha_3
                yield name.partition(",")[0], state.alpha_3
