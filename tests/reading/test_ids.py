import itertools
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo.reading import ids as module
from diplo.reading.ids import Ids

NAMES = st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=4)


@given(st.lists(NAMES))
def test_ids_are_added_all_or_none_and_keep_their_numbers(lots: list[list[str]]) -> None:
    ids, order = Ids(), list[str]()
    for names in lots:
        are_new = len(set(names)) == len(names) and not set(names) & set(order)
        assert ids.add(names) == are_new
        order += names if are_new else ()
        assert len(ids) == len(order)
        assert set(ids) == set(order)
        assert [ids.number_of(name) for name in order[-2:]] == [*range(len(order))][-2:]
        assert all((name in ids) == (name in order) for name in "abcdefghij")


def test_many_clashes_cost_little(monkeypatch: pytest.MonkeyPatch) -> None:
    begins_anew = Mock(side_effect=itertools.chain.from_iterable)
    monkeypatch.setattr(module, "chain", Mock(from_iterable=begins_anew))
    ids = Ids()
    assert ids.add(["a", "b"])
    assert begins_anew.call_count == 0
    assert not any(ids.add(["c", "b"]) for _ in range(10))
    assert not any(ids.add(["d", "d"]) for _ in range(10))
    assert begins_anew.call_count == 1
