"""Find what a drafted map has to say of the names in a table's columns of countries."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from string import digits

from diplo.model.countries.everyday import BECAME
from diplo.model.countries.resolve import Countries
from diplo.model.countries.spelling import key
from diplo.model.suggestions import Hints
from diplo.reading.maps import codes, markup
from diplo.reading.maps.draft import party_columns
from diplo.reading.maps.draft.event_columns import columns_in
from diplo.reading.maps.draft.sample import Sample
from diplo.reading.maps.parties import Parties
from diplo.reading.maps.party import Party
from diplo.reading.maps.syntax import Map
from diplo.reading.tables import cells, inline_yaml
from diplo.terminal.text import fold_space

_COMMA = ","

Counts = Mapping[tuple[int, str], int]  # of cells, by column and text


class PartyFindings:
    """What a map may have to say of cells of countries, split at their most frequent mark."""

    def __init__(self, header: Sequence[str], counts: Counts, systems: Mapping[str, str]) -> None:
        """Find all in cells of countries; `systems` are those of each column's codes."""
        self.names: Counter[str] = Counter()  # names of no country
        self.known: dict[str, str] = {}  # code of each name that is nearly a country
        self.choices: dict[str, list[str]] = {}  # codes of each name that may be several
        self.actors: list[str] = []  # organisations among the names
        self.systems = systems
        # By column, the `codes` of a map if its letters may be of one system or of another.
        self.of_either: dict[str, str] = {}
        self.marked = ""  # a text that can be read only without its footnote mark
        self.tagged = ""  # a text with HTML entities or tags
        self._header, self._counts = header, counts
        self._countries = Countries({}, Hints())
        mapping = Map("", (), codes=systems)
        marks, single = self._marks(Parties(mapping, header, self._countries, ()))
        self.mark = max(marks, key=lambda mark: marks[mark], default="")  # between countries
        if self.mark == _COMMA:
            self._add_single(single)
        split = {"countries": self.mark} if self.mark else {}
        self._parties = Parties(mapping._replace(split=split), header, self._countries, ())
        letters = self._add_names(marks)
        self._add_short()
        self._add_unlisted()
        self._add_either(letters)

    def _marks(self, whole: Parties) -> tuple[Counter[str], Counter[str]]:
        """Count the marks between countries, and the cells whose one country a comma would split.

        Commas do not count if at least as many cells have one within a name.
        """
        marks, single = Counter[str](), Counter[str]()
        for (at, text), many in self._counts.items():
            for party in whole.lookup(text, at, ""):
                if party.mark:
                    marks[party.mark] += many
                elif party.code and _COMMA in party.text and not self._countries.knows(party.text):
                    single[text] += many
        if marks[_COMMA] <= single.total():
            del marks[_COMMA]
        return marks, single

    def _add_single(self, texts: Counter[str]) -> None:
        """Add texts that are one country, but several if commas split them."""
        self.names += texts
        for text in texts:
            if code := self._countries.code(text):
                several = [*map(self._countries.code, text.split(_COMMA))]
                self.choices[text] = [code, inline_yaml.plain(several)]

    def _add_names(self, marks: Mapping[str, int]) -> dict[tuple[int, str], str]:
        """Add the names of no country; return letters that ISO lacks, by column and system."""
        letters: dict[tuple[int, str], str] = {}
        for at, party, many in self._looked_up():
            if party.mark in marks or not (party.wrong or party.near or party.choices):
                continue
            plain = self._stripped(party.text, partial(self._is_read, at))
            if plain:
                self.names[plain] += many
            if plain == party.text:
                self._add_name(party)
                if party.system:
                    letters.setdefault((at, party.system), party.text)
        return letters

    def _looked_up(self) -> Iterator[tuple[int, Party, int]]:
        """Yield the column of each party that a cell names, the party, and how many such cells."""
        for (at, text), many in self._counts.items():
            for party in self._parties.lookup(text, at, ""):
                yield at, party, many

    def _add_name(self, party: Party) -> None:
        """Add what a name that is no country may mean."""
        if party.near:
            self.known[party.text] = party.near
        elif several := self._states_in(party):
            self.choices[party.text] = several
        if party.is_organisation:
            self.actors.append(party.text)

    def _stripped(self, text: str, is_read: Callable[[str], bool]) -> str:
        """Return a text without tags; nothing if it is read so, or without footnotes."""
        if markup.has_entities(text) or cells.has_tags(text):
            self.tagged = self.tagged or text
            plain = fold_space(cells.without_tags(text))
            return "" if is_read(plain) else plain
        bare = cells.without_footnotes(text, "countries")
        if bare == text or not is_read(bare):
            return text
        self.marked = self.marked or text
        return ""

    def _is_read(self, at: int, text: str) -> bool:
        return not any(party.wrong for party in self._parties.lookup(text, at, ""))

    def _states_in(self, party: Party) -> list[str]:
        """Return the codes of the states that a name may stand for."""
        both = self._countries.both_names(party.text)
        if party.is_unknown and all(both):
            return [min(codes) for codes in both]
        is_only_near = len(party.choices) == 1 and key(party.text) not in BECAME
        return [] if party.is_unknown and is_only_near else [*party.choices]

    def _add_short(self) -> None:
        """Add two-letter codes among three-letter ones, which may be no country."""
        for at in {at for at, _ in self._counts}:
            own = {cell: many for (column, cell), many in self._counts.items() if column == at}
            for text, code in self._parties.doubtful_codes(at).items():
                self.names[text] = sum(many for cell, many in own.items() if text in cell)
                self.choices[text] = [code, "~"]

    def _add_unlisted(self) -> None:
        """Add codes of no list in columns of names, where they are abbreviations: RDC."""
        parties = [*self._looked_up()]
        in_words = {at for at, party, _ in parties if party.code and codes.may_be_name(party.text)}
        for at, party, many in parties:
            is_itself = party.code == party.text == self._countries.name(party.code)
            if at in in_words and is_itself and not party.choices:
                self.names[party.text] += many

    def _add_either(self, letters: Mapping[tuple[int, str], str]) -> None:
        """Add columns whose letters may be of ISO or of another system, which ISO lacks in part."""
        header = self._header
        columns = (at for at, _ in self._counts)
        likely = {(at, codes.FIPS): "" for at in columns if party_columns.is_of_gdelt(header[at])}
        for (at, system), text in {**likely, **letters}.items():
            if header[at] not in self.systems and (other := self._differing(at, system)):
                self.of_either[header[at]] = codes.remark(header[at], system, text, other)

    def _differing(self, column: int, system: str) -> str:
        """Return a code in a column that means another state in a system than in ISO, if any."""
        texts = (text for at, cell in self._counts if at == column for text in cells.items(cell))
        return next((text for text in texts if codes.differ(text, system)), "")


def codes_of(sample: Sample, event: Mapping[str, object]) -> dict[str, str]:
    """Return the system of codes of each column of countries for which a map must declare it."""
    templates = event.get("countries")
    systems: dict[str, str] = {}
    texts: dict[str, list[str]] = {}
    for template in templates if isinstance(templates, list) else ():
        name = template[1:-1]
        columns = columns_in(sample.header, template)
        raw = (cell for at in columns for cell in sample.raw_cells(at))
        texts[name] = [*itertools.chain.from_iterable(map(cells.items, raw))]
        own = party_columns.system_of(sample.header[columns[0]], texts[name]) if columns else ""
        systems[name] = own or party_columns.beside(sample, columns)
    for system in codes.COW, codes.FIPS:
        alike = [name for name in systems if codes.has_all(system, texts[name])]
        if any(systems[name] == system for name in alike):
            systems |= {name: system for name in alike if not systems[name]}
    of_gw = {name.rstrip(digits) for name, system in systems.items() if system == codes.GW}
    for name, system in systems.items():
        if system == codes.COW and name.rstrip(digits) in of_gw:
            systems[name] = codes.GW
    return {name: system for name, system in systems.items() if system}
