"""The states of relations over time: each step of a subject, and the event that began it."""

from collections.abc import Sequence
from typing import NamedTuple

from diplo.history.relations import Past, Standing
from diplo.model.dates import Edtf
from diplo.reports.names import Names
from diplo.reports.report import Column, Report
from diplo.reports.states import (
    NOTHING,
    View,
    evidence,
    heading,
    hues_of,
    machine_columns,
    opening_day,
    past_of,
    report,
    since_when,
)


class Step(NamedTuple):
    """A state in the course of time: since when, and by which event.

    One that is not `certain` may not have begun by the day; the `current` one is the last. `start`
    is its start as a date, if known.
    """

    when: str
    words: str
    certain: bool
    current: bool
    title: str = ""
    sources: tuple[str, ...] = ()
    start: Edtf | None = None


class Course(NamedTuple):
    """The states of one subject in the order of time, in the hue of its party."""

    subject: str
    steps: Sequence[Step]
    past: Past = Past()
    hue: str = ""


class History(NamedTuple):
    """The states of each subject up to the `last` day, most of them since the `first`."""

    title: str
    counts: str
    courses: Sequence[Course]
    first: int
    last: int
    undated: int = 0  # subjects that are left out
    long: bool = False


def history(rows: Sequence[Standing], view: View, names: Names) -> Report:
    """Report the states of each subject in the order of time."""
    until = Column("until", lambda row: row.until.since.edtf if row.until else None)
    columns = (*machine_columns(names), until)
    return report(rows, columns, view, names, lambda: _history(rows, view, names))


def _history(rows: Sequence[Standing], view: View, names: Names) -> History:
    by_subject: dict[str, list[Standing]] = {}
    for row in rows:
        by_subject.setdefault(row.subject.name, []).append(row)
    hues = hues_of(rows, view)
    courses = [
        Course(
            name,
            [_step(row, view.day, names) for row in own],
            past_of(own[0].subject, view, names),
            hues[name],
        )
        for name, own in by_subject.items()
    ]
    return History(
        *heading(view, len(courses), names),
        courses,
        first=opening_day((course.past for course in courses), view.day),
        last=view.day,
        undated=view.undated,
        long=view.long,
    )


def _step(row: Standing, day: int, names: Names) -> Step:
    if row.effect is None:
        return Step("", NOTHING, certain=True, current=False)
    certain, since = row.effect.has_begun_by(day), row.effect.since
    doubt = "?" if certain and row.possible else ""
    return Step(
        since_when(row.effect),
        f"{row.effect.state}{doubt}",
        certain,
        row.until is None,
        *evidence(row.effect, names),
        Edtf(since.text, since.precision, since, since) if since.edtf else None,
    )
