from diplo.reading.maps.batch import batches


def test_no_more_rows_are_taken_at_once_than_is_told() -> None:
    rows = iter([(2, ["a", "b"]), (3, ["c", "d"]), (5, ["e", "f"])])
    found = batches(rows, 2)
    assert next(found) == ((2, 3), [("a", "c"), ("b", "d")])
    assert next(rows) == (5, ["e", "f"])
    assert list(found) == []
