"""Find columns that only look like countries: political parties, short marks, states of the USA."""

import re
from collections.abc import Sequence

from diplo.model.countries.resolve import Countries
from diplo.reading.maps import usa
from diplo.reading.maps.begun import names, party_columns
from diplo.reading.maps.begun.sample import Sample
from diplo.reading.tables.header import simple

_PARTY = "party"
_OF_COUNTRIES = re.compile(r"countr|nation|\bstates?\b|\biso")
_MARK, _SHORT = re.compile("[A-Z]{1,5}"), re.compile("[A-Z]{2}")


def told(sample: Sample) -> list[int]:
    """Return the columns of states of the USA and of parties in politics."""
    columns = ((at, name, sample.told(at)) for at, name in enumerate(sample.header))
    return [
        at
        for at, name, texts in columns
        if usa.is_of_states(name, texts) or _is_politics(name, texts)
    ]


def marks(sample: Sample, parties: Sequence[int]) -> set[int]:
    """Return the columns of parties with only short marks, if a header speaks of countries."""
    header, countries = sample.header, Countries({})
    called = {at for at in parties if names.says(header[at], _OF_COUNTRIES)}

    def is_mark(at: int) -> bool:
        texts = sample.told(at)
        few = {*texts}
        is_short = bool(few) and all(map(_MARK.fullmatch, few))
        if not is_short or party_columns.system_of(header[at], texts):
            return False
        is_one = len(few) == 1 < len(texts) and all(map(_SHORT.fullmatch, few))
        return is_one or not all(map(countries.knows, few))

    return {at for at in {*parties} - called if called and is_mark(at)}


def _is_politics(header: str, texts: Sequence[str]) -> bool:
    """Say whether a column called party has texts, but no country."""
    if not texts or simple(header) != _PARTY:
        return False
    countries = Countries({})
    return not party_columns.has_parties(header, texts, countries) and not any(
        map(countries.knows, texts)
    )
