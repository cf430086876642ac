"""Spark gives the same answers as Python to the byte, and says in a line what it cannot do."""

import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("pyspark", reason="the extra 'spark' is not installed")
pa = pytest.importorskip("pyarrow")

from diplo.engine import json_lines, session, spark
from diplo.engine.failures import EngineError, SpillError
from diplo.engine.tables import FILE, ROW, Engine
from diplo.terminal.errors import ContentError, DiploError, UnreadableError
from tests.conftest import PROGRAM, Run, environment
from tests.engine.cluster import QUICK, Cluster, children, started, until_gone
from tests.engine.many import events, write

needs_java = pytest.mark.skipif(not shutil.which("java"), reason="Java is not installed")
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # of sockets to Java
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

_EVENT = {"date": "2000", "title": "T", "countries": ["NOR"]}
_FORMATS = ("csv", "tsv", "json", "jsonl", "markdown", "yaml", "html", "timelinejs", "table")
_COUNTRIES = ("norway", "sweden", "afghanistan", "NOR,SWE", "RUS+NOR", "palestine", "taliban,ISR")
_SINCE = ("1970s", "1999-02", "2003~", "2010-05-01", "1988-21", "2019")
_UNTIL = ("2020", "2021-06-15", "2023-24", "202X")
_MORE = (
    ("--type", "mission"),
    ("--except", "treaty,visit"),
    ("--actor", "store"),
    ("--place", "lodz"),
    ("--search", "strasse aesir"),
    ("--source", "blue-book"),
    ("--certain",),
    ("--began",),
    ("--reverse", "--limit", "7"),
    ("--sort", "country"),
)


_PLAIN: list[object] = [
    {"title": 'é "{ \U0001f389', "type": None, "sources": [{"source": "x", "url": None}]},
    {"earliest": "x", "actors": [], "status": {"a": "b"}, "countries": None},
    {},
]
_NOT_PLAIN: list[object] = [
    {"dat": "x"},
    {"dat": None},
    {"Date": "x"},
    {"date": 5},
    {"title": ["x"]},
    {"countries": "NOR"},
    {"countries": [None]},
    {"countries": {"0": "NOR"}},
    {"actors": [["x"]]},
    {"sources": ["a"]},
    {"sources": [None]},
    {"sources": [{"source": 5}]},
    {"sources": [{"sorce": "x"}]},
    {"status": []},
    {"status": {"a": None}},
    {"date": "\ud800"},
    {"date": "\udc00"},
    '{"date": "a"} {"date": "b"}',
    '{"date": "a"} 5',
    '{"date": "a", "date": "b"}',
    "5",
    "nonsense",
]


class Once(spark.Spark):
    """Asks nothing twice, for all questions on one file begin with the same."""

    def __init__(self, master: str) -> None:
        super().__init__(master)
        self._tables: dict[str, Any] = {}
        self._found: dict[str, list[Any]] = {}

    def open(self, name: str, form: str) -> Any:  # noqa: ANN401  (Ibis has no types for others)
        if name not in self._tables:
            self._tables[name] = super().open(name, form)
        return self._tables[name]

    def batches(self, table: Any) -> Iterator[Any]:  # noqa: ANN401  (as above)
        import ibis  # noqa: PLC0415  (it may not be there)

        asked = str(ibis.to_sql(table, dialect="pyspark"))
        if asked not in self._found:
            self._found[asked] = [*super().batches(table)]
        yield from self._found[asked]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with started(tmp_path_factory.mktemp("cluster")) as found:
        yield found


@pytest.fixture(scope="module")
def engine(cluster: Cluster) -> Iterator["Once"]:
    with pytest.MonkeyPatch.context() as patch:
        for key, value in QUICK.items():
            patch.setenv(key, value)
        found = Once(cluster.url)
        found._session  # noqa: B018, SLF001  (it starts now)
    yield found
    found._session.stop()  # noqa: SLF001


