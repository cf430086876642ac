"""The parts of a row that decide, from some of its cells, whether a query asks for its events."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from diplo.model import dates
from diplo.model.dates import Edtf
from diplo.reading import ids, records
from diplo.reading.maps.applied import filters
from diplo.reading.maps.batch import Batch, nothing
from diplo.reading.maps.event_form import EventForm
from diplo.reading.maps.event_maker import EventMaker
from diplo.reading.maps.parties import Parties
from diplo.reading.maps.syntax import FOOTNOTES, Map
from diplo.reading.maps.tally import Tally
from diplo.reading.maps.templates import Template
from diplo.reading.maps.texts import Texts, is_one_of
from diplo.reading.records import Context
from diplo.reading.tables import cells

_CITED = ("source", "locator")


class Part(NamedTuple):
    """Some columns, and a function that gives what their cells mean in each row of a batch.

    It gives None where only the whole row tells: something is wrong, or left out. A part that is
    the same in all rows has no columns.
    """

    columns: Sequence[int]
    meant: Callable[[Batch], Sequence[Any]]


class Naming(NamedTuple):
    """What names an event whose cells mean what they say.

    The id is made of texts and columns, of none if it is a default one; a title needs text in at
    least one of its columns.
    """

    id: Sequence[str | int]
    title: Sequence[int]


class EventParts(NamedTuple):
    """The parts that decide on one event of a row."""

    date: Part  # Edtf
    countries: Part  # codes
    type: Part  # a type, blank where there is none
    sources: Part  # True where all citations are allowed
    is_free: bool  # whether any text may be cited that has no brackets
    name: Part  # ids that no other may have; empty if no event
    naming: Naming | None
    states: Sequence[int]  # columns of its status

    @property
    def asked(self) -> tuple[Part, Part, Part]:
        """The parts that a query can filter by."""
        return self.date, self.countries, self.type


class RowParts(NamedTuple):
    """The parts that decide on a row."""

    picks: Sequence[Part]  # whether it is taken
    events: Sequence[EventParts]
    columns: Sequence[int]  # that the map uses
    width: int  # of the header; text beyond it is wrong


def parts(
    mapping: Map, header: Sequence[str], parties: Parties, context: Context
) -> RowParts | None:
    """Return the parts that decide on a row, None where other rows decide too.

    Asking what they mean raises a CellError where a template makes too long a text.
    """
    if mapping.together or any(map(_tells_of_sources, mapping.events)):
        return None
    reader = _Reader(mapping, header, parties, context)
    picks = [
        Part([at], _picked(at, texts, is_taken=is_taken))
        for wanted, is_taken in ((mapping.only, True), (mapping.leave, False))
        for at, texts in filters(wanted, header)
    ]
    used = [*reader.columns(mapping.templates), *(at for pick in picks for at in pick.columns)]
    return RowParts(picks, [*map(reader.event, mapping.events)], sorted({*used}), len(header))


def _tells_of_sources(form: EventForm) -> bool:
    """Say whether cells describe an event's sources, about which other rows may disagree."""
    citations = (citation for citation in form.sources or () if isinstance(citation, Mapping))
    return any(citation[key].columns for citation in citations for key in citation.keys() - _CITED)


def _picked(at: int, texts: frozenset[str], *, is_taken: bool) -> Callable[[Batch], list[bool]]:
    return lambda batch: [is_one_of(cell, texts) is is_taken for cell in batch.columns[at]]


