"""A map to begin with: of files that are too large, or of wide letters without a mark."""

from pathlib import Path

import pytest

from diplo.reading import files
from diplo.reading.maps import skeleton
from diplo.terminal.errors import ContentError


def test_a_file_that_is_too_large_is_not_looked_through(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(files, "LARGEST_DOCUMENT", 2**20)
    path = tmp_path / "a.csv"
    path.write_text("Date\n" + "2021\n" * 2**18, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        skeleton.text(str(path))
    (problem,) = caught.value.problems
    assert problem.message.startswith("the file is larger than 1 MiB; begin the map with its first")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_letters_without_a_mark_are_told(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Date,Country\n2021,Norway\n", encoding=encoding)
    text = skeleton.text(str(path))
    assert f'table: {{encoding: "{encoding}"}}' in text
    assert 'countries: ["{Country}"]' in text
