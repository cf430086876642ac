"""What an engine is, and the one shape in which it returns events: a column for each key."""

import itertools
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import ibis
import numpy as np
import pyarrow as pa
from ibis.expr.operations import InMemoryTable
from ibis.formats.pyarrow import PyArrowTableProxy
from pyarrow.lib import StringBuilder

from diplo.model.events import CITATION_KEYS, DERIVED_KEYS, EVENT_KEYS

if TYPE_CHECKING:
    from array import array

# The objects of Ibis, Arrow and NumPy, which have no types for others to use.
Table = Any
Value = Any
RecordBatch = Any  # of Arrow
Column = Any  # of these
ArrowTable = Any
Array = Any  # of NumPy
Numbers: TypeAlias = "array[int]"  # of 32 or 64 bits

FILE, ROW = "(file)", "(row)"  # the place of an event: its file, and its row from 1
LINE = "(line)"  # an event as a line of JSON
TYPES = {
    **dict.fromkeys(EVENT_KEYS, "string"),
    **dict.fromkeys(("countries", "actors"), "array<string>"),
    "sources": f"array<struct<{', '.join(f'{key}: string' for key in CITATION_KEYS)}>>",
    "status": "map<string, string>",
}
TEXTS = tuple(k for k in (*TYPES, *DERIVED_KEYS) if TYPES.get(k, "string") == "string")

_MOST_SORTED = 2**25  # marks, which take 256 MB
_numbers = itertools.count()  # of tables in memory


def text_table(**columns: Collection[str]) -> Table:
    """Return a table of texts in memory."""
    return _of_arrow(pa.table({key: _array(texts) for key, texts in columns.items()}))


def number_table(**columns: Numbers) -> Table:
    """Return a table of whole numbers in memory."""
    return _of_arrow(pa.table({key: _numbered(numbers) for key, numbers in columns.items()}))


def with_numbers(rows: ArrowTable, names: Sequence[str], added: str, numbers: Numbers) -> Table:
    """Return rows that an engine has found, with columns renamed and a column of numbers added."""
    renamed = rows.rename_columns([*names])
    return _of_arrow(renamed.append_column(added, _numbered(numbers)))


def flattened(column: Column) -> ArrowTable:
    """Return the structs that a column lists as the rows of a table."""
    listed = column.flatten()
    return pa.Table.from_arrays(listed.flatten(), names=[field.name for field in listed.type])


def _of_arrow(table: ArrowTable) -> Table:
    schema = ibis.Schema.from_pyarrow(table.schema)
    name = f"beside_{next(_numbers)}"  # not by `memtable`, which imports pandas
    return InMemoryTable(name=name, schema=schema, data=PyArrowTableProxy(table)).to_expr()


def _numbered(numbers: Numbers) -> Column:
    """Return a column of Arrow, without pandas, as `_array` does."""
    kind = {"i": pa.int32(), "q": pa.int64()}[numbers.typecode]
    return pa.Array.from_buffers(kind, len(numbers), [None, pa.py_buffer(numbers)])


def _array(texts: Collection[str]) -> Column:
    """Return a column of Arrow, without pandas, which `pyarrow.array` imports."""
    builder = StringBuilder()
    builder.append_values(texts)
    return builder.finish()


def as_lines(table: Table) -> Table:
    """Return events as lines of JSON, which engines make faster than Python makes anything."""
    event = ibis.struct({key: table[key] for key in TYPES})
    names = [key for key in (FILE, ROW, "id") if key in table.columns]
    return table.select(*names, **{LINE: call_builtin("to_json", event, "string")})


def call_builtin(name: str, value: Value, kind: str) -> Value:
    """Return the result, of a `kind`, of a function of the engine's own, which Ibis lacks."""
    signature = ((value.type(),), kind)
    return ibis.udf.scalar.builtin(_own, name=name, signature=signature)(value)


def _own(_value: object) -> None:
    """Stand in for a function of the engine's own."""


class Engine(Protocol):
    """A reader of many events."""

    def open(self, name: str, form: str) -> Table:
        """Open what a path, a pattern or an address names, as "parquet" or "ndjson".

        Parquet comes as it is, with `FILE` and `ROW`. Return None if lines are not plainly events.

        Raises:
            UnreadableError: it cannot be read.
            ContentError: it is of another format.
            EngineError: the engine failed.
        """

    def batches(self, table: Table) -> Iterator[RecordBatch]:
        """Run a query and return its rows in batches.

        Raises:
            UnreadableError: a file cannot be read further.
            EngineError: the engine failed.
        """

    def stream(self, table: Table) -> Iterator[RecordBatch]:
        """Run a query and yield its rows in batches, as soon as there are any.

        No other query may run until all rows are read. It raises what `batches` raises.
        """

    def mark(self, value: Value) -> Value:
        """Return what is quick to compare and differs, at least almost surely, between values."""


def number_of_distinct(engine: Engine, column: Value) -> int:
    """Count the different values of a column, nulls apart; it raises what `batches` raises.

    NumPy sorts marks in a third of the time that engines take to group them.
    """
    values = column.name("value").as_table()
    marks = values.filter(values.value.notnull()).select(mark=engine.mark(values.value))
    if _number(engine, marks.count()) > _MOST_SORTED:
        return _number(engine, marks.mark.nunique())
    joined = np.concatenate([np.empty(0, "i8"), *map(_numbers_of, engine.batches(marks))])
    joined.sort()
    return int((joined[1:] != joined[:-1]).sum()) + 1 if joined.size else 0


def _numbers_of(batch: RecordBatch) -> Array:
    """Return the marks of a batch without `to_numpy`, which imports pandas."""
    (column,) = batch.columns
    _, content = column.buffers()
    return np.frombuffer(content, "i8", len(column), 8 * column.offset)


def _number(engine: Engine, value: Value) -> int:
    """Return the one number that a query gives."""
    return sum(sum(batch.columns[0].to_pylist()) for batch in engine.batches(value.as_table()))
