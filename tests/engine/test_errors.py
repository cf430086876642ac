"""What is wrong in what an engine reads: as Python would say it, with line or row."""

import json
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
duckdb = pytest.importorskip("duckdb", reason="the extra 'engine' is not installed")

from diplo import reading
from diplo.engine import duckdb as duckdb_engine
from diplo.engine import line_places
from diplo.engine.choice import opener
from diplo.engine.failures import EngineError, SpillError
from diplo.history.selection import Matcher, Query
from diplo.model.dates import Window
from diplo.reading.document import Document, Watch
from diplo.terminal.errors import ContentError, UnreadableError
from tests.engine.many import as_parquet

GOOD: dict[str, Any] = {"id": "good", "date": "2021", "title": "T", "countries": ["NOR"]}
TOLD = {"source": "book", "title": "The book"}

# Each is one event among right ones, wrong in a way that both formats can hold.
WRONG: dict[str, dict[str, Any]] = {
    "date": {"date": "2021-13"},
    "no date": {"date": None},
    "country": {"countries": ["NOR", "Norwegia"]},
    "no country": {"countries": []},
    "a country twice": {"countries": ["NOR", "norway"]},
    "countries missing": {"countries": None},
    "type": {"type": "A Type"},
    "source": {"sources": [{"source": "Blue Book", "locator": "1"}]},
    "a source's link": {"sources": [{**TOLD, "kind": "a\u200bb"}]},
    "title missing": {"title": None},
    "title empty": {"title": ""},
}


def written(path: Path, events: Sequence[object]) -> Path:
    path.write_text("".join(json.dumps(event) + "\n" for event in events), encoding="utf-8")
    return path


def with_one(wrong: dict[str, Any], of: int = 50, at: int = 30) -> list[dict[str, Any]]:
    events = [{**GOOD, "id": f"good-{number:02}"} for number in range(of)]
    events[at] |= {"id": "wrong", **wrong}
    return events


LATE = Matcher(Query(window=Window(date(2030, 1, 1).toordinal())))


def said(path: Path, engine: str | None = None) -> list[str]:
    with pytest.raises(ContentError) as raised:
        reading.load([str(path)], lambda _: LATE, opening=opener(engine))
    return [line.removeprefix(f"{path}:") for line in raised.value.messages()]


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_anywhere_is_told_though_it_is_not_asked_for(
    tmp_path: Path, wrong: str
) -> None:
    lines = written(tmp_path / "e.ndjson", with_one(WRONG[wrong]))
    by_python = said(lines, "python")
    assert said(lines, "duckdb") == by_python
    by_row = said(as_parquet(lines))
    assert by_row == [f"31:1: {line.split(': ', 1)[1]}" for line in by_python]


UNPLAIN: dict[str, object] = {
    "an unknown key": {**GOOD, "titel": "T"},
    "an unknown key of a source": {**GOOD, "sources": [{"source": "a", "page": "1"}]},
    "a number as a date": {**GOOD, "date": 2021},
    "a number as an actor": {**GOOD, "actors": [5]},
    "a number as a state": {**GOOD, "status": {"Office": 5}},
    "a text as a list": {**GOOD, "countries": "NOR"},
    "a list": [1],
    "a text": "text",
    "null in a list": {**GOOD, "actors": [None]},
}


@pytest.mark.parametrize("unplain", UNPLAIN)
def test_a_line_that_is_no_event_is_told_as_python_tells_it(tmp_path: Path, unplain: str) -> None:
    lines = written(tmp_path / "e.ndjson", [*with_one({})[:9], UNPLAIN[unplain]])
    by_python = said(lines, "python")
    assert said(lines, "duckdb") == by_python
    assert by_python[0].startswith("10:")


@pytest.mark.parametrize("broken", ['{"id": "a"', "{]", '{"id": "a", "id": "b"}', "\ud800"])
def test_a_line_that_is_no_json_is_told_as_python_tells_it(tmp_path: Path, broken: str) -> None:
    path = written(tmp_path / "e.ndjson", with_one({})[:3])
    with path.open("ab") as file:
        file.write(broken.encode("utf-8", "surrogatepass") + b"\n")
    assert said(path, "duckdb") == said(path, "python")


