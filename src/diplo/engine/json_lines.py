"""Spark SQL that checks whether each line of JSON Lines is plainly an event."""

from diplo.engine.tables import TEXTS, TYPES
from diplo.model.events import CITATION_KEYS, DERIVED_KEYS

IS_FULL = "value RLIKE '[^ \\\\t\\\\r]'"
JSON = "try_parse_json(value) AS json"


def _is(kinds: str, value: str) -> str:
    return f"coalesce(schema_of_variant({value}) IN ({kinds}), false)"


def _are_texts(values: str) -> str:
    return f"coalesce(forall({values}, t -> {_is(_TEXT, 't')}), false)"


def _listed(keys: tuple[str, ...]) -> str:
    return ", ".join(f"'{key}'" for key in keys)


# Each value of a line is a variant, which keeps its type in JSON.
_TEXT, _TEXT_OR_NULL = "'STRING'", "'STRING', 'VOID'"
_MAP, _LIST = "MAP<STRING, VARIANT>", "ARRAY<VARIANT>"
_IS_CITATION = (
    f"forall(map_entries(c), p -> p.key IN ({_listed(CITATION_KEYS)})"
    f" AND {_is(_TEXT_OR_NULL, 'p.value')})"
)
_FITS = f"""CASE
    WHEN {_is("'VOID'", "e.value")} THEN e.key IN ({_listed((*TYPES, *DERIVED_KEYS))})
    WHEN e.key IN ({_listed(TEXTS)}) THEN {_is(_TEXT, "e.value")}
    WHEN e.key IN ('countries', 'actors') THEN {_are_texts(f"try_cast(e.value AS {_LIST})")}
    WHEN e.key = 'sources'
        THEN coalesce(forall(try_cast(e.value AS ARRAY<{_MAP}>), c -> {_IS_CITATION}), false)
    WHEN e.key = 'status' THEN {_are_texts(f"map_values(try_cast(e.value AS {_MAP}))")}
    ELSE false END"""
# A line of which all was read has as many of these when it is written again.
_MARKS = r"""'["{}\\[\\]]'"""
# A lone surrogate.
_HALF = r"""'(?i)\\\\u(d[89ab]..(?!\\\\ud[c-f])|(?<!\\\\ud[89ab]..\\\\u)d[c-f])'"""
IS_PLAIN = f"""coalesce(forall(map_entries(try_cast(json AS {_MAP})), e -> {_FITS}), false)
    AND regexp_count(value, {_MARKS}) = regexp_count(to_json(json), {_MARKS})
    AND rtrim(' \\t\\r', value) LIKE '%}}' AND NOT value RLIKE {_HALF}"""
TYPED = ", ".join(f"{key} {kind}" for key, kind in TYPES.items())
