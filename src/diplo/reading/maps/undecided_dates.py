"""Dates in numbers that only the other dates of a table decide: their order, or months or years."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diplo.reading.tables import cell_dates, two_numbers
from diplo.reading.tables.cell_dates import CellDate
from diplo.reading.tables.two_numbers import LONG, MONTH, MONTH_OR_YEARS, YEARS
from diplo.terminal.text import shown

_YEAR_LENGTH = 4


class RowFault(NamedTuple):
    """A fault of a row, and its column, if it is in one cell."""

    row: int
    column: int | None
    message: str


class DateOrders:
    """Dates whose order is not declared; one message, made of examples, is on all of them."""

    def __init__(self) -> None:
        self._cells: list[tuple[int, int | None]] = []
        self._examples: dict[tuple[str, ...], CellDate] = {}  # one for each set of orders

    def add(self, row: int, column: int | None, date: CellDate) -> None:
        """Note a date with its readings."""
        self._cells.append((row, column))
        self._examples.setdefault(tuple(order for order, _ in date.readings), date)

    def faults(self) -> list[RowFault]:
        """Return the faults of these dates, once all rows are read.

        Dates with one possible order tell how to read those with two, unless they disagree.
        """
        if not self._examples:
            return []
        sure = [date for orders, date in self._examples.items() if len(orders) == 1]
        if len(sure) > 1:
            message = cell_dates.disagreeing(*sure)
        else:
            message = cell_dates.undecided(*self._examples.values())
        return [RowFault(row, column, message) for row, column in self._cells]


class MonthsOrYears:
    """Dates of two numbers, by column: months that may be years, and what tells which they are."""

    def __init__(self, header: Sequence[str]) -> None:
        self._header = header
        self._months: defaultdict[int | None, list[tuple[int, str]]] = defaultdict(list)
        # The first text and the count of each kind of date in two numbers.
        self._first: defaultdict[int | None, dict[str, str]] = defaultdict(dict)
        self._counts: defaultdict[int | None, Counter[str]] = defaultdict(Counter)

    def add(self, row: int, column: int | None, date: CellDate) -> None:
        """Note a date of two numbers: a month, or years."""
        self._first[column].setdefault(date.numbers, date.text)
        self._counts[column][date.numbers] += 1
        if date.numbers == MONTH_OR_YEARS:
            self._months[column].append((row, date.text))

    @property
    def has_any(self) -> bool:
        """Whether a month may be years, judging by the rows read so far."""
        return any(map(self._why_years, self._months))

    def faults(self) -> Iterator[RowFault]:
        """Yield the faults of months that may be years, as other dates of their column are.

        If at least as many dates are surely months, those that can only be years are slips.
        """
        for column, months in self._months.items():
            counts, why = self._counts[column], self._why_years(column)
            if why and counts[MONTH] < max(counts[YEARS], 1):
                for row, text in months:
                    yield RowFault(row, column, two_numbers.undecided(text, why))

    def _why_years(self, column: int | None) -> str:
        """Say what tells that a column has years: a text that can only be years, or the header.

        The header, or a span of two whole years, counts only if no date is surely a month, the
        header only if no two months are of one year.
        """
        first = self._first[column]
        if years := first.get(YEARS) or ("" if MONTH in first else first.get(LONG, "")):
            return f"{shown(years)} in its column is"
        months = {text for _, text in self._months[column]}
        are_of_one_year = len({text[:_YEAR_LENGTH] for text in months}) < len(months)
        if column is None or MONTH in first or are_of_one_year:
            return ""
        return two_numbers.of_years(self._header[column])
