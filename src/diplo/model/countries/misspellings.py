"""Tell slips from names: a slip is one letter off an English name, and a name in no language.

The translations of ISO 3166 that pycountry ships show that Rusia is a name, in Spanish.
"""

import functools
import gettext
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from diplo.model.countries import former, iso
from diplo.model.countries.resolve import CODES_BY_NAME
from diplo.model.countries.spelling import index_of, loose_key

_SHORTEST = 4  # letters of an English name; shorter ones may be codes
_FEW = 1  # languages; a name in so few may well be a slip


def is_slip(name: str, code: str) -> bool:
    """Say whether a loose name is one letter off a state's English name and in no language.

    Nothing counts as a slip for states without translations, which ISO does not list.
    """
    english = _english(code)
    if not name.isascii() or name in english:  # other letters are no slip
        return False
    if not any(_one_letter_off(name, english)):
        return False
    translations = _translations(code)
    if not any(translations):
        return False
    return not any(f" {name} " in translation for names in translations for translation in names)


def resembles_another(name: str, code: str) -> bool:
    """Say whether a word is one letter off the English name of another state: Nigera.

    It is not if more than one language calls this state so: Chine is no slip for Chile.
    """
    if not name.isalpha() or name in _english(code):
        return False
    if _english(code).issuperset(_one_letter_off(name, _names())):
        return False
    return sum(f" {name} " in names for names in _translations(code)) <= _FEW


def _one_letter_off(name: str, names: Iterable[str]) -> Iterator[str]:
    """Return the names that are one letter off a name."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415  (only names of no file need it)

    return (other for other in names if OSA.distance(name, other) == 1)


@functools.cache
def _names() -> frozenset[str]:
    """Return the English names of all states."""
    names = (*iso.names().values(), *CODES_BY_NAME, *index_of(former.NEVER_LISTED))
    return frozenset(loose_key(name) for name in names if len(name) >= _SHORTEST)


@functools.cache
def _english(code: str) -> frozenset[str]:
    indexes = (CODES_BY_NAME, iso.today(), iso.withdrawn())
    names = (name for index in indexes for name, codes in index.items() if code in codes)
    return frozenset(loose_key(name) for name in names if len(name) >= _SHORTEST)


@functools.cache
def _translations(code: str) -> Sequence[frozenset[str]]:
    """Return the names of a state in each language, as loose words between spaces."""
    return [
        frozenset(f" {loose_key(catalogue.gettext(name))} " for name in english)
        for domain, english in iso.translated(code).items()
        for catalogue in _catalogues(domain)
    ]


@functools.cache
def _catalogues(domain: str) -> Sequence[gettext.GNUTranslations]:
    """Load the translations of one of ISO's lists, which takes a quarter of a second."""
    import pycountry  # noqa: PLC0415  (only names of no file need it)

    paths = Path(pycountry.LOCALES_DIR).glob(f"*/LC_MESSAGES/{domain}.mo")
    catalogues = []
    for path in paths:
        with path.open("rb") as stream:
            catalogues.append(gettext.GNUTranslations(stream))
    return catalogues
