"""JSON records that are not one list, and the jq commands that make one list of them."""

import json
import re
from collections.abc import Collection, Mapping
from itertools import chain, count

from diplo.model.countries.resolve import all_countries
from diplo.reading.faults import Path
from diplo.reading.files import are_records
from diplo.reading.tables import cell_dates
from diplo.reading.tables.header import has_date, keys_of
from diplo.terminal.text import shown

NO_RECORDS = "this JSON is not a list of records; pandas writes one with orient='records'"
OF_RECORDS = ("events", "items", "data", "records", "results")  # usual keys of lists of records
_MOST_NAMED = 2  # keys
_PLAIN = re.compile("[A-Za-z_.]{0,60}")  # a path that may stand in a command
_IDENTIFIER = re.compile("[A-Za-z_][A-Za-z0-9_]*")
_LONGEST = 60  # characters of keys in a command
_EVENT = {"date", "title", "countries"}


def message(data: object, path: str = "") -> str:
    """Say how records at a path lie apart and which jq command joins them, if that is so."""
    if isinstance(data, list):
        return _beside(data)
    return _under_keys(data, path) if isinstance(data, dict) else ""


def _under_keys(data: Mapping[str, object], path: str) -> str:
    if rows := _rows_of_columns(data):
        command = _jq_of_columns(path, _name_of(dict.fromkeys(rows, data)))
        return f"{NO_RECORDS}, and {command} makes one of these columns"
    if has_date([*data]):
        return ""
    lists = {key: records for key, records in data.items() if are_records(records)}
    dated = {
        key: records[0] for key, records in lists.items() if _is_day(key) or _is_dated(records[0])
    }
    is_named = sum(key.lower() in OF_RECORDS for key in dated) == 1
    if is_named or not _are_alike(dated):
        return "" if lists else _by_key(data, path)
    keys = ", ".join(map(shown, [*dated][:_MOST_NAMED]))
    keys += ", ..." if len(dated) > _MOST_NAMED else ""
    key = _key_name({name: dict(chain(*map(dict.items, lists[name]))) for name in dated})
    command = _jq(path, "arrays[]", key)
    return f"the records lie under several keys ({keys}); {command} makes one list"


def _by_key(data: Mapping[str, object], path: str) -> str:
    """Say that objects, or texts on days, are not in a list but under keys of their own."""
    rows = {key: row for key, row in data.items() if isinstance(row, dict)}
    are_all = len(rows) == len(data)
    if are_all and len(rows) > 1 and all(map(_is_of_days, rows.values())):
        texts = [text for row in rows.values() for text in row.values()]
        command = _jq_of_days(path, texts, _key_name(rows))
        return f"the keys are dates below others; {command} makes a list of records"
    is_by_day = 2 * sum(map(_is_day, data)) > len(data)
    if (is_by_day and are_all) or (_are_alike(rows) and _are_dated(rows, are_all=are_all)):
        return f"{NO_RECORDS}, and {_jq(path, 'objects', _name_of(rows))} makes one of this"
    if not is_by_day or rows:
        return ""
    return f"the keys are dates; {_jq_of_days(path, [*data.values()])} makes a list of records"


def _is_of_days(data: Mapping[str, object]) -> bool:
    """Say whether a mapping has days as keys, with texts or lists of them below."""
    are_texts = not any(isinstance(value, dict) for value in data.values())
    return are_texts and 2 * sum(map(_is_day, data)) > len(data)


def _are_dated(rows: Mapping[str, Mapping[str, object]], *, are_all: bool) -> bool:
    """Say whether objects have dates by their keys or, if all values are objects, by texts."""
    dated = sum(map(_is_dated, rows.values()))
    return all(has_date([*row]) for row in rows.values()) or (are_all and 2 * dated > len(rows))


def _rows_of_columns(data: Mapping[str, object]) -> Collection[str]:
    """Return the names of rows if data are columns, each a mapping from rows to cells."""
    columns = [column for column in data.values() if isinstance(column, dict)]
    if len(data) <= 1 or len(columns) < len(data) or any(map(_is_day, data)):
        return ()
    rows = columns[0].keys()
    are_cells = not any(
        isinstance(cell, dict | list) for column in columns for cell in column.values()
    )
    are_likely = all(map(str.isdecimal, rows)) or (has_date([*data]) and not has_date([*rows, ""]))
    is_table = are_cells and are_likely and all(column.keys() == rows for column in columns)
    return rows if is_table else ()


