"""The encoding of a table's bytes: UTF-8, what is told, or else the one that they are likely in."""

import codecs

from diplo.reading.faults import CellError

_BOM = b"\xef\xbb\xbf"
_UTF_8 = "utf-8"
_OF_HOSTS = ("idna", "punycode")
_BEGINNING = 1000  # bytes
_WORD = 4  # letters of another script that stand together


def is_encoding(name: str) -> bool:
    """Say whether text can be decoded by a name; those of the names of hosts are none."""
    try:
        "".encode(name)
        return codecs.lookup(name).name not in _OF_HOSTS
    except (LookupError, ValueError):
        return False


def decoded(content: bytes, told: str | None) -> str:
    """Return the text of a table, whose byte order mark has been taken off.

    Raises:
        CellError: it is in another encoding, or no text, or begins with another mark.

    """
    if b"\0" in content and (told or _UTF_8).lower().replace("_", "-") in (_UTF_8, "utf8"):
        row, column = _place(content, content.index(b"\0"))
        name = wide(content)
        message = "the character U+0000 may not stand in a table; is it a text file in UTF-8?"
        if name:
            message = f"the file is not UTF-8; this is likely {name}: give --encoding {name}"
        raise CellError(message, row, column)
    if content.startswith(_BOM):  # a second one, which would be looked over in a header
        message = "holds the character U+FEFF; remove it"
        raise CellError(message, 1, 1)
    try:
        return content.decode(told or _UTF_8)
    except UnicodeError as error:
        at = getattr(error, "start", 0)  # which few encodings do not tell
        row, column = _place(content, at)
        byte = content[at]
        if told:
            message = f"the byte {byte:#04x} is not {told} text; give another --encoding"
            raise CellError(message, row, column) from error
        name = likely(content)
        message = (
            f"the byte {byte:#04x} is not UTF-8; this is likely {name}: give --encoding {name}"
        )
        raise CellError(message, row, column) from error


def likely(data: bytes) -> str:
    """Name the encoding that some bytes are most likely in."""
    if b"\n" not in data and b"\r" in data:
        return "mac-roman"
    run = longest = 0
    for byte in data[:100_000]:
        run = run + 1 if byte >= 0xC0 else 0  # noqa: PLR2004  (letters of Cyrillic and Greek)
        longest = max(longest, run)
    return "windows-1251" if longest >= _WORD else "windows-1252"


def wide(data: bytes) -> str | None:
    """Name the encoding of text whose letters have two bytes, one of which is mostly NUL."""
    start = data[:_BEGINNING]
    first, second = (start[at::2].count(0) for at in (0, 1))
    few, many = len(start) // 20, len(start) // 3
    if first <= few and second > many:
        return "utf-16-le"
    return "utf-16-be" if second <= few and first > many else None


def _place(data: bytes, at: int) -> tuple[int, int]:
    """Return the row and the column of a byte, as far as that can be told from bytes."""
    before = data[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.rpartition(b"\n")[2]
    first = data.lstrip(b"\r\n").splitlines()[:1] or [b""]
    delimiter = max((b",", b";", b"\t", b"|"), key=first[0].count)
    return before.count(b"\n") + 1, line.count(delimiter) + 1
