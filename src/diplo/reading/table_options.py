"""The options for reading tables: the map, the order of dates, the encoding."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from diplo.reading.faults import Fault, Searchable, locate
from diplo.terminal.errors import Problem

if TYPE_CHECKING:
    from diplo.reading.maps.syntax import Map, TableForm


class TableOptions(NamedTuple):
    """The options for reading tables, where these do not say so themselves."""

    map: "Map | None" = None
    dates: str | None = None
    encoding: str | None = None
    file: Searchable | None = None  # of the map, None if it ships with diplo

    @property
    def mapped(self) -> "Map | None":
        """The map, with the order of dates that the options give."""
        if self.map and self.dates:
            return self.map._replace(dates=self.dates)
        return self.map

    @property
    def order(self) -> str | None:
        """The order of a date's numbers, None if neither the options nor the map give it."""
        return self.dates or (self.map.dates if self.map else None)

    @property
    def makes_events(self) -> bool:
        """Whether the map makes events even of JSON or Parquet, which may hold events already."""
        return self.map is not None and bool(self.map.events or self.map.table.records)

    @property
    def is_for_tables(self) -> bool:
        """Whether the map is for tables alone, and does more than describe their form and dates."""
        if self.map is None or self.makes_events:
            return False
        from diplo.reading.maps.syntax import Map  # noqa: PLC0415  (most runs have no map)

        plain = Map(self.map.name, ())
        return self.map._replace(table=plain.table, dates=plain.dates, open=plain.open) != plain

    @property
    def form(self) -> "TableForm":
        """The layout of a table, as far as the map gives it."""
        from diplo.reading.maps.syntax import TableForm  # noqa: PLC0415  (only tables need it)

        return self.map.table if self.map else TableForm()

    def located(self, faults: Sequence[Fault], table: str) -> list[Problem]:
        """Locate faults of the map: in its file or, if it ships with diplo, at the table."""
        if file := self.file:
            return locate((file, fault) for fault in faults)
        name = self.map.name if self.map else ""
        messages = dict.fromkeys(f"{fault.message} (by the map {name})" for fault in faults)
        return [Problem(table, 1, 1, message) for message in messages]


NO_OPTIONS = TableOptions()  # no options are given
