"""The columns of events for scripts and `--columns`; `formats.table.timeline` draws its own."""

from diplo.history.parts import Match
from diplo.model import dates
from diplo.reports.entries import Entry, date_words
from diplo.reports.names import Names
from diplo.reports.report import TWO_CODES, USUAL, Column


def event_columns(names: Names, *, doubts: bool = False) -> tuple[Column, ...]:
    """Return the columns of events, in the order of the contract for scripts.

    With `doubts`, the words of a date that is only possibly in the range have a sign.
    """
    return (
        Column("id", lambda m: m.event.id, style="dim"),
        Column(
            "date",
            lambda m: m.event.date.text,
            lambda m: date_words(dates.words(m.event.date), m, needed=doubts),
            right=True,
        ),
        Column("earliest", lambda m: _iso(m.event.date.earliest)),
        Column("latest", lambda m: _iso(m.event.date.latest)),
        Column("precision", lambda m: m.event.date.precision),
        Column("match", lambda m: m.match),
        Column("title", lambda m: m.event.title, wraps=USUAL),
        Column("summary", lambda m: m.event.summary, wraps=USUAL),
        Column("type", lambda m: m.event.type, lambda m: names.kind(m.event.type)),
        Column(
            "countries",
            lambda m: list(m.event.countries),
            _codes,
            wraps=TWO_CODES,
            header="Country",
        ),
        Column("actors", lambda m: list(m.event.actors), wraps=USUAL),
        Column("place", lambda m: m.event.place),
        Column(
            "sources",
            lambda m: [names.citation_record(c) for c in m.event.sources],
            lambda m: "; ".join(map(names.full_citation, m.event.sources)),
            wraps=USUAL,
        ),
        Column("note", lambda m: m.event.note, wraps=USUAL),
        Column("status", lambda m: dict(m.event.status), wraps=USUAL),
    )


def _codes(row: Match | Entry) -> str:
    """Return the codes of an event's countries, except those named under another heading."""
    codes, more = row.event.countries, getattr(row, "more", 0)
    return " ".join((*codes[: len(codes) - more], *([f"+{more} more"] if more else [])))


def _iso(day: object) -> str | None:
    return None if day is None else str(day)
