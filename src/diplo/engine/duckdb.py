"""DuckDB, in this process."""

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import duckdb
import ibis
from ibis.expr import operations

from diplo.engine.addresses import is_address
from diplo.engine.failures import DamagedError, MalformedError, SpillError, engine_failure
from diplo.engine.tables import (
    FILE,
    ROW,
    TEXTS,
    TYPES,
    ArrowTable,
    RecordBatch,
    Table,
    Value,
    call_builtin,
)
from diplo.model.events import CITATION_KEYS
from diplo.terminal.errors import ContentError, Problem, UnreadableError, file_name
from diplo.terminal.text import fold_space

Connection = Any  # of Ibis
Relation = Any  # of DuckDB

_NAME = "DuckDB"
_NOT_JSON = "Invalid Input Error: JSON transform"  # how DuckDB begins that it is malformed
_ROWS = 10_000  # per batch
_LONGEST = 2**24  # bytes of an event, or of a row
_AS_PLAIN = {
    "auto_detect": False,
    "header": False,
    "hive_partitioning": False,
    "quote": '"',
    "escape": '"',
    "max_line_size": _LONGEST,
}
_LINES = f"format = 'newline_delimited', maximum_object_size = {_LONGEST}"
_COLUMNS = {
    **dict.fromkeys(TYPES, "VARCHAR"),
    **dict.fromkeys(("countries", "actors"), "VARCHAR[]"),
    "sources": f"STRUCT({', '.join(f'{key} VARCHAR' for key in CITATION_KEYS)})[]",
    "status": "MAP(VARCHAR, VARCHAR)",
}
_SPACE, _TEXT = r"[ \t\r]*", r'"(?:[^"\\]|\\.)*"'
_TEXT_OR_NULL = f"(?:{_TEXT}|null)"


def _bracketed(brackets: str, inner: str) -> str:
    """Return the pattern of items in brackets, which in valid JSON have commas between them."""
    start, end = brackets[0], brackets[1]
    return rf"\{start}(?:{_SPACE}{inner}{_SPACE},?)*\{end}"


def _pair(keys: Iterable[str], value: str) -> str:
    return f'"(?:{"|".join(keys)})"{_SPACE}:{_SPACE}{value}'


_CITATION = _bracketed("{}", _pair(CITATION_KEYS, _TEXT_OR_NULL))
_STATE = f"{_TEXT}{_SPACE}:{_SPACE}{_TEXT}"
_PAIRS = (
    _pair(TEXTS, _TEXT_OR_NULL),
    _pair(("countries", "actors"), f"(?:{_bracketed('[]', _TEXT)}|null)"),
    _pair(("sources",), f"(?:{_bracketed('[]', _CITATION)}|null)"),
    _pair(("status",), f"(?:{_bracketed('{}', _STATE)}|null)"),
)
# An object with an event's keys, and texts where these belong.
_EVENT = _SPACE + _bracketed("{}", f"(?:{'|'.join(_PAIRS)})") + _SPACE
_ALL_ARE_EVENTS = f"SELECT bool_and(regexp_full_match(json, ?)) FROM read_json_objects(?, {_LINES})"


class _Stream:
    """An Arrow table that shows only its stream, or DuckDB would import pandas for it."""

    def __init__(self, table: ArrowTable) -> None:
        self._table = table

    def __arrow_c_stream__(self, schema: object = None) -> object:
        return self._table.__arrow_c_stream__(schema)


