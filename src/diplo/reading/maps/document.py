"""A table as a document: what its map declares, and its events one by one, with their places."""

from collections.abc import Collection, Generator, Iterator, Mapping
from typing import Protocol

from diplo.model.events import Tallies
from diplo.reading import shipped
from diplo.reading.document import Document
from diplo.reading.faults import CELL, CellError, Path, Place
from diplo.reading.file_sources import source_of
from diplo.reading.judge import Judge
from diplo.reading.keeping import Keep
from diplo.reading.maps import constants
from diplo.reading.maps.applied import Applied, taken
from diplo.reading.maps.deciding_cells import RowParts, parts
from diplo.reading.maps.left_out import LeftOutColumns
from diplo.reading.maps.parties import Parties
from diplo.reading.maps.party import Spellings
from diplo.reading.maps.syntax import Map
from diplo.reading.records import Context
from diplo.reading.table_options import TableOptions
from diplo.reading.tables import cells, inline_yaml
from diplo.reading.tables.table import Rows, Table
from diplo.terminal.errors import ContentError, Problem

_FEW = 64  # problems to collect before they are located


class RowFilter(Protocol):
    """A source of many rows that leaves out those of which nothing is asked for."""

    codes: frozenset[str]  # of countries, even in rows that are left out
    tallies: Tallies | None  # of events that are counted, and left out
    gives_all: bool  # whether the rows it has given are all that there are

    def rows(self, parts: RowParts | None, keeps: Keep) -> Rows:
        """Return, in their order, the rows of which something may be kept or reported."""


class TableDocument(Document):
    """A table: an event's path begins with its row and the number of the template that made it."""

    row_filter: RowFilter | None = None  # takes the place of the rows
    left_out: LeftOutColumns | None = None  # columns to report once the events are read
    is_table = True

    def __init__(self, table: Table, mapping: Map, options: TableOptions) -> None:
        super().__init__(table.name)
        self.data = {**mapping.declared, "events": []}
        self.find = self._find
        self.twice = _twice(mapping)
        self.table = table
        self._map, self._options = mapping, options
        self.source = source_of(table.name)
        self._applied: Applied | None = None
        self._placed = 0  # problems that are located
        self._spellings = Spellings()  # of countries, also those in rows that an engine leaves out

    @property
    def taken(self) -> list[int]:
        """The columns that events are made of."""
        return taken(self._map, self.table.header)

    @property
    def different(self) -> int:
        """The number of distinct problems."""
        return len({problem.message for problem in self.problems})

    def events(self, context: Context) -> Generator[tuple[Path, object]]:
        """Yield the path of each event, with the event if it is plainly valid, else its data."""
        try:
            yield from self._events(context)
        except ContentError as error:  # an engine cannot read the file further
            self.problems += error.problems
        self.notes[:0] = self.left_out.notes() if self.left_out else []

    def _events(self, context: Context) -> Iterator[tuple[Path, object]]:
        if faults := constants.wrong(self._map, context._replace(is_table=False)):
            self.problems += self._options.located(faults, self.name)
            return
        if self.row_filter:
            self._take(self.row_filter, context)
        applied = self._applied = Applied(self._map, self.table, self._parties(context))
        yield from Judge(context).events(self._made(applied))
        applied.decide()
        self._place()
        # If an engine has left rows out, the cells in question cannot be counted.
        is_whole = self.row_filter is None or self.row_filter.gives_all
        more_notes = (
            [*applied.missing_values.notes(), *applied.tally.far_years()] if is_whole else []
        )
        self.notes += [*applied.tally.notes(), *more_notes]

    def _parties(self, context: Context) -> Parties:
        known = shipped.sources() if self._map.is_own else {}
        return Parties(
            self._map,
            self.table.header,
            context.countries,
            context.vocabulary.sources,
            self.source,
            shipped=known,
            spellings=self._spellings,
            kind=cells.kinds(context.vocabulary.types),
        )

    def _take(self, row_filter: RowFilter, context: Context) -> None:
        """Replace the rows of the table with those of the filter."""
        decisive = parts(self._map, self.table.header, self._parties(context), context)
        self.table = self.table._replace(rows=row_filter.rows(decisive, context.keeps))
        self.codes |= row_filter.codes
        self.tallies = row_filter.tallies

    def _made(self, applied: Applied) -> Iterator[tuple[Path, object]]:
        """Yield the data of each event with its path, until the table can be read no further."""
        wrong = applied.tally.faults
        try:
            for made in applied.events():
                if len(wrong) >= max(_FEW, 2 * self._placed):
                    self._place()
                yield (made.rows[0], made.form), made.data
        except CellError as error:
            cell = error.row, error.column - 1
            line, column = self.table.places([cell])[cell]
            self.problems.append(Problem(self.name, line, column, str(error)))

    def done(self, _: int) -> float | None:
        """Return None, as the number of rows is unknown."""
        return None

    def line(self, noted: int) -> int:
        """Return the line of the row that a note is about."""
        return self.table.places([(noted, 0)])[noted, 0][0]

    def _place(self) -> None:
        """Turn what has gone wrong since the last call into problems with places."""
        assert self._applied  # noqa: S101  (it is applied before anything is wrong)
        wrong = self._applied.tally.faults[self._placed :]
        self._placed += len(wrong)
        places = self.table.places({(fault.row, fault.column or 0) for fault in wrong})
        for fault in wrong:
            line, column = places[fault.row, fault.column or 0]
            self.problems.append(Problem(self.name, line, column, fault.message, noun=CELL))

    def _find(self, wanted: Collection[Path]) -> Mapping[Path, Place]:
        cells = {}
        for path in wanted:
            match path:
                case (int(row), int(form), *below) if self._applied:
                    column = self._applied.column_of(form, below)
                    if column is not None or not below:  # the event as a whole
                        cells[path] = (row, column or 0)
        places = self.table.places(set(cells.values()))
        return {path: Place(places[cell], places[cell]) for path, cell in cells.items()}


def _twice(mapping: Map) -> str:
    """Say what to do about an id that two rows have, as they may be one event."""
    named = mapping.events[0].texts.get("id") if len(mapping.events) == 1 else None
    if mapping.together or mapping.is_own or not (named and named.columns):
        return Document.twice
    where = "the map" if mapping.is_written else "a map (--map)"
    one = inline_yaml.quoted(named.text)
    return f"{Document.twice} or, for rows that are one event, say in {where} together: {one}"
