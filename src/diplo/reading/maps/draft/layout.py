"""Find the table in a file that a map is drafted for, and how it is laid out there."""

import itertools
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from diplo.reading import encodings, files, foreign, foreign_formats, notes, yaml
from diplo.reading.faults import CellError, Path
from diplo.reading.files import SHEET, TABLE, EventFile
from diplo.reading.maps import json_tables, markdown
from diplo.reading.maps.draft import recognised, sample
from diplo.reading.maps.draft.columns import is_row, meaning_of
from diplo.reading.maps.draft.event_columns import columns_in
from diplo.reading.tables import delimited, listed, objects, scattered_records
from diplo.reading.tables.header import FIRST_ROWS, known, row_of
from diplo.reading.tables.objects import Objects
from diplo.reading.tables.table import Rows
from diplo.reading.tables.two_lines import of_two_lines
from diplo.terminal.errors import ContentError

_IN_LISTS = "the dates lie in lists beneath the records"
_NO_LIST = "this YAML has no list of records; make one of it, with - before each"
_A_DATE = "a date: 'date: 1949-04-04'"
_NEEDS_NONE = "this is {}, which needs no map; give it to --events as it is"
_BEGINNING = 2**14  # bytes
Value = str | Sequence[str]
Form = Mapping[str, Value]


class Layout(NamedTuple):
    """The rows of a table, and its layout where that is not the default."""

    rows: Rows
    form: Form
    known: int = 0  # columns that mean something
    others: Sequence[str] = ()  # paths to other lists of records


def _holds_table(text: str) -> bool:
    """Say whether a text begins with a table, or has the header of one below other lines."""
    return delimited.is_table(text) or delimited.has_header(text)


def refused(file: EventFile, content: bytes) -> str:
    """Return why no map can be drafted for a file, or nothing if it may be a table."""
    is_text, form = file.format in (files.YAML, files.JSON, files.NDJSON), file.format
    if form == TABLE:
        is_text, form = not _holds_table(content[:_BEGINNING].decode(errors="replace")), ""
    if is_text and (other := foreign_formats.of_text(content, form)):
        return other
    if file.format == files.NOTE:
        return _of_note(content.decode(errors="replace"))
    if content.startswith(files.PARQUET):
        return _NEEDS_NONE.format("Parquet")
    if other := foreign_formats.of_bytes(content, is_sheet=file.format == SHEET):
        return other
    if len(content) > files.LARGEST_DOCUMENT and file.format != TABLE:
        return (
            f"the file is larger than {files.LARGEST_DOCUMENT // 2**20} MiB; "
            "begin the map with a part of it, in a file of its own"
        )
    return ""


def _of_note(text: str) -> str:
    """Return why no map is drafted for a note, or nothing if it is a table that lacks columns."""
    if markdown.needs_map(text):
        return ""
    is_read = markdown.is_of_events(text, is_mapped=False)
    unread = "" if is_read else markdown.unread(text)
    if unread:
        return f"no map is begun for a note; {unread}"
    if not is_read and notes.document("", text).lacks == "date":
        return f"no map is begun for a note, which is one event if its front matter has {_A_DATE}"
    return _NEEDS_NONE.format("a note")


def of_file(file: EventFile, content: bytes) -> Layout:
    """Return the table of a file, laid out as the map is to say.

    Raises:
        CellError: a cell cannot be read.
        ContentError: the text is not valid.
        SheetError: the spreadsheet cannot be read.
        ValueError: there is no table, or it needs no map.
    """
    if file.format == SHEET:
        from diplo.reading.tables import spreadsheets  # noqa: PLC0415  (only they need calamine)

        laid = [_without_preamble(spreadsheets.rows(content), {})]
        laid += [
            _without_preamble(spreadsheets.rows(content, sheet), {"sheet": sheet})
            for sheet in spreadsheets.other_tables(content)[1]
        ]
        return max(laid, key=lambda table: table.known)
    if file.format in (files.JSON, files.NDJSON):
        return _of_json(file, content)
    if file.format == files.YAML:
        data = _yaml(file, content)
        try:
            return _of_data(data, is_yaml=True)
        except objects.NoRecordsError:
            raise ValueError(_NO_LIST) from None
    form: dict[str, Value] = {}
    try:
        text = encodings.decoded(content, None)
    except CellError:
        if not (
            encoding := encodings.seeming(content + b" ")
        ):  # lest its end pass for a cut letter
            raise
        form["encoding"] = encoding
        text = content.decode(encoding, errors="replace")  # warnings about a guess are no use
    return _without_preamble(delimited.rows(text, delimited.layout(text)), form)


