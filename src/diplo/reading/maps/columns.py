"""What the columns of a table are, by the cells of its first rows and then by its header."""

import re
from collections.abc import Callable, Mapping, Sequence

from diplo.model.countries.resolve import Countries
from diplo.reading.tables import cell_dates, cells
from diplo.reading.tables.cell_dates import Said
from diplo.reading.tables.header import LISTS, Meaning, keys_of, meaning, parts_of
from diplo.terminal.text import fold_space

LOOKED_AT = 200  # rows
_COUNTRIES, _DATE, _TEXT, _BLANK = "countries", "date", "text", ""
_SIDES = ("date", "end")
_LONGEST = 60  # characters of a date, or of countries
_LONG = 12  # characters, as a title has on the whole
_HEADINGS = {"title", "summary"}
_NUMBERED = re.compile("[A-Za-z]+[0-9]+")  # c1990, which is no c. 1990 there
_SHORT = 3  # letters, as codes have
_BETWEEN = re.compile(r"[;,|/&\n]| and ")


def meaning_of(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Meaning:
    """Say what columns mean, of which no two are for one key but countries, actors and sources."""
    rows = [row for row in rows if any(map(str.strip, row))]
    named, countries = _named(header), Countries({})
    kinds = [
        _kind(
            [row[at] for row in rows if at < len(row)],
            cell_dates.end if named.get(at) == "end" else cell_dates.date,
            countries,
        )
        for at in range(len(header))
    ]
    chosen = dict(parts_of(header))
    sides = [key for key in _SIDES if key not in chosen.values()]
    chosen |= dict.fromkeys(_of_countries(named, kinds), _COUNTRIES)
    for key in sides:
        chosen |= dict.fromkeys(_of_dates(named, kinds, key)[:1], key)
    for at, key in named.items():
        is_other = key not in (*_SIDES, _COUNTRIES) and at not in chosen
        if is_other and (key in LISTS or key not in chosen.values()):
            chosen[at] = key
    if _HEADINGS.isdisjoint(chosen.values()):
        chosen |= dict.fromkeys(_longest(kinds, rows, chosen), "title")
    return meaning(header, chosen)


def _named(header: Sequence[str]) -> dict[int, str]:
    """Return the keys that columns go by or, of paths in JSON, what stands last in them."""
    named = keys_of(header)
    last = keys_of([path.rpartition(".")[2] if "." in path else "" for path in header])
    taken = {*named.values()}.difference(LISTS)
    return {at: key for at, key in last.items() if key not in taken} | named


def is_row(line: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Say whether the first line of a table is a row: in a column of dates, it has one too."""

    def is_date(text: str) -> bool:
        said = cell_dates.date(text)
        return bool(said.value or said.readings) and not _NUMBERED.fullmatch(text.strip())

    return len(line) > 1 and any(
        is_date(text) and all(is_date(row[at]) for row in below if at < len(row))
        for at, text in enumerate(line)
    )


def _longest(
    kinds: Sequence[str], rows: Sequence[Sequence[str]], taken: Mapping[int, str]
) -> list[int]:
    """Return the column of words, not taken yet, that has the longest texts, if it is long."""
    lengths = {
        at: sum(len(row[at]) for row in rows if at < len(row)) / len(rows)
        for at, kind in enumerate(kinds)
        if kind == _TEXT and at not in taken
    }
    return [at for at in sorted(lengths, key=lambda at: -lengths[at]) if lengths[at] >= _LONG][:1]


def _of_countries(named: Mapping[int, str], kinds: Sequence[str]) -> list[int]:
    """Return the columns of countries: by their cells or, where none are, by the header."""
    alike = [at for at, kind in enumerate(kinds) if kind == _COUNTRIES]
    told = [at for at, key in named.items() if key == _COUNTRIES]
    free = [at for at in alike if named.get(at, _COUNTRIES) in (*_SIDES, _COUNTRIES)]
    return sorted({*free, *(at for at in told if kinds[at] == _BLANK)}) if free else told or alike


def _of_dates(named: Mapping[int, str], kinds: Sequence[str], key: str) -> list[int]:
    """Return the columns that may be a date or its end, the likeliest first."""
    told = [at for at, other in named.items() if other == key and kinds[at] != _COUNTRIES]
    dated = [at for at in told if kinds[at] == _DATE]
    if key == "end":
        return [*dated, *(at for at in told if kinds[at] == _BLANK)]
    unnamed = [at for at, kind in enumerate(kinds) if kind == _DATE and at not in named]
    return [*dated, *unnamed, *told]


def _kind(texts: Sequence[str], read: Callable[[str], Said], countries: Countries) -> str:
    """Return what most texts of a column are."""
    told = [text for text in map(fold_space, texts) if not cells.is_nothing(text)]
    short = [text for text in told if len(text) <= _LONGEST]
    days = sum(bool(said.value or said.readings) for said in map(read, short))
    if 2 * days > len(told):
        return _DATE
    if 2 * sum(_names_countries(text, countries) for text in short) > len(told):
        return _COUNTRIES
    return _TEXT if told else _BLANK


def _names_countries(text: str, countries: Countries) -> bool:
    """Say whether a text is a country, or several; words such as "no" and "it" are none."""
    plain = cells.without_marks(text)
    names = [plain] if countries.knows(plain) else map(fold_space, _BETWEEN.split(plain))
    return all(
        countries.knows(name) and (len(name) > _SHORT or name.isupper()) for name in names if name
    )
