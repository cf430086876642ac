"""Event files as bytes and text: opening, telling the format, decoding."""

import sys
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO, NamedTuple

from diplo.errors import Problem
from diplo.text import Lines, name_of, refused_at

STANDARD_INPUT = "-"
LONGEST_LINE = 16 * 2**20  # bytes
LARGEST_DOCUMENT = 512 * 2**20  # bytes; NDJSON, which is read line by line, has no limit
_BLOCK = 2**20
_BOM = b"\xef\xbb\xbf"
_FORMATS = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".jsonl": "ndjson",
    ".ndjson": "ndjson",
}


class EventFile(NamedTuple):
    """An open event file: its name as the user gave it, its format, its bytes."""

    name: str
    format: str
    head: bytes  # what was read to tell the format
    rest: BinaryIO

    @property
    def may_be_empty(self) -> bool:
        """Whether nothing at all is a stream of no events rather than a mistake."""
        return self.format == "ndjson" or self.name == STANDARD_INPUT

    def lines(self) -> Iterator[bytes]:
        """Yield the lines; one over `LONGEST_LINE` comes in pieces."""
        yield from self.head.splitlines(keepends=True)
        while line := self.rest.readline(LONGEST_LINE):
            yield line

    def content(self) -> bytes:
        """Return all bytes, or as far as shows that this is no text or too much of it."""
        blocks, size, block = [self.head], len(self.head), self.head
        while b"\0" not in block and size <= LARGEST_DOCUMENT and (block := self.rest.read(_BLOCK)):
            blocks.append(block)
            size += len(block)
        return b"".join(blocks)


def open_file(name: str) -> EventFile:
    """Open an event file, or standard input for "-", and tell its format.

    Raises:
        OSError: it cannot be opened or read.

    """
    stream = _standard_input() if name == STANDARD_INPUT else open(name, "rb")  # noqa: SIM115
    head = b""
    while not head.strip(b" \t\r\n" + _BOM) and (line := stream.readline(LONGEST_LINE)):
        head += line
    if PurePath(name).suffix.lower() in _FORMATS and name != STANDARD_INPUT:
        return EventFile(name, _FORMATS[PurePath(name).suffix.lower()], _without_bom(head), stream)
    return EventFile(name, _format_of(_without_bom(head)), _without_bom(head), stream)


def decode(name: str, data: bytes) -> tuple[str, list[Problem]]:
    """Decode UTF-8, with the problem of the first byte or character that may not be there."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        message = f"the byte {data[error.start]:#04x} is not UTF-8 text; save the file as UTF-8"
        return "", [Problem(name, *Lines(before).position(len(before)), message)]
    index = refused_at(text)
    if index is None:
        return text, []
    hint = "is this a text file in UTF-8?" if text[index] == "\0" else "remove it"
    message = f"the character {name_of(text[index])} may not stand in an event file; {hint}"
    return text, [Problem(name, *Lines(text).position(index), message)]


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise OSError(0, "standard input is closed")
    return sys.stdin.buffer


def _without_bom(head: bytes) -> bytes:
    return head.removeprefix(_BOM)


def _format_of(head: bytes) -> str:
    start = head.lstrip(b" \t\r\n")
    if start.startswith(b"["):
        return "json"
    if start.startswith(b"{"):
        from diplo.loading import json  # noqa: PLC0415  (YAML needs no JSON)

        return "ndjson" if json.is_event_line(start) else "json"
    return "yaml"
