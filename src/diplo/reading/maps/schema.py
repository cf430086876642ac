"""The JSON Schema (draft 2020-12) of a map, from the keys and words that are checked."""

import json
from collections.abc import Iterable

from diplo.model.events import CITATION_KEYS, EVENT_KEYS, LIST_KEYS
from diplo.reading import schema
from diplo.reading.manner import ORDERS
from diplo.reading.maps.event_form import PARTS, SPAN, TIMED
from diplo.reading.maps.syntax import (
    MAP_KEYS,
    OWN_KEYS,
    SETTINGS,
    STRIP,
    SYSTEMS,
    TABLE_KEYS,
    UNKNOWN,
    VALUE_KEYS,
)
from diplo.reading.schema import Schema
from diplo.reading.tables.cell_dates import OPENS

_BRACES = r"^([^{}]|\{[^{}]*[^{}\s][^{}]*\})*$"
_TEMPLATE: Schema = {"$ref": "#/$defs/template"}


def text() -> str:
    """Return the schema as JSON; only `diplo check` knows which columns a table has."""
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "diplo map",
        "description": "How the rows of a table, or the records of JSON, become events.",
        **_object(MAP_KEYS, _top()),
        "oneOf": [{"required": ["event"]}, {"required": ["events"]}, _settings()],
        "$defs": {
            **schema.definitions(),
            "template": {
                "type": ["string", "null"],
                "pattern": _BRACES,
                "description": "Text in which {column} stands for a cell.",
            },
            "templates": {"oneOf": [_TEMPLATE, {"type": "array", "items": _TEMPLATE}]},
            "texts": {
                "oneOf": [
                    {"type": ["string", "null"]},
                    {"type": "array", "items": {"type": ["string", "null"]}},
                ]
            },
            "moment": {
                "oneOf": [
                    _TEMPLATE,
                    {**_object(PARTS, dict.fromkeys(PARTS, _TEMPLATE)), "required": ["year"]},
                    {**_object(TIMED, dict.fromkeys(TIMED, _TEMPLATE)), "required": ["time"]},
                ]
            },
            "event": {**_object(EVENT_KEYS, _event()), "required": ["date", "countries"]},
        },
    }
    return json.dumps(made, indent=2) + "\n"


def _settings() -> Schema:
    """Return the schema of a map of settings alone, which leaves events to a table's header."""
    return {
        "anyOf": [{"required": [key]} for key in SETTINGS],
        "properties": {"event": False, "events": False},
    }


def _top() -> Schema:
    texts: Schema = {"$ref": "#/$defs/texts"}
    columns: Schema = {"type": "object", "additionalProperties": texts}
    separator: Schema = {"type": "string", "minLength": 1}
    systems: Schema = {"enum": list(SYSTEMS)}
    event: Schema = {"$ref": "#/$defs/event"}
    own: dict[str, Schema] = {
        "table": _object(TABLE_KEYS, _table()),
        "dates": {"enum": list(ORDERS)},
        "codes": {"oneOf": [systems, {"type": "object", "additionalProperties": systems}]},
        "only": columns,
        "except": columns,
        "unknown": {"enum": list(UNKNOWN)},
        "blank": {
            "oneOf": [texts, _object((*VALUE_KEYS, "*"), dict.fromkeys((*VALUE_KEYS, "*"), texts))]
        },
        "open": {"enum": list(OPENS)},
        "together": _TEMPLATE,
        "split": _object(LIST_KEYS, dict.fromkeys(LIST_KEYS, separator)),
        "strip": {
            "oneOf": [{"enum": list(STRIP)}, {"type": "array", "items": {"enum": list(STRIP)}}]
        },
        "values": _object(VALUE_KEYS, dict.fromkeys(VALUE_KEYS, columns)),
        "event": event,
        "events": {"type": "array", "items": event, "minItems": 1},
    }
    said = {key: {"description": OWN_KEYS[key], **rule} for key, rule in own.items()}
    return {**schema.declarations(), **said}


def _table() -> Schema:
    number: Schema = {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$"}
    return {
        "header": {
            "oneOf": [
                {"enum": [True, False, "true", "false"]},
                {
                    "type": "array",
                    "items": {"type": "string"},
                    "minItems": 1,
                    "uniqueItems": True,
                },
            ]
        },
        "delimiter": {"type": "string", "pattern": '^[^"\r\n]+$'},
        "encoding": {"type": "string"},
        "skip": number,
        "sheet": {"type": ["integer", "string"]},
        "records": {"type": "string"},
    }


def _event() -> Schema:
    moment: Schema = {"$ref": "#/$defs/moment"}
    cited = {
        **_object(CITATION_KEYS, dict.fromkeys(CITATION_KEYS, _TEMPLATE)),
        "required": ["source"],
    }
    source: Schema = {"oneOf": [_TEMPLATE, cited]}
    return {
        **dict.fromkeys(EVENT_KEYS, _TEMPLATE),
        "date": {
            "oneOf": [
                moment,
                {**_object(SPAN, dict.fromkeys(SPAN, moment)), "minProperties": 1},
            ]
        },
        "countries": {"$ref": "#/$defs/templates", "minItems": 1},
        "actors": {"$ref": "#/$defs/templates"},
        "sources": {"oneOf": [source, {"type": "array", "items": source}]},
        "status": {
            "oneOf": [_TEMPLATE, {"type": "object", "additionalProperties": _TEMPLATE}],
        },
    }


def _object(keys: Iterable[str], properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": {key: properties[key] for key in keys},
        "additionalProperties": False,
    }
