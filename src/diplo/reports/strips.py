"""Counts by kind as people see them: each kind with its events over the same years."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from diplo.history.arrangement import sort_key
from diplo.history.groups import YEAR
from diplo.history.parts import STORY, UNDER_WAY, part_of
from diplo.history.scale import YearCells
from diplo.history.selection import Query
from diplo.model import dates
from diplo.model.dates import Period
from diplo.model.events import Tallies, Tally, families
from diplo.reports import parties, story
from diplo.reports.counting import (
    COARSER,
    COUNTRY,
    DIGITS,
    TYPE,
    by_key,
    by_part,
    name_function,
    rank,
    total,
)
from diplo.reports.names import Names
from diplo.reports.titles import title_of


class Strip(NamedTuple):
    """The events of one kind: how many in each year, and the periods of coarser dates.

    A kind is `inner` if it stands under the `family` that it belongs to.
    """

    label: str
    total: int
    years: Mapping[int, int]
    periods: Sequence[Period] = ()
    hue: str = ""
    family: bool = False
    inner: bool = False

    @property
    def ends(self) -> list[tuple[int, int]]:
        """The first and the last year of each period."""
        days = ((date.fromordinal(p.first), date.fromordinal(p.last)) for p in self.periods)
        return [(first.year, last.year) for first, last in days]

    @property
    def reach(self) -> set[int]:
        """The years of its events, and the ends of its periods."""
        return {*self.years, *chain.from_iterable(self.ends)}

    def cell_counts(self, cells: YearCells) -> Counter[int]:
        """Count the events of each cell."""
        counts = Counter[int]()
        for year, count in self.years.items():
            counts[cells.cell(year)] += count
        return counts


class Strips(NamedTuple):
    """Counts by kind, all drawn over the same years; `beside` counts what is not drawn."""

    title: str
    counts: str
    strips: Sequence[Strip]
    beside: Sequence[str] = ()

    @property
    def loose(self) -> str:
        """How events without a known year are dated, in words, or "" if there are none."""
        precisions = {period.precision for strip in self.strips for period in strip.periods}
        spans = " or a ".join(span for span in COARSER[YEAR] if span in precisions)
        return f"dated to a {spans}" if spans else ""


def strips(counts: Tallies, query: Query, by: str, names: Names) -> Strips:
    """Return strips by kind, without events that may belong or, in a range, were under way."""
    window = query.window
    drawn_parts = (STORY,) if window else (STORY, UNDER_WAY)
    tallies = [tally for tally in counts.keyed if part_of(tally.first, window) in drawn_parts]
    numbers = by_part(counts.dated, window)
    more = "" if window else ", counted above but not drawn"
    return Strips(
        title=title_of(query, names, suffix=f"by {by}"),
        counts=story.tally_line(numbers, window),
        strips=list(
            _families(tallies, names)
            if by == TYPE
            else _single_strips(tallies, query, by, names, numbers.get(STORY, 0))
        ),
        beside=[f"{count}{more}" for count in story.aside_counts(numbers, window)],
    )


def _families(tallies: Iterable[Tally], names: Names) -> Iterator[Strip]:
    """Yield a strip for each family of types, followed by those of its members."""
    of_family = by_key(tallies, lambda kind: families(kind)[0] if kind else None)
    for family, tallies_of_family in _ranked(of_family, names.type):
        label = names.type(family) if family else f"No {TYPE}"
        yield _strip(tallies_of_family, label)._replace(family=True)
        for member, own in _ranked(by_key(tallies_of_family), names.type):
            if member and member != family:
                yield _strip(own, names.type(member))._replace(inner=True)


def _single_strips(
    tallies: Sequence[Tally], query: Query, by: str, names: Names, events: int
) -> Iterator[Strip]:
    required = parties.required_countries(query) if by == COUNTRY else ()
    drawn = [tally for tally in tallies if tally.key not in required]
    of_story = (tally for tally in drawn if part_of(tally.first, query.window) == STORY)
    hues = _hues(of_story, events, required) if by == COUNTRY else {}
    name = name_function(by, names)
    for key, own in _ranked(by_key(drawn), name):
        label = name(key) if key else f"No {'other ' if required else ''}{by}"
        yield _strip(own, label)._replace(hue=hues.get(key, ""))


def _hues(
    tallies: Iterable[Tally], events: int, required: Collection[str]
) -> dict[str | None, str]:
    """Return the hues of countries; of those with as many events, the earliest comes first."""
    grouped = by_key(tally for tally in tallies if tally.key)
    totals = {key: total(own) for key, own in grouped.items()}
    firsts = {key: min(sort_key(tally.first) for tally in own) for key, own in grouped.items()}
    ordered = sorted(totals, key=lambda key: (-totals[key], firsts[key], key or ""))
    plain = parties.shared([totals[key] for key in ordered], events, required)
    return dict(parties.hued(ordered, plain))


def _ranked(
    tallies_by_key: Mapping[str | None, Sequence[Tally]], name: Callable[[str], str]
) -> list[tuple[str | None, Sequence[Tally]]]:
    return sorted(tallies_by_key.items(), key=lambda item: rank(item[0], total(item[1]), name))


def _strip(tallies: Sequence[Tally], label: str) -> Strip:
    years: Counter[int] = Counter()
    periods = set()
    for tally in tallies:
        filed = dates.anchor(tally.first)
        if filed and filed.precision in COARSER[YEAR]:
            periods.add(filed)
        elif filed:
            years[int(filed.text[: DIGITS[YEAR]])] += tally.number
    return Strip(label, total(tallies), years, sorted(periods))
