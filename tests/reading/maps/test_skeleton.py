"""A map to begin with: of what is too large to be looked through, or of wide letters."""

from pathlib import Path

import pytest

from diplo.reading import files
from diplo.reading.maps.draft import skeleton
from diplo.terminal.errors import ContentError


def test_a_file_that_is_too_large_is_not_looked_through(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(files, "LARGEST_DOCUMENT", 2**20)
    path = tmp_path / "a.json"
    path.write_text("[" + "{}," * 2**19 + "{}]", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        skeleton.text(str(path))
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (1, 1)
    assert problem.message.startswith("the file is larger than 1 MiB; begin the map with a part")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_letters_without_a_mark_are_told(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Date,Country\n2021,Norway\n", encoding=encoding)
    text = skeleton.text(str(path))
    assert f'table: {{encoding: "{encoding}"}}' in text
    assert 'countries: ["{Country}"]' in text


@pytest.mark.parametrize("size", [50, 66, 67])
def test_only_the_start_of_a_large_table_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    lines = "Date,Country,Title\n1990,Norwway,A\n1990,Atlantis,B\n1991,Utopia,C\n"
    path = tmp_path / "in.csv"
    path.write_text(lines, encoding="utf-8")
    monkeypatch.setattr(skeleton, "_MOST_LOOKED_AT", size)
    made = skeleton.text(str(path))
    assert made.startswith("# Only the first ") == (size < len(lines))
    assert "Norwway" in made
    assert ("Utopia" in made) == (size >= len(lines))


def test_a_byte_that_no_likely_encoding_has_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(b"Date,Country,Title\n1990,Norway,T\xedtulo \x81\n")
    assert "table: {encoding: " in skeleton.text(str(path))
