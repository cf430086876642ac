"""Find the columns of parties in a table, by country names or by the codes of a data set."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from string import digits

from diplo.model.countries.other_codes import SHARED
from diplo.model.countries.resolve import Countries, all_countries
from diplo.reading.maps import codes
from diplo.reading.maps.draft import names
from diplo.reading.maps.draft.sample import Sample
from diplo.reading.maps.templates import Column, of_items, of_one_item
from diplo.reading.tables import cells
from diplo.reading.tables.header import key_of
from diplo.terminal.text import fold, fold_space

_SEVERAL = 5  # columns, from which on a pattern is easier to read
_LONGEST = 60  # characters of a few countries
_MANY = 3  # names in a long text, some of which may be unknown
_MOST_KNOWN = 0.8  # of so many names, how many must be known
_SHORT = 3  # letters, as codes have
_SIDE = re.compile("(?<=[^A-Z])[AB12]$")  # of a treaty or a war, at the end of a header
_BETWEEN = re.compile(r"[;,|/&\n]| and ")
_CODE = re.compile("[A-Z]{2,3}|[0-9]{1,3}")
_NUMBER = re.compile("[0-9]{1,4}")  # or more than of a state: 1000 is an institution
_NUMBERS, _COMMA = re.compile("[0-9]+(?:, ?[0-9]+)+"), re.compile(", ?")
_SURE = 0.9  # of cells that are to be codes of one data set
_MOSTLY = 0.7  # of numbers whose header says so
_SOME = 0.25  # of the cells beside a column of parties that is called alike
_ALIKE = 0.6  # of rows in which two columns have one country
_NO_PARTY = re.compile(r"lang|idiom|sprach|taal\b|sprak|lingua|deposit|^capital")
_OF_PARTIES = re.compile(r"\bparticipants?\b|\bparties\b|\bsignator(?:y|ies)\b")
_FIPS, _FIPS_LETTERS = "geo_", 2  # codes of GDELT's places, which are no letters of ISO
_BESIDE = frozenset(("UK",))  # a code of FIPS that is also used beside those of ISO
# Systems of numbers, with the headers that suggest them, in the form in which they are compared.
_NUMBER_SYSTEMS = (
    (
        codes.COW,
        re.compile(
            "cow|ccode|state[lh]?n(?:o|um)|polityid"
            "|^(?:mem(?:ber)?|(?:primary)?sender|target(?:state)?)[0-9]*$|^(?:gain|los)er$"
        ),
    ),
    (codes.GW, re.compile("gw")),
    (codes.ISO, re.compile("iso|m49|unnum|uncode|^c[0-9]+$")),
)
_CAMEO_LETTERS = re.compile("actor[12]countrycode")  # of GDELT
_COW_LETTERS = re.compile("stateabb|stabb|statabb|idacr|cowabb")
_WORDS = frozenset(
    ("am", "as", "at", "be", "do", "in", "is", "it", "me", "my", "no", "so", "to", "us")
)
_ANSWERS = frozenset(("yes", "no", "y", "n", "si", "oui", "non", "ja", "nein", "sim", "nao", "x"))
# Headers of codes, in whose columns there are no words.
_CODED = re.compile(r"countr.*(?:code|iso|abb)|(?<![a-z])(?:iso|alpha)(?:[ _-]?[a23]|[ _-]code|$)")


def has_parties(
    header: str, texts: Sequence[str], countries: Countries, *, says_countries: bool = False
) -> bool:
    """Say whether most texts of a column are countries, by name or by letter codes.

    Unless its header tells, words that are codes too and columns of languages do not count. If
    the header says countries, one known text is enough.
    """
    is_word = (_WORDS | _ANSWERS).issuperset(map(fold, texts)) and not _CODED.search(fold(header))
    is_word |= _FIPS in fold(header) and all(len(text) == _FIPS_LETTERS for text in texts)
    if not says_countries and (is_word or _NO_PARTY.search(fold(header))):
        return False
    known = sum(
        _names_countries(text, countries) or (says_countries and all(countries.both_names(text)))
        for text in texts
    )
    is_sure = known > 0 and key_of(header) == "countries" and fold(header).startswith("countr")
    return is_sure or 2 * known > len(texts) or bool(_lettered(texts))


def are_participants(header: str, texts: Sequence[str], countries: Countries) -> bool:
    """Say whether a header is of parties, and half of the names in its lists are countries."""
    if not names.matches(header, _OF_PARTIES):
        return False
    named = [name for text in texts for name in cells.items(text)]
    return 0 < len(named) <= 2 * sum(_is_name(fold_space(name), countries) for name in named)


def others_alike(sample: Sample, parties: Iterable[int]) -> list[int]:
    """Return the columns of some countries that are called as one of parties: SideA, SideB."""
    countries, stems = all_countries(), {_SIDE.sub("", sample.header[at]) for at in parties}
    return [
        at
        for at, name in enumerate(sample.header)
        if at not in parties and _SIDE.sub("", name) in stems - {name}
        if (names := sample.known_texts(at))
        and sum(_is_name(text, countries) for text in names) >= _SOME * len(names)
    ]


def numbered(sample: Sample) -> list[int]:
    """Return the columns of numbers that are states in a system which the header suggests."""
    columns = []
    for at, name in enumerate(sample.header):
        texts = _split_numbers(map(cells.number, sample.known_texts(at)))
        if texts and all(map(str.isdecimal, texts)) and system_of(name, texts):
            columns.append(at)
    return columns


def system_of(header: str, texts: Sequence[str]) -> str:
    """Return the system of a column's codes, or nothing if a map need not declare it."""
    known = _split_numbers(
        cells.number(text) for text in map(fold_space, texts) if not cells.is_nothing(text)
    )
    name = re.sub("[^a-z0-9]", "", fold(header))
    if known and all(map(_NUMBER.fullmatch, known)):
        says_countries = key_of(header) == "countries"
        likely = [system for system, form in _NUMBER_SYSTEMS if says_countries or form.search(name)]
        if likely == [codes.COW] and codes.COW not in name and _are_all(known, codes.GW):
            likely.append(codes.GW)  # whose numbers are mostly the same
        return _best(known, likely, _MOSTLY)
    if known and _CAMEO_LETTERS.fullmatch(name) and (cameo := _best(known, [codes.CAMEO])):
        return cameo
    if _COW_LETTERS.search(fold(header)):
        return _lettered(known, codes.COW)
    coded = filter(_CODE.fullmatch, known)
    strange = {text for text in coded if codes.state(text, codes.ISO) is None}
    has_two = any(len(text) == _FIPS_LETTERS for text in strange - _BESIDE)
    if has_two and codes.has_all(codes.FIPS, _letters(known)):
        return codes.FIPS
    return "" if strange <= SHARED else _lettered(known)


