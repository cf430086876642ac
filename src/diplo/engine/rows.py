"""The events of an engine as a document: those that may be kept, or what is wrong."""

import contextlib
import itertools
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import msgspec

from diplo.engine import counting, line_places, parquet, selection
from diplo.engine.failures import MalformedError, damage_reported
from diplo.engine.heartbeat import heartbeat
from diplo.engine.meanings import Meanings, distinct, judge_values
from diplo.engine.tables import FILE, LINE, ROW, Engine, Table, as_lines, number_of_distinct
from diplo.history.pushdown import First, PushdownMatcher
from diplo.model.events import Event
from diplo.reading import json, records
from diplo.reading.document import Document
from diplo.reading.faults import Fault, Path, Place
from diplo.reading.judge import Judge
from diplo.reading.lines import plain
from diplo.reading.records import Context
from diplo.terminal.errors import ContentError, Problem

Row = Mapping[str, Any]

_MOST_WRONG = 100  # rows to report


class Opened:
    """Files that an engine has opened, which may be queried more than once."""

    def __init__(self, engine: Engine, name: str, form: str) -> None:
        """Open files of a format, by a path, a pattern or an address.

        Raises:
            UnreadableError: they cannot be read.
            ContentError: they are of another format.
        """
        self.name = name
        self.raw = engine.open(name, form)
        self.engine, self._form = engine, form

    @property
    def is_foreign(self) -> bool:
        """Whether this is a table with other headers than events have."""
        return self._form == "parquet" and not parquet.is_of_events(self.raw)

    def check(self) -> None:
        """Make sure that the columns are those of events, as `table` does.

        Raises:
            ContentError: a column is unknown, of a wrong type, missing or repeated.
        """
        self.table  # noqa: B018  (it raises what is wrong)

    @cached_property
    def table(self) -> Table:
        """The columns of events, None if lines are not plainly events.

        Raises:
            ContentError: a column is unknown, of a wrong type, missing or repeated.
        """
        return parquet.events(self.raw, self.name) if self._form == "parquet" else self.raw

    @property
    def header(self) -> Sequence[str]:
        """The names of all columns."""
        return [name for name in self.raw.columns if name not in (FILE, ROW)]

    def cells(self) -> Iterator[tuple[int, list[object]]]:
        """Yield the number of each row, and its cells in the order of the header."""
        header = self.header
        for row in self.rows(self.raw.order_by(ROW)):
            yield row[ROW], [row[name] for name in header]

    def batches(self, table: Table) -> Iterator[list[Row]]:
        """Run a query and return its rows in batches.

        Raises:
            ContentError: a file is damaged.
        """
        with damage_reported(self.name):
            return (batch.to_pylist() for batch in self.engine.batches(table))

    def rows(self, table: Table) -> Iterator[Row]:
        """Run a query and return its rows."""
        return itertools.chain.from_iterable(self.batches(table))

    @cached_property
    def values(self) -> Mapping[str, Any] | None:
        """The distinct values of the events, with counts; None if some line is no event."""
        with contextlib.suppress(MalformedError):
            return None if self.table is None else self._values()
        return None

    def _values(self) -> Mapping[str, Any]:
        is_apart = self._form == "parquet"
        counted, columns = distinct(self.table, self.engine, apart=is_apart)
        values = {**next(self.rows(counted))}
        if is_apart:
            with damage_reported(self.name):
                values["ids"] = number_of_distinct(self.engine, self.table.id)
        for column in columns:
            (key,) = column.columns
            values[key] = [row[key] for row in self.rows(column) if row[key] is not None]
        return values


