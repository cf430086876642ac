"""Parts of the rows of a table: each different one is judged once, and has its verdict joined."""

import functools
import operator
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from diplo.engine.tables import (
    ROW,
    ArrowTable,
    Column,
    Engine,
    Table,
    Value,
    flattened,
    of_numbers,
    with_numbers,
)
from diplo.model.events import ID_LENGTH, ID_PATTERN
from diplo.reading.maps.batch import Batch
from diplo.reading.maps.parts import Part
from diplo.reading.tables import objects

_LOCATOR = r"\([^()]*\)"

Says = Callable[[Any], object]  # whether what some cells mean may be asked for
_OUT, _ODD, _IN = -2, -1, 0  # from there on, numbers of what is meant


class Verdict(NamedTuple):
    """What is said of each row: whether it is out, odd, or in and what is `meant`, by number."""

    verdicts: "Verdicts"
    column: str | int  # its name, or what is said of all rows
    meant: Sequence[Any]

    @property
    def number(self) -> Value:
        """The number of what is meant, below 0 where nothing is."""
        import ibis  # noqa: PLC0415  (only who uses an engine waits for it)

        named = isinstance(self.column, str)
        return self.verdicts.table[self.column] if named else ibis.literal(self.column)

    @property
    def is_in(self) -> Value:
        """Whether what is meant may be asked for."""
        return self.number >= _IN

    @property
    def is_odd(self) -> Value:
        """Whether only the whole row tells."""
        return self.number == _ODD


class Verdicts:
    """A table that gets a column of verdicts for each part that is judged."""

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
        """Find what different cells there are, in some columns together and in others."""
        import ibis  # noqa: PLC0415  (only who uses an engine waits for it)

        told = {tuple(names) for names in listed if names}
        structs = [ibis.struct({name: self.table[name] for name in names}) for names in told]
        lists = {str(at): each.collect(distinct=True) for at, each in enumerate(structs)}
        found = self._engine.batches(self.table.aggregate(**lists)) if lists else ()
        for batch in found:
            self._different |= zip(told, map(flattened, batch.columns), strict=True)

    def on(
        self, part: Part, says: Says, names: Sequence[str] = (), *, numbered: bool = False
    ) -> Verdict:
        """Judge what the cells of a part mean, of its columns or of some in place of them.

        What is meant is told where it is `numbered`.
        """
        names = names or self.names(part)
        if names:
            different = self._different[tuple(names)]
            batch = self._batch(part, range(different.num_rows), different.columns)
        else:
            batch = self._batch(part, range(1), ())
        meant = part.meant(batch)
        numbers = array("i", (_number(each, says, at * numbered) for at, each in enumerate(meant)))
        if len({*numbers}) < 2:  # noqa: PLR2004  (all are alike, or there are no rows)
            return Verdict(self, numbers[0] if numbers else _OUT, meant)
        added = f"(verdict {self._added})"
        keys = {name: f"(key {self._added}.{at})" for at, name in enumerate(names)}
        self._added += 1
        judged = with_numbers(different, [*keys.values()], added, numbers)
        alike = [self.table[name].identical_to(judged[key]) for name, key in keys.items()]
        self.table = self.table.join(judged, alike).drop(*keys.values())
        return Verdict(self, added, meant)

    def has_rows(self) -> bool:
        """Say whether the table still has a row."""
        return any(each.num_rows for each in self._engine.batches(self.table.select(ROW).limit(1)))

    def shortened(self, part: Part, *, is_free: bool) -> Sequence[str]:
        """Add columns for those of a part, whose texts have lost what is in brackets.

        Where they are free, texts without brackets are blank.
        """
        import ibis  # noqa: PLC0415  (only who uses an engine waits for it)

        short = {}
        for at in part.columns:
            told = self.table[self.columns[at]].cast("string")
            text = told.re_replace(_LOCATOR, "(-)")
            short[f"(short {at})"] = ibis.ifelse(told.contains("("), text, "") if is_free else text
        self.table = self.table.mutate(**short)
        return [*short]

    def are_different(self, pieces: Sequence[str | int]) -> bool:
        """Say whether texts and columns make another id of each row, as they stand."""
        import ibis  # noqa: PLC0415  (only who uses an engine waits for it)

        told = [
            ibis.literal(each)
            if isinstance(each, str)
            else self.table[self.columns[each]].cast("string").fill_null("")
            for each in pieces
        ]
        made = functools.reduce(operator.add, told)
        is_id = made.re_search(f"^(?:{ID_PATTERN})$") & (made.length() <= ID_LENGTH)
        counted = {"ids": self._engine.mark(made).nunique(), "rows": made.count()}
        asked = self.table.aggregate(all=is_id.all(), **counted)
        (found,) = (row for each in self._engine.batches(asked) for row in each.to_pylist())
        return found["all"] is not False and found["ids"] == found["rows"]

    def named(self, part: Part, table: Table) -> Iterator[tuple[int, Sequence[str] | None]]:
        """Yield some rows and what their events are called."""
        for found in self._engine.stream(table.select(ROW, *self.names(part))):
            numbers, *cells = found.columns
            batch = self._batch(part, numbers.to_pylist(), cells)
            yield from zip(batch.numbers, part.meant(batch), strict=True)

    def shared(self, named: Iterable[tuple[int, Sequence[str] | None]]) -> list[Value]:
        """Return which rows have names that others have too, or none at all, if any has."""
        rows, marks, odd = array("q"), array("q"), array("q")
        for number, names in named:
            if names is None:
                odd.append(number)
            for name in names or ():
                rows.append(number)
                marks.append(hash(name))
        marked = of_numbers(row=rows, mark=marks)
        often = marked.group_by("mark").agg(rows=marked["row"].nunique())
        found = marked.semi_join(often.filter(often.rows > 1), "mark").select("row").distinct()
        for batch in self._engine.batches(found):
            odd.extend(batch.columns[0].to_pylist())
        return [self.table[ROW].isin(of_numbers(row=odd)["row"])] if odd else []

    def _batch(self, part: Part, numbers: Sequence[int], columns: Sequence[Column]) -> Batch:
        """Return rows in which only the columns of a part are told."""
        blank = [""] * len(numbers)
        every: list[Sequence[str]] = [blank] * len(self.columns)
        for at, column in zip(part.columns, columns, strict=False):
            every[at] = texts(column)
        return Batch(numbers, every)


def texts(column: Column) -> list[str]:
    """Return cells as texts."""
    cells = column.to_pylist()
    if str(column.type) == "string":  # all, in text
        return [cell or "" for cell in cells]
    return [*map(objects.text, cells)]


def _number(meant: object, says: Says, number: int) -> int:
    if meant is None:
        return _ODD
    return number if says(meant) else _OUT
