"""Objects of JSON as rows of a table, whose columns are the paths to their values: item.value."""

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from diplo.model.events import DERIVED_KEYS, EVENT_KEYS, FILE_KEYS
from diplo.model.suggestions import nearest
from diplo.reading.faults import Path
from diplo.reading.json import Number
from diplo.reading.tables import cell_dates, cells, scattered_records
from diplo.reading.tables.header import has_date, key_of, meaning
from diplo.terminal.text import shown

_NATIVE = {*EVENT_KEYS, *DERIVED_KEYS, *FILE_KEYS}
_NEEDED = ("title", "countries")
_RECORDS = "table: {records: results.bindings}"
_EVENTS = "events"  # the key of a list whose dates may have any name
_DEEPEST = 8  # levels of an object to search
_PARTS = "date-parts"  # CSL's key of a date, or of its two ends
_NOT_SO = ("", "0", "false")
_YEAR, _TWO = 4, 2  # digits


class Objects(NamedTuple):
    """Objects as rows: the names of columns, the path of each, and the numbered rows."""

    names: list[str]
    paths: list[Path]
    rows: list[tuple[int, list[str]]]


class NoRecordsError(ValueError):
    """There are no records where they should be, or they lie in several places."""


class ListsError(NoRecordsError):
    """A file has lists where records should be."""


def is_flat(data: Mapping[str, object]) -> bool:
    """Say whether an object is a table's row: a date and more plain values, not all under our keys.

    Our own keys will do if the countries are one text, as in CSV. Under our key 'date' it is an
    event that lacks something, unless its keys say all that an event needs, or none is (nearly)
    'title' or 'countries'. With lists or objects as values, none of these under a key of ours, the
    keys must say all that an event needs.
    """
    plain = [key for key, value in data.items() if not isinstance(value, dict | list)]
    if len(plain) == len(data) and isinstance(data.get("countries"), str) and has_date(plain):
        # None is nearly a key of ours, and neither that nor a known header.
        return not any(nearest(key, EVENT_KEYS) for key in {*data} - _NATIVE if not key_of(key))
    if _NATIVE.issuperset(data) or not has_date(plain) or {"date", "countries"} <= data.keys():
        return False
    lists = [key for key, value in data.items() if isinstance(value, list) and is_plain(value)]
    if not _NATIVE.isdisjoint(data.keys() - {*plain, *lists}):
        return False
    if not meaning([*plain, *lists]).missing:
        return True
    is_strange = "title" not in data and not any(nearest(key, _NEEDED) for key in data)
    return len(plain) == len(data) and ("date" not in data or is_strange)


def is_plain(listed: list[object]) -> bool:
    """Say whether a list has only plain values, neither lists nor objects."""
    return not any(isinstance(item, dict | list) for item in listed)


def as_rows(objects: Iterable[tuple[int, object]]) -> Objects:
    """Return numbered objects as rows, with a blank cell for each key that an object lacks."""
    columns: dict[str, int] = {}
    paths: list[Path] = []
    numbered = []
    for number, data in objects:
        texts: dict[str, str] = {}
        for path, value in _values(data, ()):
            name = ".".join(map(str, path))
            texts[name] = value
            if name not in columns:
                columns[name] = len(columns)
                paths.append(path)
        numbered.append((number, texts))
    rows = [(number, [texts.get(name, "") for name in columns]) for number, texts in numbered]
    names = [name if name.strip() else f"column {at}" for at, name in enumerate(columns, 1)]
    return Objects(names, paths, rows)