def is_of_gdelt(header: str) -> bool:
    """Say whether a header is GDELT's, whose other columns have the two letters of FIPS 10-4."""
    return _CAMEO_LETTERS.fullmatch(fold(header)) is not None


def beside(sample: Sample, columns: Sequence[int]) -> str:
    """Return cow if COW's numbers beside columns of letters show that these are not ISO's."""
    named = enumerate(sample.header)
    numbers = [at for at, name in named if system_of(name, sample.known_texts(at)) == codes.COW]
    pairs = (sample.raw_pairs(*pair) for pair in itertools.product(columns, numbers))
    return codes.COW if any(map(_are_cow, pairs)) else ""


def _are_cow(pairs: Iterable[tuple[str, str]]) -> bool:
    """Say whether some letters fit COW's number beside them by COW's list, but not by ISO's."""
    letters = [
        (text.strip(), codes.ever(cells.number(number), codes.COW)) for text, number in {*pairs}
    ]
    return any(
        codes.state(text, codes.ISO) not in states and codes.state(text, codes.COW) in states
        for text, states in letters
    )


def series(header: Sequence[str], columns: Sequence[int]) -> dict[str, list[int]]:
    """Return numbered columns by the pattern that matches them, if they are many.

    Those of a list's items need not be many, as other records may have more.
    """
    by_prefix: dict[str, list[int]] = {}
    by_pattern: dict[str, list[int]] = {}
    patterns = {of_items(header[at]) for at in columns}.difference(header)
    singles = {of_one_item(pattern): pattern for pattern in patterns}
    for at in columns:
        pattern = singles.get(header[at], of_items(header[at]))
        if pattern != header[at]:
            by_pattern.setdefault(pattern, []).append(at)
        prefix = header[at].rstrip(digits)  # empty for numbers, in place of a header
        if prefix and prefix != header[at]:
            by_prefix.setdefault(prefix, []).append(at)
    alike = Counter(name.rstrip(digits) for name in header if name[-1:].isdecimal())
    many = {f"{prefix}*": own for prefix, own in by_prefix.items() if alike[prefix] >= _SEVERAL}
    return many | {
        pattern: own
        for pattern, own in by_pattern.items()
        if Column(pattern).found_in(header) == own
    }


