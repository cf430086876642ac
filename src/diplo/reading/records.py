"""Turn plain data into checked records: events, sources, countries and types."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from diplo.model.countries import iso
from diplo.model.countries.codes import looks_like_code, one_code
from diplo.model.countries.resolve import Countries, all_countries
from diplo.model.dates import ISO_DAY
from diplo.model.events import (
    CITATION_KEYS,
    CODE_PATTERN,
    COUNTRY_KEYS,
    DERIVED_KEYS,
    EVENT_KEYS,
    FILE_KEYS,
    ID_LENGTH,
    ID_PATTERN,
    REQUIRED_KEYS,
    SOURCE_KEYS,
    TYPE_KEYS,
    TYPE_PATTERN,
    URL_PATTERN,
    Citation,
    Country,
    Event,
    EventType,
    Source,
    Vocabulary,
)
from diplo.model.suggestions import Suggest, did_you_mean, nearest
from diplo.reading.faults import Fault, Path
from diplo.reading.fields import Record, as_source
from diplo.reading.ids import Ids
from diplo.reading.keeping import Keep, everything
from diplo.terminal.text import fold, shown


def top(data: object, faults: list[Fault]) -> Record:
    """Return the record of a whole file, which may be a bare list of events."""
    if isinstance(data, list):
        return Record({"events": data}, (), FILE_KEYS, faults)
    record = Record(data, (), FILE_KEYS, faults)
    if isinstance(data, dict) and "events" in data and data["events"] is None:
        record.fault("'events' has no value; write a list, or events: []", "events", at_key=True)
    else:
        record.required("events")
    return record


def as_of(record: Record) -> date | None:
    """Read as_of, the last day that a file speaks for; None if it is absent or wrong."""
    stated = record.date("as_of")
    if stated and not ISO_DAY.fullmatch(stated.text):
        record.fault(f"{shown(stated.text)} is not a day; write one such as 2025-06-20", "as_of")
        return None
    return stated.earliest if stated else None


def sources(record: Record, faults: list[Fault]) -> Iterable[Source]:
    """Read the sources that a file declares; a faulty one still counts as declared."""
    what = "a source's id; use a-z, 0-9 and hyphens"
    for key, entry in _declared(record, "sources", SOURCE_KEYS, faults, ID_PATTERN, what):
        yield _source(key, entry)


def _declared(
    record: Record, kind: str, keys: Sequence[str], faults: list[Fault], pattern: str, what: str
) -> Iterator[tuple[str, Record]]:
    """Yield what a file declares of a kind, by keys of a pattern; the first of `keys` is needed."""
    for key, data in record.mapping(kind).items():
        if not re.fullmatch(pattern, key) or len(key) > ID_LENGTH:
            record.fault(f"{shown(key)} is not {what}", kind, key, at_key=True)
        entry = Record(data, (kind, key), keys, faults)
        entry.required(keys[0])
        yield key, entry


def _source(key: str, entry: Record) -> Source:
    return Source(
        key,
        entry.text("title") or "",
        entry.text("kind"),
        entry.text("author"),
        entry.text("publisher"),
        entry.date("date"),
        entry.matching(
            "url",
            URL_PATTERN,
            "a web address with http:// or https://, such as https://example.org/page",
        ),
    )


def countries(record: Record, faults: list[Fault]) -> Iterable[Country]:
    """Read the countries that a file declares; a faulty one still counts as declared."""
    what = "an ISO 3166-1 alpha-3 code; use three capitals, as in NOR"
    for key, entry in _declared(record, "countries", COUNTRY_KEYS, faults, CODE_PATTERN, what):
        _check_names(entry, key)
        yield Country(one_code(key), entry.text("name") or "", entry.texts("aliases"))


def _check_names(entry: Record, key: str) -> None:
    """Add a fault for each name that hides another country's code, as declared names come first."""
    names: dict[Path, object] = {("name",): entry.get("name")}
    aliases = entry.get("aliases")
    if isinstance(aliases, list):
        names |= {("aliases", index): alias for index, alias in enumerate(aliases)}
    for path, name in names.items():
        if isinstance(name, str) and (code := _hidden_code(name, key)):
            hidden = f"{code}, the code of {all_countries().name(code)}"
            entry.fault(f"{shown(name)} as a name hides {hidden}; write another name", *path)


def _hidden_code(name: str, key: str) -> str | None:
    """Return another country's ISO 3166 code that this name would be read in place of, if any."""
    code = re.sub("[^a-z]", "", fold(name)).removeprefix("the").upper()
    if code == key.upper() or not looks_like_code(code) or code not in iso.codes():
        return None
    return code if Countries({key: Country(key, name)}).resolve(code) == key else None


