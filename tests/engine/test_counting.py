"""What an engine counts, or takes the first of, is what Python makes of the same events."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
duckdb = pytest.importorskip("duckdb", reason="the extra 'engine' is not installed")

from diplo.engine import rows, tables
from diplo.engine.duckdb import DuckDB
from diplo.history.groups import KINDS
from tests.cli.test_start import RUN
from tests.conftest import Result, Run, environment

pytestmark = pytest.mark.filterwarnings("ignore:fetch_arrow_table:DeprecationWarning")  # by Ibis

COUNT = 600
FORMATS = ("json", "csv", "plain", "table")
DATES = (
    *("{y}-0{m}-1{m}", "{y}-0{m}", "{y}", "{y}?", "{y}%", "{y}~", "{t}X", "{t}X?", "{y}-24", "/.."),
    *("{y}-0{m}/..", "/{y}", "{y}?/..", "{y}/{y}", "[..{y}]", "[{y}..]", "9999", "{y}-0{m}?"),
)
OPTIONS = (
    *((), (), ("norway",), ("norway,sweden",), ("norway", "SWE"), ("iceland",), ("--certain",)),
    *(("--since", "1994"), ("--year", "1990s"), ("--until", "1992"), ("--year", "1995-05")),
    *(("--began", "--since", "1993"), ("--type", "talks"), ("-x", "talks.held", "--since", "1992")),
    *(("--source", "book"), ("-q", "łódź"), ("--actor", "x"), ("--place", "oslo"), ("x-y",)),
)
ORDERS = ((), ("--reverse",), ("--sort", "date"), ("--sort", "date", "-r"), ("--sort", "title"))


def chance(seed: str | int) -> Random:
    return Random(seed)  # noqa: S311  (it must be repeatable)


def events(draw: Random) -> Iterator[dict[str, Any]]:
    for number in range(COUNT):
        date = draw.choice(DATES)
        year = draw.randrange(1985, 2005)
        event: dict[str, Any] = {
            "id": f"event-{number:04}",
            "date": date.format(y=year, t=year // 10, m=draw.randrange(1, 9)),
            "title": draw.choice(("A", "Łódź", "b")),
            "countries": draw.choice((["NOR"], ["Norway", "SWE"], ["SWE", "NOR", "Danmark"])),
        }
        more = {
            "type": draw.choice(("talks", "talks.held", "war", "war.ended.now")),
            "actors": draw.choice((["X"], ["X", "x-y"], ["X", "Y", "X"], [])),
            "place": draw.choice(("Oslo", "oslo", "Łódź")),
            "sources": draw.choice((["book"], [{"source": "film", "title": "F"}, "book"], [])),
        }
        yield event | {key: value for key, value in more.items() if draw.random() < 0.8}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("counted")
    lines = (json.dumps(event, ensure_ascii=False) + "\n" for event in events(chance(3)))
    (path / "e.ndjson").write_text("".join(lines), encoding="utf-8")
    columns = {
        **dict.fromkeys(("id", "date", "title", "type", "place"), "VARCHAR"),
        **dict.fromkeys(("countries", "actors"), "VARCHAR[]"),
        "sources": "STRUCT(source VARCHAR, title VARCHAR)[]",
    }
    read = duckdb.read_json(
        str(path / "e.ndjson"),
        format="newline_delimited",
        columns={**columns, "sources": "JSON[]"},
    )
    cited = (
        "list_transform(sources, lambda e: CASE WHEN json_type(e) = 'OBJECT' "
        "THEN {'source': e->>'source', 'title': e->>'title'} "
        "ELSE {'source': e->>'$', 'title': NULL} END) AS sources"
    )
    read.project(f"* REPLACE ({cited})").write_parquet(str(path / "e.parquet"))
    return path


def same(call: Run, folder: Path, *asked: str) -> Result:
    told = [
        call(*asked, "--events", str(folder / name), "--engine", engine)
        for name, engine in (("e.ndjson", "python"), ("e.parquet", "duckdb"))
    ]
    assert told[0] == told[1], asked
    return told[1]


@pytest.mark.parametrize("by", KINDS)
def test_counts_are_the_same(call: Run, folder: Path, by: str) -> None:
    draw = chance(by)
    for form in FORMATS:
        options = (*draw.choice(OPTIONS), *draw.choice(OPTIONS))
        same(call, folder, "stats", "--by", by, "-f", form, *options)
    assert same(call, folder, "stats", "--by", by, "-f", draw.choice(FORMATS)).status == 0
    assert same(call, folder, "stats", "--by", by, "norway", "-f", "table").status == 0


@pytest.mark.parametrize("command", ["countries", "types", "sources", "actors", "places"])
def test_vocabularies_are_the_same(call: Run, folder: Path, command: str) -> None:
    assert same(call, folder, command, "-f", chance(command).choice(FORMATS)).status == 0


@pytest.mark.parametrize("order", ORDERS)
def test_the_first_are_the_same(call: Run, folder: Path, order: tuple[str, ...]) -> None:
    draw = chance(str(order))
    for options in draw.sample(OPTIONS, 4):
        number = draw.choice(("0", "1", "10", "200", "9999"))
        form = draw.choice(("jsonl", "yaml", "csv", "table", "html"))
        more = draw.choice(((), (), ("-e",)))
        same(call, folder, "timeline", "-n", number, "-f", form, *order, *options, *more)


@pytest.mark.parametrize(
    ("asked", "most"),
    [
        ("stats", 0),
        ("stats --by country --since 1990", 0),
        ("stats --by actor norway -f table", 0),
        ("places", 0),
        ("timeline -n 10", 60),
        ("timeline -n 10 -r --sort date --json norway", 60),
        ("stats --actor x", COUNT),
        ("stats -f table", COUNT),
        ("timeline -n 10 -f table", COUNT),
        ("timeline -n 10 --sort title", COUNT),
    ],
)
def test_no_more_rows_are_fetched_than_needed(
    call: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, asked: str, most: int
) -> None:
    fetched: list[object] = []
    read = rows.EngineDocument._judged  # noqa: SLF001  (what a query gives passes here)

    def judged(*given: Any) -> Iterator[Any]:  # noqa: ANN401
        for each in read(*given):
            fetched.append(each)
            yield each

    monkeypatch.setattr(rows.EngineDocument, "_judged", judged)
    assert call(*asked.split(), "--events", str(folder / "e.parquet")).status == 0
    assert len(fetched) <= most
    assert bool(fetched) == bool(most)


@pytest.mark.parametrize("by", ["decade", "country"])
@pytest.mark.parametrize("asked", ["", "norway", "--except war", "--certain"])
def test_events_without_ids_are_counted_too(
    call: Run, write: Callable[..., Path], by: str, asked: str
) -> None:
    lines = ('{"date": "2021", "title": "T", "countries": ["NOR"]}\n' for _ in range(3))
    name = str(write("e.ndjson", "".join(lines)))
    columns = {"date": "VARCHAR", "title": "VARCHAR", "countries": "VARCHAR[]"}
    parquet = name.replace("ndjson", "parquet")
    duckdb.read_json(name, columns=columns).write_parquet(parquet)
    command = ("stats", "--by", by, *asked.split(), "--json", "--events")
    found = call(*command, name)
    assert json.loads(found.out)[0]["count"] == 3
    assert call(*command, name, "--engine", "duckdb") == found
    assert call(*command, parquet) == found


def test_events_of_two_files_are_read(call: Run, folder: Path, write: Callable[..., Path]) -> None:
    given = ("--events", str(folder / "e.parquet"), "--events", str(write("one.yaml")), "--json")
    for asked in (("stats",), ("actors",), ("timeline", "-n", "2")):
        result = call(*asked, *given)
        assert result.status == 0, result.err


def test_a_key_that_is_none_is_told_of(call: Run, tmp_path: Path) -> None:
    made = duckdb.sql(
        "SELECT 'a' AS id, '2021' AS date, 'T' AS title, ['NOR'] AS countries, '' AS place"
    )
    made.write_parquet(str(tmp_path / "e.parquet"))
    for asked in (("stats", "--by", "place"), ("places",)):
        result = call(*asked, "--events", "e.parquet")
        assert (result.status, result.out) == (65, "")
        assert "is blank" in result.err


def test_nothing_is_counted_of_nothing(call: Run, folder: Path) -> None:
    for asked in (("stats",), ("stats", "--by", "place"), ("timeline", "-n", "3")):
        assert same(call, folder, *asked, "iceland", "--json").out == "[]\n"


@pytest.mark.parametrize("most", [0, 100])
@pytest.mark.parametrize(
    ("values", "number"),
    [("", 0), ("(NULL)", 0), ("('a')", 1), ("('a'), ('b'), (NULL), ('a'), ('c')", 3)],
)
def test_distinct_values_are_counted_whether_they_are_sorted_or_grouped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, values: str, number: int
) -> None:
    monkeypatch.setattr(tables, "_MOST_SORTED", most)
    path = tmp_path / "rows.parquet"
    rows = f"FROM (VALUES {values}) AS rows(id)" if values else "WHERE false"
    id_ = "id::VARCHAR AS id" if values else "'' AS id"
    duckdb.sql(f"COPY (SELECT {id_} {rows}) TO '{path}' (FORMAT parquet)")
    engine = DuckDB()
    ids = engine.open(str(path), "parquet").id
    assert tables.number_of_distinct(engine, ids) == number


def test_rows_are_read_without_pandas(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    event = "'a' AS id, '2021' AS date, 'T' AS title, ['NOR'] AS countries, ['s'] AS sources"
    duckdb.sql(f"COPY (SELECT {event}) TO '{path}' (FORMAT parquet)")
    done = subprocess.run(
        [sys.executable, "-c", RUN, "timeline", "--events", path, "--engine", "duckdb"],
        capture_output=True,
        check=True,
        env={k: v for k, v in environment().items() if not k.startswith("COVERAGE")},
        text=True,
    )
    loaded = done.stderr.splitlines()[-1].split()
    assert "duckdb" in loaded
    assert "pandas" not in loaded
