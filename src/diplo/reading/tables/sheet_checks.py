"""Check a spreadsheet before it is read: it may be locked, damaged, or made to fill the memory."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from diplo.reading.faults import CellError
from diplo.reading.files import BOM

MOST_COLUMNS = 16_384  # as many as a spreadsheet can have
MOST_CELLS = 20_000_000
_TOO_MANY = 2**20 * MOST_COLUMNS  # all that a sheet can have
_MOST_ROWS = 2**20
_LARGEST = 512 * 2**20  # bytes, once a file is unpacked
_BEGINNING = 1000  # bytes
_SECTOR = 512  # bytes
_FIRST_RECORD = b"\x09\x08"  # of a sheet, or of the whole book
_FILEPASS = 0x2F
_SOON = 4  # records within which a password shows
ZIPPED = b"PK"
_SECRET = "EncryptedPackage".encode("utf-16-le")  # what Office calls an xlsx with a password
_LOCKED = "it has a password; save it without one"

# The reference of a row or a cell, perhaps of one that no sheet can have.
REFERENCE = re.compile(rb"\br\s*=\s*[\"']\s*([A-Za-z]*)([0-9]+)")
_LONGEST = 9  # digits or letters of a reference that are read
_ROW_OR_CELL = re.compile(rb"<table:(?:covered-)?table-(row|cell)(?=[\s/>])([^<>]*)>")
_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="([0-9]{1,18})"')


DAMAGED = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError),
    *(zlib.error, lzma.LZMAError, struct.error, ValueError, OverflowError),
)


class SheetError(CellError):
    """A spreadsheet that cannot be read; the message says why."""


class NoSheetError(SheetError):
    """A spreadsheet that lacks the sheet asked for; `what` says so without a subject."""

    def __init__(self, what: str) -> None:
        super().__init__(f"it {what}")
        self.what = what


def check(content: bytes) -> None:
    """Make sure that a spreadsheet may be read.

    Raises:
        SheetError: it is too large, is damaged, has a password or is text.
    """
    if not content.startswith(ZIPPED):
        if _SECRET in content or _is_locked(content):
            raise SheetError(_LOCKED)
        _check_text(content)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(member.file_size for member in packed.infolist())
            cells = max(_extents(packed), default=0) if size <= _LARGEST else 0
    except SheetError:
        raise
    except DAMAGED as error:
        raise SheetError(f"it is damaged ({error}); save it again") from error
    except RuntimeError as error:
        raise SheetError(_LOCKED) from error
    if size > _LARGEST:
        raise SheetError(f"it is {size // 2**20} MiB once it is unpacked; save it as CSV")
    if cells > MOST_CELLS:
        raise SheetError(f"it spans {cells} cells, more than {MOST_CELLS}; save it as CSV")


def _is_locked(content: bytes) -> bool:
    """Say whether an xls has a password, as one of its first records then says."""
    sectors = range(_SECTOR, len(content), _SECTOR)
    starts = (at for at in sectors if content.startswith(_FIRST_RECORD, at))
    return any(_FILEPASS in _first_records(content, at) for at in starts)


def _first_records(content: bytes, at: int) -> Iterator[int]:
    """Yield the numbers of a few records from a place on."""
    for _ in range(_SOON):
        number, size = struct.unpack("<HH", content[at : at + 4].ljust(4, b"\0"))
        yield number
        at += 4 + size


def _check_text(content: bytes) -> None:
    """Make sure that content is not mere text in a file named as a spreadsheet.

    Raises:
        SheetError: it is.
    """
    start = content[:_BEGINNING].lstrip(BOM + b" \t\r\n")
    if start.startswith(b"<"):
        raise SheetError(
            "it is a web page or XML, not a spreadsheet; open it in one and save it as xlsx"
        )
    if start.isascii() and b"\0" not in start:
        raise SheetError("it is text, not a spreadsheet; give it a name that ends in .csv")


def _extents(packed: zipfile.ZipFile) -> Iterator[int]:
    """Yield the number of cells that each sheet spans, blank ones too."""
    for member in packed.infolist():
        if re.fullmatch(r"/?xl/worksheets/[^/]+\.xml", member.filename):
            yield _of_references(packed.read(member))
        elif member.filename == "content.xml":
            yield _of_repeats(packed.read(member))
        elif member.filename == "META-INF/manifest.xml":
            if b"encryption-data" in packed.read(member):
                raise SheetError(_LOCKED)
        elif member.filename.endswith("sharedStrings.xml"):
            packed.read(member)  # it fails if the size is not the one declared


def _of_references(sheet: bytes) -> int:
    """Count the cells up to the last column and row that any reference names."""
    column, row = b"", 0
    for letters, number in REFERENCE.findall(sheet):
        column = max(column, letters[:_LONGEST].upper(), key=lambda name: (len(name), name))
        row = max(row, int(number[:_LONGEST]))
    width = column_number(column)
    return row * width if row <= _MOST_ROWS and width <= MOST_COLUMNS else _TOO_MANY


def column_number(letters: bytes) -> int:
    """Return the number of a column by its letters, from 1."""
    made = 0
    for letter in letters:
        made = made * 26 + letter - ord("A") + 1
    return made


def _of_repeats(sheet: bytes) -> int:
    """Count the cells of an ods sheet up to the last row and column that are not blank."""
    last = width = 0
    for rows, columns, attributes in ods_cells(sheet):
        if not attributes.endswith(b"/") or b"value" in attributes:
            last, width = rows.stop - 1, max(width, columns.stop)
    return last * width


def ods_cells(sheet: bytes) -> Iterator[tuple[range, range, bytes]]:
    """Yield the rows (from 1), the columns (from 0) and the attributes of each cell of an ods."""
    rows, columns = range(1), range(0)
    for what, attributes in _ROW_OR_CELL.findall(sheet):
        if what == b"row":
            rows, columns = repeated(rows.stop, attributes, _MOST_ROWS + 1), range(0)
        else:
            columns = repeated(columns.stop, attributes, MOST_COLUMNS)
            yield rows, columns, attributes


def repeated(first: int, attributes: bytes, most: int) -> range:
    """Return the numbers, up to `most`, of a row, cell or column of an ods that may be repeated."""
    match = _REPEATED.search(attributes)
    return range(first, min(first + (int(match[1]) if match else 1), most))
