"""The parts of a timeline: the story, what was under way, and what may belong to it."""

from collections.abc import Iterable
from typing import NamedTuple

from diplo.model import dates
from diplo.model.dates import Edtf, Window
from diplo.model.events import Event

STORY, UNDER_WAY, MAY_BELONG = "story", "under way", "may belong"
PARTS = (STORY, UNDER_WAY, MAY_BELONG)


class Match(NamedTuple):
    """An event that was asked for, how its date matches a window, and its part of a timeline."""

    event: Event
    match: str = dates.CERTAIN
    part: str = STORY


def part_of(when: Edtf, window: Window | None) -> str:
    """Return the part of a timeline that a date belongs to, without its qualifiers.

    A date that is certain in the window is the story, and an ongoing one is under way; all others
    may belong. Without a window, dates with a known day are the story, and others are under way.
    """
    if window is None:
        return STORY if when.is_dated else UNDER_WAY
    match = dates.match(when.plain, window)
    if match == dates.CERTAIN:
        return STORY
    return UNDER_WAY if match == dates.ONGOING else MAY_BELONG


class Parts(NamedTuple):
    """Matches by the part of a timeline that they belong to."""

    story: list[Match]
    under_way: list[Match]
    may_belong: list[Match]


def parts(matches: Iterable[Match]) -> Parts:
    """Split matches into the parts of a timeline, keeping their order."""
    all_matches = list(matches)
    return Parts(*([match for match in all_matches if match.part == part] for part in PARTS))
