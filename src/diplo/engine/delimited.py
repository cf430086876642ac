"""Read the head of delimited text in Python, to see whether an engine can read the rest alike."""

import mmap
import re
from itertools import islice
from typing import NamedTuple

from diplo.reading import encodings
from diplo.reading.document import Document
from diplo.reading.files import BOM
from diplo.reading.maps import opening
from diplo.reading.maps.document import TableDocument
from diplo.reading.table_options import TableOptions
from diplo.reading.tables import delimited

_HEAD = 2**20  # bytes
_UTF_8 = "utf8"
# A NUL, or a blank line, which engines skip without counting it.
_UNPLAIN = b"\0", b"\n\n", b"\n\r\n", b"\r\r"


class Head(NamedTuple):
    """The head of a file: a document of its first rows, and its layout."""

    document: TableDocument
    delimiter: str
    skip: int  # lines
    width: int  # columns


def head(name: str, options: TableOptions) -> Head | Document | None:
    """Read the head of a file, or return a document of what is wrong with it.

    Return None if Python has to read all of the file.

    Raises:
        OSError: it cannot be read.
    """
    content, is_plain = _beginning(name)
    form = options.form
    encoding = options.encoding or form.encoding or _UTF_8
    if not (is_plain and content.strip()) or encoding.lower().replace("-", "") != _UTF_8:
        return None
    document = opening.of_text(name, content, options)
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
    """Return the first lines of a file, and whether the whole file lacks NULs and blank lines."""
    with open(name, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        size, end = len(mapped), _HEAD
        is_plain = not any(0 <= mapped.find(sign) < size - 2 * len(sign) for sign in _UNPLAIN)
        if size > _HEAD:
            end = mapped.rfind(b"\n", 0, _HEAD) + 1 or mapped.rfind(b"\r", 0, _HEAD) + 1
        return mapped[:end].removeprefix(BOM), is_plain
