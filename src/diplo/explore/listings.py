"""What covers the rows for a while: types or countries to choose from, or something to read."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from diplo.explore.states import SubjectState
from diplo.explore.view import View
from diplo.formats.table.band import meanings
from diplo.formats.table.glyphs import Glyphs
from diplo.history.parts import STORY, Match
from diplo.history.relations import IN_FORCE, INEXACT, WITHHELD
from diplo.history.selection import Matcher
from diplo.model.events import Event, families
from diplo.reports import Names
from diplo.reports.entries import EARLIER
from diplo.terminal.colour import Line, Run
from diplo.terminal.width import cells_of, fit

TYPES, COUNTRIES, STATES, CARD, HELP = "t", "c", "s", "enter", "?"  # the keys that open them

# Keys that are named at the foot while a list is open.
_CHOOSING = (("j k", "move"), ("Enter", "choose"))
_READING = (("j k", "move"),)
_OF_STATES = (
    ("j k", "move"),
    ("Enter", "to its event"),
    ("y", "cite"),
    ("Y", "command"),
    ("n p", "change"),
    ("[ ]", "year"),
    ("d", "day"),
)
_COUNTED = 24  # cells that counts and codes keep beside long names

Draw = Callable[[int], Sequence[Line]]  # lines for a width
Kind = TypeVar("Kind")


class Listing(NamedTuple):
    """Lines under a title, with a cursor if they are to choose from.

    `key` is the key that opened it, `keys` are named at the foot; `values` or `events` are what the
    lines stand for, none if they are only to be read.
    """

    key: str
    title: str
    draw: Draw
    values: Sequence[str | None] = ()
    events: Sequence[Event | None] = ()
    at: int = 0
    keys: Sequence[tuple[str, str]] = _READING

    @property
    def is_choice(self) -> bool:
        """Whether its lines are to choose from."""
        return bool(self.values or self.events)

    def top(self, lines: int, visible: int) -> int:
        """Return the number of the first line to show, given how many of all lines are visible."""
        return max(min(self.at - (visible // 2 if self.is_choice else 0), lines - visible), 0)

    def moved(self, steps: int, lines: int) -> "Listing":
        """Return it with the cursor, or the first line, moved by steps within its lines."""
        return self._replace(at=min(max(self.at + steps, 0), max(lines - 1, 0)))


def types(view: View, names: Names, events: Sequence[Event], dots: str) -> Listing | None:
    """Return the types to choose from, None if there are none; long names end in `dots`.

    They are the types of all events that the question finds, whatever types it asks for, each with
    the number of events that choosing it finds.
    """
    query, matches = view.question.query, view.question.all_matches
    if query.types:
        matcher = Matcher(query._replace(types=()), names.countries.name)
        matches = list(filter(None, map(matcher, events)))
    counted = _counted(view, matches, lambda event: event.type)
    totals = Counter[str]()
    for kind, count in counted.items():
        totals.update(dict.fromkeys(families(kind), count) if kind else ())
    every = "all types" if query.types else ""
    counts = [(names.type(kind), kind, totals[kind]) for kind in counted if kind]
    return _choice(TYPES, "Types", every, counts, view, dots)


def countries(view: View, names: Names, dots: str) -> Listing | None:
    """Return the other parties of a view's events to choose from, None if there are none."""
    query, totals = view.question.query, Counter[str]()
    counted = _counted(view, view.question.all_matches, lambda event: event.countries)
    for codes, count in counted.items():
        totals.update({code: count for code in codes if code not in view.required})
    every = "all countries" if query.countries or query.parties else ""
    counts = [(names.countries.name(code), code, count) for code, count in totals.items()]
    return _choice(COUNTRIES, "Countries", every, counts, view, dots)


