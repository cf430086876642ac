"""Open JSON as a table: a list or a stream of flat objects, or lists under a header."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from json import JSONDecodeError, JSONDecoder

from diplo.reading import advice, json
from diplo.reading.document import Document, faulty
from diplo.reading.faults import Fault, Find, Path, placed
from diplo.reading.maps import opening
from diplo.reading.maps.document import TableDocument
from diplo.reading.maps.missing_columns import NestedRecords
from diplo.reading.table_options import TableOptions
from diplo.reading.tables import listed, objects, scattered_records
from diplo.reading.tables.objects import ListsError, NoRecordsError, Objects
from diplo.reading.tables.table import Cell, Table
from diplo.terminal.errors import ContentError, Problem
from diplo.terminal.text import shown

Placing = Callable[[Iterable[Cell]], Mapping[Cell, tuple[int, int]]]


def of_document(name: str, data: object, places: Find, options: TableOptions) -> Document:
    """Open the objects of JSON or YAML as a table; `places` finds values by their paths."""
    if options.form.records is None and (of_rows := of_lists(name, data, places, options)):
        return of_rows
    lie_apart = "" if options.form.records else scattered_records.message(data)
    try:
        found, above = objects.records(data, options.form.records)
    except ListsError as error:
        opened = faulty(name, Problem(name, 1, 1, str(error)))
    except NoRecordsError as error:
        message = f"{error}{_elsewhere(name, data, options)}"
        opened = opening.at_map(name, options, [Fault(("table", "records"), message)])
    else:
        rows = objects.as_rows(enumerate(found, 1))
        is_one = not isinstance(data, list) and above == () and found == [data]

        def path(row: int, column: int) -> Path:
            whole = (*above, row - 1, *(rows.paths[column] if rows.paths else ()))
            return whole[1:] if is_one else whole

        place, below = _placing(places, path), partial(_below, data)
        opened = _of_objects(name, rows, place, options, below=below)
    is_apart = opened.problems and lie_apart  # taken as one record, it lacks the map's columns
    return faulty(name, Problem(name, 1, 1, lie_apart)) if is_apart else opened


def of_lists(name: str, data: object, places: Find, options: TableOptions) -> Document | None:
    """Open rows of JSON that are lists under a header; None if the data are not."""
    made = listed.rows(data)
    if made is None:
        return None
    rows, above = made
    place = _placing(places, lambda row, column: (*above, row - 1, column))
    return _of_objects(name, rows, place, options, "row")


def _placing(places: Find, path: Callable[[int, int], Path]) -> Placing:
    """Return a function that finds cells by the paths of their values, or of nearest parents."""

    def place(cells: Iterable[Cell]) -> Mapping[Cell, tuple[int, int]]:
        wanted = {cell: path(*cell) for cell in cells}
        at = placed(places, wanted.values())
        return {cell: at[path_of].value for cell, path_of in wanted.items()}

    return place


def _below(data: object) -> NestedRecords:
    """Return the path and columns of the records below an object, if there are any."""
    try:
        where = objects.where(data)
        found, _ = objects.records(data, where) if where else ([], ())
    except NoRecordsError:  # some of them are no objects, or they lie apart
        return NestedRecords()
    return NestedRecords(where or "", objects.as_rows(enumerate(found)).names)


def _elsewhere(name: str, data: object, options: TableOptions) -> str:
    """Say how to begin a map for records that a shipped map does not find, if there are any."""
    where = _below(data).path if options.map and options.map.is_shipped else ""
    return f"; those under {shown(where)} need a map{advice.begins(name)}" if where else ""


def of_text(name: str, text: str, options: TableOptions) -> Document:
    """Open JSON as the rows of a table: one value that holds them all, or a stream of them."""
    data, problems = json.parse(name, text)
    if not problems:
        return of_document(name, data, partial(json.places, text), options)
    return of_lines(name, text, options) if is_stream(text) else faulty(name, *problems)


def of_lines(name: str, text: str, options: TableOptions) -> Document:
    """Open a stream of flat JSON objects, or of pages that each have some at the map's path."""
    path = options.form.records
    try:
        values = stream(name, text)
        if path is not None:
            values = [
                (at, record) for at, page in values for record in objects.records(page, path)[0]
            ]
    except ContentError as error:
        return faulty(name, *error.problems)
    except NoRecordsError as error:
        return opening.at_map(name, options, [Fault(("table", "records"), str(error))])
    numbered = values if path is None else enumerate((record for _, record in values), 1)
    rows = objects.as_rows(numbered)

    def place(cells: Iterable[Cell]) -> Mapping[Cell, tuple[int, int]]:
        return {(row, at): (row if path is None else values[row - 1][0], 1) for row, at in cells}

    return _of_objects(name, rows, place, options)


def parsed(name: str, text: str) -> tuple[object, bool]:
    """Return the data of JSON, and whether they are a stream of several values.

    Raises:
        ContentError: it is no JSON.
    """
    data, problems = json.parse(name, text)
    if not problems:
        return data, False
    if not is_stream(text):
        raise ContentError(problems)
    return [value for _, value in stream(name, text)], True


def stream(name: str, text: str) -> list[tuple[int, object]]:
    """Return the values of a stream of JSON, each with the number of its first line.

    Raises:
        ContentError: one is not valid, repeats a key or is nested too deeply.
    """
    if json.may_be_deep(text.encode()) and (deep := json.too_deep(name, text)):
        raise ContentError(deep)  # newer Pythons have enough stack to read on
    try:
        return list(_values(name, text))
    except JSONDecodeError as error:
        problem = Problem(name, error.lineno, error.colno, json.said(error, name))
        raise ContentError([problem]) from error


def is_stream(text: str) -> bool:
    """Say whether a text is a stream of several JSON values."""
    try:
        return sum(1 for _ in itertools.islice(_values("", text), 2)) > 1
    except ContentError:  # it is raised again when the values are read
        return True
    except (ValueError, RecursionError):
        return False


def _values(name: str, text: str) -> Iterator[tuple[int, object]]:
    """Yield the values of a stream of JSON, each with the number of its first line.

    Raises:
        ContentError: an object repeats a key.
        ValueError: the text is not valid JSON.
    """
    repeated: list[object] = []

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        values = dict(pairs)
        repeated.extend(pairs[len(values) :])
        return values

    decoder = JSONDecoder(object_pairs_hook=unique)
    line, at, length = 1, 0, len(text)
    while True:
        start = at
        while at < length and text[at] in " \t\r\n":
            at += 1
        line += text.count("\n", start, at)
        if at == length:
            return
        data, end = decoder.raw_decode(text, at)
        if repeated:
            twice = json.repeated_keys(name, text[at:end])
            raise ContentError(each._replace(line=each.line + line - 1) for each in twice)
        yield line, data
        line += text.count("\n", at, end)
        at = end


def _of_objects(
    name: str,
    rows: Objects,
    place: Placing,
    options: TableOptions,
    noun: str = "record",
    below: Callable[[], NestedRecords] = NestedRecords,
) -> Document:
    table = Table(name, rows.names, iter(rows.rows), place, noun, may_fill=False)
    if options.map and not rows.rows:  # an empty answer has no columns
        return TableDocument(table, options.map, options)
    return opening.as_meant(table, options, below)
