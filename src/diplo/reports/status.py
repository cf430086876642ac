"""The state of relations on a day, or in the course of time."""

from collections.abc import Sequence

from diplo import dates
from diplo.dates import POSSIBLE
from diplo.relations import Standing
from diplo.reports.events import title_of
from diplo.reports.names import Names
from diplo.reports.report import SENTENCES, USUAL, Column, Report, Section, Value, broken, plural
from diplo.selection import Query

FOOTNOTE = "possibly: the dates do not tell whether it had begun by then, or what came last"
_NAME = SENTENCES - 1  # the least width of a subject's name
_WORD = 13  # and of a state
_NOTHING = "not stated by then"


def status(
    rows: Sequence[Standing], clauses: Sequence[frozenset[str]], day: int, names: Names
) -> Report:
    """Report the state of each subject on a day."""
    columns = _columns(names)
    by_key = {column.key: column for column in columns}
    return Report(
        columns=columns,
        rows=rows,
        plain=columns,
        table=tuple(by_key[key] for key in ("subject", "state", "since", "event")),
        sections=[Section("", rows)],
        title=f"{_asked(clauses, names)} · on {dates.words(dates.day(day))}",
        summary=_counted(rows),
        footnote=_footnote(rows),
        even=True,
        spaced=True,
    )


def history(
    rows: Sequence[Standing], clauses: Sequence[frozenset[str]], day: int, names: Names
) -> Report:
    """Report the states of each subject in the order of time."""
    until = Column("until", _until, lambda row: broken(_until_words(row)), right=True)
    columns = (*_columns(names), until)
    by_key = {column.key: column for column in columns}
    by_subject: dict[str, list[Standing]] = {}
    for row in rows:
        by_subject.setdefault(row.subject.name, []).append(row)
    return Report(
        columns=columns,
        rows=rows,
        plain=columns,
        table=tuple(by_key[key] for key in ("since", "until", "state", "event")),
        sections=[Section(name, members) for name, members in by_subject.items()],
        title=f"{_asked(clauses, names)} · until {dates.words(dates.day(day))}",
        summary=_counted(rows),
        footnote=_footnote(rows),
    )


def _columns(names: Names) -> tuple[Column, ...]:
    def told(row: Standing) -> list[dict[str, str | None]]:
        return [names.cited(c) for c in row.effect.event.sources] if row.effect else []

    def event(row: Standing) -> str:
        if row.effect is None:
            return ""
        sources = dict.fromkeys(citation.source for citation in row.effect.event.sources)
        return "\n".join(filter(None, (row.effect.event.title, ", ".join(sources))))

    return (
        Column("subject", lambda row: row.subject.name, wraps=_NAME),
        Column("state", lambda row: row.state, _state, style=_style, wraps=_WORD),
        Column("since", _since, lambda row: broken(_since_words(row)), right=True),
        Column("match", lambda row: row.match),
        Column(
            "event",
            lambda row: row.effect.event.id if row.effect else None,
            event,
            wraps=USUAL,
            header="By",
        ),
        Column("countries", lambda row: list(row.subject.countries)),
        Column("possible", lambda row: list(row.possible)),
        Column("sources", told, wraps=USUAL),
    )


def _state(row: Standing) -> str:
    doubtful = f"possibly {' or '.join(row.possible)}"
    if row.state is None:
        return f"{doubtful}, else not stated" if row.possible else _NOTHING
    return f"{row.state}, {doubtful}" if row.possible else row.state


def _style(row: Standing) -> str:
    return "bold" if row.state and not row.possible else ""


def _since(row: Standing) -> Value:
    return row.effect.since.edtf if row.effect else None


def _since_words(row: Standing) -> str:
    if row.effect is None:
        return ""
    if row.effect.since == dates.OPEN_START:
        return "always"
    return dates.words(row.effect.since) if row.effect.since.edtf else "start not told"


def _until(row: Standing) -> Value:
    return row.until.since.edtf if row.until else None


def _until_words(row: Standing) -> str:
    return dates.words(row.until.since) if row.until else ""


def _asked(clauses: Sequence[frozenset[str]], names: Names) -> str:
    return title_of(Query(tuple(clauses)), names, "All relations")


def _counted(rows: Sequence[Standing]) -> str:
    doubtful = sum(row.match == POSSIBLE for row in rows)
    count = plural(len(rows), "state")
    return f"{count}, {doubtful} of them not certain" if doubtful else count


def _footnote(rows: Sequence[Standing]) -> str:
    return FOOTNOTE if any(row.match == POSSIBLE for row in rows) else ""
