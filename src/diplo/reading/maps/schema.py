"""The JSON Schema (draft 2020-12) of a map, from the keys and words that are checked."""

import json
from collections.abc import Iterable

from diplo.model.events import CITATION_KEYS, EVENT_KEYS, LIST_KEYS
from diplo.reading import schema
from diplo.reading.date_order import ORDERS
from diplo.reading.maps.event_form import PARTS, SPAN, TIMED
from diplo.reading.maps.meanings import ANY
from diplo.reading.maps.syntax import (
    OWN_KEYS,
    SETTINGS,
    STRIP,
    SYSTEMS,
    UNKNOWN,
    VALUE_KEYS,
)
from diplo.reading.schema import Schema
from diplo.reading.tables.cell_dates import OPENS

_BRACES = r"^([^{}]|\{[^{}]*[^{}\s][^{}]*\})*$"
_TEMPLATE: Schema = {"$ref": "#/$defs/template"}


def text() -> str:
    """Return the schema as JSON; only `diplo check` knows which columns a table has."""
    settings_alone = {  # which leave events to a table's header
        "anyOf": [{"required": [key]} for key in SETTINGS],
        "properties": {"event": False, "events": False},
    }
    text_or_null = {"type": ["string", "null"]}
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "diplo map",
        "description": "How the rows of a table, or the records of JSON, become events.",
        **_object(_top()),
        "oneOf": [{"required": ["event"]}, {"required": ["events"]}, settings_alone],
        "$defs": {
            **schema.definitions(),
            "template": {
                "type": ["string", "null"],
                "pattern": _BRACES,
                "description": "Text in which {column} stands for a cell.",
            },
            "templates": {"oneOf": [_TEMPLATE, {"type": "array", "items": _TEMPLATE}]},
            "texts": {"oneOf": [text_or_null, {"type": "array", "items": text_or_null}]},
            "moment": {
                "oneOf": [
                    _TEMPLATE,
                    {**_each(PARTS, _TEMPLATE), "required": ["year"]},
                    {**_each(TIMED, _TEMPLATE), "required": ["time"]},
                ]
            },
            "event": {**_object(_event()), "required": ["date", "countries"]},
        },
    }
    return json.dumps(made, indent=2) + "\n"


def _top() -> Schema:
    texts: Schema = {"$ref": "#/$defs/texts"}
    columns: Schema = {"type": "object", "additionalProperties": texts}
    separator: Schema = {"type": "string", "minLength": 1}
    systems: Schema = {"enum": list(SYSTEMS)}
    strip: Schema = {"enum": list(STRIP)}
    event: Schema = {"$ref": "#/$defs/event"}
    own: dict[str, Schema] = {
        "table": _object(_table()),
        "dates": {"enum": list(ORDERS)},
        "codes": {"oneOf": [systems, {"type": "object", "additionalProperties": systems}]},
        "only": columns,
        "except": columns,
        "unknown": {"enum": list(UNKNOWN)},
        "blank": {"oneOf": [texts, _each((*VALUE_KEYS, ANY), texts)]},
        "open": {"enum": list(OPENS)},
        "together": _TEMPLATE,
        "split": _each(LIST_KEYS, separator),
        "strip": {"oneOf": [strip, {"type": "array", "items": strip}]},
        "values": _each(VALUE_KEYS, columns),
        "event": event,
        "events": {"type": "array", "items": event, "minItems": 1},
    }
    described = {
        key: {"description": description, **own[key]} for key, description in OWN_KEYS.items()
    }
    return {**schema.declarations(), **described}


def _table() -> Schema:
    number: Schema = {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$"}
    return {
        "header": {
            "oneOf": [
                {"enum": [True, False, "true", "false"]},
                {"type": "array", "items": {"type": "string"}, "minItems": 1, "uniqueItems": True},
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
    cited = {**_each(CITATION_KEYS, _TEMPLATE), "required": ["source"]}
    source: Schema = {"oneOf": [_TEMPLATE, cited]}
    return {
        **dict.fromkeys(EVENT_KEYS, _TEMPLATE),
        "date": {"oneOf": [moment, {**_each(SPAN, moment), "minProperties": 1}]},
        "countries": {"$ref": "#/$defs/templates", "minItems": 1},
        "actors": {"$ref": "#/$defs/templates"},
        "sources": {"oneOf": [source, {"type": "array", "items": source}]},
        "status": {"oneOf": [_TEMPLATE, {"type": "object", "additionalProperties": _TEMPLATE}]},
    }


def _each(keys: Iterable[str], rule: Schema) -> Schema:
    """Return the schema of a mapping that may have these keys, whose values follow one rule."""
    return _object(dict.fromkeys(keys, rule))


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}
