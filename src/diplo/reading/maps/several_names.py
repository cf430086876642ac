"""Texts that name several parties: where one name ends, and whether they mean one state."""

import re
from collections.abc import Iterator, Sequence

from diplo.model.countries import former
from diplo.model.countries.other_codes import ORGANISATIONS
from diplo.model.countries.resolve import AmbiguousCountryError, Countries
from diplo.model.countries.spelling import key
from diplo.reading.maps import hints
from diplo.reading.maps.meanings import Meanings
from diplo.reading.maps.memory import Memory
from diplo.reading.maps.party import Party
from diplo.reading.tables import cells
from diplo.terminal.text import fold_space

# Between countries, besides semicolons.
MARKS = (",", "/", "&", "+", "::", " and ", " vs. ", " vs ", "<->", "-", "–")
_JOINING = ("/", "-", "–")
_MOST_WORDS = 8  # of a name, where the mark between parties stands in it
_MOST_LETTERS = 3  # of a code
_MOST_PARTIES = 300  # in one cell, as there are fewer states
_AND = re.compile(" and | ?& ?")
_AND_BEFORE = re.compile("^ *(?:and |& ?)")


class SeveralNames:
    """Divides texts into names of parties, at a map's own mark if it has one."""

    def __init__(self, countries: Countries, values: Meanings, mark: str) -> None:
        self._countries, self._values, self._split = countries, values, mark
        self._one = Memory(self._is_one)

    def split(self, listed: str) -> Sequence[str]:
        """Split a cell at the map's own mark into names, joining the parts of a longer one."""
        names: list[str] = []
        for item in cells.items(listed):
            parts = [*filter(str.strip, cells.apart(item, self._split))]
            names += self._joined(parts, self._split)
        return names

    def union(self, name: str) -> str:
        """Return the state of a name that at the map's mark, or a comma, is those of two others."""
        mark = self._split or MARKS[0]
        whole = self._countries.code(name) if mark in name else ""
        apart = {*map(self._code, name.split(mark))} if whole else {""}
        return "" if apart & {"", whole} else whole

    def _joined(self, parts: Sequence[str], mark: str) -> Iterator[str]:
        """Join neighbours at a mark to the longest names that are known: Guinea-Bissau, Norway.

        Of three or more, at least one is no name by itself.
        """
        known = [*map(self._code, parts)]
        at = 0
        while at < len(parts):
            ends = range(min(at + _MOST_WORDS, len(parts)), at + 1, -1)
            likely = (end for end in ends if end == at + 2 or not all(known[at:end]))
            end = next((end for end in likely if self._one[mark, *parts[at:end]]), at + 1)
            yield fold_space(mark.join(parts[at:end]))
            at = end

    def _is_one(self, mark_and_parts: tuple[str, ...]) -> bool:
        """Say whether a mark and parts make one name, but not that of one part, as Taiwan-China."""
        mark, *parts = mark_and_parts
        name = mark.join(parts)
        if fold_space(name) in self._values:
            return True
        apart = {*map(self._code, parts)} if self._countries.knows(name) else ()
        is_of_one = len(apart) > 1 and "" not in apart and self._countries.code(name) in apart
        return bool(apart) and not is_of_one

    def _code(self, name: str) -> str:
        """Return the code of a name, nothing for words such as "and", which are codes too."""
        is_word = len(name.strip()) <= _MOST_LETTERS and not name.isupper()
        return "" if is_word else self._countries.code(name)

    def party(self, name: str) -> Party | None:
        """Return the party for a cell that names several, with a mark between them, else None."""
        ways = [(mark, mark, name.split(mark)) for mark in MARKS]
        listed = [*self._listed(name)] if name.count(",") < _MOST_PARTIES else []
        for mark, only, names in [*ways, (",", "", listed)]:
            if not 1 < len(names) <= _MOST_PARTIES:
                continue
            parts = [*self._joined(names, mark)]
            others = [part for part in parts if not self._countries.knows(part)]
            if len(others) == len(parts) or not ORGANISATIONS.issuperset(map(key, others)):
                continue
            states = frozenset() if others else self._states(parts)
            if len(states) == 1:
                return Party(name, min(states))
            is_joined = mark in _JOINING
            if union := former.UNIONS.get(states) if is_joined else self._shared(mark, parts):
                return self.either(name, union)
            what = "parties" if others else "countries"
            message = hints.of_several(name, parts, "" if self._split else only, what)
            return Party(name, wrong=message, mark=mark)
        return None

    def either(self, name: str, union: str) -> Party:
        """Return the party for a name that may mean one state or two countries."""
        return Party(name, wrong=hints.of_union(name, union, self._countries), choices=(union,))

    def _shared(self, mark: str, names: Sequence[str]) -> str:
        """Return the one state that all names between commas may mean, as in Congo, DRC."""
        shared = frozenset.intersection(*map(self._countries.candidates, names))
        return min(shared) if mark == "," and len(shared) == 1 else ""

    def _listed(self, name: str) -> Iterator[str]:
        """Yield the names between commas, the last of which may follow an "and"."""
        for part in name.split(","):
            bare = _AND_BEFORE.sub("", part)
            several = _AND.split(bare)
            is_one = len(several) > 1 and self._countries.knows(bare.strip())
            yield from [bare] if is_one else several

    def _states(self, names: Sequence[str]) -> frozenset[str]:
        """Return the codes of names (NOR - Norway has one); empty if a name is ambiguous."""
        try:
            return frozenset(map(self._countries.resolve, names))
        except AmbiguousCountryError:
            return frozenset()
