"""Slips among spellings: what is one letter away from an English name, and hardly any language's.

ISO 3166's translators, whose work pycountry ships, tell Rusia, which is Spanish, from Rusland.
"""

import functools
import gettext
from collections.abc import Sequence
from pathlib import Path

from diplo.model.countries import gone, iso
from diplo.model.countries.resolve import CODES_BY_NAME
from diplo.model.countries.spelling import index_of, loose

_SHORTEST = 4  # letters of an English name that is no code
_FEW = 1  # languages in which a name is so rare that it may well be a slip


def is_slip(name: str, code: str) -> bool:
    """Say whether a loose name is an English one of a state but for a letter, in no language.

    Of a state that nobody translates, as ISO does not list it, nothing is known to be a slip.
    """
    english = _english(code)
    if not name.isascii() or name in english:  # letters that English lacks are meant
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415  (only names of no file need it)

    if not any(OSA.distance(name, each, score_cutoff=1) == 1 for each in english):
        return False
    translations = _translations(code)
    if not any(translations):
        return False
    return not any(f" {name} " in each for names in translations for each in names)


def is_of_another(name: str, code: str) -> bool:
    """Say whether a word is the English name of another state but for a letter: Nigera.

    It is not where more than one language calls the state so, as Chine is no slip of Chile.
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415  (only names of no file need it)

    if not name.isalpha() or name in _english(code):
        return False
    near = (each for each in _words() if OSA.distance(name, each, score_cutoff=1) == 1)
    if _english(code).issuperset(near):
        return False
    return sum(f" {name} " in names for names in _translations(code)) <= _FEW


@functools.cache
def _words() -> frozenset[str]:
    """Return the English names of states that are one word."""
    names = (*iso.names().values(), *CODES_BY_NAME, *index_of(gone.NEVER_LISTED))
    words = (loose(each) for each in names if len(each) >= _SHORTEST)
    return frozenset(word for word in words if word.isalpha())


@functools.cache
def _english(code: str) -> frozenset[str]:
    indexes = (CODES_BY_NAME, iso.today(), iso.withdrawn())
    names = (name for each in indexes for name, codes in each.items() if code in codes)
    return frozenset(loose(name) for name in names if len(name) >= _SHORTEST)


@functools.cache
def _translations(code: str) -> Sequence[frozenset[str]]:
    """Return the names of a state in each language, as loose words between spaces."""
    return [
        frozenset(f" {loose(catalogue.gettext(name))} " for name in english)
        for domain, english in iso.translated(code).items()
        for catalogue in _catalogues(domain)
    ]


@functools.cache
def _catalogues(domain: str) -> Sequence[gettext.GNUTranslations]:
    """Read the translations of a list of ISO's, which takes a quarter of a second."""
    import pycountry  # noqa: PLC0415  (only names of no file need it)

    paths = Path(pycountry.LOCALES_DIR).glob(f"*/LC_MESSAGES/{domain}.mo")
    found = []
    for path in paths:
        with path.open("rb") as stream:
            found.append(gettext.GNUTranslations(stream))
    return found
