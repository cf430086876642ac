"""Merge files into one timeline: their declarations first, then their events, with any clashes."""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from diplo.model.countries.resolve import Countries
from diplo.model.events import (
    ID_LENGTH,
    Country,
    Event,
    EventType,
    Source,
    Timeline,
    Vocabulary,
    sum_tallies,
)
from diplo.model.suggestions import Hints
from diplo.reading import advice, foreign, other_notes, records, unmapped
from diplo.reading.cited_sources import CitedSources
from diplo.reading.document import SIFTED, UNREADABLE, Document, Watch, unwatched
from diplo.reading.faults import Fault, Origin, Path, locate
from diplo.reading.file_sources import sources_of
from diplo.reading.ids import Ids, by_default
from diplo.reading.keeping import Keep, everything
from diplo.reading.opening import open_document
from diplo.terminal.errors import MOST_PROBLEMS, Problem, file_name
from diplo.terminal.inputs import check_once
from diplo.terminal.text import plural, shown, slug

_OFTEN = 512  # events between two reports of progress
Entry = TypeVar("Entry", Source, Country, EventType)
Open = Callable[[str, Watch], Document]


class Reading(NamedTuple):
    """The result of reading files: a timeline, the places of its records, and all problems."""

    timeline: Timeline
    origins: Sequence[Origin] = ()  # of the timeline's events
    declared: Mapping[tuple[str, str], Origin] = {}  # by kind and id
    as_of: Mapping[str, date] = {}  # by the name of the file
    problems: Sequence[Problem] = ()
    notes: Sequence[Problem] = ()  # warnings on what was left out, at rows of tables
    documents: Mapping[str, Document] = {}  # by the name of the file


def read(
    names: Sequence[str],
    keep: Callable[[Vocabulary], Keep],
    most_problems: float = MOST_PROBLEMS,
    watch: Watch = unwatched,
    opening: Open = open_document,
) -> Reading:
    """Read event files and merge them; reading ends after more than `most_problems`.

    `keep` makes, from what the files declare, the predicate of the events to keep.

    Raises:
        UnreadableError: a file cannot be opened or read.
        UsageError: an input that can be read only once, as standard input, is named twice.
    """
    check_once(names)
    with contextlib.ExitStack() as stack:
        opened = (contextlib.closing(opening(name, watch)) for name in names)
        documents = [stack.enter_context(document) for document in opened]
        return _read(documents, keep, most_problems, watch)


def _read(
    documents: Sequence[Document],
    keep: Callable[[Vocabulary], Keep],
    most_problems: float,
    watch: Watch,
) -> Reading:
    names = [document.name for document in documents]
    other_notes.leave_out(documents)
    unmapped.tell(documents)
    broken = any(document.problems for document in documents)
    sources = sources_of(document.name for document in documents if document.source)
    for document in documents:
        document.source = document.source and sources[document.name]
    merging = _Merging()
    vocabulary = merging.vocabulary(documents)
    if broken:  # that file's declarations are unknown, so nothing can be called undeclared
        vocabulary = vocabulary._replace(sources={}, types={})
    keeps = everything if broken or merging.faults else keep(vocabulary)
    cited = CitedSources(vocabulary.sources, merging.declared)
    collection = _Collection(vocabulary, keeps, cited, merging.faults)
    for document in documents:
        collection.add(document, most_problems, watch)
    problems = [*_problems(documents)]
    events = collection.named_events()
    vocabulary = vocabulary._replace(described=cited.sources)
    counted = [document.tallies for document in documents if document.tallies]
    tallies = sum_tallies(counted) if counted else None
    origins, codes = collection.origins, frozenset(collection.codes)
    timeline = Timeline(vocabulary, events, codes, merging.last_days(events, origins), tallies)
    found = map(advice.by_formula, [*problems, *locate(merging.faults)])
    located = in_order(found, names)
    notes = list(_notes(documents))
    named = {document.name: document for document in documents}
    return Reading(timeline, origins, merging.declared, merging.as_of, located, notes, named)


def _problems(documents: Sequence[Document]) -> Iterator[Problem]:
    """Yield the problems of documents; one at the map comes once, with those that it concerns.

    They are not named if they are all.
    """
    at_map: dict[Problem, list[str]] = {}
    for document in documents:
        for problem in document.problems:
            if problem.file == document.name or not os.path.isfile(document.name):
                yield problem
            else:
                at_map.setdefault(problem, []).append(document.name)
    for problem, names in at_map.items():
        others = f" and {plural(len(names) - 1, 'more file')}" if names[1:] else ""
        where = f" (in {file_name(names[0])}{others})" if len(names) < len(documents) else ""
        yield problem._replace(message=f"{problem.message}{where}")


def _notes(documents: Sequence[Document]) -> Iterator[Problem]:
    """Yield warnings on what was left out; a text that files other than tables share comes once."""
    places: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for document in documents:
        for line, text in document.notes:
            of_table = document.name if document.is_table else ""
            places.setdefault((text, of_table), []).append((document.name, line))
    for (text, _), alike in places.items():
        (name, line), others = alike[0], len({name for name, _ in alike}) - 1
        more = f" (and in {plural(others, 'more file')})" if others else ""
        yield Problem(name, line, 1, f"{text}{more}", "warning")
    yield from other_notes.told(documents)


def in_order(problems: Iterable[Problem], names: Sequence[str]) -> list[Problem]:
    """Return problems file by file, in the order of the text."""
    order = {name: index for index, name in enumerate(names)}
    return sorted(problems, key=lambda p: (order.get(p.file, -1), p.line, p.column))


