"""Tables, maps and folders: what a command line prints of each."""

import json
import re
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from diplo.reading.maps import shipped
from tests.cli.tables.case import Case
from tests.cli.tables.headers import HEADERS
from tests.cli.tables.maps import MAPS
from tests.cli.tables.others import OTHERS
from tests.cli.tables.shipped import SHIPPED
from tests.conftest import Run

Write = Callable[..., Path]
CASES = (*HEADERS, *OTHERS, *MAPS, *SHIPPED)


@pytest.mark.parametrize("case", [pytest.param(case, id=case.what) for case in CASES])
def test_a_table_is_read(run: Run, call: Run, write: Write, tmp_path: Path, case: Case) -> None:
    for name, content in case.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        write(name, content)
    command, _, piped = case.command.partition(" <")
    json_asked = ["--json"] if case.events is not None and not case.status else []
    given = [*shlex.split(command), *json_asked]
    result = run(*given, stdin=(tmp_path / piped).read_bytes()) if piped else call(*given)
    assert result.status == case.status, result.err
    for said in case.says:
        assert re.search(said, result.err), result.err
    for printed in case.prints:
        assert re.search(printed, result.out), result.out
    if json_asked:
        found = json.loads(result.out)
        assert len(found) == len(case.events or ())
        for event, wanted in zip(found, case.events or (), strict=True):
            assert _of(event, wanted) == wanted
        if not case.says:
            assert result.err == ""


def _of(event: Mapping[str, Any], wanted: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the keys of an event that are wanted, sources as pairs."""
    sources = [(each["source"], each["locator"]) for each in event["sources"]]
    return {key: {**event, "sources": sources}[key] for key in wanted}


def test_every_map_that_ships_reads_a_sample() -> None:
    given = " ".join(case.command for case in SHIPPED)
    assert [name for name in shipped.names() if f"--map {name}" not in given] == []
