"""The events of a map: a template for each part of an event, read and checked."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from diplo.model.events import CITATION_KEYS, EVENT_KEYS
from diplo.reading.faults import Fault, Path
from diplo.reading.fields import Record
from diplo.reading.maps.templates import Template, template
from diplo.terminal.text import shown

PARTS = ("year", "month", "day")
SPAN = ("start", "end")
TIMED = ("time", "precision")


class Moment(NamedTuple):
    """A date, or one end of a span: as one text, in parts, or as a time with its precision."""

    text: Template | None = None
    parts: tuple[Template | None, ...] = ()  # year, month, day
    timed: tuple[Template, Template | None] | None = None

    @property
    def templates(self) -> list[Template]:
        """The templates that are given."""
        templates = (self.text, *self.parts, *(self.timed or ()))
        return [template for template in templates if template is not None]


class EventDate(NamedTuple):
    """The date of an event, with an end where it is a span."""

    start: Moment
    end: Moment | None
    path: Path

    @property
    def templates(self) -> list[Template]:
        """All templates of its start and its end."""
        return [*self.start.templates, *(self.end.templates if self.end else ())]


class EventForm(NamedTuple):
    """The templates that an event is made of."""

    texts: Mapping[str, Template]  # id, title, type, place, summary, note
    date: EventDate
    lists: Mapping[str, Sequence[Template]]  # countries, actors
    sources: Sequence[Template | Mapping[str, Template]] | None  # None cites the file
    status: Sequence[tuple[Template | None, Template]]  # subject, state; no subject: a list
    path: Path

    @property
    def heading(self) -> Template | None:
        """The template of the title, or else of the summary."""
        return self.texts.get("title", self.texts.get("summary"))

    def templates_for(self, key: str) -> list[Template]:
        """Return the templates of one key; of states, not those of their subjects."""
        if key == "date":
            return self.date.templates
        if key == "sources":
            templates_of_source = (
                [s] if isinstance(s, Template) else s.values() for s in self.sources or ()
            )
            return [template for templates in templates_of_source for template in templates]
        if key == "status":
            return [state for _, state in self.status]
        text = self.heading if key == "title" else self.texts.get(key)
        return [*self.lists.get(key, ()), *([text] if text else ())]

    def by_key(self) -> Iterator[tuple[str, Template]]:
        """Yield all templates, each with its key."""
        for key in ("date", "countries", "actors", "sources", "status", *self.texts):
            yield from ((key, template) for template in self.templates_for(key))
        yield from (("status", subject) for subject, _ in self.status if subject)


def read(top: Record, faults: list[Fault]) -> Sequence[EventForm]:
    """Read the event or events of a map, adding their faults to the list."""
    return _Reader(top, faults).events()


def template_of(data: object, path: Path, faults: list[Fault]) -> Template | None:
    """Read a template; return None if there is none or it is wrong, which adds a fault."""
    if data is None:
        return None
    if type(data) is not str:
        faults.append(Fault(path, 'must be a text such as "{column}"; put it in quotes'))
        return None
    try:
        return template(data, path)
    except ValueError as error:
        faults.append(Fault(path, f"{shown(data)}: {error}"))
        return None


def _listed(record: Record, key: str) -> list[tuple[Path, object]]:
    """Return the items of a key's list, or its only value, each with its path."""
    data, path = record.get(key), (*record.path, key)
    if isinstance(data, list):
        return [((*path, index), item) for index, item in enumerate(data)]
    return [] if data is None else [(path, data)]


def _is_bare(data: Mapping[str, object]) -> bool:
    """Say whether a mapping is what YAML makes of {column} without quotes."""
    return len(data) == 1 and None in data.values()


class _Reader:
    """Reads the templates of events, adding faults to a list."""

    def __init__(self, top: Record, faults: list[Fault]) -> None:
        self._top = top
        self._faults = faults

    def _template(self, data: object, path: Path) -> Template | None:
        return template_of(data, path, self._faults)

    def events(self) -> Sequence[EventForm]:
        """Read all templates of events."""
        single, several = self._top.get("event"), self._top.get("events")
        if (single is None) == (several is None):
            if not (self._faults and single is None):
                todo = "'diplo maps TABLE' begins one" if single is None else "give one of them"
                self._top.fault(f"a map has an 'event', or a list of 'events'; {todo}")
            return ()
        if single is not None:
            return [self._event(single, ("event",))]
        if not isinstance(several, list) or not several:
            self._top.fault("must be a list of events, each as 'event' is", "events")
            return ()
        return [self._event(data, ("events", index)) for index, data in enumerate(several)]

    def _event(self, data: object, path: Path) -> EventForm:
        record = Record(data, path, EVENT_KEYS, self._faults)
        record.required("date", "countries")
        if record.get("countries") == []:
            record.fault("names no country; name at least one", "countries")
        if record.get("title") is None and record.get("summary") is None:
            record.required("title")
        texts = {
            key: made
            for key in ("id", "title", "type", "place", "summary", "note")
            if (made := self._template(record.get(key), (*path, key)))
        }
        lists = {key: self._templates(record, key) for key in ("countries", "actors")}
        date = self._when(record.get("date"), (*path, "date"))
        return EventForm(texts, date, lists, self._sources(record), self._status(record), path)

    def _templates(self, record: Record, key: str) -> list[Template]:
        made = (self._template(item, path) for path, item in _listed(record, key))
        return [each for each in made if each]

    def _when(self, data: object, path: Path) -> EventDate:
        if isinstance(data, dict) and not _is_bare(data) and set(SPAN).intersection(data):
            record = Record(data, path, SPAN, self._faults)
            end = self._moment(record.get("end"), (*path, "end")) if record.get("end") else None
            return EventDate(self._moment(record.get("start"), (*path, "start")), end, path)
        return EventDate(self._moment(data, path), None, path)

    def _moment(self, data: object, path: Path) -> Moment:
        if not isinstance(data, dict) or _is_bare(data):
            return Moment(self._template(data, path))
        keys = TIMED if "time" in data else PARTS
        record = Record(data, path, keys, self._faults)
        record.required(keys[0])
        made = [self._template(record.get(key), (*path, key)) for key in keys]
        if keys == PARTS:
            return Moment(parts=tuple(made))
        return Moment(timed=(made[0], made[1]) if made[0] else None)

    def _sources(self, record: Record) -> Sequence[Template | Mapping[str, Template]] | None:
        if record.get("sources") is None:
            return None
        made: list[Template | Mapping[str, Template]] = []
        for path, item in _listed(record, "sources"):
            if not isinstance(item, dict):
                made += filter(None, [self._template(item, path)])
                continue
            entry = Record(item, path, CITATION_KEYS, self._faults)
            entry.required("source")
            cited = {
                key: self._template(entry.get(key), (*path, key))
                for key in item
                if key in CITATION_KEYS
            }
            made.append({key: each for key, each in cited.items() if each})
        return made

    def _status(self, record: Record) -> Sequence[tuple[Template | None, Template]]:
        data = record.get("status")
        path = (*record.path, "status")
        if data is None or isinstance(data, str):
            whole = self._template(data, path)
            return [(None, whole)] if whole else []
        pairs = []
        for subject, state in record.mapping("status").items():
            if not subject.strip():
                record.fault("the subject is blank; write one", "status", subject, at_key=True)
            name = self._template(subject, (*path, subject))
            template = self._template(state, (*path, subject))
            if name and template:
                pairs.append((name, template))
        return pairs
