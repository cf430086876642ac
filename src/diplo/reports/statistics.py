"""How many events there are of each kind, and when."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from diplo import dates
from diplo.axis import Axis, Falls, axis
from diplo.dates import Edtf
from diplo.grouping import TIMES, Group, group
from diplo.reports.events import counted, title_of
from diplo.reports.names import Names
from diplo.reports.report import MARKS, Column, Report, Section, broken
from diplo.selection import Match, Query

_FOOTNOTE = (
    f"{MARKS[1]} few to {MARKS[-1]} many in one step of time, "
    f"{MARKS[0]} spread over several steps or in doubt"
)
_LOWEST_TOP = 4  # events that fill the height of a step, at the least


class Count(NamedTuple):
    """The events of one kind: how many, the dates of the first and the last, all dates."""

    group: Group
    events: int
    first: Edtf | None
    last: Edtf | None
    dates: tuple[Edtf, ...]


def statistics(matches: Sequence[Match], query: Query, by: str, names: Names) -> Report:
    """Report how many events there are by year, decade, type, country, actor, place or source.

    `matches` come in the order of dates. Times come in their order, other kinds by their number.
    """
    rows = [_count(found) for found in group(matches, by, query.window, _naming(by, names))]
    if by not in TIMES:
        rows.sort(key=lambda row: (row.group.key is None, -row.events, row.group.heading))
    columns = (
        Column("key", lambda row: row.group.key),
        Column("count", lambda row: row.events, right=True, header="Events"),
        Column("first", lambda row: _text(row.first), lambda row: _words(row.first), right=True),
        Column("last", lambda row: _text(row.last), lambda row: _words(row.last), right=True),
    )
    heading = columns[0]._replace(
        words=lambda row: broken(row.group.heading) if by in TIMES else row.group.heading,
        style=lambda row: names.family(row.group.key) if by == "type" else "",
        header=by.capitalize(),
        wraps=0 if by in TIMES else 16,
    )
    return Report(
        columns=columns,
        rows=rows,
        plain=columns,
        table=(heading, *columns[1:], _picture(rows, query)),
        sections=[Section("", rows)],
        title=f"{title_of(query, names)} · by {by}",
        summary=counted(matches),
        footnote=_FOOTNOTE if matches else "",
    )


def _naming(by: str, names: Names) -> Callable[[str], str]:
    named = {"type": names.type, "country": names.countries.name, "source": names.source_title}
    return named.get(by, str)


def _count(found: Group) -> Count:
    when = tuple(match.event.date for match in found.matches)
    known = [date for date in when if dates.anchor(date)]
    first, last = (known[0], known[-1]) if known else (None, None)
    return Count(found, len(when), first, last, when)


def _text(date: Edtf | None) -> str | None:
    return date.text if date else None


def _words(date: Edtf | None) -> str:
    return broken(dates.words(date)) if date else ""


def _picture(rows: Sequence[Count], query: Query) -> Column:
    every = [date for row in rows for date in row.dates]

    @cache
    def drawn(cells: int) -> dict[int, str]:
        """Return the line of each row, by its identity, and that of the heading, by None's."""
        steps = axis(every, query.window, cells)
        if steps is None:
            return {}
        falls = [steps.falls(row.dates) for row in rows]
        top = max(_LOWEST_TOP, *(fall.alone for row in falls for fall in row))
        each = cells // len(steps.starts)
        lines = {id(row): _line(fall, top, each) for row, fall in zip(rows, falls, strict=True)}
        return {id(None): _ruler(steps, each * len(steps.starts)), **lines}

    return Column("when", lambda _: None, picture=lambda row, cells: drawn(cells).get(id(row), ""))


def _ruler(steps: Axis, cells: int) -> str:
    first, last = steps.ends
    return first + last.rjust(cells - len(first)) if len(first + last) < cells else first


def _line(falls: Sequence[Falls], top: int, each: int) -> str:
    """Draw what falls on each step, each some cells wide."""
    line = ""
    for fall in falls:
        height = -(-fall.alone * (len(MARKS) - 1) // top)
        line += (MARKS[height] if fall.alone else MARKS[0] if fall.spread else " ") * each
    return line.rstrip()
