"""The events of a question as rows under headings, worded only when they are seen."""

import bisect
import functools
import itertools
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from diplo.explore.questions import Question
from diplo.history.parts import STORY, Match, parts
from diplo.history.scale import Scale
from diplo.model import dates
from diplo.model.events import Event
from diplo.reports import Names, parties, story
from diplo.reports.entries import Entry, EntryMaker
from diplo.reports.story import Section, Story
from diplo.reports.titles import title_of

_SAMPLE = 500  # events that decide how wide columns are


class Heading(NamedTuple):
    """A heading, and the first of its rows, which repeat neither its year nor a country's key.

    Without words it takes no line.
    """

    words: str
    total: int
    first: int
    year: str = ""
    key: str | None = None
    part: str = STORY

    @property
    def lines(self) -> int:
        """How many lines it takes itself."""
        return 1 if self.words else 0


class Load(NamedTuple):
    """The events of a cell of time: how many, and the hue of most of them."""

    total: int = 0
    hue: str = ""


class View:
    """A question's events in rows, under headings.

    A row is an event, by number from 0; a line is a row or a heading, counted in the same way.
    """

    def __init__(self, question: Question, names: Names) -> None:
        options, query = question.options, question.query
        self.question = question
        self.required = parties.required_countries(query)
        self._entry_of = EntryMaker(names, self.required, options.has_parts)
        headed, aside = options.split(question.matches)
        self.headings: list[Heading] = []
        self.matches: list[Match] = []
        groups: list[tuple[str, Sequence[Match], str, str | None, str]] = [
            (words, members, period.text if period else "", key, STORY)
            for words, members, key, period in story.groups(headed, options, names, self.required)
        ]
        beside = zip(story.aside_headings(query.window), parts(aside)[1:], strict=True)
        groups += [(words, among, "", None, part) for (words, part, _), among in beside if among]
        for words, members, year, key, part in groups:
            first = len(self.matches)
            self.headings.append(Heading(words, len(members), first, year, key, part))
            self.matches += members
        self._firsts = [heading.first for heading in self.headings]
        lines = (heading.total + heading.lines for heading in self.headings)
        self._lines = [*itertools.accumulate(lines, initial=0)]  # where headings begin, and the end
        self.changes = [n for n, match in enumerate(self.matches) if match.event.status]
        self.days = [_day(match) for match in self.matches]
        self._by_day = sorted((day, n) for n, day in enumerate(self.days) if day)
        in_story = [pair for pair in self._by_day if self.matches[pair[1]].part == STORY]
        self._ordered = sorted(in_story or self._by_day, key=self._exactness)
        self.story = self._sampled(headed, names)

    def _sampled(self, headed: Sequence[Match], names: Names) -> Story:
        """Return what stands above the rows, and a sample of them."""
        query, options = self.question.query, self.question.options
        all_matches = self.question.all_matches
        step = max(len(self.matches) // _SAMPLE, 1)
        return Story(
            title=title_of(query, names),
            tally=options.tally(all_matches, query.window, len(headed)),
            sections=[Section("", [self.entry(n) for n in range(0, len(self.matches), step)])],
            asides=(),
            aside_counts=(),
            parties=parties.ranked(options.split(all_matches)[0], names, self.required),
            nearest=[self._entry_of(match) for match in self.question.nearest],
            window=query.window,
        )

    @functools.cached_property
    def hues(self) -> dict[str, str]:
        """The hue of each party, by its code."""
        return {party.code: party.hue for party in self.story.parties}

    @property
    def size(self) -> int:
        """The number of lines."""
        return self._lines[-1]

    def _heading_of(self, row: int) -> int:
        return bisect.bisect_right(self._firsts, row) - 1

    def entry(self, row: int) -> Entry:
        """Return the entry of a row."""
        heading = self.headings[self._heading_of(row)]
        entry = self._entry_of(self.matches[row], heading.year)
        return entry._replace(parties=parties.others(entry.parties, (heading.key,)))

    def line_of(self, row: int) -> int:
        """Return the line of a row."""
        number = self._heading_of(row)
        return self._lines[number] + self.headings[number].lines + row - self._firsts[number]

    def on_line(self, line: int) -> Heading | int:
        """Return the heading or the row on a line."""
        number = bisect.bisect_right(self._lines, line) - 1
        heading, inside = self.headings[number], line - self._lines[number]
        if not heading.words:
            return heading.first + inside
        return heading.first + inside - 1 if inside else heading

    def _exactness(self, pair: tuple[int, int]) -> tuple[int, bool]:
        day, row = pair
        return day, self.matches[row].event.date.precision != "day"

    def row_on(self, day: int) -> int:
        """Return the row of the first event of a day, else of the last before or the first of all.

        Events dated to the day come before others. Those beside the story do not count, if there is
        a story.
        """
        pairs = self._ordered
        place = bisect.bisect_left(pairs, day, key=lambda pair: pair[0])
        if place < len(pairs) and (pairs[place][0] == day or place == 0):
            return pairs[place][1]
        return pairs[place - 1][1] if pairs else 0

    def row_of(self, event: Event) -> int | None:
        """Return the row of an event, or None if it is not in the view."""
        rows = (n for n, other in enumerate(self.matches) if other.event is event)
        return next(rows, None)

    def scale(self, cells: int) -> Scale | None:
        """Return the days of all events as a scale of cells, or None if no day is known."""
        if not self._by_day:
            return None
        window = self.question.query.window
        first, last = self._by_day[0][0], self._by_day[-1][0]
        if window:
            first = max(first, window.first)
            last = max(min(last, window.last), first)
        return Scale(first, last, cells)

    @functools.lru_cache(maxsize=8)  # noqa: B019  (few views live, and not long)
    def loads(self, scale: Scale) -> list[Load]:
        """Return the load of each cell."""
        counts = [Counter[str]() for _ in range(scale.size)]
        for day, match in zip(self.days, self.matches, strict=True):
            if scale.first <= day <= scale.last:
                codes = parties.others(match.event.countries, self.required)
                hue = self.hues.get(codes[0], "") if codes else ""
                counts[scale.cell(day)][hue] += 1
        return [
            Load(sum(count.values()), count.most_common(1)[0][0]) if count else Load()
            for count in counts
        ]


def _day(match: Match) -> int:
    """Return the last day that an event is filed under, or 0 if none is known."""
    anchor = dates.anchor(match.event.date)
    return anchor.last if anchor else 0
