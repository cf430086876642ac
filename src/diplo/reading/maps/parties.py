"""Find the parties that a cell names: states, by name or by the codes of a data set, or others."""

from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType

from diplo.model.countries.codes import looks_like_code
from diplo.model.countries.other_codes import MEANT, SHARED, is_organisation
from diplo.model.countries.resolve import AmbiguousCountryError, Countries, UnknownCountryError
from diplo.reading.maps import codes, hints, markup, usa
from diplo.reading.maps.meanings import Meanings
from diplo.reading.maps.memory import Memory
from diplo.reading.maps.party import Party, Spellings
from diplo.reading.maps.several_names import MARKS, SeveralNames
from diplo.reading.maps.syntax import ERROR, EVERY, PLACEHOLDER, Map
from diplo.reading.maps.templates import column_named
from diplo.reading.tables import cells
from diplo.terminal.text import fold_space, refusal, shown


class Parties:
    """Looks up the parties that the texts of a table name, each text once."""

    def __init__(
        self,
        mapping: Map,
        header: Sequence[str],
        countries: Countries,
        sources: Collection[str],
        file: str = "",
        *,
        shipped: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
        spellings: Spellings | None = None,
        kind: Callable[[str], str] = cells.kind,
    ) -> None:
        """Take a map, the header of its table, and the countries and sources that are declared.

        `file` is the id of the table as a source; `shipped` are the sources of diplo's own file,
        which diplo's own tables cite. How countries are written is added to `spellings`; `kind`
        reads a type.
        """
        self.sources, self.file = sources, file
        self._shipped = dict(shipped)
        self._countries = countries
        self._may_be_strangers = mapping.unknown != ERROR
        self._values = mapping.values.get("countries", Meanings())
        self._split = mapping.split.get("countries", "")
        self._systems = {
            at: system
            for name, system in mapping.codes.items()
            for at in column_named(name).found_in(header)
            if name
        }
        self._usual = mapping.codes.get(EVERY, "")
        self._header, self._is_own = header, mapping.is_own
        systems = {self._usual, *self._systems.values()}
        self.is_by_year = not systems.isdisjoint(codes.BY_YEAR)
        self._blank = mapping.blank.get("countries", frozenset())
        self._blank_elsewhere = mapping.usual_blank
        self._known = Memory(self._parties)
        self._names = SeveralNames(countries, self._values, self._split)
        self.spellings = spellings or Spellings()
        self.kind = kind

    def undeclared(self, party: Party, column: int) -> str:
        """Return the message on letters of an undeclared system, once all rows are read."""
        alike = [at for at in self.spellings.columns_in(party.system) if not self._system(at)]
        names = [self._header[at] for at in (alike if column in alike else [column])]
        return codes.undeclared(party.text, party.system, party.near, names)

    def doubtful_codes(self, column: int) -> Mapping[str, str]:
        """Return two-letter codes among undeclared three-letter ones, once all rows are read."""
        return {} if self._system(column) or self._is_own else self.spellings.short_codes(column)

    def fields_of_source(self, source: str) -> Mapping[str, str]:
        """Return the fields of a source in diplo's own file, but only when first asked for it."""
        return self._shipped.pop(source, {})

    def lookup(self, text: str, column: int | None, day: str) -> tuple[Party, ...]:
        """Return the parties that a text of a column names, as of a date in EDTF."""
        if not text:
            return ()
        parties = self._known[text, column, day if self._system(column) else ""]
        if column is not None:
            self.spellings.add(column, parties)
        return parties

    def _system(self, column: int | None) -> str:
        return "" if column is None else self._systems.get(column, self._usual)

    def _parties(self, key: tuple[str, int | None, str]) -> tuple[Party, ...]:
        text, column, day = key
        if (meant := self._meant(text)) is not None:
            return meant
        if (plain := markup.plain(text)) is not None:
            named = self._named(plain)
            parts = plain.split(named.mark) if named.mark else [plain]
            message = markup.message(text, "; ".join(map(str.strip, parts)))
            return (Party(text, wrong=message, near=named.code),)
        parties: list[Party] = []
        listed = cells.without_braces(text)
        is_plain = '"' not in listed and not listed.startswith("[")
        is_split = bool(self._split) and is_plain
        names = self._names.split(listed) if is_split else cells.items(listed, self._split)
        for name in dict.fromkeys(names or [text]):
            if (meant := self._meant(name)) is not None:
                parties += meant
            if meant is not None or name in self._blank:
                continue
            plain = cells.number(fold_space(cells.without_flags(cells.without_marks(name))))
            if (meant := self._meant(plain, is_item=True)) is not None:
                parties += meant
            elif is_plain and (union := self._names.union(plain)):
                parties.append(self._names.either(plain, union))
            else:
                parties += self._coded(plain, column, day) or [self._party(plain, column)]
        return tuple(parties)

    def _meant(self, text: str, *, is_item: bool = False) -> tuple[Party, ...] | None:
        """Return the parties that a text means by the map, None where it says nothing.

        Its `*` and prefixes hold only for single items that are not known as countries.
        """
        plain = fold_space(text)
        if plain in self._values:
            meant = self._values[plain]
        elif is_item and self._values and not self._countries.knows(plain):
            meant = self._values.meaning(plain)
            if meant == plain:
                return None
        else:
            return None
        names = [*map(str, meant)] if isinstance(meant, list) else [str(meant or "")]
        if PLACEHOLDER in names:
            wrong = f"write in the map what {shown(text)} is, in place of ...: a name, a code or ~"
            return (Party(text, wrong=wrong),)
        return tuple(map(self._named, filter(None, names)))

    def _coded(self, name: str, column: int | None, day: str) -> list[Party]:
        """Return the states that a code of a column's system is on a date, or during a span."""
        system = self._system(column)
        states = codes.states(name, system, day) if system and system != codes.NAMES else ()
        needs_day = bool(states) and not day and codes.changes(name, system)
        return [Party(name, state, needs_day=needs_day) for state in states]

    def _party(self, name: str, column: int | None) -> Party:
        system = self._system(column)
        if system and system != codes.NAMES:
            for mark in MARKS:
                parts = [part.strip() for part in name.split(mark)]
                if all(codes.state(part, system) is not None for part in parts):
                    only = "" if self._split else mark
                    message = hints.of_several(name, parts, only, "countries")
                    return Party(name, wrong=message, mark=mark)
            if not codes.may_be_name(name) and not hints.is_nobody(name):
                return Party(name, wrong=codes.advice(name, system), is_unknown=True)
        party = self._named(name)
        if party.may_be_nobody and system == codes.FIPS:  # which has other letters for Namibia
            return party._replace(code="", wrong=hints.of_nobody(name, self._blank_elsewhere))
        if column is None or system or self._is_own or not codes.are_letters(name):
            return party
        is_plain = self._countries.knows(name) or usa.may_stand_in(self._header[column], name)
        return party if is_plain else self._elsewhere(party)

    def _elsewhere(self, party: Party) -> Party:
        """Refuse letters that only COW or FIPS has; to others, add countries that may be meant."""
        is_shared = party.code in SHARED  # only doubted, as several lists have them
        for system in () if is_shared else (codes.COW, codes.FIPS):
            if state := codes.state(party.text, system):
                message = codes.advice(party.text, codes.ISO)
                return party._replace(code="", wrong=message, near=state, system=system)
        meant = MEANT.get(party.code, ())
        near = meant[0] if len(meant) == 1 else party.near
        return party._replace(near=near, choices=meant or party.choices)

    def _named(self, name: str) -> Party:
        try:
            return Party(name, self._countries.resolve(name))
        except UnknownCountryError as error:
            if looks_like_code(name):
                is_stranger = self._may_be_strangers and is_organisation(name)
                return Party(name, "" if is_stranger else name, is_unknown=is_stranger)
            if several := self._names.party(name):
                return several
            near = hints.code_near(name, error.near, self._countries)
            if refused := refusal(name):
                return Party(name, wrong=refused, near=near)
            wrong = self._advice(name, error, near)
            party = Party(name, wrong=wrong, is_unknown=True, near=near, choices=error.near)
            return party._replace(is_organisation=error.is_organisation)
        except AmbiguousCountryError as error:
            return Party(name, wrong=str(error), choices=error.codes)

    def _advice(self, name: str, error: UnknownCountryError, near: str) -> str:
        """Return the message on a number, a text for nobody, or another name of no country."""
        if name.isdecimal():
            advice = "a map says whose number it is: codes: iso, cow or gw"
            return f"no country is named {shown(name)}; {advice}"
        if hints.is_nobody(name):
            return hints.of_nobody(name, self._blank_elsewhere)
        return hints.of_no_country(name, error, near)
