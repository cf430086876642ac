"""Collect the faults of a table, cell by cell, and count what is left out."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from diplo.reading.maps import hints
from diplo.reading.maps.parties import Parties
from diplo.reading.maps.party import Party, Spellings
from diplo.reading.maps.undecided_dates import DateOrders, MonthsOrYears, RowFault
from diplo.reading.tables import inline_yaml
from diplo.reading.tables.cell_dates import CellDate
from diplo.reading.tables.counted_days import LAST_YEAR, counted
from diplo.terminal.text import plural, shown

UNDATED, NOBODY, STRANGE = "undated", "nobody", "strange"
_LEFT_OUT = {
    UNDATED: ("has no date and is left out", "have no date and are left out"),
    NOBODY: ("names no country and is left out", "name no country and are left out"),
    STRANGE: (
        "names what is not a country and is left out",
        "name what is not a country and are left out",
    ),
}
# What to do about a blank title, if there is a map and if there is none.
IN_MAP = "name another column, or leave such rows out with"
BY_MAP = "fill it in, or leave such rows out with a map (--map):"
FILL_DOWN = "fill the column down in the spreadsheet where a blank means what stands above"
# Where a map that ships finds a country in no row.
_FOR_ALL = (
    "; copy the map with 'diplo maps {} > my.yaml' and write countries: [NOR] for all of them"
)
_FAR_YEAR, _NOT_KNOWN = f"{LAST_YEAR}-99", "9999"
_YEAR = re.compile("[0-9]{4}(?:/|$)")
_MOST_NAMED = 5
_FEW = 3  # rows that are named
_MANY = 0.5  # of the events; so many blanks may mean the cell above


class Note(NamedTuple):
    """A note on what was left out, with the first row of it."""

    row: int
    text: str


class Tally:
    """Collects faults and counts as a table is read."""

    def __init__(
        self,
        noun: str = "row",
        header: Sequence[str] = (),
        *,
        may_fill: bool = True,
        shipped: str = "",
    ) -> None:
        """Take what a row is called, the header, and whether a blank may be filled down.

        `shipped` is the name of the map, if it ships with diplo.
        """
        self._may_fill, self._shipped = may_fill, shipped
        self._noun, self._header = noun, header
        self.of_json = noun == "record"
        self.faults: list[RowFault] = []
        self.wrong_rows: set[int] = set()
        # What only the other rows decide.
        self._orders = DateOrders()
        self._months_or_years = MonthsOrYears(header)
        self._undeclared: list[tuple[int, int, Party]] = []  # letters of an undeclared system
        self._nobodies: list[tuple[int, int, str]] = []  # cells that may be a country or nothing
        # What notes are on.
        self._first, self._taken = 0, 0  # first row of an event, and number of events
        self._passed = 0  # rows that the map leaves out, if it takes none
        self._left_out: defaultdict[str, set[int]] = defaultdict(set)  # rows
        self._blank_dates: set[int] = set()  # rows that name a country, but whose date is blank
        self._strangers: defaultdict[str, dict[tuple[int, int | None], None]] = defaultdict(dict)
        self._strange: set[int] = set()  # rows with a stranger
        self._kept: set[int] = set()  # rows with events, from the first stranger on
        self._far: list[tuple[int, str]] = []  # rows, each with a year far in the future
        self._stateless: list[tuple[int, str]] = []  # rows, each with a status without a subject
        # Rows, each with an NA that is read as Namibia among names, and the advice on it.
        self._namibia: list[tuple[int, str, str]] = []

    def add(self, row: int, column: int | None, message: str) -> None:
        """Note what is wrong with a cell, or with a row as a whole."""
        self.faults.append(RowFault(row, column, message))
        self.wrong_rows.add(row)

    def untitled(self, row: int, columns: Sequence[int], way_out: str) -> None:
        """Note that an event has no title, as these columns are blank, and the way out of that."""
        names = [self._header[at] for at in dict.fromkeys(columns)]
        are = "columns {} are" if len(names) > 1 else "column {} is"
        named = are.format(" and ".join(map(shown, names)))
        message = f"'title' is missing; it is required here, but the {named} blank"
        if len(names) == 1:
            message += f"; {way_out} except: {inline_yaml.plain({names[0]: ''})}"
        self.add(row, columns[0], message)

    def undeclared(self, row: int, column: int, party: Party) -> None:
        """Note letters that ISO lacks; the message names all such columns, so it has to wait."""
        self._undeclared.append((row, column, party))
        self.wrong_rows.add(row)

    def may_be_nobody(self, row: int, column: int, text: str) -> None:
        """Note a cell that names a country or nobody, as the whole column decides."""
        self._nobodies.append((row, column, text))

    def refuse(self, row: int, column: int | None, cell: CellDate) -> None:
        """Note what is wrong with a cell; dates whose order is not declared wait for the others."""
        if cell.readings:
            self._orders.add(row, column, cell)
            self.wrong_rows.add(row)
        elif column is not None and hints.is_no_event(cell.text):
            self.add(row, column, hints.of_no_event(self._header[column], cell.text))
        else:
            self.add(row, column, cell.message)

    def two_numbers(self, row: int, column: int | None, date: CellDate) -> None:
        """Note a date of two numbers: a month, or years."""
        self._months_or_years.add(row, column, date)

    @property
    def has_months_or_years(self) -> bool:
        """Whether a month may be years, judging by the rows read so far."""
        return self._months_or_years.has_any

    def decide_dates(self) -> None:
        """Add the faults of dates that the others decide, once all rows are read."""
        self.faults += self._months_or_years.faults()
        self.faults += self._orders.faults()

    def decide_letters(self, parties: Parties) -> None:
        """Add the faults of letters that ISO lacks, once all rows are read."""
        for row, column, party in self._undeclared:
            self.add(row, column, parties.undeclared(party, column))

    def decide_nobodies(
        self, spellings: Spellings, blank: Collection[str], missing: Collection[str]
    ) -> None:
        """Judge the cells that may be Namibia or nobody, once all rows are read.

        `blank` are the texts that mean nothing under every key but countries, `missing` those that
        may.
        """
        elsewhere = {*blank, *missing}
        for row, column, text in self._nobodies:
            if not spellings.are_long(column):
                continue
            if text in blank:
                self._namibia.append((row, text, hints.is_none("countries", text, elsewhere)))
            else:
                self.add(row, column, hints.of_namibia(text, elsewhere))

    def has_above(self, row: int) -> bool:
        """Say whether an event stands above a row, so that a blank may mean the cell above."""
        return self._may_fill and 0 < self._first < row

    def _may_mean_above(self, why: str, rows: Sequence[int]) -> bool:
        """Say whether so many rows are left out for a blank that it may mean the cell above."""
        are_many = self.has_above(rows[0]) and len(rows) >= _MANY * self._taken
        return are_many and (
            why == NOBODY or (why == UNDATED and self._blank_dates.issuperset(rows))
        )

    def blank_date(self, row: int) -> None:
        """Note that a row names a country, but that its date is blank."""
        self._blank_dates.add(row)

    def pass_all(self, rows: int) -> None:
        """Note that the map takes no row of so many."""
        self._passed = rows

    def stateless(self, row: int, text: str) -> None:
        """Note a status without a subject, which is left out."""
        self._stateless.append((row, text))

    def leave_out(self, why: str, *rows: int) -> None:
        """Count rows that are left out, and why."""
        self._left_out[why].update(rows)

    def leave_out_without_country(self, rows: Sequence[int]) -> None:
        """Count rows that are left out as they name nobody, or only parties that are no country."""
        self.leave_out(NOBODY if self._strange.isdisjoint(rows) else STRANGE, *rows)

    def stranger(self, row: int, column: int | None, name: str) -> None:
        """Count a party that is no country and becomes an actor, once for each row and column."""
        self._strangers[name][row, column] = None
        self._strange.add(row)

    def keep(self, rows: Sequence[int], date: str) -> None:
        """Count an event and its rows, in which parties that are no country become actors."""
        self._first, self._taken = self._first or rows[0], self._taken + 1
        if _FAR_YEAR < date < _NOT_KNOWN and _YEAR.match(date):
            self._far.append((rows[0], date[:4]))
        if self._strangers:
            self._kept.update(rows)

    def notes(self) -> list[Note]:
        """Return notes on what was left out or may be read wrongly."""
        counted = self._of_passed(), self._of_left_out(), self._of_strangers()
        return [*chain.from_iterable((*counted, self._of_stateless(), self._of_namibia()))]

    def far_years(self) -> list[Note]:
        """Return a note if most dates are years far in the future, as counted days may look."""
        if 2 * len(self._far) <= self._taken:
            return []
        row, year = self._far[0]
        message = f"most dates are years after {LAST_YEAR}, such as {year} ({self._noun} {row})"
        return [Note(row, f"{message}, which may be of another calendar or a day: {counted(year)}")]

    def _of_passed(self) -> Iterator[Note]:
        if self._passed:
            all_are = f"all {self._passed} {self._noun}s are"
            every = all_are if self._passed > 1 else f"the {self._noun} is"
            yield Note(1, f"{every} left out, as 'only' and 'except' in the map take none")

    def _of_left_out(self) -> Iterator[Note]:
        for why, left in self._left_out.items():
            rows = sorted(left)
            one, several = _LEFT_OUT[why]
            noun, are_left_out = (
                (self._noun, one) if len(rows) == 1 else (f"{self._noun}s", several)
            )
            first = ", ".join(map(str, rows[:_FEW]))
            more = ", ..." if len(rows) > _FEW else ""
            also = f"; {FILL_DOWN}" if self._may_mean_above(why, rows) else ""
            if why == NOBODY and self._shipped and not self._taken:
                also = _FOR_ALL.format(self._shipped)
            yield Note(rows[0], f"{len(rows)} {noun} {are_left_out} ({noun} {first}{more}){also}")

    def _of_strangers(self) -> Iterator[Note]:
        cells = ((name, row) for name, places in self._strangers.items() for row, _ in places)
        strangers = Counter(name for name, row in cells if row in self._kept)
        if total := strangers.total():
            names = ", ".join(shown(name) for name, _ in strangers.most_common(_MOST_NAMED))
            more = ", ..." if len(strangers) > _MOST_NAMED else ""
            message = "1 party that is not a country becomes an actor"
            if total > 1:
                message = f"{total} parties that are not countries become actors"
            yield Note(1, f"{message}: {names}{more}")

    def _of_stateless(self) -> Iterator[Note]:
        if self._stateless:
            row, text = self._stateless[0]
            what, is_left = "1 status names", "is left"
            if (count := len(self._stateless)) > 1:
                what, is_left = f"{count} statuses name", "are left"
            message = f"{what} no subject and {is_left} out ({shown(text)}); write subject: state"
            yield Note(row, message)

    def _of_namibia(self) -> Iterator[Note]:
        if self._namibia:
            row, text, otherwise = self._namibia[0]
            cells = plural(len(self._namibia), "cell")
            where = f"{'first in ' if len(self._namibia) > 1 else ''}{self._noun} {row}"
            yield Note(row, f"{shown(text)} is Namibia in {cells} ({where}); {otherwise}")
