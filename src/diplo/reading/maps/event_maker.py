"""Apply one event template of a map to rows, giving the data that an event file would have."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import compress
from typing import Any

from diplo.reading.faults import CellError
from diplo.reading.maps import hints
from diplo.reading.maps.batch import Batch, of_row
from diplo.reading.maps.event_form import EventForm
from diplo.reading.maps.meanings import Meanings
from diplo.reading.maps.memory import Memory
from diplo.reading.maps.moments import DateReader
from diplo.reading.maps.parties import Parties
from diplo.reading.maps.party import Party
from diplo.reading.maps.syntax import ACTOR, EVERY, SKIP, Map
from diplo.reading.maps.tally import BY_MAP, IN_MAP, STRANGE, Tally
from diplo.reading.maps.templates import Template
from diplo.reading.maps.texts import Row, Text, Texts
from diplo.reading.tables import cells
from diplo.reading.tables.cell_dates import CellDate
from diplo.terminal.text import fold_space, shown, unprotected

Data = dict[str, Any]
_Party = tuple[int | None, Party]  # with its column


class EventMaker:
    """An event template bound to the columns of a table."""

    def __init__(
        self, form: EventForm, mapping: Map, texts: Texts, parties: Parties, tally: Tally
    ) -> None:
        self._map, self._known, self._tally = mapping, parties, tally
        self.days = DateReader(form, mapping, texts, tally).read
        self._dated = texts.columns(next(iter(form.date.start.templates), None))  # or the year
        self._texts = {key: texts.bind(template, key) for key, template in form.texts.items()}
        self._written: dict[str, Callable[[str], str]] = {
            "id": cells.identifier,
            "type": parties.kind,
        }
        self._titled = texts.columns(form.heading)
        at = ("id", "type", "status")
        self._at = {
            key: texts.first(template) for key in at for template in form.templates_for(key)
        }
        named = form.lists["countries"]
        self._countries = [_countries(template, texts) for template in named]
        self.columns = sorted({at for template in named for at in texts.columns(template)})
        self._blank = mapping.usual_blank
        self._actors = [
            text
            for template in form.lists["actors"]
            for text in texts.bind_each(template, "actors")
        ]
        self._sources = [_source(template, texts) for template in form.sources or ()]
        self._status = [
            (subject and texts.bind(subject, EVERY), texts.bind(state, "status"))
            for subject, state in form.status
        ]
        self._found = Memory(self._looked_up)

    def make(self, batch: Batch, keys: Sequence[str] = ()) -> dict[int, Data]:
        """Return the data of each row's event by row number, empty where the row makes none.

        Rows that the map skips are left out. Rows that make one event share a key.
        """
        made: dict[int, Data] = {number: {} for number in batch.numbers}
        days = self.days(batch)
        for row, day in enumerate(() if self._map.is_written else days):
            has_date, has_country = (
                any(batch.columns[at][row].strip() for at in columns)
                for columns in (self._dated, self.columns)
            )
            if day == "" and has_country and not has_date:
                self._tally.blank_date(batch.numbers[row])
        if not self._map.together:  # a row without a date is then no event
            is_dated = [day != "" for day in days]
            batch, days = batch.where(is_dated), [*compress(days, is_dated)]
        actors = self._actors_of(batch)
        codes = self._codes(batch, self._days_of(days, keys), actors)
        for number, day, countries in zip(batch.numbers, days, codes, strict=True):
            if countries is None:
                del made[number]
                continue
            if day:
                made[number]["date"] = day
            if countries or not self._map.is_written:
                made[number]["countries"] = countries
        is_taken = [countries is not None for countries in codes]
        batch = batch.where(is_taken)
        events = [made[number] for number in batch.numbers]
        self._add_texts(batch, events)
        self._add_untitled(batch, events)
        self._add_lists(batch, events, [*compress(actors, is_taken)])
        return made

    def parties(
        self, batch: Batch, days: Sequence[str | None]
    ) -> Iterator[tuple[Sequence[_Party], Sequence[str] | None]]:
        """Yield the parties of each row on its day, with their codes, None unless all are sure."""
        of_day = [day or "" for day in days] if self._known.is_by_year else [""] * len(days)
        cells_of_rows = zip(of_day, *(batch.columns[at] for at in self.columns), strict=True)
        for day, key in zip(days, cells_of_rows, strict=True):
            parties, codes = self._found[key]
            if codes is None and day and any(party.needs_day for _, party in parties):
                parties, codes = self._found[day, *key[1:]]
            yield parties, codes

    def _days_of(self, days: Sequence[str | None], keys: Sequence[str]) -> Sequence[str | None]:
        """Return the day of each row, or that of another row of its event if it has none."""
        if not keys:
            return days
        keyed = [*zip(keys, days, strict=True)]
        known = {key: day for key, day in reversed(keyed) if key and day}
        return [day or known.get(key) for key, day in keyed]

    def _add_lists(
        self, batch: Batch, made: Sequence[Data], actors: Sequence[Sequence[str]]
    ) -> None:
        """Add actors (each once, unless the table is diplo's own), sources and states."""
        people = actors if self._map.is_own else [[*dict.fromkeys(value)] for value in actors]
        cited, states = self.citations(batch), self._states(batch)
        for key, values in ("actors", people), ("sources", cited), ("status", states):
            for data, value in zip(made, values, strict=True):
                if value:
                    data[key] = value

    def _add_texts(self, batch: Batch, made: Sequence[Data]) -> None:
        for key, texts in self._texts.items():
            written = self._written.get(key)
            for number, data, text in zip(batch.numbers, made, texts(batch), strict=True):
                word = self._word(number, key, written(text), text) if text and written else text
                if word:
                    data[key] = word
        for data in made:
            if "title" not in data and "summary" in data:
                data["title"] = cells.headline(data["summary"])

    def _word(self, number: int, key: str, word: str, text: str) -> str:
        """Return a word of an id or a type; if it is wrong, add a fault and return nothing."""
        zero, meant = f"0{text}", self._map.values.get(key, Meanings())
        message = "" if word else hints.of_signs(key, text, self._blank)
        if text.isdecimal() and text not in meant.values() and meant.meaning(zero) != zero:
            message = hints.of_no_zero(key, text, zero)
        if message:
            self._tally.add(number, self._at[key], message)
        return "" if message else word

    def _add_untitled(self, batch: Batch, made: Sequence[Data]) -> None:
        """Add a fault for each event without a title because all cells for it are blank."""
        if not self._titled or self._map.together:
            return
        way_out = IN_MAP if self._map.is_written else BY_MAP
        for row, data in enumerate(made):
            if "title" in data or not data.get("countries"):
                continue
            if not any(unprotected(batch.columns[at][row]).strip() for at in self._titled):
                self._tally.untitled(batch.numbers[row], self._titled, way_out)

    def _actors_of(self, batch: Batch) -> list[list[str]]:
        actors: list[list[str]] = [[] for _ in batch.numbers]
        also = self._map.split.get("actors", "")
        for texts in self._actors:
            for names, text in zip(actors, texts(batch), strict=True):
                names.extend(cells.items(text, also))
        return actors

    def _codes(
        self, batch: Batch, days: Sequence[str | None], actors: Sequence[list[str]]
    ) -> list[list[str] | None]:
        """Return the codes of the parties of each row, None where the row is skipped."""
        rows = zip(batch.numbers, actors, self.parties(batch, days), strict=True)
        judged: list[list[str] | None] = []
        try:
            judged.extend(
                self._judged(number, parties, others) if codes is None else [*codes]
                for number, others, (parties, codes) in rows
            )
        except CellError as error:  # parties are looked up without their row
            raise CellError(str(error), batch.numbers[len(judged)], error.column) from error
        return judged

    def _judged(
        self, number: int, parties: Sequence[_Party], actors: list[str]
    ) -> list[str] | None:
        """Return the codes of a row with unknown parties, tallying these; None to skip the row."""
        codes: dict[str, None] = {}
        for at, party in parties:
            if party.code:
                codes[party.code] = None
                if party.may_be_nobody and at is not None:
                    self._tally.may_be_nobody(number, at, party.text)
            elif party.is_unknown and self._map.unknown == SKIP:
                self._tally.leave_out(STRANGE, number)
                return None
            elif party.is_unknown and self._map.unknown == ACTOR:
                actors.append(party.text)
                self._tally.stranger(number, at, party.text)
            elif party.system and at is not None:
                self._tally.undeclared(number, at, party)
            elif party.wrong:
                self._tally.refuse(number, at, CellDate(wrong=party.wrong, text=party.text))
        return list(codes)

    def _looked_up(
        self, day_and_texts: tuple[str, ...]
    ) -> tuple[Sequence[_Party], Sequence[str] | None]:
        """Look up the parties of cells on a day, with their codes, None unless all are sure.

        Among numbers, texts that are blank under other keys are blank here too.
        """
        day, *texts = day_and_texts
        row = [""] * (max(self.columns, default=0) + 1)
        for at, text in zip(self.columns, texts, strict=True):
            row[at] = text
        in_numbers = any(cells.number(text).isdecimal() for text in texts)
        blank = self._blank if in_numbers else frozenset()
        parties = [
            (at, party)
            for read in self._countries
            for at, text in read(row)
            if blank.isdisjoint((text, cells.number(text)))
            for party in self._known.lookup(text, at, day)
        ]
        if any(party.wrong or party.is_unknown or party.is_open for _, party in parties):
            return parties, None
        return parties, list(dict.fromkeys(party.code for _, party in parties if party.code))

    def citations(self, batch: Batch) -> list[list[Data]]:
        """Return the citations of each row."""
        cited: list[list[Data]] = [[] for _ in batch.numbers]
        also = self._map.split.get("sources", "")
        for source in self._sources:
            if isinstance(source, Mapping):
                rows = zip(*(texts(batch) for texts in source.values()), strict=True)
                for entries, values in zip(cited, rows, strict=True):
                    entries.extend(_entry(dict(zip(source, values, strict=True))))
            for texts in () if isinstance(source, Mapping) else source:
                for entries, text in zip(cited, texts(batch), strict=True):
                    entries.extend(map(self._citation, cells.references(text, also)))
        return cited

    def _citation(self, item: str) -> Data:
        if item in self._known.sources:
            return {"source": item}
        if item.endswith(")") and (citation := cells.cited(item)):
            source, locator = citation
            known = self._known.fields_of_source(source)
            return {"source": source, "locator": locator, **known}
        if self._map.is_own:
            return {"source": item, **self._known.fields_of_source(item)}
        return {"source": self._known.file, "locator": item}

    def _states(self, batch: Batch) -> list[dict[str, str]]:
        states: list[dict[str, str]] = [{} for _ in batch.numbers]
        for subject, state in self._status:
            names = subject(batch) if subject else [""] * len(states)
            rows = zip(batch.numbers, states, names, state(batch), strict=True)
            for number, states_of_row, name, text in rows:
                if text and name:
                    states_of_row[name] = text
                elif text and not subject:
                    self._add_states(states_of_row, number, text)
        return states

    def _add_states(self, states: dict[str, str], number: int, text: str) -> None:
        """Add the items of a list, each `subject: state`, to the states of a row."""
        for item in cells.items(text):
            subject, state = cells.subject_and_state(item)
            if not (subject and state):
                self._tally.stateless(number, item)
            elif states.setdefault(subject, state) != state:
                both = f"{shown(states[subject])} and {shown(state)}; keep one of them"
                message = f"the status of {shown(subject)} is {both}"
                self._tally.add(number, self._at["status"], message)


def _entry(values: Mapping[str, str]) -> list[Data]:
    """Return the citation with these values, if they name a source."""
    entry = {key: plain for key, text in values.items() if (plain := fold_space(text))}
    return [entry] if "source" in entry else []


_Source = list[Text] | Mapping[str, Text]


def _source(source: Template | Mapping[str, Template], texts: Texts) -> _Source:
    if isinstance(source, Template):
        return texts.bind_each(source, "sources")
    return {key: texts.bind(template, "sources") for key, template in source.items()}


def _countries(template: Template, texts: Texts) -> Callable[[Row], list[tuple[int | None, str]]]:
    """Return a function from a row to the texts of a template, or of each cell, and the columns."""
    if template.is_cell:
        plain, columns = texts.cleaner("countries"), texts.columns(template)
        return lambda row: [(at, plain(row[at])) for at in columns]
    text, first = texts.bind(template, "countries"), texts.first(template)
    return lambda row: [(first, text(of_row(row))[0])]