def types(record: Record, faults: list[Fault]) -> Iterable[EventType]:
    """Read the types that a file declares; a faulty one still counts as declared."""
    what = "a type's id; use words such as mission.closed"
    for key, entry in _declared(record, "types", TYPE_KEYS, faults, TYPE_PATTERN, what):
        yield EventType(key, entry.text("label") or "", *map(entry.text, TYPE_KEYS[1:]))


class Context(NamedTuple):
    """What an event may refer to, which ids are taken, and which events are kept.

    Sources that earlier events describe are `known`; those of the current one are in `described`.
    """

    vocabulary: Vocabulary
    countries: Countries
    suggest: Suggest
    described: list[tuple[Path, Source]]
    ids: Ids
    known: Mapping[str, Source] = {}
    keeps: Keep = everything
    is_table: bool = False  # which can declare nothing by itself


def event(data: object, path: Path, context: Context, faults: list[Fault]) -> Event | None:
    """Read an event, with an empty id if it has none; return None if it is faulty.

    Sources that it describes are added to `context.described`, with their paths.
    """
    before = len(faults)
    record = Record(data, path, EVENT_KEYS, faults, ignored=DERIVED_KEYS)
    record.required(*REQUIRED_KEYS)
    when = record.date("date")
    result = (
        record.identifier("id", "an id") or "",
        when,
        record.text("title"),
        _event_countries(record, context.countries),
        _event_type(record, context),
        record.texts("actors"),
        record.text("place"),
        record.text("summary"),
        tuple(
            _citation(item, (*path, "sources", index), context, faults)
            for index, item in enumerate(record.items("sources"))
        ),
        record.text("note"),
        record.states("status"),
    )
    return Event._make(result) if len(faults) == before else None


_ANY = {"date": "2000", "title": "-", "countries": ["NOR"]}  # around the fields under test


def alone(context: Context, **fields: object) -> Event | None:
    """Return an event with these fields and placeholders for others, None if one is wrong."""
    return event({**_ANY, **fields}, (), context, [])


def wrong_alone(context: Context, **fields: object) -> list[Fault]:
    """Return the faults of these fields of an event, whatever its other fields."""
    faults: list[Fault] = []
    event({**_ANY, **fields}, (), context, faults)
    return faults


def _event_countries(record: Record, known: Countries) -> tuple[str, ...]:
    items = record.items("countries")
    if record.get("countries") == []:
        record.fault("names no country; name at least one", "countries")
    codes: dict[str, None] = {}
    for index, item in enumerate(items):
        code = record.country(index, item, known)
        if code in codes:
            record.fault(f"names {code} a second time; remove one", "countries", index)
        elif code:
            codes[code] = None
    return tuple(codes)


def _event_type(record: Record, context: Context) -> str | None:
    text = record.matching("type", TYPE_PATTERN, "a type; use words such as mission.closed")
    types = context.vocabulary.types
    if text and types and text not in types:
        way_out = _in_map(text) if context.is_table else "declare it under 'types'"
        hint = did_you_mean(context.suggest(text, types, nearest)) or f"; {way_out}"
        record.fault(f"the type {shown(text)} is not declared{hint}", "type")
    return text


def _in_map(kind: str) -> str:
    """Return what a map says to declare a type."""
    from diplo.reading.tables import inline_yaml  # noqa: PLC0415  (only mistakes need it)

    label = re.sub("[.-]", " ", kind).capitalize()
    return f"declare it in a map (--map): types: {inline_yaml.plain({kind: {'label': label}})}"


def _citation(data: object, path: Path, context: Context, faults: list[Fault]) -> Citation:
    is_bare, before = not isinstance(data, dict), len(faults)
    entry = Record({"source": data} if is_bare else data, path, CITATION_KEYS, faults)
    entry.required("source")
    text = entry.identifier("source", "a source's id", as_source(data)) or ""
    sources = context.vocabulary.sources
    source = _source(text, entry)
    just_described = (each.id for _, each in context.described)
    is_known = text in sources or text in context.known or text in just_described
    if text and sources and not (source.title or is_known):
        hint = did_you_mean(context.suggest(text, sources, nearest))
        hint = hint or "; declare it under 'sources' or tell its title"
        entry.fault(f"the source {shown(text)} is not declared{hint}", "source")
    if len(faults) == before and source != Source(text, ""):
        context.described.append((path, source))
    return Citation(text, entry.text("locator"))
