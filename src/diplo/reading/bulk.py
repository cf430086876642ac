"""Events that are right, taken in bulk: whole columns of fields are checked at once.

What is wrong, or not plainly right, is left to `records`, which reads one event after the other
and says what is wrong and where. Nothing is taken here that is refused there.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from diplo.model import dates
from diplo.model.countries import Countries, UnknownCountryError, looks_like_code
from diplo.model.dates import Edtf
from diplo.model.events import (
    ID_LENGTH,
    ID_PATTERN,
    TYPE_PATTERN,
    URL_PATTERN,
    Citation,
    Event,
    Source,
    Vocabulary,
)
from diplo.reading.cited_sources import Tellings
from diplo.reading.columns import Columns, Telling, require, telling
from diplo.terminal.text import fold_space, refused_at

Keep = Callable[[Event], object]
_IDS = re.compile(f"{ID_PATTERN}(\n{ID_PATTERN})*+")


@runtime_checkable
class Quick(Protocol):
    """A predicate that can tell by little that an event is not kept."""

    @property
    def countries(self) -> Iterable[Collection[str]]:
        """Groups of codes; an event that is kept concerns a country of each."""

    def may_fall(self, when: Edtf) -> bool:
        """Say whether an event of this date may be kept."""


class Taken(NamedTuple):
    """What is taken of many events: all their ids, and those that are kept, by their numbers.

    Each id is on a line of its own: one text is quicker to send than many. `codes` are of the
    countries that these or earlier events concern. `told` is what they tell of sources that
    earlier ones did not, by the number of the event and that of the citation in it.
    """

    ids: str
    codes: Collection[str]
    kept: Sequence[tuple[int, Event]]
    told: Mapping[tuple[int, int], Source] = {}


Take = Callable[[Callable[[], Columns]], Taken | None]


class Reader:
    """Takes events in bulk, remembering the texts that many of them share."""

    def __init__(self, vocabulary: Vocabulary, countries: Countries, keeps: Keep) -> None:
        """Take what events may refer to, and the predicate of those to keep."""
        self._dates = _Dates()
        self._codes = _Codes(countries)
        self._types = _Words(TYPE_PATTERN, vocabulary.types)
        self._sources = _Words(ID_PATTERN, vocabulary.sources)
        self._tellings = _Tellings(vocabulary.sources)
        self._keeps = keeps
        quick = keeps if isinstance(keeps, Quick) else _Slow()
        self._groups: Sequence[Collection[str]] = tuple(quick.countries)
        self._falls = _Falls(self._dates, quick.may_fall)

    def take(self, columns: Callable[[], Columns]) -> Taken | None:
        """Take events if all of them are plainly right."""
        try:
            return self._take(columns())
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def _take(self, columns: Columns) -> Taken:
        ids = "\n".join(columns.ids)
        require(_IDS.fullmatch(ids) and ids.count("\n") == len(columns.ids) - 1)
        self._types.check(columns.types)
        self._sources.check(columns.sources)
        self._dates.check(columns.dates)
        self._codes.check(columns.countries)
        told = self._tellings.new(columns)
        events = ((number, self._event(columns, number)) for number in self._candidates(columns))
        kept = [(number, event) for number, event in events if self._keeps(event)]
        return Taken(ids, set(self._codes.values()), kept, told)

    def _candidates(self, columns: Columns) -> Sequence[int]:
        """Return the numbers of the events that may be kept, by what is quickly told."""
        numbers: Sequence[int] = range(len(columns.ids))
        countries, texts = columns.countries, columns.dates
        for group in self._groups:
            are_others = {name for name, code in self._codes.items() if code in group}.isdisjoint
            numbers = [n for n in numbers if not are_others(countries[n])]
        return [n for n in numbers if self._falls[texts[n]]]

    def _event(self, columns: Columns, number: int) -> Event:
        row = columns.row(number)
        get = row.get
        return Event(
            columns.ids[number],
            self._dates[columns.dates[number]],
            fold_space(row["title"]),
            tuple(self._codes[name] for name in columns.countries[number]),
            get("type"),
            tuple(map(fold_space, get("actors") or ())),
            _folded(get("place")),
            _folded(get("summary")),
            tuple(map(_citation, get("sources") or ())),
            _folded(get("note")),
            {fold_space(name): fold_space(state) for name, state in (get("status") or {}).items()},
        )


class _Slow(Quick):
    """A predicate that can tell nothing by little."""

    countries = ()

    def may_fall(self, _: Edtf) -> bool:
        return True


class _Dates(dict[str, Edtf]):
    """Dates by their text, parsed once they are asked for."""

    def check(self, texts: Sequence[str]) -> None:
        list(map(self.__getitem__, dates.not_days(texts)))

    def __missing__(self, text: str) -> Edtf:
        when = self[text] = dates.parse(text)
        return when


class _Falls(dict[str, bool]):
    """Whether an event may be kept, by the text of its date."""

    def __init__(self, when: _Dates, may_fall: Callable[[Edtf], bool]) -> None:
        super().__init__()
        self._when, self._may_fall = when, may_fall

    def __missing__(self, text: str) -> bool:
        falls = self[text] = self._may_fall(self._when[text])
        return falls


class _Codes(dict[str, str]):
    """Codes of countries by what events have for them."""

    def __init__(self, countries: Countries) -> None:
        super().__init__()
        self._countries = countries

    def check(self, columns: Sequence[tuple[str, ...]]) -> None:
        names: set[str] = set().union(*columns)
        by_code = set(map(self.__getitem__, names))
        several = len(by_code) < len(names)  # some country is there by more than one name
        each = ([self[name] for name in names] for names in columns) if several else columns
        # None stands twice in an event.
        require(sum(map(len, map(set, each))) == sum(map(len, columns)))

    def __missing__(self, name: str) -> str:
        require(name.strip() and refused_at(name) is None)
        try:
            code = self._countries.resolve(name)
        except UnknownCountryError:
            require(looks_like_code(name))
            code = name
        self[name] = code
        return code


class _Words:
    """Ids of one kind: of a pattern and, where ids are declared, declared."""

    def __init__(self, pattern: str, declared: Mapping[str, object]) -> None:
        self._pattern = re.compile(pattern)
        self._declared = declared
        self._known: set[str] = set()

    def check(self, words: Iterable[str]) -> None:
        new = set(words) - self._known
        require(all(self._pattern.fullmatch(word) and len(word) <= ID_LENGTH for word in new))
        require(not self._declared or new <= self._declared.keys())
        self._known |= new


class _Tellings:
    """What has been told of sources."""

    def __init__(self, declared: Mapping[str, Source]) -> None:
        self._tellings = Tellings(declared, {})
        self._known: set[Telling] = set()

    def new(self, columns: Columns) -> dict[tuple[int, int], Source]:
        """Return what has not been told before, each by its first place."""
        unknown = (told for told in columns.told if any(told[1:]) and told not in self._known)
        new = {told: _source(told) for told in unknown}
        for source in new.values():
            require(not self._tellings.clash(source))
            self._tellings.sources.setdefault(source.id, source)
        self._known.update(new)
        return dict(_places(columns, new))


def _places(
    columns: Columns, wanted: dict[Telling, Source]
) -> Iterator[tuple[tuple[int, int], Source]]:
    """Yield where each telling comes first."""
    for number in range(len(columns.ids) if wanted else 0):
        for index, item in enumerate(columns.row(number).get("sources") or ()):
            if not isinstance(item, str) and (source := wanted.pop(telling(item), None)):
                yield (number, index), source


def _source(told: Telling) -> Source:
    """Return what is told of a source."""
    name, title, kind, author, publisher, date, url = map(_folded, told)
    require(url is None or re.fullmatch(URL_PATTERN, url))
    when = None if date is None else dates.parse(date)
    return Source(name or "", title or "", kind, author, publisher, when, url)


def _citation(item: str | Mapping[str, str]) -> Citation:
    if isinstance(item, str):
        return Citation(item)
    return Citation(item["source"], _folded(item.get("locator")))


def _folded(text: str | None) -> str | None:
    return None if text is None else fold_space(text)
