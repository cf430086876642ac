"""What independent readers make of JSON, tables of values and Markdown is what was written."""

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from diplo.history.parts import MAY_BELONG, STORY, Match
from diplo.model import dates
from diplo.model.events import Citation
from diplo.reports.names import Names
from tests.conftest import written
from tests.formats.round_trips import arbitrary, cited, objects, quickly, same
from tests.formats.test_markdown import shown
from tests.strategies import Found

Save = Callable[[str, str], Path]

FORMULAS = tuple("=+-@＝＋－＠")
DELIMITERS = {"csv": ",", "tsv": "\t"}
KEYS = [
    *("id", "date", "earliest", "latest", "precision", "match", "title", "summary", "type"),
    *("countries", "actors", "place", "sources", "note", "status"),
]
CITED = ("source", "locator", "title", "kind", "author", "publisher", "date", "url")


@quickly
@arbitrary
def test_json(found: Found) -> None:
    same(json.loads(written("json", found.report)), objects(found))
    lines = written("jsonl", found.report).split("\n")
    assert lines.pop() == ""
    same([json.loads(line) for line in lines], objects(found))


@pytest.mark.skipif(not shutil.which("jq"), reason="jq is missing")
@pytest.mark.parametrize(("name", "program"), [("json", ".[]"), ("jsonl", ".")])
def test_jq(name: str, program: str, large: Found) -> None:
    done = subprocess.run(
        ["jq", "--ascii-output", "--compact-output", program],  # noqa: S607  (wherever it is)
        input=written(name, large.report).encode(),
        capture_output=True,
        check=True,
    )
    same([json.loads(line) for line in done.stdout.splitlines()], objects(large))


def duckdb_rows(query: str) -> list[tuple[Any, ...]]:
    """Return what DuckDB answers, which may load nothing from elsewhere."""
    duckdb = pytest.importorskip("duckdb", reason="the extra 'engine' is not installed")
    config = {"autoinstall_known_extensions": "false", "threads": "1"}
    with duckdb.connect(config=config) as connection:
        rows: list[tuple[Any, ...]] = connection.execute(query).fetchall()
    return rows


@pytest.mark.parametrize(("name", "layout"), [("json", "array"), ("jsonl", "newline_delimited")])
def test_duckdb_reads_objects(name: str, layout: str, large: Found, save: Save) -> None:
    special = {
        "countries": "VARCHAR[]",
        "actors": "VARCHAR[]",
        "sources": f"STRUCT({', '.join(f'{key} VARCHAR' for key in CITED)})[]",
        "status": "MAP(VARCHAR, VARCHAR)",
    }
    types = {key: special.get(key, "VARCHAR") for key in KEYS}
    path = save(name, written(name, large.report))
    rows = duckdb_rows(
        f"SELECT * REPLACE (map_entries(status) AS status)"  # noqa: S608  (of this test's own)
        f" FROM read_json('{path}', format = '{layout}', columns = {types})"
    )
    records = [dict(zip(KEYS, row, strict=True)) for row in rows]
    for record in records:
        record["status"] = {entry["key"]: entry["value"] for entry in record["status"]}
    same(records, objects(large))


def quoted(text: str, *marks: str) -> str:
    """Return an item of a list, in quotes where it would be taken for something else."""
    if text.startswith('"') or any(mark in text for mark in marks):
        return '"' + text.replace('"', '""') + '"'
    return text


def cells(match: Match, quoted: Callable[..., str] = lambda text, *_: text) -> dict[str, str]:
    """Return the cells of an event."""

    def listed(texts: Iterable[str]) -> str:
        return "; ".join(quoted(text, ";", "|") for text in texts)

    event = match.event
    sources = [f"{c.source} ({c.locator})" if c.locator else c.source for c in event.sources]
    return {
        "id": event.id,
        "date": event.date.text,
        "earliest": str(event.date.earliest or ""),
        "latest": str(event.date.latest or ""),
        "precision": event.date.precision,
        "match": match.match,
        "title": event.title,
        "summary": event.summary or "",
        "type": event.type or "",
        "countries": listed(event.countries),
        "actors": listed(event.actors),
        "place": event.place or "",
        "sources": listed(sources),
        "note": event.note or "",
        "status": listed(f"{quoted(s, ': ')}: {state}" for s, state in event.status.items()),
    }


def safe_rows(found: Found) -> list[list[str]]:
    """Return the cells of every event, formulas behind an apostrophe."""
    return [
        [
            f"'{cell}" if cell.lstrip("'").startswith(FORMULAS) else cell
            for cell in cells(match, quoted).values()
        ]
        for match in found.matches
    ]


@quickly
@arbitrary
def test_csv_and_tsv(found: Found) -> None:
    for name, delimiter in DELIMITERS.items():
        lines = io.StringIO(written(name, found.report), newline="")
        rows = list(csv.reader(lines, delimiter=delimiter, strict=True))
        same(rows, [KEYS, *safe_rows(found)])


@pytest.mark.parametrize("name", DELIMITERS)
def test_duckdb_reads_cells(name: str, large: Found, save: Save) -> None:
    rows = duckdb_rows(
        f"FROM read_csv('{save(name, written(name, large.report))}', auto_detect = false,"
        f" columns = {dict.fromkeys(KEYS, 'VARCHAR')}, header = true,"
        f" delim = '{DELIMITERS[name]}', quote = '\"', escape = '\"')"
    )
    same([[cell or "" for cell in row] for row in rows], safe_rows(large))


def credited(citation: Citation, found: Found) -> str:
    """Return a citation as people read it."""
    told = cited(citation, found)
    when = dates.words(dates.parse(told["date"])) if told["date"] else None
    title = told["title"] or told["source"]
    parts = (told["author"], title, told["publisher"], when, told["locator"])
    return ", ".join(filter(None, parts))


@quickly
@arbitrary
def test_markdown(found: Found) -> None:
    expected: list[str] = []
    for match in (m for part in (STORY, MAY_BELONG) for m in found.matches if m.part == part):
        words, countries = dates.words(match.event.date), " ".join(match.event.countries)
        sources = "; ".join(credited(citation, found) for citation in match.event.sources)
        kind = Names(found.vocabulary).kind(match.event.type)
        told = {"date": words, "type": kind, "countries": countries, "sources": sources}
        expected += (cells(match) | told).values()
    markdown = written("markdown", found.report.only(KEYS))
    same(shown(markdown, "td"), expected)
    beside = any(match.part == MAY_BELONG for match in found.matches)
    assert shown(markdown, "heading") == ["May belong here"] * beside
    assert len(shown(markdown, "th")) == len(KEYS) * (1 + beside)
