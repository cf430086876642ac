"""Questions to an engine beside the same ones to DuckDB alone, and Spark beside both."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.generate import write
from tests.benchmarks.measure import Cost, costs
from tests.engine import cluster

BARE = "DuckDB alone"
CHECKED = "DuckDB alone, which compares all ids too"
_CHECK = "select * from ({query}) where (select count(distinct id) = count(id) from {table})"
_ASK = """
import duckdb, sys
found = duckdb.connect().execute(sys.argv[1], sys.argv[2:])
while rows := found.fetchmany(10000):
    sys.stdout.write("".join("\\t".join(map(str, row)) + "\\n" for row in rows))
"""
_TIMES = """
copy (select 'copy-' || copy || '-' || id as id, * exclude (id, copy)
    from read_json(?, format = 'newline_delimited', columns = {types}), range({times}) copies(copy))
to '{path}' (format parquet)
"""
_TYPES = {
    **dict.fromkeys(("id", "date", "title", "type", "place", "summary"), "VARCHAR"),
    **dict.fromkeys(("countries", "actors"), "VARCHAR[]"),
    "sources": "STRUCT(source VARCHAR, locator VARCHAR)[]",
}
_LINES = f"read_json($1, format = 'newline_delimited', columns = {_TYPES})"
_PARQUET = "read_parquet($1)"
QUESTIONS = {
    "timeline norway --since 2021": (
        "select date, countries, type, title, id from {table}"
        " where list_contains(countries, 'NOR') and date >= '2021' order by date, id"
    ),
    "stats --by year": "select date[:4] as year, count(*) from {table} group by year order by year",
    "stats --by country": (
        "select code, count(*) as events from (select unnest(countries) as code from {table})"
        " group by code order by events desc"
    ),
}


class Sizes(NamedTuple):
    """How many events there are in what is measured."""

    lines: int
    parquet: tuple[int, ...]  # each a multiple of the lines, or less


def measured(folder: Path, sizes: Sizes, runs: int) -> Iterator[tuple[str, Cost, str, Cost]]:
    """Measure how long answers take; nothing where an engine is not installed."""
    if not (find_spec("ibis") and find_spec("duckdb")):
        print("engines are left out: pip install 'diplo[engine]'", file=sys.stderr)
        return
    lines = folder / "lines.jsonl"
    write(lines, sizes.lines)
    for question in QUESTIONS:
        yield from _beside(question, lines, _LINES, sizes.lines, runs)
    for size in sizes.parquet:
        parquet = _parquet(folder, lines, size, sizes.lines)
        for question in QUESTIONS:
            yield from _beside(question, parquet, _PARQUET, size, runs)
    yield from _on_spark(folder, parquet, size, runs)


def _beside(
    question: str, path: Path, table: str, size: int, runs: int
) -> Iterator[tuple[str, Cost, str, Cost]]:
    bare = QUESTIONS[question].format(table=table)
    others = {BARE: bare, CHECKED: _CHECK.format(query=bare, table=table)}
    ours = _diplo(question, path, "duckdb")
    subprocess.run(ours, check=True, stdout=subprocess.DEVNULL)  # or an error would be measured
    asked = {name: _asking(query, path) for name, query in others.items()}
    found = costs({"ours": ours, **asked}, runs)
    for name in others:
        yield f"{size:,} events, {path.suffix[1:]}: {question}", found["ours"], name, found[name]


def _on_spark(
    folder: Path, path: Path, size: int, runs: int
) -> Iterator[tuple[str, Cost, str, Cost]]:
    if not (find_spec("pyspark") and shutil.which("java")):
        print("Spark is left out: pip install 'diplo[spark]', and Java 17", file=sys.stderr)
        return
    with cluster.started(folder) as spark:
        for question in QUESTIONS:
            ways = {name: _diplo(question, path, name) for name in (spark.url, "duckdb")}
            found = costs(ways, runs)
            what = f"{size:,} events on Spark, two workers: {question}"
            yield what, found[spark.url], "the same on DuckDB", found["duckdb"]


def _diplo(question: str, path: Path, engine: str) -> list[str]:
    diplo = Path(sys.executable).with_name("diplo")
    return [str(diplo), *question.split(), "--events", str(path), "--engine", engine]


def _parquet(folder: Path, lines: Path, size: int, count: int) -> Path:
    """Write so many events as Parquet, those of the lines again and again."""
    path, source = folder / f"{size}.parquet", lines
    if size < count:
        source = folder / f"{size}.jsonl"
        write(source, size)
    written = _TIMES.format(types=_TYPES, times=max(size // count, 1), path=path)
    subprocess.run(_asking(written, source), check=True, stdout=subprocess.DEVNULL)
    return path


def _asking(query: str, path: Path) -> list[str]:
    """Return the command that asks DuckDB alone, in a process whose memory is its own."""
    return [sys.executable, "-c", _ASK, query, str(path)]