class DuckDB:
    """Reads files in this process."""

    @cached_property
    def _connection(self) -> Connection:
        connection = ibis.duckdb.connect()
        connection.con.execute("SET enable_progress_bar = false")
        return connection

    def open(self, name: str, form: str) -> Table:
        """Open what a path, a pattern or an address names, as "parquet" or "ndjson".

        Return None if lines are not plainly events.

        Raises:
            UnreadableError: it cannot be read.
            ContentError: it is no Parquet.
            EngineError: DuckDB failed.
        """
        if form == "parquet":
            return self._parquet(name)
        if not self._has_plain_lines(name):
            return None
        return self._connection.read_json(
            name, format="newline_delimited", maximum_object_size=_LONGEST, columns=_COLUMNS
        )

    def text(self, name: str, delimiter: str, skip: int, width: int) -> Table | None:
        """Open delimited text below `skip` lines, with numbered columns and `ROW`.

        Return None if a row has more or fewer columns, a quote is not closed, or the like.
        """
        columns = {str(at): "VARCHAR" for at in range(width)}
        with contextlib.suppress(duckdb.Error):  # Python finds out what is wrong
            read = self._connection.read_csv(
                name, columns=columns, delim=delimiter, skip=skip, **_AS_PLAIN
            )
            self._relation(read.count().as_table()).fetchall()
            return read.mutate(**{ROW: ibis.row_number() + skip + 1})
        return None

    def batches(self, table: Table) -> Iterator[RecordBatch]:
        """Run a query and return its rows in batches.

        Raises:
            MalformedError: an object of JSON repeats a key.
            DamagedError: a file is damaged within.
            EngineError: DuckDB failed.
        """
        with _failures():
            rows = self._relation(table).to_arrow_table()
        return iter(rows.to_batches(max_chunksize=_ROWS))

    def stream(self, table: Table) -> Iterator[RecordBatch]:
        """Run a query and yield its rows in batches, as soon as there are any.

        No other query may run until all rows are read. It raises what `batches` raises.
        """
        with _failures():
            yield from self._relation(table).to_arrow_reader(_ROWS)

    def _relation(self, table: Table) -> Relation:
        """Compile a query to a relation of DuckDB, as running it by Ibis would import pandas."""
        connection = self._connection.con
        for beside in table.op().find(operations.InMemoryTable):
            stream = _Stream(beside.data.to_pyarrow(beside.schema))
            connection.register(beside.name, stream)
        return connection.sql(self._connection.compile(table))

    def mark(self, value: Value) -> Value:
        """Return a hash of 64 bits, which two values share less often than a disk fails."""
        return call_builtin("hash", value, "uint64")

    def _parquet(self, name: str) -> Table:
        kinds = {"filename": True, "file_row_number": True, "hive_types_autocast": False}
        with _failures(name):
            read = self._connection.read_parquet(name, hive_partitioning=False, **kinds)
            is_file = os.path.isfile(name)  # else there may be folders that the name does not show
            if "=" in os.path.abspath(name) or not is_file:
                read = self._with_folders(name, read, kinds)
        numbered = read.mutate(**{FILE: _as_named(read, name), ROW: read.file_row_number + 1})
        return numbered.drop("filename", "file_row_number")

    def _with_folders(self, name: str, plain: Table, kinds: Mapping[str, bool]) -> Table:
        """Return a table with the keys of events that folders such as type=visit give, if any."""
        read = self._connection.read_parquet(name, hive_partitioning=True, **kinds)
        added = {*read.columns} - {*plain.columns}
        return read.drop(*added.difference(TYPES)) if added & {*TYPES} else plain

    def _has_plain_lines(self, name: str) -> bool:
        """Say whether each line looks like an event.

        Repeated keys are not noticed here, but when a query reads them.
        """
        malformed = duckdb.InvalidInputException, duckdb.ConversionException
        # A query that fails blocks its connection, so this one has a connection of its own.
        apart = contextlib.closing(self._connection.con.cursor())
        with _failures(name), contextlib.suppress(*malformed), apart as cursor:
            (plain,) = cursor.execute(_ALL_ARE_EVENTS, [_EVENT, name]).fetchone()
            return plain is not False
        return False


def _as_named(read: Table, name: str) -> Value:
    """Return names of files as relative paths, if the name is one; Ibis makes them absolute."""
    folder = os.path.join(os.getcwd(), "")
    if os.path.isabs(name):
        return read.filename
    relative = read.filename.substr(len(folder))
    return ibis.ifelse(read.filename.startswith(folder), relative, read.filename)


@contextlib.contextmanager
def _failures(name: str = "") -> Iterator[None]:
    """Raise our own errors, with one line, for those of DuckDB on a file or on itself."""
    try:
        yield
    except duckdb.Error as error:
        first_line = fold_space(str(error).partition("\n")[0])
        if first_line.startswith(_NOT_JSON):
            raise MalformedError(first_line) from error
        if name and "No files found" in first_line:
            raise UnreadableError(
                f"{file_name(name)} cannot be read: no such file; check its name"
            ) from error
        if is_address(name) and "extension" in first_line:
            raise UnreadableError(
                f"{file_name(name)} cannot be read: DuckDB cannot fetch the extension that opens "
                "addresses; check the network, or copy the file here"
            ) from error
        # DuckDB has no class for errors on damage within a file.
        is_damaged = type(error) is duckdb.Error or isinstance(error, duckdb.InvalidInputException)
        if name and is_damaged:
            message = "this is not a Parquet file; check its name"
            raise ContentError([Problem(name, 1, 1, message)]) from error
        failure = engine_failure(_NAME, first_line)
        if is_damaged and not isinstance(failure, SpillError):
            raise DamagedError(*failure.args) from error
        raise failure from error
