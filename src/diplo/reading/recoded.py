"""Streams recoded as plain UTF-8: UTF-16, and JSON between record separators."""

import codecs
import io
import re
from collections.abc import Callable
from io import BufferedReader
from typing import Any, cast

# Windows PowerShell writes the first mark; with two NULs after it, it is that of UTF-32.
_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_UTF_32 = b"\xff\xfe\0\0"
_SEPARATED, _SEPARATOR = b"\x1e{", re.compile(b"^\x1e", re.MULTILINE)  # RFC 7464, 8142
UTF_8, UTF_16 = "UTF-8", "UTF-16"
_BLOCK = 2**16  # bytes per read

_Recode = Callable[[bytes, bool], bytes]  # takes bytes, and whether they are the last


def recoded(start: bytes, stream: BufferedReader) -> tuple[str, BufferedReader] | None:
    """Return the encoding of a stream and its recoded bytes, None if it is plain already.

    `start` holds the bytes read so far.
    """
    if start[:2] in _UTF_16 and not start.startswith(_UTF_32):
        decode = codecs.getincrementaldecoder(_UTF_16[start[:2]])("diplo.marked").decode
        raw = _Recoded(
            start[2:],
            stream,
            lambda data, last: decode(data, last).encode(errors="surrogateescape"),
        )
        return UTF_16, BufferedReader(raw)
    if start.startswith(_SEPARATED):  # a space for each keeps places
        raw = _Recoded(start, stream, lambda data, _: _SEPARATOR.sub(b" ", data))
        return UTF_8, BufferedReader(raw)
    return None


class _Recoded(io.RawIOBase):
    """A stream recoded; 0xff, which UTF-8 never has, marks what cannot be decoded."""

    def __init__(self, start: bytes, stream: BufferedReader, recode: _Recode) -> None:
        """Take the bytes read so far, the stream of the rest, and what recodes bytes."""
        self._recode, self._stream = recode, stream
        self._given = memoryview(recode(start, False))  # noqa: FBT003  (as decoders take it)

    def readable(self) -> bool:
        """Return True, as `io.RawIOBase` asks."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401  (whatever is writable)
        """Read some bytes into a buffer and return how many; 0 at the end."""
        data = b"-"
        while data and not self._given:
            data = self._stream.read1(_BLOCK)
            self._given = memoryview(self._recode(data, not data))
        size = min(len(buffer), len(self._given))
        buffer[:size], self._given = self._given[:size], self._given[size:]
        return size

    def close(self) -> None:
        """Close the stream beneath too."""
        self._stream.close()
        super().close()


def _mark(error: UnicodeError) -> tuple[str, int]:
    """Replace what cannot be decoded with the character that `surrogateescape` encodes as 0xff."""
    return "\udcff", cast("UnicodeDecodeError", error).end


codecs.register_error("diplo.marked", _mark)
