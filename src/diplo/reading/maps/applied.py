"""Apply a map to a table: each row, or each group of rows, becomes the data of events."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from diplo.reading.maps import hints
from diplo.reading.maps.batch import ALL, SOME, Batch, batches
from diplo.reading.maps.event_maker import Data, EventMaker
from diplo.reading.maps.missing_values import MissingValues
from diplo.reading.maps.parties import Parties
from diplo.reading.maps.syntax import EVERY, SKIP, Map
from diplo.reading.maps.tally import FILL_DOWN, UNDATED, Tally
from diplo.reading.maps.templates import column_named
from diplo.reading.maps.texts import Row, Texts, is_one_of
from diplo.reading.tables import delimited
from diplo.reading.tables.table import Table, is_header, numbered
from diplo.terminal.text import escape, shown


class MadeEvent(NamedTuple):
    """The data of an event, the rows that it is made of, and the index of its template."""

    data: Data
    rows: list[int]
    form: int


_ROW_NAMES = (
    "; the first is the number of the row, which R leaves out with write.table(row.names = FALSE)"
)
_BEYOND_FIRST = (
    "there is text in {} columns, but the first row has {}; if the text has {} of its own, put "
    "quotes around it, else end the first row with more"
)
_NO_COUNTRY = f"names no country; name at least one, or {FILL_DOWN}"


def taken(mapping: Map, header: Sequence[str]) -> list[int]:
    """Return the columns that a map makes events of."""
    columns = {column for template in mapping.templates for column in template.columns}
    return sorted({at for column in columns for at in column.found_in(header)})


def filters(
    wanted: Mapping[str, frozenset[str]], header: Sequence[str]
) -> list[tuple[int, frozenset[str]]]:
    """Return the columns that `only` or `except` looks at, each with the texts that match."""
    columns = ((column_named(name).found_in(header), texts) for name, texts in wanted.items())
    return [(at, texts) for places, texts in columns for at in places]


class Applied:
    """A map bound to a table, whose events it yields."""

    def __init__(self, mapping: Map, table: Table, parties: Parties) -> None:
        has_nobody = mapping.is_shipped or mapping.unknown == SKIP  # as blanks already mean nobody
        may_fill = table.may_fill and not has_nobody
        shipped = mapping.name if mapping.is_shipped else ""
        self.tally = Tally(table.noun, table.header, may_fill=may_fill, shipped=shipped)
        self._map, self._table, self._source = mapping, table, parties.file
        self._texts = texts = Texts(mapping, table.header)
        self._forms = [
            EventMaker(form, mapping, texts, parties, self.tally) for form in mapping.events
        ]
        self._together = texts.bind(mapping.together, EVERY) if mapping.together else None
        self._ends_in_list = self._splits_last()
        self._only, self._leave = (
            filters(wanted, table.header) for wanted in (mapping.only, mapping.leave)
        )
        self._has_title = parties.file in parties.sources  # the table's own, as a source
        self._parties = parties
        self._places: dict[tuple[int, str], int] = {}  # first row with a code in a column
        self._taken = taken(mapping, table.header)
        self.missing_values = MissingValues(mapping, self._text_columns(), table.noun)

    def _text_columns(self) -> set[int]:
        """Return the columns used in texts but not in dates or countries."""
        in_texts: set[int] = set()
        elsewhere: set[int] = set()
        for form in self._map.events:
            for key, template in form.by_key():
                columns = elsewhere if key in ("date", "countries") else in_texts
                columns.update(self._texts.columns(template))
        return in_texts - elsewhere

    def decide(self) -> None:
        """Add the faults that can be judged only once all rows are read."""
        self.tally.decide_dates()
        self.tally.decide_letters(self._parties)
        for column in self._taken:
            for text, code in self._parties.doubtful_codes(column).items():
                row = self._places.get((column, text), self._table.at)
                self.tally.add(row, column, hints.of_two_letters(text, code))
        spellings, blank = self._parties.spellings, self._map.usual_blank
        self.tally.decide_nobodies(spellings, blank, self.missing_values.found)

    def _splits_last(self) -> bool:
        """Say whether the last column is a list that is split at the table's own delimiter."""
        last = len(self._table.header) - 1
        return any(
            sign == self._table.delimiter and self._texts.first(template) == last
            for key, sign in self._map.split.items()
            for form in self._map.events
            for template in form.lists.get(key, ())
        )

    def events(self) -> Iterator[MadeEvent]:
        """Yield the data of each event."""
        made_of, most = (self._united, ALL) if self._together else (self._made_of, SOME)
        for batch in batches(self._rows(), most):
            self.missing_values.count(batch)
            yield from self._complete(made_of(batch))

    def _complete(self, rows: Iterable[list[MadeEvent]]) -> Iterator[MadeEvent]:
        """Yield the events of rows that have a date and countries; count them and the others."""
        for made in rows:
            dated = [event for event in made if "date" in event.data]
            if made and not dated:  # of several templates, one may lack its date
                self.tally.leave_out(UNDATED, *(row for event in made for row in event.rows))
            for event in dated:
                if self._is_complete(event):
                    self.tally.keep(event.rows, event.data["date"])
                    yield event

    def column_of(self, form: int, path: Sequence[str | int]) -> int | None:
        """Return the column that the value at a path in an event's data comes from, if any."""
        if not path:
            return None
        templates = self._map.events[form].templates_for(str(path[0]))
        at = path[1] if len(path) > 1 and isinstance(path[1], int) else 0
        columns = (
            self._texts.first(template) for template in [*templates[at : at + 1], *templates]
        )
        return next((column for column in columns if column is not None), None)

    def _rows(self) -> Iterator[tuple[int, Row]]:
        width, picks = len(self._table.header), bool(self._only or self._leave)
        taken, passed = False, 0
        for number, cells in self._table.rows:
            row = cells
            if len(cells) < width:
                row = [*cells, *[""] * (width - len(cells))]
            elif len(cells) > width and self._ends_in_list:
                row = [*cells[: width - 1], self._table.delimiter.join(cells[width - 1 :])]
            elif len(cells) > width and any(map(str.strip, cells[width:])):
                self._refuse_beyond(number, cells)
                continue
            is_filled = (row and row[0].strip()) or any(map(str.strip, row))
            if is_filled and (not picks or self._is_wanted(row)):
                taken = True
                if is_header(row, self._table.header):
                    self.tally.add(number, 0, "this row repeats the header; remove it")
                elif not self._has_errors(number):
                    yield number, row
            elif is_filled:
                passed += 1
        if not taken:
            self.tally.pass_all(passed)

    def _refuse_beyond(self, number: int, cells: Row) -> None:
        """Add the fault of a row with text in more columns than the header has."""
        width = len(self._table.header)
        beyond = [at for at in range(width, len(cells)) if cells[at].strip()]
        count = width + len(beyond)
        message = f"there is text in {count} columns, but the header has {width}"
        if self._table.header == numbered(self._table.header):
            signs = delimited.several(self._table.delimiter)
            message = _BEYOND_FIRST.format(count, width, signs)
        elif beyond == [width] and cells[0].strip() == str(number - self._table.at):
            message += _ROW_NAMES
        self.tally.add(number, beyond[0], message)

    def _has_errors(self, number: int) -> bool:
        """Add the errors in cells that the map uses, and say whether there are any."""
        marks = self._table.marks.get(number)
        messages = {at: marks[at] for at in self._taken if at in marks} if marks else {}
        for at, message in messages.items():
            self.tally.add(number, at, message)
        return bool(messages)

    def _is_wanted(self, row: Row) -> bool:
        return all(is_one_of(row[at], texts) for at, texts in self._only) and not any(
            is_one_of(row[at], texts) for at, texts in self._leave
        )

    def _made_of(self, batch: Batch, keys: Sequence[str] = ()) -> Iterable[list[MadeEvent]]:
        """Yield the events that the templates make of each row, none if the row has a fault.

        Rows that make one event share a key.
        """
        every = [form.make(batch, keys) for form in self._forms]
        self._place(batch)
        for number in batch.numbers:
            made = [
                MadeEvent(data[number], [number], at)
                for at, data in enumerate(every)
                if number in data
            ]
            yield [] if number in self.tally.wrong_rows else made

    def _place(self, batch: Batch) -> None:
        """Note the first row of each code that stands in a batch for the first time."""
        fresh = self._parties.spellings.fresh
        for column, code in fresh:
            alone = map(re.compile(rf"\b{code}\b").search, batch.columns[column])
            if row := next(itertools.compress(batch.numbers, alone), None):
                self._places[column, code] = row
        fresh.clear()

    def _united(self, batch: Batch) -> Iterable[list[MadeEvent]]:
        """Return the events made of rows that share a key, in the order of their first rows."""
        keys = self._together(batch) if self._together else ()
        groups: dict[str, dict[int, MadeEvent]] = {}
        for number, name, every in zip(
            batch.numbers, keys, self._made_of(batch, keys), strict=True
        ):
            key = name or f"\0{number}"
            group = groups.setdefault(key, {})
            for made in every:
                if made.form in group:
                    self._unite(group[made.form], made, key)
                else:
                    group[made.form] = made
        return ([*group.values()] for group in groups.values())

    def _unite(self, first: MadeEvent, other: MadeEvent, name: str) -> None:
        """Merge another row into an event: lists are united, all other values must agree."""
        for key, value in other.data.items():
            known = first.data.setdefault(key, value)
            if isinstance(known, list) and known is not value:
                known += [item for item in value if item not in known]
            elif isinstance(known, dict):
                for subject, state in value.items():
                    agreed = known.setdefault(subject, state)
                    self._check_agreed(first, other, key, subject, (agreed, state))
            else:
                self._check_agreed(first, other, key, name, (known, value))
        first.rows.extend(other.rows)

    def _check_agreed(
        self, first: MadeEvent, other: MadeEvent, key: str, name: str, values: tuple[object, object]
    ) -> None:
        """Make sure that two rows of an event, or of a subject, agree."""
        known, value = values
        if known != value:
            message = (
                f"the {key} of {shown(name)} is {shown(str(value))} here and {shown(str(known))} "
                f"in {self._table.noun} {first.rows[0]}; rows of one event must agree; where they "
                "are two, 'together' needs this column"
            )
            self.tally.add(other.rows[0], self.column_of(first.form, [key]), message)

    def _is_complete(self, made: MadeEvent) -> bool:
        """Say whether this is an event; if it cites nothing, make it cite the file."""
        data = made.data
        if not data.get("countries") and self._map.is_written:
            self.tally.leave_out_without_country(made.rows)
            return False
        if data.get("countries") == [] and self.tally.has_above(made.rows[0]):
            self.tally.add(made.rows[0], self.column_of(made.form, ["countries"]), _NO_COUNTRY)
            return False
        if not data.get("sources") and not self._map.is_own:  # such a table lists all sources
            noun = f"{self._table.noun}{'s' if len(made.rows) > 1 else ''}"
            data["sources"] = [{"source": self._source, "locator": f"{noun} {_ranges(made.rows)}"}]
        if not self._has_title:
            for item in data.get("sources", ()):
                if item["source"] == self._source and not self._has_title:
                    item.setdefault("title", escape(self._table.name))
                    self._has_title = True
        return True


def _ranges(rows: Sequence[int]) -> str:
    """Return numbers with runs shortened: 2-4, 7."""
    if len(rows) == 1:
        return str(rows[0])
    runs = [[rows[0], rows[0]]]
    for number, following in pairwise(rows):
        if following == number + 1:
            runs[-1][1] = following
        else:
            runs.append([following, following])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
