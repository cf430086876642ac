"""Parquet: what others read of it, and that diplo reads the same events from it again."""

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from diplo.formats import PARQUET
from tests.cli.answers import EVENT_KEYS, refused
from tests.conftest import EVERYTHING, Run, packed
from tests.formats.round_trips import objects, same
from tests.strategies import Found
from tests.terminals import in_terminal

Write = Callable[..., Path]

pytest.importorskip("pyarrow", reason="the extra 'engine' is not installed")

DAYS = ("earliest", "latest")
NOTHING = ("-q", "qqqq")


def asked(name: str, *more: str) -> tuple[str, ...]:
    return ("timeline", "--events", name, *more)


def plain(value: Any) -> Any:  # noqa: ANN401
    return value.isoformat() if isinstance(value, dt.date) else value


def test_pandas_reads_the_events(large: Found) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pandas.read_parquet(io.BytesIO(packed(large.report)))
    frame = frame.astype(object).where(frame.notna(), None)
    assert tuple(frame.columns) == EVENT_KEYS
    expected = objects(large)
    assert [plain(day) for day in frame["latest"]] == [each["latest"] for each in expected]
    for key in ("id", "title", "note", "place"):
        assert [*frame[key]] == [each[key] for each in expected]
    assert [[*names] for names in frame["countries"]] == [each["countries"] for each in expected]
    assert [[*cited] for cited in frame["sources"]] == [each["sources"] for each in expected]
    assert [dict(states) for states in frame["status"]] == [each["status"] for each in expected]


def test_duckdb_reads_the_events(large: Found, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="the extra 'engine' is not installed")
    path = tmp_path / "large.parquet"
    path.write_bytes(packed(large.report))
    read = duckdb.read_parquet(str(path))
    kinds = dict(zip(read.columns, map(str, read.types), strict=True))
    assert {kinds.pop(key) for key in DAYS} == {"DATE"}
    assert {kinds.pop(key) for key in ("countries", "actors")} == {"VARCHAR[]"}
    assert kinds.pop("status") == "MAP(VARCHAR, VARCHAR)"
    assert kinds.pop("sources").startswith('STRUCT("source" VARCHAR, locator VARCHAR,')
    assert {*kinds.values()} == {"VARCHAR"}
    rows = [dict(zip(read.columns, map(plain, row), strict=True)) for row in read.fetchall()]
    same(rows, objects(large))


@pytest.mark.parametrize("options", [(), ("--year", "2021"), NOTHING])
def test_diplo_reads_the_same_events_again(
    run: Run, write: Write, options: tuple[str, ...]
) -> None:
    pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
    write("e.yaml", EVERYTHING)
    written = run(*asked("e.yaml", *options, "-o", "e.parquet"))
    assert (written.status, written.out) == (0, "")
    first = run(*asked("e.yaml", *options, "--json")).out
    assert run(*asked("e.parquet", *options, "--json")).out == first


@pytest.mark.parametrize("options", [(), NOTHING])
def test_a_file_a_pipe_and_standard_output_get_the_same(
    run: Run, shell: Run, write: Write, tmp_path: Path, options: tuple[str, ...]
) -> None:
    write("e.yaml", EVERYTHING)
    printed = run(*asked("e.yaml", *options, "-f", PARQUET)).out.encode(errors="surrogateescape")
    assert printed.startswith(b"PAR1")
    run(*asked("e.yaml", *options, "-o", "e.parquet"))
    assert (tmp_path / "e.parquet").read_bytes() == printed
    shell(f"diplo timeline --events e.yaml {' '.join(options)} -f parquet | cat >piped")
    assert (tmp_path / "piped").read_bytes() == printed


def test_a_terminal_is_refused(write: Write, tmp_path: Path) -> None:
    write("e.yaml", EVERYTHING)
    status, shown = in_terminal("diplo timeline --events e.yaml -f parquet", tmp_path, 200)
    said = "diplo: Parquet cannot be shown on a terminal; give -o events.parquet, or a pipe\n"
    assert (status, shown) == (2, said)


def test_what_is_not_installed_is_said_before_anything_is_read(
    call: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diplo.cli.options.writing.find_spec", lambda _: None)
    result = call(*asked("no.yaml", "-f", PARQUET))
    refused(result, 66, "--format parquet needs pyarrow; run pip install 'diplo[engine]'")
