"""Slips among spellings: what is one letter away from an English name, and no language's own.

ISO 3166's translators, whose work pycountry ships, tell Rusia, which is Spanish, from Rusland.
"""

import functools
import gettext
from collections.abc import Sequence
from pathlib import Path

from diplo.model.countries import iso
from diplo.model.countries.resolve import CODES_BY_NAME
from diplo.model.countries.spelling import loose

_SHORTEST = 4  # letters of an English name that is no code


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
    return bool(translations) and not any(f" {name} " in each for each in translations)


@functools.cache
def _english(code: str) -> frozenset[str]:
    indexes = (CODES_BY_NAME, iso.today(), iso.withdrawn())
    names = (name for each in indexes for name, codes in each.items() if code in codes)
    return frozenset(loose(name) for name in names if len(name) >= _SHORTEST)


@functools.cache
def _translations(code: str) -> frozenset[str]:
    """Return the names of a state in all languages, as loose words between spaces."""
    names = iso.translated(code)
    return frozenset(
        f" {loose(catalogue.gettext(name))} "
        for domain, english in names.items()
        for catalogue in _catalogues(domain)
        for name in english
    )


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
