"""A party as a cell names it, and how the countries of each column are written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from diplo.reading.maps import codes

_NAMIBIA = "NAM"
_TWO = 2  # letters
_NOT_KNOWN = "na"  # and the two letters of Namibia
_EVERYDAY = frozenset(("uk", "us"))  # names that are as short as codes


class Party(NamedTuple):
    """A party by its code, or what is wrong with its name; neither where it stands for nobody."""

    text: str
    code: str = ""
    wrong: str = ""
    is_unknown: bool = False  # it may be somebody that is no country
    near: str = ""  # the code of the country that may be meant
    mark: str = ""  # that stands between countries, which the name is several of
    choices: tuple[str, ...] = ()  # the codes of all that are near
    is_organisation: bool = False
    whose: str = ""  # whose letters these alone are, which nobody told

    @property
    def may_be_nobody(self) -> bool:
        """Whether this is Namibia only where countries go by codes of two letters."""
        return self.code == _NAMIBIA and self.text.lower() == _NOT_KNOWN


class Forms:
    """How the countries of each column are written: the codes of those by two letters, or more."""

    def __init__(self) -> None:
        """Begin with none."""
        self._short: defaultdict[int, set[str]] = defaultdict(set)
        self._long: defaultdict[int, set[str]] = defaultdict(set)
        self._everyday: defaultdict[int, set[str]] = defaultdict(set)
        self._letters: defaultdict[int, set[str]] = defaultdict(set)
        self._codes: defaultdict[int, dict[str, str]] = defaultdict(dict)  # by letters

    def add(self, column: int, parties: Iterable[Party]) -> None:
        """Take parties of a column, of which those by numbers are as far from NA as names are."""
        for party in parties:
            name = party.text.lower()
            if codes.are_letters(party.text) and name != _NOT_KNOWN:
                self._letters[column].add(party.text)
                if party.code and name not in _EVERYDAY:
                    self._codes[column][party.text] = party.code
            if name in _EVERYDAY:
                self._everyday[column].add(party.code)
            elif party.code and name != _NOT_KNOWN:
                is_short = len(name) == _TWO and not name.isdecimal()
                forms = self._short if is_short else self._long
                forms[column].add(party.code)

    def are_long(self, column: int) -> bool:
        """Say whether countries of a column, or of all where it has no others, are so for most.

        Everyday letters alone do not tell, but beside others they are short.
        """
        forms = self._short, self._long, self._everyday
        short, long, everyday = (each[column] for each in forms)
        if not (short or long):
            short, long, everyday = (set().union(*each.values()) for each in forms)
        return len(long) > len(short | everyday)

    def short(self, column: int) -> Mapping[str, str]:
        """Return the letters of two, with whom they stand for, in a column where most have three.

        Everyday letters are none, nor those of no country or of one that also has three there.
        """
        told = self._codes[column]
        short = {text: code for text, code in told.items() if len(text) == _TWO}
        if len(told) <= 2 * len(short):
            return {}
        long = {code for text, code in told.items() if text not in short}
        return {text: code for text, code in short.items() if code not in long}

    def of(self, system: str) -> list[int]:
        """Return the columns whose letters a system has all."""
        return [at for at, told in sorted(self._letters.items()) if codes.has_all(system, told)]
