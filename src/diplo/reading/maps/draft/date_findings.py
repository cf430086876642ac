"""Find what a drafted map has to say of the dates in a table."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from diplo.reading.maps import hints
from diplo.reading.maps.draft import spans
from diplo.reading.maps.draft.event_columns import columns_in, days_of, moments_of
from diplo.reading.maps.draft.sample import Sample
from diplo.reading.tables import cell_dates, cells, counted_days
from diplo.reading.tables.cell_dates import CellDate
from diplo.reading.tables.row_dates import GUESS, is_unread_month, timed
from diplo.terminal.text import fold_space

FEW = 3  # texts that are shown as examples
_MOST_EARLY = 100
_NUMBER = re.compile(f"[0-9]+|{spans.MISSING.pattern}")
_LAST = {"year": 9999, "month": 12, "day": 31}


class DateFindings:
    """What a map may have to say of an event's dates, found row by row."""

    def __init__(
        self, header: Sequence[str], event: Mapping[str, object], first: Sequence[Sequence[str]]
    ) -> None:
        """Find the columns of an event's dates, and by the first rows those that count days."""
        self.years: Counter[str] = Counter()  # texts that are no dates, in columns of years alone
        self.months: Counter[str] = Counter()  # the same in columns of months
        self.unknown: dict[str, None] = {}  # numbers that stand for unknown dates
        # Possible orders of day and month, each with a date that can have no other, if any.
        self.orders: dict[str, str] = {}
        # By column, texts of rows that are probably not events.
        self.no_events: dict[str, list[str]] = {}
        self.lengths: Counter[str] = Counter()  # of spans
        self.terms = spans.Terms()
        self.marked = ""  # a text that can be read only without its footnote mark
        self._days: Counter[str] = Counter()
        self._unjoined: Counter[str] = Counter()  # texts of either end that make no span
        self._joined: set[str] = set()  # and those that do
        self._header = header
        self._parties = columns_in(header, event.get("countries"))
        date = event.get("date")
        self._date_columns = days_of(header, date)
        moments = [*moments_of(header, date)]
        self._parts = [
            (part, at)
            for moment in moments
            if len(moment) > 1
            for part in _LAST
            for at in moment.get(part, ())
        ]
        self._year_columns = {at for moment in moments for at in moment.get("year", ())}
        self._precisions = {
            at: moment["precision"][:1] for moment in moments for at in moment.get("time", ())
        }
        self._ends = [at for moment in moments[1:] for columns in moment.values() for at in columns]
        sample = Sample(header, first)
        self._counting = [
            at
            for at in {*self._date_columns}.difference(self._year_columns)
            if counted_days.are_counted(header[at], sample.raw_cells(at))
        ]

    @property
    def days(self) -> Counter[str]:
        """The texts that are no dates; a map gives a text one meaning wherever it stands."""
        return self._days + Counter(
            {text: many for text, many in self._unjoined.items() if text not in self._joined}
        )

    @property
    def counting(self) -> list[str]:
        """The names of the columns of numbers that seem to count days."""
        return [self._header[at] for at in self._counting]

    @property
    def has_ends(self) -> bool:
        """Whether an event has a start and an end."""
        return bool(self._ends)

    def is_no_event(self, row: Sequence[str]) -> bool:
        """Say whether a row, as wide as the header, is no event by its dates."""
        return any(hints.is_no_event(row[at]) for at in self._date_columns)

    def note(self, row: Sequence[str]) -> None:
        """Note the dates of a row that is as wide as the header."""
        for part, at in self._parts:
            self._note_part(part, at, row[at])
        before_christ = {
            at for _, at in self._parts if cells.BELOW_NOTHING.fullmatch(row[at].strip())
        }
        for at in self._date_columns:
            is_read = at not in before_christ and at not in self._counting
            if is_read and not (at in self._ends and cell_dates.ending(row[at])):
                self._note_date(row, at)
        if self._ends:
            self._note_span(row)

    def _note_part(self, part: str, at: int, cell: str) -> None:
        text = cells.number(cell)
        if _NUMBER.fullmatch(text) and not 0 < int(text) <= _LAST[part]:
            self.unknown[cell.strip()] = None
        elif cells.BELOW_NOTHING.fullmatch(text):  # a year BC, which diplo cannot express
            self._note_no_event(at, text)
        elif part == "month" and is_unread_month(cell):
            self.months[fold_space(cell)] += 1

    def _read(self, row: Sequence[str], at: int) -> CellDate:
        if at not in self._precisions:
            return cell_dates.date(row[at])
        precision = next((row[column].strip() for column in self._precisions[at]), GUESS)
        return timed(row[at], precision)

    def _note_date(self, row: Sequence[str], at: int) -> None:
        date, text = self._read(row, at), row[at]
        total = hints.total_in(row) if date.wrong else None
        for order, _ in date.readings:
            self.orders.setdefault(order, "")
            if len(date.readings) == 1:
                self.orders[order] = self.orders[order] or text
        if hints.is_no_event(text):
            self._note_no_event(at, text)
        elif total is not None:
            self._note_no_event(total, row[total])
        elif (day := text.strip()) in self.unknown or spans.is_never(day):
            self.unknown[day] = None
        elif spans.is_before_christ(day):
            self._note_no_event(at, day, most=_MOST_EARLY)
        elif counted_days.is_late(day) or (date.wrong and not date.readings):
            if date.wrong and cell_dates.date(cells.without_footnotes(text, "date")).value:
                self.marked = self.marked or text
            else:
                unread = self.years if at in self._year_columns else self._days
                unread[fold_space(text)] += 1

    def _note_no_event(self, at: int, text: str, most: int = FEW) -> None:
        """Note a text in a column, whose row is probably not an event."""
        texts = self.no_events.setdefault(self._header[at], [])
        if text not in texts and len(texts) < most:
            texts.append(text)

    def _note_span(self, row: Sequence[str]) -> None:
        start, end = self._date_columns[0], self._ends[0]
        both = row[start], row[end]
        length = spans.length(*both, self.unknown)
        self.lengths[length] += 1
        parties = tuple(row[at] for at in self._parties)
        self.terms.add(parties, *both, is_blank=length == spans.BLANK)
        if self._year_columns.isdisjoint((start, end)):
            unjoined = spans.not_joined(*both)
            self._unjoined.update(map(fold_space, unjoined))
            self._joined.update(fold_space(text) for text in both if text not in unjoined)
