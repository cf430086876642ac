"""An event in full: what it says, what it makes true, and what came before and after it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from diplo.history import relations
from diplo.history.arrangement import arrange
from diplo.history.parts import Match, parts
from diplo.model import dates
from diplo.model.dates import Period
from diplo.model.events import Citation, Event, Timeline
from diplo.reports.citations import address
from diplo.reports.entries import Entry, EntryMaker, distinct_summary
from diplo.reports.names import Names
from diplo.reports.parties import ranked, required_countries
from diplo.reports.story import START_UNKNOWN, Section, Story, asides, tally
from diplo.reports.titles import title_of

if TYPE_CHECKING:
    from diplo.history.surroundings import Surroundings

_NEIGHBOURS = 2  # shown before and after an event


class LinkedText(NamedTuple):
    """Words, and the web address of what they name, if it has one."""

    words: str
    address: str = ""


class Card(NamedTuple):
    """An event in full.

    `about` has its date, type and countries; `facts` are lines under labels; `neighbours` are those
    in time, and itself. With --around, `story` has what happened before, at its time and after.
    """

    title: str
    about: Sequence[str]
    summary: str
    facts: Sequence[tuple[str, Sequence[LinkedText]]]
    neighbours: Sequence[Entry]
    id: str
    codes: Sequence[str]
    story: Story | None = None


class Cards(NamedTuple):
    """Events in full."""

    cards: Sequence[Card]


def cards(
    events: Sequence[Event],
    timeline: Timeline,
    names: Names,
    surroundings: Mapping[str, "Surroundings"] = MappingProxyType({}),
) -> Cards:
    """Return events in full, with their neighbours among all events of the files.

    An event whose id is in `surroundings` has the story of what happened around it instead.
    """
    matches = arrange(map(Match, timeline.events))
    ordered = [match.event for match in matches if match.event.date.is_dated]
    changing = [event for event in timeline.events if event.status]
    effects = Effects(changing, timeline.last_days)
    result = []
    for event in events:
        around = surroundings.get(event.id)
        story = _story(around, names) if around else None
        neighbours = () if around else _neighbours(event, ordered, names)
        full_card = card(event, effects, names)
        result.append(full_card._replace(story=story, neighbours=neighbours))
    return Cards(result)


def card(event: Event, effects: "Effects", names: Names) -> Card:
    """Return an event in full, without its neighbours."""
    when = dates.words(event.date) if event.date.is_dated else START_UNKNOWN
    kind = names.kind(event.type)
    countries = ", ".join(map(names.countries.name, event.countries))
    texts: dict[str, Iterable[str | None]] = {
        "Makes true": effects.describe(event),
        "Actors": [", ".join(event.actors)],
        "Place": [event.place],
        "Note": [event.note],
    }
    facts = {label: [LinkedText(line) for line in lines if line] for label, lines in texts.items()}
    facts["Sources"] = [_source(citation, names) for citation in event.sources]
    return Card(
        title=event.title,
        about=list(filter(None, (when, kind, countries))),
        summary=distinct_summary(event),
        facts=[(label, lines) for label, lines in facts.items() if lines],
        neighbours=(),
        id=event.id,
        codes=_codes(event, names),
    )


def _source(citation: Citation, names: Names) -> LinkedText:
    return LinkedText(names.full_citation(citation), address(names.source_and_locator(citation)[0]))


def _codes(event: Event, names: Names) -> list[str]:
    """Return the notations of an event: its date in EDTF, the codes of its type."""
    kind = names.vocabulary.types.get(event.type or "")
    codes = (("PLOVER", kind.plover), ("CAMEO", kind.cameo)) if kind else ()
    return [event.date.text, *(f"{scheme} {code}" for scheme, code in codes if code)]


def _neighbours(event: Event, ordered: Iterable[Event], names: Names) -> list[Entry]:
    """Return an event among its neighbours that concern all of its countries, if there are any."""
    related = [other for other in ordered if set(event.countries) <= set(other.countries)]
    place = next((n for n, other in enumerate(related) if other.id == event.id), None)
    if place is None or len(related) == 1:
        return []
    entry_of = EntryMaker(names)
    near = related[max(place - _NEIGHBOURS, 0) : place + _NEIGHBOURS + 1]
    return [entry_of(Match(other)) for other in near]


def _story(around: "Surroundings", names: Names) -> Story:
    """Return the story of what happened before an event, on the days of its date, and after."""
    first, last = around.days
    length, on_the_day = around.length.words, dates.words(around.event.date)
    required = required_countries(around.query)
    entry_of, in_parts = EntryMaker(names, required), parts(around.matches)
    before, after = f"{length} before", f"{length} after"
    entries_by_heading: dict[str, list[Entry]] = {before: [], on_the_day: [], after: []}
    for match in in_parts.story:
        day = (dates.anchor(match.event.date) or around.days)[0]
        heading = on_the_day
        if day < first:
            heading = before
        elif day > last:
            heading = after
        entries_by_heading[heading].append(entry_of(match))
    return Story(
        title=title_of(around.query, names),
        tally=tally(Counter(match.part for match in around.matches), around.query.window),
        sections=[Section(heading, rows) for heading, rows in entries_by_heading.items() if rows],
        asides=asides(around.matches, around.query.window, entry_of),
        aside_counts=(),
        parties=ranked(in_parts.story, names, required),
        listed=True,
        window=around.query.window,
    )


class Effects:
    """Says what events make true, and how long it lasts."""

    def __init__(self, events: Iterable[Event], last_days: Mapping[str, date]) -> None:
        """Take all events that change states, and the last day that each one's file covers."""
        self._subjects = {s.name: s for s in relations.subjects(events, last_days)}
        self._days = {key: day.toordinal() for key, day in last_days.items()}

    def describe(self, event: Event) -> list[str]:
        """Return a line for each subject that an event changes: its state and how long it lasts."""
        return [
            ", ".join(filter(None, (f"{name}: {state}", self._lasting(event, name))))
            for name, state in event.status.items()
        ]

    def _lasting(self, event: Event, name: str) -> str:
        subject = self._subjects[name]
        # A file that reaches further may report the end of what lasts in another.
        last = max(self._day(effect.event) for effect in subject.effects)
        states = relations.history(subject, last)
        rows = [row for row in states if row.effect and row.effect.event.id == event.id]
        if not rows:
            return ""
        if rows[0].until:
            return _until(rows[0].until.since)
        day = self._day(event)
        on = f" on {dates.day_words(day)}" if day != dates.END else ""
        perhaps = "" if rows[0].match == dates.CERTAIN else "perhaps "
        return f"{perhaps}still so{on}"

    def _day(self, event: Event) -> int:
        """Return the last day that the file of an event covers, or `dates.END` if none is known."""
        return self._days.get(event.id, dates.END)


def _until(since: Period) -> str:
    """Say when a state ended, given the start of the next."""
    if since.edtf is None:
        return "until a day that is not told"
    return f"{'changed' if since.precision == 'range' else 'until'} {dates.words(since)}"
