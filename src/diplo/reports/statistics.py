"""How many events there are in each year or decade, or of each kind, and when."""

from collections.abc import Sequence

from diplo.history.arrangement import arrange
from diplo.history.groups import FIELDS, TIMES
from diplo.history.parts import Match
from diplo.history.selection import Query
from diplo.history.tallies import tallies
from diplo.model.events import Tallies, sum_tallies
from diplo.reports.bars import Bars, bars
from diplo.reports.counting import count_kinds, count_times
from diplo.reports.credits import credit_events
from diplo.reports.names import Names
from diplo.reports.parties import required_countries
from diplo.reports.report import Column, Report
from diplo.reports.strips import Strips, strips

_COLUMNS = (
    Column("key", lambda row: row.key),
    Column("count", lambda row: row.number, right=True),
    Column("possible", lambda row: row.possible, right=True),
    Column("first", lambda row: row.first),
    Column("last", lambda row: row.last),
)


def statistics(
    matches: Sequence[Match],
    query: Query,
    by: str,
    names: Names,
    counts: Tallies | None = None,
) -> Report:
    """Report how many events there are by year, decade, type, country, actor, place or source.

    `counts` adds events that were counted elsewhere, if there is no picture over time. Times come
    in order, other kinds by number.
    """
    over_time = by in TIMES
    events = [match.event for match in matches]
    parts = {match.event.date.text: match.part for match in matches}
    values = () if over_time else [getattr(event, FIELDS[by]) for event in events]
    own = tallies([event.date for event in events], values, parts, by, required_countries(query))
    counts = sum_tallies([own, counts]) if counts else own
    rows = (
        count_times(counts.dated, query.window, by)
        if over_time
        else count_kinds(counts, query, by, names)
    )

    def screen() -> Bars | Strips:
        if over_time:
            return bars(rows, arrange(matches), query, by, names)
        return strips(counts, query, by, names)

    return Report(
        _COLUMNS,
        rows,
        _COLUMNS,
        _COLUMNS,
        screen=screen,
        credits=lambda: credit_events([match.event for match in arrange(matches)], names),
    )
