"""Event files as bytes: their format, their encoding (UTF-8 or UTF-16) and limits of size."""

import contextlib
import os
import sys
from collections.abc import Collection, Iterator
from io import BufferedReader
from pathlib import PurePath
from typing import BinaryIO, NamedTuple, TypeGuard, cast

from diplo.reading.recoded import UTF_8, recoded
from diplo.terminal.errors import SPREADSHEETS, STANDARD_INPUT, Problem, UnreadableError
from diplo.terminal.shell import typed_name
from diplo.terminal.text import Lines, name_of, refused_at

LONGEST_LINE = 16 * 2**20  # bytes
LARGEST_DOCUMENT = 256 * 2**20  # bytes; NDJSON, which is read line by line, has no limit
_BLOCK = 2**16  # bytes per read
_MOST_BLANK = 1000  # lines at the start
_LONGEST_FIRST = 2**16  # bytes of a first event that spans lines
BOM = b"\xef\xbb\xbf"
PARQUET = b"PAR1"  # the magic number of its files
YAML, JSON, NDJSON = "yaml", "json", "ndjson"
TABLE, SHEET, NOTE, LINES = "table", "sheet", "note", "lines"  # not formats of event files
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
ENDINGS = (*_FORMATS, ".parquet")  # only an engine reads the last


class EventFile(NamedTuple):
    """An open event file: its name as the user gave it, its format, its bytes."""

    name: str
    format: str
    head: list[bytes]  # the lines that were read to determine the format
    rest: BufferedReader
    encoding: str = UTF_8  # of the file, for messages; `head` and `rest` are always UTF-8
    is_marked: bool = False  # whether a byte order mark says so

    @property
    def may_be_empty(self) -> bool:
        """Whether an empty file is a stream without events rather than a mistake."""
        return self.format == NDJSON or self.name == STANDARD_INPUT

    @property
    def has_no_ending(self) -> bool:
        """Whether its name gives no format."""
        return _ending(self.name) not in _FORMATS

    @property
    def may_be_table(self) -> bool:
        """Whether its name gives no format, and it may begin with the header of a table."""
        return self.has_no_ending and _may_be_header(self.head[-1].lstrip(BLANK))

    def close(self) -> None:
        """Close the file, unless it is standard input."""
        if self.name != STANDARD_INPUT:
            self.rest.close()

    @property
    def done(self) -> float | None:
        """The share of its bytes that has been read, None if its size is unknown."""
        with contextlib.suppress(OSError, ValueError, ZeroDivisionError):  # a pipe has no size
            return min(self.rest.tell() / os.fstat(self.rest.fileno()).st_size, 1)
        return None

    def blocks(self) -> Iterator[bytes]:
        """Yield blocks of whole lines, ending with the start of any line over `LONGEST_LINE`."""
        left = b"".join(self.head)
        while len(left) <= LONGEST_LINE and (block := self.rest.read1(_BLOCK)):
            end = block.rfind(b"\n") + 1
            if end:
                yield left + block[:end]
                left = b""
            left += block[end:]
        if left:
            yield left

    def content(self, last: bytes | None = b"\0") -> bytes:
        """Return all bytes, or just more than `LARGEST_DOCUMENT` of a larger file.

        Reading ends soon after `last`; a NUL is in no text. One large read would reserve all its
        memory.
        """
        blocks, size, block = list(self.head), sum(map(len, self.head)), self.head[-1]
        while size <= LARGEST_DOCUMENT and (last is None or last not in block):
            if not (block := self.rest.read(_BLOCK)):
                break
            blocks.append(block)
            size += len(block)
        return b"".join(blocks)


def open_file(name: str, *, mapped: bool = False) -> EventFile:
    """Open an event file, or standard input for "-", and determine its encoding and format.

    If `mapped`, a file whose ending and start give no format is a table.

    Raises:
        OSError: it cannot be opened or read.
        UnreadableError: standard input is closed.
    """
    stream = _standard_input() if name == STANDARD_INPUT else open(name, "rb")  # noqa: SIM115
    encoding = UTF_8
    try:
        start = stream.readline(LONGEST_LINE)
        if found := recoded(start, stream):
            encoding, stream = found
            start = stream.readline(LONGEST_LINE)
        is_marked = encoding != UTF_8 or start.startswith(BOM)
        head = _head(start, stream)
        form = _format_of(name, head, stream, mapped=mapped)
    except OSError:
        stream.close()
        raise
    return EventFile(name, form, head, stream, encoding, is_marked)


def _head(start: bytes, stream: BinaryIO) -> list[bytes]:
    """Read up to the first line that is not blank; the last line is empty at the file's end."""
    head = [start.removeprefix(BOM)]
    size = len(head[0])
    while not head[-1].strip(BLANK) and len(head) < _MOST_BLANK and size < LONGEST_LINE:
        head.append(stream.readline(LONGEST_LINE))
        size += len(head[-1])
        if not head[-1]:
            break
    return head