def _values(data: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield the path and text of each plain value in an object; a list of plain values is one."""
    if len(path) > _DEEPEST:
        return
    if isinstance(data, dict):
        whole = _of_parts(data)
        for key, value in data.items():
            yield from _values(whole if whole and key == _PARTS else value, (*path, key))
    elif isinstance(data, list) and not is_plain(data):
        for index, item in enumerate(data):
            yield from _values(item, (*path, index))
    else:
        yield path, text(data)


def _of_parts(data: Mapping[str, object]) -> str:
    """Return a date that CSL writes as [[1993, 9, 13]], or two such ends; empty if there is none.

    Whatever is wrong in it stays as it is, so that it is refused as a date.
    """
    listed = data.get(_PARTS)
    if not (isinstance(listed, list) and any(isinstance(end, list) for end in listed)):
        return ""
    ends = [*map(_joined, listed)]
    season = text(data.get("season"))
    if season and len(ends) == 1 and ends[0].isdecimal():  # a year
        ends = [f"{ends[0]}-2{season}" if season.isdecimal() else f"{season} {ends[0]}"]
    circa = "" if text(data.get("circa")).lower() in _NOT_SO else "~"
    return "/".join(end and f"{end}{circa}" for end in ends)


def _joined(end: object) -> str:
    """Join a year, perhaps with a month and a day; blank parts at the end are dropped.

    Parts are padded with zeros, but for what may be a year of two digits.
    """
    parts = [*map(text, end)] if isinstance(end, list) else [text(end)]
    padded = [
        part.zfill(_TWO if at else _YEAR) if part.isdecimal() and (at or len(part) > _TWO) else part
        for at, part in enumerate(parts)
    ]
    return "-".join(padded).rstrip("-")


def text(value: object) -> str:
    """Return a value as the text of a cell: a list as its items, null and NaN as blank."""
    if isinstance(value, list):
        return "; ".join(map(text, value))
    if value is None or value != value:  # noqa: PLR0124  (only NaN differs from itself)
        return ""
    return _number(value) if isinstance(value, Number) else cells.text(value)


def _number(written: Number) -> str:
    """Return a number as the text of a cell: integers as they are written, but 2021.0 as 2021."""
    number = float(written)
    if written.lstrip("-").isdigit() or math.isinf(number):
        return str(written)
    return cells.text(number)


def records(data: object, path: str | None) -> tuple[list[object], Path]:
    """Return the records at a path of keys, a single one as a list, and that path as keys.

    For a file that is itself a list of records, the path is empty.

    Raises:
        NoRecordsError: there are none.
    """
    is_bare = isinstance(data, list) and all(isinstance(record, dict) for record in data)
    found, keys = (data, ()) if path is None or is_bare else _at(data, path, (), path)
    listed = found if isinstance(found, list) else [found]
    if not all(isinstance(record, dict) for record in listed):
        if path is None and any(isinstance(record, list) for record in listed):
            raise ListsError(scattered_records.NO_RECORDS)
        where = f"at {shown(path)}" if path else "in the file"
        raise NoRecordsError(
            f"what stands {where} is not a list of objects; say where one is, as {_RECORDS}"
        )
    return listed, keys


def _at(data: object, path: str, above: Path, whole: str) -> tuple[object, Path]:
    """Follow the rest of a path; keys may have dots in them."""
    if isinstance(data, dict):
        if path in data:
            return data[path], (*above, path)
        for key in data:
            if path.startswith(f"{key}."):
                return _at(data[key], path[len(key) + 1 :], (*above, key), whole)
    keys = ", ".join(map(str, data)) if isinstance(data, dict) else "none"
    where = f"at {shown('.'.join(map(str, above)))}" if above else "there"
    raise NoRecordsError(
        f"there are no records at {shown(whole)}; the keys {where} are: {shown(keys)[1:-1]}"
    )


def where(data: object) -> str | None:
    """Return the path of keys to the list of objects with dates, or else to the first list.

    Of several with dates, it is one with a usual name of records, or else the longest.

    Raises:
        NoRecordsError: they lie in several places.
    """
    lists_by_path = lists(data)
    dated = [path for path, listed in lists_by_path.items() if _is_dated(path, listed)]
    named = [
        path for path in dated if path.rpartition(".")[2].lower() in scattered_records.OF_RECORDS
    ]
    return max(
        named[:1] or dated,
        key=lambda path: len(lists_by_path[path]),
        default=next(iter(lists_by_path), None),
    )


def _is_dated(path: str, listed: list[object]) -> bool:
    """Say whether the first object of a list has a date by its keys, or events by its values."""
    first = as_rows([(1, listed[0])])
    words = [name.rpartition(".")[2] for name in first.names]
    is_named = path.rpartition(".")[2].lower() == _EVENTS
    values = first.rows[0][1] if is_named else ()
    texts = (text for text in values if not text.isdecimal())  # a number may be an id
    return has_date(["", *words]) or any(cell_dates.date(text).value for text in texts)


def lists(data: object) -> dict[str, list[object]]:
    """Return the lists of objects within an object, by their paths of keys.

    Raises:
        NoRecordsError: they lie in several places.
    """
    lists_by_path: dict[str, list[object]] = {}
    queue: list[tuple[str, object]] = [("", data)]
    message, above = "", ""  # the message on records that lie apart, and the path above them
    for path, within in queue:
        if not (lists_by_path or message) and (message := scattered_records.message(within, path)):
            above = f"{path}." if path else ""
        values = within.items() if isinstance(within, dict) else ()
        paths = {f"{path}.{key}" if path else str(key): value for key, value in values}
        lists_by_path |= {
            at: value
            for at, value in paths.items()
            if isinstance(value, list) and value and isinstance(value[0], dict)
        }
        is_deep = path.count(".") >= _DEEPEST
        queue += [each for each in paths.items() if isinstance(each[1], dict) and not is_deep]
    if message and (not lists_by_path or any(path.startswith(above) for path in lists_by_path)):
        raise NoRecordsError(message)
    return lists_by_path
