"""The first rows of a table, from which it is guessed what its columns are."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from diplo.reading.maps.draft.names import says
from diplo.reading.tables.cells import is_nothing
from diplo.terminal.text import fold_space

MOST = 200  # rows


class Sample(NamedTuple):
    """A header and some rows, which may be shorter."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]

    def cells(self, at: int) -> list[str]:
        """Return the cells of a column."""
        return [row[at] for row in self.rows if at < len(row)]

    def filled(self, at: int) -> list[str]:
        """Return the text of each row in a column, blank where the row is too short."""
        return [fold_space(row[at]) if at < len(row) else "" for row in self.rows]

    def pairs(self, one: int, other: int) -> list[tuple[str, str]]:
        """Return the cells of two columns, in the rows that reach both."""
        return [(row[one], row[other]) for row in self.rows if max(one, other) < len(row)]

    def told(self, at: int) -> list[str]:
        """Return the texts of a column, without those that mean that nothing is there."""
        return [text for text in map(fold_space, self.cells(at)) if not is_nothing(text)]

    def saying(self, columns: Iterable[int], *forms: re.Pattern[str]) -> list[int]:
        """Return those of some columns whose headers have words of one of these forms."""
        return [at for at in columns if says(self.header[at], *forms)]


def of(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Sample:
    """Return a sample without the rows that are blank."""
    return Sample(header, [row for row in rows if any(map(str.strip, row))])
