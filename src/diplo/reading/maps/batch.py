"""Batches of rows, held by column, so that one step handles all cells of a column at once."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, islice
from typing import NamedTuple

from diplo.reading.faults import CellError

SOME = 256  # rows
ALL = sys.maxsize  # rows, for maps in which one row may depend on any other


class Batch(NamedTuple):
    """The numbers of rows, and their cells by column."""

    numbers: Sequence[int]
    columns: Sequence[Sequence[str]]

    def where(self, wanted: Sequence[bool]) -> "Batch":
        """Return only the rows whose flag is true."""
        if all(wanted):
            return self
        columns = [[*compress(column, wanted)] for column in self.columns]
        return Batch([*compress(self.numbers, wanted)], columns)


def of_row(cells: Iterable[str]) -> Batch:
    """Return a batch of one row."""
    return Batch([0], [[cell] for cell in cells])


def nothing(batch: Batch) -> list[str]:
    """Return an empty text for each row."""
    return [""] * len(batch.numbers)


def batches(rows: Iterator[tuple[int, Sequence[str]]], most: int) -> Iterator[Batch]:
    """Yield all rows, which must be equally wide, in batches of at most `most`.

    Raises:
        CellError: the table cannot be read further; the rows before are yielded first.
    """
    taken: list[tuple[int, Sequence[str]]] = []
    broken = None
    while not broken:
        try:
            taken.extend(islice(rows, most))
        except CellError as error:  # yield the rows before it first
            broken = error
        if not taken:
            break
        numbers, cells = zip(*taken, strict=True)
        yield Batch(numbers, [*zip(*cells, strict=False)])
        taken = []
    if broken:
        raise broken
