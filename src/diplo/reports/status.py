"""The state of relations on a day: of each subject at a glance, or as it stands beside a story."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from diplo.history import relations
from diplo.history.relations import Standing, Subject
from diplo.reports.names import Names
from diplo.reports.parties import ALONE, HUES, hue_of, hued, others, required_countries
from diplo.reports.report import Report
from diplo.reports.states import (
    State,
    View,
    heading,
    machine_columns,
    opening_day,
    parties_of,
    past_of,
    report,
    state_of,
)


class Group(NamedTuple):
    """Subjects that concern one other party, in its hue; a single group has no heading."""

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
    undated: int = 0  # subjects that are left out
    long: bool = False


def status(rows: Sequence[Standing], view: View, names: Names) -> Report:
    """Report the state of each subject on a day."""

    def screen() -> States:
        return _states(_groups(rows, view, names), view, names)

    return report(rows, machine_columns(names), view, names, screen)


def beside(
    subjects: Iterable[Subject], view: View, names: Names, hues: Mapping[str, str]
) -> States:
    """Return the states of subjects as they stand beside a story, in the hues of its parties.

    Subjects without a known start are left out.
    """
    standing = ((subject, relations.standing(subject, view.day)) for subject in subjects)
    rows = [row for _, row in standing if row and row.dated]
    required = required_countries(view.query)
    grouped: dict[str, list[Standing]] = {hue: [] for hue in (*HUES, "", ALONE)}
    for row in rows:
        grouped[hue_of(others(row.subject.countries, required), hues)].append(row)
    groups = [Group("", h, _states_of(own, view, names)) for h, own in grouped.items() if own]
    return _states(groups, view, names)


def _states(groups: Sequence[Group], view: View, names: Names) -> States:
    states = [state for group in groups for state in group.rows]
    return States(
        *heading(view, len(states), names),
        groups,
        first=opening_day((state.past for state in states), view.day),
        last=view.day,
        undated=view.undated,
        long=view.long,
    )


def _states_of(rows: Sequence[Standing], view: View, names: Names) -> list[State]:
    return [state_of(row, past_of(row.subject, view, names), names) for row in rows]


def _groups(rows: Sequence[Standing], view: View, names: Names) -> list[Group]:
    """Group subjects by other party, those with most first; a single group has no heading."""
    states, parties = _states_of(rows, view, names), parties_of(rows, view)
    if len({*parties} - {""}) <= 1:
        return [Group("", HUES[0], states)] if states else []
    members: dict[str, list[State]] = {}
    for row, party, state in zip(rows, parties, states, strict=True):
        members.setdefault(party or row.subject.countries[0], []).append(state)
    ordered = sorted(members.items(), key=lambda group: -len(group[1]))
    return [Group(names.countries.name(code), hue, states) for (code, states), hue in hued(ordered)]
