"""Parquet whose columns are those of any table: read by headers or a map, as a table is."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
duckdb = pytest.importorskip("duckdb", reason="the extra 'engine' is not installed")

from diplo.engine.choice import opener
from diplo.engine.duckdb import DuckDB
from diplo.reading.document import unwatched
from tests.conftest import Run

MAP = """\
values: {countries: {Soviet Union: SUN}}
event: {date: "{Signed on}", title: "{State} signs {Treaty}", countries: ["{State}"], id: "{row}"}
"""


PLACES = (
    "SELECT * FROM (VALUES ('2001', 'a', 'NA', 'x'), ('2002', 'b', 'Norway', 'NA'), "
    "('2013', 'c', 'Sweden', 'y')) t(date, title, country, place)"
)


class Case(NamedTuple):
    """Rows in SQL, options, and some keys of each event, or how the first error begins."""

    what: str
    rows: str
    events: Sequence[Mapping[str, Any]] = ()
    wrong: str = ""
    note: str = ""
    options: Sequence[str] = ()


CASES = (
    Case(
        "typed cells",
        "SELECT DATE '2021-08-15' AS \"Date\", 'Talks' AS \"Title\", ['Norway', 'SWE'] AS "
        '"Countries", \'State visit\' AS "Type", \'NaN\'::DOUBLE AS "Place", true AS note',
        [
            {
                "date": "2021-08-15",
                "title": "Talks",
                "countries": ["NOR", "SWE"],
                "type": "state-visit",
                "place": None,
                "note": "true",
                "sources": [("in", "row 1")],
            }
        ],
    ),
    Case(
        "typed cells, of which some are asked for",
        "SELECT make_date(1989 + i, 1, 1) AS \"When\", [['Norway', 'SWE'], ['FRA']][1 + i % 2] "
        'AS countries, \'Talks \' || i AS title, 1.5::DOUBLE * i AS "Type", i / 0.0 AS "Place", '
        "i AS id FROM range(9) t(i)",
        [
            {
                "date": "1991-01-01",
                "id": "2",
                "type": "3",
                "place": "inf",
                "countries": ["NOR", "SWE"],
            }
        ],
        options=("sweden", "--year", "1990..1992"),
    ),
    Case(
        "a moment is its day",
        "SELECT TIMESTAMP '2021-08-15 00:00' AS \"When\", 'A' AS event, 'NOR; SWE' AS parties "
        "UNION ALL SELECT TIMESTAMP '2021-08-16 14:30', 'B', 'NOR' ORDER BY 1",
        [{"date": "2021-08-15"}, {"date": "2021-08-16", "countries": ["NOR"]}],
    ),
    Case(
        "a year and its end as numbers, of which some are not there",
        "SELECT year, NULLIF(year + 1.0, 1994) AS end, 'T' AS title, 'NOR' AS state "
        "FROM (VALUES (1990), (1993), (NULL)) t(year)",
        [{"date": "1990/1991"}, {"date": "1993"}],
        note="1 row has no date and is left out (row 3)\n",
    ),
    Case(
        "our keys with a text for the countries",
        "SELECT '1994~' AS date, 'T' AS title, 'NOR; PSE' AS countries, 'row' AS file, 5 AS row",
        [{"date": "1994~", "countries": ["NOR", "PSE"]}],
        note="the columns 'file', 'row' are left out",
    ),
    Case(
        "dates in an order that is told",
        "SELECT '12/11/2024' AS \"Date\", 'T' AS title, 'NOR' AS country",
        [{"date": "2024-11-12"}],
        options=("--dates", "day-first"),
    ),
    Case(
        "by a map",
        "SELECT DATE '1925-12-17' AS \"Signed on\", 'Soviet Union' AS \"State\", 'a pact' AS "
        "\"Treaty\", 'pact-' || 7 AS row",
        [{"id": "pact-7", "title": "Soviet Union signs a pact", "countries": ["SUN"]}],
        options=("--map", "map.yaml"),
    ),
    Case(
        "a wrong cell",
        "SELECT '2021' AS \"Date\", 'T' AS title, CASE i WHEN 2 THEN 'Norwway' ELSE 'NOR' END "
        "AS country FROM range(5) t(i)",
        wrong="in.parquet:3:3: ",
    ),
    *(
        Case(
            f"letters that only the Correlates of War has, where {what} is asked for",
            "SELECT unnest(['UKG', 'SWZ', 'AUS', 'ZZZ']) AS \"Country\", 1902 AS year, 'T' title",
            wrong="in.parquet:1:1: 'UKG' is not a code of ISO 3166, but the Correlates of War has",
            options=options,
        )
        for what, options in (("all", ()), ("none", ("australia", "--since", "2000")))
    ),
    *(
        Case(
            f"a month that may be years, as others of its column are, where {what} is asked for",
            "SELECT unnest(['1910-12', '1939-1945', '2003']) AS \"Date\", 'NOR' AS \"Country\", "
            "'T' AS \"Title\"",
            wrong="in.parquet:1:1: '1910-12' may be years, as '1939-1945' in its column is",
            options=options,
        )
        for what, options in (("all", ()), ("neither", ("--since", "2000")))
    ),
    Case(
        "NA for nobody in a row that is not asked for, among names of which some are",
        f"{PLACES} WHERE place <> 'NA'",
        wrong="in.parquet:1:3: 'NA' may mean Namibia or nobody",
        options=("sweden", "--since", "2010"),
    ),
    Case(
        "letters of two among those of three, in a row that is not asked for",
        "SELECT unnest(['AGO', 'GMB', 'EC']) AS \"Country\", 1990 + i AS year, 'T' title FROM "
        "range(1) t(i)",
        wrong="in.parquet:3:1: 'EC' may be Ecuador",
        options=("angola",),
    ),
    Case(
        "NA among texts",
        f"{PLACES} WHERE country <> 'NA'",
        [{"date": "2002", "place": "NA"}, {"date": "2013"}],
        note="'NA' is kept as text in 1 cell (row 1); if it means nothing",
    ),
    Case(
        "NA among texts of a row that is not asked for",
        f"{PLACES} WHERE country <> 'NA'",
        [{"date": "2013"}],
        options=("sweden", "--since", "2010"),
    ),
    Case(
        "a cell whose span ends before it starts",
        "SELECT '1996-1994' AS \"Date\", 'NOR' AS \"Country\", 'T' AS \"Title\"",
        wrong="in.parquet:1:1: '1996/1994' ends before it starts; swap its ends",
        options=("norway",),
    ),
    Case(
        "a wrong cell by a map",
        "SELECT '2021-13' AS \"Signed on\", 'Norway' AS \"State\", 'a' AS \"Treaty\", 'a' AS row",
        wrong="in.parquet:1:1: ",
        options=("--map", "map.yaml"),
    ),
    Case(
        "no title",
        "SELECT 2021 AS year, 'NOR' AS country",
        wrong="in.parquet:1:1: no column holds a",
    ),
    Case(
        "a column that a map needs",
        "SELECT 2021 AS \"Signed on\", 'NOR' AS \"State\", 'T' AS \"Treatys\", 'a' AS row",
        wrong="map.yaml:2:",
        options=("--map", "map.yaml"),
    ),
    Case(
        "several files",
        "SELECT 2021 AS year, 'T' AS title, 'NOR' AS country",
        [{"date": "2021", "countries": ["NOR"]}],
        options=("--events", "in*.parquet"),
    ),
    Case(
        "several files and a map",
        "SELECT DATE '1990-10-03' AS \"Signed on\", 'Pact' AS \"Treaty\", 'NOR' AS \"State\", "
        "1 AS row",
        [{"title": "NOR signs Pact"}],
        options=("--events", "in*.parquet", "--map", "map.yaml"),
    ),
    Case(
        "a map at an address",
        "SELECT 1 AS row",
        wrong="file://",
        options=("--events", "file://in*.parquet", "--map", "map.yaml", "--engine", "duckdb"),
    ),
)


@pytest.mark.parametrize("case", [pytest.param(case, id=case.what) for case in CASES])
def test_a_table_of_an_engine(run: Run, tmp_path: Path, case: Case) -> None:
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    duckdb.sql(case.rows).write_parquet(str(tmp_path / "in.parquet"))
    files = () if "--events" in case.options else ("--events", "in.parquet")
    result = run("timeline", *files, *case.options, "--json")
    assert result.status == (65 if case.wrong else 0), result.err
    if case.wrong:
        assert result.err.startswith(f"diplo: {case.wrong}")
        return
    assert case.note in result.err
    assert bool(case.note) == bool(result.err)
    found = [_as_pairs(event) for event in json.loads(result.out)]
    assert len(found) == len(case.events)
    for event, wanted in zip(found, case.events, strict=True):
        assert {key: event[key] for key in wanted} == wanted


def _as_pairs(event: Mapping[str, Any]) -> Mapping[str, Any]:
    pairs = [(each["source"], each["locator"]) for each in event["sources"]]
    return {**event, "sources": pairs}


def test_nothing_else_is_said_of_a_column_that_holds_no_texts(run: Run, tmp_path: Path) -> None:
    rows = "SELECT 'ab'::BLOB AS date, 'T' AS title, 'Norwway' AS country"
    duckdb.sql(rows).write_parquet(str(tmp_path / "in.parquet"))
    said = "the column 'date' holds binary; make it a text or a list of texts, or leave it out\n"
    for command in ("timeline --events in.parquet", "maps in.parquet"):
        assert run(*command.split()) == (65, "", f"diplo: in.parquet:1:1: {said}")


def test_tables_at_an_address_are_named_each(run: Run, tmp_path: Path) -> None:
    duckdb.sql("SELECT 2021 AS year, 'T' AS title, 'NOR' AS country").write_parquet(
        str(tmp_path / "in.parquet")
    )
    result = run("timeline", "--events", f"file://{tmp_path}/i*.parquet", "--engine", "duckdb")
    said = "these are tables with headers of their own; name each, or the folder with them\n"
    assert result.status == 65
    assert result.err.endswith(f".parquet:1:1: {said}")


def test_settings_leave_events_of_parquet_as_they_are(run: Run, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("dates: day-first\n", encoding="utf-8")
    run("timeline", "norway", "--output", "own.parquet")
    plain, mapped = (
        run("timeline", "--events", "own.parquet", *options, "--json")
        for options in ((), ("--map", "map.yaml"))
    )
    assert plain.out == mapped.out != "[]\n"
    assert mapped.err == ""
    (tmp_path / "map.yaml").write_text("except: {type: war}\n", encoding="utf-8")
    refused = run("timeline", "--events", "own.parquet", "--map", "map.yaml")
    assert (refused.status, refused.out) == (65, "")
    assert "own.parquet:1:1: the map only says how tables are read" in refused.err


def test_no_row_is_read_before_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "in.parquet"
    duckdb.sql("SELECT 2021 AS year, 'T' AS title, 'NOR' AS country").write_parquet(str(path))
    asked: list[object] = []
    monkeypatch.setattr(DuckDB, "_relation", lambda _, table: asked.append(table))
    opened = opener(None)(str(path), unwatched)
    assert (opened.problems, asked) == ([], [])


def test_a_map_is_begun_for_a_table_and_for_nothing_else(run: Run, tmp_path: Path) -> None:
    rows = "SELECT DATE '1990-10-03' AS \"Signed on\", 'Pact' AS title, 'Norge' AS state"
    duckdb.sql(rows).write_parquet(str(tmp_path / "in.parquet"))
    (tmp_path / "map.yaml").write_text(run("maps", "in.parquet").out.replace("...", "Signed on"))
    asked = ("timeline", "--events", "in.parquet", "--map", "map.yaml")
    assert run(*asked).out.startswith("1990-10-03\tcertain\tNOR\t\tPact\t")
    assert run(*asked, "--output", "events.parquet").status == 0
    assert "needs no map" in run("maps", "events.parquet").err
