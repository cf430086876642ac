"""What each command has to say, as plain data: rows, their columns, headings and a title."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from diplo import dates
from diplo.countries import Countries
from diplo.dates import POSSIBLE
from diplo.errors import Problem, UsageError, choose, file_name
from diplo.events import Citation, Country, EventType, Source, Timeline, Vocabulary, in_family
from diplo.selection import Group, Match, Query, group
from diplo.text import escape

Style = str | int
Value = str | int | list[Any] | dict[str, Any] | None

_USUAL = 24  # the least width of a column of sentences
_SENTENCES = 20  # what is narrower holds names and codes
_TWO_CODES = 7  # of one of countries

FOOTNOTE = "? possibly in the range: the date is not known closely enough to say more"


class Column(NamedTuple):
    """One column: its key and, for a row, its value as data and the words that a person reads.

    `style` is "bold", "dim" or, for one of several kinds, its number; `right` aligns the words;
    a column that `wraps` may be as narrow as that. A line break in words stays one. A column that
    is `optional` stands in a table only where everything fits without wrapping.
    """

    key: str
    value: Callable[[Any], Value]
    words: Callable[[Any], str] | None = None
    style: Callable[[Any], Style] | Style = ""
    right: bool = False
    wraps: int = 0
    optional: bool = False
    header: str | None = None

    @property
    def is_long(self) -> bool:
        """Whether it holds sentences, which stand below the rest where there is little room."""
        return self.wraps >= _SENTENCES

    @property
    def heading(self) -> str:
        """What stands above the column."""
        return self.key.capitalize() if self.header is None else self.header

    def text(self, row: object) -> str:
        """Return what a person reads in this column."""
        return flat(self.value(row)) if self.words is None else self.words(row)

    def style_of(self, row: object) -> Style:
        """Return the style of a row's words."""
        return self.style(row) if callable(self.style) else self.style


class Section(NamedTuple):
    """Rows under one heading, which may be empty."""

    heading: str
    rows: Sequence[Any]


class Report(NamedTuple):
    """Rows with every column that a script may read, and those that people are shown."""

    columns: tuple[Column, ...]
    rows: Sequence[Any]
    plain: tuple[Column, ...]
    table: tuple[Column, ...]
    sections: Sequence[Section]
    title: str = ""
    summary: str = ""
    footnote: str = ""
    headed: bool = True  # a table names its columns
    cards: bool = False  # in a table, each row is a card rather than a line

    def only(self, keys: Sequence[str]) -> "Report":
        """Return the report with these columns, in this order.

        Raises:
            UsageError: a key is no column's, or is named twice.

        """
        by_key = {column.key: column for column in self.columns}
        chosen = tuple(by_key[choose(key, by_key, "column")] for key in keys)
        repeated = next((key for key in keys if list(keys).count(key) > 1), None)
        if repeated:
            message = f"the column '{repeated}' is named twice; name it once"
            raise UsageError(message)
        footnote = self.footnote if "date" in keys else ""
        return self._replace(columns=chosen, plain=chosen, table=chosen, footnote=footnote)


def flat(value: Value) -> str:
    """Return a value as the text of one cell: items joined by "; ", sources as "id (locator)"."""
    if isinstance(value, list):
        return "; ".join(flat(item) for item in value)
    if isinstance(value, dict) and "locator" in value:
        return f"{value['source']} ({value['locator']})" if value["locator"] else value["source"]
    if isinstance(value, dict):
        return "; ".join(f"{key}: {flat(item)}" for key, item in value.items())
    return "" if value is None else str(value)


class Names:
    """The names that people read for the codes and ids of a timeline."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take what the files declare."""
        self._vocabulary = vocabulary
        self.countries = Countries(vocabulary.countries)
        families = dict.fromkeys(key.partition(".")[0] for key in vocabulary.types)
        self._families = list(families)

    def type(self, key: str) -> str:
        """Return the label of a type, or its id where it has none."""
        return self._vocabulary.types[key].label if key in self._vocabulary.types else key

    def source(self, citation: Citation) -> str | None:
        """Return the title of a cited source."""
        declared = self._vocabulary.sources.get(citation.source)
        return declared.title if declared else citation.title

    def family(self, key: str | None) -> int:
        """Return the number of a type's family, by which it is coloured."""
        family = (key or "").partition(".")[0]
        if family not in self._families:
            self._families.append(family)
        return self._families.index(family)


