"""Records of JSON that lie in several places, and what makes one list of them."""

import re
from collections.abc import Mapping

from diplo.reading.tables import cell_dates
from diplo.reading.tables.header import has_date, keys_of
from diplo.terminal.text import shown

NO_RECORDS = "this JSON is not a list of records; pandas writes one with orient='records'"
_MOST_NAMED = 2  # keys
_PLAIN = re.compile("[A-Za-z_.]{0,60}")  # a path that may stand in a command


def said(data: object, path: str = "") -> str:
    """Say that records lie apart at a path of JSON, and what jq makes one list of, or nothing."""
    if isinstance(data, list):
        return _beside(data)
    if not isinstance(data, dict) or has_date([*data]):
        return ""
    lists = {key: each[0] for key, each in data.items() if _are_objects(each)}
    dated = {key: each for key, each in lists.items() if _is_day(key) or _is_dated(each)}
    if _are_alike(dated):
        keys = ", ".join(map(shown, [*dated][:_MOST_NAMED]))
        keys += ", ..." if len(dated) > _MOST_NAMED else ""
        key = _told_by(dated)
        joined = f"{_jq_with_keys(path, key) if key else _jq(path, 'arrays[]')} makes one list"
        return f"the records lie under several keys ({keys}); {joined}"
    rows = {key: each for key, each in data.items() if isinstance(each, dict)}
    if not lists and _are_alike(rows) and all(has_date([*each]) for each in rows.values()):
        return f"{NO_RECORDS}, and {_jq(path, 'objects')} makes one of this"
    return ""


def _beside(data: list[object]) -> str:
    """Say that a list of records is one of the items of a list, beside something else."""
    lists = [at for at, each in enumerate(data) if _are_objects(each)]
    if len(lists) != 1 or any(isinstance(each, dict) and has_date([*each]) for each in data):
        return ""
    return f"the records are a list within a list; jq '.[{lists[0]}]' takes it out"


def _are_objects(data: object) -> bool:
    return isinstance(data, list) and bool(data) and all(isinstance(each, dict) for each in data)


def _told_by(dated: Mapping[str, Mapping[str, object]]) -> str:
    """Return what to call the key of each list in its records, nothing where they need none."""
    if not all(map(_is_day, dated)):
        return "" if any(map(_has_country, dated.values())) else "group"
    return "group" if any(map(_is_dated, dated.values())) else "date"


def _is_day(key: str) -> bool:
    """Say whether a key is a year, or a month or a day of one."""
    return re.fullmatch("[12][0-9]{3}(-[0-9]{2}){0,2}", key) is not None


def _has_country(record: Mapping[str, object]) -> bool:
    return "countries" in keys_of([*record]).values()


def _is_dated(record: Mapping[str, object]) -> bool:
    """Say whether a record has a date, by one of its keys or by what they say."""
    texts = (each for each in record.values() if isinstance(each, str))
    return has_date([*record, ""]) or any(cell_dates.date(text).value for text in texts)


def _are_alike(records: Mapping[str, Mapping[str, object]]) -> bool:
    """Say whether there are several records, with half of the keys of each in the first."""
    first, *others = records.values() or [{}]
    return bool(others) and all(
        2 * len(first.keys() & each.keys()) >= len(first.keys() | each.keys()) > 0
        for each in others
    )


def _jq(path: str, of: str) -> str:
    return f"jq '[{_at(path)}[] | {of}]'"


def _jq_with_keys(path: str, name: str) -> str:
    """Say what makes one list of records, each with the key of its list, by a name."""
    above = f"{_at(path)} | " if path else ""
    return f"jq '[{above}to_entries[] | .key as $k | .value | arrays[] | . + {{{name}: $k}}]'"


def _at(path: str) -> str:
    return f".{path}" if _PLAIN.fullmatch(path) else ".PATH"
