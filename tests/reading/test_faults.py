from collections.abc import Callable, Collection, Mapping

import pytest

from diplo.reading.faults import Fault, Origin, Path, Place, locate
from diplo.terminal.errors import Problem


class Found:
    """A document in which some paths have a place; it may be searched once."""

    is_table = False

    def __init__(self, name: str, places: Mapping[Path, Place]) -> None:
        self.name = name
        self.places = places
        self.asked: list[set[Path]] = []
        self.find: Callable[[Collection[Path]], Mapping[Path, Place]] = self.search

    def search(self, wanted: Collection[Path]) -> Mapping[Path, Place]:
        self.asked.append(set(wanted))
        return {path: place for path, place in self.places.items() if path in wanted}


def document(name: str = "f") -> Found:
    return Found(
        name,
        {
            (): Place((1, 1), (1, 1)),
            ("a",): Place((2, 1), (2, 4)),
            ("a", 0): Place((3, 3), (3, 3)),
            ("a", 0, "b"): Place((3, 5), (3, 8)),
        },
    )


@pytest.mark.parametrize(
    ("path", "at_key", "place"),
    [
        ((), False, (1, 1)),
        (("a",), False, (2, 4)),
        (("a",), True, (2, 1)),
        (("a", 0, "b"), False, (3, 8)),
        (("a", 0, "b"), True, (3, 5)),
        (("a", 0, "c"), False, (3, 3)),
        (("a", 0, "b", "c", 1), False, (3, 8)),
        (("x", "y"), False, (1, 1)),
    ],
)
def test_a_fault_stands_at_its_path_or_the_nearest_parent(
    path: Path, place: tuple[int, int], *, at_key: bool
) -> None:
    fault = Fault(path, "wrong", at_key=at_key)
    assert locate([(document(), fault)]) == [Problem("f", *place, "wrong")]


def test_faults_come_in_the_order_of_the_text() -> None:
    found = document()
    faults = [(found, Fault(path, "wrong")) for path in (("a", 0, "b"), (), ("a",), ("a", 0))]
    places = [(1, 1), (2, 4), (3, 3), (3, 8)]
    assert locate(faults) == [Problem("f", *place, "wrong") for place in places]


def test_a_document_without_places_has_its_faults_at_the_top() -> None:
    fault = Fault(("a", 1), "odd", severity="warning")
    assert locate([(Found("f", {}), fault)]) == [Problem("f", 1, 1, "odd", "warning")]


def test_the_other_place_is_named() -> None:
    first, second = document("first"), document("second")
    fault = Fault(("a", 0), "twice", other=Origin(first, ("a",)))
    assert locate([(second, fault)]) == [Problem("second", 3, 3, "twice; see first:2:1")]


def test_each_document_is_searched_once_for_all_its_faults() -> None:
    first, second = document("first"), document("second")
    faults = [
        (first, Fault(("a", 0), "x")),
        (second, Fault(("a",), "y")),
        (first, Fault(("b",), "z", other=Origin(second, ("c",)))),
    ]
    assert len(locate(faults)) == 3
    assert first.asked == [{(), ("a",), ("a", 0), ("b",)}]
    assert second.asked == [{(), ("a",), ("c",)}]


def test_no_faults_are_no_problems() -> None:
    assert locate([]) == []
