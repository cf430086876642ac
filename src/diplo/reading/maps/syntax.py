"""The syntax of maps: reads plain data into a checked map, or finds all its faults."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from diplo.model.events import EVENT_KEYS, LIST_KEYS
from diplo.model.suggestions import did_you_mean, nearest
from diplo.reading.date_order import ORDERS
from diplo.reading.encodings import is_encoding
from diplo.reading.faults import CellError, Fault, Path
from diplo.reading.fields import Record
from diplo.reading.maps import event_form
from diplo.reading.maps.event_form import PARTS, EventForm
from diplo.reading.maps.meanings import ANY, Meanings
from diplo.reading.maps.templates import Template
from diplo.reading.tables.cell_dates import OPENS
from diplo.reading.tables.delimited import NAMES
from diplo.reading.tables.table import check_names, fitting
from diplo.terminal.text import series, shown

DECLARED = ("title", "as_of", "sources", "countries", "types")
OWN_KEYS = {
    "table": "Where the rows are: header, delimiter, encoding, skip, sheet, records.",
    "dates": "How 12/11/2024 is read: day-first or month-first.",
    "codes": "Which codes stand for countries: iso, cow, gw, fips, cameo or names; also by column.",
    "only": "Rows to take, by the cells of a column.",
    "except": "Rows to leave out, by the cells of a column.",
    "unknown": "What to do with a party that is not a country: error, skip or actor.",
    "blank": 'Texts that count as empty: [NA], or {"*": [NA], countries: ["-9"]} for '
    "countries too.",
    "open": "What a blank end means: ongoing, unknown or day.",
    "together": "What the rows of one event have in common.",
    "split": "What else stands between the items of a list, by key of the event.",
    "strip": "What to strip from texts: footnotes or tags.",
    "values": "What a text means, by key of the event; * is any other text.",
    "event": "The event of a row, by key; {Column} stands for a cell. Without it, the headers "
    "decide.",
    "events": "The same where a row is several events, as a list.",
}
MAP_KEYS = (*DECLARED, *OWN_KEYS)
_EVENTS = {"event", "events"}
# What a map may have without events; a title alone is too little.
SETTINGS = tuple(key for key in MAP_KEYS if key not in (*_EVENTS, "title"))
SYSTEMS = ("iso", "cow", "gw", "fips", "cameo", "names")
ERROR, SKIP, ACTOR = UNKNOWN = ("error", "skip", "actor")
FOOTNOTES, TAGS = STRIP = ("footnotes", "tags")
VALUE_KEYS = (*EVENT_KEYS, *PARTS, "precision")
PLACEHOLDER = "..."  # for what is still to be written in a map
EVERY = ""  # any key of an event but countries
_MARK = re.compile(r'[^"\r\n]')  # a delimiter


class TableForm(NamedTuple):
    """How a table is laid out."""

    header: bool | tuple[str, ...] = True  # names of columns, if the table may have no header
    delimiter: str | None = None
    encoding: str | None = None
    skip: int = 0
    sheet: str | None = None
    records: str | None = None


class Map(NamedTuple):
    """How the rows of a table become events; without `events`, the table's header decides."""

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
    values: Mapping[str, Meanings] = {}
    is_own: bool = False  # diplo wrote the table
    is_written: bool = True  # somebody wrote the map
    is_shipped: bool = False

    @property
    def usual_blank(self) -> frozenset[str]:
        """Texts that count as empty, under any key but countries."""
        return self.blank.get(EVERY, frozenset())

    @property
    def templates(self) -> list[Template]:
        """All its templates."""
        templates = [template for form in self.events for _, template in form.by_key()]
        return [self.together, *templates] if self.together else templates


def read(name: str, data: object, faults: list[Fault]) -> Map | None:
    """Read a map from its plain data; if it is wrong, add to the faults and return None."""
    before = len(faults)
    if _is_event_file(data):
        message = "this is an event file, not a map; name it with --events"
        faults.append(Fault(("events",), message, at_key=True))
        return None
    top = Record(data, (), MAP_KEYS, faults)
    reader = _Reader(top, faults)
    made = Map(
        name,
        () if _has_settings_alone(data) else event_form.read(top, faults),
        {key: top.get(key) for key in DECLARED if top.get(key) is not None},
        reader.table(),
        reader.choice("dates", ORDERS),
        reader.codes(),
        reader.rows("only"),
        reader.rows("except"),
        reader.choice("unknown", UNKNOWN) or ERROR,
        reader.blank(),
        reader.choice("open", OPENS),
        reader.together(),
        reader.split(),
        frozenset(reader.words("strip", STRIP)),
        reader.values(),
    )
    if len(faults) == before:
        return made
    from diplo.reading.maps.missing_columns import unfilled  # noqa: PLC0415  (it imports this)

    faults += unfilled(made)
    return None


def _has_settings_alone(data: object) -> bool:
    """Say whether a map has settings, or declares something, but makes no events."""
    return (
        isinstance(data, dict) and _EVENTS.isdisjoint(data) and not data.keys().isdisjoint(SETTINGS)
    )


