"""An engine gives the same events as Python reads, whatever is asked."""

import string
from collections.abc import Callable, Iterator
from itertools import islice, product
from pathlib import Path

import pytest

ibis = pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
from hypothesis import settings

from diplo import reading
from diplo.engine.choice import opener
from diplo.engine.duckdb import DuckDB
from diplo.engine.tables import RecordBatch, Table
from diplo.history.selection import AnyOf, Matcher, Query, has_effects
from diplo.model.events import Event, Timeline
from diplo.reading.merge import Open
from diplo.reports import Names
from tests.engine.many import as_parquet, events, questions, write

Keep = Callable[[Event], object]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("many") / "many.ndjson", events())


@pytest.fixture(scope="module")
def whole(lines: Path) -> Timeline:
    return reading.load([str(lines)])


@pytest.fixture(scope="module")
def parquet(lines: Path) -> Path:
    return as_parquet(lines)


def loaded(path: Path, opening: Open, keeps: Keep) -> Timeline:
    return reading.load([str(path)], lambda _: keeps, opening=opening)


@pytest.mark.parametrize("kind", ["parquet", "ndjson"])
@pytest.mark.parametrize("seed", range(4))
def test_three_hundred_questions(
    lines: Path, parquet: Path, whole: Timeline, kind: str, seed: int
) -> None:
    opening, path = opener("duckdb"), parquet if kind == "parquet" else lines
    name = Names(whole.vocabulary).countries.name
    share = settings().max_examples * 6 // 4  # of 300, or of fewer where that is enough
    for query in questions(share * 4 // 5 if kind == "parquet" else share // 5, seed):
        matcher = Matcher(query, name)
        found = loaded(path, opening, matcher)
        assert found.events == tuple(filter(matcher, whole.events)), query
        assert found.codes == whole.codes
        assert found.vocabulary == whole.vocabulary


def test_a_question_is_as_long_where_there_are_many_types_and_countries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    batches = DuckDB.batches

    def noted(engine: DuckDB, table: Table) -> Iterator[RecordBatch]:
        asked.append(ibis.to_sql(table, dialect="duckdb"))
        return batches(engine, table)

    monkeypatch.setattr(DuckDB, "batches", noted)
    lengths = []
    for number in (80, 640):  # of codes that are for anybody's use
        letters = product("x", string.ascii_lowercase, string.ascii_lowercase)
        every = (
            {
                "id": code,
                "date": "2021",
                "title": "T",
                "countries": [code.upper()],
                "type": f"t.{code}",
            }
            for code in map("".join, islice(letters, number))
        )
        lines = write(tmp_path / f"{number}.ndjson", every)
        matcher = Matcher(Query(types=("t",), excluded_types=("u",), search=("x", "a")), str)
        found = loaded(as_parquet(lines), opener("duckdb"), matcher)
        assert len(found.events) == number
        lengths.append(max(map(len, asked)))
    assert lengths[1] < lengths[0] * 2


def test_what_several_keep_and_what_changes_a_state(parquet: Path, whole: Timeline) -> None:
    either = AnyOf(Matcher(Query(types=("vote",))), Matcher(Query(actors=("taliban",))))
    for keeps in (either, has_effects):
        found = loaded(parquet, opener("duckdb"), keeps)
        assert found.events == tuple(filter(keeps, whole.events))
