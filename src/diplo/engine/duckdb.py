"""DuckDB, in this process."""

import contextlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from diplo.engine import parquet
from diplo.engine.failures import failed
from diplo.engine.tables import FILE, ROW, TYPES, Batch, Table, Value
from diplo.model.events import CITATION_KEYS, DERIVED_KEYS
from diplo.terminal.errors import ContentError, Problem, UnreadableError, file_name
from diplo.terminal.text import fold_space

_NAME = "DuckDB"
_ROWS = 10_000  # that come at a time
_LINES = "format = 'newline_delimited', maximum_object_size = 16777216"  # bytes of an event
_KEYS = (*TYPES, *DERIVED_KEYS)


def _typed(leaf: str) -> dict[str, str]:
    """Return the types of an event's keys, every text of it being of one type."""
    cited = ", ".join(f"{key} {leaf}" for key in CITATION_KEYS)
    others = {"sources": f"STRUCT({cited})[]", "status": f"MAP(VARCHAR, {leaf})"}
    lists = dict.fromkeys(("countries", "actors"), f"{leaf}[]")
    return {**dict.fromkeys(_KEYS, leaf), **lists, **others}


def _is_text(value: str) -> str:
    """Return the test that a value of JSON, if there is one, is a text."""
    return f"""coalesce(starts_with({value}, '"'), true)"""


def _are_texts(values: str, *each: str) -> str:
    """Return the test that each value of a list has nothing but texts."""
    tests = " AND ".join(("e IS NOT NULL", *map(_is_text, each)))
    return f"coalesce(list_bool_and(list_transform({values}, lambda e: {tests})), true)"


_NESTED = ("countries", "actors", "sources", "status")
_HOLDS_TEXTS = " AND ".join(
    (
        *(_is_text(key) for key in _KEYS if key not in _NESTED),
        _are_texts("countries", "e"),
        _are_texts("actors", "e"),
        _are_texts("sources", *(f"e.{key}" for key in CITATION_KEYS)),
        _are_texts("map_values(status)", "e"),
    )
)
_ALL_KEYS = f"""
    SELECT list(DISTINCT json_keys(json)),
        list(DISTINCT list_transform(json_extract(json, '$.sources[*]'), lambda e: json_keys(e)))
    FROM read_json_objects(?, {_LINES})
"""
_ALL_TEXTS = (
    f"SELECT bool_and({_HOLDS_TEXTS}) FROM read_json(?, {_LINES}, columns = {_typed('JSON')})"
)


def _hash(_value: object) -> None:
    """Stand for the function of DuckDB that has this name."""


class _Stream:
    """A table of Arrow that is nothing else, or DuckDB imports pandas for it."""

    def __init__(self, table: Any) -> None:  # noqa: ANN401  (pyarrow has no types for others)
        self._table = table

    def __arrow_c_stream__(self, schema: object = None) -> object:
        return self._table.__arrow_c_stream__(schema)


class DuckDB:
    """Reads files in this process."""

    @cached_property
    def _connection(self) -> Any:  # noqa: ANN401  (Ibis has no types for others)
        import ibis  # noqa: PLC0415  (only who uses an engine waits for it)

        connection = ibis.duckdb.connect()
        connection.con.execute("SET enable_progress_bar = false")
        return connection

    def open(self, name: str, form: str) -> Table:
        """Open what a path, a pattern or an address names, as "parquet" or "ndjson".

        Raises:
            UnreadableError: it cannot be read.
            ContentError: it is no Parquet, or has other columns.

        """
        if form == "parquet":
            return self._parquet(name)
        if not self._has_plain_lines(name):
            return None
        columns = {key: kind for key, kind in _typed("VARCHAR").items() if key in TYPES}
        return self._connection.read_json(
            name, format="newline_delimited", maximum_object_size=2**24, columns=columns
        )

    def batches(self, table: Table) -> Iterator[Batch]:
        """Run a query and return its rows, many at a time.

        Raises:
            UnreadableError: a file cannot be read on.
            EngineError: DuckDB failed.

        """
        from ibis.expr import operations  # noqa: PLC0415  (only who uses an engine waits for it)

        connection = self._connection.con
        for each in table.op().find(operations.InMemoryTable):
            connection.register(each.name, _Stream(each.data.to_pyarrow(each.schema)))
        with _failures():  # not through Ibis, which imports pandas then
            found = connection.sql(self._connection.compile(table)).to_arrow_table()
        return iter(found.to_batches(max_chunksize=_ROWS))

    def mark(self, value: Value) -> Value:
        """Return a hash of 64 bits: that two values have one is less likely than a bad disk."""
        import ibis  # noqa: PLC0415  (only who uses an engine waits for it)

        takes = ((value.type(),), "uint64")
        return ibis.udf.scalar.builtin(_hash, name="hash", signature=takes)(value)

    def _parquet(self, name: str) -> Table:
        with _failures(name):
            read = self._connection.read_parquet(name, filename=True, file_row_number=True)
        numbered = read.mutate(**{FILE: read.filename, ROW: read.file_row_number + 1})
        return parquet.events(numbered.drop("filename", "file_row_number"), name)

    def _has_plain_lines(self, name: str) -> bool:
        """Say whether each line is an object with an event's keys, and texts where these belong."""
        import duckdb  # noqa: PLC0415  (only who uses it waits for it)

        run = self._connection.con.execute
        malformed = duckdb.InvalidInputException, duckdb.ConversionException
        with _failures(name), contextlib.suppress(*malformed):
            keys, cited = run(_ALL_KEYS, [name]).fetchone()
            if _are_among(_KEYS, keys) and all(
                _are_among(CITATION_KEYS, each) for each in cited or ()
            ):
                (plain,) = run(_ALL_TEXTS, [name]).fetchone()
                return plain is not False
        return False


def _are_among(known: Sequence[str], lists: Sequence[Sequence[str]] | None) -> bool:
    """Say whether lists of keys hold none but known ones."""
    return {key for each in lists or () for key in each} <= {*known}


@contextlib.contextmanager
def _failures(name: str = "") -> Iterator[None]:
    """Say in a line of ours what DuckDB says of a file, or of itself."""
    import duckdb  # noqa: PLC0415  (only who uses it waits for it)

    try:
        yield
    except duckdb.Error as error:
        said = fold_space(str(error).partition("\n")[0])
        if name and "No files found" in said:
            message = f"{file_name(name)} cannot be read: no such file; check its name"
            raise UnreadableError(message) from error
        if name and isinstance(error, duckdb.InvalidInputException):
            message = "this is no Parquet file; check its name"
            raise ContentError([Problem(name, 1, 1, message)]) from error
        raise failed(_NAME, said) from error
