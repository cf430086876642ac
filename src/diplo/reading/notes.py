"""Notes in Markdown: one event in the front matter; the file's name and text may add to it."""

import os
import re
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping

from diplo.model.events import DERIVED_KEYS, EVENT_KEYS, ID_PATTERN, LIST_KEYS
from diplo.model.suggestions import did_you_mean, near
from diplo.reading import paragraphs, yaml
from diplo.reading.document import COUNTRIES, DATE, Alone, Document, Locator
from diplo.reading.faults import Find, Path, Place
from diplo.reading.file_sources import source_of
from diplo.reading.records import Context
from diplo.reading.tables import cell_dates, cells, inline_yaml
from diplo.reading.tables.cell_dates import CellDate
from diplo.reading.tables.header import key_of
from diplo.terminal.errors import Problem
from diplo.terminal.text import escape, fold_space, shown

_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
# A placeholder for the date that Obsidian fills in when it makes a note from a template.
_TEMPLATE = re.compile(r"^date[ \t]*:[ \t]*[\"']?(?:\{\{|<%)", re.MULTILINE | re.IGNORECASE)
# Front matter that is not read, up to its date: with no end or, as Hugo writes it, in TOML.
_NO_FRONT = {
    re.compile(r"\s*---[ \t]*\n(?:.*\n)*?date[ \t]*:", re.IGNORECASE): (
        "the front matter that begins here does not end; write --- below its last key"
    ),
    re.compile(r"\s*\+\+\+[ \t]*\n(?:(?!\+\+\+).*\n)*?date[ \t]*=", re.IGNORECASE): (
        "front matter in TOML (+++) is not read; write it as YAML, between lines of ---"
    ),
}
# A link to another note: [[folder/name#heading|text]].
_WIKI = re.compile(r"\[\[([^\[\]|#]+)[^\[\]]*\]\]")
_UNQUOTED = "a link without quotes is a list in YAML; write {}"
_END = "end"  # of the date; only notes and tables have this key


class _Note(Alone):
    """The event of a note; its type may be the label of a declared type."""

    def events(self, context: Context) -> Generator[tuple[Path, object]]:
        """Yield the event, unless it lacks a key and is left out."""
        for path, event in super().events(context):
            if isinstance(event, dict) and isinstance(text := event.get("type"), str):
                event["type"] = cells.kinds(context.vocabulary.types)(text) or text
            yield path, event


def document(name: str, text: str, order: str | None = None) -> Document:
    """Return the event of a note, or a document without one if the note has no date.

    `order` is that of the numbers in a date.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _FRONT.match(text)
    if not found:
        return _without_event(name, _not_front_matter(name, text))
    above = text.count("\n", 0, found.start(1))
    front = "\n" * above + found[1]  # so that its lines are the note's
    data, problems = ({}, []) if _TEMPLATE.search(front) else yaml.parse(name, front)
    event = _event(data)
    if problems or not event.get("date"):
        return _without_event(name, problems)
    event.setdefault("title", escape(os.path.splitext(os.path.basename(name))[0]))
    summary = paragraphs.first(text[found.end() :])
    if summary and "summary" not in event:
        event["summary"] = summary
    date, key = _dated(event["date"], event.pop(_END, None), order)
    note = Document(name)
    note.is_note, note.lacks = True, None if _has_countries(data) else COUNTRIES
    note.find = _finder(front, data)
    note.notes = [*yaml.notes(front), *_slips(data, note.find), *_read_status(event, note.find)]
    wrong = dict(_links(data))
    if date and date.wrong:
        wrong[(key,)] = date.wrong  # no map applies to notes
    if wrong:
        places = note.find([*wrong])
        note.problems = [Problem(name, *places[at].value, what) for at, what in wrong.items()]
        return note
    if date and not date.value:
        return _without_event(name, ())
    note.data = {**event, "date": date.value} if date else event
    sources = event.get("sources", [])
    has_no_id = isinstance(sources, list) and any(isinstance(each, Locator) for each in sources)
    return _Note(note, "" if sources and not has_no_id else source_of(name))


def _without_event(name: str, problems: Iterable[Problem]) -> Document:
    """Return the document of a note that has problems or lacks a date."""
    note = Document(name)
    note.is_note, note.problems = True, [*problems]
    note.lacks = None if note.problems else DATE
    return note


def _not_front_matter(name: str, text: str) -> Iterator[Problem]:
    """Yield the problem of front matter that has a date but is not closed, or is in TOML."""
    for begun, message in _NO_FRONT.items():
        if begun.match(text):
            line = text[: len(text) - len(text.lstrip())].count("\n") + 1
            yield Problem(name, line, 1, message)


def _dated(start: object, end: object, order: str | None) -> tuple[CellDate | None, str]:
    """Read a date's start and end, None if the start is no text, and name the key to blame."""
    if not isinstance(start, str):
        return None, "date"
    first = cell_dates.date(start, order)
    if end is None or first.wrong or not first.value:
        return first, "date"
    if not isinstance(end, str):
        return CellDate(wrong="must be a text"), _END
    last = cell_dates.end(end, order)
    return last if last.wrong else cell_dates.span(first.value, last.value), _END


