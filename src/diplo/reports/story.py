"""What people read of a timeline, whatever draws it: its parts, and what is said of each event."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from diplo.history.arrangement import arrange
from diplo.history.filters import Together
from diplo.history.groups import FAMILY, TIMES, Group, group
from diplo.history.parts import MAY_BELONG, STORY, UNDER_WAY, Match
from diplo.history.selection import Query
from diplo.model import dates
from diplo.model.dates import Window
from diplo.model.events import Event
from diplo.reports.names import Names
from diplo.reports.report import plural
from diplo.reports.telling import Telling, marked
from diplo.terminal.text import escape

EVENT, CHANGE, DOUBT, DOUBTED_CHANGE, BESIDE = (
    "event",
    "change",
    "doubt",
    "doubted change",
    "beside",
)
HUES = ("first", "second")  # of the parties with most events, all others being plain
NOT_TOLD = "Start not told"


class Party(NamedTuple):
    """A country that events concern beside those that were asked for."""

    code: str
    name: str
    total: int
    hue: str = ""


class Entry(NamedTuple):
    """An event as people read it.

    `when` is its date in words, without the year that heads it; `mark` says whether it changes a
    state or its date is in doubt; `parties` are the codes of the other parties, `kind` is the
    label of its type; `sources` are titles and locators.
    """

    event: Event
    match: str
    part: str
    when: str
    mark: str
    parties: tuple[str, ...]
    kind: str
    sources: tuple[str, ...] = ()


class Section(NamedTuple):
    """Rows under one heading, which may be empty; `remark` says what there is to know of them."""

    heading: str
    rows: Sequence[Entry]
    part: str = STORY
    remark: str = ""


class Story(NamedTuple):
    """A timeline in parts: the story under its headings, and what stands beside it.

    `beside` says how many events there are of each of these parts. They are `listed` or only
    counted; `long` is what tells more of each event. Where there is no story, the `nearest`
    events are those that a wider range would begin with.
    """

    title: str
    counts: str
    sections: Sequence[Section]
    asides: Sequence[Section]
    beside: Sequence[str]
    parties: Sequence[Party]
    listed: bool = False
    long: bool = False
    nearest: Sequence[Entry] = ()

    @property
    def marks(self) -> set[str]:
        """The marks of the events that are shown."""
        shown = (*self.sections, *self.asides) if self.listed else self.sections
        return {entry.mark for section in shown for entry in section.rows}


def story(
    matches: Sequence[Match],
    query: Query,
    names: Names,
    telling: Telling,
    found: Sequence[Match],
    near: Sequence[Match] = (),
) -> Story:
    """Tell a timeline. `matches` are those to show, in their order, of all that were `found`.

    `near` are those next to the range, where there is nothing in it.
    """
    asked = asked_alone(query)
    say = Teller(names, asked, parts=telling.in_parts)
    told, aside = telling.parted(matches)
    if telling.listed:  # whatever is asked for of the story, what stands beside it is all there
        _, aside = telling.parted(arrange(found, reverse=telling.reverse))
    of_story = [match for match in found if match.part == STORY]
    return Story(
        title=title_of(query, names),
        counts=counted(found, query.window, len(told))
        if telling.in_parts
        else _of_all(len(told), len(found)),
        sections=[
            Section(heading, [say(match, period.text if period else "") for match in members])
            for heading, members, _, period in _groups(told, telling.headings(told), names, asked)
        ],
        asides=list(asides(aside, query.window, say)),
        beside=beside(found, query.window) if telling.in_parts else (),
        parties=parties(of_story if telling.in_parts else found, names, asked),
        listed=telling.listed,
        long=telling.long,
        nearest=[say(match) for match in near],
    )


def _groups(
    matches: Sequence[Match], by: str | None, names: Names, asked: Collection[str]
) -> list[Group]:
    if by is None:
        return [Group("", tuple(matches))] if matches else []
    if by in TIMES:
        return group(matches, by)
    if by == "type":
        return group(matches, FAMILY, names.family)
    return group(matches, by, names.countries.name, asked)


class Teller:
    """Says what there is to say of each event."""

    def __init__(self, names: Names, asked: Collection[str] = (), *, parts: bool = True) -> None:
        """Take the names, the countries that were asked for, and whether there are parts."""
        self._names = names
        self._asked = asked
        self._parts = parts

    def __call__(self, match: Match, under: str = "") -> Entry:
        """Return what is said of an event, `under` the heading of a year."""
        event = match.event
        when = marked(dates.words(event.date, under), match, needed=not self._parts)
        return Entry(
            event,
            match.match,
            match.part if self._parts else STORY,
            when,
            mark_of(match, in_parts=self._parts),
            others(event, self._asked),
            self._names.type(event.type) if event.type else "",
            tuple(map(self._names.told_in, event.sources)),
        )


def mark_of(match: Match, *, in_parts: bool = True) -> str:
    """Return the mark of an event."""
    if in_parts and match.part != STORY:
        return DOUBT if match.part == MAY_BELONG else BESIDE
    if dates.doubted(match.event.date) or (match.match == dates.POSSIBLE and not in_parts):
        return DOUBTED_CHANGE if match.event.status else DOUBT
    return CHANGE if match.event.status else EVENT


def asked_alone(query: Query) -> frozenset[str]:
    """Return the countries that every event concerns, as each was asked for by itself."""
    return frozenset().union(*(codes for codes in query.countries if len(codes) == 1))


def others(event: Event, asked: Collection[str]) -> tuple[str, ...]:
    """Return the parties of an event beside the countries that were asked for."""
    return tuple(code for code in event.countries if code not in asked)


def parties(matches: Iterable[Match], names: Names, asked: Collection[str]) -> list[Party]:
    """Return the parties of events, those with most first, of which the first two have a hue."""
    counts = Counter(code for match in matches for code in others(match.event, asked))
    hues = (*HUES, *[""] * len(counts))
    return [
        Party(code, names.countries.name(code), count, hue)
        for (code, count), hue in zip(counts.most_common(), hues, strict=False)
    ]


def asides(matches: Sequence[Match], window: Window | None, say: Teller) -> Iterator[Section]:
    """Yield what stands beside the story, part by part."""
    for part, heading, remark in _aside_headings(window):
        rows = [say(match) for match in matches if match.part == part]
        if rows:
            yield Section(heading, rows, part, remark)


def beside(found: Sequence[Match], window: Window | None) -> list[str]:
    """Say how many events there are of each part beside the story."""
    counts = Counter(match.part for match in found)
    return [
        f"{heading}: {counts[part]}" for part, heading, _ in _aside_headings(window) if counts[part]
    ]


def _aside_headings(window: Window | None) -> Iterator[tuple[str, str, str]]:
    before = f"Under way before {window.opening}" if window else NOT_TOLD
    yield UNDER_WAY, before, ""
    yield MAY_BELONG, "May belong here", "not dated closely enough to say"


def counted(found: Sequence[Match], window: Window | None, shown: int | None = None) -> str:
    """Say how many events a timeline has, of how many that were found, and how many are beside."""
    counts = Counter(match.part for match in found)
    said = _of_all(counts[STORY] if shown is None else shown, counts[STORY])
    kinds = ((UNDER_WAY, "under way" if window else "start not told"), (MAY_BELONG, "may belong"))
    return " · ".join([said, *(f"{counts[part]} {kind}" for part, kind in kinds if counts[part])])


def _of_all(shown: int, total: int) -> str:
    said = plural(total, "event") if total else "nothing"
    return f"{shown} of {said}" if shown < total else said


def title_of(query: Query, names: Names, whose: str = "All events", more: str = "") -> str:
    """Say in words what a query asks for, and `whose` where it names no country."""
    window = query.window.words if query.window else ""
    parts = [" ".join(filter(None, (_all_of(query, names) or whose, window, more)))]
    if query.types:
        parts.append(_any_of(names.type(key) for key in query.types))
    if query.without:
        parts.append(f"without {_any_of(names.type(key) for key in query.without)}")
    named = (query.actors, query.places, query.sources)
    parts += [_any_of(values) for values in named if values]
    if query.search:
        parts.append(_any_of(f'"{phrase}"' for phrase in query.search))
    if query.certain:
        parts.append("certain only")
    return escape(" · ".join(parts))


def together(parties: Together, names: Names) -> str:
    """Name parties that an event concerns all of."""
    countries = map(names.countries.name, sorted(parties.codes))
    return " and ".join([*countries, *sorted(parties.names)])


def _all_of(query: Query, names: Names) -> str:
    alternatives = [
        *([names.countries.name(code) for code in sorted(codes)] for codes in query.countries),
        *([together(each, names) for each in any_of] for any_of in query.parties),
    ]
    if len(alternatives) == 1:
        return _any_of(alternatives[0])
    return " and ".join(f"({_any_of(a)})" if len(a) > 1 else a[0] for a in alternatives)


def _any_of(values: Iterable[str]) -> str:
    return " or ".join(values)
