"""The columns that a map names but a table lacks."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from diplo.model.suggestions import did_you_mean
from diplo.reading.faults import Fault, Path
from diplo.reading.maps.memory import Memory
from diplo.reading.maps.syntax import PLACEHOLDER, Map
from diplo.reading.maps.templates import Column, column_named
from diplo.reading.tables import inline_yaml
from diplo.terminal.text import shown

_SHOWN = 120  # characters of a header


class NestedRecords(NamedTuple):
    """Records nested in others, if any: their path of keys and the names of their columns."""

    path: str = ""
    header: Sequence[str] = ()


def missing_columns(
    mapping: Map, header: Sequence[str], below: Callable[[], NestedRecords] = NestedRecords
) -> list[Fault]:
    """Return a fault for each column that a map names but a table lacks.

    If one is missing, `below` finds nested records, which may have it.
    """
    named = [(column, t.path, False) for t in mapping.templates for column in t.columns]
    for key, columns in (
        ("only", mapping.only),
        ("except", mapping.leave),
        ("codes", filter(None, mapping.codes)),  # the empty key is for any column
    ):
        named += [(column_named(name), (key, name), True) for name in columns]
    found = Memory[Column, list[int]](lambda column: column.found_in(header))
    missing = [use for use in named if not (use[0].is_optional or found[use[0]])]
    where = below() if missing else NestedRecords()
    may_lack = mapping.is_shipped and 2 * len(missing) < len(named)  # else of another table

    def message(column: Column, path: Path) -> str:
        if column.name == PLACEHOLDER:
            return _unfilled(path, header)
        lacking = _missing(column, header, where)
        return lacking + _without(mapping.name, column) if may_lack else lacking

    faults = [Fault(path, message(column, path), at_key) for column, path, at_key in missing]
    is_draft = any(column.name == PLACEHOLDER for column, _, _ in missing)
    return [*faults, *_without_meaning(mapping)] if is_draft else faults


def unfilled(mapping: Map) -> list[Fault]:
    """Return a fault for each placeholder that is left in a map, without looking at a table."""
    templates = [t for t in mapping.templates if any(c.name == PLACEHOLDER for c in t.columns)]
    message = "write the name of a column in place of ..."
    return [*(Fault(template.path, message) for template in templates), *_without_meaning(mapping)]


def _without_meaning(mapping: Map) -> list[Fault]:
    """Return a fault for each text whose meaning in `values` is still a placeholder."""
    return [
        Fault(("values", key, text), f"write what {shown(text)} is in place of ...")
        for key, meant in mapping.values.items()
        for text, meaning in meant.items()
        if meaning == PLACEHOLDER
    ]


def _unfilled(path: Path, header: Sequence[str]) -> str:
    """Return the message on a placeholder, with the columns that may take its place."""
    message = "write the name of a column in place of ..."
    if "countries" in path:
        message += ", or what holds for all rows, as in countries: [NOR]"
    return f"{message}; the table {_listed(header)}"


def _listed(header: Sequence[str]) -> str:
    return f"has {shown(', '.join(filter(None, header)) or 'none', _SHOWN)[1:-1]}"


def _without(name: str, column: Column) -> str:
    """Return the advice to copy a map that ships and make a column optional."""
    return (
        f"; to do without it, copy the map with 'diplo maps {name} > my.yaml' and write "
        f"{{{column.name}?}} there"
    )


def _missing(column: Column, header: Sequence[str], below: NestedRecords) -> str:
    """Return the message that a table lacks a column, with those that may be meant."""
    hint = did_you_mean(column.near(header)) or f"; it {_listed(header)}"
    if column.found_in(below.header):
        where = inline_yaml.plain({"records": below.path})
        hint = f"; the records are under {shown(below.path)}; write in the map table: {where}"
    return f"the table has no column {shown(column.named_in(header))}{hint}"
