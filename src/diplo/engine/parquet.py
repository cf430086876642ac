"""Turn the columns of a Parquet file, or of any typed table, into those of events."""

import re
from collections.abc import Iterator

import ibis

from diplo.engine.tables import FILE, ROW, TYPES, Table, Value
from diplo.model.events import CITATION_KEYS, DERIVED_KEYS, REQUIRED_KEYS
from diplo.model.suggestions import suggestion
from diplo.terminal.errors import ContentError, Problem
from diplo.terminal.text import shown

_RENAMED = re.compile("(.+)_[0-9]+")


def is_of_events(table: Table) -> bool:
    """Say whether a table is one of events, by a date and by countries that are lists."""
    types = dict(table.schema().items())
    return "date" in types and "countries" in types and bool(types["countries"].is_array())


def events(table: Table, name: str) -> Table:
    """Return a table with exactly the columns of events; optional ones that it lacks are null.

    Raises:
        ContentError: a column is unknown, of a wrong type, missing or repeated.
    """
    types = table.schema()
    problems = [Problem(name, 1, 1, message) for message in _problems(dict(types.items()))]
    if problems:
        raise ContentError(problems)
    columns = {key: _column(table, key) for key in TYPES}
    return table.select(table[FILE], table[ROW], **columns)


def _problems(types: dict[str, Value]) -> Iterator[str]:
    keys = {*TYPES, *DERIVED_KEYS, FILE, ROW}
    twice = _twice(types)
    for key, (first, second) in twice.items():
        yield (
            f"the column {shown(first)} is there twice, or again as {shown(key)}; keep one"
            if first == second
            else f"the columns {shown(first)} and {shown(second)} differ only in capitals; keep one"
        )
    repeated = {name for pair in twice.values() for name in pair}
    for key in types:
        if key in keys or key in twice or key in repeated:
            continue
        hint = suggestion(key, TYPES) or f"; the keys are {', '.join(TYPES)}"
        yield f"unknown column {shown(key)}{hint}"
    for key in REQUIRED_KEYS:
        if key not in types and key not in repeated:
            yield f"the column {shown(key)} is missing; it is required"
    for key, kind in TYPES.items():
        if key in types and not _can_be_read_as(types[key], kind):
            kind_name = "nothing known" if types[key].is_unknown() else types[key]
            yield f"the column {shown(key)} holds {kind_name}; it must be {kind}"


def _twice(types: dict[str, Value]) -> dict[str, tuple[str, str]]:
    """Return the columns that DuckDB has renamed, each with the name it repeats and its own.

    DuckDB ignores case in names: beside Title, title becomes title_1.
    """
    names = {key.lower(): key for key in types}
    renamed = filter(None, map(_RENAMED.fullmatch, types))
    return {
        match[0]: (names[match[1].lower()], match[1])
        for match in renamed
        if match[1].lower() in names and match[1].lower() in TYPES
    }


def _can_be_read_as(kind: Value, wanted: str) -> bool:
    """Say whether a column of a type can be read as one of the type wanted."""
    if wanted == "string":
        return bool(kind.is_string() or kind.is_date() or kind.is_integer())
    if not kind.is_array():
        return bool(wanted.startswith("map") and kind.is_map())
    inner = kind.value_type
    if wanted == "array<string>":
        return bool(inner.is_string())
    return bool(wanted.startswith("array<struct") and (inner.is_string() or _is_citation(inner)))


def _is_citation(kind: Value) -> bool:
    return bool(kind.is_struct() and {"source"} <= {*kind.names} <= {*CITATION_KEYS})


def _column(table: Table, key: str) -> Value:
    if key not in table.columns:
        return ibis.null(TYPES[key])
    column = table[key]
    if key != "sources":
        return column.cast(TYPES[key])
    kind = column.type().value_type
    names = kind.names if kind.is_struct() else ()
    if names and all(kind[name].is_string() for name in names):
        return column

    def citation(value: Value) -> Value:
        if not names:
            return ibis.struct({"source": value})
        return ibis.struct({name: value[name].cast("string") for name in names})

    return column.map(citation)
