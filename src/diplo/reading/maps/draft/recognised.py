"""Recognise the tables that shipped maps are for, by most of the columns that a map names."""

import itertools
from collections.abc import Mapping, Sequence
from functools import cache

from diplo.reading.maps import shipped
from diplo.reading.maps.syntax import Map
from diplo.reading.maps.templates import Column
from diplo.reading.tables import cell_dates, objects
from diplo.reading.tables.header import key_of, meaning
from diplo.reading.tables.objects import NoRecordsError
from diplo.reading.tables.table import fitting

_MOST = 0.75  # of the columns that a map needs
_OWN = 2  # columns that another table hardly has by chance
_LOOKED_AT = 30  # records


def by_header(header: Sequence[str]) -> str:
    """Return the name of the shipped map for a table with this header, if any."""
    return next((name for name, mapping in _maps().items() if _names(mapping, header)), "")


def by_row(row: Sequence[str]) -> str:
    """Return the map for a table without a header, by a row's width and the places of its dates."""
    for name, mapping in _maps().items():
        header = mapping.table.header
        names = fitting(header, len(row)) if isinstance(header, tuple) else []
        if len(names) == len(row):
            dated = mapping.events[0].date.start.templates[0].columns[0].found_in(names)
            if all(cell_dates.date(row[at]).value for at in dated):
                return name
    return ""


def in_json(data: object) -> tuple[str, str | None] | None:
    """Return the map for JSON, with the path of its records (None for a plain list), if any."""
    for name, mapping in _maps().items():
        try:
            records, _ = objects.records(data, mapping.table.records)
        except NoRecordsError:
            continue
        table = objects.as_rows(enumerate(itertools.islice(records, _LOOKED_AT)))
        if _names(mapping, table.names):
            return name, None if isinstance(data, list) else mapping.table.records
    return None


@cache
def _maps() -> Mapping[str, Map]:
    maps = {name: shipped.table_options(name).map for name in shipped.names()}
    return {name: mapping for name, mapping in maps.items() if mapping}


def _names(mapping: Map, header: Sequence[str]) -> bool:
    """Say whether a header has most columns of a map, and enough that are not diplo's own keys."""
    columns = {column for template in mapping.templates for column in template.columns}
    # Each is columns of which a header must have one.
    needed: set[tuple[Column, ...]] = {(column,) for column in columns if not column.is_optional}
    needed |= {(Column(name),) for name in mapping.only}
    if not needed:  # a map for several shapes, whose date and title may each be in several columns
        if not meaning(header).missing:
            return False
        forms = ((form.date.start.templates[0], form.texts["title"]) for form in mapping.events)
        needed = {tuple(column.columns) for both in forms for column in both}
    there = sum(any(column.found_in(header) for column in ways) for ways in needed)
    named = {at for column in columns for at in column.found_in(header)}
    own = sum(key_of(header[at]) is None for at in named)
    return there >= _MOST * len(needed) and own >= _OWN
