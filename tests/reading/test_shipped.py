"""The event file that comes with diplo, as a wheel has it: with the data that were made of it."""

import copy
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from diplo import reading
from diplo.reading import shipped, yaml

BUNDLED = reading.bundled()
CONTENT = Path(BUNDLED).read_bytes()
DATA: Any = yaml.parse(BUNDLED, CONTENT.decode())[0]


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any, int], None]:
    """Give the package the module that a wheel has."""

    def make(data: Any, checksum: int) -> None:  # noqa: ANN401
        module = ModuleType("diplo.reading.compiled")
        vars(module).update(DATA=data, CHECKSUM=checksum)
        monkeypatch.setitem(sys.modules, module.__name__, module)

    return make


def test_a_clone_has_no_data() -> None:
    assert shipped.data(CONTENT) is None


def test_the_data_are_those_of_the_file(
    compiled: Callable[[Any, int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = reading.load([BUNDLED])
    compiled(DATA, zlib.crc32(CONTENT))
    monkeypatch.setattr(yaml, "parse", lambda *_: pytest.fail("the YAML is read"))
    assert reading.load([BUNDLED]) == usual
    assert reading.check([BUNDLED]) == ([], len(usual.events))


def test_data_of_other_bytes_are_not_used(compiled: Callable[[Any, int], None]) -> None:
    usual = reading.load([BUNDLED])
    compiled([], zlib.crc32(CONTENT) + 1)
    assert reading.load([BUNDLED]) == usual


def test_what_is_odd_has_its_place_in_the_file(compiled: Callable[[Any, int], None]) -> None:
    wrong = copy.deepcopy(DATA)
    wrong["events"][-1]["date"] = "2021-13"
    compiled(wrong, zlib.crc32(CONTENT))
    (problem,) = reading.check([BUNDLED])[0]
    line = CONTENT.decode().splitlines()[problem.line - 1]
    assert line.strip().startswith("date:")
    assert problem.column == line.index(":") + 3


def test_other_files_are_read_as_they_are(
    compiled: Callable[[Any, int], None], tmp_path: Path
) -> None:
    compiled([], zlib.crc32(CONTENT))
    other = tmp_path / "events.yaml"
    other.write_bytes(CONTENT)
    assert len(reading.load([str(other)]).events) == len(DATA["events"])


def test_the_sources_are_those_of_the_file(compiled: Callable[[Any, int], None]) -> None:
    usual = shipped.sources()
    assert usual == DATA["sources"]
    compiled({"sources": {"book": {"title": "B"}}}, zlib.crc32(CONTENT))
    assert shipped.sources() == {"book": {"title": "B"}}
