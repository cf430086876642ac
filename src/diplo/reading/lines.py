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
    Columns,
    Country,
    Event,
    Source,
)
from diplo.reading.faults import Path
from diplo.reading.records import Surroundings
from diplo.terminal.text import is_plain, refused_at

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
_decode_array = msgspec.json.Decoder(list[Line]).decode
_encode = msgspec.json.Encoder().encode
_Told = tuple[str | UnsetType | None, ...]
_is_id = re.compile(ID_PATTERN).fullmatch
_told = attrgetter(*SOURCE_KEYS)
_new = tuple.__new__  # of named tuples, a tenth of all quicker than calling them
_NOTHING = (UNSET,) * len(SOURCE_KEYS)
_SPACED = bytes.maketrans(b'"', b" ")
_BATCH = 256  # of plain data, looked at together
_USUAL = bytes(range(0x20, 0x7F))


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

    def columns(self, lines: Iterable[Line], ids: Iterable[str]) -> Columns | None:
        """Return what lines with some ids have, None unless all are plainly right.

        So it is where one tells what is not known yet of a source.
        """
        every = [*lines]
        joined = "-".join(ids)  # an id itself, if all are
        if joined and not _is_id(joined):
            return None
        try:
            found = Columns(
                [self._dates[line.date] for line in every],
                [self._countries[line.countries] for line in every],
                [self._types[line.type] if line.type else None for line in every],
            )
            cited = {
                (item, _NOTHING) if isinstance(item, str) else (item.source, _told(item))
                for line in every
                for item in line.sources or ()
            }
            return found if all(self._is_known(*each) for each in cited) else None
        except ValueError:
            return None

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all countries of events that are right."""
        return frozenset().union(*self._countries.values())

    def _is_known(self, name: str, told: _Told) -> bool:
        """Say whether a source may be cited, and what is told of it has been told."""
        source = self._sources[name]
        return not any(told) or self._around.known.get(source) == self._tellings[source, told]

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


def plain(lines: Sequence[bytes], together: bytes) -> list[Line | None]:
    """Return what is on lines, None for each that may hold something to refuse or to fold.

    They are given `together` too, as they have been read.
    """
    with contextlib.suppress(msgspec.DecodeError, UnicodeError, RecursionError):
        found = [_decode(line) for line in lines]
        if _are_plain(together, _encode(found)):
            return [*found]
    return [each for line in lines for each in plain([line], line)] if len(lines) > 1 else [None]


def plain_array(content: bytes) -> list[Line] | None:
    """Return what an array holds, None unless each is an event; texts may need to be folded."""
    with contextlib.suppress(msgspec.DecodeError, UnicodeError, RecursionError):
        found = _decode_array(content)
        marks = content.translate(None, _USUAL + b"\n").decode()
        if _quotes(content) == _quotes(_encode(found)) and refused_at(marks, raw=True) is None:
            return found
    return None


def as_data(line: Line) -> object:
    """Return the plain data of an event."""
    return msgspec.json.decode(_encode(line))


def with_plain_texts(lines: Sequence[Line]) -> list[Line | None]:
    """Return lines, None for each that may hold something to refuse or to fold."""
    if _has_plain_texts(_encode(lines)):
        return [*lines]
    return [one for line in lines for one in with_plain_texts([line])] if len(lines) > 1 else [None]


def _plain_data(data: Sequence[object]) -> list[Line | None]:
    """Return what plain data hold, as what is on lines."""
    with contextlib.suppress(msgspec.ValidationError, ValueError, TypeError):  # of JSON's numbers
        return with_plain_texts(msgspec.convert(data, list[Line]))
    return [one for each in data for one in _plain_data([each])] if len(data) > 1 else [None]


def _are_plain(lines: bytes, written: bytes) -> bool:
    """Say whether no key is there twice, and no text holds what is refused or folded.

    Written again, what was decoded has as many quotes as before, unless some of it was lost.
    """
    return _quotes(lines) == _quotes(written) and _has_plain_texts(written)


def _quotes(written: bytes) -> int:
    """Return how many quotes there are around texts."""
    if b"\\" in written:
        written = written.replace(rb"\\", b"").replace(rb"\"", b"")
    return written.count(b'"')


def _has_plain_texts(written: bytes) -> bool:
    """Say whether texts hold nothing that is refused or folded; none of them is empty.

    As it is written, there is no white space but theirs.
    """
    if b"\\" in written:
        written = written.replace(rb"\"", b"'")
    has_more = b"\\" in written or b"  " in written.translate(_SPACED)
    return not has_more and is_plain(written.translate(None, _USUAL).decode())


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


class _Sources(dict[tuple[str, _Told], Source]):
    """Sources by their ids and what is told of them."""

    def __missing__(self, telling: tuple[str, _Told]) -> Source:
        name, told = telling
        title, kind, author, publisher, date, url = (text or None for text in told)
        _require(url is None or re.fullmatch(URL_PATTERN, url))
        when = dates.parse(date) if date else None
        found = self[telling] = Source(name, title or "", kind, author, publisher, when, url)
        return found