def _format_of(name: str, head: list[bytes], stream: BinaryIO, *, mapped: bool) -> str:
    """Return the format by the extension or content; JSON may prove to be NDJSON or rows."""
    form = _FORMATS.get(_ending(name))
    start = head[-1].lstrip(BLANK)
    if form in (None, JSON, NDJSON) and start.startswith(b"{") and not mapped:
        from diplo.reading import json  # noqa: PLC0415  (YAML needs no JSON)

        first = json.value(_first_value(head, stream).replace(b"NaN", b"null"))  # as pandas has it
        if is_row(first):
            return LINES
        return NDJSON if form == NDJSON or is_event(first) else JSON
    if form:
        return form
    if start.startswith((b"[", b"{")):
        return JSON
    return TABLE if mapped or is_header(start) else YAML


def _ending(name: str) -> str:
    return "" if name == STANDARD_INPUT else PurePath(name).suffix.lower()


def is_event(data: object, keys: Collection[str] = ("date",)) -> bool:
    """Say whether data are a mapping with a date, or with all of `keys`, as an event is."""
    if not isinstance(data, dict) or isinstance(data.get("date"), dict):  # a mapping is no date
        return False
    return data.keys() >= {*keys}


def are_records(data: object) -> TypeGuard[list[dict[str, object]]]:
    """Say whether data are a list of mappings that is not empty."""
    return (
        isinstance(data, list) and bool(data) and all(isinstance(record, dict) for record in data)
    )


def is_row(data: object) -> bool:
    """Say whether data are a flat mapping such as the row of a table, and no event."""
    if not isinstance(data, dict) or ("date" in data and isinstance(data.get("countries"), list)):
        return False
    from diplo.reading.tables.objects import is_flat  # noqa: PLC0415  (events are no table)

    return is_flat(data)


_NO_HEADER = (b"-", b"[", b"{", b"#", b"%", b"&")


def _may_be_header(line: bytes) -> bool:
    """Say whether a line has a delimiter, and does not look like YAML."""
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
    """Return the JSON value that begins on the last line, reading on (into `head`) to its end."""
    from diplo.reading.json import brackets  # noqa: PLC0415

    first = len(head) - 1
    size = len(head[-1])
    found = brackets(head[-1] if size <= _LONGEST_FIRST else b"")
    while not (found.ends or found.broken) and size <= _LONGEST_FIRST and head[-1]:
        head.append(stream.readline(LONGEST_LINE))
        size += len(head[-1])
        found = brackets(head[-1], found.depth)
    return b"".join([*head[first:-1], head[-1][: found.ends[0] if found.ends else None]])


class Undecoded(NamedTuple):
    """The problem of an invalid byte or a forbidden character, and what to do about it."""

    problem: Problem
    how: str

    @property
    def with_advice(self) -> Problem:
        """The problem with what to do about it."""
        return self.problem._replace(message=f"{self.problem.message}; {self.how}")


def decode(name: str, data: bytes, encoding: str = UTF_8) -> tuple[str, list[Problem]]:
    """Decode UTF-8, with the problem of the first invalid byte or forbidden character."""
    text, wrong = text_of(name, data, encoding)
    return text, [wrong.with_advice] if wrong else []


def text_of(name: str, data: bytes, encoding: str = UTF_8) -> tuple[str, Undecoded | None]:
    """Decode UTF-8, up to the first invalid byte or forbidden character."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        what = f"the byte {data[error.start]:#04x}" if encoding == UTF_8 else "this"
        problem = Problem(
            name, *Lines(before).position(len(before)), f"{what} is not {encoding} text"
        )
        return "", Undecoded(problem, "save the file as UTF-8")
    index = refused_at(text, raw=True)
    if index is None:
        return text, None
    how = "is this a text file in UTF-8?" if text[index] == "\0" else _removing(name, text[index])
    message = f"the character {name_of(text[index])} is not allowed in an event file"
    return text, Undecoded(Problem(name, *Lines(text).position(index), message), how)


def _removing(name: str, character: str) -> str:
    """Say which command prints a file without a character, as editors may not show it."""
    if name == STANDARD_INPUT:
        return "remove it"
    command = f'perl -CSD -pe "s/\\x{{{ord(character):x}}}//g" {typed_name(name)}'
    return f"remove it: '{command}' prints the rest"


def _standard_input() -> BufferedReader:
    if sys.stdin is None:
        raise UnreadableError("standard input is closed; pipe a file into diplo, or name one")
    with contextlib.suppress(OSError):  # it may have no descriptor
        os.set_blocking(sys.stdin.buffer.fileno(), True)
    return cast("BufferedReader", sys.stdin.buffer)
