"""Events: a timeline of them, or each in full."""

from collections.abc import Iterable, Sequence

from diplo import dates
from diplo.dates import POSSIBLE
from diplo.grouping import Group, group
from diplo.reports.names import Names
from diplo.reports.report import FOOTNOTE, TWO_CODES, USUAL, Column, Report, Section, broken, plural
from diplo.selection import Match, Query
from diplo.text import escape


def timeline(
    matches: Sequence[Match], query: Query, by: str | None, names: Names, found: int | None = None
) -> Report:
    """Report events that match a query, in their order, under headings in a table.

    `found` is how many match, where not all of them are reported.
    """
    possible = any(match.match == POSSIBLE for match in matches)
    columns = event_columns(names, marked=possible)
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
        sections=[Section(heading, members) for heading, members, *_ in groups],
        title=title_of(query, names),
        summary=counted(matches, found),
        footnote=FOOTNOTE if possible else "",
        window=query.window,
        vocabulary=names.vocabulary,
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
        Column("title", lambda m: m.event.title, wraps=USUAL),
        Column("summary", lambda m: m.event.summary, wraps=USUAL),
        Column("type", lambda m: m.event.type, style=lambda m: names.family(m.event.type)),
        Column(
            "countries",
            lambda m: list(m.event.countries),
            lambda m: " ".join(m.event.countries),
            wraps=TWO_CODES,
            header="Country",
        ),
        Column("actors", lambda m: list(m.event.actors), wraps=USUAL),
        Column("place", lambda m: m.event.place),
        Column("sources", lambda m: [names.cited(c) for c in m.event.sources], wraps=USUAL),
        Column("note", lambda m: m.event.note, wraps=USUAL),
        Column("status", lambda m: dict(m.event.status), wraps=USUAL),
    )


def title_of(query: Query, names: Names, whose: str = "All events") -> str:
    """Say in words what a query asks for, and `whose` where it names no country."""
    parts = [_all_of(query.countries, names) or whose]
    if query.types:
        parts.append(_any_of(names.type(key) for key in query.types))
    named = (query.actors, query.places, query.sources)
    parts += [_any_of(values) for values in named if values]
    if query.search:
        parts.append(_any_of(f'"{phrase}"' for phrase in query.search))
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


def counted(matches: Sequence[Match], found: int | None = None) -> str:
    """Say how many events there are, of how many that were found, and how many only possibly."""
    count, possible = len(matches), sum(match.match == POSSIBLE for match in matches)
    total = plural(count if found is None else found, "event")
    some = total if found in (None, count) else f"{count} of {total}"
    return some + (f", {possible} of them possibly" if possible else "")


def _card(names: Names) -> tuple[Column, ...]:
    def when(match: Match) -> str:
        return f"{dates.words(match.event.date)} ({match.event.date.text})"

    def kind(match: Match) -> str:
        key = match.event.type
        label = names.type(key) if key else ""
        return label if label == (key or "") else f"{label} ({key})"

    def told(match: Match) -> str:
        cited = match.event.sources
        return "\n".join(
            ", ".join(filter(None, (names.source(c) or c.source, c.locator))) for c in cited
        )

    return (
        Column("title", lambda m: m.event.title, style="bold"),
        Column("date", when),
        Column("type", kind, style=lambda m: names.family(m.event.type)),
        Column("countries", lambda m: ", ".join(map(names.countries.name, m.event.countries))),
        Column("actors", lambda m: ", ".join(m.event.actors)),
        Column("place", lambda m: m.event.place),
        Column("summary", lambda m: m.event.summary),
        Column("sources", told),
        Column("note", lambda m: m.event.note),
        Column("status", _makes_true),
        Column("id", lambda m: m.event.id, style="dim"),
    )


def _date(match: Match, *, marked: bool) -> str:
    """Return a date in words, with a sign where it is only possibly in the range."""
    *first, last = broken(dates.words(match.event.date)).split("\n")
    doubtful = match.match == POSSIBLE and not last.endswith("?")
    mark = (" ?" if doubtful else "  ") if marked else ""
    return "\n".join((*(line + " " * len(mark) for line in first), last + mark))


def _makes_true(match: Match) -> str:
    return "\n".join(f"{subject}: {state}" for subject, state in match.event.status.items())


def _iso(day: object) -> str | None:
    return None if day is None else str(day)
