from collections.abc import Mapping

import pytest

from diplo.reading.file_sources import sources_of


@pytest.mark.parametrize(
    "expected",
    [
        {"my table.csv": "my-table", "-": "standard-input", "x/<>.csv": "table"},
        {"a.csv": "a-csv", "a.tsv": "a-tsv", "x/b.csv": "b"},
        {"2020/a.csv": "2020-a", "2021/a.csv": "2021-a", "a.tsv": "a-tsv"},
        {"x/1/a.csv": "1-a-1", "y/1/a.csv": "1-a-2", "a.tsv": "a-tsv"},
        {"a.csv": "a"},
    ],
)
def test_files_are_cited_by_as_much_of_their_names_as_tells_them_apart(
    expected: Mapping[str, str],
) -> None:
    assert sources_of([*expected, *expected]) == expected
