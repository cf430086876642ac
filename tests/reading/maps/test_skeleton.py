"""A map that is begun for a table too large to be looked through."""

from pathlib import Path

import pytest

from diplo.reading.maps import skeleton


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
