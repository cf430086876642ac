"""The state of relations: on a day at a glance, in the course of time, or as a panel."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from diplo.history import relations
from diplo.history.relations import Effect, Past, Spell, Standing, Subject
from diplo.history.selection import Query
from diplo.model import dates
from diplo.model.dates import Edtf
from diplo.model.events import Event
from diplo.reports.credits import credited
from diplo.reports.names import Names
from diplo.reports.report import Column, Report, Value, plural
from diplo.reports.story import HUES, asked_alone, hue_of, hued
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

    One that is not `certain` had perhaps not begun by the day; the `current` one holds on it. What
    is told of its start as a date is its `start`.
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
    more: str = ""
    long: bool = False


def status(rows: Sequence[Standing], view: View, names: Names) -> Report:
    """Report the state of each subject on a day."""
    columns = _columns(names)
    return Report(
        columns,
        rows,
        columns,
        columns,
        screen=lambda: _states(rows, view, names),
        credits=lambda: credited(_behind(rows, view.day), names),
    )


def history(rows: Sequence[Standing], view: View, names: Names) -> Report:
    """Report the states of each subject in the order of time."""
    columns = (*_columns(names), Column("until", _until))
    return Report(
        columns,
        rows,
        columns,
        columns,
        screen=lambda: _history(rows, view, names),
        credits=lambda: credited(_behind(rows, view.day), names),
    )


def _behind(rows: Iterable[Standing], day: int) -> Iterable[Event]:
    """Return the events that subjects are told by up to a day."""
    subjects = {row.subject.name: row.subject for row in rows}
    return relations.behind(subjects.values(), day)


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


def beside(
    subjects: Iterable[Subject], view: View, names: Names, hues: Mapping[str, str]
) -> States:
    """Return the states of subjects as they stand beside a story, in the hues of its parties.

    A subject of which no start is told is left out.
    """
    standing = ((subject, relations.standing(subject, view.day)) for subject in subjects)
    rows = [row for _, row in standing if row and row.dated]
    asked = asked_alone(view.query)
    grouped: dict[str, list[Standing]] = {hue: [] for hue in (*HUES, "")}
    for row in rows:
        parties = [code for code in row.subject.countries if code not in asked]
        grouped[hue_of(parties, hues)].append(row)
    told = {hue: _said(members, view, names) for hue, members in grouped.items() if members}
    return States(
        *_heading(view, len(rows), names),
        groups=[Group("", hue, states) for hue, states in told.items()],
        first=_opening([state.past for states in told.values() for state in states], view.day),
        last=view.day,
    )


def _states(rows: Sequence[Standing], view: View, names: Names) -> States:
    said = _said(rows, view, names)
    return States(
        *_heading(view, len(rows), names),
        groups=_groups(rows, said, view, names),
        first=_opening([state.past for state in said], view.day),
        last=view.day,
        more=_more(view.undated),
        long=view.long,
    )


def _said(rows: Sequence[Standing], view: View, names: Names) -> list[State]:
    return [state_of(row, _past(row.subject, view, names), names) for row in rows]


def _past(subject: Subject, view: View, names: Names) -> Past:
    return relations.past(subject, view.day, lambda effect: is_broken(effect, names))


def _history(rows: Sequence[Standing], view: View, names: Names) -> History:
    steps: dict[str, list[Step]] = {}
    for row in rows:
        steps.setdefault(row.subject.name, []).append(_step(row, view.day, names))
    subjects = {row.subject.name: row.subject for row in rows}
    pasts = {name: _past(subject, view, names) for name, subject in subjects.items()}
    hues = {row.subject.name: hue for row, hue in zip(rows, _hues(rows, view), strict=True)}
    return History(
        *_heading(view, len(subjects), names),
        courses=[Course(name, steps[name], pasts[name], hues[name]) for name in subjects],
        first=_opening(pasts.values(), view.day),
        last=view.day,
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
        _start(row.effect),
    )


def _start(effect: Effect) -> Edtf | None:
    """Return the start of an effect as a date of its own, None where no day of it is told."""
    since = effect.since
    alone = Edtf(since.text, since.precision, since, since)
    return None if since.edtf is None else alone


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
    parties = _parties(rows, view)
    if len({*parties} - {""}) <= 1:
        return [Group("", HUES[0], said)] if said else []
    members: dict[str, list[State]] = {}
    for row, party, state in zip(rows, parties, said, strict=True):
        members.setdefault(party or row.subject.countries[0], []).append(state)
    ordered = sorted(members.items(), key=lambda each: -len(each[1]))
    return [Group(names.countries.name(code), hue, states) for (code, states), hue in hued(ordered)]


def _parties(rows: Sequence[Standing], view: View) -> list[str]:
    """Return of each subject the first party that not all have, nor was asked for; "" for none."""
    shared = asked_alone(view.query).union(_shared(rows))
    return [next((c for c in row.subject.countries if c not in shared), "") for row in rows]


def _hues(rows: Sequence[Standing], view: View) -> list[str]:
    """Return the hue of each subject's party, of which the first have most subjects."""
    parties = _parties(rows, view)
    subjects = dict(zip((row.subject.name for row in rows), parties, strict=True))
    hues = dict(hued(party for party, _ in Counter(subjects.values()).most_common()))
    return [hues[party] for party in parties]


def _shared(rows: Sequence[Standing]) -> frozenset[str]:
    """Return the countries that every subject concerns."""
    codes = [frozenset(row.subject.countries) for row in rows]
    return frozenset.intersection(*codes) if codes else frozenset()
