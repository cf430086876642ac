"""Some rows of a table at once, by column, so that what is done to each cell is done in one go."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, islice
from typing import NamedTuple

from diplo.reading.faults import CellError

SOME = 256  # rows
ALL = sys.maxsize  # rows, where what a row says depends on any other


class Batch(NamedTuple):
    """The numbers of rows, and their cells by column."""

    numbers: Sequence[int]
    columns: Sequence[Sequence[str]]

    def where(self, wanted: Sequence[bool]) -> "Batch":
        """Return the rows that are wanted."""
        if all(wanted):
            return self
        columns = [[*compress(column, wanted)] for column in self.columns]
        return Batch([*compress(self.numbers, wanted)], columns)


def of_row(cells: Iterable[str]) -> Batch:
    """Return a row alone."""
    return Batch([0], [[cell] for cell in cells])


def nothing(batch: Batch) -> list[str]:
    """Return the texts of rows that say nothing."""
    return [""] * len(batch.numbers)


def batches(rows: Iterator[tuple[int, Sequence[str]]], most: int) -> Iterator[Batch]:
    """Yield all rows, which have the same columns, at most so many at once.

    Raises:
        CellError: the table can be read no further.

    """
    taken: list[tuple[int, Sequence[str]]] = []
    broken = None
    while not broken:
        try:
            taken.extend(islice(rows, most))
        except CellError as error:  # behind rows that are there
            broken = error
        if not taken:
            break
        numbers, cells = zip(*taken, strict=True)
        yield Batch(numbers, [*zip(*cells, strict=False)])
        taken = []
    if broken:
        raise broken
