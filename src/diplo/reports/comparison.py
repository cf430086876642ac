"""Timelines side by side: a lane for each on one axis, joined by the events that they share."""

from collections.abc import Sequence
from typing import NamedTuple

from diplo.history.filters import Alternatives, concerns_any
from diplo.history.groups import group
from diplo.history.parts import Match, parts
from diplo.history.selection import Query
from diplo.model import dates
from diplo.model.events import Event
from diplo.reports.names import Names
from diplo.reports.parties import hued
from diplo.reports.report import Column, Report
from diplo.reports.selection import Selection
from diplo.reports.story import Story, StoryOptions, story
from diplo.reports.titles import joint_name, title_of
from diplo.terminal.text import series

_LETTERS = 3  # as many as a code has


class Side(NamedTuple):
    """One of the timelines: the argument that asked for it, and the parties meant, any of them."""

    argument: str
    parties: Alternatives

    def holds(self, event: Event) -> bool:
        """Say whether an event belongs to this timeline."""
        return concerns_any(self.parties)(event)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all its countries."""
        return frozenset().union(*(each.codes for each in self.parties))

    @property
    def heads(self) -> list[str]:
        """What stands above the timeline: codes, and the first letters of other names.

        Each but the last ends with what joins it to the next, as on the command line.
        """
        heads: list[str] = []
        for each in self.parties:
            letters = (name[:_LETTERS].upper() for name in sorted(each.names))
            *some, last = [*sorted(each.codes), *letters]
            heads += [*(f"{head}+" for head in some), f"{last},"]
        return [*heads[:-1], heads[-1][:-1]]


class Lane(NamedTuple):
    """A side as people see it: a line down the page in a hue of its own, or in none."""

    side: Side
    hue: str = ""
    name: str = ""


class Lanes(NamedTuple):
    """Timelines side by side: the events of all of them in parts, and a lane for each side."""

    lanes: Sequence[Lane]
    story: Story


class Row(NamedTuple):
    """The events of a year or decade: those of each side, and those that all sides share.

    Each part beside the story has such a row too. `key` is what scripts read.
    """

    key: str | None
    by_side: dict[str, list[Match]]
    shared: list[Match]


class SidedEvent(NamedTuple):
    """An event of a period, and the sides that it belongs to."""

    period: str | None
    match: Match
    sides: list[str]


_LINE_COLUMNS = (
    Column("period", lambda line: line.period),
    Column("columns", lambda line: line.sides),
    Column("date", lambda line: line.match.event.date.text),
    Column("match", lambda line: line.match.match),
    Column("type", lambda line: line.match.event.type),
    Column("title", lambda line: line.match.event.title),
    Column("id", lambda line: line.match.event.id),
)


def comparison(
    selection: Selection, sides: Sequence[Side], by: str, *, listed: bool = False
) -> Report:
    """Report timelines side by side, by year or decade, of events that come part by part.

    What stands beside the story is `listed`, or only counted.
    """
    query, names = selection.query, selection.names
    periods = _periods(selection.matches, by)
    columns = (
        Column("period", lambda row: row.key),
        Column("columns", lambda row: {key: _ids(found) for key, found in row.by_side.items()}),
        Column("shared", lambda row: _ids(row.shared)),
    )

    def screen() -> Lanes:
        lanes = [Lane(side, hue, _named(side, names)) for side, hue in hued(sides)]
        whole = story(selection, StoryOptions(by, listed=listed))
        hues = {code: lane.hue for lane in reversed(lanes) for code in lane.side.codes}
        title = _title([lane.name for lane in lanes], query, names)
        states = selection.states(hues)
        return Lanes(lanes, whole._replace(title=title, parties=(), states=states))

    return Report(
        columns,
        rows=[_row(key, found, sides) for key, found in periods],
        lines=[
            SidedEvent(key, match, _sides_with(match, sides))
            for key, found in periods
            for match in found
        ],
        plain=_LINE_COLUMNS,
        table=columns,
        screen=screen,
        credits=selection.credits,
        vocabulary=names.vocabulary,
    )


def _periods(matches: Sequence[Match], by: str) -> list[tuple[str | None, Sequence[Match]]]:
    """Return the periods of the story with their matches, then the parts beside it."""
    story, under_way, may_belong = parts(matches)
    periods = ((found.key, found.matches) for found in group(story, by))
    beside = ((dates.ONGOING, under_way), (None, may_belong))
    return [*periods, *((key, found) for key, found in beside if found)]


def _row(key: str | None, matches: Sequence[Match], sides: Sequence[Side]) -> Row:
    held = [(match, _sides_with(match, sides)) for match in matches]
    apart = [(match, own) for match, own in held if len(own) < len(sides)]
    return Row(
        key,
        {s.argument: [match for match, own in apart if s.argument in own] for s in sides},
        [match for match, own in held if len(own) == len(sides)],
    )


def _sides_with(match: Match, sides: Sequence[Side]) -> list[str]:
    return [side.argument for side in sides if side.holds(match.event)]


def _ids(matches: Sequence[Match]) -> list[str]:
    return [match.event.id for match in matches]


def _title(sides: Sequence[str], query: Query, names: Names) -> str:
    comma = "; " if any(" and " in side for side in sides) else ", "
    return title_of(query._replace(countries=(), parties=()), names, comma.join(sides))


def _named(side: Side, names: Names) -> str:
    name = series([joint_name(each, names) for each in side.parties], "or")
    return f"({name})" if len(side.parties) > 1 else name
