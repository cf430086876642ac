"""Prefer columns of numbers to names, as they tell former states from their successors."""

import itertools
from collections.abc import Mapping, Sequence

from diplo.model.countries.resolve import Countries
from diplo.reading.maps import codes
from diplo.reading.maps.begun import party_columns
from diplo.reading.tables import cells
from diplo.reading.tables.header import Meaning
from diplo.terminal.text import fold_space


def preferred(header: Sequence[str], rows: Sequence[Sequence[str]], found: Meaning) -> Meaning:
    """Replace an event's columns of state names by those of their numbers, if there are any."""
    named = found.event.get("countries")
    if not isinstance(named, list):
        return found
    twins = _twins(header, rows, [at for at, name in enumerate(header) if f"{{{name}}}" in named])
    if not twins:
        return found
    told = {f"{{{header[at]}}}": f"{{{header[number]}}}" for at, number in twins.items()}
    left_out = {*found.left_out, *(header[at] for at in twins)}
    left_out -= {header[number] for number in twins.values()}
    return found._replace(
        event={**found.event, "countries": [told.get(each, each) for each in named]},
        left_out=[name for name in header if name in left_out],
    )


def _twins(
    header: Sequence[str], rows: Sequence[Sequence[str]], columns: Sequence[int]
) -> Mapping[int, int]:
    """Return each column of state names that has a column of their numbers, with the latter."""
    columns_of = itertools.zip_longest(header, *rows, fillvalue="")
    texts = [[*map(fold_space, each[1:])] for each in columns_of]
    named = [at for at in columns if any(map(codes.may_be_name, texts[at]))]
    numbers = {
        at: system
        for at in (party_columns.numbered(header, rows) if named else ())
        if (system := party_columns.system_of(header[at], texts[at])) in codes.BY_YEAR
    }
    countries = Countries({})

    def agree(at: int, number: int, system: str) -> bool:
        """Say whether most names are the states of their numbers, and the others are unknown."""
        pairs = {*zip(texts[at], texts[number], strict=True)}
        told = [
            (countries.code(name), codes.ever(cells.number(code), system))
            for name, code in pairs
            if not cells.is_nothing(name)
        ]
        same = sum(code in ever for code, ever in told)
        return 2 * same > len(told) and all(ever and code in {"", *ever} for code, ever in told)

    twins: dict[int, int] = {}
    for at in named:
        for number, system in numbers.items():
            if at not in numbers and number not in twins.values() and agree(at, number, system):
                twins[at] = number
                break
    return twins
