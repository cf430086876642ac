"""Decode lines of NDJSON, arrays and plain data that are plainly events, fit as they are.

Anything else is left to `records`, which says what is wrong and where. Nothing is accepted here
that is refused there, or read as something else.
"""

import contextlib
from collections.abc import Sequence
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from diplo.model.events import ID_LENGTH
from diplo.terminal.text import is_plain, refused_at

_Text = Annotated[str, Meta(min_length=1)]
_Given = _Text | UnsetType | None
_Id = Annotated[str, Meta(min_length=1, max_length=ID_LENGTH)]


class Cited(Struct, forbid_unknown_fields=True, gc=False):
    """A cited source, with the details that the event gives of it."""

    source: _Id
    locator: _Given = UNSET
    title: _Given = UNSET
    kind: _Given = UNSET
    author: _Given = UNSET
    publisher: _Given = UNSET
    date: _Given = UNSET
    url: _Given = UNSET


class Line(Struct, forbid_unknown_fields=True, gc=False):
    """A decoded event, whose values and references are not checked yet."""

    date: _Text
    title: _Text
    countries: Annotated[tuple[_Text, ...], Meta(min_length=1)]
    id: _Id | UnsetType | None = UNSET
    type: _Id | UnsetType | None = UNSET
    actors: list[_Text] | UnsetType | None = UNSET
    place: _Given = UNSET
    summary: _Given = UNSET
    sources: list[_Id | Cited] | UnsetType | None = UNSET
    note: _Given = UNSET
    status: dict[_Text, _Text] | UnsetType | None = UNSET
    earliest: _Given = UNSET
    latest: _Given = UNSET
    precision: _Given = UNSET
    match: _Given = UNSET


_decode = msgspec.json.Decoder(Line).decode
_decode_array = msgspec.json.Decoder(list[Line]).decode
_encode = msgspec.json.Encoder().encode
_SPACED = bytes.maketrans(b'"', b" ")
_USUAL = bytes(range(0x20, 0x7F))


def plain(lines: Sequence[bytes], together: bytes) -> list[Line | None]:
    """Decode lines, with None for each that may have a text to refuse or to fold.

    `together` is the same lines as one block.
    """
    with contextlib.suppress(msgspec.DecodeError, UnicodeError, RecursionError):
        found = [_decode(line) for line in lines]
        written = _encode(found)
        if _quotes(together) == _quotes(written) and _has_plain_texts(written):
            return [*found]
    return [each for line in lines for each in plain([line], line)] if len(lines) > 1 else [None]


def plain_array(content: bytes) -> list[Line] | None:
    """Decode an array, None unless each item is an event; texts may still need folding."""
    with contextlib.suppress(msgspec.DecodeError, UnicodeError, RecursionError):
        found = _decode_array(content)
        marks = content.translate(None, _USUAL + b"\n").decode()
        if _quotes(content) == _quotes(_encode(found)) and refused_at(marks, raw=True) is None:
            return found
    return None


def as_data(line: Line) -> object:
    """Return a line as plain data."""
    return msgspec.json.decode(_encode(line))


def with_plain_texts(lines: Sequence[Line]) -> list[Line | None]:
    """Return lines, with None for each that may have a text to refuse or to fold."""
    if _has_plain_texts(_encode(lines)):
        return [*lines]
    return [one for line in lines for one in with_plain_texts([line])] if len(lines) > 1 else [None]


def plain_data(data: Sequence[object]) -> list[Line | None]:
    """Convert plain data to lines, with None for each item that is not plainly an event."""
    with contextlib.suppress(msgspec.ValidationError, ValueError, TypeError):  # of json.Number
        return with_plain_texts(msgspec.convert(data, list[Line]))
    return [one for each in data for one in plain_data([each])] if len(data) > 1 else [None]


def _quotes(written: bytes) -> int:
    """Count the quotes that delimit texts.

    Encoded again, decoded lines have as many as before, unless a key was repeated.
    """
    if b"\\" in written:
        written = written.replace(rb"\\", b"").replace(rb"\"", b"")
    return written.count(b'"')


def _has_plain_texts(written: bytes) -> bool:
    """Say whether no text holds what is refused or folded; none of them is empty.

    The encoder writes no white space but theirs.
    """
    if b"\\" in written:
        written = written.replace(rb"\"", b"'")
    is_spaced = written.translate(_SPACED).rfind(b"  ") >= 0  # from the right in half the time
    has_more = is_spaced or b"\\" in written
    return not has_more and is_plain(written.translate(None, _USUAL).decode())
