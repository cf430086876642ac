"""Prefer columns of numbers to names, as they tell former states from their successors."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from diplo.model.countries.resolve import all_countries
from diplo.reading.maps import codes
from diplo.reading.maps.draft import party_columns
from diplo.reading.maps.draft.event_columns import columns_in, replaced
from diplo.reading.maps.draft.sample import Sample
from diplo.reading.tables import cells
from diplo.reading.tables.header import Meaning
from diplo.terminal.text import fold_space, shown


def preferred(sample: Sample, meaning: Meaning) -> Meaning:
    """Replace an event's columns of state names by those of their numbers, if there are any."""
    header, named = sample.header, meaning.event.get("countries")
    if not isinstance(named, list):
        return meaning
    twins = _twins(sample, [at for at, name in enumerate(header) if f"{{{name}}}" in named])
    if not twins:
        return meaning
    by_name = {f"{{{header[at]}}}": f"{{{header[number]}}}" for at, (number, _) in twins.items()}
    return replaced(
        header, meaning, "countries", [by_name.get(template, template) for template in named]
    )


class TwinColumns:
    """Columns of names that numbers replace, and the pairs of both in all rows of a table."""

    def __init__(self, sample: Sample, meaning: Meaning) -> None:
        """Take the first rows, and the meaning that was found for the columns."""
        self._header = header = sample.header
        numbers = columns_in(header, meaning.event.get("countries"))
        left_out = [at for at, name in enumerate(header) if name in meaning.left_out and numbers]
        self._pairs: dict[tuple[int, int, str], dict[tuple[str, str], None]] = {
            (at, number, system): {}
            for at, (number, system) in _twins(sample, left_out).items()
            if number in numbers
        }

    def note(self, row: Sequence[str]) -> None:
        """Note each name of a row with its number."""
        for (at, number, _), pairs in self._pairs.items():
            if max(at, number) < len(row) and not cells.is_nothing(row[at]):
                pairs[fold_space(row[at]), cells.number(row[number])] = None

    def remarks(self) -> Iterator[str]:
        """Yield a comment on names that are other states than their numbers."""
        countries = all_countries()
        for (at, number, system), pairs in self._pairs.items():
            for name, code in pairs:
                ever = codes.ever(code, system)
                if ever and countries.code(name) not in {"", *ever}:
                    both = f"{shown(self._header[number])} and {shown(self._header[at])}"
                    states = f"such as {shown(code)} and {shown(name)}"
                    yield f"# {both} differ in some rows, {states}: name the one that is right"
                    break


def _twins(sample: Sample, columns: Sequence[int]) -> Mapping[int, tuple[int, str]]:
    """Return each column of state names with the column of their numbers and its code system."""
    texts = [*map(sample.folded_cells, range(len(sample.header)))]
    named = [at for at in columns if any(map(codes.may_be_name, texts[at]))]
    numbers = {
        at: system
        for at in (party_columns.numbered(sample) if named else ())
        if (system := party_columns.system_of(sample.header[at], texts[at])) in codes.BY_YEAR
    }
    twins: dict[int, tuple[int, str]] = {}
    for at in named:
        free = [
            number_column
            for number_column in numbers.items()
            if at not in numbers and number_column not in twins.values()
        ]
        for number, system in free:
            if _agree({*zip(texts[at], texts[number], strict=True)}, system):
                twins[at] = number, system
                break
    return twins


def _agree(pairs: Collection[tuple[str, str]], system: str) -> bool:
    """Say whether most names are the states of their numbers, and the others are unknown."""
    countries = all_countries()
    states = [
        (countries.code(name), codes.ever(cells.number(code), system))
        for name, code in pairs
        if not cells.is_nothing(name)
    ]
    same = sum(code in ever for code, ever in states)
    return 2 * same > len(states) and all(ever and code in {"", *ever} for code, ever in states)