def _counted(
    view: View, matches: Iterable[Match], kind_of: Callable[[Event], Kind]
) -> Mapping[Kind, int]:
    """Return the kinds of events, each with its number in the story, as the title counts."""
    has_parts = view.question.options.has_parts
    counts = Counter[Kind]()
    for (kind, part), count in Counter((kind_of(m.event), m.part) for m in matches).items():
        counts[kind] += count if part == STORY or not has_parts else 0
    return counts


def _choice(
    key: str, title: str, every: str, counts: Iterable[tuple[str, str, int]], view: View, dots: str
) -> Listing | None:
    """Return names to choose from with their values and counts, those with most first.

    An entry for all of them, named `every` if that is given, comes first. None if there are none.
    """
    ordered = sorted(counts, key=lambda row: -row[2])
    longest = max((cells_of(name) for name, *_ in ordered), default=0)

    def draw(width: int) -> list[Line]:
        room = min(longest, max(width - _COUNTED, width // 2))
        lines = [[Run(every)]] if every else []
        for name, value, count in ordered:
            hue = view.hues.get(value, "")
            lines.append([Run(fit(name, room, dots), hue), Run(f"{count:>8}  "), Run(value, "dim")])
        return lines

    values: list[str | None] = [None] if every else []
    values += [value for _, value, _ in ordered]
    return Listing(key, title, cache(draw), values, keys=_CHOOSING) if values else None


def states(title: str, stated: Sequence[SubjectState], note: str, draw: Draw) -> Listing:
    """Return subjects to choose from, which lead to the events behind their states.

    A note, if any, stands in the title.
    """
    title = f"{title}; {note}" if note else title
    return Listing(STATES, title, draw, events=[s.event for s in stated], keys=_OF_STATES)


_KEYS = (
    ("j k, arrows", "down, up; Page Up, Page Down; g G or Home, End to either end"),
    ("n p", "the next and the previous event that changes a state"),
    ("[ ]", "the same day a year earlier or later; left and right arrows too"),
    ("d", "a day, such as 24 April 2025"),
    ("Enter", "the event in full"),
    ("/", "find: norway since 2021 type mission, or a day; Tab completes"),
    ("t c", "types and countries, to choose from"),
    ("s", "all states of relations on the day"),
    ("Esc", "leave a line or a list; then back to the view before"),
    ("y", "copy a citation of the event"),
    ("Y", "copy the command that prints these events"),
    ("e", "export these events; the ending chooses: .html, .csv, .md, ..."),
    ("mouse", "click an event or a day at the foot; drag there; the wheel scrolls"),
    ("q", "quit; Ctrl-C does too, Ctrl-Z suspends"),
)


def keys(glyphs: Glyphs) -> Listing:
    """Return all keys, with what they do, and what the signs mean."""
    width = max(len(name) for name, _ in _KEYS)
    signs = dict([*_strip(glyphs), *_marks(glyphs)])
    explained = (*_KEYS, ("", ""), *signs.items())
    lines = [[Run(f"{name:<{width}}", "bold"), Run(f"  {meaning}")] for name, meaning in explained]
    return Listing(HELP, "Keys and signs", lambda _: lines)


def _marks(glyphs: Glyphs) -> Iterator[tuple[str, str]]:
    """Yield the marks of rows with their meanings; some ASCII marks are alike."""
    if glyphs.doubted_change != glyphs.change:
        yield glyphs.doubted_change, "an event that changes a state, its date in doubt"
    yield glyphs.change, "an event that changes a state; a state that this event changes"
    yield glyphs.doubt, "an event whose date is in doubt"
    yield glyphs.dotted, "an event beside the story; in strips, a year"
    yield "?", "a date in doubt; after a state, perhaps"


def _strip(glyphs: Glyphs) -> Iterator[tuple[str, str]]:
    """Yield the marks of the strips at the foot, with their meanings."""
    for mark, meaning in meanings((IN_FORCE, WITHHELD, INEXACT, EARLIER), glyphs):
        yield mark, f"at the foot: {meaning}"
