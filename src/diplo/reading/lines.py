"""Lines of NDJSON that are plainly right: straight to events, each value being judged once.

What is wrong, or not plainly right, is left to `records`, which says what is wrong and where.
Nothing is taken here that is refused there, and nothing is taken for something else.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Annotated, Any

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
from diplo.terminal.text import fold_space, is_plain, refused_at

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


class _Line(Struct, forbid_unknown_fields=True, gc=False):
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


_decode = msgspec.json.Decoder(_Line).decode
_encode = msgspec.json.Encoder().encode
_is_id = re.compile(ID_PATTERN).fullmatch
_told = attrgetter(*SOURCE_KEYS)
_PLAIN = ("source", "locator")  # of a citation that tells nothing of its source
_FOLDED = re.compile("  |[|] | [|]|^ | $")
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

    def event(self, line: bytes, path: Path) -> Event | None:
        """Return the event on a line, None unless it is plainly right.

        What it tells of its sources is added to what is told, below its path.
        """
        try:
            found = _decode(line)
            self._check_texts(line, found)
            return self._judged(found, path)
        except (msgspec.DecodeError, ValueError, RecursionError):
            return None

    def of_data(self, data: Mapping[str, Any], path: Path) -> Event | None:
        """Return the event of the data of a row, of right types; None unless it is plainly right.

        What it tells of its sources is added to what is told, below its path.
        """
        given = data.get
        name, kind, states = given("id", ""), given("type"), given("status", {})
        actors, cited = tuple(given("actors", ())), given("sources", ())
        texts = [given("title"), given("place"), given("summary"), given("note")]
        try:
            require((data.get("title") and not name) or _is_id(name))
            _check_each(
                [
                    *texts,
                    *actors,
                    *(each.get("locator") for each in cited),
                    *states,
                    *states.values(),
                ]
            )
            event = Event(
                name,
                self._dates[data["date"]],
                data["title"],
                self._countries[tuple(data["countries"])],
                self._types[kind] if kind else None,
                actors,
                texts[1],
                texts[2],
                tuple(
                    Citation(self._sources[each["source"]], each.get("locator")) for each in cited
                ),
                texts[3],
                states,
            )
            told = [
                (
                    (*path, "sources", at),
                    self._tellings[each["source"], tuple(map(each.get, SOURCE_KEYS))],
                )
                for at, each in enumerate(cited)
                if len(each) > len(_PLAIN)
            ]
        except (ValueError, KeyError):
            return None
        self._around.told.extend(told)
        return event

    def _check_texts(self, line: bytes, found: _Line) -> None:
        """Make sure that no key is there twice, and that no text holds what to refuse or fold.

        Written again, what was decoded has as many quotes as the line, unless it has lost some of
        it, and its white space is that of its texts.
        """
        written, quotes = _encode(found), line.count(b'"')
        if b"\\" in line:
            quotes -= line.count(b'\\"')
            written = written.replace(b'\\"', b"'")
            require(b"\\" not in written)
        unusual = written.translate(None, _USUAL)
        require(written.count(b'"') == quotes)
        require(b'" ' not in written and b' "' not in written and b"  " not in written)
        require(not unusual or is_plain(unusual.decode()))

    def _judged(self, found: _Line, path: Path) -> Event:
        require(not found.id or _is_id(found.id))
        sources = tuple(map(self._citation, found.sources)) if found.sources else ()
        told = [*self._told_on(found.sources, path)] if found.sources else ()
        event = Event(
            found.id or "",
            self._dates[found.date],
            found.title,
            self._countries[found.countries],
            self._types[found.type] if found.type else None,
            tuple(found.actors) if found.actors else (),
            found.place or None,
            found.summary or None,
            sources,
            found.note or None,
            found.status or {},
        )
        self._around.told.extend(told)
        return event

    def _citation(self, item: str | _Cited) -> Citation:
        if isinstance(item, str):
            return Citation(self._sources[item])
        return Citation(self._sources[item.source], item.locator or None)

    def _told_on(
        self, sources: Iterable[str | _Cited], path: Path
    ) -> Iterator[tuple[Path, Source]]:
        for index, item in enumerate(sources):
            if not isinstance(item, str) and any(told := _told(item)):
                yield (*path, "sources", index), self._tellings[item.source, told]


def _check_each(texts: Iterable[str | None]) -> None:
    """Make sure that no text holds what to refuse or fold; most are plain all at once."""
    given = [text for text in texts if text]
    joined = "|".join(given)
    if not (joined.isascii() and joined.isprintable() and not _FOLDED.search(joined)):
        require(all(refused_at(text) is None and fold_space(text) == text for text in given))


def require(right: object) -> None:
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


class _Codes(dict[tuple[str, ...], tuple[str, ...]]):
    """The codes of countries by what an event has for them."""

    def __init__(self, declared: Mapping[str, Country]) -> None:
        super().__init__()
        self._countries = Countries(declared, lambda *_: "")  # `records` suggests

    def __missing__(self, names: tuple[str, ...]) -> tuple[str, ...]:
        codes = self[names] = tuple(map(self._code, names))
        require(len(set(codes)) == len(codes))
        return codes

    def _code(self, name: str) -> str:
        try:
            return self._countries.resolve(name)
        except UnknownCountryError:
            require(looks_like_code(name))
            return name


class _Words(dict[str, str]):
    """Ids of one kind: of a pattern and, where files declare that kind, known."""

    def __init__(self, pattern: str, declared: Collection[str], told: Collection[str]) -> None:
        super().__init__()
        self._pattern, self._declared, self._told = pattern, declared, told

    def __missing__(self, word: str) -> str:
        require(re.fullmatch(self._pattern, word))
        require(not self._declared or word in self._declared or word in self._told)
        self[word] = word
        return word


class _Sources(dict[tuple[str, tuple[str | UnsetType | None, ...]], Source]):
    """Sources by their ids and what is told of them."""

    def __missing__(self, telling: tuple[str, tuple[str | UnsetType | None, ...]]) -> Source:
        name, told = telling
        title, kind, author, publisher, date, url = (text or None for text in told)
        require(url is None or re.fullmatch(URL_PATTERN, url))
        when = dates.parse(date) if date else None
        found = self[telling] = Source(name, title or "", kind, author, publisher, when, url)
        return found
