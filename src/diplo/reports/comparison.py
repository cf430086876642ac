"""Timelines side by side: a column each, a row for each year or decade, and silences between."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from diplo import dates
from diplo.dates import POSSIBLE
from diplo.grouping import Group, group
from diplo.reports.events import counted, title_of
from diplo.reports.names import Names
from diplo.reports.report import FOOTNOTE, USUAL, Column, Report, Section, plural
from diplo.selection import Match, Query

_SILENCE = "silence: no event is dated to these years"


class Side(NamedTuple):
    """One of the timelines: as it was asked for, and the countries that are meant."""

    argument: str
    codes: frozenset[str]


class Period(NamedTuple):
    """The events of a year or decade: those of one side alone, and those that sides share."""

    group: Group
    alone: dict[str, list[Match]]
    shared: list[Match]


class Entry(NamedTuple):
    """An event of a period, with the sides that it belongs to."""

    period: Period
    match: Match
    sides: list[str]


def comparison(
    matches: Sequence[Match], sides: Sequence[Side], query: Query, by: str, names: Names
) -> Report:
    """Report timelines side by side, by year or decade. `matches` come in the order of dates."""
    groups = group(matches, by, query.window)
    rows = [_period(found, sides) for found in groups]
    headings = [" or ".join(map(names.countries.name, sorted(side.codes))) for side in sides]
    titled = query._replace(countries=())
    return Report(
        columns=(
            Column("period", lambda row: row.group.key),
            Column("columns", lambda row: {key: _ids(found) for key, found in row.alone.items()}),
            Column("shared", lambda row: _ids(row.shared)),
        ),
        rows=rows,
        lines=[entry for row in rows for entry in _entries(row, sides)],
        plain=_entry_columns(),
        table=tuple(_table_columns(rows, sides, headings)),
        sections=list(_sections(rows)),
        title=title_of(titled, names, " | ".join(headings)),
        summary=counted(matches),
        footnote=_footnote(matches, rows),
        even=True,
    )


def _belongs(match: Match, side: Side) -> bool:
    return not side.codes.isdisjoint(match.event.countries)


def _sides_of(match: Match, sides: Sequence[Side]) -> list[str]:
    return [side.argument for side in sides if _belongs(match, side)]


def _period(found: Group, sides: Sequence[Side]) -> Period:
    alone: dict[str, list[Match]] = {side.argument: [] for side in sides}
    shared: list[Match] = []
    for match in found.matches:
        first, *others = _sides_of(match, sides)
        (shared if others else alone[first]).append(match)
    return Period(found, alone, shared)


def _ids(matches: Sequence[Match]) -> list[str]:
    return [match.event.id for match in matches]


def _entries(row: Period, sides: Sequence[Side]) -> Iterator[Entry]:
    for match in row.group.matches:
        yield Entry(row, match, _sides_of(match, sides))


def _entry_columns() -> tuple[Column, ...]:
    return (
        Column("period", lambda entry: entry.period.group.key),
        Column("columns", lambda entry: entry.sides),
        Column("date", lambda entry: entry.match.event.date.text),
        Column("match", lambda entry: entry.match.match),
        Column("type", lambda entry: entry.match.event.type),
        Column("title", lambda entry: entry.match.event.title),
        Column("id", lambda entry: entry.match.event.id),
    )


def _table_columns(
    rows: Sequence[Period], sides: Sequence[Side], headings: Sequence[str]
) -> Iterator[Column]:
    def of(side: Side) -> Callable[[Period], str]:
        return lambda row: _told(row, row.alone[side.argument])

    def sharing(match: Match) -> str:
        """Say who shares an event that not all do."""
        pairs = zip(sides, headings, strict=True)
        names = [heading for side, heading in pairs if _belongs(match, side)]
        return "" if len(names) == len(sides) else f" ({', '.join(names)})"

    for side, heading in zip(sides, headings, strict=True):
        yield _column(side.argument, of(side), heading)
    if any(row.shared for row in rows):
        both = "Both" if len(sides) == 2 else "Shared"  # noqa: PLR2004
        yield _column("shared", lambda row: _told(row, row.shared, sharing), both)


def _column(key: str, words: Callable[[Period], str], heading: str) -> Column:
    return Column(key, words, wraps=USUAL, header=heading, labelled=True)


def _told(
    row: Period, matches: Sequence[Match], of_whom: Callable[[Match], str] = lambda _: ""
) -> str:
    """Return events, one a line, with their dates where the heading does not say them."""
    lines = []
    for match in matches:
        date = dates.words(match.event.date)
        said = "" if date == row.group.heading else f"{date}: "
        mark = "? " if match.match == POSSIBLE else ""
        lines.append(f"{mark}{said}{match.event.title}{of_whom(match)}")
    return "\n".join(lines)


def _sections(rows: Sequence[Period]) -> Iterator[Section]:
    """Yield a section for each period, and one without rows for each silence between them."""
    begun = False
    end = 0
    for row in rows:
        if period := row.group.period:
            first, last = (date.fromordinal(day).year for day in (period.first, period.last))
            if begun and first > end + 1:
                yield Section(_silence(end + 1, first - 1), [])
            begun, end = True, max(end, last)
        end = max(end, *map(_last_year, row.group.matches))
        yield Section(row.group.heading, [row])


def _last_year(match: Match) -> int:
    """Return the last year that an event is dated to; what still goes on is dated to its start."""
    when = match.event.date
    known = when.end if when.end.last != dates.END else dates.anchor(when)
    return date.fromordinal(known.last).year if known else dates.BEGIN


def _silence(first: int, last: int) -> str:
    years = f"{first:04}" if first == last else f"{first:04}–{last:04}"
    return f"{years}: {plural(last - first + 1, 'year')} of silence in this file"


def _footnote(matches: Sequence[Match], rows: Sequence[Period]) -> str:
    silent = any(not section.rows for section in _sections(rows))
    possible = any(match.match == POSSIBLE for match in matches)
    return "\n".join([_SILENCE] * silent + [FOOTNOTE] * possible)
