"""What round trips share: many arbitrary events, and a file to write them to."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import strategies
from tests.strategies import Found

MANY = 200  # events of the large file


@pytest.fixture(scope="session")
def large() -> Found:
    return strategies.many(MANY)


@pytest.fixture(scope="session")
def save(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """Write a text to a file that the next one of the same ending replaces."""
    folder = tmp_path_factory.mktemp("saved")

    def save_text(ending: str, text: str) -> Path:
        path = folder / f"events.{ending}"
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return save_text