def _event(data: object) -> dict[str, object]:
    """Return the event in front matter, without the keys of other programs."""
    given = data if isinstance(data, dict) else {}
    event: dict[str, object] = {}
    for key, value in sorted(given.items(), key=lambda item: item[0] not in EVENT_KEYS):
        name = key_of(key)
        if key in DERIVED_KEYS or name not in (*EVENT_KEYS, _END):
            continue
        read = _read(name, value)
        before = event.setdefault(name, read)
        if before is not read and isinstance(before, list) and isinstance(read, list):
            event[name] = [*before, *(item for item in read if item not in before)]
    return {key: value for key, value in event.items() if value not in (None, "", [])}


def _read(key: str, value: object) -> object:
    """Return the value of an event's key, a text being read as a table's cell is."""
    if key in LIST_KEYS:
        split = cells.references if key == "sources" else cells.items
        listed = [*split(_named(value))] if isinstance(value, str) else value
        if not isinstance(listed, list):
            return listed
        return [_item(key, item) if isinstance(item, str) else _described(item) for item in listed]
    if key in ("id", "place") and isinstance(value, str):
        return (cells.identifier(value) if key == "id" else _named(value)) or value
    return value


def _item(key: str, text: str) -> object:
    """Return an item of a list without links, flags and marks; one of 'sources' as a citation."""
    named = _named(text)
    if key == "countries":
        return fold_space(cells.without_flags(cells.without_marks(named)))
    return _citation(named) if key == "sources" else named


def _links(data: object) -> Iterator[tuple[Path, str]]:
    """Yield the path of each link to another note that lacks quotes, with what to write."""
    for key, value in data.items() if isinstance(data, dict) else ():
        name = key_of(key) or key
        if name not in (*LIST_KEYS, "place") or not isinstance(value, list):
            continue
        whole = {(name,): (value, f"{key}: ")}
        items = {(name, at): (item, "") for at, item in enumerate(value)}
        for path, (written, before) in (whole | items).items():
            match written:
                case [[str(link)]]:
                    yield path, _UNQUOTED.format(before + inline_yaml.quoted(f"[[{link}]]"))


def _read_status(event: dict[str, object], find: Find) -> Iterator[tuple[int, str]]:
    """Turn a status text into states, yielding a line and message for each item without a subject.

    A text that gives one subject two states stays as it is.
    """
    if not isinstance(text := event.get("status"), str):
        return
    pairs = {item: cells.subject_and_state(item) for item in cells.items(text)}
    complete = {pair for pair in pairs.values() if all(pair)}
    states = dict(pair for pair in pairs.values() if all(pair))
    if len(states) < len(complete):
        return
    event["status"] = states
    line, _ = find([("status",)])[("status",)].value
    for item, pair in pairs.items():
        if not all(pair):
            message = f"the status {shown(item)} names no subject and is left out"
            yield line, f"{message}; write subject: state"


def _citation(text: str) -> object:
    """Return a citation of a source by its id, or else a locator in the note itself."""
    if found := cells.cited(text):
        return {"source": found[0], "locator": found[1]}
    return text if not text.strip() or re.fullmatch(ID_PATTERN, text) else Locator(text)


def _described(item: object) -> object:
    """Return a source that is described without an id as a locator, other items unchanged."""
    if not isinstance(item, dict) or "source" in item:
        return item
    texts = [text for key in ("title", "url") if isinstance(text := item.get(key), str)]
    return Locator(", ".join(texts)) if texts else item


def _named(text: str) -> str:
    """Replace links to other notes with the names of these notes."""
    return _WIKI.sub(lambda link: link[1].rpartition("/")[2].strip(), text)


def _slips(data: object, find: Find) -> Iterator[tuple[int, str]]:
    """Yield the line of each ignored key that resembles one of an event, with a message."""
    for key in data if isinstance(data, dict) else ():
        if meant := _meant(key):
            line, _ = find([(key,)])[(key,)].key
            yield line, f"the key {shown(key)} is left out{did_you_mean([meant])}"


def _has_countries(data: object) -> bool:
    """Say whether there is a key for countries, even if blank, or one likely meant as that."""
    keys = data if isinstance(data, dict) else ()
    return any(COUNTRIES in (key, key_of(key), _meant(key)) for key in keys)


def _meant(key: str) -> str:
    """Return the event's key that an unknown key resembles, empty if there is none."""
    known = (*EVENT_KEYS, *DERIVED_KEYS, _END)
    return "" if key in known or key_of(key) in known else next(iter(near(key, EVENT_KEYS)), "")


def _finder(front: str, data: object) -> Find:
    """Return a function that finds the places of an event's values in its note."""
    names = {key_of(key) or key: key for key in data} if isinstance(data, dict) else {}

    def find(wanted: Collection[Path]) -> Mapping[Path, Place]:
        inside = {
            path: (names.get(str(path[0]), path[0]), *path[1:]) if path else () for path in wanted
        }
        places = yaml.places(front, set(inside.values()))
        return {path: places[there] for path, there in inside.items() if there in places}

    return find
