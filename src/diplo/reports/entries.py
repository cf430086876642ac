"""Events as people read them: date in words, mark, parties, type and sources."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from diplo.history.parts import MAY_BELONG, STORY, Match
from diplo.model import dates
from diplo.model.events import Event
from diplo.reports.names import Names
from diplo.reports.parties import hue_of, others

EVENT, CHANGE, DOUBT, DOUBTED_CHANGE, ASIDE = "event", "change", "doubt", "doubted change", "beside"
CHANGES, DOUBTS = (CHANGE, DOUBTED_CHANGE), (DOUBT, DOUBTED_CHANGE)  # marks that mean either
MARKS = {CHANGE: "changes a state", DOUBT: "date in doubt", DOUBTED_CHANGE: "both"}  # in words
EARLIER = "earlier"  # than the axis


class Entry(NamedTuple):
    """An event as people read it.

    `when` is its date in words, without the year of its heading; `mark` says whether it changes a
    state or its date is in doubt; `parties` are the codes of the other parties, `kind` is the
    label of its type; `sources` are titles and locators. It is drawn in the `hue` of a party;
    `more` is the number of its parties that are only named under another heading.
    """

    event: Event
    match: str
    part: str
    when: str
    mark: str
    parties: tuple[str, ...]
    kind: str
    sources: tuple[str, ...] = ()
    hue: str = ""
    more: int = 0

    @property
    def left_out(self) -> str:
        """The number of parties that are not named here, in words, or "" if all are named."""
        return f"+{self.more} more" if self.more else ""


class EntryMaker(NamedTuple):
    """Makes entries of matches, with their parties beside the countries that are `required`."""

    names: Names
    required: Collection[str] = ()
    has_parts: bool = True
    hues: Mapping[str, str] = {}

    def __call__(self, match: Match, under: str = "") -> Entry:
        """Return the entry of a match; its date leaves out the year that it stands `under`."""
        event = match.event
        when = date_words(dates.words(event.date, under), match, needed=not self.has_parts)
        beside = others(event.countries, self.required)
        return Entry(
            event,
            match.match,
            match.part if self.has_parts else STORY,
            when,
            mark_of(match, has_parts=self.has_parts),
            beside,
            self.names.kind(event.type),
            tuple(map(self.names.short_citation, event.sources)),
            hue_of(beside, self.hues),
        )


def meanings(used: Collection[str]) -> dict[str, str]:
    """Return the meanings of the marks used, with "both" spelt out unless both are explained."""
    explained = {mark: words for mark, words in MARKS.items() if mark in used}
    if DOUBTED_CHANGE in explained and len(explained) < len(MARKS):
        explained[DOUBTED_CHANGE] = f"{MARKS[CHANGE]}, {MARKS[DOUBT]}"
    return explained


def distinct_summary(event: Event) -> str:
    """Return the summary of an event, or "" if it only repeats the title."""
    summary = event.summary or ""
    return "" if summary.removesuffix(".") == event.title else summary


def date_words(words: str, match: Match, *, needed: bool) -> str:
    """Return a date in words, with "?" if nothing else shows that it is only possible."""
    hidden = match.match == dates.POSSIBLE and not match.event.date.is_qualified
    return f"{words}?" if needed and hidden else words


def mark_of(match: Match, *, has_parts: bool) -> str:
    """Return the mark of an event."""
    if has_parts and match.part != STORY:
        return DOUBT if match.part == MAY_BELONG else ASIDE
    if dates.is_uncertain(match.event.date) or (match.match == dates.POSSIBLE and not has_parts):
        return DOUBTED_CHANGE if match.event.status else DOUBT
    return CHANGE if match.event.status else EVENT
