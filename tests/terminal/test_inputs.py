"""What is read, whatever it is called."""

import pytest

from diplo.terminal.errors import UsageError
from diplo.terminal.inputs import check_once, comes_once


def test_without_standard_input_nothing_comes_from_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    check_once(["-", "events.yaml"])
    assert comes_once("-")
    with pytest.raises(UsageError, match=r"'-'\) is named twice; it can be read once"):
        check_once(["-", "-"])
