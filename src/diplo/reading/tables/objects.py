"""Objects of JSON as rows of a table, whose columns are the paths to their values: item.value."""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from diplo.model.events import DERIVED_KEYS, EVENT_KEYS, FILE_KEYS
from diplo.model.suggestions import nearest
from diplo.reading.faults import Path
from diplo.reading.json import Number
from diplo.reading.tables import apart, spreadsheets
from diplo.reading.tables.header import has_date, key_of, meaning
from diplo.terminal.text import shown

_NATIVE = {*EVENT_KEYS, *DERIVED_KEYS, *FILE_KEYS}
_NEEDED = ("title", "countries")
_RECORDS = "table: {records: results.bindings}"
_DEEPEST = 8  # levels of an object that are looked into
_PARTS = "date-parts"  # of a date in CSL, or of its two ends
_NOT_SO = ("", "0", "false")
_YEAR, _TWO = 4, 2  # digits


class Objects(NamedTuple):
    """Objects as rows: the names of columns, the path of each, and rows by their numbers."""

    names: list[str]
    paths: list[Path]
    rows: list[tuple[int, list[str]]]


class RepeatedKeyError(ValueError):
    """An object on a line, or from there on, that has a key twice, with its text."""

    def __init__(self, text: str, line: int) -> None:
        """Take the text of the whole value, and the line where it begins."""
        super().__init__(text)
        self.text, self.line = text, line


class NoRecordsError(ValueError):
    """There are no records where a map says that they are."""


def is_flat(data: Mapping[str, object]) -> bool:
    """Say whether an object is the row of a table: plain values under headers that are not ours.

    Ours they may be where the countries are a text, as what is written as CSV has them.
    Under our own key of a date it is an event that lacks something, unless headers say it all or it
    has no other key of ours, nor one that is nearly so. They say it all where there are lists of
    values, or more below, but not under keys of ours.
    """
    plain = [key for key, value in data.items() if not isinstance(value, dict | list)]
    if len(plain) == len(data) and isinstance(data.get("countries"), str) and has_date(plain):
        return not any(map(_is_slip, data))
    if _NATIVE.issuperset(data) or not has_date(plain) or {"date", "countries"} <= data.keys():
        return False
    lists = [key for key, value in data.items() if isinstance(value, list) and is_plain(value)]
    if not _NATIVE.isdisjoint(data.keys() - {*plain, *lists}):
        return False
    if len(plain) == len(data):
        return "date" not in data or _is_told(data)
    return not meaning([*plain, *lists]).missing


def is_plain(listed: list[object]) -> bool:
    """Say whether a list has nothing but plain values."""
    return not any(isinstance(item, dict | list) for item in listed)


def _is_slip(key: str) -> bool:
    """Say whether a key is none of ours nor a header, but nearly one of ours."""
    return not (key in _NATIVE or key_of(key)) and bool(nearest(key, EVENT_KEYS))


def _is_told(data: Mapping[str, object]) -> bool:
    """Say whether headers tell all that an event needs, or next to nothing is called as ours is."""
    if not meaning([*data]).missing:
        return True
    return "title" not in data and not any(nearest(key, _NEEDED) for key in data)


def as_rows(objects: Iterable[tuple[int, object]]) -> Objects:
    """Return numbered objects as rows; a key that one lacks is blank there."""
    columns: dict[str, int] = {}
    paths: list[Path] = []
    found = []
    for number, data in objects:
        texts: dict[str, str] = {}
        for path, value in _values(data, ()):
            name = ".".join(map(str, path))
            texts[name] = value
            if name not in columns:
                columns[name] = len(columns)
                paths.append(path)
        found.append((number, texts))
    rows = [(number, [texts.get(name, "") for name in columns]) for number, texts in found]
    names = [name if name.strip() else f"column {at}" for at, name in enumerate(columns, 1)]
    return Objects(names, paths, rows)


