"""Tests of tables of small cases: as a test of its own, each would take as long as ten of them."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

Test = Callable[..., None]


def each_of(names: str | tuple[str, ...], cases: Iterable[Any]) -> Callable[[Test], Test]:
    """Run a test on each case of a table, to the end even where some fail, as one test.

    The test takes no fixtures, and the table has at least one case.
    """
    table = [
        {names: c} if isinstance(names, str) else dict(zip(names, c, strict=True)) for c in cases
    ]

    def decorate(test: Test) -> Test:
        def run_all() -> None:
            assert table
            wrong: list[BaseException] = []
            for case in table:
                try:
                    test(**case)
                except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001  (told together)
                    error.add_note(f"in the case {case}")
                    wrong.append(error)
            if wrong:
                said = f"{len(wrong)} of {len(table)} cases are wrong"
                raise BaseExceptionGroup(said, wrong)

        run_all.__name__ = test.__name__
        return run_all

    return decorate
