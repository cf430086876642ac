"""Counts by kind as people see them: each kind with its events over the same years."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from diplo.history.groups import FAMILY, YEAR, Group, group
from diplo.history.parts import STORY, UNDER_WAY, Match, parts
from diplo.history.selection import Query
from diplo.model import dates
from diplo.model.dates import Period
from diplo.reports import story
from diplo.reports.counting import COARSER, COUNTRY, DIGITS, TYPE, naming, ranked
from diplo.reports.names import Names
from diplo.reports.titles import title_of


class Strip(NamedTuple):
    """The events of one kind: how many in each year, and the periods of those dated no closer.

    A kind is `inner` where it stands under the one that it is of.
    """

    label: str
    total: int
    years: Mapping[int, int]
    periods: Sequence[Period] = ()
    hue: str = ""
    family: bool = False
    inner: bool = False


class Strips(NamedTuple):
    """Counts by kind, each to be drawn over the same years; `beside` says what none counts."""

    title: str
    counts: str
    strips: Sequence[Strip]
    beside: Sequence[str] = ()


def strips(matches: Sequence[Match], query: Query, by: str, names: Names) -> Strips:
    """Return strips by kind, without what may belong and what was under way in a range."""
    told = [m for m in matches if m.part == STORY or (m.part == UNDER_WAY and not query.window)]
    return Strips(
        title=title_of(query, names, more=f"by {by}"),
        counts=story.counted(matches, query.window),
        strips=list(_families(told, names))
        if by == TYPE
        else list(_others(told, query, by, names)),
        beside=story.aside_counts(matches, query.window) if query.window else (),
    )


def _families(matches: Sequence[Match], names: Names) -> Iterator[Strip]:
    """Yield each family of types with the members that it has beside itself."""
    for family in ranked(group(matches, FAMILY, names.type)):
        label = family.heading if family.key else f"No {TYPE}"
        yield _strip(family, label)._replace(family=True)
        for member in ranked(group(family.matches, TYPE, names.type)):
            if member.key != family.key:
                yield _strip(member, member.heading)._replace(inner=True)


def _others(matches: Sequence[Match], query: Query, by: str, names: Names) -> Iterator[Strip]:
    if by != COUNTRY:
        yield from (_strip(g, g.heading) for g in ranked(group(matches, by, naming(by, names))))
        return
    asked = story.asked_alone(query)
    hues = {p.code: p.hue for p in story.parties(parts(matches).story, names, asked)}
    for found in ranked(group(matches, by, names.countries.name, asked)):
        label = found.heading if found.key else f"No other {by}"
        yield _strip(found, label)._replace(hue=hues.get(found.key or "", ""))


def _strip(found: Group, label: str) -> Strip:
    filed = [period for m in found.matches if (period := dates.anchor(m.event.date))]
    years = Counter(int(p.text[: DIGITS[YEAR]]) for p in filed if p.precision not in COARSER[YEAR])
    periods = {period for period in filed if period.precision in COARSER[YEAR]}
    return Strip(label, len(found.matches), years, sorted(periods))