class _Merging:
    """The declarations of several documents: equal ones merge, unequal ones are faults."""

    def __init__(self) -> None:
        self.faults: list[tuple[Document, Fault]] = []
        self.declared: dict[tuple[str, str], Origin] = {}
        self.as_of: dict[str, date] = {}

    def vocabulary(self, documents: Iterable[Document]) -> Vocabulary:
        sources: dict[str, Source] = {}
        countries: dict[str, Country] = {}
        types: dict[str, EventType] = {}
        titles = []
        for document in documents:
            if found := foreign.fault(document):
                document.data = {"events": []}
            top = records.top(document.data, found)
            titles.append(top.text("title"))
            if day := records.as_of(top):
                self.as_of[document.name] = day
            self._declare(document, "sources", records.sources(top, found), sources)
            self._declare(document, "countries", records.countries(top, found), countries)
            self._declare(document, "types", records.types(top, found), types)
            top.items("events")
            self.faults += [(document, fault) for fault in found]
        as_of = min(self.as_of.values(), default=None)
        title = titles[0] if len(set(titles)) == 1 else None  # one file's would misname the others
        return Vocabulary(title, as_of, sources, countries, types)

    def last_days(self, events: Sequence[Event], origins: Sequence[Origin]) -> dict[str, date]:
        """Return the last day that the file of each event with a status covers, if it says so."""
        if not self.as_of:  # as in most files, of which some have many events
            return {}
        days = (self.as_of.get(origin.document.name) for origin in origins)
        pairs = zip(events, days, strict=True)
        return {event.id: day for event, day in pairs if event.status and day}

    def _declare(
        self, document: Document, kind: str, entries: Iterable[Entry], known: dict[str, Entry]
    ) -> None:
        for entry in entries:
            key = entry[0]
            origin = Origin(document, (kind, key))
            first = self.declared.setdefault((kind, key), origin)
            if known.setdefault(key, entry) != entry:
                message = f"{shown(key)} is declared otherwise elsewhere; make both the same"
                self.faults.append(
                    (document, Fault(origin.path, message, at_key=True, other=first))
                )


class _Collection:
    """The events of several documents, with ids that are unique among them."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        keeps: Keep,
        cited: CitedSources,
        faults: list[tuple[Document, Fault]],
    ) -> None:
        self.codes: set[str] = set()
        self.origins: list[Origin] = []
        hints = Hints()
        countries = Countries(vocabulary.countries, hints)
        self._ids = Ids()
        self._context = records.Context(
            vocabulary, countries, hints, [], self._ids, cited.sources, keeps
        )
        self._cited = cited
        self._faults = faults
        self._events: list[Event] = []
        self._unnamed: list[tuple[str, int | None]] = []  # default id, index among the kept

    def add(self, document: Document, most_problems: float, watch: Watch) -> None:
        """Add a document's events, stopping when there are too many problems."""
        if len(self._faults) > most_problems:
            return
        self._ids.begin(document)
        self._context = self._context._replace(is_table=document.is_table)
        with contextlib.closing(document.events(self._context)) as events:
            for number, (path, data) in enumerate(events):
                if number % _OFTEN == 0 or data is SIFTED:
                    watch(document.name, document.done(number))
                if data is SIFTED or (data is not UNREADABLE and self._add(document, path, data)):
                    continue
                if len(self._faults) + document.different > most_problems:
                    return
        self.codes |= document.codes
        self._faults += [(document, fault) for fault in self._clashes(document)]

    def _add(self, document: Document, path: Path, data: object) -> bool:
        """Add an event or its faults, and say whether it has none."""
        own_faults: list[Fault] = []
        event = (
            data
            if isinstance(data, Event)
            else records.event(data, path, self._context, own_faults)
        )
        if self._context.described:
            own_faults += self._clashes(document)
        if event and (first := self._ids.first(event.id)):
            own_faults.append(_twice(event.id, document, path, first))
        if not event or own_faults:
            document.remember(own_faults)
            faults = foreign.led(document, data, own_faults)
            self._faults += [(document, fault) for fault in faults]
            return False
        kept = self._context.keeps(event)
        self.codes.update(event.countries)
        if event.id:
            self._ids[event.id] = path
        else:
            self._unnamed.append(
                (by_default(event.date.text, event.title), len(self._events) if kept else None)
            )
        if kept:
            self._events.append(event)
            self.origins.append(Origin(document, path))
        return True

    def _clashes(self, document: Document) -> list[Fault]:
        """Remember the sources that the last event describes, and return the faults of clashes."""
        described = self._context.described
        clashes = [self._cited.fault(source, Origin(document, path)) for path, source in described]
        described.clear()
        return [fault for fault in clashes if fault]

    def named_events(self) -> tuple[Event, ...]:
        """Return the kept events, those without an id with a unique default one."""
        taken = self._ids.taken() if self._unnamed else set()
        counts: dict[str, int] = {}
        for default, index in self._unnamed:
            name = default
            stem = slug(default, ID_LENGTH - len("-1000000")) if name in taken else ""
            while name in taken:
                counts[stem] = counts.get(stem, 1) + 1
                name = f"{stem}-{counts[stem]}"
            taken.add(name)
            if index is not None:
                self._events[index] = self._events[index]._replace(id=name)
        return tuple(self._events)


def _twice(key: str, document: Document, path: Path, first: Origin) -> Fault:
    """Return the fault of an event whose id another has, perhaps one of the same row."""
    at, is_here = (*path, "id"), first.document is document
    if is_here and document.is_table and first.path[0] == path[0]:
        way_out = f"add a word to the id of one, as in '{key}-end'"
        return Fault(at, f"two templates of the map give this row the id '{key}'; {way_out}")
    cure = document.twice if is_here else Document.twice
    return Fault(at, f"the id '{key}' is used twice; {cure}", other=first)
