"""What can be asked for: countries, types and sources, with the number of their events."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from diplo.events import Country, EventType, Source, Timeline, families
from diplo.reports.names import Names
from diplo.reports.report import SENTENCES, USUAL, Column, Report, plural


def countries(timeline: Timeline, names: Names) -> Report:
    """Report the countries that are declared or occur, with the number of their events."""
    counts = dict.fromkeys(timeline.vocabulary.countries, 0)
    for event in timeline.events:
        for code in event.countries:
            counts[code] = counts.get(code, 0) + 1
    declared = timeline.vocabulary.countries
    rows = [
        (declared.get(code) or Country(code, names.countries.name(code)), count)
        for code, count in _declared_first(counts, declared)
    ]
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
    """Report the types that are declared or occur, with the number of events that each finds."""
    declared = timeline.vocabulary.types
    kinds = Counter(event.type for event in timeline.events if event.type)
    counts = dict.fromkeys((*declared, *kinds), 0)
    for kind, count in kinds.items():
        for family in families(kind):
            if family in counts:
                counts[family] += count
    rows = [
        (declared.get(key) or EventType(key, key), count)
        for key, count in _declared_first(counts, declared)
    ]
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
    """Report the sources that are declared or cited, with the number of events that each tells."""
    declared = timeline.vocabulary.sources
    counts = dict.fromkeys(declared, 0)
    titles: dict[str, str] = {}
    for event in timeline.events:
        for key in {citation.source for citation in event.sources}:
            counts[key] = counts.get(key, 0) + 1
        for citation in event.sources:
            if citation.title:
                titles.setdefault(citation.source, citation.title)
    rows = [
        (declared.get(key) or Source(key, titles.get(key, "")), count)
        for key, count in _declared_first(counts, declared)
    ]
    return _vocabulary_report(
        rows,
        (
            Column("source", lambda row: row[0].id),
            Column("title", lambda row: row[0].title or None, wraps=USUAL),
            Column("kind", lambda row: row[0].kind),
        ),
        plural(len(rows), "source"),
    )


def _vocabulary_report(
    rows: Sequence[tuple[Any, int]], columns: tuple[Column, ...], summary: str
) -> Report:
    shown = (*columns, Column("count", lambda row: row[1], right=True, header="Events"))
    return Report(shown, rows, shown, shown, summary=summary)


def _declared_first(counts: dict[str, int], declared: Iterable[str]) -> list[tuple[str, int]]:
    others = sorted(set(counts) - set(declared))
    return [(key, counts[key]) for key in (*declared, *others)]
