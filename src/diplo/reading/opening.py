"""Open an event file by its format, whole or as a stream, and return a document."""

import contextlib
import re
from collections.abc import Iterator
from functools import partial
from importlib import import_module

from diplo.reading import advice, conflicts, files, foreign, foreign_formats, shipped
from diplo.reading.document import Alone, Document, Watch, faulty, unreadable, unwatched
from diplo.reading.files import BLANK, LARGEST_DOCUMENT, EventFile
from diplo.reading.recoded import UTF_8
from diplo.reading.table_options import NO_OPTIONS, TableOptions
from diplo.terminal.errors import Problem


def open_document(
    name: str, watch: Watch = unwatched, options: TableOptions = NO_OPTIONS
) -> Document:
    """Open an event file, or standard input for "-"; a stream is read later, others at once.

    `options` has the options for reading tables.

    Raises:
        UnreadableError: it cannot be opened or read.
    """
    try:
        file = files.open_file(name, mapped=options.makes_events)
        if file.format == files.NDJSON and not options.makes_events:
            from diplo.reading.ndjson import Stream  # noqa: PLC0415  (YAML needs no JSON)

            return _no_lines(file) or Stream(file)
        with contextlib.closing(file):
            # An archive lists its contents at the end.
            is_archive = file.head[0].startswith(foreign_formats.PACKED)
            is_whole = is_archive or file.format in _ANY_BYTES
            content = file.content(None if is_whole else b"\0")
    except OSError as error:
        raise unreadable(name, error) from error
    return _whole(file, content, watch, options)


def _no_lines(file: EventFile) -> Document | None:
    """Close an NDJSON file that is one list or no JSON, and return a document with that problem.

    Return None if it may be lines of JSON.
    """
    start = file.head[-1].lstrip(BLANK)
    if start.startswith(b"{"):
        return None
    if start.startswith(b"["):
        table = advice.of_lists(file.name, start.decode(errors="replace"))
        message = f"{_A_LIST}; {table or _RENAME}"
    else:
        message = foreign_formats.of_text(start, file.format)
    if not message:
        return None
    file.close()
    return faulty(file.name, Problem(file.name, len(file.head), 1, message))


_A_LIST = "a list begins here, where each line is an event"
_RENAME = "give the file a name that ends in .json"


def _whole(file: EventFile, content: bytes, watch: Watch, options: TableOptions) -> Document:
    is_empty = not content.strip(BLANK) and file.format != files.NOTE
    problems = [*_wrong(file, content, is_empty=is_empty)]
    if is_empty or problems:
        return faulty(file.name, *problems)
    if file.name == shipped.path() and (data := shipped.data(content)) is not None:
        document = Document(file.name)
        document.data = data
        document.find = lambda paths: import_module("diplo.reading.yaml").places(
            content.decode(), paths
        )
        return document
    if file.format in _ANY_BYTES:
        return _table(file, content, options)
    if file.format == files.JSON and not options.makes_events:
        from diplo.reading import array  # noqa: PLC0415  (YAML needs no JSON)

        if plain := array.opened(file.name, content):
            return plain
    return _of_text(file, content, watch, options)


def _wrong(file: EventFile, content: bytes, *, is_empty: bool) -> Iterator[Problem]:
    """Yield the problem of a file that is too large, empty, of a foreign format or in conflict."""
    is_sheet = file.format == files.SHEET
    if len(content) > LARGEST_DOCUMENT:
        instead = _WHERE_LARGE.get(file.format, "write it as NDJSON")
        message = f"the file is larger than {LARGEST_DOCUMENT // 2**20} MiB; {instead}"
        yield Problem(file.name, 1, 1, message)
    elif is_empty:
        if not file.may_be_empty:
            message = _NO_TABLE if file.format in _ANY_BYTES else _NO_EVENTS
            yield Problem(file.name, 1, 1, message)
    elif other := foreign_formats.of_bytes(content, is_sheet=is_sheet):
        yield Problem(file.name, 1, 1, other)
    elif not is_sheet and (line := conflicts.line(content, file.format)):
        yield Problem(file.name, line, 1, conflicts.CONFLICTED)


_NO_EVENTS = "the file is empty; an event file holds a list of events, or events: [...]"
_NO_TABLE = "the file is empty; a table has a header and rows"
_WHERE_LARGE = {
    files.TABLE: "DuckDB reads more, of a file that ends in .csv: pip install 'diplo[engine]'",
    files.SHEET: "save it as CSV",
    **dict.fromkeys((files.NDJSON, files.LINES), "split it, or make it Parquet"),
}