def _without_preamble(rows: Rows, form: dict[str, Value]) -> Layout:
    """Skip what stands above a line that looks like a header; note if the top line is a row.

    A header on two lines becomes one, which the map is to name.
    """
    first = list(itertools.islice(rows, FIRST_ROWS))
    every = [cells for _, cells in first]
    above = row_of(every)
    if names := of_two_lines(every, above):
        form |= {"skip": str(first[above][0] - first[0][0] + 1), "header": names}
        named = [(first[above][0], names), *first[above + 1 :]]
        return Layout(itertools.chain(named, rows), form, known(names))
    if any(any(map(str.strip, cells)) for _, cells in first[:above]):
        form["skip"] = str(first[above][0] - first[0][0])  # a line sep= is not counted
    top, *below = [cells for _, cells in first[above:] if any(map(str.strip, cells))] or [[]]
    if is_row(top, below):
        form["header"] = "false"
    return Layout(itertools.chain(first[above:], rows), form, known(top))


def _of_json(file: EventFile, content: bytes) -> Layout:
    data, is_stream = json_tables.parsed(file.name, _decoded(file, content))
    if foreign.are_events(data):
        raise ValueError(_NEEDS_NONE.format("JSON"))
    if not is_stream and (of_lists := listed.rows(data)):
        rows, _ = of_lists
        return Layout(itertools.chain([(1, rows.names)], rows.rows), {})
    return _of_data(data, is_stream=is_stream)


def _yaml(file: EventFile, content: bytes) -> object:
    data, problems = yaml.parse(file.name, _decoded(file, content))
    if problems:
        raise ContentError(problems)
    is_map = bool(foreign.key_of_templates(data))
    if is_map or foreign.is_own(data):
        raise ValueError(foreign.A_MAP if is_map else _NEEDS_NONE.format("YAML"))
    return data


def _decoded(file: EventFile, content: bytes) -> str:
    text, problems = files.decode(file.name, content)
    if problems:
        raise ContentError(problems)
    return text


def _of_data(data: object, *, is_stream: bool = False, is_yaml: bool = False) -> Layout:
    recognised_map = recognised.in_json(data)
    where = recognised_map[1] if recognised_map else objects.where(data)
    others = [] if recognised_map else [path for path in objects.lists(data) if path != where]
    records, _ = objects.records(data, where)
    table = objects.as_rows(enumerate(records, 2))
    if not recognised_map and (jq := _nested(table, where or "", is_stream=is_stream)):
        first = "make JSON of this YAML, as 'yq -o json' does; then " if is_yaml else ""
        raise ValueError(f"{_IN_LISTS}; {first}{jq} makes a record of each item")
    rows = itertools.chain([(1, table.names)], table.rows)
    return Layout(iter(rows), {"records": where} if where else {}, others=others)


def _nested(rows: Objects, path: str, *, is_stream: bool) -> str:
    """Return the jq command that makes records of lists with dates beneath the records.

    It is empty if no list has several items, as a map can then name the only one.
    """
    first = [cells for _, cells in rows.rows[: sample.MOST]]
    event = meaning_of(sample.take(rows.names, first)).event
    for column in columns_in(rows.names, event.get("date")):
        if below := _listed(rows.paths[column], rows.paths):
            at = len(below) + 1  # of the keys of an item
            own = {other[:1] for other in rows.paths if other[: len(below)] != below}
            items = {other[at : at + 1] for other in rows.paths if other[: len(below)] == below}
            taken = {*itertools.chain(*items)}
            name = scattered_records.free("record", taken) if own & items else ""
            return scattered_records.jq_of_lists(path, below, name, is_stream=is_stream)
    return ""


def _listed(path: Path, others: Sequence[Path]) -> Path:
    """Return the path of the list around a path that has several items, or an empty path."""
    for at, key in enumerate(path):
        if isinstance(key, int) and any(
            other[:at] == path[:at] and other[at : at + 1] not in ((), (key,)) for other in others
        ):
            return path[:at]
    return ()