ROW = {"Date": "c. 1990", "Country": "NOR", "Title": "a"}
FLAT: dict[str, tuple[dict[str, Any], str]] = {
    "no date": ({**ROW, "Date": ""}, "1 record has no date"),
    "a column that is left out": ({**ROW, "X": "1"}, "the column 'X' is left out"),
    "a state of nothing": ({**ROW, "Status": "open"}, "1 status names no subject"),
}


@pytest.mark.parametrize("flat", FLAT)
def test_what_is_left_out_of_rows_on_lines_is_told_as_python_tells_it(
    tmp_path: Path, flat: str
) -> None:
    row, note = FLAT[flat]
    name = str(written(tmp_path / "e.ndjson", [ROW, row]))
    by_engine, by_python = opener("duckdb"), opener("python")
    told = reading.load([name], opening=by_engine).notes
    assert [note in each for each in told] == [True]
    assert told == reading.load([name], opening=by_python).notes
    assert reading.check([name], opening=by_engine) == reading.check([name], opening=by_python)


def test_an_id_that_is_used_twice(tmp_path: Path) -> None:
    events = [*with_one({}), {**GOOD, "id": "good-07"}]
    lines = written(tmp_path / "e.ndjson", events)
    assert said(lines, "duckdb") == said(lines, "python")
    path = as_parquet(lines)
    assert said(path) == [f"51:1: the id 'good-07' is used twice; change one; see {path}:8:1"]


def test_what_is_odd_on_a_line_is_told_where_python_tells_it(tmp_path: Path) -> None:
    odd = {"id": "a", "date": "1990~", "sources": [TOLD]}
    lines = written(tmp_path / "e.ndjson", [*with_one({}, of=3, at=1), {**GOOD, **odd}])
    lines.write_bytes(b"\xef\xbb\xbf" + lines.read_bytes().replace(b"\n", b"\r\n\n"))
    expected, _ = reading.check([str(lines)], opening=opener("python"))
    assert {each.line for each in expected} == {1, 3, 5, 7}
    assert reading.check([str(lines)], opening=opener("duckdb"))[0] == expected


@pytest.mark.parametrize("last", ["e.ndjson", "f.parquet"])
def test_an_id_that_is_used_in_two_files(tmp_path: Path, last: str) -> None:
    other = as_parquet(written(tmp_path / "f.ndjson", [{**GOOD, "id": "b"}]))
    lines = written(tmp_path / "e.ndjson", [{**GOOD, "id": each} for each in "cba"])
    files = sorted(map(str, (lines, other)), key=lambda name: name.endswith(last))
    expected = reading.check(files, opening=opener(None))
    assert reading.check(files, opening=opener("duckdb")) == expected


def test_lines_of_no_single_file_have_no_places() -> None:
    assert line_places.places("*.ndjson", [("a",)], ()) == {}


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("p.parquet", "Parquet needs a file, not a pipe"),
        ("\udcff.parquet", "its path is not UTF-8"),
    ],
)
def test_parquet_that_no_engine_can_open_is_told_of(tmp_path: Path, name: str, why: str) -> None:
    path = tmp_path / name
    os.mkfifo(path) if name == "p.parquet" else path.write_bytes(b"PAR1")
    with pytest.raises(UnreadableError, match=why):
        reading.load([str(path)], opening=opener(None))


def test_the_first_of_many(tmp_path: Path) -> None:
    lines = written(
        tmp_path / "e.ndjson", [{**GOOD, "id": f"e{n}", "date": "x"} for n in range(150)]
    )
    path = as_parquet(lines)
    assert [line.split(":")[0] for line in said(path)[:20]] == [str(n + 1) for n in range(20)]
    problems, _ = reading.check([str(path)], opening=opener(None))
    assert len(problems) == 100
    assert {problem.severity for problem in problems} == {"error"}


