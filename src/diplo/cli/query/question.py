"""Turn what was typed into a query, by what the files declare, and find the events that match."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from diplo.cli import values
from diplo.cli.arguments import PartyArguments
from diplo.cli.options.arranging import Arranging
from diplo.cli.options.files import Files
from diplo.cli.options.selecting import Selecting
from diplo.cli.options.writing import Writing
from diplo.cli.query import empty
from diplo.cli.query.parties import resolve, search_hint, with_unknown_words
from diplo.cli.values import UnknownTypeError
from diplo.history.filters import Alternatives, names_in, search_terms
from diplo.history.parts import STORY, Match
from diplo.history.pushdown import Counts, First, PushdownMatcher
from diplo.history.selection import AnyOf, Matcher, Query, has_effects
from diplo.model import dates
from diplo.model.countries.codes import may_mean
from diplo.model.dates import Window
from diplo.model.events import Event, Timeline, Vocabulary
from diplo.reading.keeping import Keep
from diplo.reports import Names
from diplo.reports.selection import Selection
from diplo.reports.story import StoryOptions
from diplo.terminal.errors import UsageError
from diplo.terminal.text import fold, plural, series, shown

if TYPE_CHECKING:  # most questions ask for no states
    from diplo.history.relations import Subject
    from diplo.reports.changed import Changed

_MOST_NOTES = 4  # on countries


class Found(NamedTuple):
    """The query that was asked, and the events in the files that match it."""

    files: Files
    parties: PartyArguments
    query: Query
    names: Names
    timeline: Timeline
    matches: list[Match]
    party_notes: tuple[str, ...]  # notes on actors and places
    changed: "Changed | None" = None  # what events change, to draw beside them

    @property
    def has_story(self) -> bool:
        """Whether there is a story: what began in the range or, without one, has a known day."""
        return any(match.part == STORY for match in self.matches)

    def selection(self, matches: Sequence[Match]) -> Selection:
        """Return what to report: these matches, of all."""
        return Selection(self.query, self.names, matches, self.matches, self.nearest, self.changed)

    def nearest(self) -> list[Match]:
        """Return the events nearest to a range in which nothing happened, rereading the files."""
        window = self.query.window
        if window is None or self.has_story or self.files.come_once:
            return []
        matcher = Matcher(self.query._replace(window=None), self.names.countries.name)
        events = self.files.load(lambda _: matcher).events
        return empty.nearest(self.query, self.names.countries.name, events)

    def notes(self, writing: Writing, *, nearest: bool = True) -> tuple[str, ...]:
        """Return the notes on an answer.

        They are on actors and places taken for arguments, countries that no event concerns or that
        events have under other letters, types that a search does not find and, if nothing matches,
        what would. In a table, the events `nearest` to a range may be shown instead.
        """
        codes = self.timeline.codes
        see = "" if self.files.events else "diplo countries"
        missing = unmatched_notes(self.parties, codes, self.names, see=see)
        other_codes = other_code_notes(self.parties, codes, self.names, self._reread)
        missed = self._missed_types()
        notes = (*self.timeline.notes, *self.party_notes, *missing, *other_codes, *missed)
        tallies = self.timeline.tallies
        if self.matches or (tallies and tallies.dated):
            return notes
        table = nearest and writing.is_for_people
        why = empty.why(self.query, self.names, self.files, quiet=bool(missing), near=table)
        return (*notes, *why)

    def _missed_types(self) -> tuple[str, ...]:
        """Return a note on events that a search misses, though it names their type."""
        if not self.query.search or self.query.types:
            return ()
        wanted = {" ".join(search_terms(text)) for text in self.query.search}
        kinds = [key for key in self.names.vocabulary.types if wanted & self._names_of_type(key)]
        if not kinds:
            return ()
        typed = self.query._replace(search=(), types=tuple(kinds))
        name_of = self.names.countries.name
        of_type, by_search = Matcher(typed, name_of), Matcher(self.query, name_of)
        count = sum(bool(of_type(event) and not by_search(event)) for event in self._reread())
        missed = f"{plural(count, 'event')} of type {series(kinds, 'or')}"
        return (f"-q does not find {missed}; -t {','.join(kinds)} does",) if count else ()

    def _names_of_type(self, kind: str) -> set[str]:
        """Return the names of a type: the last word of its id, and its label."""
        return {fold(name) for name in (kind.rpartition(".")[2], self.names.type(kind))}

    def _reread(self) -> Sequence[Event]:
        """Return all events, or none if reading them again would take long."""
        return self.files.load().events if self.files.are_small else ()


def ask(
    countries: Sequence[str] | None,
    selecting: Selecting,
    files: Files,
    *,
    every: bool = True,
    states: bool = False,
    enough: Callable[[Query], Counts | First | None] = lambda _: None,
) -> Found:
    """Find the events that were asked for: those that concern every argument, or any.

    With `states`, events that change states are read too. For one file, `enough` may say that
    counts or the first events will do.

    Raises:
        UsageError: a country, date, type or source is wrong or unknown.
    """
    typed = countries or []
    files.refuse_typed(typed)
    window = selecting.window(values.today())

    def keep(names: Names, parties: PartyArguments) -> Keep:
        vocabulary = names.vocabulary._replace(sources={})  # events may describe more
        query = selecting.query(_wanted(parties, every=every), window, vocabulary)
        name_of = names.countries.name
        brief = enough(query) if len(files.names) == 1 else None
        matches = PushdownMatcher(query, name_of, brief) if brief else Matcher(query, name_of)
        return AnyOf(has_effects, matches) if states else matches

    try:
        loaded = files.load(with_unknown_words(typed, keep))
        names = Names(loaded.vocabulary)
        return find(typed, selecting, files, loaded, names, every=every, states=states)
    except UnknownTypeError as error:
        if hint := search_hint(error.key, files):
            raise UsageError(f"{error}; {hint}") from None
        raise


def find(
    typed: Sequence[str],
    selecting: Selecting,
    files: Files,
    loaded: Timeline,
    names: Names,
    *,
    every: bool = True,
    states: bool = False,
) -> Found:
    """Find the events that were asked for among those that were read, and what changes `states`.

    Raises:
        UsageError: a country, date, type or source is wrong or unknown.
    """
    today = values.today()
    window = selecting.window(today)
    parties, notes = resolve(typed, loaded, names, types=selecting.type or ())
    query = selecting.query(_wanted(parties, every=every), window, loaded.vocabulary)
    matches = list(filter(None, map(Matcher(query, names.countries.name), loaded.events)))
    changed = _changed(loaded, query, names, today) if states else None
    return Found(files, parties, query, names, loaded, matches, notes, changed)


def story_options(
    arranging: Arranging, *, headed: bool = True, listed: bool = False
) -> StoryOptions:
    """Return how to show the events: under headings or not, all of them `listed` or as typed."""
    group_by = arranging.group_by if headed else None
    return StoryOptions(
        group_by, arranging.sort, arranging.reverse, listed or arranging.every, arranging.long
    )


def _wanted(parties: PartyArguments, *, every: bool) -> Sequence[Alternatives]:
    return parties.arguments if every else [tuple(chain.from_iterable(parties.arguments))]


def _changed(loaded: Timeline, query: Query, names: Names, today: date) -> "Changed":
    """Return the subjects that matching events change, at any time up to the last day."""
    from diplo.history import relations  # noqa: PLC0415  (only pictures need it)
    from diplo.reports.changed import Changed  # noqa: PLC0415  (the same)

    matcher = Matcher(query._replace(window=None), names.countries.name)
    last_day = values.last_day(loaded.vocabulary, today)
    subjects = relations.subjects(loaded.events, loaded.last_days)
    matching = [s for s in subjects if any(matcher(effect.event) for effect in s.effects)]
    return Changed(matching, min(query.window.last, last_day) if query.window else last_day)


def concerned(subjects: Iterable["Subject"], parties: PartyArguments) -> list["Subject"]:
    """Return the subjects that concern all arguments, by the events that change them."""
    return [subject for subject in subjects if parties.hold(subject.countries, _names_in(subject))]


def _names_in(subject: "Subject") -> frozenset[str]:
    """Return the names of the actors and places of all events that change a subject."""
    return frozenset().union(*(names_in(effect.event) for effect in subject.effects))


def unmatched_notes(
    parties: PartyArguments, codes: frozenset[str], names: Names, noun: str = "event", see: str = ""
) -> tuple[str, ...]:
    """Return a note for each country asked for that nothing concerns, or one note for many.

    The last note may name a command to `see`.
    """
    missing = sorted(parties.codes - codes)
    countries = [f"{shown(names.countries.name(code))[1:-1]} ({code})" for code in missing]
    if len(countries) > _MOST_NOTES:
        first = ", ".join(countries[: _MOST_NOTES - 1])
        countries = [f"{first} or {len(countries) - _MOST_NOTES + 1} others"]
    notes = [f"no {noun} concerns {country}" for country in countries]
    if notes and see:
        notes[-1] += f"; see '{see}'"
    return tuple(notes)


def other_code_notes(
    parties: PartyArguments,
    codes: frozenset[str],
    names: Names,
    events: Callable[[], Sequence[Event]],
) -> tuple[str, ...]:
    """Return a note for each country that events have under letters that ISO 3166 lacks.

    The events are counted if they can be read.
    """
    undeclared = codes - parties.codes - names.vocabulary.countries.keys()
    letters_by_code = {code: may_mean(code, undeclared) for code in sorted(parties.codes)}
    return tuple(
        f"{_events_have(letters, events())} {' or '.join(letters)}, which may mean "
        f"{names.countries.name(code)}; ask for {','.join((code, *letters))}, and "
        "'diplo check FILE' says where"
        for code, letters in letters_by_code.items()
        if letters
    )


def _events_have(letters: Sequence[str], events: Sequence[Event]) -> str:
    """Return "2 events have", or "some events have" if they cannot be counted."""
    count = sum(not set(letters).isdisjoint(event.countries) for event in events)
    if not count:
        return "some events have"
    return plural(count, "event has", "events have")


def coverage_notes(vocabulary: Vocabulary, window: Window | None) -> tuple[str, ...]:
    """Return a note if the range asked for goes beyond the last day that the files cover."""
    last = vocabulary.last_day
    if last is None or window is None:
        return ()
    if window.first <= last and (window.last <= last or window.last == dates.END):
        return ()
    day = dates.day_words(last)
    return (f"the events are known up to {day}; what came after that day is not in them",)


def outside_coverage_notes(vocabulary: Vocabulary, window: Window | None) -> tuple[str, ...]:
    """Return that note only if the whole range lies beyond that day."""
    begins = vocabulary.last_day and window and window.first > vocabulary.last_day
    return coverage_notes(vocabulary, window) if begins else ()
