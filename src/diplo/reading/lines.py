"""Lines of NDJSON that are plainly right: straight to events, each value being judged once.

What is wrong, or not plainly right, is left to `records`, which says what is wrong and where.
Nothing is taken here that is refused there, and nothing is taken for something else.
"""

import contextlib
import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from diplo.model import dates
from diplo.model.countries import Countries, UnknownCountryError, looks_like_code
from diplo.model.dates import Edtf
from diplo.model.events import (
    ID_LENGTH,
    ID_PATTERN,
    SOURCE_KEYS,
    TYPE_PATTERN,
    URL_PATTERN,
    Citation,
    Country,
    Event,
    Source,
)
from diplo.reading.faults import Path
from diplo.reading.records import Surroundings
from diplo.terminal.text import is_plain

_Text = Annotated[str, Meta(min_length=1)]
_Given = _Text | UnsetType | None
_Id = Annotated[str, Meta(min_length=1, max_length=ID_LENGTH)]


class _Cited(Struct, forbid_unknown_fields=True, gc=False):
    source: _Id
    locator: _Given = UNSET
    title: _Given = UNSET
    kind: _Given = UNSET
    author: _Given = UNSET
    publisher: _Given = UNSET
    date: _Given = UNSET
    url: _Given = UNSET


class Line(Struct, forbid_unknown_fields=True, gc=False):
    """An event as it is decoded; what it refers to is not checked yet."""

    date: _Text
    title: _Text
    countries: Annotated[tuple[_Text, ...], Meta(min_length=1)]
    id: _Id | UnsetType | None = UNSET
    type: _Id | UnsetType | None = UNSET
    actors: list[_Text] | UnsetType | None = UNSET
    place: _Given = UNSET
    summary: _Given = UNSET
    sources: list[_Id | _Cited] | UnsetType | None = UNSET
    note: _Given = UNSET
    status: dict[_Text, _Text] | UnsetType | None = UNSET
    earliest: _Given = UNSET
    latest: _Given = UNSET
    precision: _Given = UNSET
    match: _Given = UNSET


_decode = msgspec.json.Decoder(Line).decode
_encode = msgspec.json.Encoder().encode
_is_id = re.compile(ID_PATTERN).fullmatch
_told = attrgetter(*SOURCE_KEYS)
_new = tuple.__new__  # of named tuples, a tenth of all quicker than calling them
_NOTHING = (UNSET,) * len(SOURCE_KEYS)
_to_fold = re.compile(rb' (?:[ "]|(?<=" ))').search  # two spaces, or one beside a quote
_BATCH = 256  # of plain data, looked at together
_USUAL = bytes({*range(0x20, 0x7F)} - {*b'"'})


class UnplainError(ValueError):
    """Something that `records` has to look at."""


class Judge:
    """Makes events of lines, remembering the values that many of them share."""

    def __init__(self, around: Surroundings) -> None:
        """Take what events may refer to."""
        self._around = around
        self._dates = _Dates()
        self._countries = _Codes(around.vocabulary.countries)
        self._types = _Words(TYPE_PATTERN, around.vocabulary.types, ())
        self._sources = _Words(ID_PATTERN, around.vocabulary.sources, around.known)
        self._tellings = _Sources()

    def event(self, found: Line, path: Path) -> Event | None:
        """Return the event of a line, None unless it is plainly right.

        What it tells of its sources is added to what is told, below its path.
        """
        if found.id and not _is_id(found.id):
            return None
        try:
            fields = (
                found.id or "",
                self._dates[found.date],
                found.title,
                self._countries[found.countries],
                self._types[found.type] if found.type else None,
                tuple(found.actors) if found.actors else (),
                found.place or None,
                found.summary or None,
                tuple(self._cited(found.sources, path)) if found.sources else (),
                found.note or None,
                found.status or {},
            )
            return _new(Event, fields)
        except ValueError:
            self._around.told.clear()
            return None

    def events(self, data: Iterable[tuple[Path, object]]) -> Iterator[tuple[Path, object]]:
        """Yield plain data as the event that it is plainly right as, else as it is."""
        waiting = iter(data)
        while batch := list(itertools.islice(waiting, _BATCH)):
            every = _plain_data([each for _, each in batch])
            for (path, each), found in zip(batch, every, strict=True):
                yield path, (found and self.event(found, path)) or each

    def _cited(self, items: Iterable[str | _Cited], path: Path) -> list[Citation]:
        cited = []
        for index, item in enumerate(items):
            if isinstance(item, str):
                cited.append(Citation(self._sources[item]))
                continue
            cited.append(_new(Citation, (self._sources[item.source], item.locator or None)))
            if (told := _told(item)) != _NOTHING and any(told):
                source = self._tellings[item.source, told]
                self._around.told.append(((*path, "sources", index), source))
        return cited


