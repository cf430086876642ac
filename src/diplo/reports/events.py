"""Events: a timeline of them, or each in full."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from diplo.history.parts import Match
from diplo.history.selection import Query
from diplo.model import dates
from diplo.model.events import Event, Timeline
from diplo.reports.credits import credited
from diplo.reports.entries import marked
from diplo.reports.names import Names
from diplo.reports.report import TWO_CODES, USUAL, Column, Report
from diplo.reports.story import Story, Telling, story

if TYPE_CHECKING:  # few ask for any of it
    from diplo.history.surroundings import Surroundings
    from diplo.model.dates.lengths import Length
    from diplo.reports.card import Cards
    from diplo.reports.changed import Changed


def timeline(
    matches: Sequence[Match],
    query: Query,
    names: Names,
    telling: Telling,
    found: Sequence[Match] | None = None,
    near: Callable[[], Sequence[Match]] = tuple,
    changed: "Changed | None" = None,
) -> Report:
    """Report events that match a query, in their order.

    `found` are all that match, if not all are reported, `near` tells those next to an empty range.
    The states of what has `changed` may stand beside them.
    """
    columns = event_columns(names, doubts=not telling.in_parts)
    by_key = {column.key: column for column in columns}

    def told_by() -> list[Event]:
        return [
            *(match.event for match in matches),
            *(changed.events if changed and matches else ()),
        ]

    def screen() -> Story:
        told = story(matches, query, names, telling, matches if found is None else found, near())
        hues = {party.code: party.hue for party in told.parties}
        return told._replace(states=changed.states(query, names, hues)) if changed else told

    return Report(
        columns=columns,
        rows=matches,
        plain=tuple(by_key[k] for k in ("date", "match", "countries", "type", "title", "id")),
        table=tuple(by_key[key] for key in ("date", "type", "countries", "title", "id")),
        screen=screen,
        credits=lambda: credited(told_by(), names),
        vocabulary=names.vocabulary,
    )


def show(
    events: Sequence[Event], timeline: Timeline, names: Names, long: "Length | None" = None
) -> Report:
    """Report events in full, as they stand among all events of the files.

    Where a length of time is given, also report what happened so `long` before and after each.
    """
    columns = event_columns(names)
    around = _around(events, timeline, long) if long else {}
    matches: dict[str, Match] = {}
    for event in events:
        near = around.get(event.id)
        for match in near.matches if near else [Match(event)]:
            matches.setdefault(match.event.id, match)

    def screen() -> "Cards":
        from diplo.reports.card import cards  # noqa: PLC0415  (only people read it)

        return cards(events, timeline, names, around)

    return Report(columns, list(matches.values()), columns, (), screen=screen)


def _around(
    events: Iterable[Event], timeline: Timeline, long: "Length"
) -> dict[str, "Surroundings"]:
    """Return what happened around each event of which a day is known, by the event's id."""
    from diplo.history.surroundings import surroundings  # noqa: PLC0415  (few ask for it)

    found = (surroundings(event, timeline.events, long) for event in events)
    return {near.event.id: near for near in found if near}


def event_columns(names: Names, *, doubts: bool = False) -> tuple[Column, ...]:
    """Return the columns of events, in the order of the contract for scripts.

    Where nothing else tells of `doubts`, dates that are only possibly in the range are marked.
    """
    return (
        Column("id", lambda m: m.event.id, style="dim"),
        Column(
            "date",
            lambda m: m.event.date.text,
            lambda m: marked(dates.words(m.event.date), m, needed=doubts),
            right=True,
        ),
        Column("earliest", lambda m: _iso(m.event.date.earliest)),
        Column("latest", lambda m: _iso(m.event.date.latest)),
        Column("precision", lambda m: m.event.date.precision),
        Column("match", lambda m: m.match),
        Column("title", lambda m: m.event.title, wraps=USUAL),
        Column("summary", lambda m: m.event.summary, wraps=USUAL),
        Column("type", lambda m: m.event.type),
        Column(
            "countries",
            lambda m: list(m.event.countries),
            lambda m: " ".join(m.event.countries),
            wraps=TWO_CODES,
            header="Country",
        ),
        Column("actors", lambda m: list(m.event.actors), wraps=USUAL),
        Column("place", lambda m: m.event.place),
        Column(
            "sources",
            lambda m: [names.cited(c) for c in m.event.sources],
            lambda m: "; ".join(map(names.credited, m.event.sources)),
            wraps=USUAL,
        ),
        Column("note", lambda m: m.event.note, wraps=USUAL),
        Column("status", lambda m: dict(m.event.status), wraps=USUAL),
    )


def _iso(day: object) -> str | None:
    return None if day is None else str(day)