def timeline(matches: Sequence[Match], query: Query, by: str | None, names: Names) -> Report:
    """Report the events that match a query, in their order, under headings in a table."""
    possible = sum(match.match == POSSIBLE for match in matches)
    columns = event_columns(names, marked=possible > 0)
    by_key = {column.key: column for column in columns}
    heading = names.type if by == "type" else names.countries.name
    groups = group(matches, by, query.window, heading) if by else [Group("", tuple(matches))]
    return Report(
        columns=columns,
        rows=matches,
        plain=tuple(by_key[k] for k in ("date", "match", "countries", "type", "title", "id")),
        table=(
            *(by_key[key] for key in ("date", "type", "countries", "title")),
            by_key["id"]._replace(optional=True),
        ),
        sections=[Section(heading, members) for heading, members in groups],
        title=title_of(query, names),
        summary=_counted(len(matches), possible),
        footnote=FOOTNOTE if possible else "",
    )


def show(matches: Sequence[Match], names: Names) -> Report:
    """Report events in full."""
    columns = event_columns(names)
    return Report(columns, matches, columns, _card(names), [Section("", matches)], cards=True)


def event_columns(names: Names, *, marked: bool = False) -> tuple[Column, ...]:
    """Return the columns of events, in the order of the contract for scripts.

    Where dates are `marked`, there is a place behind them for the sign that one is only possible.
    """
    return (
        Column("id", lambda m: m.event.id, style="dim"),
        Column(
            "date",
            lambda m: m.event.date.text,
            lambda m: _date(m, marked=marked),
            right=True,
        ),
        Column("earliest", lambda m: _iso(m.event.date.earliest)),
        Column("latest", lambda m: _iso(m.event.date.latest)),
        Column("precision", lambda m: m.event.date.precision),
        Column("match", lambda m: m.match),
        Column("title", lambda m: m.event.title, wraps=_USUAL),
        Column("summary", lambda m: m.event.summary, wraps=_USUAL),
        Column("type", lambda m: m.event.type, style=lambda m: names.family(m.event.type)),
        Column(
            "countries",
            lambda m: list(m.event.countries),
            lambda m: " ".join(m.event.countries),
            wraps=_TWO_CODES,
            header="Country",
        ),
        Column("actors", lambda m: list(m.event.actors), wraps=_USUAL),
        Column("place", lambda m: m.event.place),
        Column("sources", lambda m: [_cited(c, names) for c in m.event.sources], wraps=_USUAL),
        Column("note", lambda m: m.event.note, wraps=_USUAL),
        Column("status", lambda m: dict(m.event.status), wraps=_USUAL),
    )


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
            Column("name", lambda row: row[0].name, wraps=_USUAL),
            Column("aliases", lambda row: list(row[0].aliases), wraps=_USUAL),
        ),
        f"{len(rows)} countries",
    )


def types(timeline: Timeline, names: Names) -> Report:
    """Report the types that are declared or occur, with the number of events that each finds."""
    declared = timeline.vocabulary.types
    used = [event.type for event in timeline.events if event.type]
    counts = {
        key: sum(in_family(member, key) for member in used)
        for key in dict.fromkeys([*declared, *sorted(used)])
    }
    rows = [(declared.get(key) or EventType(key, key), count) for key, count in counts.items()]
    return _vocabulary_report(
        rows,
        (
            Column("type", lambda row: row[0].id, style=lambda row: names.family(row[0].id)),
            Column("label", lambda row: row[0].label, wraps=12),
            Column("description", lambda row: row[0].description, wraps=_SENTENCES),
            Column("plover", lambda row: row[0].plover, header="PLOVER"),
            Column("cameo", lambda row: row[0].cameo, header="CAMEO"),
        ),
        f"{len(rows)} types",
    )


def sources(timeline: Timeline) -> Report:
    """Report the sources that are declared or cited, with the number of events that each tells."""
    declared = timeline.vocabulary.sources
    counts = dict.fromkeys(declared, 0)
    titles: dict[str, str] = {}
    for event in timeline.events:
        for key in {citation.source for citation in event.sources}:
            counts[key] = counts.get(key, 0) + 1
        titles = {**{c.source: c.title for c in event.sources if c.title}, **titles}
    rows = [
        (declared.get(key) or Source(key, titles.get(key, "")), count)
        for key, count in _declared_first(counts, declared)
    ]
    return _vocabulary_report(
        rows,
        (
            Column("source", lambda row: row[0].id),
            Column("title", lambda row: row[0].title or None, wraps=_USUAL),
            Column("kind", lambda row: row[0].kind),
        ),
        f"{len(rows)} sources",
    )