@pytest.fixture
def on_spark(engine: Once, cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let the program use the engine that is there."""
    monkeypatch.setattr(spark, "Spark", lambda _: engine)
    return cluster.url


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("many") / "many.ndjson", events(1500))


@pytest.fixture(scope="module")
def parquet(lines: Path) -> Path:
    found = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    return _parquet(lines.with_suffix(".parquet"), found)


def _parquet(path: Path, found: Sequence[Mapping[str, Any]]) -> Path:
    from pyarrow.parquet import write_table  # noqa: PLC0415  (it may not be there)

    text, cited = pa.string(), ("source", "locator", "title", "kind")
    types = {
        **dict.fromkeys(("id", "date", "title", "type", "place", "summary", "note"), text),
        **dict.fromkeys(("countries", "actors"), pa.list_(text)),
        "sources": pa.list_(pa.struct([(key, text) for key in cited])),
        "status": pa.map_(text, text),
    }
    rows = [{**each, "status": [*each.get("status", {}).items()] or None} for each in found]
    write_table(pa.Table.from_pylist(rows, pa.schema([*types.items()])), path, row_group_size=512)
    return path


def _answers(engine: Engine, name: Path | str, form: str = "parquet") -> list[dict[str, Any]]:
    table = engine.open(str(name), form)
    return [row for batch in engine.batches(table) for row in batch.to_pylist()]


def _question(seed: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311  (it must be repeatable)
    dates = ["--since", chance.choice(_SINCE), "--until", chance.choice(_UNTIL)]
    more = [word for words in chance.sample(_MORE, chance.choice((0, 1, 2))) for word in words]
    countries = [chance.choice(_COUNTRIES)] if chance.random() < 0.8 else []
    return ["timeline", *countries, *dates, *more, "--format", chance.choice(_FORMATS)]


@needs_java
@pytest.mark.parametrize("kind", ["parquet", "ndjson"])
def test_the_same_answers(kind: str, lines: Path, parquet: Path, on_spark: str, call: Run) -> None:
    shown = 0
    others: tuple[list[str], ...]
    others = (["stats", "--by", "type"], ["compare", "norway", "sweden"], ["show", "event-000007"])
    for question in (*others, *map(_question, range(9) if kind == "ndjson" else range(9, 30))):
        expected = call(*question, "--events", str(lines), "--engine", "python")
        path = parquet if kind == "parquet" else lines
        found = call(*question, "--events", str(path), "--engine", on_spark)
        assert found._replace(err="") == expected._replace(err=""), question
        shown += len(expected.out.splitlines()) > 9
    assert shown > 6


@needs_java
def test_nothing_else_is_said(parquet: Path, lines: Path, run: Run) -> None:
    question = ("timeline", "norway", "--since", "2019", "--format", "csv")
    expected = run(*question, "--events", str(lines), "--engine", "python")
    env = {**QUICK, "DIPLO_ENGINE": "local[2]"}
    assert run(*question, "--events", str(parquet), env=env, timeout=200) == expected
    assert run("check", env={"DIPLO_EVENTS": str(parquet)}).status == 0


@needs_java
def test_lines_that_are_plainly_events(engine: Once, tmp_path: Path) -> None:
    lines = [each if isinstance(each, str) else json.dumps(each) for each in _PLAIN + _NOT_PLAIN]
    path = tmp_path / "a.ndjson"
    path.write_text("".join(f"{line} \r\n" for line in lines), encoding="utf-8")
    read = engine._session.read.text(str(path), lineSep="\n")  # noqa: SLF001
    parsed = read.selectExpr("value", json_lines.JSON)
    found = parsed.selectExpr("value", json_lines.IS_PLAIN).collect()
    assert [value.strip() for value, is_plain in found if is_plain] == lines[: len(_PLAIN)]


@needs_java
def test_a_line_that_is_not_plain_and_none(engine: Once, tmp_path: Path) -> None:
    path = tmp_path / "a.ndjson"
    path.write_text(f"{json.dumps(_EVENT)}\n\n5\n")
    assert engine.open(str(path), "ndjson") is None
    empty = tmp_path / "empty.ndjson"
    empty.write_text(" \r\n")
    assert _answers(engine, empty, "ndjson") == []


@needs_java
def test_what_is_wrong_is_told_by_its_row(on_spark: str, tmp_path: Path, call: Run) -> None:
    wrong: list[dict[str, Any]] = [{**_EVENT, "id": f"e{number}"} for number in range(9)]
    wrong[2]["date"] = "2000-13"
    wrong[4]["countries"] = ["NOR", "Atlantis"]
    wrong[6]["title"] = ""
    wrong[7]["sources"] = [{"source": "No id"}]
    wrong[8]["id"] = "e3"
    _parquet(tmp_path / "a.parquet", wrong)
    found = call("timeline", "--events", "a.parquet", "--engine", on_spark)
    assert (found.status, found.out) == (65, "")
    places = re.findall(r"diplo: a\.parquet:(\d+):1: ", found.err)
    assert sorted(places) == ["3", "5", "7", "8", "9"]
    assert "see a.parquet:4:1" in found.err


@needs_java
def test_tables_with_headers_of_their_own(on_spark: str, tmp_path: Path, call: Run) -> None:
    from pyarrow.parquet import write_table  # noqa: PLC0415  (it may not be there)

    rows = [
        {
            "When": date(1989 + number % 30, 1 + number % 12, 1),
            "State": ("Norway", "SWE", "Soviet Union", "Norway; UK")[number % 4],
            "Title": f"Talks {number % 50}",
            "Kind": "vote" if number % 3 else None,
            "URL": f"https://e.org/({number})",
        }
        for number in range(300)
    ]
    write_table(pa.Table.from_pylist(rows), tmp_path / "in.parquet")
    files = ("--events", str(tmp_path / "in.parquet"), "--engine")
    for asked in ("timeline norway --year 1995..1997", "stats --by type", "timeline -n 3 -r"):
        found, wanted = (call(*asked.split(), *files, each) for each in (on_spark, "duckdb"))
        assert found == wanted
        assert found.status == 0
        assert found.out


@needs_java
def test_files_and_rows_have_the_names_they_were_asked_by(
    engine: Once, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("a +b%20{é}.parquet")
    folder.mkdir()
    for name in ("1", "2"):
        _parquet(folder / f"{name}.parquet", [_EVENT])
    names = [str(folder / "1.parquet"), str(folder / "2.parquet")]
    cases = {
        str(folder): names,
        f"{folder}/*.parquet": names,
        f"{tmp_path}/{folder}/[2].parquet": [f"{tmp_path}/{names[1]}"],
        names[0]: names[:1],
    }
    for asked, expected in cases.items():
        assert sorted(row[FILE] for row in _answers(engine, asked)) == expected
        assert {row[ROW] for row in _answers(engine, asked)} == {1}
    monkeypatch.chdir(folder)
    assert [row[FILE] for row in _answers(engine, "1*")] == ["1.parquet"]
    (found,) = _answers(engine, f"file://{tmp_path}/*/1.parquet")
    assert re.fullmatch("file:.*%7B.*1.parquet", found[FILE])


@needs_java
def test_folders_may_be_named_by_what_all_events_in_them_have(engine: Once, tmp_path: Path) -> None:
    import pyarrow.parquet as pq  # noqa: PLC0415  (it may not be there)

    untyped = pq.read_table(_parquet(tmp_path / "a", [_EVENT])).drop_columns(["type"])
    for year, kind in ("2020", "war"), ("2021", "visit"):
        folder = tmp_path / "events.parquet" / f"year={year}" / f"type={kind}"
        folder.mkdir(parents=True)
        pq.write_table(untyped, folder / "1.parquet")
    found = engine.open(str(tmp_path / "events.parquet"), "parquet")
    assert "year" not in found.columns
    kinds = [row["type"] for row in _answers(engine, tmp_path / "events.parquet")]
    assert sorted(kinds) == ["visit", "war"]


@needs_java
@pytest.mark.parametrize(
    ("name", "error", "message"),
    [
        ("file:///nowhere/a.parquet", UnreadableError, "nowhere/a.parquet cannot be read: no such"),
        ("none*.parquet", UnreadableError, "none.*.parquet cannot be read: no such file"),
        ("text.parquet", ContentError, "text.parquet:1:1: this is not a Parquet file"),
        ("folder.parquet", ContentError, "folder.parquet:1:1: this is not a Parquet file"),
        ("elsewhere://a/b.parquet", EngineError, "Spark failed: .*elsewhere"),
        ("\udcff.parquet", EngineError, "Spark failed: .*surrogates"),
    ],
)
def test_what_spark_cannot_open(
    engine: Once,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    error: type[DiploError],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("text.parquet").write_text("This is no Parquet file.")
    Path("folder.parquet").mkdir()
    with pytest.raises(error) as caught:
        engine.open(name, "parquet")
    (line,) = caught.value.messages()
    assert re.search(message, line)


@needs_java
def test_a_file_that_goes_away(engine: Once, tmp_path: Path) -> None:
    path = _parquet(tmp_path / "a.parquet", [_EVENT])
    table = engine.open(str(path), "parquet")
    path.unlink()
    with pytest.raises(UnreadableError, match=r"a\.parquet cannot be read where Spark's workers"):
        [*engine.batches(table)]


@pytest.mark.parametrize(
    ("said", "error", "message"),
    [
        (
            "x\nCaused by: java.io.IOException: No space left on device\nCaused by: late",
            SpillError,
            "Spark failed: 'java.io.IOException: No space left on device'",
        ),
        (
            "An error occurred while calling o1.x.\n: a.B: c\n\tat d",
            EngineError,
            "failed: 'a.B: c'",
        ),
        ("Answer from Java side is empty", EngineError, "failed: 'Answer from Java side is empty'"),
    ],
)
def test_what_spark_says(said: str, error: type[DiploError], message: str) -> None:
    from py4j.protocol import Py4JError  # noqa: PLC0415  (it may not be there)

    with pytest.raises(error, match=re.escape(message)), spark._failures():  # noqa: SLF001
        raise Py4JError(said)


@pytest.fixture
def silent() -> Iterator[str]:
    """Take a port at which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"127.0.0.1:{taken.getsockname()[1]}"


def test_no_master(run: Run, parquet: Path, silent: str) -> None:
    for master in (f"spark://{silent}", "spark://a:b", f"spark://{silent},{silent}"):
        found = run("timeline", "--events", str(parquet), "--engine", master)
        assert (found.status, found.out) == (71, "")
        assert found.err.startswith(f"diplo: no Spark master answers at '{master}': ")
        assert found.err.count("\n") == 1


def test_one_of_two_masters(silent: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        session._reach(f"spark://{silent},127.0.0.1:{server.getsockname()[1]}")  # noqa: SLF001


@pytest.mark.parametrize(
    ("env", "message"),
    [
        ({"PATH": "", "JAVA_HOME": ""}, "Spark needs Java, which is not here; install Java 17 or"),
        ({"JAVA_HOME": "/nowhere"}, "Java failed: '.*/nowhere/bin/java: "),
    ],
)
def test_no_java(run: Run, parquet: Path, env: Mapping[str, str], message: str) -> None:
    found = run("timeline", "--events", str(parquet), "--engine", "local[1]", env=env)
    assert (found.status, found.out) == (71, "")
    assert re.match(f"diplo: {message}", found.err)
    assert found.err.count("\n") == 1


def test_java_is_found_by_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "java").touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr(session, "_session", lambda master, _: master)
    assert session.start_session("local[1]") == "local[1]"


@pytest.mark.parametrize(
    ("tasks", "stops"), [("", 0), ("0", 0), ("00", 1), ("000", 1), ("0100", 1), ("0101", 0)]
)
def test_a_query_on_which_nobody_works_is_stopped_once(
    monkeypatch: pytest.MonkeyPatch, tasks: str, stops: int
) -> None:
    left, stopped = [*map(int, reversed(tasks))], list[bool]()  # each second, until Spark has gone
    tracker = SimpleNamespace(
        getActiveStageIds=lambda: [7],
        getStageInfo=lambda _: SimpleNamespace(numActiveTasks=left.pop()),
    )
    context = SimpleNamespace(
        statusTracker=lambda: tracker, cancelAllJobs=lambda: stopped.append(True)
    )
    is_over: Any = SimpleNamespace(wait=lambda _: False)
    monkeypatch.setattr(spark, "_PATIENCE", 2)
    spark._watch(context, is_over)  # noqa: SLF001
    assert len(stopped) == stops


@needs_java
@pytest.mark.skipif(
    not hasattr(os, "pidfd_open"), reason="this system does not tell when Java ends"
)
@pytest.mark.usefixtures("engine")  # which has taken all that the workers have
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_signals_leave_nothing(
    cluster: Cluster, parquet: Path, tmp_path: Path, sign: signal.Signals
) -> None:
    cluster.until("applications", 1)
    process = subprocess.Popen(
        [PROGRAM, "timeline", "--events", str(parquet), "--engine", cluster.url],
        cwd=tmp_path,
        env=environment(QUICK),
        stderr=subprocess.STDOUT,
        stdout=subprocess.PIPE,
    )
    cluster.until("applications", 2)
    (java,) = children(process.pid)
    process.send_signal(sign)
    said, _ = process.communicate(timeout=60)
    assert said == b""
    assert process.returncode == -sign
    until_gone(java)
    cluster.until("applications", 1)
    assert os.listdir(tmp_path) == []


@needs_java
@pytest.mark.last
def test_parts_that_are_lost(
    engine: Once, cluster: Cluster, parquet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = cluster.workers
    table = engine.open(str(parquet), "parquet")
    for lost in (first, cluster.master):
        lost.kill()
        assert len([*spark.Spark.batches(engine, table)]) == 1
    second.kill()
    monkeypatch.setattr(spark, "_PATIENCE", 2)
    with pytest.raises(EngineError, match="no worker of Spark did anything for 2 s"):
        [*spark.Spark.batches(engine, table)]
