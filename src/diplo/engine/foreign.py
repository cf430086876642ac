"""Tables with other headers: an engine reads their rows, and Python makes events of them."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from diplo.engine import delimited
from diplo.engine.addresses import names_one
from diplo.engine.heartbeat import heartbeat
from diplo.engine.rows import Opened
from diplo.engine.sieve import RowSieve
from diplo.engine.tables import ROW, Value
from diplo.model.events import REQUIRED_KEYS
from diplo.reading.document import Document, Watch, faulty
from diplo.reading.files import LARGEST_DOCUMENT
from diplo.reading.maps import opening
from diplo.reading.maps.document import TableDocument
from diplo.reading.merge import Open
from diplo.reading.table_options import TableOptions
from diplo.reading.tables.header import key_of
from diplo.reading.tables.table import Table
from diplo.terminal.errors import ContentError, Problem
from diplo.terminal.text import shown

if TYPE_CHECKING:
    from diplo.engine.duckdb import DuckDB

_UNPLAIN = (
    f"the file is larger than {LARGEST_DOCUMENT // 2**20} MiB and not plain enough for DuckDB; "
    "look for blank lines, quotes within cells, rows of different lengths and bytes that are not "
    "UTF-8, or make it Parquet"
)
_SHOWN = 80  # characters of a type
_SEVERAL = "these are tables with headers of their own; name each, or the folder with them"
_SEVERAL_BY_MAP = "a map reads one file after another, and not at an address; copy them here"


def parquet(opened: Opened, options: TableOptions, tell: Callable[[], object]) -> Document:
    """Return an opened Parquet table as a document; `tell` is called while the engine works."""
    if not names_one(opened.name):
        several = _SEVERAL_BY_MAP if options.map else _SEVERAL
        return faulty(opened.name, Problem(opened.name, 1, 1, several))
    document = opening.of_cells(opened.name, opened.header, opened.cells(), options)
    if isinstance(document, TableDocument):
        if wrong := _columns_without_text(opened, document.taken):
            return faulty(opened.name, *wrong)
        document.row_filter = RowSieve(opened.engine, opened.name, opened.raw, opened.header, tell)
    return document


def table_of(opened: Opened) -> Table:
    """Return an opened table, to draft a map for it.

    Raises:
        ContentError: a column with the name of a required key holds no texts.
    """
    needed = [at for at, name in enumerate(opened.header) if key_of(name) in REQUIRED_KEYS]
    if wrong := _columns_without_text(opened, needed):
        raise ContentError(wrong)
    return opening.as_table(opened.name, opened.header, opened.cells())


def _columns_without_text(opened: Opened, columns: Sequence[int]) -> list[Problem]:
    """Return the problem of each column whose values make neither a cell's text nor a list."""
    types, wrong = dict(opened.raw.schema().items()), []
    for at in columns:
        kind = types[opened.header[at]]
        if not _is_text(kind):
            kind_name = shown(str(kind), _SHOWN)[1:-1]
            message = (
                f"the column {shown(opened.header[at])} holds {kind_name}; make it a text or a "
            )
            message += "list of texts, or leave it out"
            wrong.append(Problem(opened.name, 1, at + 1, message))
    return wrong


def _is_text(kind: Value) -> bool:
    while kind.is_array():
        kind = kind.value_type
    return not (kind.is_struct() or kind.is_map() or kind.is_binary())


def text(
    engine: "DuckDB", name: str, options: TableOptions, otherwise: Open, watch: Watch
) -> Document:
    """Return delimited text as a document, opened by `otherwise` if DuckDB cannot read it."""
    tell = partial(watch, name, None)
    opened = delimited.head(name, options)
    if isinstance(opened, Document):
        return opened
    table = None
    if opened:
        with heartbeat(tell):
            table = engine.text(name, *opened[1:])
    if opened is None or table is None:
        too_large = os.path.getsize(name) > LARGEST_DOCUMENT
        return faulty(name, Problem(name, 1, 1, _UNPLAIN)) if too_large else otherwise(name, watch)
    columns = [column for column in table.columns if column != ROW]
    opened.document.row_filter = RowSieve(engine, name, table, columns, tell)
    return opened.document
