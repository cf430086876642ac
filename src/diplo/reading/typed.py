"""Many events that are lines of JSON, by column, read straight into records of the right types."""

import io
from collections.abc import Sequence
from itertools import chain
from operator import attrgetter
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from diplo.model.events import DERIVED_KEYS, ID_LENGTH, SOURCE_KEYS
from diplo.reading.columns import (
    Columns,
    Telling,
    UnplainError,
    check_not_blank,
    check_states,
    check_texts,
    parts,
    require,
)
from diplo.reading.files import LONGEST_LINE
from diplo.terminal.text import is_plain

_Text = Annotated[str, Meta(min_length=1)]
_Given = _Text | UnsetType | None


class _Citation(Struct, forbid_unknown_fields=True, gc=False):
    source: _Text
    locator: _Given = UNSET
    title: _Given = UNSET
    kind: _Given = UNSET
    author: _Given = UNSET
    publisher: _Given = UNSET
    date: _Given = UNSET
    url: _Given = UNSET


class _Event(Struct, forbid_unknown_fields=True, gc=False):
    id: Annotated[str, Meta(min_length=1, max_length=ID_LENGTH)]
    date: _Text
    title: _Text
    countries: Annotated[tuple[_Text, ...], Meta(min_length=1)]
    type: _Given = UNSET
    actors: list[_Text] | UnsetType | None = UNSET
    place: _Given = UNSET
    summary: _Given = UNSET
    sources: list[_Text | _Citation] | UnsetType | None = UNSET
    note: _Given = UNSET
    status: dict[_Text, _Text] | UnsetType | None = UNSET
    earliest: _Given = UNSET
    latest: _Given = UNSET
    precision: _Given = UNSET
    match: _Given = UNSET


_FREE = ("title", "place", "summary", "note", *DERIVED_KEYS)
_telling = attrgetter("source", *SOURCE_KEYS)
_decode = msgspec.json.Decoder(_Event).decode
_decode_all = msgspec.json.Decoder(list[_Event]).decode
# What may stand in a line without a second look: plain characters, but for the two counted below.
_USUAL = bytes({*range(0x20, 0x7F), *b"\t\r\n"} - {*b'"\\'})


def of_lines(block: bytes) -> Columns:
    """Take events of which each is a line.

    Raises:
        ValueError: some event is not plainly right.

    """
    require(len(block) <= LONGEST_LINE)
    try:
        rows = list(map(_decode, io.BytesIO(block)))
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnplainError from error
    return _of_rows(rows, block)


def of_elements(block: bytes) -> Columns:
    """Take events of which each is a line that ends with a comma, as elements of a list do.

    Raises:
        ValueError: some event is not plainly right.

    """
    elements = block.rstrip(b"\r\n")
    require(len(block) <= LONGEST_LINE and elements.endswith(b","))
    try:
        rows = _decode_all(b"[%b]" % elements[:-1])
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnplainError from error
    require(len(rows) == block.count(b"\n"))
    return _of_rows(rows, block)


def _of_rows(rows: list[_Event], block: bytes) -> Columns:
    given, keys = _table(_Event, rows)
    countries, states = given["countries"], given["status"]
    check_states(states)
    sources = list(chain.from_iterable(given["sources"]))
    bare = [item for item in sources if type(item) is str]
    others = [item for item in sources if type(item) is not str] if bare else sources
    cited, more = _table(_Citation, others)
    words = [given["id"], given["date"], given["type"], bare, cited["source"]]
    about = [cited[key] for key in SOURCE_KEYS]
    free = [*(given[key] for key in _FREE), cited["locator"], *about]
    free += (list(chain.from_iterable(found)) for found in (given["actors"], map(parts, states)))
    for texts in free:
        check_not_blank(texts)
    strings = keys + more + sum(map(len, chain(words, free, countries)))
    _check_block(block, strings, free)
    return Columns(
        lambda number: msgspec.to_builtins(rows[number]),
        given["id"],
        given["date"],
        countries,
        given["type"],
        [*bare, *cited["source"]],
        _tellings(others) if any(about) else (),
    )


def _tellings(citations: Sequence[_Citation]) -> set[Telling]:
    """Return what is told of sources, each once."""
    told = set(map(_telling, citations))
    return {tuple(None if text is UNSET else text for text in each) for each in told}


def _table(kind: type[Struct], rows: Sequence[Struct]) -> tuple[dict[str, Sequence[Any]], int]:
    """Return what is given in each field, and how many keys there are."""
    given: dict[str, Sequence[Any]] = dict.fromkeys(kind.__struct_fields__, ())
    keys = 0
    columns = zip(*map(msgspec.structs.astuple, rows), strict=True)
    for name, column in zip(given, columns, strict=False):
        missing = column.count(UNSET)
        if missing < len(rows):
            given[name] = list(filter(None, column))
            keys += len(rows) - missing
    return given, keys


def _check_block(block: bytes, strings: int, texts: Sequence[Sequence[str]]) -> None:
    """Make sure that a block holds no more strings, so no key twice, and nothing to refuse."""
    unusual = block.translate(None, _USUAL)
    escapes = unusual.count(b"\\")
    require(not escapes or b"\\\\" not in block)  # or what follows is hard to tell
    quotes = block.count(b'\\"') if escapes else 0
    require(unusual.count(b'"') == 2 * strings + quotes)
    if escapes > quotes:
        check_texts(list(chain.from_iterable(texts)))
    require(is_plain(unusual.translate(None, b'"\\').decode()))
