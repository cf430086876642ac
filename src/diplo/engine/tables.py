"""The one shape in which an engine gives events: a column for each of their keys."""

import itertools
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from diplo.model.events import CITATION_KEYS, DERIVED_KEYS, EVENT_KEYS

if TYPE_CHECKING:
    from array import array

# What Ibis makes has types for its own use only.
Table = Any
Value = Any
RecordBatch = Any  # of Arrow
Column = Any  # of these
ArrowTable = Any
Numbers: TypeAlias = "array[int]"  # of 32 or 64 bits

FILE, ROW = "(file)", "(row)"  # where an event stands: in which file, as which row, from 1
LINE = "(line)"  # an event as a line of JSON
TYPES = {
    **dict.fromkeys(EVENT_KEYS, "string"),
    **dict.fromkeys(("countries", "actors"), "array<string>"),
    "sources": f"array<struct<{', '.join(f'{key}: string' for key in CITATION_KEYS)}>>",
    "status": "map<string, string>",
}
TEXTS = tuple(k for k in (*TYPES, *DERIVED_KEYS) if TYPES.get(k, "string") == "string")

_numbers = itertools.count()  # of tables beside files


def beside(**columns: Collection[str]) -> Table:
    """Return a table of texts that are in no file."""
    import pyarrow as pa  # noqa: PLC0415  (only who uses an engine waits for it)

    return _of_arrow(pa.table({key: _array(texts) for key, texts in columns.items()}))


def of_numbers(**columns: Numbers) -> Table:
    """Return a table of whole numbers that are in no file."""
    import pyarrow as pa  # noqa: PLC0415  (only who uses an engine waits for it)

    return _of_arrow(pa.table({key: _numbered(numbers) for key, numbers in columns.items()}))


def with_numbers(rows: ArrowTable, names: Sequence[str], added: str, numbers: Numbers) -> Table:
    """Return rows that an engine has found, under other names, and with a number each."""
    renamed = rows.rename_columns([*names])
    return _of_arrow(renamed.append_column(added, _numbered(numbers)))


def flattened(column: Column) -> ArrowTable:
    """Return the rows of which a column holds a list."""
    import pyarrow as pa  # noqa: PLC0415  (only who uses an engine waits for it)

    listed = column.flatten()
    return pa.Table.from_arrays(listed.flatten(), names=[field.name for field in listed.type])


def _of_arrow(table: Any) -> Table:  # noqa: ANN401  (as above)
    import ibis  # noqa: PLC0415  (only who uses an engine waits for it)
    from ibis.expr.operations import InMemoryTable  # noqa: PLC0415
    from ibis.formats.pyarrow import PyArrowTableProxy  # noqa: PLC0415

    schema = ibis.Schema.from_pyarrow(table.schema)
    name = f"beside_{next(_numbers)}"  # not by `memtable`, which imports pandas
    return InMemoryTable(name=name, schema=schema, data=PyArrowTableProxy(table)).to_expr()


def _numbered(numbers: Numbers) -> Any:  # noqa: ANN401  (as above)
    """Return a column of Arrow, without pandas, as below."""
    import pyarrow as pa  # noqa: PLC0415  (only who uses an engine waits for it)

    kind = {"i": pa.int32(), "q": pa.int64()}[numbers.typecode]
    return pa.Array.from_buffers(kind, len(numbers), [None, pa.py_buffer(numbers)])


def _array(texts: Collection[str]) -> Any:  # noqa: ANN401  (pyarrow has no types for others)
    """Return a column of Arrow, without pandas, which `pyarrow.array` imports."""
    from pyarrow.lib import StringBuilder  # noqa: PLC0415  (only who uses an engine waits for it)

    builder = StringBuilder()
    builder.append_values(texts)
    return builder.finish()


def as_lines(table: Table) -> Table:
    """Return events as lines of JSON, which engines make sooner than Python makes anything."""
    import ibis  # noqa: PLC0415  (only who uses an engine waits for it)

    event = ibis.struct({key: table[key] for key in TYPES})
    to_json = ibis.udf.scalar.builtin(
        _to_json, name="to_json", signature=((event.type(),), "string")
    )
    kept = [key for key in (FILE, ROW, "id") if key in table.columns]
    return table.select(*kept, **{LINE: to_json(event)})


def _to_json(_event: object) -> None:
    """Stand for the function of engines that has this name."""


class Engine(Protocol):
    """What reads many events."""

    def open(self, name: str, form: str) -> Table:
        """Open what a path, a pattern or an address names, as "parquet" or "ndjson".

        Parquet comes as it is, with `FILE` and `ROW`. It is None where lines are not plainly
        events.

        Raises:
            UnreadableError: it cannot be read.
            ContentError: it is of another format.

        """

    def batches(self, table: Table) -> Iterator[RecordBatch]:
        """Run a query and return its rows, many at a time.

        Raises:
            UnreadableError: a file cannot be read on.
            EngineError: the engine failed.

        """

    def stream(self, table: Table) -> Iterator[RecordBatch]:
        """Run a query and yield its rows, many at a time, as soon as there are some.

        No other may run until all are there. It raises what `batches` raises.
        """

    def mark(self, value: Value) -> Value:
        """Return what tells values apart, each or nearly surely each, and is quick to compare."""
