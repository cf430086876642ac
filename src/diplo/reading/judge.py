"""Make events of plain lines; each distinct value is checked once, as `records` would check it.

A line with a value that `records` would refuse gives no event, and is left to it.
"""

import itertools
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import partial
from operator import attrgetter
from types import MappingProxyType
from typing import TypeVar

from msgspec import UNSET, UnsetType

from diplo.model import dates
from diplo.model.countries.codes import looks_like_code
from diplo.model.countries.resolve import Countries, UnknownCountryError
from diplo.model.dates import Edtf
from diplo.model.events import (
    ID_PATTERN,
    SOURCE_KEYS,
    TYPE_PATTERN,
    URL_PATTERN,
    Citation,
    Columns,
    Event,
    Source,
)
from diplo.reading.faults import Path
from diplo.reading.lines import Cited, Line, plain_data
from diplo.reading.records import Context

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_Details = tuple[str | UnsetType | None, ...]
_is_id = re.compile(ID_PATTERN).fullmatch
_details = attrgetter(*SOURCE_KEYS)
_new = tuple.__new__  # of named tuples, a tenth of all quicker than calling them
_NOTHING = (UNSET,) * len(SOURCE_KEYS)
_BATCH = 256  # items of plain data that are converted together


class Judge:
    """Makes events of lines, remembering the values that many of them share."""

    def __init__(self, context: Context, dated: Mapping[str, Edtf] = MappingProxyType({})) -> None:
        """Take what events may refer to, and dates that have been read before."""
        self._context = context
        vocabulary = context.vocabulary
        countries = Countries(vocabulary.countries, lambda *_: ())  # `records` suggests
        self._dates = _Made(dates.parse)
        self._dates.update(dated)
        self._countries = _Made(partial(_codes, _Made(partial(_code, countries))))
        self._types = _Made(partial(_word, TYPE_PATTERN, vocabulary.types, ()))
        self._sources = _Made(partial(_word, ID_PATTERN, vocabulary.sources, context.known))
        self._described = _Made(_source)

    def event(self, line: Line, path: Path) -> Event | None:
        """Return the event of a line, None unless it is plainly valid.

        Details that it gives of its sources are added to the context, with their paths.
        """
        if line.id and not _is_id(line.id):
            return None
        try:
            fields = (
                line.id or "",
                self._dates[line.date],
                line.title,
                self._countries[line.countries],
                self._types[line.type] if line.type else None,
                tuple(line.actors) if line.actors else (),
                line.place or None,
                line.summary or None,
                tuple(self._cited(line.sources, path)) if line.sources else (),
                line.note or None,
                line.status or {},
            )
            return _new(Event, fields)
        except ValueError:
            self._context.described.clear()
            return None

    def columns(self, lines: Iterable[Line], ids: Iterable[str]) -> Columns | None:
        """Return the columns of lines and their ids, None unless all are plainly valid.

        It is None too if a line gives details of a source that are not known yet.
        """
        plain = [*lines]
        joined = "-".join(ids)  # valid as an id if each of them is
        if joined and not _is_id(joined):
            return None
        try:
            columns = Columns(
                [self._dates[line.date] for line in plain],
                [self._countries[line.countries] for line in plain],
                [self._types[line.type] if line.type else None for line in plain],
            )
            cited = {
                (item, _NOTHING) if isinstance(item, str) else (item.source, _details(item))
                for line in plain
                for item in line.sources or ()
            }
            return columns if all(self._is_known(*source) for source in cited) else None
        except ValueError:
            return None

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all countries that were found valid."""
        return frozenset().union(*self._countries.values())

    def _is_known(self, name: str, details: _Details) -> bool:
        """Say whether a source may be cited, and any details given of it are known."""
        source = self._sources[name]
        return (
            not any(details) or self._context.known.get(source) == self._described[source, details]
        )

    def events(self, data: Iterable[tuple[Path, object]]) -> Iterator[tuple[Path, object]]:
        """Yield plain data with their paths, as events where they are plainly valid."""
        waiting = iter(data)
        while batch := list(itertools.islice(waiting, _BATCH)):
            lines = plain_data([item for _, item in batch])
            for (path, item), line in zip(batch, lines, strict=True):
                yield path, (line and self.event(line, path)) or item

    def _cited(self, items: Iterable[str | Cited], path: Path) -> list[Citation]:
        cited = []
        for index, item in enumerate(items):
            if isinstance(item, str):
                cited.append(Citation(self._sources[item]))
                continue
            cited.append(_new(Citation, (self._sources[item.source], item.locator or None)))
            if any(details := _details(item)):
                source = self._described[item.source, details]
                self._context.described.append(((*path, "sources", index), source))
        return cited


class _Made(dict[_Key, _Value]):
    """Values by what they are made of; each is made once."""

    def __init__(self, make: Callable[[_Key], _Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: _Key) -> _Value:
        value = self[key] = self._make(key)
        return value


def _require(right: object) -> None:
    """Raise ValueError unless a value is plainly right, as others are left to `records`."""
    if not right:
        raise ValueError


def _code(countries: Countries, name: str) -> str:
    """Return the code of a country by the name that an event has for it."""
    try:
        return countries.resolve(name)
    except UnknownCountryError:
        _require(looks_like_code(name))
        return name


def _codes(code: Mapping[str, str], names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes of all countries of an event, which are different ones."""
    codes = tuple(code[name] for name in names)
    _require(len(set(codes)) == len(codes))
    return codes


def _word(pattern: str, declared: Container[str], described: Container[str], word: str) -> str:
    """Return an id that matches a pattern and, if files declare any, is known."""
    _require(re.fullmatch(pattern, word))
    _require(not declared or word in declared or word in described)
    return word


def _source(described: tuple[str, _Details]) -> Source:
    """Return a source by its id and the details given of it."""
    name, details = described
    title, kind, author, publisher, date, url = (text or None for text in details)
    _require(url is None or re.fullmatch(URL_PATTERN, url))
    when = dates.parse(date) if date else None
    return Source(name, title or "", kind, author, publisher, when, url)
