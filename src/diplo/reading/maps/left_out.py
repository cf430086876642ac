"""The columns of a table that are left out, as their headers are not known."""

from collections.abc import Sequence

from diplo.reading.tables.table import Rows, Table
from diplo.terminal.text import shown

_MOST_NAMED = 8  # columns


class LeftOutColumns:
    """Columns to report once all rows are read, but for those with neither a name nor a text."""

    def __init__(self, table: Table, names: Sequence[str]) -> None:
        self._table, self._names = table, names
        self._blank: frozenset[str] = frozenset()

    def watched(self) -> Rows:
        """Yield the rows of the table, noting which columns without a name have no text."""
        header = enumerate(self._table.header)
        blank = {at: name for at, name in header if name == f"column {at + 1}"}
        for number, cells in self._table.rows:
            for at in [at for at in blank if "".join(cells[at : at + 1]).strip()]:
                del blank[at]
            yield number, cells
        self._blank = frozenset(blank.values())

    def notes(self) -> list[tuple[int, str]]:
        """Return the note on the columns, with the row of the header, if any are to be reported."""
        names = [name for name in self._names if name not in self._blank]
        return [(self._table.at, _note(names))] if names else []


def _note(columns: Sequence[str]) -> str:
    names = ", ".join(map(shown, columns[:_MOST_NAMED]))
    more = f" and {len(columns) - _MOST_NAMED} more" if len(columns) > _MOST_NAMED else ""
    is_one = len(columns) == 1
    return (
        f"the column{'' if is_one else 's'} {names}{more} {'is' if is_one else 'are'} left out, as "
        f"{'its header is' if is_one else 'their headers are'} not known; a map (--map) can take "
        f"{'it' if is_one else 'them'}"
    )
