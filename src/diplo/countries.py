"""Names and codes of countries: those that a file declares first, then ISO 3166-1."""

import functools
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from diplo.errors import suggestion
from diplo.events import CODE_PATTERN, Country
from diplo.text import fold, shown

Suggest = Callable[[str, Collection[str]], str]
_PUNCTUATION = str.maketrans("-", " ", ".'’")


class UnknownCountryError(ValueError):
    """A name that is no country's; the message lists the nearest."""


class AmbiguousCountryError(ValueError):
    """A name that several countries share; the message lists them."""


class Countries:
    """The countries that can be named: a file's own, then ISO 3166-1's."""

    def __init__(self, declared: Mapping[str, Country], suggest: Suggest = suggestion) -> None:
        """Take what a file declares, by code, and what suggests names in place of unknown ones."""
        self._declared = declared
        self._suggest = suggest
        self._codes = {_key(code): {code} for code in declared}
        self._names = _index((c.name, c.code) for c in declared.values())
        self._aliases = _index((a, c.code) for c in declared.values() for a in c.aliases)

    def knows(self, text: str) -> bool:
        """Say whether a text as a whole is a code, name or alias, of one country or of several."""
        return any(_key(text) in index for index in self._indexes())

    def resolve(self, text: str) -> str:
        """Return the alpha-3 code that a code, name or alias stands for.

        Raises:
            UnknownCountryError: it stands for none.
            AmbiguousCountryError: it stands for several.

        """
        key = _key(text)
        for index in self._indexes():
            if key in index:
                return self._only(text, index[key])
        nearest = "" if looks_like_code(text) else self._suggest(text, self._typable)
        message = (
            f"no country is named {shown(text)}{nearest or '; use a name or an ISO 3166 code'}"
        )
        raise UnknownCountryError(message)

    @functools.cached_property
    def _typable(self) -> list[str]:
        names = [n.replace(" ", "-") for n in (*self._names, *self._aliases, *_iso_index())]
        return [name for name in names if re.fullmatch(r"[\w-]{4,}", name)]

    def name(self, code: str) -> str:
        """Return the name of the country of a code, or the code where it has none."""
        if code in self._declared:
            return self._declared[code].name
        return _iso_names().get(code) or _withdrawn_names().get(code, code)

    def _indexes(self) -> Iterator[dict[str, set[str]]]:
        yield from (self._codes, self._names, self._aliases)
        yield _iso_index()  # late: most names are a file's own

    def _only(self, text: str, codes: set[str]) -> str:
        if len(codes) == 1:
            return next(iter(codes))
        names = ", ".join(f"{self.name(code)} ({code})" for code in sorted(codes))
        message = f"{shown(text)} names several countries: {names}; use the code"
        raise AmbiguousCountryError(message)


def looks_like_code(text: str) -> bool:
    """Say whether a text has the form of an alpha-3 code, withdrawn and unofficial ones too."""
    return re.fullmatch(CODE_PATTERN, text) is not None


def in_iso_3166(code: str) -> bool:
    """Say whether ISO 3166-1 lists an alpha-3 code today."""
    return code in _iso_names()


def _key(text: str) -> str:
    """Return what is compared: hyphens are spaces; "the", dots and apostrophes do not count."""
    return " ".join(fold(text).translate(_PUNCTUATION).split()).removeprefix("the ")


def _index(named: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    index: dict[str, set[str]] = {}
    for name, code in named:
        index.setdefault(_key(name), set()).add(code)
    return index


@functools.cache
def _iso_index() -> dict[str, set[str]]:
    """Index ISO 3166-1's codes and names; the part of a name before its comma is a name too."""
    import pycountry  # noqa: PLC0415  (60 ms, and only for what a file does not declare)

    keys = ("alpha_2", "alpha_3", "name", "common_name", "official_name")
    named = [(c, getattr(c, key)) for c in pycountry.countries for key in keys if hasattr(c, key)]
    return _index((n, c.alpha_3) for c, name in named for n in (name, name.partition(",")[0]))


@functools.cache
def _iso_names() -> dict[str, str]:
    import pycountry  # noqa: PLC0415  (see above)

    return {c.alpha_3: getattr(c, "common_name", c.name) for c in pycountry.countries}


@functools.cache
def _withdrawn_names() -> dict[str, str]:
    import pycountry  # noqa: PLC0415  (see above)

    return {c.alpha_3: c.name for c in pycountry.historic_countries}
