"""Choosing and ordering events, and the parts of a timeline: pure functions on events."""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from diplo.model import dates
from diplo.model.dates import Edtf, Window
from diplo.model.events import Event, in_family
from diplo.terminal.text import fold

Filter = Callable[[Event], bool]
NameOf = Callable[[str], str]  # of a country, by its code

_BETWEEN_WORDS = re.compile(r"[^\w.']+")
_SOUGHT = re.compile(r'"([^"]*)"|([^\s"]+)')

STORY, UNDER_WAY, MAY_BELONG = "story", "under way", "may belong"
PARTS = (STORY, UNDER_WAY, MAY_BELONG)

_SORT_KEYS: dict[str, Callable[[Event], tuple[str, ...]]] = {
    "country": lambda event: event.countries,
    "type": lambda event: (event.type or "",),
    "title": lambda event: (fold(event.title),),
    "id": lambda event: (event.id,),
}
BY_STORY, BY_DATE = "story", "date"
SORTS = (BY_STORY, BY_DATE, *_SORT_KEYS)


class Together(NamedTuple):
    """Parties that one event concerns all of: countries, and whole names of actors or places."""

    codes: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """The names as they are compared."""
        return frozenset(map(spoken, self.names))


Alternatives = tuple[Together, ...]  # of which any will do


class Query(NamedTuple):
    """What was asked. Each part that is given must hold; within a part, any one value will do."""

    countries: tuple[frozenset[str], ...] = ()  # all of these, any code of each
    window: Window | None = None
    types: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    certain: bool = False
    began: bool = False  # only what began in the window, at its word
    parties: tuple[Alternatives, ...] = ()  # all of these, where codes alone do not say it
    without: tuple[str, ...] = ()  # none of these types

    def concerning(self, wanted: Iterable[Alternatives]) -> "Query":
        """Return the same of all of these parties, any of the alternatives of each."""
        clauses: list[frozenset[str]] = []
        parties: list[Alternatives] = []
        for alternatives in wanted:
            if all(len(each.codes) == 1 and not each.names for each in alternatives):
                clauses.append(frozenset(chain.from_iterable(each.codes for each in alternatives)))
            elif len(alternatives) == 1:
                ((codes, names),) = alternatives
                clauses += (frozenset({code}) for code in sorted(codes))
                parties += ((Together(names=frozenset({name})),) for name in sorted(names))
            else:
                parties.append(alternatives)
        return self._replace(countries=tuple(clauses), parties=tuple(parties))


class Match(NamedTuple):
    """An event that was asked for: how its date matches the window, and which part it is of."""

    event: Event
    match: str = dates.CERTAIN
    part: str = STORY


class Parts(NamedTuple):
    """Matches by the part of a timeline that they are of."""

    story: list[Match]
    under_way: list[Match]
    may_belong: list[Match]


def parts(matches: Iterable[Match]) -> Parts:
    """Return the parts that matches are of, each in its order."""
    found = list(matches)
    return Parts(*([match for match in found if match.part == part] for part in PARTS))


class Matcher:
    """Says whether and how events match a query."""

    def __init__(self, query: Query, name_of: NameOf = lambda _: "") -> None:
        """Take the query, and what names the countries that are searched."""
        self._query = query
        self._filters = [
            *(concerns(codes) for codes in query.countries),
            *map(concerns_any, query.parties),
            *_if_asked(of_other_type, query.without),
            *_if_asked(of_type, query.types),
            *_if_asked(with_actor, query.actors),
            *_if_asked(at_place, query.places),
            *_if_asked(told_by, query.sources),
            *_if_asked(functools.partial(holds_words, name_of=name_of), query.search),
        ]
        sure = (dates.CERTAIN, dates.ONGOING)
        self._accepted = sure if query.certain else (*sure, dates.POSSIBLE)
        self._parts = (STORY,) if query.began else PARTS

    def __call__(self, event: Event) -> Match | None:
        """Return the match of an event, None where it does not match."""
        if not all(keeps(event) for keeps in self._filters):
            return None
        match, part = self._placed(event.date)
        return Match(event, match, part) if match else None

    @property
    def countries(self) -> Sequence[frozenset[str]]:
        """Groups of codes; an event that matches concerns a country of each."""
        return (*self._query.countries, *self._of_parties())

    def _of_parties(self) -> Iterator[frozenset[str]]:
        for alternatives in self._query.parties:
            if all(each.codes for each in alternatives):
                yield frozenset(chain.from_iterable(each.codes for each in alternatives))

    def may_fall(self, when: Edtf) -> bool:
        """Say whether an event of this date may match."""
        return self._placed(when)[0] is not None

    def _placed(self, when: Edtf) -> tuple[str | None, str]:
        """Return how a date matches, None where it does not, and the part that it is of."""
        window, plain = self._query.window, when.plain
        match = dates.match(when, window)
        part = part_of(when, window) if window is None or plain is not when else _part(match)
        return match if match in self._accepted and part in self._parts else None, part


def concerns(codes: frozenset[str]) -> Filter:
    """Keep events that concern any of these countries."""
    return lambda event: not codes.isdisjoint(event.countries)


def concerns_any(alternatives: Alternatives) -> Filter:
    """Keep events that concern all parties of any of these."""
    named = any(each.names for each in alternatives)

    def keeps(event: Event) -> bool:
        names = names_in(event) if named else ()
        return any(among(event.countries, names, alternatives))

    return keeps