def plain(lines: Sequence[bytes]) -> list[Line | None]:
    """Return what is on lines, None for each that may hold something to refuse or to fold."""
    with contextlib.suppress(msgspec.DecodeError, UnicodeError, RecursionError):
        found = [_decode(line) for line in lines]
        if _are_plain(b"".join(lines), _encode(found)):
            return [*found]
    return [each for line in lines for each in plain([line])] if len(lines) > 1 else [None]


def _plain_data(data: Sequence[object]) -> list[Line | None]:
    """Return what plain data hold, as what is on lines."""
    with contextlib.suppress(msgspec.ValidationError, ValueError, TypeError):  # of JSON's numbers
        found = msgspec.convert(data, list[Line])
        written = _encode(found).replace(b'\\"', b"'")
        marks = written.translate(None, _USUAL).replace(b'"', b"").decode()
        if b"\\" not in written and not _to_fold(written) and is_plain(marks):
            return [*found]
    return [one for each in data for one in _plain_data([each])] if len(data) > 1 else [None]


def _are_plain(lines: bytes, written: bytes) -> bool:
    """Say whether no key is there twice, and no text holds what is refused or folded.

    Written again, what was decoded has as many quotes as before, unless some of it was lost, and
    no white space but that of its texts.
    """
    quotes = lines.count(b'"')
    if b"\\" in lines:
        quotes -= lines.count(b'\\"')
        written = written.replace(b'\\"', b"'")
        if b"\\" in written:
            return False
    marks = written.translate(None, _USUAL)
    unusual = marks.translate(None, b'"')
    same = len(marks) - len(unusual) == quotes
    return same and not _to_fold(written) and is_plain(unusual.decode())


def _require(right: object) -> None:
    """Refuse what is not plainly right.

    Raises:
        UnplainError: it is not.

    """
    if not right:
        raise UnplainError


class _Dates(dict[str, Edtf]):
    """Dates by their text."""

    def __missing__(self, text: str) -> Edtf:
        when = self[text] = dates.parse(text)
        return when


class _Code(dict[str, str]):
    """The codes of countries by what events have for them."""

    def __init__(self, declared: Mapping[str, Country]) -> None:
        super().__init__()
        self._countries = Countries(declared, lambda *_: "")  # `records` suggests

    def __missing__(self, name: str) -> str:
        try:
            code = self._countries.resolve(name)
        except UnknownCountryError:
            _require(looks_like_code(name))
            code = name
        self[name] = code
        return code


class _Codes(dict[tuple[str, ...], tuple[str, ...]]):
    """The codes of all countries of an event."""

    def __init__(self, declared: Mapping[str, Country]) -> None:
        super().__init__()
        self._code = _Code(declared)

    def __missing__(self, names: tuple[str, ...]) -> tuple[str, ...]:
        codes = tuple(map(self._code.__getitem__, names))
        _require(len(set(codes)) == len(codes))
        self[names] = codes
        return codes


class _Words(dict[str, str]):
    """Ids of one kind: of a pattern and, where files declare that kind, known."""

    def __init__(self, pattern: str, declared: Collection[str], told: Collection[str]) -> None:
        super().__init__()
        self._pattern, self._declared, self._told = pattern, declared, told

    def __missing__(self, word: str) -> str:
        _require(re.fullmatch(self._pattern, word))
        _require(not self._declared or word in self._declared or word in self._told)
        self[word] = word
        return word


class _Sources(dict[tuple[str, tuple[str | UnsetType | None, ...]], Source]):
    """Sources by their ids and what is told of them."""

    def __missing__(self, telling: tuple[str, tuple[str | UnsetType | None, ...]]) -> Source:
        name, told = telling
        title, kind, author, publisher, date, url = (text or None for text in told)
        _require(url is None or re.fullmatch(URL_PATTERN, url))
        when = dates.parse(date) if date else None
        found = self[telling] = Source(name, title or "", kind, author, publisher, when, url)
        return found