def _is_event_file(data: object) -> bool:
    """Say whether data are an event file: a list of events, or a mapping with `events`."""
    if isinstance(data, dict) and not OWN_KEYS.keys() & {*data} - {"events"}:
        data = data.get("events")
    if not isinstance(data, list):
        return False
    events = [
        event for event in data if isinstance(event, dict) and {"date", "title"} <= event.keys()
    ]
    return bool(events) and len(events) == len(data) and not any(map(_has_brace, events))


def _has_brace(data: object) -> bool:
    """Say whether any text in the data has a brace, as templates have."""
    if isinstance(data, dict):
        data = [*data, *data.values()]
    return any(map(_has_brace, data)) if isinstance(data, list) else "{" in str(data)


class _Reader:
    """Reads the parts of a map, adding faults to a list."""

    def __init__(self, top: Record, faults: list[Fault]) -> None:
        self._top = top
        self._faults = faults

    def choice(self, key: str, known: Sequence[str]) -> str | None:
        text = self._top.text(key)
        if text is not None and text not in known:
            self._unknown((key,), text, known)
            return None
        return text

    def _unknown(self, path: Path, text: object, known: Sequence[str]) -> None:
        write = f"write {series(known, 'or')}"
        if not isinstance(text, str):
            self._top.fault(f"must be a text; {write}", *path)
            return
        if text == PLACEHOLDER:
            self._top.fault(f"{write} in place of ...", *path)
            return
        hint = did_you_mean(nearest(text, known)) or f"; {write}"
        self._top.fault(f"{shown(text)} is not known here{hint}", *path)

    def words(self, key: str, known: Sequence[str]) -> list[str]:
        data = self._top.get(key)
        listed = data if isinstance(data, list) else [] if data is None else [data]
        for word in listed:
            if word not in known:
                self._unknown((key,), word, known)
        return [str(word) for word in listed if word in known]

    def table(self) -> TableForm:
        data = self._top.get("table")
        if data is None:
            return TableForm()
        record = Record(data, ("table",), TableForm._fields, self._faults)
        header, given = self._header(record), record.get("delimiter")
        delimiter = None
        if isinstance(given, str):
            delimiter = NAMES.get(given, given.replace("\\t", "\t"))
        if given is not None and not _MARK.fullmatch(delimiter or ""):
            record.fault('must be one character, as in ";", or tab', "delimiter")
        skip = record.text("skip") or "0"
        if not (skip.isascii() and skip.isdecimal()):
            record.fault("must be a number of lines", "skip")
            skip = "0"
        encoding = record.text("encoding")
        if encoding and not is_encoding(encoding):
            record.fault(
                f"{shown(encoding)} is not an encoding; write utf-8 or windows-1252", "encoding"
            )
        return TableForm(
            header, delimiter, encoding, int(skip[:9]), record.text("sheet"), record.text("records")
        )

    def _header(self, record: Record) -> bool | tuple[str, ...]:
        given = record.get("header")
        if isinstance(given, list) and given:
            names = record.texts("header")
            try:
                check_names(fitting(names, len(names)), 1)
            except CellError as error:
                record.fault(str(error), "header", error.column - 1)
            return names
        if given not in (None, "true", "false", True, False):
            record.fault("must be true, false or a list of the names of columns", "header")
        return given not in ("false", False)

    def codes(self) -> Mapping[str, str]:
        data = self._top.get("codes")
        by_column = data if isinstance(data, dict) else {} if data is None else {EVERY: data}
        for column, system in by_column.items():
            if system not in SYSTEMS:
                self._unknown(("codes", *([column] if column else [])), system, SYSTEMS)
        return {column: str(system) for column, system in by_column.items()}

    def rows(self, key: str) -> Mapping[str, frozenset[str]]:
        return {
            column: frozenset(self._listed(data, (key, column)))
            for column, data in self._top.mapping(key).items()
        }

    def _listed(self, data: object, path: Path) -> list[str]:
        listed = data if isinstance(data, list) else [data]
        if not all(text is None or type(text) is str for text in listed):
            self._top.fault("must be a list of texts, each in quotes", *path)
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

    def together(self) -> Template | None:
        made = event_form.template_of(self._top.get("together"), ("together",), self._faults)
        if made and not made.columns:
            column = f'"{{{made.text.strip() or "column"}}}"'
            self._top.fault(
                f"{shown(made.text)} is the same for every row; write {column}", *made.path
            )
        return made

    def split(self) -> Mapping[str, str]:
        found = {}
        for key, data in self._top.mapping("split").items():
            if key not in LIST_KEYS:
                self._unknown(("split", key), key, LIST_KEYS)
            if type(data) is not str or not data:
                self._top.fault('must be a text that stands between items, as in "/"', "split", key)
            else:
                found[key] = data
        return found

    def values(self) -> Mapping[str, Meanings]:
        found: dict[str, Meanings] = {}
        for key, data in self._top.mapping("values").items():
            if key not in VALUE_KEYS:
                self._unknown(("values", key), key, VALUE_KEYS)
            if not isinstance(data, dict):
                self._top.fault(
                    "must be a mapping: what stands there, what it means", "values", key
                )
                continue
            for text, meant in data.items():
                meanings = meant if isinstance(meant, list) and key in LIST_KEYS else [meant]
                if not all(meaning is None or type(meaning) is str for meaning in meanings):
                    self._top.fault("must be a text, in quotes", "values", key, text)
            found[key] = Meanings(data)
        return found
