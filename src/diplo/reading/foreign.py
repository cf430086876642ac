"""JSON and YAML that is no event file: where its records are, and how to read them."""

import re
from collections.abc import Mapping, Sequence

from diplo.model.events import CITATION_KEYS, DERIVED_KEYS, EVENT_KEYS, FILE_KEYS, LIST_KEYS
from diplo.model.suggestions import followed, nearest
from diplo.reading import advice
from diplo.reading.document import Document
from diplo.reading.faults import Fault
from diplo.reading.files import are_records, is_row
from diplo.reading.table_options import TableOptions
from diplo.terminal.text import shown

A_MAP = "this is a map, which goes with a table: --events TABLE --map MAP"
_COLUMN = re.compile("{[^{}:]+}")  # in a template, but in no date and no country
_SPLIT = {"columns", "index", "data"}  # as pandas writes tables with orient="split"
_OWN = {"title", "countries"}
_NEEDED = {"date", *_OWN}
_KNOWN = (*EVENT_KEYS, *DERIVED_KEYS)
_FOREIGN = "these records lack 'title' and 'countries', so they are not events"
_STRANGE = "most keys of these records are none of an event"


def is_table(data: object, options: TableOptions) -> bool:
    """Say whether YAML data are the rows of a table, by their keys or as the map wants them.

    Event files are not: they may be given beside a table that the map is for.
    """
    if isinstance(data, dict):
        path = options.form.records if options.makes_events else None
        return bool(path) and str(path).partition(".")[0] in data and not is_own(data)
    if not are_records(data):
        return False
    is_strange = {"date", "countries"}.isdisjoint(data[0]) and is_row(data[0])
    if not (is_strange or options.makes_events) or is_own(data):
        return False
    return is_strange or _is_for(options, data)


def _is_for(options: TableOptions, data: list[dict[str, object]]) -> bool:
    """Say whether records are clearly no events, or have all columns of the map."""
    from diplo.reading.maps.missing_columns import missing_columns  # noqa: PLC0415  (few have any)
    from diplo.reading.tables import objects  # noqa: PLC0415  (as above)

    if _are_foreign(data):
        return True
    header = objects.as_rows(enumerate(data)).names
    return options.map is not None and not missing_columns(options.map, header)


def is_own(data: object) -> bool:
    """Say whether data are an event file, perhaps with misspelt keys."""
    if isinstance(data, list):
        return _are_own(data)
    if not isinstance(data, dict):
        return False
    has_keys = not {*FILE_KEYS}.isdisjoint(data.keys() - {"title"})
    return has_keys or {"date", "title"} <= data.keys() or any(map(_are_own, data.values()))


def are_events(data: object) -> bool:
    """Say whether data are events as diplo writes them as JSON, each with all required keys."""
    records = data
    if isinstance(data, dict):
        records = data["events"] if "events" in data and data.keys() <= {*FILE_KEYS} else [data]
    return are_records(records) and all(
        {"date", "title"} <= record.keys() <= {*_KNOWN}
        and isinstance(record.get("countries"), list)
        and not isinstance(record["date"], dict)  # in parts, which a map joins
        for record in records
    )


def _are_own(records: object) -> bool:
    """Say whether all keys of records are those of an event, perhaps misspelt."""
    return are_records(records) and all(
        key in _KNOWN or nearest(key, _KNOWN) for record in records for key in record
    )


def key_of_templates(data: object) -> str:
    """Return the key under which a map has its templates, nothing if the data are no map."""
    if not isinstance(data, dict):
        return ""
    if isinstance(data.get("event"), dict):
        return "event"
    each = data.get("events")
    return "events" if isinstance(each, list) and each and all(map(_is_template, each)) else ""


def _is_template(data: object) -> bool:
    if not isinstance(data, dict):
        return False
    return bool(_COLUMN.search(f"{data.get('date')} {data.get('countries')}"))


def fault(document: Document) -> list[Fault]:
    """Return the fault of JSON or YAML that is no event file; none if it is one."""
    name, data = document.name, document.data
    if key := key_of_templates(data):
        return [Fault((key,), A_MAP, at_key=True)]
    if document.is_json and isinstance(data, list) and (message := _of_lists(data)):
        return [Fault((), message)]
    records = data["events"] if isinstance(data, dict) and "events" in data else data
    if what := _FOREIGN if _are_foreign(records) else _STRANGE if _are_strange(records) else "":
        return [Fault((), _like(data) or f"{what}; they need {_map(name)}")]
    if not isinstance(data, dict) or not data or "events" in data:
        return []
    return _elsewhere(name, data, is_json=document.is_json)


