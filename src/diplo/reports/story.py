"""A timeline as people read it, whatever draws it: its parts, and the entries of its events."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from diplo.history.arrangement import BY_DATE, BY_STORY, arrange
from diplo.history.groups import FAMILY, TIMES, Group, chronological, group, unit_for
from diplo.history.location import Days, axis_days
from diplo.history.parts import MAY_BELONG, PARTS, STORY, UNDER_WAY, Match, parts
from diplo.model.dates import Window
from diplo.reports.entries import Entry, EntryMaker
from diplo.reports.names import Names
from diplo.reports.parties import Party, ranked, required_countries
from diplo.reports.selection import Selection
from diplo.reports.titles import title_of
from diplo.terminal.text import plural

if TYPE_CHECKING:  # named only
    from diplo.reports.status import States

START_UNKNOWN = "Start not told"
_TYPE, _COUNTRY = "type", "country"  # an event stands under each of its countries
_IN_TIME = (BY_STORY, BY_DATE)  # orders that keep headings of time in sequence
_FEW = 2  # events under way that are named where nothing began
_MANY = 12  # most parties that are named under every heading


class StoryOptions(NamedTuple):
    """How a timeline is told: under which headings, in which order, at what length."""

    group_by: str | None = None  # if headings were asked for
    sort: str = BY_STORY
    reverse: bool = False
    listed: bool = False
    long: bool = False

    @property
    def has_parts(self) -> bool:
        """Whether the story stands apart from what was under way and what may belong."""
        return self.sort == BY_STORY and self.group_by in (None, *TIMES)

    @property
    def order(self) -> str:
        """What to sort by: a story without parts is sorted by date."""
        return self.sort if self.has_parts or self.sort != BY_STORY else BY_DATE

    def split(self, matches: Sequence[Match]) -> tuple[Sequence[Match], Sequence[Match]]:
        """Return the matches under headings, and those beside them."""
        if self.has_parts:
            in_story, under_way, may_belong = parts(matches)
            return in_story, [*under_way, *may_belong]
        return matches, []

    def grouping(self, matches: Sequence[Match]) -> str | None:
        """Return what to group matches by, or None for no headings."""
        if self.group_by or self.sort not in _IN_TIME:
            return self.group_by
        return unit_for(matches)

    def tally(self, found: Sequence[Match], window: Window | None, shown: int) -> dict[str, str]:
        """Say how many events were found, by part if there are parts, and how many are shown."""
        if self.has_parts:
            return tally(Counter(match.part for match in found), window, shown)
        return {STORY: of_all(shown, len(found))}


class Section(NamedTuple):
    """Entries under one heading, which may be empty, with a `remark` on them."""

    heading: str
    rows: Sequence[Entry]
    part: str = STORY
    remark: str = ""

    @property
    def ends(self) -> tuple[str, str]:
        """The texts at the ends of its rule; beside the story the number follows the heading."""
        number = f"{len(self.rows)}"
        if self.part == STORY:
            return self.heading, number
        return f"{self.heading}: {number}", self.remark


class Story(NamedTuple):
    """A timeline in parts: the story under its headings, and what stands beside it.

    `tally` says how many events each part has, `aside_counts` only the parts beside the story.
    These are `listed` or only counted; `long` adds summaries and sources. If the story is empty,
    `nearest` are the events that a wider range would begin with. It is `grouped` if its headings
    were asked for, and `of_families` if these are families of types. `window` is the range that was
    asked for, `days` are those of the axis, `states` are the states that its events change, if
    asked for.
    """

    title: str
    tally: Mapping[str, str]
    sections: Sequence[Section]
    asides: Sequence[Section]
    aside_counts: Sequence[str]
    parties: Sequence[Party]
    listed: bool = False
    long: bool = False
    nearest: Sequence[Entry] = ()
    grouped: bool = False
    of_families: bool = False
    window: Window | None = None
    days: Days | None = None
    states: "States | None" = None

    @property
    def counts(self) -> str:
        """How many events there are of each part, on one line."""
        return " · ".join(self.tally.values())

    @property
    def only_under_way(self) -> Sequence[Entry]:
        """The events under way in a range in which nothing began, if they are few."""
        if self.sections or self.listed:
            return ()
        rows = [entry for part in self.asides if part.part == UNDER_WAY for entry in part.rows]
        return rows if len(rows) <= _FEW else ()

    @property
    def shown(self) -> Sequence[Section]:
        """The sections that are listed on a screen."""
        return (*self.sections, *self.asides) if self.listed else self.sections

    @property
    def entries(self) -> list[Entry]:
        """The events that are listed on a screen."""
        return [entry for section in self.shown for entry in section.rows]

    @property
    def marks(self) -> set[str]:
        """The marks of the events that are listed on a screen."""
        return {entry.mark for entry in self.entries}


def story(selection: Selection, options: StoryOptions) -> Story:
    """Return the timeline of events."""
    query, names, found = selection.query, selection.names, selection.found
    asked = required_countries(query)
    parties = ranked(options.split(found)[0], names, asked)
    entry_of = EntryMaker(
        names, asked, options.has_parts, {party.code: party.hue for party in parties}
    )
    in_story, aside = options.split(selection.matches)
    numbers = Counter(match.part for match in found)
    if options.listed:  # a limit on the story does not apply beside it
        _, aside = options.split(arrange(found, reverse=options.reverse))
    headed = groups(in_story, options, names, asked)
    return Story(
        title=title_of(query, names),
        tally=options.tally(found, query.window, len(in_story)),
        sections=list((_by_country if options.group_by == _COUNTRY else _under)(headed, entry_of)),
        asides=asides(aside, query.window, entry_of),
        aside_counts=aside_counts(numbers, query.window) if options.has_parts else (),
        parties=parties,
        listed=options.listed,
        long=options.long,
        nearest=[entry_of(match) for match in selection.near()],
        grouped=options.group_by is not None,
        of_families=options.group_by == _TYPE,
        window=query.window,
        days=axis_days(
            [match.event.date for match in in_story or aside],
            query.window,
            names.vocabulary.last_day,
        ),
    )


def _under(groups: Iterable[Group], entry_of: EntryMaker) -> Iterator[Section]:
    """Yield the sections of groups; dates under a year leave it out."""
    for heading, matches, _, period in groups:
        year = period.text if period else ""
        yield Section(heading, [entry_of(match, year) for match in matches])


def _by_country(groups: Iterable[Group], entry_of: EntryMaker) -> list[Section]:
    """Return the sections of countries; only an event's first entry names all of many parties."""
    known: dict[str, Entry] = {}

    def entry_under(match: Match, under: str | None) -> Entry:
        key, most = match.event.id, _MANY
        if key not in known:
            known[key], most = entry_of(match), len(match.event.countries)
        beside = tuple(code for code in known[key].parties if code != under)
        return known[key]._replace(parties=beside[:most], more=max(len(beside) - most, 0))

    return [
        Section(group.heading, [entry_under(match, group.key) for match in group.matches])
        for group in groups
    ]