def jq_of_lists(path: str, below: Path, apart: str, *, is_stream: bool) -> str:
    """Return a jq command that makes a record of each item of a list below an outer record.

    The outer data join each item or, if keys of both clash, go under the key `apart`.
    """
    keys = "".join(map(_step, below))
    is_typed = len(keys) <= _LONGEST and keys.isprintable() and "'" not in keys
    at = f".{keys.removeprefix('.')}" if is_typed else ".PATH"
    rest = f"($r | del({at}))"
    joined = f". + {{{apart}: {rest}}}" if apart else f"{rest} + ."
    options = "-s " if is_stream else ""
    items = f"{at}[]?" if is_typed else f"{at}[]"
    return f"jq {options}'[{_at(path)}[] | . as $r | {items} | {joined}]'"


def _step(key: str | int) -> str:
    """Return a key or an index as a step of a jq path."""
    if isinstance(key, str) and _IDENTIFIER.fullmatch(key):
        return f".{key}"
    return f"[{json.dumps(key, ensure_ascii=False)}]"


def _beside(data: list[object]) -> str:
    """Say that one item of a list is the list of records; empty if that is not so."""
    lists = [at for at, item in enumerate(data) if are_records(item)]
    if len(lists) != 1 or any(isinstance(item, dict) and has_date([*item]) for item in data):
        return ""
    return f"the records are a list within a list; jq '.[{lists[0]}]' takes it out"


def _key_name(dated: Mapping[str, Mapping[str, object]]) -> str:
    """Return a name for the keys above records, to put into these; empty if they need none."""
    if all(map(_is_day, dated)):
        return _group(dated) if any(map(_is_dated, dated.values())) else "date"
    if all("countries" in keys_of([*record]).values() for record in dated.values()):
        return ""
    return "country" if 2 * sum(map(all_countries().knows, dated)) > len(dated) else _group(dated)


def _group(records: Mapping[str, Mapping[str, object]]) -> str:
    return free("group", frozenset().union(*records.values()))


def free(name: str, taken: Collection[object]) -> str:
    """Return a name for a new key of records: this one, or another if it is taken."""
    names = chain((name, "key"), map("key_{}".format, count(2)))
    return next(candidate for candidate in names if candidate not in taken)


def _name_of(records: Mapping[str, Mapping[str, object]]) -> str:
    """Return a name for the key of each record; empty if keys only count, or records are events."""
    is_counted = all(map(str.isdecimal, records)) and not all(map(_is_day, records))
    are_events = all(record.keys() >= _EVENT for record in records.values())
    return "" if is_counted or are_events else _key_name(records) or _group(records)


def _is_day(key: str) -> bool:
    """Say whether a key is a year, a month or a day in ISO form."""
    return re.fullmatch("[12][0-9]{3}(-[0-9]{2}){0,2}", key) is not None


def _is_dated(record: Mapping[str, object]) -> bool:
    """Say whether a record has a date, by one of its keys or by one of its texts."""
    texts = (value for value in record.values() if isinstance(value, str))
    return has_date([*record, ""]) or any(cell_dates.date(text).value for text in texts)


def _are_alike(records: Mapping[str, Mapping[str, object]]) -> bool:
    """Say whether there are several records, each sharing half of its keys with the first."""
    first, *others = records.values() or [{}]
    return bool(others) and all(
        2 * len(first.keys() & record.keys()) >= len(first.keys() | record.keys()) > 0
        for record in others
    )


def _jq(path: str, step: str, name: str) -> str:
    """Return a jq command for one list of records, with the key above each, if that gets a name."""
    if not name:
        return f"jq '[{_at(path)}[] | {step}]'"
    return f"jq '[{_entries(path)} | .key as $k | .value | {step} | {{{name}: $k}} + .]'"


def _jq_of_days(path: str, texts: Collection[object], above: str = "") -> str:
    """Return a jq command that makes records of texts by day, perhaps below keys called `above`."""
    text = ".value[]" if all(isinstance(each, list) for each in texts) else ".value"
    below, key = (" | .key as $k | .value | to_entries[]", f"{above}: $k, ") if above else ("", "")
    return f"jq '[{_entries(path)}{below} | {{{key}date: .key, text: {text}}}]'"


def _jq_of_columns(path: str, name: str) -> str:
    named = f" + {{{name}: $r}}" if name else ""
    row = f"keys_unsorted[] as $r | $c | map_values(.[$r]){named}"
    return f"jq '{_at(path)} as $c | [first($c[]) | {row}]'"


def _entries(path: str) -> str:
    return f"{_at(path)} | to_entries[]" if path else "to_entries[]"


def _at(path: str) -> str:
    return f".{path}" if _PLAIN.fullmatch(path) else ".PATH"
