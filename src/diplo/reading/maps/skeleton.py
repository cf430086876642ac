"""A map to begin with, for a table: what its headers say, and the names that are no country yet."""

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from diplo.model.countries import Countries
from diplo.reading import files, json
from diplo.reading.document import unreadable
from diplo.reading.faults import CellError
from diplo.reading.file_sources import source_of
from diplo.reading.files import SHEET, EventFile
from diplo.reading.maps.language import Map
from diplo.reading.maps.parties import Parties
from diplo.reading.maps.templates import template
from diplo.reading.tables import cells, delimited, encodings, objects
from diplo.reading.tables.extent import SheetError
from diplo.reading.tables.header import LISTS, Meaning, meaning, row_of
from diplo.reading.tables.table import Rows, under_header
from diplo.terminal.errors import ContentError, Problem, UnreadableError, file_name
from diplo.terminal.text import escape

_MOST_NAMES = 500
_LOOKED_AT = 30  # rows, for one that looks like a header
_REQUIRED = ("date", "title", "countries")
_HINTS = {
    "date": "the day, or {year: ..., month: ..., day: ...}, or {start: ..., end: ...}",
    "title": 'a headline, such as "{a} visits {b}"',
    "countries": "the states that it concerns, from one column or from several",
}


class _Rows(NamedTuple):
    """The rows of a table, and how it is laid out where that is not plain."""

    rows: Rows
    form: Mapping[str, str]


def text(name: str) -> str:
    """Return the text of a map for the table of a file.

    Raises:
        ContentError: it is no table that can be read.
        UnreadableError: the file cannot be read.

    """
    try:
        file = files.open_file(name, mapped=True)
        content = file.whole()
        file.close()
    except IsADirectoryError:
        message = f"{file_name(name)} is a folder; name one file in it, which a map is begun for"
        raise UnreadableError(message) from None
    except OSError as error:
        raise unreadable(name, error) from error
    try:
        found = _rows(file, content)
        table = under_header(name, found.rows, None, has_header=True)
        return "".join(f"{line}\n" for line in _lines(name, table.header, table.rows, found.form))
    except (CellError, SheetError, ValueError) as error:
        row, column = getattr(error, "row", 1), getattr(error, "column", 1)
        raise ContentError([Problem(name, row, column, str(error))]) from error


def _rows(file: EventFile, content: bytes) -> _Rows:
    if file.format == SHEET:
        from diplo.reading.tables import spreadsheets  # noqa: PLC0415  (only they need calamine)

        return _without_preamble(spreadsheets.rows(content), {})
    if file.format in ("json", "ndjson"):
        return _of_json(file, content)
    form = {}
    told = None
    try:
        said = encodings.decoded(content, None)
    except CellError:
        told = encodings.likely(content)
        form["encoding"] = told
        said = encodings.decoded(content, told)
    return _without_preamble(delimited.rows(said, delimited.layout(said)), form)


def _without_preamble(rows: Rows, form: dict[str, str]) -> _Rows:
    """Leave out what stands above a line that looks like a header, if one does."""
    first = list(itertools.islice(rows, _LOOKED_AT))
    above = row_of([cells for _, cells in first])
    if any(any(map(str.strip, cells)) for _, cells in first[:above]):
        form["skip"] = str(first[above][0] - 1)
    return _Rows(itertools.chain(first[above:], rows), form)


def _of_json(file: EventFile, content: bytes) -> _Rows:
    said, problems = files.decode(file.name, content)
    if problems:
        raise ContentError(problems)
    data, problems = json.parse(file.name, said)
    if problems:
        data = [value for _, value in objects.stream(said)]
    where = objects.where(data)
    found, _ = objects.records(data, where)
    made = objects.as_rows(enumerate(found, 2))
    rows = itertools.chain([(1, made.names)], made.rows)
    return _Rows(iter(rows), {"records": where} if where else {})


def _lines(name: str, header: Sequence[str], rows: Rows, form: Mapping[str, str]) -> "list[str]":
    found = meaning(header)
    left = [column for column in found.left_out if column]
    names, is_slashed = _looked_up(header, rows, found)
    lines = [
        f"# A map for {escape(file_name(name))}, to be used with --map;",
        "# 'diplo maps' lists others to learn from.",
    ]
    if left:
        lines.append(f"# Columns left out so far: {', '.join(map(escape, left))}")
    lines.append(f"title: {_quoted(source_of(name))}")
    if form:
        lines.append(
            f"table: {{{', '.join(f'{key}: {_quoted(value)}' for key, value in form.items())}}}"
        )
    if is_slashed:
        lines.append("dates: day-first  # or month-first; which one, only you can tell")
    if names:
        lines.append("values:")
        lines.append(
            "  countries:  # names that are no country yet, and what they are; ~ is nobody"
        )
        lines += [
            f"    {_quoted(each)}: {_quoted(each)}  # {_counted(many)}" for each, many in names
        ]
    lines.append("event:")
    keys = dict.fromkeys((*_REQUIRED, *found.event))
    for key in keys:
        if key in found.event:
            lines.append(f"  {key}: {_value(key, found.event[key])}")
        elif key != "title" or "summary" not in found.event:
            shown = '["{...}"]' if key == "countries" else '"{...}"'
            lines.append(f"  {key}: {shown}  # {_HINTS[key]}")
    return lines


def _counted(many: int) -> str:
    return "1 cell" if many == 1 else f"{many} cells"


def _looked_up(
    header: Sequence[str], rows: Rows, found: Meaning
) -> tuple[list[tuple[str, int]], bool]:
    """Return the names that are no country, most frequent first, and whether days are slashed."""
    parties = Parties(Map("", ()), header, Countries({}), ())
    columns = _columns(header, found.event.get("countries"))
    days = _columns(header, found.event.get("date"))
    unknown: Counter[str] = Counter()
    is_slashed = False
    for _, row in rows:
        for at in columns:
            named = parties.of(row[at].strip(), at, "") if at < len(row) else ()
            unknown.update(party.text for party in named if party.wrong)
        is_slashed = is_slashed or any(cells.date(row[at]).readings for at in days if at < len(row))
    return unknown.most_common(_MOST_NAMES), is_slashed


def _columns(header: Sequence[str], value: object) -> list[int]:
    """Return the columns that templates name."""
    if isinstance(value, str):
        columns = template(value, ()).columns
        return [at for column in columns for at in column.found_in(header)]
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [at for each in below for at in _columns(header, each)]


def _value(key: str, value: object) -> str:
    if isinstance(value, dict):
        inside = ", ".join(f"{name}: {_value('', each)}" for name, each in value.items())
        return f"{{{inside}}}"
    if isinstance(value, list):
        return f"[{', '.join(_value('', each) for each in value)}]"
    return f"[{_quoted(str(value))}]" if key in LISTS else _quoted(str(value))


def _quoted(text: str) -> str:
    """Return a text in the quotes of YAML."""
    safe = (
        escape(text).replace("\\", "\\\\") if not text.isprintable() else text.replace("\\", "\\\\")
    )
    return '"{}"'.format(safe.replace('"', '\\"'))
