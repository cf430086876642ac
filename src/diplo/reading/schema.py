"""The JSON Schema (draft 2020-12) of an event file, from the keys and patterns that are checked."""

import json
from collections.abc import Sequence

from diplo.model import events

_DAY = "([0-9]{4}(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?|[0-9]{3}X|[0-9]{2}XX)"
_END = rf"({_DAY}[?~%]?|\.\.)?"
_EDTF = rf"{_DAY}[?~%]?|{_END}/{_END}|\[(\.\.{_DAY}|{_DAY}\.\.|{_DAY}\.\.{_DAY})\]"

Schema = dict[str, object]


def text() -> str:
    """Return the schema as JSON. Only `diplo check` knows a few rules, such as unique ids."""
    listed: Schema = {"type": "array", "items": {"$ref": "#/$defs/event"}}
    identifier: Schema = {"$ref": "#/$defs/id"}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "diplo event file",
        "description": "Events of diplomatic history; a bare list of events is a file too.",
        "oneOf": [
            _record(events.FILE_KEYS, {**declarations(), "events": listed}, ["events"]),
            listed,
        ],
        "$defs": {
            **definitions(),
            "citation": {
                "oneOf": [
                    identifier,
                    _record(events.CITATION_KEYS, {"source": identifier, **_source()}, ["source"]),
                ]
            },
            "event": _record(
                (*events.EVENT_KEYS, *events.DERIVED_KEYS), _event(), events.REQUIRED_KEYS
            ),
        },
    }
    return json.dumps(schema, indent=2) + "\n"


def definitions() -> Schema:
    """Return the definitions that the schemas of event files and of maps refer to."""
    return {
        "text": _text("\\S"),
        "id": {**_text(f"^{events.ID_PATTERN}$"), "maxLength": events.ID_LENGTH},
        "edtf": _text(f"^({_EDTF})$", "A date in EDTF (ISO 8601-2), such as 2021-08 or [..2006]."),
    }


def declarations() -> Schema:
    """Return the schemas of a file's keys other than 'events'."""

    def named(pattern: str, keys: Sequence[str], required: str, special: Schema) -> Schema:
        entries = {f"^{pattern}$": _record(keys, special, [required])}
        return {
            "type": ["object", "null"],
            "patternProperties": entries,
            "propertyNames": {"maxLength": events.ID_LENGTH},
            "additionalProperties": False,
        }

    return {
        "title": _optional({"$ref": "#/$defs/text"}),
        "as_of": _optional(_text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")),
        "sources": named(events.ID_PATTERN, events.SOURCE_KEYS, "title", _source()),
        "countries": named(events.CODE_PATTERN, events.COUNTRY_KEYS, "name", {"aliases": _texts()}),
        "types": named(events.TYPE_PATTERN, events.TYPE_KEYS, "label", {}),
    }


def _source() -> Schema:
    return {
        "date": _optional({"$ref": "#/$defs/edtf"}),
        "url": _optional(_text(f"^{events.URL_PATTERN}$")),
    }


def _event() -> Schema:
    return {
        "id": _optional({"$ref": "#/$defs/id"}),
        "date": {"$ref": "#/$defs/edtf"},
        "title": {"$ref": "#/$defs/text"},
        "type": _optional(_text(f"^{events.TYPE_PATTERN}$")),
        "countries": {
            "type": "array",
            "items": {"$ref": "#/$defs/text"},
            "minItems": 1,
            "uniqueItems": True,
        },
        "actors": _texts(),
        "sources": {"type": ["array", "null"], "items": {"$ref": "#/$defs/citation"}},
        "status": {
            "type": ["object", "null"],
            "propertyNames": {"$ref": "#/$defs/text"},
            "additionalProperties": {"$ref": "#/$defs/text"},
        },
        **{key: {} for key in events.DERIVED_KEYS},
    }


def _record(keys: Sequence[str], special: Schema, required: Sequence[str]) -> Schema:
    optional = _optional({"$ref": "#/$defs/text"})
    needed: Schema = {key: {"$ref": "#/$defs/text"} for key in required}
    return {
        "type": "object",
        "properties": {**dict.fromkeys(keys, optional), **needed, **special},
        "required": list(required),
        "additionalProperties": False,
    }


def _text(pattern: str, description: str | None = None) -> Schema:
    schema: Schema = {"type": "string", "pattern": pattern}
    return {**schema, "description": description} if description else schema


def _texts() -> Schema:
    return {"type": ["array", "null"], "items": {"$ref": "#/$defs/text"}}


def _optional(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}
