"""What distinct values mean: each is judged once, by the rules for events of any other file."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import ibis

from diplo.engine.tables import Engine, Table, Value
from diplo.model import dates
from diplo.model.dates import Edtf
from diplo.model.events import CITATION_KEYS, Source
from diplo.reading import records
from diplo.reading.cited_sources import difference
from diplo.reading.records import Context

_DETAILS = tuple(key for key in CITATION_KEYS if key != "locator")
_OTHERS = ("actors", "place", "summary", "note", "status")

_Value = TypeVar("_Value")
_Meaning = TypeVar("_Meaning")
Names = tuple[str, ...]  # of an event's countries, as they are written


class Wrong(NamedTuple):
    """Values that no event may have."""

    dates: Sequence[str] = ()
    countries: Sequence[Names] = ()
    types: Sequence[str] = ()
    sources: Sequence[str] = ()


class Meanings(NamedTuple):
    """What the values of many events mean, and which of them are wrong.

    `described` are the sources that events describe, and `conflicting` says whether any is
    described differently elsewhere, in other files too. The rest says whether ids are `repeated` or
    `missing`, and whether rows are `incomplete`.
    """

    rows: int
    dates: Mapping[str, Edtf]
    countries: Mapping[Names, tuple[str, ...]]  # their codes
    types: Collection[str]
    described: Sequence[Source]
    wrong: Wrong
    repeated: bool
    missing: bool
    incomplete: bool
    conflicting: bool

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all countries."""
        return frozenset().union(*self.countries.values())

    @property
    def are_right(self) -> bool:
        """Whether nothing is wrong."""
        return not (any(self.wrong) or self.repeated or self.incomplete or self.conflicting)


def distinct(table: Table, engine: Engine, *, apart: bool) -> tuple[Table, Sequence[Table]]:
    """Return the queries for the distinct values of events: one for one row, and others.

    If values are read `apart`, where that takes no longer, each key has a query of its own, and
    different ids are yet to be counted.
    """
    fields = table.sources.type().value_type.names  # the rest would only cost time

    def details(citation: Value) -> Value:
        return ibis.struct({key: citation[key] for key in _DETAILS if key in fields})

    columns = {"dates": table.date, "countries": table.countries, "types": table.type}
    counts = {
        "rows": table.count(),
        "named": table.id.count(),
        "lack": (lacking(table) | repeating(table)).any(),
    }
    if not apart:
        listed = {key: column.collect(distinct=True) for key, column in columns.items()}
        sources = table.sources.map(details).collect(distinct=True).flatten()
        other_counts = {key: table[key].count() for key in _OTHERS}  # reading shows repeated keys
        ids = engine.mark(table.id).nunique()
        return table.aggregate(**listed, sources=sources, **counts, ids=ids, **other_counts), []
    cited = table.select(citation=table.sources.unnest())
    marked = [
        table.group_by(mark=engine.mark(column)).agg(**{key: column.arbitrary()})[[key]]
        for key, column in columns.items()
    ]
    described = cited.select(sources=details(cited.citation))
    return table.aggregate(**counts), [*marked, described.distinct()]


def lacking(table: Table) -> Value:
    """Return a test of whether an event lacks a required value."""
    required = table.date.isnull() | table.title.isnull() | table.countries.isnull()
    return required | (table.title == "") | (table.countries.length() == 0)


def repeating(table: Table) -> Value:
    """Return a test of whether a status has a subject twice, as a map of Parquet may."""
    subjects = table.status.keys()
    is_twice = subjects.length() > subjects.unique().length()
    return ibis.ifelse(subjects.length() > 1, is_twice, False)  # noqa: FBT003  (Ibis's own)


def judge_values(values: Mapping[str, Any], context: Context) -> Meanings:
    """Judge the distinct values that the queries have found."""
    whens, wrong_dates = _split({text: dates.as_edtf(text) for text in values["dates"] or ()})
    listed = {tuple(names) for names in values["countries"] or () if names}
    codes = {name: _code(name, context) for name in frozenset().union(*listed)}
    lists, wrong_lists = _split(
        {names: _if_distinct(tuple(codes[name] for name in names)) for names in listed}
    )
    types, wrong_types = _split(
        {kind: records.alone(context, type=kind) for kind in values["types"] or ()}
    )
    cited = {tuple(citation.items()) for citation in values["sources"] or ()}
    sources, wrong_sources = _split({items: _source(dict(items), context) for items in cited})
    described = [source for source in sources.values() if source != Source(source.id, "")]
    cites = [str(dict(items)["source"]) for items in wrong_sources]
    return Meanings(
        values["rows"],
        whens,
        lists,
        types,
        described,
        Wrong(wrong_dates, wrong_lists, wrong_types, cites),
        repeated=values["ids"] < values["named"],
        missing=values["named"] < values["rows"],
        incomplete=bool(values["lack"]),
        conflicting=len({source.id for source in described}) < len(described)
        or any(_differs(source, context) for source in described),
    )


def _split(
    meanings: Mapping[_Value, _Meaning | None],
) -> tuple[dict[_Value, _Meaning], list[_Value]]:
    """Return the values that are right, with their meanings, and those that are wrong."""
    right = {value: meaning for value, meaning in meanings.items() if meaning}
    return right, [value for value in meanings if value not in right]


def _code(name: str | None, context: Context) -> str | None:
    event = records.alone(context, countries=[name])
    return event.countries[0] if event else None


def _if_distinct(codes: tuple[str | None, ...]) -> tuple[str, ...]:
    """Return the codes if all are known and no two are the same, else nothing."""
    return tuple(filter(None, codes)) if len({*codes} - {None}) == len(codes) else ()


def _source(citation: Mapping[str, str | None], context: Context) -> Source | None:
    """Return the source that a citation describes, None if the citation is wrong."""
    if records.alone(context, sources=[dict(citation)]) is None:
        return None
    return context.described.pop()[1] if context.described else Source(str(citation["source"]), "")


def _differs(source: Source, context: Context) -> bool:
    """Say whether other files describe a source differently."""
    if declared := context.vocabulary.sources.get(source.id):
        return bool(difference(source, declared, partly=True))
    return context.known.get(source.id, source) != source
