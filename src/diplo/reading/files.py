"""Event files as bytes: which format they have, UTF-8 or UTF-16, and what is too large."""

import codecs
import contextlib
import io
import os
import sys
from collections.abc import Collection, Iterator
from io import BufferedReader
from pathlib import PurePath
from typing import Any, BinaryIO, NamedTuple, cast

from diplo.terminal.errors import SPREADSHEETS, STANDARD_INPUT, Problem, UnreadableError
from diplo.terminal.text import Lines, name_of, refused_at

LONGEST_LINE = 16 * 2**20  # bytes
LARGEST_DOCUMENT = 256 * 2**20  # bytes; NDJSON, which is read line by line, has no limit
_BLOCK = 2**16  # bytes that are read together
_MOST_BLANK = 1000  # lines, before what comes after them
_LONGEST_FIRST = 2**16  # bytes of a first event over several lines
BOM = b"\xef\xbb\xbf"
# Windows PowerShell writes the first; what goes on like this is UTF-32.
_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_NO_UTF_16 = b"\xff\xfe\0\0"
UTF_8 = "UTF-8"
PARQUET = b"PAR1"  # what such a file begins with
YAML, JSON, NDJSON = "yaml", "json", "ndjson"
TABLE, SHEET, NOTE, LINES = "table", "sheet", "note", "lines"  # formats beside ours
BLANK = b" \t\r\n"
_FORMATS = {
    ".yaml": YAML,
    ".yml": YAML,
    ".json": JSON,
    ".jsonl": NDJSON,
    ".ndjson": NDJSON,
    ".csv": TABLE,
    ".tsv": TABLE,
    ".tab": TABLE,
    **dict.fromkeys(SPREADSHEETS, SHEET),
    ".md": NOTE,
    ".markdown": NOTE,
}
ENDINGS = (*_FORMATS, ".parquet")  # the last for an engine


class EventFile(NamedTuple):
    """An open event file: its name as the user gave it, its format, its bytes."""

    name: str
    format: str
    head: list[bytes]  # the lines that were read to tell the format
    rest: BufferedReader
    encoding: str = UTF_8  # as it is told; what is read is always UTF-8

    @property
    def may_be_empty(self) -> bool:
        """Whether nothing at all is a stream of no events rather than a mistake."""
        return self.format == NDJSON or self.name == STANDARD_INPUT

    @property
    def may_be_table(self) -> bool:
        """Whether nothing but its content tells its format, which begins as a table may."""
        return _ending(self.name) not in _FORMATS and _may_be_header(self.head[-1].lstrip(BLANK))

    def close(self) -> None:
        """Close it, unless it is standard input."""
        if self.name != STANDARD_INPUT:
            self.rest.close()

    @property
    def done(self) -> float | None:
        """The share of its bytes that has been read, None where that is not known."""
        with contextlib.suppress(OSError, ValueError, ZeroDivisionError):  # a pipe has no size
            return min(self.rest.tell() / os.fstat(self.rest.fileno()).st_size, 1)
        return None

    def blocks(self) -> Iterator[bytes]:
        """Yield whole lines, many at a time; of one over `LONGEST_LINE`, only its start."""
        left = b"".join(self.head)
        while len(left) <= LONGEST_LINE and (block := self.rest.read1(_BLOCK)):
            end = block.rfind(b"\n") + 1
            if end:
                yield left + block[:end]
                left = b""
            left += block[end:]
        if left:
            yield left

    def whole(self) -> bytes:
        """Return all bytes, whatever they are, or so many as show that there are too many."""
        return self._read()

    def content(self) -> bytes:
        """Return all bytes, or as far as shows that this is no text or too much of it."""
        return self._read(b"\0")

    def _read(self, last: bytes | None = None) -> bytes:
        """Read blocks up to one that has something in it; to ask for all would take the most."""
        blocks, size, block = list(self.head), sum(map(len, self.head)), self.head[-1]
        while size <= LARGEST_DOCUMENT and (last is None or last not in block):
            if not (block := self.rest.read(_BLOCK)):
                break
            blocks.append(block)
            size += len(block)
        return b"".join(blocks)


def open_file(name: str, *, mapped: bool = False) -> EventFile:
    """Open an event file, or standard input for "-", and tell its encoding and its format.

    Where a map is given, what is neither YAML nor JSON by its ending or start is a table.

    Raises:
        OSError: it cannot be opened or read.

    """
    stream = _standard_input() if name == STANDARD_INPUT else open(name, "rb")  # noqa: SIM115
    encoding = UTF_8
    try:
        start = stream.readline(LONGEST_LINE)
        if start[:2] in _UTF_16 and not start.startswith(_NO_UTF_16):
            encoding, stream = "UTF-16", BufferedReader(_Utf16(start, stream))
            start = stream.readline(LONGEST_LINE)
        head = _head(start, stream)
        told = _format_of(name, head, stream, mapped=mapped)
    except OSError:
        stream.close()
        raise
    return EventFile(name, told, head, stream, encoding)


class _Utf16(io.RawIOBase):
    """UTF-16 as UTF-8, and 0xff, which UTF-8 never has, for what is no character."""

    def __init__(self, start: bytes, stream: BufferedReader) -> None:
        """Take the bytes that were read, from the byte order mark on, and what has the others."""
        self._decode = codecs.getincrementaldecoder(_UTF_16[start[:2]])("diplo.marked").decode
        self._stream = stream
        self._given = memoryview(self._recoded(start[2:]))

    def _recoded(self, data: bytes, *, final: bool = False) -> bytes:
        return self._decode(data, final).encode(errors="surrogateescape")

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401  (whatever is writable)
        """Read some bytes; none are the end."""
        data = b"-"
        while data and not self._given:
            data = self._stream.read1(_BLOCK)
            self._given = memoryview(self._recoded(data, final=not data))
        size = min(len(buffer), len(self._given))
        buffer[:size], self._given = self._given[:size], self._given[size:]
        return size

    def close(self) -> None:
        """Close what has the bytes too."""
        self._stream.close()
        super().close()