class _Reader:
    """Makes the parts of a map's events."""

    def __init__(
        self, mapping: Map, header: Sequence[str], parties: Parties, context: Context
    ) -> None:
        self._map, self._header, self._parties, self._context = mapping, header, parties, context
        self._texts = Texts(mapping, header)

    def event(self, form: EventForm) -> EventParts:
        tally = Tally(header=self._header)
        made = EventMaker(form, self._map, self._texts, self._parties, tally)
        of_days = self.columns(form.date.templates)
        named = [form.texts[key] for key in ("id", "title", "summary") if key in form.texts]
        states = [each for pair in form.status for each in pair if each]
        is_free = not (self._map.is_own or any(isinstance(e, Mapping) for e in form.sources or ()))
        by_year = of_days if self._parties.is_by_year else []
        return EventParts(
            Part(of_days, lambda batch: _dates(made.days(batch), tally)),
            Part(sorted({*made.columns, *by_year}), self._codes(made)),
            self._type(form),
            self._sources(form, made, is_free=is_free),
            is_free,
            Part(sorted({*of_days, *self.columns(named)}), self._names(form, made)),
            self._naming(form),
            self.columns(states),
        )

    def _naming(self, form: EventForm) -> Naming | None:
        """Return what names an event, None where the map may change what those cells mean."""
        mapping = self._map
        if mapping.blank or mapping.strip - {FOOTNOTES} or {"id", "title"} & mapping.values.keys():
            return None
        named, titled = form.texts.get("id"), form.heading
        if not titled or any(column.is_pattern for column in (named.columns if named else ())):
            return None
        columns = self.columns([titled])
        pieces: list[str | int] = []
        for part in named.parts if named else ():
            pieces += [part] if isinstance(part, str) else part.found_in(self._header)
        return Naming(pieces, columns) if columns else None

    def columns(self, templates: Iterable[Template]) -> list[int]:
        return sorted({at for template in templates for at in self._texts.columns(template)})

    def _codes(self, made: EventMaker) -> Callable[[Batch], list[Sequence[str] | None]]:
        days = made.days if self._parties.is_by_year else nothing
        return lambda batch: [
            tuple(codes) if codes else None for _, codes in made.parties(batch, days(batch))
        ]

    def _type(self, form: EventForm) -> Part:
        template = form.texts.get("type")
        texts = self._texts.bind(template, "type")

        def types(batch: Batch) -> list[str | None]:
            kinds = {text: self._parties.kind(text) for text in texts(batch)}
            are_allowed = {
                text: not text or self._is_allowed(type=kind) for text, kind in kinds.items()
            }
            return [kinds[text] if are_allowed[text] else None for text in texts(batch)]

        return Part(self.columns([template] if template else ()), types)

    def _sources(self, form: EventForm, made: EventMaker, *, is_free: bool) -> Part:
        """Return the part that tells whether all citations of a row are allowed."""
        sources = form.sources or ()
        cited_ids = [
            source["source"] if isinstance(source, Mapping) else source for source in sources
        ]
        if is_free and not self._context.vocabulary.sources:
            cited_ids = []

        def cited(batch: Batch) -> Iterator[bool | None]:
            for citations in made.citations(batch):
                yield all(self._is_allowed(sources=[item]) for item in citations) or None

        return Part(self.columns(cited_ids), lambda batch: [*cited(batch)])

    def _is_allowed(self, **fields: object) -> bool:
        event = records.alone(self._context, **fields)
        self._context.described.clear()
        return event is not None

    def _names(
        self, form: EventForm, made: EventMaker
    ) -> Callable[[Batch], list[Sequence[str] | None]]:
        texts = [self._texts.bind(form.texts.get(key), key) for key in ("id", "title", "summary")]
        parts = (made.days, *texts)
        return lambda batch: [*map(_names_of, *(read(batch) for read in parts))]


def _dates(days: Sequence[str | None], tally: Tally) -> list[Edtf | None]:
    """Return the dates of rows; all None if months may be years, which no row decides alone."""
    if tally.has_months_or_years:
        return [None] * len(days)
    return [dates.as_edtf(day) if day else None for day in days]  # a span may end before it starts


def _names_of(day: str | None, written: str, title: str, summary: str) -> Sequence[str] | None:
    """Return an event's id, with its stems if it is a default one; see `EventParts.name`."""
    if not day:
        return () if day is not None else None
    headed = title or cells.headline(summary)
    if not headed:
        return None
    if written:
        given = cells.identifier(written)
        return [given] if given else None
    default = ids.by_default(day, headed)
    return [default, *ids.stem(default)]