def _of_text(file: EventFile, content: bytes, watch: Watch, options: TableOptions) -> Document:
    text, wrong = files.text_of(file.name, content, file.encoding)
    if wrong:
        if file.encoding != UTF_8:
            return faulty(file.name, wrong.with_advice)
        from diplo.reading import encodings  # noqa: PLC0415  (only mistakes need it)

        return faulty(file.name, encodings.in_utf_8(wrong, content, options.encoding))
    if file.format == files.NOTE:
        return _note(file, text, content, options)
    if file.format == files.LINES or (file.format in _JSON and options.makes_events):
        from diplo.reading.maps import json_tables  # noqa: PLC0415  (most files are no tables)

        opened = json_tables.of_lines if file.format == files.LINES else json_tables.of_text
        parsed = opened(file.name, text, options)
    else:
        parsed = _parsed(Document(file.name), file.format, text, watch, options)
    if parsed.problems or _is_of_lines(parsed.data):
        return _as_other(file, content, options) or parsed
    if file.format == files.YAML and foreign.is_table(parsed.data, options):
        from diplo.reading.maps import json_tables  # noqa: PLC0415  (most YAML is no table)

        return json_tables.of_document(file.name, parsed.data, parsed.find, options)
    return parsed


def _note(file: EventFile, text: str, content: bytes, options: TableOptions) -> Document:
    """Open a note in Markdown, as a table if it is one of events."""
    from diplo.reading import notes  # noqa: PLC0415  (few have any)

    note = notes.document(file.name, text, options.order)
    if note.lacks:
        from diplo.reading.maps import markdown  # noqa: PLC0415  (as above)

        if markdown.is_of_events(text, is_mapped=options.makes_events):
            table = _table(file, content, options)
            return table if options.map else markdown.parted(table)
        note.unread = markdown.unread(text)
    return note


def _is_of_lines(data: object) -> bool:
    """Say whether data are a text, or texts in a list or under dates, as in a chronology."""
    if isinstance(data, dict):
        return any(key[:1].isdigit() for key in data)
    return isinstance(data, str) or (
        isinstance(data, list) and isinstance(next(iter(data), 0), str)
    )


def _as_other(file: EventFile, content: bytes, options: TableOptions) -> Document | None:
    """Open text that cannot be read otherwise as a table, or say what it is, if either works."""
    from diplo.reading.tables import delimited  # noqa: PLC0415  (only mistakes need it)

    if file.may_be_table and delimited.is_table(content.decode()):
        return _table(file, content, options)
    # A name that gives no format is not to blame.
    said = foreign_formats.of_text(content, "" if file.may_be_table else file.format)
    if said:
        return faulty(file.name, Problem(file.name, 1, 1, said))
    is_barred = file.has_no_ending and _BARRED.search(content) and not _KEYED.match(content)
    return _table(file, content, options) if is_barred else None


_BARRED = re.compile(rb"^\|.*\n\|", re.MULTILINE)  # rows of a table below other lines
_KEYED = re.compile(rb"\s*(?:---|[\w-]+:)")  # a note, or YAML
_ANY_BYTES = (files.TABLE, files.SHEET)
_JSON = (files.JSON, files.NDJSON)


def _table(file: EventFile, content: bytes, options: TableOptions) -> Document:
    from diplo.reading import encodings  # noqa: PLC0415  (most files are no tables)
    from diplo.reading.maps import opening  # noqa: PLC0415

    if file.format == files.SHEET:
        return opening.of_sheet(file.name, content, options)
    if file.encoding != UTF_8:  # it became UTF-8 when it was opened
        _, problems = files.decode(file.name, content, file.encoding)
        if problems:
            return faulty(file.name, *problems)
    if file.is_marked and encodings.is_utf_8(content):
        options = options._replace(encoding=UTF_8)
    return opening.of_text(file.name, content, options)


def _parsed(
    document: Document, form: str, text: str, watch: Watch, options: TableOptions
) -> Document:
    """Parse text into a document; flat objects of JSON, or lists of cells, become a table."""
    parser = import_module(f"diplo.reading.{form}")  # late: each needs a library
    document.parsed = parser.SHARE
    name = document.name
    data, document.problems = parser.parse(
        name, text, lambda done: watch(name, done * parser.SHARE)
    )
    if data is None and not document.problems:
        document.problems = [Problem(name, 1, 1, _NO_EVENTS)]
    if document.problems:
        return document
    document.data, document.find = data, partial(parser.places, text)
    if form == files.YAML:
        document.notes += parser.notes(text)
    is_file = not isinstance(data, dict) or "events" in data
    if not is_file and files.is_event(data, ("date", "title")):  # as in a folder of them
        return Alone(document)
    if form == files.JSON:
        document.is_json = True
        is_flat = files.are_records(data) and files.is_row(data[0])
        if is_flat or foreign.may_be_rows(data):
            from diplo.reading.maps import json_tables  # noqa: PLC0415  (most JSON is no table)

            opened = json_tables.of_document if is_flat else json_tables.of_lists
            return opened(name, data, document.find, options) or document
    return document
