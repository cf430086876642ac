"""A table, whatever it came from: its header, its rows as texts, and where its cells stand."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from diplo.reading.faults import CellError
from diplo.terminal.text import fold_space, shown

Cell = tuple[int, int]  # the number of its row, from 1, and the index of its column
Rows = Iterator[tuple[int, list[str]]]

_MAY_LACK = "?"
_MARK = "\ufeff"  # a byte order mark


def as_counted(cells: Iterable[Cell]) -> Mapping[Cell, tuple[int, int]]:
    """Return the rows and columns of cells, both counted from 1."""
    return {(row, column): (row, column + 1) for row, column in cells}


class Table(NamedTuple):
    """The rows of a table under their header; `noun` is what a row is called."""

    name: str
    header: Sequence[str]
    rows: Rows
    places: Callable[[Iterable[Cell]], Mapping[Cell, tuple[int, int]]] = as_counted
    noun: str = "row"
    at: int = 1  # the number of the header
    delimiter: str = ""  # between cells, if it was read from text
    marks: Mapping[int, Mapping[int, str]] = {}  # messages on cells that only seem to be blank
    may_fill: bool = True  # a blank may stand for the value above, as in spreadsheets made by hand


def under_header(name: str, rows: Rows, names: Sequence[str] | None, *, has_header: bool) -> Table:
    """Take the header off the rows of a table; one without a header gets `names`, or numbers.

    It may lack the columns whose names in `names` end in ?. A column with a blank name in the
    header goes by its number.

    Raises:
        CellError: the header repeats a name, or there are fewer columns than names.
    """
    number, cells = next(((number, cells) for number, cells in rows if _trimmed(cells)), (0, []))
    if not number:
        return Table(name, (), iter(()))
    header = _trimmed(cells)
    all_rows = itertools.chain([(number, cells)], rows)
    if names is not None:
        names = fitting(names, len(cells))
        if 2 * sum(map(_same, names, cells)) > len(names):
            return Table(name, names, rows, at=number)
        if not _are_names(header, names):
            if len(cells) < len(names):
                raise CellError(_too_few(len(cells), len(names)), number, 1)
            return Table(name, names, all_rows, at=number)
    elif not has_header:
        return Table(name, numbered(cells), all_rows, at=number)
    check_names(header, number)
    named = [title or _unnamed(at) for at, title in enumerate(header, 1)]
    return Table(name, named, rows, at=number)


def fitting(names: Sequence[str], width: int) -> list[str]:
    """Return the names for so many columns: all, or without those that a table may lack.

    Either all names that end in ? are left out, or all but those at the very end.
    """
    needed = [name for name in names if not name.endswith(_MAY_LACK)]
    last = [*itertools.takewhile(lambda name: name.endswith(_MAY_LACK), reversed(names))]
    ways = (names, [*needed, *reversed(last)], needed)
    found = next((way for way in ways if len(way) == width), names)
    return [name.removesuffix(_MAY_LACK) for name in found]


def is_header(row: Sequence[str], header: Sequence[str]) -> bool:
    """Say whether a row repeats the header, as where files were joined.

    It may begin with the byte order mark of its file.
    """
    first, *others = row[: len(header)]
    start = fold_space(first).removeprefix(_MARK).strip('"')
    if (start or _unnamed(1)) != header[0]:
        return False
    names = [start, *map(fold_space, others)]
    named = [name or _unnamed(at) for at, name in enumerate(names, 1)]
    return named == [*header] != numbered(header)


def _unnamed(at: int) -> str:
    return f"column {at}"


def _too_few(columns: int, names: int) -> str:
    """Say that a table has fewer columns than a map names, and what to do about it."""
    where = "in the map, or in a copy of it ('diplo maps')"
    many, todo = f"are {columns} columns", f"name under 'header' {where}, those that are there"
    if columns == 1:
        many = "is 1 column"
        todo = f"say {where}, what stands between them: table: {{delimiter: ...}}"
    return f"there {many}, but the map names {names}; {todo}"


def numbered(cells: Sequence[str]) -> list[str]:
    """Return numbers as the names of columns that have none."""
    return [str(number) for number in range(1, len(cells) + 1)]


def _same(name: str, cell: str) -> bool:
    return name.lower() == cell.strip().lower()


def _are_names(header: Sequence[str], names: Sequence[str]) -> bool:
    """Say whether a line is a header: most of its cells are among these names, in any order."""
    known = {name.lower() for name in names}
    return 2 * sum(name.lower() in known for name in header) > len(header)


def _trimmed(cells: Sequence[str]) -> list[str]:
    """Return names of columns with white space folded, without blank ones at the end."""
    names = [" ".join(cell.split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    return names


def check_names(header: Sequence[str], number: int) -> None:
    """Make sure that no name of a header is repeated; `number` is that of its row.

    Raises:
        CellError: one is.
    """
    seen: dict[str, int] = {}
    for index, name in enumerate(header):
        if name and name in seen:
            message = f"the column {shown(name)} is repeated here"
            raise CellError(f"{message}; rename it or column {seen[name] + 1}", number, index + 1)
        seen[name] = index
