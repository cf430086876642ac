"""What tests of commands share."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from diplo import reading


@pytest.fixture(scope="session")
def bundled() -> list[dict[str, Any]]:
    """The events of the bundled file as the file has them."""
    text = Path(reading.bundled()).read_text(encoding="utf-8")
    events: list[dict[str, Any]] = yaml.load(text, Loader=yaml.BaseLoader)["events"]  # noqa: S506
    return events
