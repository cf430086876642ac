"""Find columns that only look like countries: political parties, short marks, states of the USA."""

import re
from collections.abc import Mapping, Sequence

from diplo.model.countries.resolve import Countries
from diplo.reading.maps import usa
from diplo.reading.maps.begun import names, party_columns
from diplo.reading.tables import cells
from diplo.reading.tables.header import simple
from diplo.terminal.text import fold_space

_PARTY = "party"
_OF_COUNTRIES = re.compile(r"countr|nation|\bstates?\b|\biso")
_MARK, _SHORT = re.compile("[A-Z]{1,5}"), re.compile("[A-Z]{2}")


def told(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the columns of states of the USA and of parties in politics."""
    columns = _columns(header, rows)
    return [
        at
        for at, name in enumerate(header)
        if usa.is_of_states(name, columns[at]) or _is_politics(name, columns[at])
    ]


def marks(header: Sequence[str], rows: Sequence[Sequence[str]], parties: Sequence[int]) -> set[int]:
    """Return the columns of parties with only short marks, if a header speaks of countries."""
    columns, countries = _columns(header, rows), Countries({})
    called = {at for at in parties if names.says(header[at], _OF_COUNTRIES)}

    def is_mark(at: int) -> bool:
        few = {*columns[at]}
        is_short = bool(few) and all(map(_MARK.fullmatch, few))
        if not is_short or party_columns.system_of(header[at], columns[at]):
            return False
        is_one = len(few) == 1 < len(columns[at]) and all(map(_SHORT.fullmatch, few))
        return is_one or not all(map(countries.knows, few))

    return {at for at in {*parties} - called if called and is_mark(at)}


def _columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Mapping[int, list[str]]:
    texts = {
        at: [fold_space(row[at]) for row in rows if at < len(row)] for at in range(len(header))
    }
    return {at: [text for text in each if not cells.is_nothing(text)] for at, each in texts.items()}


def _is_politics(header: str, texts: Sequence[str]) -> bool:
    """Say whether a column called party has texts, but no country."""
    if not texts or simple(header) != _PARTY:
        return False
    countries = Countries({})
    return not party_columns.has_parties(header, texts, countries) and not any(
        map(countries.knows, texts)
    )
