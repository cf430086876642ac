"""What is read, whatever it is called."""

import os
from pathlib import Path

import pytest

from diplo.terminal.errors import UsageError
from diplo.terminal.inputs import check_once, comes_once


def test_without_standard_input_nothing_comes_from_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    check_once(["-", "events.yaml"])
    assert comes_once("-")
    with pytest.raises(UsageError, match=r"'-'\) is named twice; it can be read once"):
        check_once(["-", "-"])


def test_what_comes_once_is_not_read_by_two_names(tmp_path: Path) -> None:
    fifo, link = tmp_path / "fifo", tmp_path / "link"
    os.mkfifo(fifo)
    link.symlink_to(fifo)
    with pytest.raises(UsageError, match=r"fifo and .*link are one and the same; it can be read"):
        check_once([str(fifo), str(link)])