def _mark(error: UnicodeError) -> tuple[str, int]:
    """Put what `surrogateescape` makes 0xff in the place of what cannot be decoded."""
    return "\udcff", cast("UnicodeDecodeError", error).end


codecs.register_error("diplo.marked", _mark)


def _head(start: bytes, stream: BinaryIO) -> list[bytes]:
    """Read up to the first line that has something on it; at the end of the file it is empty."""
    head = [start.removeprefix(BOM)]
    size = len(head[0])
    while not head[-1].strip(BLANK) and len(head) < _MOST_BLANK and size < LONGEST_LINE:
        head.append(stream.readline(LONGEST_LINE))
        size += len(head[-1])
        if not head[-1]:
            break
    return head


def _format_of(name: str, head: list[bytes], stream: BinaryIO, *, mapped: bool) -> str:
    """Return the format by the extension or the content; of JSON, events may be a stream."""
    told = _FORMATS.get(_ending(name))
    start = head[-1].lstrip(BLANK)
    if told in (None, JSON, NDJSON) and start.startswith(b"{") and not mapped:
        from diplo.reading import json  # noqa: PLC0415  (YAML needs no JSON)

        first = json.value(_first_value(head, stream))
        if is_row(first):
            return LINES
        return NDJSON if told == NDJSON or is_event(first) else JSON
    if told:
        return told
    if start.startswith((b"[", b"{")):
        return JSON
    return TABLE if mapped or is_header(start) else YAML


def _ending(name: str) -> str:
    return "" if name == STANDARD_INPUT else PurePath(name).suffix.lower()


def is_event(data: object, keys: Collection[str] = ("date",)) -> bool:
    """Say whether data are a mapping with a date, or all of some keys, as an event is."""
    if not isinstance(data, dict) or isinstance(data.get("date"), dict):  # which is no date
        return False
    return data.keys() >= {*keys}


def is_row(data: object) -> bool:
    """Say whether data are the row of a table, whose headers are not our keys."""
    if not isinstance(data, dict) or ("date" in data and isinstance(data.get("countries"), list)):
        return False
    from diplo.reading.tables.objects import is_flat  # noqa: PLC0415  (events are no table)

    return is_flat(data)


_NO_HEADER = (b"-", b"[", b"{", b"#", b"%", b"&")


def _may_be_header(line: bytes) -> bool:
    """Say whether a line has several cells, and nothing that begins YAML."""
    is_yaml = line.startswith(_NO_HEADER) or b": " in line
    return not (is_yaml or set(b",;\t|").isdisjoint(line))


def is_header(line: bytes) -> bool:
    """Say whether a line is the header of a table."""
    if not _may_be_header(line):
        return False
    from diplo.reading.tables import delimited, header  # noqa: PLC0415  (most files are no tables)

    if line.lower().startswith((b"sep=", b'"sep=')):
        return True
    text = delimited.first_line(line.decode(errors="replace"))
    return header.has_date(delimited.split(text, delimited.layout(text).delimiter))


def _first_value(head: list[bytes], stream: BinaryIO) -> bytes:
    """Return the value that begins on the last line, reading on to its end if that is near."""
    from diplo.reading.json import brackets  # noqa: PLC0415

    first = len(head) - 1
    size = len(head[-1])
    found = brackets(head[-1] if size <= _LONGEST_FIRST else b"")
    while not (found.ends or found.broken) and size <= _LONGEST_FIRST and head[-1]:
        head.append(stream.readline(LONGEST_LINE))
        size += len(head[-1])
        found = brackets(head[-1], found.depth)
    return b"".join([*head[first:-1], head[-1][: found.ends[0] if found.ends else None]])


def decode(name: str, data: bytes, encoding: str = UTF_8) -> tuple[str, list[Problem]]:
    """Decode UTF-8, with the problem of the first byte or character that may not be there."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        what = f"the byte {data[error.start]:#04x}" if encoding == UTF_8 else "this"
        message = f"{what} is not {encoding} text; save the file as UTF-8"
        return "", [Problem(name, *Lines(before).position(len(before)), message)]
    index = refused_at(text, raw=True)
    if index is None:
        return text, []
    hint = "is this a text file in UTF-8?" if text[index] == "\0" else _removing(name, text[index])
    message = f"the character {name_of(text[index])} is not allowed in an event file; {hint}"
    return text, [Problem(name, *Lines(text).position(index), message)]


def _removing(name: str, character: str) -> str:
    """Say what prints a file without a character, which editors may not show."""
    if name == STANDARD_INPUT:
        return "remove it"
    from diplo.terminal.shell import typed_name  # noqa: PLC0415  (only mistakes need it)

    command = f'perl -CSD -pe "s/\\x{{{ord(character):x}}}//g" {typed_name(name)}'
    return f"remove it: '{command}' prints the rest"


def _standard_input() -> BufferedReader:
    if sys.stdin is None:
        message = "standard input is closed; pipe a file into diplo, or name one"
        raise UnreadableError(message)
    with contextlib.suppress(OSError):  # it may be no descriptor
        os.set_blocking(sys.stdin.buffer.fileno(), True)
    return cast("BufferedReader", sys.stdin.buffer)
