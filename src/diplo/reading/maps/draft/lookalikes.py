"""Tell columns that only look like those of parties to an event.

They are of parties in politics, of short marks, or of states of the USA.
"""

import re
from collections.abc import Sequence

from diplo.model.countries.resolve import all_countries
from diplo.reading.maps import usa
from diplo.reading.maps.draft.names import matches
from diplo.reading.maps.draft.party_columns import has_parties, system_of
from diplo.reading.maps.draft.sample import Sample
from diplo.reading.tables.header import key_of, simple

_PARTY = "party"
_REASON = re.compile(
    r"\b(?:reasons?|causes?|motiv\w*|why|notes?|remarks?|comments?|grund|raison|razon)\b"
)
_OF_COUNTRIES = re.compile(r"countr|nation|\biso|(?<!\bus )\b(?:states?|land|pays|pais|paese)\b")
_OF_CODES = re.compile(
    r"\balpha|\b(?:codes?|cc|sides?|hosts?|guests?|partners?|send(?:er|ing)|receiv(?:er|ing)|targets?|recipients?|donors?|counterparts?|with|others?)\b"
)
_MARK, _TWO_LETTERS = re.compile("[A-Z]{1,5}"), re.compile("[A-Z]{2}")
_SHORT = 3  # letters, as codes have


def no_parties(sample: Sample) -> list[int]:
    """Return the columns of states of the USA, of parties in politics, and of reasons."""
    columns = ((at, name, sample.known_texts(at)) for at, name in enumerate(sample.header))
    return [
        at
        for at, name, texts in columns
        if usa.is_of_states(name, texts) or _is_politics(name, texts) or matches(name, _REASON)
    ]


def marks(sample: Sample, parties: Sequence[int]) -> set[int]:
    """Return the columns of parties with only short marks, which may be countries by chance.

    Two letters are, beside names of countries, unless the header speaks of parties or of codes;
    others may be if only another header speaks of countries.
    """
    header, countries = sample.header, all_countries()
    called = sample.matching(parties, _OF_COUNTRIES)
    sides = [at for at in parties if key_of(header[at]) and simple(header[at]) != _PARTY]
    coded = {*called, *sides, *sample.matching(parties, _OF_CODES)}
    many = len(sample.rows) / 2
    has_names = any(
        sum(len(text) > _SHORT for text in sample.known_texts(at)) > many for at in parties
    )

    def is_mark(at: int) -> bool:
        texts = sample.known_texts(at)
        few = {*texts}
        if not few or not all(map(_MARK.fullmatch, few)):
            return False
        are_two = all(map(_TWO_LETTERS.fullmatch, few))
        if has_names and are_two and at not in coded:
            return True
        is_other = bool(called) and at not in called and not system_of(header[at], texts)
        is_one = len(few) == 1 < len(texts) and are_two
        return is_other and (is_one or not all(map(countries.knows, few)))

    return {*filter(is_mark, parties)}


def _is_politics(header: str, texts: Sequence[str]) -> bool:
    """Say whether a column called party has texts, but no country; JP alone may be a party too."""
    if not texts or simple(header) != _PARTY:
        return False
    countries, names = all_countries(), [text for text in texts if not _MARK.fullmatch(text)]
    return not has_parties(header, texts, countries) and not any(map(countries.knows, names))
