"""A party as a cell names it, and how the countries of each column are written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from diplo.reading.maps import codes

_NAMIBIA = "NAM"
_TWO = 2  # letters
_NOT_KNOWN = "na"  # but also Namibia's two-letter code
_EVERYDAY = frozenset(("uk", "us"))  # names that are as short as codes


class Party(NamedTuple):
    """A party by its code, or what is wrong with its name; neither where it stands for nobody."""

    text: str
    code: str = ""
    wrong: str = ""
    is_unknown: bool = False  # it may be a party that is no country
    near: str = ""  # the code of the country that may be meant
    mark: str = ""  # between the countries, where the text names several
    choices: tuple[str, ...] = ()  # the codes of all countries that may be meant
    is_organisation: bool = False
    system: str = ""  # the undeclared system that alone has these letters
    needs_day: bool = False  # its code has stood for other states, and no date was given

    @property
    def may_be_nobody(self) -> bool:
        """Whether the text is NA, which is Namibia only among two-letter codes."""
        return self.code == _NAMIBIA and self.text.lower() == _NOT_KNOWN

    @property
    def is_open(self) -> bool:
        """Whether other rows, or the date, decide which state it is."""
        return self.may_be_nobody or self.needs_day


class Spellings:
    """How countries are written in each column: as two-letter codes, or longer."""

    def __init__(self) -> None:
        self._short: defaultdict[int, set[str]] = defaultdict(set)
        self._long: defaultdict[int, set[str]] = defaultdict(set)
        self._everyday: defaultdict[int, set[str]] = defaultdict(set)
        self._letters: defaultdict[int, set[str]] = defaultdict(set)
        self._codes: defaultdict[int, dict[str, str]] = defaultdict(dict)  # by letters
        self.fresh: list[tuple[int, str]] = []  # columns and codes in them, since last looked at

    def add(self, column: int, parties: Iterable[Party]) -> None:
        """Note how parties of a column are written; numbers count as long, as they cannot be NA."""
        for party in parties:
            name = party.text.lower()
            if codes.are_letters(party.text) and name != _NOT_KNOWN:
                self._letters[column].add(party.text)
                if party.code and name not in _EVERYDAY:
                    self._add_code(column, party)
            if name in _EVERYDAY:
                self._everyday[column].add(party.code)
            elif party.code and name != _NOT_KNOWN:
                is_short = len(name) == _TWO and not name.isdecimal()
                forms = self._short if is_short else self._long
                forms[column].add(party.code)

    def _add_code(self, column: int, party: Party) -> None:
        known = self._codes[column]
        if party.text not in known:
            self.fresh.append((column, party.text))
        known[party.text] = party.code

    def are_long(self, column: int) -> bool:
        """Say whether most countries of a column, or of all if it has none, are written long.

        UK and US alone do not tell, but beside others they count as short.
        """
        forms = self._short, self._long, self._everyday
        short, long, everyday = (by_column[column] for by_column in forms)
        if not (short or long):
            short, long, everyday = (set().union(*by_column.values()) for by_column in forms)
        return len(long) > len(short | everyday)

    def short_codes(self, column: int) -> Mapping[str, str]:
        """Return two-letter codes, with their countries, in a column where most have three letters.

        UK and US do not count, nor do codes of a country that has three letters there too.
        """
        known = self._codes[column]
        short = {text: code for text, code in known.items() if len(text) == _TWO}
        if len(known) <= 2 * len(short):
            return {}
        long = {code for text, code in known.items() if text not in short}
        return {text: code for text, code in short.items() if code not in long}

    def columns_in(self, system: str) -> list[int]:
        """Return the columns whose letter codes all belong to a system."""
        return [
            at for at, letters in sorted(self._letters.items()) if codes.has_all(system, letters)
        ]
