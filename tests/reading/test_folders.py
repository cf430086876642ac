import os
from pathlib import Path

import pytest

from diplo.reading import folders
from diplo.reading.folders import expanded, within
from diplo.terminal.errors import UnreadableError


def test_a_folder_that_leads_back_to_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.yaml").touch()
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    assert expanded([str(tmp_path)]) == [str(tmp_path / "a" / "b.yaml")]


def test_a_text_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to("gone")
    (tmp_path / "c.txt").symlink_to("/proc/self/mem")
    (tmp_path / "d.txt").write_text("Date,Country,Title\n")
    assert expanded([str(tmp_path)]) == [str(tmp_path / "d.txt")]


def test_a_file_below_a_folder_and_named_too_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).touch()
    (tmp_path / "c.csv").symlink_to("a.csv")
    monkeypatch.chdir(tmp_path)
    assert expanded(["b.csv", ".", "*.csv"]) == ["b.csv", "./a.csv"]


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "_MOST", 2)
    assert expanded(["a", "b"]) == ["a", "b"]
    with pytest.raises(UnreadableError, match="more than 2 files"):
        expanded(["a", "b", "c"])


def test_a_folder_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    with pytest.raises(UnreadableError, match=r"cannot be read: Permission denied; check"):
        expanded([str(tmp_path)])


def test_all_files_of_a_pattern_and_of_folders_like_it(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    files = [tmp_path / "a" / "b" / "c.parquet", tmp_path / "d.parquet"]
    for file in files:
        file.touch()
    found = set(within(str(tmp_path / "*")))
    assert found == {str(tmp_path / "a"), *map(str, files)}
