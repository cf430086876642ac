"""Rows of JSON that are lists, under a header that is the first of them or stands beside them."""

from collections.abc import Sequence
from typing import TypeGuard

from diplo.model.events import FILE_KEYS
from diplo.reading.faults import Path
from diplo.reading.tables import cell_dates, objects
from diplo.reading.tables.header import has_date
from diplo.reading.tables.objects import Objects, is_plain

_HEADERS = ("columns", "header", "headers", "fields")


def rows(data: object) -> tuple[Objects, Path] | None:
    """Return rows under a header, with the path above them; None if the data are no such table."""
    table, beside = data, None
    above: Path = ()
    if isinstance(data, dict):
        tables = [key for key, value in data.items() if _are_rows(value)]
        others = {key: value for key, value in data.items() if key not in tables}
        is_record = has_date([*others]) or not {*FILE_KEYS}.isdisjoint(others)
        if len(tables) != 1 or is_record or not all(map(_is_flat, others.values())):
            return None
        table, above = data[tables[0]], (tables[0],)
        beside = next((data[key] for key in _HEADERS if isinstance(data.get(key), list)), None)
    if not _are_rows(table):
        return None
    header, first = (beside, 0) if beside else (table[0], 1)
    widest = max(map(len, table[first:]), default=0)
    if not _is_header(header) or not 0 < widest <= len(header):
        return None
    paths: list[Path] = [(at,) for at in range(len(header))]
    cells = ([*map(objects.text, row), *[""] * (len(header) - len(row))] for row in table[first:])
    return Objects([*map(objects.text, header)], paths, [*enumerate(cells, first + 1)]), above


def _are_rows(table: object) -> TypeGuard[list[list[object]]]:
    if not isinstance(table, list) or not table:
        return False
    return all(isinstance(row, list) and is_plain(row) for row in table)


def _is_flat(value: object) -> bool:
    """Say whether a value is plain, or a list of plain values."""
    return is_plain(value if isinstance(value, list) else [value])


def _is_header(header: Sequence[object]) -> bool:
    """Say whether a row names columns: several texts, none repeated and none a date."""
    names = {name for name in header if isinstance(name, str) and name.strip()}
    are_dates = (date.value or date.readings for date in map(cell_dates.date, names))
    return 1 < len(names) == len(header) and not any(are_dates)
