"""Read the dates of events from the cells of their starts and ends."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from diplo.reading.faults import Path
from diplo.reading.maps.batch import Batch, nothing, of_row
from diplo.reading.maps.event_form import PARTS, EventForm, Moment
from diplo.reading.maps.syntax import Map
from diplo.reading.maps.tally import Tally
from diplo.reading.maps.texts import Text, Texts
from diplo.reading.tables import cell_dates, row_dates
from diplo.reading.tables.cell_dates import ONE_DAY, ONGOING, CellDate

_Read = Callable[[Batch], Sequence[CellDate]]


class _Side(NamedTuple):
    """The functions that read a start, or an end: as one text, in parts, or as a time."""

    text: Callable[[str, str | None], CellDate]
    parts: Callable[[str, str, str], CellDate]
    timed: Callable[[str, str, str | None], CellDate]


_START = _Side(cell_dates.date, row_dates.of_parts, row_dates.timed)
_END = _Side(cell_dates.end, row_dates.end_of_parts, row_dates.end_timed)


_SHORT_YEAR = re.compile("[1-9][0-9]{0,2}")


def _in_four_digits(years: Text) -> Text:
    """Pad years before 1000 with zeros, which numbers in JSON cannot have: 476 is 0476."""
    return lambda batch: [
        year.zfill(4) if _SHORT_YEAR.fullmatch(year) else year for year in years(batch)
    ]


class DateReader:
    """Reads the dates of one event template."""

    def __init__(self, form: EventForm, mapping: Map, texts: Texts, tally: Tally) -> None:
        self._texts, self._tally, self._order, self._form = texts, tally, mapping.dates, form
        last = form.date.end
        self._start = self._reader(form.date.start, _START)
        self._end = self._reader(last, _END) if last else None
        moments = form.date.start, last
        self._columns = [
            texts.first(next(iter(moment.templates), None)) if moment else None
            for moment in moments
        ]
        self._parts = [[*map(texts.first, moment.parts)] if moment else [] for moment in moments]
        self._last = [
            at for moment in (last.templates if last else ()) for at in texts.columns(moment)
        ]
        self._open = mapping.open or ONE_DAY
        # In a written map without `open`, an end whose cells are blank is ongoing.
        self._blank = ONGOING if mapping.is_written and not mapping.open else self._open

    def read(self, batch: Batch) -> list[str | None]:
        """Return the date of each row in EDTF: empty if it has none, None if it is wrong."""
        starts = zip(batch.numbers, self._start(batch), strict=True)
        if self._end is None:
            return [self._value(number, start, 0) for number, start in starts]
        end_cells = [[*map(str.strip, batch.columns[at])] for at in self._last] or [nothing(batch)]
        blanks = (not any(cells) for cells in zip(*end_cells, strict=True))
        ends = zip(self._end(batch), blanks, strict=True)
        return [
            self._span(number, start, end, is_blank=blank)
            for (number, start), (end, blank) in zip(starts, ends, strict=True)
        ]

    def wrong(self) -> Iterator[tuple[Path, str]]:
        """Yield the path and the message of a constant start or end that is wrong."""
        for moment, read in (self._form.date.start, self._start), (self._form.date.end, self._end):
            if moment and read and not any(each.columns for each in moment.templates):
                (cell,) = read(of_row(()))
                if cell.wrong:
                    yield moment.text.path if moment.text else self._form.date.path, cell.message

    def _value(self, number: int, cell: CellDate, at: int) -> str | None:
        """Return the start (0) or the end (1) of a row; None if it has a fault, which is added."""
        column = self._columns[at]
        if cell.numbers:
            self._tally.two_numbers(number, column, cell)
        if cell.wrong:
            part = self._parts[at][cell.part] if cell.part else column
            self._tally.refuse(number, column if part is None else part, cell)
            return None
        return cell.value

    def _span(self, number: int, start: CellDate, end: CellDate, *, is_blank: bool) -> str | None:
        first = self._value(number, start, 0)
        if first is None or (last := self._value(number, end, 1)) is None:
            return None
        span = cell_dates.span(first, last, self._blank if is_blank else self._open)
        if span.wrong:
            self._tally.add(number, self._columns[1], span.wrong)
            return None
        return span.value

    def _reader(self, moment: Moment, side: _Side) -> _Read:
        order = self._order
        if moment.parts:
            parts = [*map(self._texts.bind, moment.parts, PARTS)]
            if self._tally.of_json:
                parts[0] = _in_four_digits(parts[0])
            return lambda batch: [*map(side.parts, *(each(batch) for each in parts))]
        if moment.timed:
            time, precision = moment.timed
            times = self._texts.bind(time, "date")
            exact = self._texts.bind(precision, "precision")
            return lambda batch: [
                side.timed(*each, order) for each in zip(times(batch), exact(batch), strict=True)
            ]
        texts = self._texts.bind(moment.text, "date")
        return lambda batch: [side.text(text, order) for text in texts(batch)]
