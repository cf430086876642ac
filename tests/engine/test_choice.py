"""Which engine reads a file, and what is said where it cannot."""

import importlib.util
import json
import os
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from threading import Thread

import pytest

from diplo import reading
from diplo.engine import choice
from diplo.engine.choice import opener
from diplo.reading.document import unwatched
from diplo.reading.ndjson import Stream
from diplo.terminal.errors import ContentError, DiploError, UnreadableError, UsageError
from tests.conftest import Run
from tests.engine.many import as_parquet, events, write
from tests.engine.test_errors import GOOD, written

LINE = '{"id": "a", "date": "2021", "title": "T", "countries": ["NOR"]}\n'


def without(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    def find_spec(name: str) -> ModuleSpec | None:
        return None if name in names else importlib.util.find_spec(name)

    monkeypatch.setattr(choice, "find_spec", find_spec)


def refusal(asked: str | None, name: str) -> DiploError:
    with pytest.raises(DiploError) as raised:
        reading.load([name], opening=opener(asked))
    return raised.value


def test_small_files_and_standard_input_are_read_by_python(tmp_path: Path) -> None:
    path = tmp_path / "e.ndjson"
    path.write_text(LINE, encoding="utf-8")
    document = opener(None)(str(path), unwatched)
    assert isinstance(document, Stream)
    document.close()


@pytest.mark.parametrize("asked", ["duckdb", "local[2]"])
def test_lines_that_come_once_are_read_by_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    without(monkeypatch, "ibis")  # an engine would wait for them a second time
    path = tmp_path / "e.jsonl"
    os.mkfifo(path)
    Thread(target=path.write_text, args=(LINE,), daemon=True).start()
    (event,) = reading.load([str(path)], opening=opener(asked)).events
    assert event.id == "a"


def test_a_large_file_is_read_by_an_engine_only_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "e.ndjson"
    path.write_text(LINE, encoding="utf-8")
    monkeypatch.setattr(choice, "LARGE", 10)
    without(monkeypatch, "duckdb")
    document = opener(None)(str(path), unwatched)
    assert isinstance(document, Stream)
    document.close()
    monkeypatch.undo()
    pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
    monkeypatch.setattr(choice, "LARGE", 10)
    document = opener(None)(str(path), unwatched)
    assert not isinstance(document, Stream)
    document.close()


def test_what_is_not_installed_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "e.parquet"
    path.touch()
    without(monkeypatch, "duckdb", "pyspark")
    for asked, extra in ((None, "engine"), ("duckdb", "engine"), ("local[2]", "spark")):
        error = refusal(asked, str(path))
        assert isinstance(error, UnreadableError)
        assert str(error).endswith(f"run pip install 'diplo[{extra}]'")


@pytest.mark.parametrize("asked", ["sqlite", "spark", "DuckDB ", "localhost", "spark://"])
def test_an_engine_that_is_none(asked: str) -> None:
    with pytest.raises(UsageError, match="there is no engine"):
        opener(asked)


def test_python_reads_no_parquet(tmp_path: Path) -> None:
    error = refusal("python", str(tmp_path / "e.parquet"))
    assert isinstance(error, UsageError)
    assert "leave out --engine python" in str(error)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
    names = ("none.csv", "none.parquet", "none-*.parquet", "none.ndjson")
    found = [str(tmp_path / name) for name in names]
    for name in [*found, f"file://{found[-1]}"]:
        error = refusal("duckdb", name)
        assert error.exit_status == 66, name
        assert "cannot be read" in str(error)


@pytest.mark.parametrize("content", [b"", b"PAR1", b"id,date\n" * 9])
def test_a_file_that_is_no_parquet(tmp_path: Path, content: bytes) -> None:
    pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
    path = tmp_path / "e.parquet"
    path.write_bytes(content)
    error = refusal(None, str(path))
    assert error.messages() == [f"{path}:1:1: this is not a Parquet file; check its name"]


COLUMNS = {
    "2021 AS date, ['NOR'] AS countries": "the column 'title' is missing; it is required",
    "'2021' AS date, 't' AS titel, ['NOR'] AS countries": (
        "unknown column 'titel'; did you mean 'title'?"
    ),
    "'2021' AS date, 't' AS title, [5] AS countries": (
        "the column 'countries' holds array<int32>; it must be array<string>"
    ),
    "1.5 AS date, 't' AS title, ['NOR'] AS countries": (
        "the column 'date' holds decimal(2, 1); it must be string"
    ),
    "'2021' AS date, 't' AS title, ['NOR'] AS countries, [1] AS sources": (
        "the column 'sources' holds array<int32>; it must be"
    ),
    "'2021' AS date, 't' AS title, ['NOR'] AS countries, ['a'] AS status": (
        "the column 'status' holds array<string>; it must be map<string, string>"
    ),
}


@pytest.mark.parametrize("columns", COLUMNS)
def test_columns_that_are_not_an_events(tmp_path: Path, columns: str) -> None:
    duckdb = pytest.importorskip("duckdb", reason="the extra 'engine' is not installed")
    path = tmp_path / "e.parquet"
    duckdb.sql(f"SELECT {columns}").write_parquet(str(path))
    error = refusal(None, str(path))
    assert isinstance(error, ContentError)
    assert f"{path}:1:1: {COLUMNS[columns]}" in " ".join(error.messages())


@pytest.mark.parametrize(
    "source", ["'book'", "{'source': 'book'}", "{'source': 'book', 'date': DATE '1990-02-03'}"]
)
def test_columns_of_other_types_that_say_the_same(tmp_path: Path, source: str) -> None:
    duckdb = pytest.importorskip("duckdb", reason="the extra 'engine' is not installed")
    path = tmp_path / "e.parquet"
    duckdb.sql(
        "SELECT 'a' AS id, DATE '2021-05-06' AS date, 'T' AS title, ['NOR'] AS countries, "
        f"[{source}] AS sources, DATE '2021-05-06' AS earliest"
    ).write_parquet(str(path))
    (event,) = reading.load([str(path)], opening=opener(None)).events
    assert (event.date.text, [cited.source for cited in event.sources]) == ("2021-05-06", ["book"])


def test_several_files_by_a_pattern(tmp_path: Path) -> None:
    pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
    found = list(events(30))
    for part in range(3):
        lines = write(tmp_path / f"part-{part}.ndjson", iter(found[part::3]))
        as_parquet(lines)
    loaded = reading.load([str(tmp_path / "part-*.parquet")], opening=opener(None))
    assert [event.id for event in loaded.events] == [event["id"] for event in found]
    as_parquet(written(tmp_path / "part-3.ndjson", [{**GOOD, "date": "x"}]))
    error = refusal(None, str(tmp_path / "part-?.parquet"))
    assert error.messages()[0].startswith(f"{tmp_path / 'part-3.parquet'}:1:1: ")


def test_a_folder_of_parts(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
    (tmp_path / "parts").mkdir()
    found = list(events(20))
    for part in "ab":
        lines = write(tmp_path / f"{part}.ndjson", iter(found[part == "b" :: 2]))
        as_parquet(lines).rename(tmp_path / "parts" / f"{part}.parquet")
    assert len(run("timeline", "--events", "parts", "-f", "jsonl").out.splitlines()) == 20


@pytest.mark.parametrize("name", ["year=2021/*/a.parquet", "year=2021/type=visit/a.parquet"])
def test_folders_may_be_named_by_what_all_events_in_them_have(
    run: Run, tmp_path: Path, name: str
) -> None:
    pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
    duckdb = pytest.importorskip("duckdb", reason="the extra 'engine' is not installed")
    plain = as_parquet(written(tmp_path / "a.ndjson", [{**GOOD, "type": "war"}]))
    folder = tmp_path / "year=2021"
    (folder / "type=visit").mkdir(parents=True)
    untyped = duckdb.read_parquet(str(plain)).project("* EXCLUDE (type)")
    untyped.write_parquet(str(folder / "type=visit" / "a.parquet"))
    plain.rename(folder / "a.parquet")
    kinds = [
        json.loads(run("timeline", "--events", each, "-f", "jsonl").out)["type"]
        for each in (name, "year=2021/a.parquet")
    ]
    assert kinds == ["visit", "war"]


def test_sources_of_rows_and_of_another_file_are_told_alike(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
    told = [{"source": "book", "title": title} for title in ("A", "B")]
    as_parquet(written(tmp_path / "a.ndjson", [{**GOOD, "sources": told[:1]}]))
    written(tmp_path / "b.ndjson", [{**GOOD, "id": "b", "sources": told[1:]}])
    result = run("timeline", "--events", "b.ndjson", "--events", "a.parquet")
    assert result.status == 65
    assert result.err.startswith("diplo: a.parquet:1:1: the source 'book' has another title elsewh")


def test_what_an_engine_reads_is_not_written_over(run: Run, tmp_path: Path) -> None:
    file = as_parquet(written(tmp_path / "a.ndjson", [GOOD]))
    content = file.read_bytes()
    (tmp_path / "all").mkdir()
    file.rename(tmp_path / "all" / file.name)
    for given in (
        "all",
        f"all/{file.name}",
        "all --engine duckdb",
        "all/*.parquet --engine duckdb",
    ):
        told = run("timeline", "--events", *given.split(), "-o", f"all/{file.name}")
        assert (told.status, "is being read too" in told.err) == (73, True)
    assert (tmp_path / "all" / file.name).read_bytes() == content


@pytest.mark.parametrize("asked", [None, "python"])
@pytest.mark.parametrize("name", ["https://mallory.example/a.parquet", "s3://mallory/a"])
def test_no_address_is_opened_by_itself(name: str, asked: str | None) -> None:
    (said,) = refusal(asked, name).messages()
    assert said.startswith(f"{name} is an address; to open it, give --engine duckdb or ")


WEB = "https://mallory.example"


@pytest.mark.parametrize(
    ("name", "asked", "how"),
    [
        ("s3://mallory/a.csv", "duckdb", "copy it to a file first"),
        ("s3://mallory/*.yaml", None, "copy it to a file first"),
        ("file:///mallory/a.csv", "local", "leave out file://"),
        (f"{WEB}/a.csv", "python", f"curl -L -o events.csv {WEB}/a.csv"),
        (f"{WEB}/a.XLSX?dl=1", "duckdb", f'curl -L -o events.xlsx "{WEB}/a.XLSX?dl=1"'),
        (f"{WEB}/a.tsv#f", None, f'curl -L -o events.tsv "{WEB}/a.tsv#f"'),
        (
            f"{WEB}/pub?output=csv",
            None,
            (
                f'curl -L -o events.csv "{WEB}/pub?output=csv"; if it is one of these, give '
                "--engine duckdb or --engine spark://host:7077"
            ),
        ),
    ],
)
def test_what_no_engine_reads_at_an_address_is_to_be_fetched(
    name: str, asked: str | None, how: str
) -> None:
    error = refusal(asked, name)
    (said,) = error.messages()
    assert error.exit_status == 66
    assert said.startswith(f"{name} is an address, from which engines read only Parquet and JSON")
    assert said.endswith(how)


WAYS = (
    ("timeline", "norway", "--since", "2000", "-f", "table"),
    ("timeline", "norway,sweden", "-q", "store", "--json", "-n", "20", "-r"),
    ("timeline", "taliban", "--until", "1990", "-f", "csv"),
    ("timeline", "nobody"),
    ("timeline", "ivory-coast", "--json"),  # Côte d'Ivoire in the file
    ("timeline", "--since", "2020", "--type", "mission", "-f", "yaml"),
    ("status", "norway", "--on", "2010", "-f", "table", "--history"),
    ("stats", "norway", "--by", "type", "-f", "table"),
    ("stats", "--by", "decade", "--json"),
    ("compare", "norway", "sweden", "--since", "2015", "-f", "csv"),
    ("show", "event-000017", "event-000003"),
    ("actors",),
    ("sources", "--json"),
)


@pytest.mark.parametrize("asked", WAYS, ids=" ".join)
def test_every_command_answers_the_same(run: Run, tmp_path: Path, asked: Sequence[str]) -> None:
    pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
    files = ("--events", str(write(tmp_path / "e.ndjson", events(600))))
    expected = run(*asked, *files, "--engine", "python")
    assert run(*asked, *files, env={"DIPLO_ENGINE": "duckdb"}) == expected


def test_what_is_odd_is_warned_of(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
    lines = write(tmp_path / "e.ndjson", events(600))
    expected, found = (run("check", str(path), "--json") for path in (lines, as_parquet(lines)))
    assert found.status == expected.status == 0
    assert len(json.loads(found.out)) == len(json.loads(expected.out)) > 0


@pytest.mark.parametrize(
    "lines",
    [
        {**GOOD, "id": "b", "sources": ["s1"]},
        {**GOOD, "id": "b", "date": "2021-13"},
        {key: GOOD[key] for key in ("date", "title", "countries")},
        {"Date": "2021", "Title": "T", "Country": "France"},
        {**GOOD, "id": "b", "countries": "FRA"},
    ],
)
@pytest.mark.parametrize("names", [("*.jsonl",), ("a.jsonl", "b.jsonl")])
def test_files_whose_lines_are_not_all_plainly_events(
    run: Run, tmp_path: Path, lines: dict[str, object], names: tuple[str, ...]
) -> None:
    pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
    written(tmp_path / "a.jsonl", [GOOD])
    written(tmp_path / "b.jsonl", [lines])
    asked = ("timeline", *(part for name in names for part in ("--events", name)))
    expected = run(*asked, "--engine", "python")
    assert run(*asked, "--engine", "duckdb") == expected


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("x*.parquet", "x*.parquet cannot be read: no such file; check its name"),
        ("x*.jsonl", "no file matches x*.jsonl; check the pattern"),
    ],
)
def test_no_file_is_like_a_pattern(run: Run, pattern: str, said: str) -> None:
    pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
    result = run("timeline", "--events", pattern, "--engine", "duckdb")
    assert (result.status, result.err) == (66, f"diplo: {said}\n")


@pytest.mark.parametrize("wrong", [{"titel": "T"}, {"id": "b", "date": "2021-13"}])
def test_an_address_whose_lines_are_not_all_events(
    tmp_path: Path, wrong: dict[str, object]
) -> None:
    pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
    lines = written(tmp_path / "e.ndjson", [GOOD, {**GOOD, **wrong}])
    said = refusal("duckdb", f"file://{lines}").messages()[0]
    assert "a line is wrong, or lacks an id; copy the file here" in said