def led(document: Document, data: object, faults: Sequence[Fault]) -> Sequence[Fault]:
    """Return the faults of an event; once in a document, one of them says that JSON needs a map.

    It is a fault of an unknown key that holds a list or an object, of a date in parts, or of any
    unknown key if most are unknown.
    """
    if not document.is_json or document.is_led or not isinstance(data, dict):
        return faults
    unknown = [at for at, fault in enumerate(faults) if fault.is_unknown_key]
    nested = [at for at in unknown if _is_nested(faults[at].path[-1], data)]
    in_parts = [at for at, fault in enumerate(faults) if fault.path[-1:] == ("date",)]
    nested += in_parts if isinstance(data.get("date"), dict) else []
    foreign = nested or (unknown if 2 * len(unknown) > len(data) else [])
    if not foreign:
        return faults
    at = foreign[0]
    document.is_led = True
    needed = f"what is not an event file needs {_map(document.name)}"
    message = followed(faults[at].message, needed)
    return [*faults[:at], faults[at]._replace(message=message), *faults[at + 1 :]]


def _is_nested(key: str | int, data: Mapping[str, object]) -> bool:
    """Say whether a list or an object lies below a key that is no misspelt key of such a value."""
    value, near = data.get(str(key)), nearest(str(key), EVENT_KEYS)
    slips = LIST_KEYS if isinstance(value, list) else ("status",)
    return isinstance(value, dict | list) and not set(slips).intersection(near)


def _elsewhere(name: str, data: Mapping[str, object], *, is_json: bool) -> list[Fault]:
    """Return the fault that says where in an object the records are, or how they are laid out."""
    from diplo.reading.tables import inline_yaml, objects, scattered_records  # noqa: PLC0415  (as above)

    try:
        where = objects.where(data)
    except objects.NoRecordsError as error:
        return [Fault((), _like(data) or str(error))] if is_json else []
    if where is None:
        return [Fault((), scattered_records.NO_RECORDS)] if is_json and _is_turned(data) else []
    is_near = "." not in where and "events" in nearest(where, FILE_KEYS)
    if is_near or (where in FILE_KEYS and not (is_json and _are_dated(data.get(where)))):
        return []
    message = _like(data) or (
        f"the records are under {shown(where)}; they need {_map(name)}: table: "
        f"{inline_yaml.plain({'records': where})}"
    )
    return [Fault((), message)]


def _are_dated(records: object) -> bool:
    """Say whether a list is of objects that have dates and are more than citations."""
    return are_records(records) and all(
        _has_date(record) and not record.keys() <= {"id", *CITATION_KEYS} for record in records
    )


def _like(data: object) -> str:
    """Recommend the map that ships for such data; empty if there is none."""
    from diplo.reading.maps.draft import recognised  # noqa: PLC0415  (as above)

    found = recognised.in_json(data)
    return advice.shipped(found[0]) if found else ""


def _map(name: str) -> str:
    return f"a map (--map){advice.begins(name)}"


def _are_foreign(records: object) -> bool:
    """Say whether objects all lack both title and countries, and not for a misspelt key."""
    return (
        are_records(records)
        and all(
            _OWN.isdisjoint(record) and not record.keys() <= {*EVENT_KEYS} for record in records
        )
        and (
            ({*EVENT_KEYS}.isdisjoint(records[0]) and _has_date(records[0]))
            or not any(nearest(key, _OWN) for key in records[0])
        )
    )


def _are_strange(records: object) -> bool:
    """Say whether records lack most required keys and, in the first, most keys are not ours."""
    return (
        are_records(records)
        and all(len(_NEEDED & record.keys()) <= 1 for record in records)
        and 2 * sum(key not in _KNOWN and not nearest(key, _KNOWN) for key in records[0])
        > len(records[0])
    )


def _has_date(record: Mapping[str, object]) -> bool:
    """Say whether the keys of a record are a table's headers, one of them of a date."""
    from diplo.reading.tables import header  # noqa: PLC0415  (only what is wrong needs it)

    return header.has_date([*record])


def _of_lists(data: list[object]) -> str:
    """Say what is wrong with a list that holds lists; empty for any other."""
    if not any(isinstance(item, list) for item in data):
        return ""
    from diplo.reading.tables import scattered_records  # noqa: PLC0415  (only what is wrong needs it)

    return scattered_records.message(data) or (
        scattered_records.NO_RECORDS if _is_of_lists(data) else ""
    )


def may_be_rows(data: object) -> bool:
    """Say whether data are a list of lists, or have one under a key: a table without objects."""
    return _is_of_lists(data) or (isinstance(data, dict) and any(map(_is_of_lists, data.values())))


def _is_of_lists(data: object) -> bool:
    """Say whether data are a list of lists: rows of a table, perhaps with the header first."""
    return isinstance(data, list) and bool(data) and all(isinstance(item, list) for item in data)


def _is_turned(data: Mapping[str, object]) -> bool:
    """Say whether an object is a table keyed by column or row, or with its header apart."""
    if data.keys() == _SPLIT or may_be_rows(data):
        return True
    is_near = any(key in FILE_KEYS or nearest(key, FILE_KEYS) for key in data)
    by_name = _has_date(data) or not is_near
    return by_name and all(isinstance(value, dict) for value in data.values())
