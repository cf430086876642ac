"""Events that are right, taken in bulk: whole columns of fields are checked at once.

What is wrong, or not plainly right, is left to `records`, which reads one event after the other
and says what is wrong and where. Nothing is taken here that is refused there.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

from diplo import dates
from diplo.countries import Countries, UnknownCountryError, looks_like_code
from diplo.dates import Edtf
from diplo.events import (
    CITATION_KEYS,
    DERIVED_KEYS,
    EVENT_KEYS,
    ID_LENGTH,
    ID_PATTERN,
    TYPE_PATTERN,
    Citation,
    Event,
    Vocabulary,
)
from diplo.text import fold_space, is_plain, refused_at

_KEYS = frozenset((*EVENT_KEYS, *DERIVED_KEYS))
_REQUIRED = frozenset(("id", "date", "title", "countries"))
_PLAIN = bytes(range(0x20, 0x7F))
_BLANKEST = " \U0010ffff"  # what begins with a space, and nothing at all, are not above it
_TEXT, _LIST, _MAPPING = {str}, {list}, {dict}


class _UnplainError(ValueError):
    """Something that `records` has to look at."""


class Bulk(NamedTuple):
    """Events by column; of most of them only this is wanted."""

    rows: Sequence[Mapping[str, Any]]
    ids: Sequence[str]
    dates: Sequence[Edtf]
    codes: Sequence[tuple[str, ...]]
    keys: int  # how many there are, at every level

    def event(self, number: int) -> Event:
        """Make one of the events."""
        row = self.rows[number]
        get = row.get
        return Event(
            self.ids[number],
            self.dates[number],
            fold_space(row["title"]),
            self.codes[number],
            get("type"),
            tuple(map(fold_space, get("actors") or ())),
            _folded(get("place")),
            _folded(get("summary")),
            tuple(map(_citation, get("sources") or ())),
            _folded(get("note")),
            {fold_space(name): fold_space(state) for name, state in (get("status") or {}).items()},
        )


class Reader:
    """Takes events in bulk, remembering the texts that many of them share."""

    def __init__(self, vocabulary: Vocabulary, countries: Countries) -> None:
        """Take what events may refer to."""
        self._dates = _Dates()
        self._codes = _Codes(countries)
        self._types = _Words(TYPE_PATTERN, vocabulary.types)
        self._sources = _Words(ID_PATTERN, vocabulary.sources)

    def read(self, data: Sequence[Any]) -> Bulk | None:
        """Take events if all of them are plainly right."""
        try:
            return self._read(data)
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def _read(self, rows: Sequence[Any]) -> Bulk:
        _require(_types(rows) <= _MAPPING)
        keys: set[str] = set().union(*rows)
        _require(_REQUIRED <= keys <= _KEYS)
        columns = _columns(rows, keys)

        def present(key: str) -> list[Any]:
            return [value for value in columns.get(key, ()) if value is not None]

        _check_ids(columns["id"])
        self._types.check(present("type"))
        lists = [present(key) for key in ("countries", "actors", "sources")]
        _require(_types(chain.from_iterable(lists)) <= _LIST)
        actors, sources = (list(chain.from_iterable(found)) for found in lists[1:])
        cited = [item for item in sources if type(item) is not str]
        self._check_citations(cited, [item for item in sources if type(item) is str])
        states = present("status")
        _require(_types(states) <= _MAPPING)
        told = [[*state, *state.values()] for state in states]
        _require("  " not in "\n".join(chain.from_iterable(states)))  # two may fold to the same
        fields = ([i[k] for i in cited if i.get(k) is not None] for k in ("locator", "title"))
        free = map(present, ("place", "summary", "note", *DERIVED_KEYS))
        _check_texts([*chain(columns["title"], *free, actors, *fields, *told)])
        return Bulk(
            rows,
            columns["id"],
            list(map(self._dates.__getitem__, columns["date"])),
            list(map(self._codes.__getitem__, map(tuple, columns["countries"]))),
            sum(map(len, rows)) + sum(map(len, cited)) + sum(map(len, states)),
        )

    def _check_citations(self, cited: Sequence[Mapping[str, Any]], bare: Sequence[str]) -> None:
        _require(_types(cited) <= _MAPPING)
        _require(set().union(*cited) <= set(CITATION_KEYS))
        self._sources.check([*bare, *(item["source"] for item in cited)])


def _columns(rows: Sequence[Mapping[str, Any]], keys: set[str]) -> Mapping[str, Sequence[Any]]:
    if sum(map(len, rows)) == len(rows) * len(keys):  # every row has every key
        return dict(zip(keys, zip(*map(itemgetter(*keys), rows), strict=True), strict=True))
    return {key: [row.get(key) for row in rows] for key in keys}


class _Dates(dict[str, Edtf]):
    """Dates by their text."""

    def __missing__(self, text: str) -> Edtf:
        when = self[text] = dates.parse(text)
        return when


class _Codes(dict[tuple[str, ...], tuple[str, ...]]):
    """Codes of countries by what an event has for them."""

    def __init__(self, countries: Countries) -> None:
        super().__init__()
        self._countries = countries
        self._known: dict[str, str] = {}

    def __missing__(self, names: tuple[str, ...]) -> tuple[str, ...]:
        codes = self[names] = tuple(map(self._code, names))
        _require(0 < len(codes) == len(set(codes)))
        return codes

    def _code(self, name: str) -> str:
        if name not in self._known:
            _require(refused_at(name) is None)
            try:
                self._known[name] = self._countries.resolve(name)
            except UnknownCountryError:
                _require(looks_like_code(name))
                self._known[name] = name
        return self._known[name]


class _Words:
    """Ids of one kind: of a pattern and, where ids are declared, declared."""

    def __init__(self, pattern: str, declared: Mapping[str, object]) -> None:
        self._pattern = re.compile(pattern)
        self._declared = declared
        self._known: set[str] = set()

    def check(self, words: Iterable[str]) -> None:
        new = set(words) - self._known
        _require(all(self._pattern.fullmatch(word) and len(word) <= ID_LENGTH for word in new))
        _require(not self._declared or new <= self._declared.keys())
        self._known |= new


def _require(right: object) -> None:
    if not right:
        raise _UnplainError


def _types(values: Iterable[object]) -> set[type]:
    return set(map(type, values))


def _check_ids(ids: Sequence[str]) -> None:
    """Make sure that texts are ids, all in one go."""
    _require(_types(ids) <= _TEXT)
    _require(max(map(len, ids)) <= ID_LENGTH)
    lines = "\n".join(ids)
    _require(_IDS.fullmatch(lines) and lines.count("\n") == len(ids) - 1)


_IDS = re.compile(f"{ID_PATTERN}(\n{ID_PATTERN})*")


def _check_texts(texts: Sequence[str]) -> None:
    """Make sure that texts are not blank, and hold nothing to refuse and no break to fold."""
    _require(_types(texts) <= _TEXT)
    _require(min(texts) > _BLANKEST)
    unusual = "\n".join(texts).encode().translate(None, _PLAIN)
    _require(unusual.count(b"\n") == len(texts) - 1)
    _require(is_plain(unusual.replace(b"\n", b"").decode()))


def _citation(item: str | Mapping[str, str]) -> Citation:
    if isinstance(item, str):
        return Citation(item)
    return Citation(item["source"], _folded(item.get("locator")), _folded(item.get("title")))


def _folded(text: str | None) -> str | None:
    return None if text is None else fold_space(text)