def _values(data: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield the paths and texts of all plain values of an object; a list of them is one."""
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
    """Return the date that CSL has as [[1993, 9, 13]], or as two of these; nothing without one.

    What is wrong in it is left as it is, so that it is refused as a date.
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
    """Join a year, perhaps with a month and a day; blanks behind them are none."""
    parts = [*map(text, end)] if isinstance(end, list) else [text(end)]
    padded = [_padded(part, at) for at, part in enumerate(parts)]
    return "-".join(padded).rstrip("-")


def _padded(part: str, at: int) -> str:
    """Return a part with its zeros, but not what may be a year of two digits."""
    is_whole = part.isdecimal() and (at or len(part) > _TWO)
    return part.zfill(_TWO if at else _YEAR) if is_whole else part


def text(value: object) -> str:
    """Return a value as the cell that means the same: a list as its values, what is none blank."""
    if isinstance(value, list):
        return "; ".join(map(text, value))
    if value is None or value != value:  # noqa: PLR0124  (which NaN is not)
        return ""
    return _number(value) if isinstance(value, Number) else spreadsheets.text(value)


def _number(written: Number) -> str:
    """Return a number as a cell has it: whole ones as they are written, but 2021.0 as 2021."""
    number = float(written)
    if written.lstrip("-").isdigit() or math.isinf(number):
        return str(written)
    return spreadsheets.text(number)


def records(data: object, path: str | None) -> tuple[list[object], Path]:
    """Return the records that lie at a path of keys, and that path; a single one is a list of one.

    A file that is a list of records itself has no path to them.

    Raises:
        NoRecordsError: nothing is there.

    """
    is_bare = isinstance(data, list) and all(isinstance(each, dict) for each in data)
    found, keys = (data, ()) if path is None or is_bare else _at(data, path, (), path)
    listed = found if isinstance(found, list) else [found]
    if not all(isinstance(each, dict) for each in listed):
        where = f"at {shown(path)}" if path else "in the file"
        message = f"what stands {where} is not a list of objects; say where one is, as {_RECORDS}"
        raise NoRecordsError(message)
    return listed, keys


def _at(data: object, path: str, above: Path, whole: str) -> tuple[object, Path]:
    """Follow what is left of a path; a key may have dots in it."""
    if isinstance(data, dict):
        if path in data:
            return data[path], (*above, path)
        for key in data:
            if path.startswith(f"{key}."):
                return _at(data[key], path[len(key) + 1 :], (*above, key), whole)
    keys = ", ".join(map(str, data)) if isinstance(data, dict) else "none"
    where = f"at {shown('.'.join(map(str, above)))}" if above else "there"
    message = f"there are no records at {shown(whole)}; the keys {where} are: {shown(keys)[1:-1]}"
    raise NoRecordsError(message)


def stream(text: str) -> Iterator[tuple[int, object]]:
    """Yield the values of JSON one after another, each with the number of its line.

    Raises:
        RepeatedKeyError: an object has a key twice.
        ValueError: what stands there is no JSON.

    """
    repeated: list[object] = []

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        repeated.extend(pairs[len(found) :])
        return found

    decoder = json.JSONDecoder(object_pairs_hook=unique)
    line, at, length = 1, 0, len(text)
    while True:
        start = at
        while at < length and text[at] in " \t\r\n":
            at += 1
        line += text.count("\n", start, at)
        if at == length:
            return
        data, end = decoder.raw_decode(text, at)
        if repeated:
            raise RepeatedKeyError(text[at:end], line)
        yield line, data
        line += text.count("\n", at, end)
        at = end


def where(data: object) -> str | None:
    """Return the path of keys to the list of objects that has dates, or to the first list.

    Of several that have, it is one whose name says that it is the records, or else the longest.

    Raises:
        NoRecordsError: they lie in several places.

    """
    found = lists(data)
    dated = [path for path, listed in found.items() if has_date(_last_words(listed))]
    named = [path for path in dated if path.rpartition(".")[2].lower() in apart.OF_RECORDS]
    return max(
        named[:1] or dated, key=lambda path: len(found[path]), default=next(iter(found), None)
    )


def _last_words(listed: list[object]) -> list[str]:
    """Return the last words of paths to the values of a first object, among others."""
    names = as_rows([(1, listed[0])]).names
    return ["", *(name.rpartition(".")[2] for name in names)]


def lists(data: object) -> dict[str, list[object]]:
    """Return the lists of objects in an object by the paths of keys to them.

    Raises:
        NoRecordsError: they lie in several places.

    """
    found: dict[str, list[object]] = {}
    queue: list[tuple[str, object]] = [("", data)]
    said, above = "", ""  # of records apart, which lie below that path
    for path, within in queue:
        if not (found or said) and (said := apart.said(within, path)):
            above = f"{path}." if path else ""
        values = within.items() if isinstance(within, dict) else ()
        paths = {f"{path}.{key}" if path else str(key): value for key, value in values}
        found |= {
            at: value
            for at, value in paths.items()
            if isinstance(value, list) and value and isinstance(value[0], dict)
        }
        is_deep = path.count(".") >= _DEEPEST
        queue += [each for each in paths.items() if isinstance(each[1], dict) and not is_deep]
    if said and (not found or any(path.startswith(above) for path in found)):
        raise NoRecordsError(said)
    return found
