"""The events of an engine as a document: those that may be asked for, or what is wrong."""

from collections.abc import Callable, Generator, Iterator, Mapping
from typing import Any

import msgspec

from diplo.engine import counting, selection
from diplo.engine.tables import FILE, ROW, TYPES, Engine, Table
from diplo.engine.verdicts import Verdicts, distinct, judged
from diplo.history.enough import Brief, First
from diplo.reading import records
from diplo.reading.document import Document
from diplo.reading.faults import Fault, Path
from diplo.reading.lines import Judge
from diplo.reading.records import Keep, Surroundings
from diplo.terminal.errors import Problem

_MOST_WRONG = 100  # rows that are told of


class Rows(Document):
    """The events of files that an engine has opened, by id; the path of each is its row."""

    def __init__(
        self, name: str, engine: Engine, form: str, one_by_one: Callable[[], Document] | None
    ) -> None:
        """Open files of a format, and take what reads them without an engine, if anything does.

        Python reads what is not plainly right in the end, to say what is wrong and where.
        """
        super().__init__(name)
        self._engine, self._one_by_one = engine, one_by_one
        self._form = form
        self._opened = engine.open(name, form)
        self._instead: Document | None = None

    def events(self, around: Surroundings) -> Generator[tuple[Path, object]]:
        """Yield what may be kept, or what Python makes of it."""
        table = self._opened
        found = judged(self._values(table), around) if table is not None else None
        if found and found.are_right and not found.missing:
            self.codes = found.codes
            around.told.extend(((), source) for source in found.told)
            kept = self._enough(_may_be_kept(table, around.keeps, found), found, around)
            yield from self._judged(kept, around) if kept is not None else ()
        elif self._one_by_one:
            self._instead = self._one_by_one()
            self.find, self.problems = self._instead.find, self._instead.problems
            yield from self._instead.events(around)
        elif found and found.are_right:
            yield from self._judged(table.order_by([FILE, ROW]), around)
        elif found:
            self.problems += self._wrong(found, around)

    def close(self) -> None:
        """Close what Python has opened."""
        if self._instead:
            self._instead.close()

    def remember(self, faults: list[Fault]) -> None:
        """Note the places of faults in the event that was yielded last, where it will be gone."""
        if self._instead:
            self._instead.remember(faults)

    def _enough(self, kept: Table, found: Verdicts, around: Surroundings) -> Table | None:
        """Return what is needed of rows, None where it is enough that they are counted."""
        keeps = around.keeps
        if not isinstance(keeps, Brief) or not selection.is_exact(keeps):
            return kept
        if isinstance(keeps.enough, First):
            numbers = counting.numbers(kept, found, self._rows)
            dates = counting.dates_of_first(numbers, keeps.enough, keeps)
            return kept.filter(selection.is_one_of(kept.date, dates)).order_by("id")
        self.tallies = counting.tallies(kept, keeps.enough, keeps, found, around, self._rows)
        return kept if self.tallies is None else None

    def _values(self, table: Table) -> dict[str, Any]:
        """Return the distinct values of the events, and what is counted."""
        counted, *columns = distinct(table, apart=self._form == "parquet")
        found = dict(next(self._rows(counted)))
        for column in columns:
            (key,) = column.columns
            found[key] = [row[key] for row in self._rows(column) if row[key] is not None]
        return found

    def _rows(self, table: Table) -> Iterator[Mapping[str, Any]]:
        for batch in self._engine.batches(table):
            yield from batch.to_pylist()

    def _judged(self, table: Table, around: Surroundings) -> Iterator[tuple[Path, object]]:
        """Yield the rows of a query, as events where they are plainly right."""
        judge = Judge(around)
        for number, row in enumerate(self._rows(table), start=1):
            data = _data(row)
            yield (number,), judge.event(msgspec.json.encode(data), (number,)) or data

    def _wrong(self, found: Verdicts, around: Surroundings) -> list[Problem]:
        """Return what is wrong, of the first rows that are."""
        table = self._opened
        problems: list[Problem] = []
        wrong = selection.wrong_rows(table, found).order_by([FILE, ROW]).limit(_MOST_WRONG)
        for row in self._rows(wrong):
            faults: list[Fault] = []
            records.event(_data(row), (), around, faults)
            problems += _at(row, faults)
        firsts: dict[str, Mapping[str, Any]] = {}
        again = selection.repeated_rows(table).order_by([FILE, ROW]).limit(_MOST_WRONG)
        for row in self._rows(again) if found.repeated else ():
            first = firsts.setdefault(row["id"], row)
            if first is not row:
                said = f"the id '{row['id']}' is used twice; change one; see {_place(first)}"
                problems += _at(row, [Fault((), said)])
        return problems


def _may_be_kept(table: Table, keeps: Keep, found: Verdicts) -> Table:
    """Return the rows that may be kept, by id."""
    kept = table.filter(selection.may_be_kept(table, keeps, found))
    return kept.select(list(TYPES)).order_by("id")


def _data(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the plain data of an event."""
    data = {key: row[key] for key in TYPES if row[key] is not None}
    if "sources" in data:
        data["sources"] = [
            {key: text for key, text in each.items() if text is not None}
            for each in data["sources"]
        ]
    if "status" in data:
        data["status"] = dict(data["status"])
    return data


def _at(row: Mapping[str, Any], faults: list[Fault]) -> list[Problem]:
    return [Problem(row[FILE], row[ROW], 1, fault.message, fault.severity) for fault in faults]


def _place(row: Mapping[str, Any]) -> str:
    return Problem(row[FILE], row[ROW], 1, "").place
