"""What can be asked for, from countries to places, with the number of their events."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any, TypeVar

from diplo.history.groups import keys_of
from diplo.model import dates
from diplo.model.events import Country, EventType, Timeline, families
from diplo.reports.names import Names
from diplo.reports.report import SENTENCES, USUAL, Column, Report
from diplo.terminal.text import fold, plural

Thing = TypeVar("Thing")


def countries(timeline: Timeline) -> Report:
    """Report the countries that are declared or occur, with the number of their events."""
    names, declared = Names(timeline.vocabulary), timeline.vocabulary.countries
    counts = _numbers(timeline, "country")
    rows = _declared_first(counts, declared, lambda code: Country(code, names.countries.name(code)))
    return _vocabulary_report(
        rows,
        (
            Column("code", lambda row: row[0].code),
            Column("name", lambda row: row[0].name, wraps=USUAL),
            Column("aliases", lambda row: list(row[0].aliases), wraps=USUAL),
        ),
        plural(len(rows), "country", "countries"),
    )


def types(timeline: Timeline) -> Report:
    """Report the types that are declared or occur, with the number of events each would select."""
    declared = timeline.vocabulary.types
    kinds = _numbers(timeline, "type")
    all_kinds = {*declared, *kinds}
    counts: Counter[str] = Counter()
    for kind, number in kinds.items():
        counts.update({family: number for family in families(kind) if family in all_kinds})
    rows = _declared_first(counts, declared, lambda key: EventType(key, key))
    return _vocabulary_report(
        rows,
        (
            Column("type", lambda row: row[0].id),
            Column("label", lambda row: row[0].label, wraps=12),
            Column("description", lambda row: row[0].description, wraps=SENTENCES),
            Column("plover", lambda row: row[0].plover, header="PLOVER"),
            Column("cameo", lambda row: row[0].cameo, header="CAMEO"),
        ),
        plural(len(rows), "type"),
    )


def sources(timeline: Timeline) -> Report:
    """Report the sources that are declared or cited, with the number of events that cite each."""
    vocabulary = timeline.vocabulary
    rows = _declared_first(_numbers(timeline, "source"), vocabulary.sources, vocabulary.source)
    report = _vocabulary_report(
        rows,
        (
            Column("source", lambda row: row[0].id),
            Column("title", lambda row: row[0].title or None, wraps=USUAL),
            Column("kind", lambda row: row[0].kind),
            Column("author", lambda row: row[0].author, wraps=USUAL),
            Column("publisher", lambda row: row[0].publisher, wraps=USUAL),
            Column(
                "date",
                lambda row: row[0].date and row[0].date.text,
                lambda row: dates.words(row[0].date) if row[0].date else "",
            ),
            Column("url", lambda row: row[0].url, header="Address", wraps=USUAL),
        ),
        plural(len(rows), "source"),
    )
    always = ("source", "title", "kind", "count")
    columns = [c for c in report.table if c.key in always or any(map(c.value, rows))]
    return report._replace(table=tuple(columns))


def actors(timeline: Timeline) -> Report:
    """Report the actors, those with most events first."""
    return _names(timeline, "actor")


def places(timeline: Timeline) -> Report:
    """Report the places, those with most events first."""
    return _names(timeline, "place")


def _numbers(timeline: Timeline, by: str) -> Counter[str]:
    """Return how many events each key has."""
    tallies = timeline.tallies.keyed if timeline.tallies else ()
    pairs = ((key, 1) for event in timeline.events for key in keys_of(event, by))
    counts: Counter[str] = Counter()
    for key, number in chain(pairs, ((tally.key, tally.number) for tally in tallies)):
        if key is not None:
            counts[key] += number
    return counts


def _names(timeline: Timeline, noun: str) -> Report:
    counts = _numbers(timeline, noun)
    rows = sorted(counts.items(), key=lambda row: (-row[1], fold(row[0]), row[0]))
    columns = (Column("name", lambda row: row[0], wraps=USUAL),)
    return _vocabulary_report(rows, columns, plural(len(rows), noun))


def _vocabulary_report(
    rows: Sequence[tuple[Any, int]], columns: tuple[Column, ...], summary: str
) -> Report:
    all_columns = (*columns, Column("count", lambda row: row[1], right=True, header="Events"))
    return Report(all_columns, rows, all_columns, all_columns, summary=summary)


def _declared_first(
    counts: Counter[str], declared: Mapping[str, Thing], make: Callable[[str], Thing]
) -> list[tuple[Thing, int]]:
    """Return what is declared with its counts, then what `make` makes of the other keys."""
    undeclared = sorted(set(counts) - set(declared))
    records = [*declared.items(), *((key, make(key)) for key in undeclared)]
    return [(record, counts[key]) for key, record in records]