class EngineDocument(Document):
    """The events of files that an engine has opened, in the order of ids; paths are rows or ids."""

    def __init__(
        self,
        name: str,
        opened: Opened,
        one_by_one: Callable[[], Document] | None,
        tell: Callable[[], object],
    ) -> None:
        """Take opened files, a function that reads them in Python if one can, and one for progress.

        Python reads files that are not plainly right, to say what is wrong and where. The other
        function is called while the engine works.
        """
        super().__init__(name)
        self._opened, self._one_by_one, self._tell = opened, one_by_one, tell
        self._instead: Document | None = None
        self._exact: set[Path] = set()  # of faults within lines
        self.find = self._find

    def events(self, context: Context) -> Generator[tuple[Path, object]]:
        """Yield the events that may be kept or, if something is wrong, what Python reads."""
        try:
            yield from self._events(context)
        except ContentError as error:
            self.problems += error.problems

    def _events(self, context: Context) -> Iterator[tuple[Path, object]]:
        table = self._opened.table
        with heartbeat(self._tell):
            values = self._opened.values
        meanings = judge_values(values, context) if values else None
        events = self._kept(meanings, context) if meanings and meanings.are_right else None
        if meanings and events is not None:
            self.codes = meanings.codes
            yield from events
            context.described.extend(((), source) for source in meanings.described)
        elif self._one_by_one:
            self._instead = self._one_by_one()
            self.find, self.problems = self._instead.find, self._instead.problems
            yield from self._instead.events(context)
            self.tallies, self.codes = self._instead.tallies, self._instead.codes
        elif not meanings or FILE not in table.columns:  # such lines have no numbers
            message = (
                "a line is wrong, or lacks an id; copy the file here, and 'diplo check' says which"
            )
            self.problems.append(Problem(self.name, 1, 1, message))
        else:
            self.problems += self._wrong(meanings, context)
            if not self.problems:  # Python has to find what is wrong, if anything
                yield from self._judged(table, (FILE, ROW), context, meanings)

    def close(self) -> None:
        """Close the file if Python has opened it."""
        if self._instead:
            self._instead.close()

    def remember(self, faults: list[Fault]) -> None:
        """Note where faults of the event yielded last stand, as its text is not kept."""
        if self._instead:
            self._instead.remember(faults)
            return
        paths = (fault.path for fault in faults)
        self._exact.update(path[:end] for path in paths for end in range(1, len(path) + 1))

    def _find(self, wanted: Collection[Path]) -> Mapping[Path, Place]:
        in_lines = line_places.places(self.name, wanted, self._exact)
        return {**_rows_as_lines(wanted), **in_lines}

    def _kept(self, meanings: Meanings, context: Context) -> Iterable[tuple[Path, object]] | None:
        """Return the events that may be kept, None if each event has to be looked at."""
        if meanings.missing:
            return None
        table = self._opened.table
        may_be_kept = selection.may_be_kept(table, context.keeps, meanings)
        rows = self._enough(table.filter(may_be_kept), meanings, context)
        events: Iterable[tuple[Path, object]] = ()
        if rows is not None:
            events = self._judged(rows, ("id",), context, meanings)
        if not self._one_by_one:
            return events
        events = list(events)  # before any is yielded, as a wrong one is left to Python to report
        return events if all(_is_right(data, context) for _, data in events) else None

    def _enough(self, candidates: Table, meanings: Meanings, context: Context) -> Table | None:
        """Return the rows that are needed, None if it was enough to count them."""
        keeps, rows = context.keeps, self._rows
        if not isinstance(keeps, PushdownMatcher) or not selection.is_exact(keeps):
            return candidates
        if isinstance(keeps.enough, First):
            numbers = counting.numbers(candidates, meanings, rows)
            dates = counting.dates_of_first(numbers, keeps.enough, keeps)
            return candidates.filter(selection.is_one_of(candidates.date, dates))
        self.tallies = counting.tallies(candidates, keeps.enough, keeps, meanings, context, rows)
        return candidates if self.tallies is None else None

    def _judged(
        self, table: Table, by: Sequence[str], context: Context, meanings: Meanings
    ) -> Iterator[tuple[Path, object]]:
        """Yield the rows of a table in order, as events if they are plainly valid."""
        judge = Judge(context, meanings.dates)
        with heartbeat(self._tell):
            batches = self._opened.batches(as_lines(table.order_by(by)))
        for rows in batches:
            lines = [row[LINE].encode() for row in rows]
            plain_lines = plain(lines, b"".join(lines))
            for row, line in zip(rows, plain_lines, strict=True):
                path = (row.get(ROW) or row["id"],)
                yield path, (judge.event(line, path) if line else None) or _data(row)

    def _rows(self, table: Table) -> Iterator[Row]:
        with heartbeat(self._tell):
            return self._opened.rows(table)

    def _first(self, table: Table) -> Iterator[Row]:
        return self._rows(as_lines(table.order_by([FILE, ROW]).limit(_MOST_WRONG)))

    def _wrong(self, meanings: Meanings, context: Context) -> list[Problem]:
        """Return the problems of the first rows that are wrong."""
        table = self._opened.table
        problems: list[Problem] = []
        wrong = selection.wrong_rows(table, meanings)
        for row in self._first(wrong):
            faults: list[Fault] = []
            records.event(_data(row), (), context, faults)
            repeated = json.parse(self.name, row[LINE])[1]  # subjects, which data have only once
            faults += [Fault((), problem.message) for problem in repeated]
            problems += _at(row, faults)
        firsts: dict[str, Row] = {}
        for row in self._first(selection.repeated_rows(table)) if meanings.repeated else ():
            first = firsts.setdefault(row["id"], row)
            if first is not row:
                message = f"the id '{row['id']}' is used twice; change one; see {_place(first)}"
                problems += _at(row, [Fault((), message)])
        return problems


def _is_right(data: object, context: Context) -> bool:
    faults: list[Fault] = []
    if not isinstance(data, Event):
        records.event(data, (), context, faults)
    return not faults


def _rows_as_lines(paths: Collection[Path]) -> Mapping[Path, Place]:
    """Return the places of events by row, with the row as the line."""
    numbered = {path: path[0] for path in paths if len(path) == 1}  # others are no rows
    starts = {path: (row, 1) for path, row in numbered.items() if isinstance(row, int)}
    return {path: Place(start, start) for path, start in starts.items()}


def _data(row: Row) -> object:
    """Return the plain data of an event."""
    return msgspec.json.decode(row[LINE])


def _at(row: Row, faults: list[Fault]) -> list[Problem]:
    return [Problem(row[FILE], row[ROW], 1, fault.message, fault.severity) for fault in faults]


def _place(row: Row) -> str:
    return Problem(row[FILE], row[ROW], 1, "").place
