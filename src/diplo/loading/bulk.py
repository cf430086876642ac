"""Events that are right, taken in bulk: whole columns of fields are checked at once.

What is wrong, or not plainly right, is left to `records`, which reads one event after the other
and says what is wrong and where. Nothing is taken here that is refused there.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, Protocol, runtime_checkable

from diplo import dates
from diplo.countries import Countries, UnknownCountryError, looks_like_code
from diplo.dates import Edtf
from diplo.events import ID_LENGTH, ID_PATTERN, TYPE_PATTERN, Citation, Event, Vocabulary
from diplo.loading.columns import Columns, require
from diplo.text import fold_space, refused_at

Keep = Callable[[Event], object]


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

    `codes` are of the countries that these or earlier ones concern.
    """

    ids: Sequence[str]
    codes: Collection[str]
    kept: Sequence[tuple[int, Event]]


Take = Callable[[Callable[[], Columns]], Taken | None]


class Reader:
    """Takes events in bulk, remembering the texts that many of them share."""

    def __init__(self, vocabulary: Vocabulary, countries: Countries, keeps: Keep) -> None:
        """Take what events may refer to, and the predicate of those to keep."""
        self._dates = _Dates()
        self._codes = _Codes(countries)
        self._types = _Words(TYPE_PATTERN, vocabulary.types)
        self._sources = _Words(ID_PATTERN, vocabulary.sources)
        self._keeps = keeps
        self._quick = keeps if isinstance(keeps, Quick) else None

    def take(self, columns: Callable[[], Columns]) -> Taken | None:
        """Take events if all of them are plainly right."""
        try:
            return self._take(columns())
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def _take(self, columns: Columns) -> Taken:
        _check_ids(columns.ids)
        self._types.check(columns.types)
        self._sources.check(columns.sources)
        for text in dates.not_days(columns.dates):
            self._dates[text]
        self._codes.check(columns.countries)
        events = ((number, self._event(columns, number)) for number in self._candidates(columns))
        kept = [(number, event) for number, event in events if self._keeps(event)]
        return Taken(columns.ids, set(self._codes.values()), kept)

    def _candidates(self, columns: Columns) -> Sequence[int]:
        """Return the numbers of the events that may be kept, by what is quickly told."""
        numbers: Sequence[int] = range(len(columns.ids))
        if self._quick is None:
            return numbers
        for group in self._quick.countries:
            names = {name for name, code in self._codes.items() if code in group}
            numbers = [n for n in numbers if not names.isdisjoint(columns.countries[n])]
        falls = self._quick.may_fall
        return [n for n in numbers if falls(self._dates[columns.dates[n]])]

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


class _Dates(dict[str, Edtf]):
    """Dates by their text, parsed once they are asked for."""

    def __missing__(self, text: str) -> Edtf:
        when = self[text] = dates.parse(text)
        return when


class _Codes(dict[str, str]):
    """Codes of countries by what events have for them."""

    def __init__(self, countries: Countries) -> None:
        super().__init__()
        self._countries = countries

    def check(self, columns: Sequence[tuple[str, ...]]) -> None:
        flat = list(chain.from_iterable(columns))
        names = set(flat)
        by_code = set(map(self.__getitem__, names))
        several = len(by_code) < len(names)  # some country is there by more than one name
        each = ([self[name] for name in names] for names in columns) if several else columns
        require(sum(map(len, map(set, each))) == len(flat))  # none stands twice in an event

    def __missing__(self, name: str) -> str:
        require(refused_at(name) is None)
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


def _check_ids(ids: Sequence[str]) -> None:
    """Make sure that texts are ids, all in one go."""
    require(max(map(len, ids)) <= ID_LENGTH)
    lines = "\n".join(ids)
    require(_IDS.fullmatch(lines) and lines.count("\n") == len(ids) - 1)


_IDS = re.compile(f"{ID_PATTERN}(\n{ID_PATTERN})*")


def _citation(item: str | Mapping[str, str]) -> Citation:
    if isinstance(item, str):
        return Citation(item)
    return Citation(item["source"], _folded(item.get("locator")), _folded(item.get("title")))


def _folded(text: str | None) -> str | None:
    return None if text is None else fold_space(text)
