"""Spark, in processes of its own: on this machine or on a cluster."""

import contextlib
import itertools
import os
import re
import threading
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import ibis
from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import functions as f

from diplo.engine import json_lines
from diplo.engine.addresses import PATTERN
from diplo.engine.failures import NO_SPACE, EngineError, engine_failure
from diplo.engine.session import Session, quiet, start_session
from diplo.engine.tables import FILE, ROW, TYPES, RecordBatch, Table, Value, call_builtin
from diplo.terminal.errors import (
    ContentError,
    DiploError,
    Problem,
    UnreadableError,
    file_name,
)
from diplo.terminal.text import fold_space, shown

# The objects of Ibis and PySpark, which have no types for others to use.
Connection = Any
Frame = Any
Column = Any
Context = Any

_NAME = "Spark"
_ROWS = 10_000  # per batch
_PATIENCE = 60  # seconds in which some worker must do something
_QUERY = "found"  # a view that each query replaces
_SPECIAL = re.compile(r"[\\{}]")  # in a pattern of Hadoop, but not in one of DuckDB
# The words of Spark and Java.
_READING = re.compile(r"error while reading file (\S+?)\. ")
_CANCELLED = "cancelled as part of cancellation of all jobs"
_AT_LAST = re.compile(r"^Caused by: (.*)$", re.MULTILINE)
_AT_FIRST = re.compile(r"\A(?:An error occurred while calling .*\n: )?(.*)")


class Spark:
    """Reads files with the workers of a Spark master."""

    def __init__(self, master: str) -> None:
        """Take the master, as in "spark://host:7077" or "local[2]"."""
        self._master = master
        self._numbers = itertools.count()  # of the views of files

    @cached_property
    def _session(self) -> Session:
        return start_session(self._master)

    @cached_property
    def _connection(self) -> Connection:
        return ibis.pyspark.connect(self._session)

    def open(self, name: str, form: str) -> Table:
        """Open what a path, a pattern or an address names, as "parquet" or "ndjson".

        Return None if lines are not plainly events.

        Raises:
            UnreadableError: it cannot be read.
            ContentError: it is no Parquet.
            EngineError: Spark does not start, or failed.
        """
        with _failures(name), quiet():
            rows = self._lines(name) if form == "ndjson" else self._parquet(name)
            if rows is None:
                return None
            view = f"opened_{next(self._numbers)}"
            rows.createOrReplaceTempView(view)
            return self._connection.table(view)

    def batches(self, table: Table) -> Iterator[RecordBatch]:
        """Run a query and return its rows in batches.

        Raises:
            UnreadableError: a file cannot be read further.
            EngineError: Spark failed.
        """
        with _failures(), quiet(), _watched(self._session.sparkContext):
            self._connection.create_view(_QUERY, table, overwrite=True)
            rows = self._session.table(_QUERY).toArrow()
        return iter(rows.to_batches(max_chunksize=_ROWS))

    def stream(self, table: Table) -> Iterator[RecordBatch]:
        """Run a query and return its rows, all of which Spark sends at once."""
        return self.batches(table)

    def mark(self, value: Value) -> Value:
        """Return a hash of 64 bits, as DuckDB does; the one that Ibis takes has 32."""
        return call_builtin("xxhash64", value, "int64")

    def _parquet(self, name: str) -> Frame:
        with_folders = self._session.read.parquet(_address(name))
        read = self._session.read.option("recursiveFileLookup", "true").parquet(_address(name))
        added = {*with_folders.columns} - {*read.columns}  # of folders such as type=visit
        if added & {*TYPES}:
            read = with_folders.drop(*added.difference(TYPES))
        return read.withColumns({FILE: _file(name), ROW: f.col("_metadata.row_index") + 1})

    def _lines(self, name: str) -> Frame:
        """Return the events on lines, None if some line is not plainly one."""
        lines = self._session.read.text(_address(name), lineSep="\n").where(json_lines.IS_FULL)
        parsed = lines.selectExpr("value", json_lines.JSON)
        with _watched(self._session.sparkContext):
            (is_plain,) = parsed.selectExpr(f"every({json_lines.IS_PLAIN})").first()
        if is_plain is False:
            return None
        return lines.selectExpr(f"from_json(value, '{json_lines.TYPED}') AS event").select(
            "event.*"
        )


def _address(name: str) -> str:
    """Return a name for Spark, a path as a file: URL, lest Spark look for it elsewhere."""
    name.encode()  # fails at once if the name is not UTF-8
    if "://" in name:
        return name
    path = _SPECIAL.sub(r"\\\g<0>", os.path.abspath(name))
    return f"file://{path}"


def _file(name: str) -> Column:
    """Return the column of the names of files, which begin as the path or the pattern does."""
    if os.path.isfile(name):
        return f.lit(name)
    url = f.col("_metadata.file_path")
    if "://" in name:
        return url
    folder = name if os.path.isdir(name) else os.path.dirname(PATTERN.split(name)[0])
    first = os.path.join(folder, "")
    above = os.path.join(f"file:{os.path.abspath(first)}", "")
    path = f.url_decode(f.replace(url, f.lit("+"), f.lit("%2B")))
    return f.concat(f.lit(first), f.substr(path, f.lit(len(above) + 1)))


@contextlib.contextmanager
def _watched(context: Context) -> Iterator[None]:
    """Cancel a query that no worker works on, as Spark would wait for one for ever."""
    is_over = threading.Event()
    threading.Thread(target=_watch, args=(context, is_over), daemon=True).start()
    try:
        yield
    finally:
        is_over.set()


def _watch(context: Context, is_over: threading.Event) -> None:
    idle, tracker = 0, context.statusTracker()
    with contextlib.suppress(Exception):  # the query itself reports a lost session
        while not is_over.wait(1):
            stages = [*filter(None, map(tracker.getStageInfo, tracker.getActiveStageIds()))]
            waits = stages and not any(stage.numActiveTasks for stage in stages)
            idle = idle + 1 if waits else 0
            if idle == _PATIENCE:
                context.cancelAllJobs()


@contextlib.contextmanager
def _failures(name: str = "") -> Iterator[None]:
    """Raise our own errors, with one line, for those of Spark on a file or on itself."""
    try:
        yield
    except (PySparkException, Py4JError, OSError, EOFError, ValueError) as error:
        raise _failure(name, str(error)) from error


def _failure(name: str, message: str) -> DiploError:
    if "PATH_NOT_FOUND" in message:
        return UnreadableError(f"{file_name(name)} cannot be read: no such file; check its name")
    if name and ("is not a Parquet file" in message or "UNABLE_TO_INFER_SCHEMA" in message):
        return ContentError([Problem(name, 1, 1, "this is not a Parquet file; check its name")])
    if _CANCELLED in message:
        return EngineError(f"no worker of Spark did anything for {_PATIENCE} s; see its master")
    causes = _AT_LAST.findall(message) or _AT_FIRST.findall(message)
    cause = fold_space(next((cause for cause in causes if NO_SPACE in cause), causes[-1]))
    if NO_SPACE not in cause and (match := _READING.search(message)):
        file = file_name(match[1])
        return UnreadableError(f"{file} cannot be read where Spark's workers are: {shown(cause)}")
    return engine_failure(_NAME, cause)