def test_a_source_that_is_told_otherwise_elsewhere(tmp_path: Path) -> None:
    events = with_one({"sources": [TOLD]})
    events[40]["sources"] = [{**TOLD, "title": "Another"}]
    lines = written(tmp_path / "e.ndjson", events)
    by_python = said(lines, "python")
    assert said(lines, "duckdb") == by_python
    path = as_parquet(lines)
    by_row = by_python[0].replace("41:111:", "41:1:").replace(str(lines), str(path))
    assert said(path) == [by_row]


@pytest.mark.parametrize("form", ["yaml", "ndjson"])
def test_a_source_that_another_file_tells_otherwise(tmp_path: Path, form: str) -> None:
    events = [{**GOOD, "id": each, "sources": [TOLD]} for each in "ab"]
    lines = written(tmp_path / "e.ndjson", events)
    another = {**TOLD, "title": "Another"}
    other = written(tmp_path / "o.ndjson", [{**GOOD, "sources": [another]}])
    if form == "yaml":
        other = other.with_suffix(".yaml")
        other.write_text("sources: {book: {title: Another}}\nevents: []\n", encoding="utf-8")
    expected, _ = reading.check([str(other), str(lines)], opening=opener("python"))
    assert len(expected) == 2
    files = [str(other), str(lines)]
    assert reading.check(files, opening=opener("duckdb"))[0] == expected
    files = [str(other), str(as_parquet(lines))]
    assert [each.line for each in reading.check(files, opening=opener(None))[0]] == [1, 2]


def test_events_without_ids_are_named_as_python_names_them(tmp_path: Path) -> None:
    events = [{**GOOD, "id": None, "title": f"T {n % 3}"} for n in range(12)]
    lines = written(tmp_path / "e.ndjson", events)
    expected = reading.load([str(lines)], opening=opener("python"))
    assert len({event.id for event in expected.events}) == 12
    assert reading.load([str(lines)], opening=opener("duckdb")) == expected
    assert reading.load([str(as_parquet(lines))], opening=opener(None)) == expected


def test_what_is_wrong_in_a_text_that_is_asked_for(tmp_path: Path) -> None:
    lines = written(tmp_path / "e.ndjson", with_one({"date": "2035", "summary": "a\u200bb"}))
    by_python = said(lines, "python")
    assert said(lines, "duckdb") == by_python
    assert said(as_parquet(lines)) == [f"31:1: {by_python[0].split(': ', 1)[1]}"]


def never(name: str, _watch: Watch) -> Document:
    raise AssertionError(name)


def test_what_is_unusual_but_right(tmp_path: Path) -> None:
    unusual = {"date": "2035", "title": " two  spaces ", "place": "قلعه‌نو", "note": "a\nb"}
    lines = written(tmp_path / "e.ndjson", with_one(unusual))
    expected = reading.load([str(lines)], lambda _: LATE, opening=opener("python"))
    assert [event.title for event in expected.events] == ["two spaces"]
    by_engine = opener("duckdb", never)
    assert reading.load([str(lines)], lambda _: LATE, opening=by_engine) == expected
    assert reading.load([str(as_parquet(lines))], lambda _: LATE, opening=opener(None)) == expected


@pytest.mark.parametrize(
    ("said", "error"),
    [("Out of Memory Error: 1 GB\nmore", EngineError), ("IO Error: No space left", SpillError)],
)
def test_what_duckdb_says_of_itself_is_one_line(said: str, error: type[EngineError]) -> None:
    first = said.partition("\n")[0]
    with pytest.raises(error, match=f"^DuckDB failed: '{first}'$"), duckdb_engine._failures():  # noqa: SLF001
        raise duckdb.Error(said)


def test_duckdb_without_its_extension_for_addresses_is_not_a_wrong_file() -> None:
    said = "An error occurred while trying to install the required extension 'httpfs'"
    opens = duckdb_engine._failures("s3://a/b.parquet")  # noqa: SLF001
    with pytest.raises(UnreadableError, match="cannot fetch the extension that opens"), opens:
        raise duckdb.Error(said)