def groups(
    matches: Sequence[Match], options: StoryOptions, names: Names, asked: Collection[str]
) -> list[Group]:
    """Group matches under their headings, or under an empty one if there are to be none."""
    by = options.grouping(matches)
    if by is None:
        return [Group("", tuple(matches))] if matches else []
    if by in TIMES:
        found = group(matches, by)
        return found if options.sort in _IN_TIME else chronological(found, reverse=options.reverse)
    if by == _TYPE:
        return group(matches, FAMILY, names.family)
    return group(matches, by, names.countries.name, asked)


def asides(matches: Iterable[Match], window: Window | None, entry_of: EntryMaker) -> list[Section]:
    """Return the sections of what stands beside the story."""
    _, *others = parts(matches)
    return [
        Section(heading, [entry_of(match) for match in found], part, remark)
        for (heading, part, remark), found in zip(aside_headings(window), others, strict=True)
        if found
    ]


def aside_counts(numbers: Mapping[str, int], window: Window | None) -> list[str]:
    """Say how many events there are of each part beside the story."""
    headed = ((heading, numbers.get(part)) for heading, part, _ in aside_headings(window))
    return [f"{heading}: {number}" for heading, number in headed if number]


def aside_headings(window: Window | None) -> tuple[tuple[str, str, str], ...]:
    """Return the heading, the part and a remark of each part beside the story."""
    before = f"Under way before {window.opening}" if window else START_UNKNOWN
    doubt = "not dated closely enough to say"
    return (before, UNDER_WAY, ""), ("May belong here", MAY_BELONG, doubt)


def tally_line(numbers: Mapping[str, int], window: Window | None) -> str:
    """Say how many events of each part were found, on one line."""
    return " · ".join(tally(numbers, window).values())


def tally(
    numbers: Mapping[str, int], window: Window | None, shown: int | None = None
) -> dict[str, str]:
    """Say how many events of each part were found, and how many of the story are shown."""
    in_story, under_way, may_belong = (numbers.get(part, 0) for part in PARTS)
    counts = {STORY: of_all(in_story if shown is None else shown, in_story)}
    if under_way:
        counts[UNDER_WAY] = f"{under_way} {'under way' if window else 'start not told'}"
    if may_belong:
        counts[MAY_BELONG] = f"{may_belong} may belong"
    return counts


def of_all(shown: int, total: int) -> str:
    """Say how many of all events are shown."""
    events = plural(total, "event") if total else "nothing"
    return f"{shown} of {events}" if shown < total else events
