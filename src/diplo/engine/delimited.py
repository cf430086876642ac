"""Delimited text that an engine can read as Python would: its head is read here, by Python."""

import mmap
import re
from itertools import islice
from typing import NamedTuple

from diplo.reading import encodings
from diplo.reading.document import Document
from diplo.reading.files import BOM
from diplo.reading.manner import Manner
from diplo.reading.tables import delimited, opening
from diplo.reading.tables.document import TableDocument

_HEAD = 2**20  # bytes
_UTF_8 = "utf8"
# A blank line, which engines leave out uncounted, or what is no text.
_UNPLAIN = b"\0", b"\n\n", b"\n\r\n", b"\r\r"


class Head(NamedTuple):
    """What the first rows of a file tell: a table, but for most of its rows, and its layout."""

    document: TableDocument
    delimiter: str
    skip: int  # lines
    width: int  # columns


def head(name: str, manner: Manner) -> Head | Document | None:
    """Read the first rows of a file, None where Python has to read all of it.

    What is wrong with them is returned as a document.

    Raises:
        OSError: it cannot be read.

    """
    content, is_plain = _beginning(name)
    form = manner.form
    encoding = manner.encoding or form.encoding or _UTF_8
    if not (is_plain and content.strip()) or encoding.lower().replace("-", "") != _UTF_8:
        return None
    document = opening.of_text(name, content, manner)
    if not isinstance(document, TableDocument):
        return document
    first = next(document.table.rows, None)
    if first is None:
        return None
    text = encodings.decoded(content, None)
    laid = delimited.layout(text, form.delimiter, form.skip)
    above = first[0] - 1
    before = [*islice(delimited.rows(text, laid), above - laid.skip + 1)]
    width = len(before.pop()[1])
    has_breaks = any(re.search("[\r\n]", cell) for _, cells in before for cell in cells)
    if has_breaks or width < len(document.table.header):
        return None
    return Head(document, laid.delimiter, above, width)


def _beginning(name: str) -> tuple[bytes, bool]:
    """Return the first lines of a file, and whether all lines of it are plain."""
    with open(name, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        size, end = len(mapped), _HEAD
        is_plain = not any(0 <= mapped.find(each) < size - 2 * len(each) for each in _UNPLAIN)
        if size > _HEAD:
            end = mapped.rfind(b"\n", 0, _HEAD) + 1 or mapped.rfind(b"\r", 0, _HEAD) + 1
        return mapped[:end].removeprefix(BOM), is_plain