def problems(found: Sequence[Problem], events: int) -> Report:
    """Report what is wrong with event files, one problem a line."""
    line = Column("problem", lambda p: f"{p.place}: {p.severity}: {p.message}", wraps=_USUAL)
    columns = (
        Column("file", lambda p: file_name(p.file)),
        Column("line", lambda p: p.line),
        Column("column", lambda p: p.column),
        Column("severity", lambda p: p.severity),
        Column("message", lambda p: p.message),
    )
    summary = "" if found else f"{_plural(events, 'event')}, nothing wrong"
    return Report(
        columns, found, (line,), (line,), [Section("", found)], summary=summary, headed=False
    )


def title_of(query: Query, names: Names) -> str:
    """Say in words what a query asks for."""
    parts = [_all_of(query.countries, names) or "All events"]
    if query.types:
        parts.append(_any_of(names.type(key) for key in query.types))
    named = (query.actors, query.places, query.sources)
    parts += [_any_of(values) for values in named if values]
    if query.search is not None:
        parts.append(f'"{query.search}"')
    if query.window:
        parts.append(query.window.words)
    if query.certain:
        parts.append("certain only")
    return escape(" · ".join(parts))


def _all_of(clauses: Iterable[frozenset[str]], names: Names) -> str:
    alternatives = [[names.countries.name(code) for code in sorted(codes)] for codes in clauses]
    if len(alternatives) == 1:
        return _any_of(alternatives[0])
    return " and ".join(f"({_any_of(a)})" if len(a) > 1 else a[0] for a in alternatives)


def _any_of(values: Iterable[str]) -> str:
    return " or ".join(values)


def _counted(count: int, possible: int) -> str:
    return _plural(count, "event") + (f", {possible} of them possibly" if possible else "")


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _card(names: Names) -> tuple[Column, ...]:
    def when(match: Match) -> str:
        return f"{dates.words(match.event.date)} ({match.event.date.text})"

    def kind(match: Match) -> str:
        key = match.event.type
        return f"{names.type(key)} ({key})" if key else ""

    def told(match: Match) -> str:
        cited = match.event.sources
        return "\n".join(
            ", ".join(filter(None, (names.source(c) or c.source, c.locator))) for c in cited
        )

    return (
        Column("title", lambda m: m.event.title, style="bold"),
        Column("date", lambda m: m.event.date.text, when),
        Column("type", lambda m: m.event.type, kind, style=lambda m: names.family(m.event.type)),
        Column(
            "countries",
            lambda m: list(m.event.countries),
            lambda m: ", ".join(map(names.countries.name, m.event.countries)),
        ),
        Column("actors", lambda m: list(m.event.actors), lambda m: ", ".join(m.event.actors)),
        Column("place", lambda m: m.event.place),
        Column("summary", lambda m: m.event.summary),
        Column("sources", lambda _: None, told),
        Column("note", lambda m: m.event.note),
        Column("status", lambda m: dict(m.event.status), _makes_true),
        Column("id", lambda m: m.event.id, style="dim"),
    )


def _date(match: Match, *, marked: bool) -> str:
    """Return a date in words, broken where it is long, so that it does not widen the column."""
    *first, last = re.split(" (?=and |– )", dates.words(match.event.date))
    mark = (" ?" if match.match == POSSIBLE else "  ") if marked else ""
    return "\n".join((*(line + " " * len(mark) for line in first), last + mark))


def _makes_true(match: Match) -> str:
    return "\n".join(f"{subject}: {state}" for subject, state in match.event.status.items())


def _cited(citation: Citation, names: Names) -> dict[str, str | None]:
    title = names.source(citation)
    return {"source": citation.source, "title": title, "locator": citation.locator}


def _vocabulary_report(
    rows: Sequence[tuple[Any, int]], columns: tuple[Column, ...], summary: str
) -> Report:
    count = Column("count", lambda row: row[1], right=True, header="Events")
    return Report(
        (*columns, count),
        rows,
        (*columns, count),
        (*columns, count),
        [Section("", rows)],
        summary=summary,
    )


def _declared_first(counts: dict[str, int], declared: Iterable[str]) -> list[tuple[str, int]]:
    others = sorted(set(counts) - set(declared))
    return [(key, counts[key]) for key in (*declared, *others)]


def _iso(day: object) -> str | None:
    return None if day is None else str(day)
