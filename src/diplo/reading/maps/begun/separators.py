"""Find the mark between the countries of a cell: a comma only if names rarely have one."""

from collections import Counter
from collections.abc import Mapping

from diplo.model.countries.resolve import Countries
from diplo.reading.maps.parties import Parties

COMMA = ","


def counted(
    whole: Parties, countries: Countries, named: Mapping[tuple[int, str], int]
) -> tuple[Counter[str], Counter[str]]:
    """Count the marks between countries, and the cells whose one country a comma would split.

    Commas do not count if at least as many cells have one within a name.
    """
    found: Counter[str] = Counter()
    single: Counter[str] = Counter()
    for (at, text), many in named.items():
        for party in whole.of(text, at, ""):
            if party.mark:
                found[party.mark] += many
            elif party.code and COMMA in party.text and not countries.knows(party.text):
                single[text] += many
    if found[COMMA] <= single.total():
        del found[COMMA]
    return found, single