def without_repeats(columns: Sequence[int], sample: Sample) -> list[int]:
    """Leave out columns that repeat the countries of another, row by row, but less surely.

    A column headed as countries ranks first, and if there is one, so do columns of codes alone.
    """
    countries, header = all_countries(), sample.header
    states = {at: _countries_of(sample, at, countries) for at in columns}
    named = {at for at in columns if key_of(header[at]) == "countries"}

    def rank(at: int) -> tuple[int, ...]:
        texts = [*map(cells.number, sample.known_texts(at))]
        is_plain, is_named = not system_of(header[at], texts), at in named
        is_sure = is_named or (bool(named) and all(map(_CODE.fullmatch, texts)))
        return is_sure, sum(map(bool, states[at])), is_plain, is_named, sum(map(len, texts))

    kept: list[int] = []
    for at in sorted(columns, key=rank, reverse=True):
        if not any(_is_same(states[at], states[other]) for other in kept):
            kept.append(at)
    return sorted(kept)


def _is_same(one: Sequence[str], other: Sequence[str]) -> bool:
    both = [(a, b) for a, b in zip(one, other, strict=True) if a and b]
    return bool(both) and sum(a == b for a, b in both) >= _ALIKE * len(both)


def _countries_of(sample: Sample, at: int, countries: Countries) -> list[str]:
    """Return the code of the country in each row of a column, empty where it is not known."""
    system = system_of(sample.header[at], sample.known_texts(at))
    texts = sample.folded_cells(at)
    known: dict[str, str] = {}
    for text in {*texts}:
        plain = cells.without_footnotes(text, "countries")
        known[text] = codes.state(plain, system) or "" if system else _resolved(plain, countries)
    return [known[text] for text in texts]


def _resolved(name: str, countries: Countries) -> str:
    if code := countries.code(name):
        return code
    one, other = countries.both_names(name)
    return min(one) if one and other else ""


def _split_numbers(texts: Iterable[str]) -> list[str]:
    """Split lists of numbers into single numbers, and leave out texts for unknown."""
    known = [text for text in texts if not cells.BELOW_NOTHING.fullmatch(text)]
    return [
        number
        for text in known
        for number in (_COMMA.split(text) if _NUMBERS.fullmatch(text) else [text])
    ]


def _lettered(texts: Sequence[str], likely: str = codes.ISO) -> str:
    """Return the system of letter codes, or nothing if that is ISO or too few texts are letters."""
    letters = _letters(texts)
    return (
        _best(letters, [likely, codes.ISO, codes.COW, codes.GW]).removeprefix(codes.ISO)
        if letters
        else ""
    )


def _letters(texts: Sequence[str]) -> list[str]:
    """Return the letter codes among texts, if nearly all are such."""
    letters = [*filter(codes.are_letters, texts)]
    return letters if len(letters) >= _SURE * len(texts) else []


def _best(texts: Sequence[str], systems: Sequence[str], share: float = _SURE) -> str:
    """Return the first system with the most of these codes, if it has so large a share of them."""
    known = {
        system: sum(codes.state(text, system) is not None for text in texts) for system in systems
    }
    best = max(known, key=lambda system: known[system], default="")
    return best if best and known[best] >= share * len(texts) else ""


def _are_all(texts: Iterable[str], system: str) -> bool:
    return all(codes.state(text, system) is not None for text in texts)


def _names_countries(text: str, countries: Countries) -> bool:
    """Say whether a text is a country, or several; words such as "no" and "it" are none."""
    plain = cells.without_footnotes(text, "countries")
    if countries.knows(plain):
        return _is_name(plain, countries)
    names = [*filter(None, map(fold_space, _BETWEEN.split(plain)))]
    if len(text) <= _LONGEST:
        return all(_is_name(name, countries) for name in names)
    known = sum(_is_name(name, countries) for name in names)
    return len(names) >= _MANY and known >= _MOST_KNOWN * len(names)


def _is_name(name: str, countries: Countries) -> bool:
    is_word = len(name) <= _SHORT and name.isascii() and not name.isupper()  # as "no" is
    return not is_word and countries.knows(name)
