"""How a timeline is told; what is told stands in `story`."""

from collections.abc import Sequence
from typing import NamedTuple

from diplo.history.arrangement import BY_DATE, BY_STORY
from diplo.history.groups import TIMES, unit_for
from diplo.history.parts import STORY, Match
from diplo.model import dates


class Telling(NamedTuple):
    """How a timeline is told: under which headings, in which order, at what length."""

    group_by: str | None = None  # where headings were asked for
    sort: str = BY_STORY
    reverse: bool = False
    listed: bool = False
    long: bool = False

    @property
    def in_parts(self) -> bool:
        """Whether it is told part by part."""
        return self.sort == BY_STORY and self.group_by in (None, *TIMES)

    @property
    def order(self) -> str:
        """What to sort by: where there are no parts, a story goes by date."""
        return self.sort if self.in_parts or self.sort != BY_STORY else BY_DATE

    def parted(self, matches: Sequence[Match]) -> tuple[Sequence[Match], Sequence[Match]]:
        """Return what stands under headings, and what stands beside it."""
        if self.in_parts:
            told = [match for match in matches if match.part == STORY]
            return told, [match for match in matches if match.part != STORY]
        return matches, []

    def headings(self, matches: Sequence[Match]) -> str | None:
        """Return what headings matches stand under, None for none."""
        if self.group_by or self.sort not in (BY_STORY, BY_DATE):
            return self.group_by
        return unit_for(matches)


def marked(said: str, match: Match, *, needed: bool) -> str:
    """Return a date in words, with a sign where nothing else shows that it is only possible."""
    doubtful = match.match == dates.POSSIBLE and not said.endswith("?")
    return f"{said}?" if needed and doubtful else said
