"""One of a map's templates of events, applied to rows: the data of an event, as a file has them."""

from collections.abc import Mapping, Sequence
from typing import Any

from diplo.reading.maps.event_form import EventForm
from diplo.reading.maps.language import ACTOR, EVERY, SKIP, Map
from diplo.reading.maps.memory import Memory
from diplo.reading.maps.moments import Moments
from diplo.reading.maps.parties import Parties, Party
from diplo.reading.maps.tally import STRANGE, Tally
from diplo.reading.maps.templates import Template
from diplo.reading.maps.texts import Row, Text, Texts
from diplo.reading.tables import cells
from diplo.reading.tables.cell_dates import Said
from diplo.terminal.text import fold_space, shown

Data = dict[str, Any]
_Party = tuple[int | None, Party]  # with its column


class Form:
    """A template, bound to the columns of a table."""

    def __init__(
        self, form: EventForm, mapping: Map, texts: Texts, parties: Parties, tally: Tally
    ) -> None:
        """Take the template and the map that it is of, who is who, and where to tally."""
        self._map, self._known, self._tally = mapping, parties, tally
        self._moments = Moments(form, mapping, texts, tally)
        made = {key: texts.of(template, key) for key, template in form.texts.items()}
        self._words = [
            (key, made.pop(key), written)
            for key, written in (("id", cells.identifier), ("type", cells.kind))
            if key in made
        ]
        told = [*form.texts.items(), *(("status", state) for _, state in form.status)]
        self._at = {key: texts.first(template) for key, template in told}
        self._plain = list(made.items())
        self._countries = [_Countries(each, texts) for each in form.lists["countries"]]
        self._columns = sorted({at for each in self._countries for at in each.columns})
        self._blank = mapping.blank.get(EVERY, frozenset())
        self._actors = [
            text for each in form.lists["actors"] for text in texts.each(each, "actors")
        ]
        self._sources = [_source(each, texts) for each in form.sources or ()]
        self._status = [
            (subject and texts.of(subject, EVERY), texts.of(state, "status"))
            for subject, state in form.status
        ]
        self._found = Memory(self._looked_up)

    def make(self, number: int, row: Row) -> Data | None:
        """Return the data of an event of a row; None where the map skips it."""
        data: Data = {}
        day = self._moments.of(number, row)
        if day:
            data["date"] = day
        elif day == "" and not self._map.together:
            return data  # which is no event, whatever else it says
        actors = [item for text in self._actors for item in self._items(text(row), "actors")]
        countries = self._codes(number, row, day or "", actors)
        if countries is None:
            return None
        if countries or not self._map.is_written:
            data["countries"] = countries
        data |= self._texts_of(number, row)
        if actors:
            data["actors"] = actors if self._map.is_own else list(dict.fromkeys(actors))
        if self._sources and (cited := self._citations(row)):
            data["sources"] = cited
        if self._status and (states := self._states(number, row)):
            data["status"] = states
        return data

    def _texts_of(self, number: int, row: Row) -> Data:
        data = {key: told for key, text in self._plain if (told := text(row))}
        for key, text, written in self._words:
            if (told := text(row)) and not (word := written(told)):
                message = f"{shown(told)} has no letter from a to z and no digit, as {key}s have"
                self._tally.add(number, self._at[key], message)
            elif told:
                data[key] = word
        if "title" not in data and "summary" in data:
            data["title"] = cells.headline(data["summary"])
        return data

    def _citations(self, row: Row) -> list[Data]:
        return [each for source in self._sources for each in self._cited(source, row)]

    def _items(self, text: str, key: str) -> tuple[str, ...]:
        return cells.items(text, self._map.split.get(key, "")) if text else ()

    def _codes(self, number: int, row: Row, day: str, actors: list[str]) -> list[str] | None:
        """Return the codes of the parties of a row, None where the row is skipped."""
        told = [row[at] for at in self._columns]
        parties, plain = self._found[(day if self._known.is_by_year else "", *told)]
        if plain is not None:
            return [*plain]
        codes: dict[str, None] = {}
        for at, party in parties:
            if party.code:
                codes[party.code] = None
            elif party.is_unknown and self._map.unknown == SKIP:
                self._tally.leave_out(STRANGE, number)
                return None
            elif party.is_unknown and self._map.unknown == ACTOR:
                actors.append(party.text)
                self._tally.stranger(party.text)
            elif party.wrong:
                self._tally.refuse(number, at, Said(wrong=party.wrong, text=party.text))
        return list(codes)

    def _looked_up(self, told: tuple[str, ...]) -> tuple[Sequence[_Party], Sequence[str] | None]:
        """Look up parties of a day, and the codes that they come to where all are known.

        Texts that are blank elsewhere are so among numbers.
        """
        day, *texts = told
        row = [""] * (max(self._columns, default=0) + 1)
        for at, text in zip(self._columns, texts, strict=True):
            row[at] = text
        in_numbers = any(text.strip().isdecimal() for text in texts)
        blank = self._blank if in_numbers else frozenset()
        parties = [
            (at, party)
            for each in self._countries
            for at, text in each.of(row)
            if text not in blank
            for party in self._known.of(text, at, day)
        ]
        if any(party.wrong or party.is_unknown for _, party in parties):
            return parties, None
        return parties, list(dict.fromkeys(party.code for _, party in parties if party.code))

    def _cited(self, source: "_Source", row: Row) -> list[Data]:
        if isinstance(source, Mapping):
            entry = {key: told for key, text in source.items() if (told := fold_space(text(row)))}
            return [entry] if "source" in entry else []
        return [self._citation(item) for text in source for item in self._references(text(row))]

    def _references(self, text: str) -> tuple[str, ...]:
        """Return the items of a list of sources; an address is one, whatever is in it."""
        if text.startswith(("http://", "https://")) and text.split() == [text]:
            return (text,)
        return self._items(text, "sources")

    def _citation(self, item: str) -> Data:
        if item in self._known.sources:
            return {"source": item}
        if item.endswith(")") and (found := cells.cited(item)):
            return {"source": found[0], "locator": found[1], **self._known.told(found[0])}
        if self._map.is_own:
            return {"source": item, **self._known.told(item)}
        return {"source": self._known.file, "locator": item}

    def _states(self, number: int, row: Row) -> dict[str, str]:
        states: dict[str, str] = {}
        for subject, state in self._status:
            told = state(row)
            if told and subject and (name := subject(row)):
                states[name] = told
            elif told and not subject:
                for item in cells.items(told):
                    self._add(states, number, item)
        return states

    def _add(self, states: dict[str, str], number: int, item: str) -> None:
        """Add what an item of a list says of one subject."""
        subject, state = cells.subject_and_state(item)
        if not (subject and state):
            self._tally.stateless(number, item)
        elif states.setdefault(subject, state) != state:
            both = f"{shown(states[subject])} and {shown(state)}"
            message = f"the status of {shown(subject)} is {both}; keep one of them"
            self._tally.add(number, self._at["status"], message)


_Source = list[Text] | Mapping[str, Text]


def _source(source: Template | Mapping[str, Template], texts: Texts) -> _Source:
    if isinstance(source, Template):
        return texts.each(source, "sources")
    return {key: texts.of(each, "sources") for key, each in source.items()}


class _Countries:
    """A template of countries: the texts of its cells, or one text."""

    def __init__(self, template: Template, texts: Texts) -> None:
        self.columns = texts.columns(template)
        self._plain = texts.plain("countries")
        self._text = None if template.is_cell else texts.of(template, "countries")

    def of(self, row: Row) -> list[tuple[int | None, str]]:
        """Return the texts of a row, each with its column."""
        if self._text:
            return [(self.columns[0] if self.columns else None, self._text(row))]
        return [(at, self._plain[row[at]]) for at in self.columns]
