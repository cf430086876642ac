"""Choose the engine for a file: the one asked for, DuckDB for large files, or none."""

import contextlib
import functools
import os
import re
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from diplo.engine.addresses import check_address, ending, is_address, names_one
from diplo.reading import unmapped
from diplo.reading.document import Document, Watch, faulty, unreadable
from diplo.reading.merge import Open
from diplo.reading.opening import open_document
from diplo.reading.table_options import NO_OPTIONS, TableOptions
from diplo.terminal.errors import (
    ContentError,
    UnreadableError,
    UsageError,
    file_name,
)
from diplo.terminal.inputs import comes_once
from diplo.terminal.text import shown

if TYPE_CHECKING:
    from diplo.engine.duckdb import DuckDB
    from diplo.engine.rows import Opened
    from diplo.engine.tables import Engine
    from diplo.reading.tables.table import Table

LARGE = 64 * 2**20  # bytes; larger files are read faster by an engine than by Python
PYTHON, DUCKDB = "python", "duckdb"
_SPARK = re.compile(r"spark://.+|k8s://.+|yarn|local(\[.+\])?")  # what Spark takes as a master
_TEXT = "text"  # delimited
_FORMATS = {
    ".parquet": "parquet",
    **dict.fromkeys((".ndjson", ".jsonl"), "ndjson"),
    **dict.fromkeys((".csv", ".tsv", ".tab"), _TEXT),
}
_SURROGATE = re.compile("[\ud800-\udfff]")  # stands for a byte that is no UTF-8


def opener(
    engine: str | None, otherwise: Open = open_document, options: TableOptions = NO_OPTIONS
) -> Open:
    """Return a function that opens files with the engine asked for, or with the best for each.

    Files that no engine reads are opened by `otherwise`; `options` has the options for tables.

    Raises:
        UsageError: there is no such engine.
    """
    if engine not in (None, PYTHON, DUCKDB) and not _SPARK.fullmatch(engine or ""):
        raise UsageError(
            f"there is no engine {shown(engine or '')}; "
            "write python, duckdb or a Spark master, as in spark://host:7077 or local[2]"
        )

    def open_(name: str, watch: Watch) -> Document:
        return unmapped.mark(opened(name, watch), options)

    def opened(name: str, watch: Watch) -> Document:
        form = _format_for(name, engine)
        is_one = names_one(name)
        if form is None or (form == "ndjson" and options.map and is_one):
            return otherwise(name, watch)
        if is_one:
            _check(name, form)
        if form == _TEXT:
            return _text_document(name, options, otherwise, watch)
        instead = partial(otherwise, name, watch) if is_one and form == "ndjson" else None
        return _engine_document(
            engine or DUCKDB, name, form, options, instead, partial(watch, name, None)
        )

    return open_


def _text_document(name: str, options: TableOptions, otherwise: Open, watch: Watch) -> Document:
    """Open delimited text."""
    _check_installed(DUCKDB, name)
    from diplo.engine import foreign  # noqa: PLC0415  (it imports Ibis)

    return foreign.text(_duckdb(), name, options, otherwise, watch)


def _engine_document(
    engine: str,
    name: str,
    form: str,
    options: TableOptions,
    instead: Callable[[], Document] | None,
    tell: Callable[[], object],
) -> Document:
    """Open events, or a table in Parquet with other headers."""
    from diplo.engine.heartbeat import heartbeat  # noqa: PLC0415  (only engines need it)

    try:
        with heartbeat(tell):
            opened = _opened(engine, name, form)
            from diplo.engine import foreign, rows  # noqa: PLC0415  (they import Ibis)

            if opened.is_foreign or options.makes_events:
                return foreign.parquet(opened, options, tell)
            opened.check()
    except ContentError as error:  # a document, as other files may have problems too
        return faulty(name, *error.problems)
    if instead and opened.table is None:
        return instead()
    return rows.EngineDocument(name, opened, instead, tell)


@functools.cache
def _opened(engine: str, name: str, form: str) -> "Opened":
    _check_installed(engine, name)
    from diplo.engine.rows import Opened  # noqa: PLC0415  (it imports Ibis)

    return Opened(_duckdb() if engine == DUCKDB else _spark(engine), name, form)