def among(codes: Iterable[str], names: Iterable[str], alternatives: Alternatives) -> Iterator[bool]:
    """Say of each of the alternatives whether all its parties are among these."""
    of_codes, of_names = frozenset(codes), frozenset(names)
    return (each.codes <= of_codes and each.keys <= of_names for each in alternatives)


def names_in(event: Event) -> frozenset[str]:
    """Return the names of an event's actors and of its place, as they are compared."""
    return frozenset(map(spoken, (*event.actors, *filter(None, [event.place]))))


@functools.lru_cache(maxsize=10_000)
def spoken(name: str) -> str:
    """Return the words of a name as it is compared whole: hyphens are spaces, commas go."""
    folded = fold(name)
    return " ".join(_BETWEEN_WORDS.split(folded)).strip() or folded


def of_type(families: Sequence[str]) -> Filter:
    """Keep events of any of these types, a family standing for its members."""
    return lambda event: any(in_family(event.type, family) for family in families)


def of_other_type(families: Sequence[str]) -> Filter:
    """Keep events of none of these types, a family standing for its members."""
    return lambda event: not any(in_family(event.type, family) for family in families)


def with_actor(names: Sequence[str]) -> Filter:
    """Keep events with an actor whose name holds any of these texts."""
    holds = _part_of_name(names)
    return lambda event: any(map(holds, event.actors))


def at_place(names: Sequence[str]) -> Filter:
    """Keep events at a place whose name holds any of these texts."""
    holds = _part_of_name(names)
    return lambda event: event.place is not None and holds(event.place)


def _part_of_name(texts: Sequence[str]) -> Callable[[str], bool]:
    """Return what says whether a name holds any of these texts, as they are or as spoken."""
    parts = [(fold(text), spoken(text)) for text in texts]

    def holds(name: str) -> bool:
        written, said = fold(name), spoken(name)
        return any(part in written or words in said for part, words in parts)

    return holds


def told_by(ids: Sequence[str]) -> Filter:
    """Keep events that any of these sources tells."""
    return lambda event: any(citation.source in ids for citation in event.sources)


def holds_words(texts: Sequence[str], name_of: NameOf = lambda _: "") -> Filter:
    """Keep events that hold all words and quoted phrases of any of these texts.

    These are looked for in the title, the summary, the actors, the place, the note and the names
    of the countries.
    """
    wanted = [sought(text) for text in texts]
    name = functools.cache(lambda code: fold(name_of(code)))

    def keeps(event: Event) -> bool:
        told = (event.title, event.summary, *event.actors, event.place, event.note)
        text = "\n".join([*map(fold, filter(None, told)), *map(name, event.countries)])
        return any(all(part in text for part in parts) for parts in wanted)

    return keeps


def sought(text: str) -> list[str]:
    """Return the words and quoted phrases of a text that is searched for."""
    folded = fold(text)
    parts = [phrase.strip() or word for phrase, word in _SOUGHT.findall(folded)]
    return [part for part in parts if part] or [folded]


def _if_asked(make: Callable[[Sequence[str]], Filter], values: Sequence[str]) -> list[Filter]:
    return [make(values)] if values else []


def part_of(when: Edtf, window: Window | None) -> str:
    """Return the part of a timeline that a date is of, taken at its word.

    What is certain in the window and began in it is the story, what was ongoing there under way;
    all else may belong. With no window all is story that has a day.
    """
    if window is None:
        return STORY if when.is_dated else UNDER_WAY
    return _part(dates.match(when.plain, window))


def _part(at_its_word: str | None) -> str:
    return {dates.CERTAIN: STORY, dates.ONGOING: UNDER_WAY}.get(at_its_word or "", MAY_BELONG)


def arrange(
    matches: Iterable[Match],
    sort: str = BY_STORY,
    *,
    reverse: bool = False,
    limit: int | None = None,
) -> list[Match]:
    """Sort matches, which come in the order of their files, turn them round, keep the first.

    The story is told part by part, and turned round within each; ties go by date. What has no
    day is last either way.
    """
    ordered = sorted(matches, key=lambda match: match.event.date.order)
    if sort == BY_STORY:
        ordered = [match for part in parts(ordered) for match in _turned(part, reverse)]
    elif sort == BY_DATE:
        ordered = _turned(ordered, reverse)
    else:
        key = _SORT_KEYS[sort]
        ordered.sort(key=lambda match: key(match.event))
        if reverse:
            ordered.reverse()
    return ordered[:limit]


def nearest(matches: Iterable[Match], window: Window) -> list[Match]:
    """Return the last event that begins before a window and the first that begins after it."""
    dated = [match for match in arrange(matches, BY_DATE) if match.event.date.is_dated]
    before = [match for match in dated if match.event.date.order[0] < window.first]
    after = [match for match in dated if match.event.date.order[0] > window.last]
    return [*before[-1:], *after[:1]]


def _turned(ordered: list[Match], reverse: bool) -> list[Match]:  # noqa: FBT001
    """Turn matches round, where that is asked for, but for those without a day."""
    if not reverse:
        return ordered
    dated = [match for match in ordered if match.event.date.is_dated]
    return [*reversed(dated), *ordered[len(dated) :]]
