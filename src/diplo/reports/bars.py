"""Counts over time as people see them: a bar for each year or decade, empty stretches folded."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from diplo.history.groups import group
from diplo.history.parts import MAY_BELONG, STORY, UNDER_WAY, Match, parts
from diplo.history.selection import Query
from diplo.model import dates
from diplo.reports import parties, story
from diplo.reports.counting import Count
from diplo.reports.names import Names
from diplo.reports.parties import Party
from diplo.reports.titles import title_of


class Piece(NamedTuple):
    """A piece of a bar: events of one hue, either all in doubt or none."""

    hue: str
    doubted: bool
    total: int


class Bar(NamedTuple):
    """The events of a year or decade; a bar without pieces is a stretch of empty ones.

    `change` is the title of the first event that changes a state, and `more` counts the others.
    """

    heading: str
    pieces: Sequence[Piece] = ()
    change: str = ""
    more: int = 0

    @property
    def changes(self) -> str:
        """The title of that event with the number of others, or "" if there is none."""
        return f"{self.change} +{self.more}" if self.more else self.change

    @property
    def total(self) -> int:
        """How many events there are."""
        return sum(piece.total for piece in self.pieces)


class Bars(NamedTuple):
    """Counts over time: a bar for each year or decade; `rest` counts the events of none."""

    title: str
    counts: str
    parties: Sequence[Party]
    bars: Sequence[Bar]
    rest: Sequence[str]


def bars(
    rows: Sequence[Count], matches: Sequence[Match], query: Query, by: str, names: Names
) -> Bars:
    """Return the bars of counts by year or decade."""
    required = parties.required_countries(query)
    in_story, under_way, may_belong = parts(matches)
    numbers = {STORY: len(in_story), UNDER_WAY: len(under_way), MAY_BELONG: len(may_belong)}
    ranked = parties.ranked(in_story, names, required)
    of_unit = {unit_group.key: unit_group.matches for unit_group in group(in_story, by)}
    units = {
        row.key: of_unit.get(row.key, ()) for row in rows if row.key not in (dates.ONGOING, None)
    }
    loose = sum(row.number for row in rows if row.key is None)
    return Bars(
        title=title_of(query, names, suffix=f"by {by}"),
        counts=story.tally_line(numbers, query.window),
        parties=ranked,
        bars=list(_folded(units, {party.code: party.hue for party in ranked}, required)),
        rest=[
            *story.aside_counts({UNDER_WAY: numbers[UNDER_WAY]}, query.window),
            *([f"Not tied to one {by}: {loose}"] if loose else ()),
        ],
    )


def _folded(
    units: Mapping[str, Sequence[Match]], hues: Mapping[str, str], required: Collection[str]
) -> Iterator[Bar]:
    """Yield a bar for each unit with events, and one for each stretch of units without."""
    headed = ((dates.words(dates.parse(key)), matches) for key, matches in units.items())
    for is_filled, run in groupby(headed, lambda unit: bool(unit[1])):
        if is_filled:
            yield from (_bar(heading, matches, hues, required) for heading, matches in run)
        else:
            first, *others = [heading for heading, _ in run]
            yield Bar("–".join([first, *others[-1:]]))


def _bar(
    heading: str, matches: Sequence[Match], hues: Mapping[str, str], required: Collection[str]
) -> Bar:
    pieces = Counter(
        (
            dates.is_uncertain(event.date),
            parties.hue_of(parties.others(event.countries, required), hues),
        )
        for event, *_ in matches
    )
    hues_in_order = [*parties.HUES, "", parties.ALONE]
    order = sorted(pieces, key=lambda piece: (piece[0], hues_in_order.index(piece[1])))
    changes = [match.event.title for match in matches if match.event.status]
    return Bar(
        heading,
        pieces=[Piece(hue, doubted, pieces[doubted, hue]) for doubted, hue in order],
        change=next(iter(changes), ""),
        more=max(len(changes) - 1, 0),
    )
