"""The date of an event, from the cells of a row that tell its start and its end."""

from collections.abc import Callable

from diplo.reading.maps.event_form import EventForm, Moment
from diplo.reading.maps.language import Map
from diplo.reading.maps.tally import Tally
from diplo.reading.maps.texts import Row, Texts
from diplo.reading.tables import cell_dates
from diplo.reading.tables.cell_dates import ONE_DAY, ONGOING, PARTS, Said

_Read = Callable[[Row], Said]


class Moments:
    """Dates of one template of events."""

    def __init__(self, form: EventForm, mapping: Map, texts: Texts, tally: Tally) -> None:
        """Take the template and the map that it is of; what is wrong is tallied."""
        self._texts, self._tally, self._order = texts, tally, mapping.dates
        last = form.date.end
        self._start = self._read(form.date.start, cell_dates.date)
        self._end = self._read(last, cell_dates.end) if last else None
        self._columns = [
            texts.first(next(iter(each.templates), None)) if each else None
            for each in (form.date.start, last)
        ]
        self._last = [at for each in (last.templates if last else ()) for at in texts.columns(each)]
        self._open = mapping.open or ONE_DAY
        # What is blank, and not only means so, goes on, unless the map says otherwise.
        self._blank = ONGOING if mapping.is_written and not mapping.open else self._open

    def of(self, number: int, row: Row) -> str | None:
        """Return the date of a row, as EDTF or nothing; None where something is wrong."""
        start = self._start(row)
        if start.wrong:
            self._tally.refuse(number, self._columns[0], start)
            return None
        if self._end is None:
            return start.value
        end = self._end(row)
        if end.wrong:
            self._tally.refuse(number, self._columns[1], end)
            return None
        is_blank = not any(row[at].strip() for at in self._last)
        said = cell_dates.span(start.value, end.value, self._blank if is_blank else self._open)
        if said.wrong:
            self._tally.add(number, self._columns[1], said.wrong)
            return None
        return said.value

    def _read(self, moment: Moment, read: Callable[[str, str | None], Said]) -> _Read:
        order = self._order
        if moment.parts:
            year, month, day = (
                self._texts.of(each, key) if each else _nothing
                for each, key in zip(moment.parts, PARTS, strict=True)
            )
            return lambda row: cell_dates.parts(year(row), month(row), day(row))
        if moment.timed:
            time, precision = moment.timed
            told = self._texts.of(time, "date")
            exact = self._texts.of(precision, "precision") if precision else _nothing
            return lambda row: cell_dates.timed(told(row), exact(row), order)
        text = self._texts.of(moment.text, "date") if moment.text else _nothing
        return lambda row: read(text(row), order)


def _nothing(_: Row) -> str:
    return ""
