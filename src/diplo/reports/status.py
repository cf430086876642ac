"""The state of relations: on a day at a glance, in the course of time, or as a panel."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from diplo.history import relations
from diplo.history.relations import Effect, Past, Spell, Standing
from diplo.history.selection import Query
from diplo.model import dates
from diplo.reports.names import Names
from diplo.reports.report import Column, Report, Value, plural
from diplo.reports.story import HUES, asked_alone, hued
from diplo.reports.titles import title_of

# Classes of PLOVER, and the first words of states, that are less than ties.
_BREAKS = ("SANCTION", "REJECT")
_BROKEN = re.compile(
    "(?:broken off|closed|ended|expelled|gone|no|none|not|recalled|refused|rejected|severed|shut|"
    r"suspended|unrecognised|vacant|withdrawn|withheld)\b"
)
_NOTHING = "not stated by then"
_NONE = "-"  # in a panel
_NAME = 14  # the least width of a subject there
_EARLY = 10  # one change in so many may lie before the axis


class View(NamedTuple):
    """What was asked: of whom, up to which day, and how much is to be said."""

    query: Query
    day: int
    undated: int = 0  # subjects that are left out, as they are told without a start
    long: bool = False


class State(NamedTuple):
    """What is said of a subject on a day; `others` are the states that it may have instead.

    `title` and `sources` are of the event behind it.
    """

    subject: str
    words: str
    since: str
    past: Past
    others: str = ""
    title: str = ""
    sources: tuple[str, ...] = ()


class Group(NamedTuple):
    """Subjects that concern one other party, in its hue; there is no heading where it is alone."""

    heading: str
    hue: str
    rows: Sequence[State]


class States(NamedTuple):
    """The state of each subject on a day, and over the days from `first` to `last`."""

    title: str
    counts: str
    groups: Sequence[Group]
    first: int
    last: int
    more: str = ""
    long: bool = False


class Step(NamedTuple):
    """A state in the course of time: since when, and by which event.

    One that is not `certain` had perhaps not begun by the day; the `current` one holds on it.
    """

    when: str
    words: str
    certain: bool
    current: bool
    title: str = ""
    sources: tuple[str, ...] = ()


class Course(NamedTuple):
    """The states of one subject in the order of time."""

    subject: str
    steps: Sequence[Step]


class History(NamedTuple):
    """The states of each subject up to a day."""

    title: str
    counts: str
    courses: Sequence[Course]
    more: str = ""
    long: bool = False


def status(rows: Sequence[Standing], view: View, names: Names) -> Report:
    """Report the state of each subject on a day."""
    columns = _columns(names)
    return Report(columns, rows, columns, columns, screen=lambda: _states(rows, view, names))


def history(rows: Sequence[Standing], view: View, names: Names) -> Report:
    """Report the states of each subject in the order of time."""
    columns = (*_columns(names), Column("until", _until))
    return Report(columns, rows, columns, columns, screen=lambda: _history(rows, view, names))


def panel(rows: Sequence[Spell]) -> Report:
    """Report what became of each subject in each year or month.

    A table has the states at the ends of a period, which the others rarely differ from.
    """

    def state(key: str, header: str) -> Column:
        return Column(
            key,
            lambda row: getattr(row, key),
            lambda row: getattr(row, key) or _NONE,
            wraps=1,
            header=header,
        )

    columns = (
        Column("subject", lambda row: row.subject, wraps=_NAME),
        Column("period", lambda row: row.period.text),
        state("start", "At its start"),
        state("end", "At its end"),
        state("first", "First"),
        state("last", "Last"),
        Column("changes", lambda row: row.changes, right=True),
    )
    shown = tuple(column for column in columns if column.key not in ("first", "last"))
    return Report(columns, rows, columns, shown)


def _columns(names: Names) -> tuple[Column, ...]:
    def told(row: Standing) -> Value:
        return [names.cited(c) for c in row.effect.event.sources] if row.effect else []

    return (
        Column("subject", lambda row: row.subject.name),
        Column("state", lambda row: row.state),
        Column("since", lambda row: row.effect.since.edtf if row.effect else None),
        Column("match", lambda row: row.match),
        Column("event", lambda row: row.effect.event.id if row.effect else None),
        Column("countries", lambda row: list(row.subject.countries)),
        Column("possible", lambda row: list(row.possible)),
        Column("sources", told),
    )


def _until(row: Standing) -> Value:
    return row.until.since.edtf if row.until else None


def _states(rows: Sequence[Standing], view: View, names: Names) -> States:
    pasts = [
        relations.past(row.subject, view.day, lambda effect: is_broken(effect, names))
        for row in rows
    ]
    said = [state_of(row, past, names) for row, past in zip(rows, pasts, strict=True)]
    return States(
        *_heading(view, len(rows), names),
        groups=_groups(rows, said, view, names),
        first=_opening(pasts, view.day),
        last=view.day,
        more=_more(view.undated),
        long=view.long,
    )


def _history(rows: Sequence[Standing], view: View, names: Names) -> History:
    courses: dict[str, list[Step]] = {}
    for row in rows:
        courses.setdefault(row.subject.name, []).append(_step(row, view.day, names))
    return History(
        *_heading(view, len(courses), names),
        courses=[Course(*each) for each in courses.items()],
        more=_more(view.undated),
        long=view.long,
    )


def _heading(view: View, subjects: int, names: Names) -> tuple[str, str]:
    on = f"on {dates.words(dates.day(view.day))}"
    return title_of(view.query, names, "All relations", on), plural(
        subjects, "subject"
    ) if subjects else "nothing"


def _more(undated: int) -> str:
    if not undated:
        return ""
    are, them = ("is", "it") if undated == 1 else ("are", "them")
    return f"{undated} more {are} told without a start (--all shows {them})"


def state_of(row: Standing, past: Past, names: Names) -> State:
    """Say what there is to say of a subject on a day."""
    if row.effect is None:
        return State(row.subject.name, _NOTHING, "", past)
    others = " or ".join(row.possible)
    words = f"{row.state or others}{'?' * bool(others)}"
    return State(
        row.subject.name,
        words,
        _since(row.effect),
        past,
        f"perhaps {others}" if row.state and others else "",
        *_told(row.effect, names),
    )


def _step(row: Standing, day: int, names: Names) -> Step:
    if row.effect is None:
        return Step("", _NOTHING, certain=True, current=False)
    certain = row.effect.begun(day)
    return Step(
        _since(row.effect),
        f"{row.effect.state}{'?' * bool(certain and row.possible)}",
        certain,
        row.until is None,
        *_told(row.effect, names),
    )


def _since(effect: Effect) -> str:
    if effect.since == dates.OPEN_START:
        return "always"
    return dates.words(effect.since) if effect.is_dated else "not told"


def _told(effect: Effect, names: Names) -> tuple[str, tuple[str, ...]]:
    return effect.event.title, tuple(map(names.told_in, effect.event.sources))


def is_broken(effect: Effect, names: Names) -> bool:
    """Say whether what an event made true is less than ties, such as a mission that is closed."""
    kind = names.vocabulary.types.get(effect.event.type or "")
    return bool((kind and kind.plover in _BREAKS) or _BROKEN.match(effect.state.casefold()))


def _opening(pasts: Iterable[Past], day: int) -> int:
    """Return the first day of the year in which nine tenths of all changes begin."""
    firsts = sorted(
        min(change.first or change.day, day) for past in pasts for change in past.changes
    )
    first = firsts[len(firsts) // _EARLY] if firsts else day
    return date.fromordinal(first).replace(month=1, day=1).toordinal()


def _groups(
    rows: Sequence[Standing], said: Sequence[State], view: View, names: Names
) -> list[Group]:
    """Put subjects under the other parties, those with most first; a single one has no heading."""
    shared = asked_alone(view.query).union(_shared(rows))
    parties = [next((c for c in row.subject.countries if c not in shared), "") for row in rows]
    if len({*parties} - {""}) <= 1:
        return [Group("", HUES[0], said)] if said else []
    members: dict[str, list[State]] = {}
    for row, party, state in zip(rows, parties, said, strict=True):
        members.setdefault(party or row.subject.countries[0], []).append(state)
    ordered = sorted(members.items(), key=lambda each: -len(each[1]))
    return [Group(names.countries.name(code), hue, states) for (code, states), hue in hued(ordered)]


def _shared(rows: Sequence[Standing]) -> frozenset[str]:
    """Return the countries that every subject concerns."""
    codes = [frozenset(row.subject.countries) for row in rows]
    return frozenset.intersection(*codes) if codes else frozenset()
