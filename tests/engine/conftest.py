"""What tests of engines share."""

import pytest

from tests.conftest import Run


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "last: what leaves nothing whole for other tests")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)


@pytest.fixture
def run(run_with_engine: Run) -> Run:
    """Run the program with DuckDB loaded, as every fork would load it again."""
    return run_with_engine
