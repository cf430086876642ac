"""The state of a subject, on a day or over time: since when, and by which event."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from diplo.history import relations
from diplo.history.relations import IN_FORCE, INEXACT, WITHHELD, Effect, Past, Standing, Subject
from diplo.history.selection import Query
from diplo.model import dates
from diplo.model.events import Event
from diplo.reports.credits import credit_events
from diplo.reports.entries import CHANGE, DOUBTED_CHANGE, EARLIER
from diplo.reports.names import Names
from diplo.reports.parties import hued, required_countries
from diplo.reports.report import Column, Report, Value
from diplo.reports.titles import title_of
from diplo.terminal.text import plural

if TYPE_CHECKING:  # the screens of states
    from diplo.reports.status import States
    from diplo.reports.status_history import History

# Classes of PLOVER, and the first words of states, that mean ties are broken or withheld.
_BREAKS = ("SANCTION", "REJECT")
_BROKEN = re.compile(
    "(?:broken off|closed|ended|expelled|gone|no|none|not|recalled|refused|rejected|severed|shut|"
    r"suspended|unrecognised|vacant|withdrawn|withheld)\b"
)
ON_STRIPS = {
    CHANGE: "a change",
    DOUBTED_CHANGE: "perhaps by then",
    IN_FORCE: "in force",
    WITHHELD: "closed, withheld",
    INEXACT: "start not told or not exact",
    EARLIER: "began earlier",
}
ALL, NOTHING = "All relations", "not stated by then"
_EARLY = 10  # of so many changes, one may lie before the axis
_FEW, _FAR = 5, 3650  # of at least so many changes, the first may lie so many days apart


class View(NamedTuple):
    """What was asked: for which subjects, up to which day, and at what length."""

    query: Query
    day: int
    undated: int = 0  # subjects that are left out, as their start is unknown
    long: bool = False


class State(NamedTuple):
    """The state of a subject on a day, in words; `others` are those that it may have instead.

    `title` and `sources` are of the event behind it. The words of a `doubted` state end with "?".
    """

    subject: str
    words: str
    since: str
    past: Past
    others: str = ""
    title: str = ""
    sources: tuple[str, ...] = ()
    doubted: bool = False


def state_of(row: Standing, past: Past, names: Names) -> State:
    """Return the state of a subject on a day, in words."""
    if row.effect is None:
        return State(row.subject.name, NOTHING, "", past)
    others = " or ".join(row.possible)
    words = f"{row.state or others}?" if others else row.state or ""
    return State(
        row.subject.name,
        words,
        since_when(row.effect),
        past,
        f"perhaps {others}" if row.state and others else "",
        *evidence(row.effect, names),
        doubted=bool(others),
    )


def is_broken(effect: Effect, names: Names) -> bool:
    """Say whether an effect breaks or withholds ties, such as by closing a mission."""
    kind = names.vocabulary.types.get(effect.event.type or "")
    return bool((kind and kind.plover in _BREAKS) or _BROKEN.match(effect.state.casefold()))


def events_behind(rows: Iterable[Standing], day: int) -> Iterable[Event]:
    """Return the events that changed subjects up to a day, certainly or possibly."""
    subjects = {row.subject.name: row.subject for row in rows}
    return relations.events_behind(subjects.values(), day)


def report(
    rows: Sequence[Standing],
    columns: Sequence[Column],
    view: View,
    names: Names,
    screen: "Callable[[], States | History]",
) -> Report:
    """Report states in these columns; people see the screen, and credits for the events behind."""
    all_columns = tuple(columns)
    return Report(
        all_columns,
        rows,
        all_columns,
        all_columns,
        screen=screen,
        credits=lambda: credit_events(events_behind(rows, view.day), names),
    )


def machine_columns(names: Names) -> tuple[Column, ...]:
    """Return the columns of a state for scripts."""

    def sources(row: Standing) -> Value:
        return [names.citation_record(c) for c in row.effect.event.sources] if row.effect else []

    return (
        Column("subject", lambda row: row.subject.name),
        Column("state", lambda row: row.state),
        Column("since", lambda row: row.effect.since.edtf if row.effect else None),
        Column("match", lambda row: row.match),
        Column("event", lambda row: row.effect.event.id if row.effect else None),
        Column("countries", lambda row: list(row.subject.countries)),
        Column("possible", lambda row: list(row.possible)),
        Column("sources", sources),
    )


def heading(view: View, subjects: int, names: Names) -> tuple[str, str]:
    """Return the title of the states on a day, and how many subjects there are."""
    on = f"on {dates.day_words(view.day)}"
    return title_of(view.query, names, ALL, on), subject_count(subjects)


def subject_count(subjects: int) -> str:
    """Say how many subjects there are."""
    return plural(subjects, "subject") if subjects else "nothing"


def left_out(undated: int, beside: Sequence[object], *, hint: bool = False) -> str:
    """Say how many subjects are left out because their start is unknown.

    They are "more" if others are shown `beside` them; a `hint` names the option that shows them.
    """
    if not undated:
        return ""
    another = " more" if beside else ""
    message = f"{undated}{another} {'is' if undated == 1 else 'are'} told without a start"
    return f"{message} (--all shows {'it' if undated == 1 else 'them'})" if hint else f"{message}."


def past_of(subject: Subject, view: View, names: Names) -> Past:
    """Return the states of a subject up to the day that was asked for."""
    return relations.past(subject, view.day, lambda effect: is_broken(effect, names))


def opening_day(pasts: Iterable[Past], day: int) -> int:
    """Return the 1 January that begins an axis; a tenth of the changes, or one, may precede it."""
    firsts = sorted(
        min(change.first or change.day, day) for past in pasts for change in past.changes
    )
    early = (len(firsts) + 1) // _EARLY or _begin_apart(firsts, day)
    first = firsts[early] if firsts else day
    return date.fromordinal(first).replace(month=1, day=1).toordinal()


def _begin_apart(days: Sequence[int], last: int) -> bool:
    """Say whether the first day is far before the others, over twice as far as they reach."""
    return len(days) >= _FEW and days[1] - days[0] > max(2 * (last - days[1]), _FAR)


def since_when(effect: Effect) -> str:
    """Say since when an effect has lasted."""
    if effect.since == dates.OPEN_START:
        return "always"
    return dates.words(effect.since) if effect.is_dated else "not told"


def evidence(effect: Effect, names: Names) -> tuple[str, tuple[str, ...]]:
    """Return the title of the event behind an effect, and its sources."""
    return effect.event.title, tuple(map(names.short_citation, effect.event.sources))


def parties_of(rows: Sequence[Standing], view: View) -> list[str]:
    """Return each subject's first country that was not asked for and that not all share, or ""."""
    codes = [frozenset(row.subject.countries) for row in rows]
    by_all = frozenset.intersection(*codes) if codes else ()
    shared = required_countries(view.query).union(by_all)
    return [next((c for c in row.subject.countries if c not in shared), "") for row in rows]


def hues_of(rows: Sequence[Standing], view: View) -> dict[str, str]:
    """Return the hue of each subject's party; the parties with most subjects have hues."""
    subjects = (row.subject.name for row in rows)
    parties = dict(zip(subjects, parties_of(rows, view), strict=True))
    hues = dict(hued(party for party, _ in Counter(parties.values()).most_common()))
    return {name: hues[party] for name, party in parties.items()}
