"""The first rows of a table, from which it is guessed what its columns are."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from diplo.reading.maps.draft.names import matches
from diplo.reading.tables.cells import is_nothing
from diplo.terminal.text import fold_space

MOST = 200  # rows


class Sample(NamedTuple):
    """A header and some rows, which may be shorter."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]

    def raw_cells(self, at: int) -> list[str]:
        """Return the cells of a column as they are, of the rows that reach it."""
        return [row[at] for row in self.rows if at < len(row)]

    def folded_cells(self, at: int) -> list[str]:
        """Return the text of each row in a column, blank where the row is too short."""
        return [fold_space(row[at]) if at < len(row) else "" for row in self.rows]

    def known_texts(self, at: int) -> list[str]:
        """Return the texts of a column, without those that mean that nothing is there."""
        return [text for text in map(fold_space, self.raw_cells(at)) if not is_nothing(text)]

    def raw_pairs(self, left: int, right: int) -> list[tuple[str, str]]:
        """Return the cells of two columns as they are, of the rows that reach both."""
        return [(row[left], row[right]) for row in self.rows if max(left, right) < len(row)]

    def matching(self, columns: Iterable[int], *patterns: re.Pattern[str]) -> list[int]:
        """Return those of some columns whose headers have words of one of these patterns."""
        return [at for at in columns if matches(self.header[at], *patterns)]


def take(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Sample:
    """Return a sample without the rows that are blank."""
    return Sample(header, [row for row in rows if any(map(str.strip, row))])
