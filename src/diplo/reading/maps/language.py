"""The language of maps: a map's data to a checked map, or all that is wrong with it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from diplo.model.events import EVENT_KEYS
from diplo.model.suggestions import did_you_mean, nearest
from diplo.reading.faults import Fault, Path
from diplo.reading.fields import Record
from diplo.reading.maps.templates import Template, template
from diplo.reading.tables.cells import OPENS, ORDERS
from diplo.reading.tables.delimited import NAMES
from diplo.reading.tables.encodings import is_encoding
from diplo.terminal.text import shown

DECLARED = ("title", "as_of", "sources", "countries", "types")
MAP_KEYS = (
    *DECLARED,
    "table",
    "dates",
    "codes",
    "only",
    "except",
    "unknown",
    "blank",
    "open",
    "together",
    "split",
    "strip",
    "values",
    "event",
    "events",
)
TABLE_KEYS = ("header", "delimiter", "encoding", "skip", "sheet", "records")
SYSTEMS = ("iso", "cow", "gw", "fips", "cameo", "names")
ERROR, SKIP, ACTOR = UNKNOWN = ("error", "skip", "actor")
FOOTNOTES, TAGS = STRIP = ("footnotes", "tags")
LISTS = ("countries", "actors", "sources")
PARTS = ("year", "month", "day")
SPAN = ("start", "end")
TIMED = ("time", "precision")
CITED = ("source", "locator", "title", "kind", "author", "publisher", "date", "url")
VALUE_KEYS = (*EVENT_KEYS, *PARTS, "precision")
ANY = "*"  # any other text
EVERY = ""  # any key of an event but countries


class TableForm(NamedTuple):
    """How a table is laid out."""

    header: bool | tuple[str, ...] = True  # its names, where the table may have none
    delimiter: str | None = None
    encoding: str | None = None
    skip: int = 0
    sheet: str | None = None
    records: str | None = None


class Moment(NamedTuple):
    """A date, or an end of one: a text, parts of it, or a time with its precision."""

    text: Template | None = None
    parts: tuple[Template | None, ...] = ()  # year, month, day
    timed: tuple[Template, Template | None] | None = None

    @property
    def templates(self) -> list[Template]:
        """All templates of it."""
        every = (self.text, *self.parts, *(self.timed or ()))
        return [each for each in every if each is not None]


class When(NamedTuple):
    """The date of an event, with an end where it is a span."""

    start: Moment
    end: Moment | None
    path: Path


class EventForm(NamedTuple):
    """What an event is made of."""

    texts: Mapping[str, Template]  # id, title, type, place, summary, note
    date: When
    lists: Mapping[str, Sequence[Template]]  # countries, actors
    sources: Sequence[Template | Mapping[str, Template]] | None  # None cites the file
    status: Sequence[tuple[Template | None, Template]]  # a whole text has no subject
    path: Path


class Map(NamedTuple):
    """How the rows of a table become events."""

    name: str
    events: Sequence[EventForm]
    declared: Mapping[str, object] = {}
    table: TableForm = TableForm()
    dates: str | None = None
    codes: Mapping[str, str] = {}  # by the name of a column, "" is any
    only: Mapping[str, frozenset[str]] = {}
    leave: Mapping[str, frozenset[str]] = {}
    unknown: str = ERROR
    blank: Mapping[str, frozenset[str]] = {}
    open: str | None = None
    together: Template | None = None
    split: Mapping[str, str] = {}
    strip: frozenset[str] = frozenset()
    values: Mapping[str, Mapping[str, object]] = {}
    is_own: bool = False  # diplo wrote the table
    is_written: bool = True  # somebody wrote the map


def read(name: str, data: object, faults: list[Fault]) -> Map | None:
    """Read a map from its plain data; None where something is wrong, which is added to faults."""
    before = len(faults)
    top = Record(data, (), MAP_KEYS, faults)
    reader = _Reader(top, faults)
    made = Map(
        name,
        reader.events(),
        {key: top.get(key) for key in DECLARED if top.get(key) is not None},
        reader.table(),
        reader.choice("dates", ORDERS),
        reader.codes(),
        reader.rows("only"),
        reader.rows("except"),
        reader.choice("unknown", UNKNOWN) or ERROR,
        reader.blank(),
        reader.choice("open", OPENS),
        reader.template(top.get("together"), ("together",)),
        reader.split(),
        frozenset(reader.words("strip", STRIP)),
        reader.values(),
    )
    return made if len(faults) == before else None


class _Reader:
    """Reads the parts of a map, noting what is wrong."""

    def __init__(self, top: Record, faults: list[Fault]) -> None:
        self._top = top
        self._faults = faults

    def fault(self, path: Path, message: str, *, at_key: bool = False) -> None:
        self._faults.append(Fault(path, message, at_key))

    def template(self, data: object, path: Path) -> Template | None:
        if data is None:
            return None
        if type(data) is not str:
            self.fault(path, 'must be a text such as "{column}"; put it in quotes')
            return None
        try:
            return template(data, path)
        except ValueError as error:
            self.fault(path, f"{shown(data)}: {error}")
            return None

    def choice(self, key: str, known: Sequence[str]) -> str | None:
        text = self._top.text(key)
        if text is not None and text not in known:
            self._unknown((key,), text, known)
            return None
        return text

    def _unknown(self, path: Path, text: str, known: Sequence[str]) -> None:
        hint = did_you_mean(nearest(text, known)) or f"; write {' or '.join(known)}"
        self.fault(path, f"{shown(text)} is not known here{hint}")

    def words(self, key: str, known: Sequence[str]) -> list[str]:
        data = self._top.get(key)
        listed = data if isinstance(data, list) else [] if data is None else [data]
        for word in listed:
            if word not in known:
                self._unknown((key,), str(word), known)
        return [str(word) for word in listed if word in known]

    def table(self) -> TableForm:
        data = self._top.get("table")
        if data is None:
            return TableForm()
        record = Record(data, ("table",), TABLE_KEYS, self._faults)
        header: bool | tuple[str, ...] = True
        told = record.get("header")
        if isinstance(told, list):
            header = record.texts("header")
        elif told not in (None, "true", "false", True, False):
            record.fault("must be true, false or a list of the names of columns", "header")
        else:
            header = told not in ("false", False)
        delimiter = record.get("delimiter")
        if isinstance(delimiter, str):
            delimiter = NAMES.get(delimiter, delimiter.replace("\\t", "\t"))
        if delimiter is not None and (not isinstance(delimiter, str) or len(delimiter) != 1):
            record.fault('must be one character, as in ";", or tab', "delimiter")
            delimiter = None
        skip = record.text("skip") or "0"
        if not (skip.isascii() and skip.isdecimal()):
            record.fault("must be a number of lines", "skip")
            skip = "0"
        encoding = record.text("encoding")
        if encoding and not is_encoding(encoding):
            record.fault(
                f"{shown(encoding)} is no encoding; write utf-8 or windows-1252", "encoding"
            )
        return TableForm(
            header, delimiter, encoding, int(skip[:9]), record.text("sheet"), record.text("records")
        )

    def codes(self) -> Mapping[str, str]:
        data = self._top.get("codes")
        by_column = data if isinstance(data, dict) else {} if data is None else {EVERY: data}
        for column, system in by_column.items():
            if system not in SYSTEMS:
                self._unknown(("codes", *([column] if column else [])), str(system), SYSTEMS)
        return {column: str(system) for column, system in by_column.items()}

    def rows(self, key: str) -> Mapping[str, frozenset[str]]:
        return {
            column: frozenset(self._listed(data, (key, column)))
            for column, data in self._top.mapping(key).items()
        }

    def _listed(self, data: object, path: Path) -> list[str]:
        listed = data if isinstance(data, list) else [data]
        if not all(text is None or type(text) is str for text in listed):
            self.fault(path, "must be a list of texts, each in quotes")
            return []
        return [str(text or "") for text in listed]

    def blank(self) -> Mapping[str, frozenset[str]]:
        data = self._top.get("blank")
        if data is None:
            return {}
        if not isinstance(data, dict):
            return {EVERY: frozenset(self._listed(data, ("blank",)))}
        found = {}
        for key, texts in data.items():
            if key not in (*VALUE_KEYS, ANY):
                self._unknown(("blank", key), key, VALUE_KEYS)
            name = EVERY if key == ANY else key
            found[name] = frozenset(self._listed(texts, ("blank", key)))
        return found

    def split(self) -> Mapping[str, str]:
        found = {}
        for key, data in self._top.mapping("split").items():
            if key not in LISTS:
                self._unknown(("split", key), key, LISTS)
            if type(data) is not str or not data:
                self.fault(("split", key), 'must be a text that stands between items, as in "/"')
            else:
                found[key] = data
        return found

    def values(self) -> Mapping[str, Mapping[str, object]]:
        found: dict[str, Mapping[str, object]] = {}
        for key, data in self._top.mapping("values").items():
            if key not in VALUE_KEYS:
                self._unknown(("values", key), key, VALUE_KEYS)
            if not isinstance(data, dict):
                self.fault(("values", key), "must be a mapping: what stands there, what it means")
                continue
            for text, meant in data.items():
                is_list = isinstance(meant, list) and key in LISTS
                each = meant if isinstance(meant, list) and is_list else [meant]
                if not all(one is None or type(one) is str for one in each):
                    self.fault(("values", key, text), "must be a text, in quotes")
            found[key] = data
        return found

    def events(self) -> Sequence[EventForm]:
        single, several = self._top.get("event"), self._top.get("events")
        if (single is None) == (several is None):
            if not (self._faults and single is None):
                self.fault((), "a map has an 'event', or a list of 'events'; give one of them")
            return ()
        if single is not None:
            return [self._event(single, ("event",))]
        if not isinstance(several, list) or not several:
            self.fault(("events",), "must be a list of events, each as 'event' is")
            return ()
        return [self._event(data, ("events", index)) for index, data in enumerate(several)]

    def _event(self, data: object, path: Path) -> EventForm:
        record = Record(data, path, EVENT_KEYS, self._faults)
        record.required("date", "countries")
        if record.get("title") is None and record.get("summary") is None:
            record.required("title")
        texts = {
            key: made
            for key in ("id", "title", "type", "place", "summary", "note")
            if (made := self.template(record.get(key), (*path, key)))
        }
        lists = {key: self._templates(record, key) for key in ("countries", "actors")}
        date = self._when(record.get("date"), (*path, "date"))
        return EventForm(texts, date, lists, self._sources(record), self._status(record), path)

    def _templates(self, record: Record, key: str) -> list[Template]:
        data = record.get(key)
        listed = data if isinstance(data, list) else [] if data is None else [data]
        made = (
            self.template(
                item, (*record.path, key, index) if isinstance(data, list) else (*record.path, key)
            )
            for index, item in enumerate(listed)
        )
        return [each for each in made if each]

    def _when(self, data: object, path: Path) -> When:
        if isinstance(data, dict) and set(SPAN).intersection(data):
            record = Record(data, path, SPAN, self._faults)
            end = self._moment(record.get("end"), (*path, "end")) if record.get("end") else None
            return When(self._moment(record.get("start"), (*path, "start")), end, path)
        return When(self._moment(data, path), None, path)

    def _moment(self, data: object, path: Path) -> Moment:
        if not isinstance(data, dict):
            return Moment(self.template(data, path))
        keys = TIMED if "time" in data else PARTS
        record = Record(data, path, keys, self._faults)
        record.required(keys[0])
        made = [self.template(record.get(key), (*path, key)) for key in keys]
        if keys == PARTS:
            return Moment(parts=tuple(made))
        return Moment(timed=(made[0], made[1]) if made[0] else None)

    def _sources(self, record: Record) -> Sequence[Template | Mapping[str, Template]] | None:
        data = record.get("sources")
        if data is None:
            return None
        made: list[Template | Mapping[str, Template]] = []
        for index, item in enumerate(data if isinstance(data, list) else [data]):
            path = (
                (*record.path, "sources", index)
                if isinstance(data, list)
                else (*record.path, "sources")
            )
            if not isinstance(item, dict):
                made += filter(None, [self.template(item, path)])
                continue
            entry = Record(item, path, CITED, self._faults)
            entry.required("source")
            cited = {
                key: self.template(entry.get(key), (*path, key)) for key in item if key in CITED
            }
            made.append({key: each for key, each in cited.items() if each})
        return made

    def _status(self, record: Record) -> Sequence[tuple[Template | None, Template]]:
        data = record.get("status")
        path = (*record.path, "status")
        if data is None or isinstance(data, str):
            whole = self.template(data, path)
            return [(None, whole)] if whole else []
        pairs = []
        for subject, state in record.mapping("status").items():
            name = self.template(subject, (*path, subject))
            told = self.template(state, (*path, subject))
            if name and told:
                pairs.append((name, told))
        return pairs
