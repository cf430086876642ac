"""Which engine reads a file: none for curated ones, DuckDB for large ones, or what is asked for."""

import functools
import os
import re
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import PurePath
from typing import TYPE_CHECKING

from diplo.engine.tables import Engine
from diplo.reading.document import Document, Watch, unreadable
from diplo.reading.merge import Open
from diplo.reading.opening import open_document
from diplo.terminal.errors import (
    STANDARD_INPUT,
    ContentError,
    Problem,
    UnreadableError,
    UsageError,
    file_name,
)
from diplo.terminal.inputs import comes_once
from diplo.terminal.text import shown

if TYPE_CHECKING:
    from diplo.engine.rows import Opened
    from diplo.reading.tables.manner import Manner
    from diplo.reading.tables.table import Table

LARGE = 64 * 2**20  # bytes of a file that an engine reads sooner than Python does
PYTHON, DUCKDB = "python", "duckdb"
_SPARK = re.compile(r"spark://.+|k8s://.+|yarn|local(\[.+\])?")  # what Spark takes as a master
_FORMATS = {".parquet": "parquet", ".ndjson": "ndjson", ".jsonl": "ndjson"}
_PATTERN = re.compile(r"[*?\[]")
_SURROGATE = re.compile("[\ud800-\udfff]")  # stands for a byte that is no UTF-8


def opener(
    asked: str | None, otherwise: Open = open_document, manner: "Manner | None" = None
) -> Open:
    """Return what opens files with the engine that was asked for, or as is best for each.

    What no engine reads is opened `otherwise`. The manner says how tables are to be read.

    Raises:
        UsageError: there is no such engine.

    """
    if asked not in (None, PYTHON, DUCKDB) and not _SPARK.fullmatch(asked or ""):
        message = (
            f"there is no engine {shown(asked or '')}; "
            "write python, duckdb or a Spark master, as in spark://host:7077 or local[2]"
        )
        raise UsageError(message)

    def open_(name: str, watch: Watch) -> Document:
        form = _format_for(name, asked)
        is_one = not (_is_address(name) or _PATTERN.search(name))
        has_map = manner is not None and manner.map is not None
        if form is None or (form == "ndjson" and has_map and is_one):
            return otherwise(name, watch)
        from diplo.engine.rows import Rows  # noqa: PLC0415  (only who uses an engine waits for it)
        from diplo.engine.waiting import telling  # noqa: PLC0415

        tell = partial(watch, name, None)
        if is_one:
            _check(name, form)
        instead = partial(otherwise, name, watch) if is_one and form == "ndjson" else None
        try:
            with telling(tell):
                opened = _opened(asked or DUCKDB, name, form)
                if opened.is_foreign or has_map:
                    return _table(opened, manner) if is_one else _several(name, has_map=has_map)
                opened.check()
        except ContentError as error:  # of which others may have more to tell
            document = Document(name)
            document.problems = list(error.problems)
            return document
        return Rows(name, opened, instead, tell)

    return open_


@functools.cache
def _opened(asked: str, name: str, form: str) -> "Opened":
    from diplo.engine.rows import Opened  # noqa: PLC0415  (only who uses an engine waits for it)

    return Opened(_engine(asked, name), name, form)


def _table(opened: "Opened", manner: "Manner | None") -> Document:
    """Return the rows of an engine as those of any other table, of which Python makes events."""
    from diplo.reading.tables import opening  # noqa: PLC0415  (most files are no tables)
    from diplo.reading.tables.manner import Manner  # noqa: PLC0415

    return opening.of_cells(opened.name, opened.header, opened.cells(), manner or Manner())


def table(name: str) -> "Table | None":
    """Return the table that a Parquet file is, None where there is none in it but events.

    Raises:
        ContentError: it is no Parquet.
        UnreadableError: it cannot be read, or nothing is installed that reads it.

    """
    from diplo.reading.tables.opening import as_table  # noqa: PLC0415  (most files are no tables)

    if _format_for(name, None) != "parquet":
        return None
    opened = _opened(DUCKDB, name, "parquet")
    return as_table(name, opened.header, opened.cells()) if opened.is_foreign else None


def _several(name: str, *, has_map: bool) -> Document:
    """Return the problem of tables that are opened together."""
    document = Document(name)
    message = "these are tables with headers of their own; name each, or the folder with them"
    if has_map:
        message = "a map reads one file after another, and not at an address; copy them here"
    document.problems = [Problem(name, 1, 1, message)]
    return document


def is_for_engine(asked: str | None, name: str, *, one: bool = False) -> bool:
    """Say whether an engine opens all files for which a name stands, a pattern perhaps.

    With a map it opens `one` at a time, unless they are at an address.
    """
    return _format_for(name, asked) is not None and not (one and not _is_address(name))


def _format_for(name: str, asked: str | None) -> str | None:
    """Return the format in which an engine reads a file, None where Python reads it."""
    form = _FORMATS.get(PurePath(name).suffix.lower())
    if _is_address(name):  # opened only where an engine was asked for
        if asked not in (None, PYTHON):
            return form or "parquet"
        how = "--engine duckdb or --engine spark://host:7077"
        message = f"{file_name(name)} is an address; to open it, give {how}"
        raise UnreadableError(message)
    if form == "parquet" and asked == PYTHON:
        message = f"{file_name(name)} is Parquet, which an engine reads; leave out --engine python"
        raise UsageError(message)
    if form is None or asked == PYTHON or name == STANDARD_INPUT:
        return None
    if form == "parquet" or asked:
        return form
    return form if _size(name) > LARGE and find_spec("ibis") and find_spec("duckdb") else None


def _is_address(name: str) -> bool:
    return "://" in name


def _size(name: str) -> int:
    """Return the number of bytes of a file, 0 where there is none."""
    return os.path.getsize(name) if os.path.isfile(name) else 0


def _engine(asked: str, name: str) -> Engine:
    """Return an engine.

    Raises:
        UnreadableError: it is not installed.

    """
    extra, needs = ("engine", "duckdb") if asked == DUCKDB else ("spark", "pyspark")
    if not (find_spec("ibis") and find_spec(needs)):
        message = (
            f"{file_name(name)} needs an engine that is not installed; "
            f"run pip install 'diplo[{extra}]'"
        )
        raise UnreadableError(message)
    return _started(asked)


@functools.cache
def _started(asked: str) -> Engine:
    if asked == DUCKDB:
        engine: Engine = import_module("diplo.engine.duckdb").DuckDB()
        return engine
    spark: Engine = import_module("diplo.engine.spark").Spark(asked)
    return spark


def _check(name: str, form: str) -> None:
    """Make sure that there is a file, and one that engines can open."""
    try:
        os.stat(name)
    except OSError as error:
        raise unreadable(name, error) from error
    why = ""
    if form == "parquet" and comes_once(name):
        why = "Parquet is not read in one go; write it to a file first"
    elif form == "parquet" and _SURROGATE.search(os.path.abspath(name)):
        why = "its path is not UTF-8; rename it"
    if why:
        message = f"{file_name(name)} cannot be read: {why}"
        raise UnreadableError(message)
