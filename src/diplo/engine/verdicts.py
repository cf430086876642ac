"""Judge each distinct combination of cells in a table once, and join its verdict to the rows."""

import functools
import operator
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import ibis

from diplo.engine.tables import (
    ROW,
    ArrowTable,
    Column,
    Engine,
    Table,
    Value,
    flattened,
    number_of_distinct,
    number_table,
    with_numbers,
)
from diplo.model.events import ID_LENGTH, ID_PATTERN
from diplo.reading.maps.batch import Batch
from diplo.reading.maps.deciding_cells import Part
from diplo.reading.tables import objects

_LOCATOR = r"\([^()]*\)"

Accepts = Callable[[Any], object]  # whether the meaning of some cells may be asked for
_OUT, _ODD, _IN = -2, -1, 0  # numbers from 0 on are those of meanings


class Verdict(NamedTuple):
    """The verdict on each row: out, odd, or in, then with the number of one of the `meanings`."""

    verdicts: "Verdicts"
    column: str | int  # its name, or the one verdict on all rows
    meanings: Sequence[Any]

    @property
    def number(self) -> Value:
        """The number of a row's meaning, below 0 if it is out or odd."""
        is_column = isinstance(self.column, str)
        return self.verdicts.table[self.column] if is_column else ibis.literal(self.column)

    @property
    def is_in(self) -> Value:
        """A test of whether a row's meaning may be asked for."""
        return self.number >= _IN

    @property
    def is_odd(self) -> Value:
        """A test of whether only the whole row can tell."""
        return self.number == _ODD


class Verdicts:
    """A table that gains a column of verdicts for each part that is judged."""

    def __init__(self, engine: Engine, table: Table, columns: Sequence[str]) -> None:
        """Take the table, and its columns in the order of the header."""
        self.table = table
        self.columns = columns
        self._engine = engine
        self._added = 0
        self._different: dict[tuple[str, ...], ArrowTable] = {}

    def names(self, part: Part) -> Sequence[str]:
        """Return the names of the columns of a part."""
        return [self.columns[at] for at in part.columns]

    def look_up(self, *listed: Sequence[str]) -> None:
        """Find the distinct cells of each group of columns, taken together."""
        groups = {tuple(names) for names in listed if names}
        structs = [ibis.struct({name: self.table[name] for name in names}) for names in groups]
        lists = {str(at): struct.collect(distinct=True) for at, struct in enumerate(structs)}
        if not lists:
            return
        for batch in self._engine.batches(self.table.aggregate(**lists)):
            self._different |= zip(groups, map(flattened, batch.columns), strict=True)

    def judge(
        self, part: Part, accepts: Accepts, names: Sequence[str] = (), *, numbered: bool = False
    ) -> Verdict:
        """Judge the cells of a part, in its columns or in those of `names`.

        If `numbered`, each meaning has its own number; else all that are in share one.
        """
        names = names or self.names(part)
        if names:
            different = self._different[tuple(names)]
            batch = self._batch(part, range(different.num_rows), different.columns)
        else:
            batch = self._batch(part, range(1), ())
        meanings = part.meant(batch)
        numbers = array("i")
        for number, meaning in enumerate(meanings):
            numbers.append(_number(meaning, accepts, number if numbered else 0))
        if len({*numbers}) < 2:  # noqa: PLR2004  (all are alike, or there are none)
            return Verdict(self, numbers[0] if numbers else _OUT, meanings)
        added = f"(verdict {self._added})"
        keys = {name: f"(key {self._added}.{at})" for at, name in enumerate(names)}
        self._added += 1
        judged = with_numbers(different, [*keys.values()], added, numbers)
        conditions = [self.table[name].identical_to(judged[key]) for name, key in keys.items()]
        self.table = self.table.join(judged, conditions).drop(*keys.values())
        return Verdict(self, added, meanings)

    def has_rows(self) -> bool:
        """Say whether the table still has a row."""
        first = self._engine.batches(self.table.select(ROW).limit(1))
        return any(batch.num_rows for batch in first)

    def shortened(self, part: Part, *, is_free: bool) -> Sequence[str]:
        """Add copies of a part's columns without the text in brackets, and return their names.

        If `is_free`, texts without brackets become blank.
        """
        short = {}
        for at in part.columns:
            cell = self.table[self.columns[at]].cast("string")
            text = cell.re_replace(_LOCATOR, "(-)")
            short[f"(short {at})"] = ibis.ifelse(cell.contains("("), text, "") if is_free else text
        self.table = self.table.mutate(**short)
        return [*short]

    def are_different(self, pieces: Sequence[str | int]) -> bool:
        """Say whether these texts and columns, simply joined, make a unique id of each row."""
        values = [
            ibis.literal(piece)
            if isinstance(piece, str)
            else self.table[self.columns[piece]].cast("string").fill_null("")
            for piece in pieces
        ]
        ids = functools.reduce(operator.add, values)
        is_id = ids.re_search(f"^(?:{ID_PATTERN})$") & (ids.length() <= ID_LENGTH)
        query = self.table.aggregate(all=is_id.all(), rows=ids.count())
        (counts,) = (row for batch in self._engine.batches(query) for row in batch.to_pylist())
        are_ids = counts["all"] is not False
        return are_ids and number_of_distinct(self._engine, ids) == counts["rows"]

    def ids(self, part: Part, table: Table) -> Iterator[tuple[int, Sequence[str] | None]]:
        """Yield the numbers of rows, with the ids of their events; None if they are not known."""
        for batch in self._engine.stream(table.select(ROW, *self.names(part))):
            numbers, *cells = batch.columns
            rows = self._batch(part, numbers.to_pylist(), cells)
            yield from zip(rows.numbers, part.meant(rows), strict=True)

    def shared(self, ids_of_rows: Iterable[tuple[int, Sequence[str] | None]]) -> list[Value]:
        """Return a test of whether a row's ids recur or are not known, if any row needs it."""
        rows, marks, odd = array("q"), array("q"), array("q")
        for number, ids in ids_of_rows:
            if ids is None:
                odd.append(number)
            for key in ids or ():
                rows.append(number)
                marks.append(hash(key))
        marked = number_table(row=rows, mark=marks)
        often = marked.group_by("mark").agg(rows=marked["row"].nunique())
        recurring = marked.semi_join(often.filter(often.rows > 1), "mark")
        for batch in self._engine.batches(recurring.select("row").distinct()):
            odd.extend(batch.columns[0].to_pylist())
        return [self.table[ROW].isin(number_table(row=odd)["row"])] if odd else []

    def _batch(self, part: Part, numbers: Sequence[int], columns: Sequence[Column]) -> Batch:
        """Return rows in which only the columns of a part are filled."""
        blank = [""] * len(numbers)
        cells: list[Sequence[str]] = [blank] * len(self.columns)
        for at, column in zip(part.columns, columns, strict=False):
            cells[at] = texts(column)
        return Batch(numbers, cells)


def texts(column: Column) -> list[str]:
    """Return the cells of a column as texts."""
    cells = column.to_pylist()
    if str(column.type) == "string":  # as all are in delimited text
        return [cell or "" for cell in cells]
    return [*map(objects.text, cells)]


def _number(meaning: object, accepts: Accepts, number: int) -> int:
    if meaning is None:
        return _ODD
    return number if accepts(meaning) else _OUT