def table(name: str) -> "Table | None":
    """Return the table in a Parquet file, None if it holds events or is another file.

    Raises:
        ContentError: it is no Parquet, or a column that events need holds no texts.
        UnreadableError: it cannot be read, or nothing is installed that reads it.
    """
    if _format_for(name, None) != "parquet":
        return None
    opened = _opened(DUCKDB, name, "parquet")
    from diplo.engine import foreign  # noqa: PLC0415  (it imports Ibis)

    return foreign.table_of(opened) if opened.is_foreign else None


def is_for_engine(engine: str | None, name: str, *, one_by_one: bool = False) -> bool:
    """Say whether an engine opens all files that a name, perhaps a pattern, stands for together.

    It does so at an address. Local files are opened `one_by_one` for a map, if some Parquet has
    other headers, or if JSON goes to DuckDB, which does not say which of several files a line is
    from.
    """
    form = _format_for(name, engine)
    if form is None or is_address(name):
        return form is not None
    return not one_by_one and (names_one(name) or _knows_files_apart(engine or DUCKDB, name, form))


def _knows_files_apart(engine: str, pattern: str, form: str) -> bool:
    """Say whether an engine makes events of all files of a pattern, and knows which is which."""
    if form != "parquet":
        return engine != DUCKDB
    with contextlib.suppress(ContentError, UnreadableError):  # opening it reports them again
        return not _opened(engine, pattern, form).is_foreign
    return True


def _format_for(name: str, engine: str | None) -> str | None:
    """Return the format in which an engine reads a file, None if Python reads it.

    Raises:
        UnreadableError: no engine is asked for at an address, or none reads its format there.
        UsageError: Parquet is to be read by Python.
    """
    form = _FORMATS.get(ending(name))
    if is_address(name):
        check_address(name, engine if engine != PYTHON else None)
        return form or "parquet"
    if form == "parquet" and engine == PYTHON:
        raise UsageError(
            f"{file_name(name)} is Parquet, which an engine reads; leave out --engine python"
        )
    if form is None or engine == PYTHON or (form != "parquet" and comes_once(name)):
        return None
    if form == _TEXT and not (_size(name) and names_one(name) and engine in (None, DUCKDB)):
        return None
    if form == "parquet" or engine:
        return form
    return form if _size(name) > LARGE and find_spec("ibis") and find_spec("duckdb") else None


def _size(name: str) -> int:
    """Return the number of bytes of a file, 0 if there is no such file."""
    return os.path.getsize(name) if os.path.isfile(name) else 0


def _check_installed(engine: str, name: str) -> None:
    """Make sure that an engine is installed.

    Raises:
        UnreadableError: it is not.
    """
    extra, needs = ("engine", "duckdb") if engine == DUCKDB else ("spark", "pyspark")
    if not (find_spec("ibis") and find_spec(needs)):
        raise UnreadableError(
            f"{file_name(name)} needs an engine that is not installed; "
            f"run pip install 'diplo[{extra}]'"
        )


@functools.cache
def _duckdb() -> "DuckDB":
    from diplo.engine.duckdb import DuckDB  # noqa: PLC0415  (it imports DuckDB)

    return DuckDB()


@functools.cache
def _spark(master: str) -> "Engine":
    from diplo.engine.spark import Spark  # noqa: PLC0415  (it imports PySpark)

    return Spark(master)


def _check(name: str, form: str) -> None:
    """Make sure that a file exists, and that engines can open it.

    Raises:
        UnreadableError: it does not, or they cannot.
    """
    try:
        os.stat(name)
    except OSError as error:
        raise unreadable(name, error) from error
    why = ""
    if form == "parquet" and comes_once(name):
        why = "Parquet needs a file, not a pipe; write it to one first"
    elif form == "parquet" and _SURROGATE.search(os.path.abspath(name)):
        why = "its path is not UTF-8; rename it"
    if why:
        raise UnreadableError(f"{file_name(name)} cannot be read: {why}")
