"""What a file is that is neither text nor a spreadsheet, by its first bytes, and what to do."""

import contextlib
import re
import zlib

from diplo.reading.files import GZIP

PACKED = b"PK\x03\x04"
_END = 2**16  # bytes, in which an archive lists what is in it
_WITH_HEADER = 31  # of what gzip makes, as zlib says it
_BEGINNING = 16  # bytes
_R = (b"X\n\0\0", b"RDX2\n", b"RDX3\n")  # one value, or several; mostly within gzip
_OF_R = "data of R; save it as CSV, with write.csv"
_OF_STATA = "data of Stata; save it as CSV, with export delimited"
_OLD_STATA = (110, 111, 113, 114, 115)  # formats up to Stata 12, of each order of bytes
_KINDS = (
    (GZIP, "compressed with gzip; unpack it first, with gunzip"),
    (b"BZh", "compressed with bzip2; unpack it first, with bunzip2"),
    (b"\xfd7zXZ\0", "compressed with xz; unpack it first, with unxz"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; unpack it first, with unzstd"),
    (b"7z\xbc\xaf", "an archive of 7-Zip; unpack it first"),
    (b"PAR1", "Parquet, which is read from a file whose name ends in .parquet"),
    (b"ARROW1", "Arrow (Feather); save it as Parquet or CSV"),
    (b"SQLite format 3\0", "a database of SQLite; export a table of it as CSV"),
    (b"%PDF-", "PDF; copy the table into a spreadsheet, or save it as CSV"),
    (b"{\\rtf", "RTF; save it as plain text"),
    (b"<stata_dta>", _OF_STATA),
    *((bytes((each, order, 1)), _OF_STATA) for each in _OLD_STATA for order in (1, 2)),
    (b"$FL2", "data of SPSS; save it as CSV"),
    *((start, _OF_R) for start in _R),
    (b"version https://git-lfs", "a pointer of Git LFS; fetch the file with 'git lfs pull'"),
    (b"BEGIN:VCALENDAR", "a calendar (iCalendar); save it as CSV or JSON"),
)
# What is in an archive that is a document, by the name of one of its parts.
_DOCUMENTS = (
    (b"xl/workbook", "a spreadsheet, not text; save it under a name that ends in .xlsx or .xls"),
    (
        b"opendocument.spreadsheet",
        "a spreadsheet, not text; save it under a name that ends in .ods",
    ),
    (b"word/document", "a document of Word; copy its table into a spreadsheet, or save it as CSV"),
    (b"opendocument.text", "a document of text; copy its table into a spreadsheet"),
    *(
        (part, "a document of Numbers or Pages; export it as xlsx or CSV")
        for part in (b"Index/Document.iwa", b"Index.zip")
    ),
)
_ARCHIVE = "a zip archive; unpack it first, and name what is in it"
_OLD = (
    b"\xd0\xcf\x11\xe0",
    "a spreadsheet, not text; save it under a name that ends in .xlsx or .xls",
)
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|table)\b", re.IGNORECASE)
# Names of variables, and below them a cell that SPARQL marks: "1905"^^<...>, "Oslo"@en or <...>.
_QUERY = re.compile(
    rb"\?\w+(?:\t\?\w+)+\s*\n(?:[^\n]*\t)?"
    rb"(?:<[^<>\t\r\n]+>(?:[\t\r\n]|\Z)|\"[^\t\n]*\"(?:\^\^<|@))"
)
_OF_QUERY = "TSV of SPARQL, with marks of its own in cells; ask Wikidata or the like for CSV"
_BIBLIOGRAPHIES = (
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*TY  - "), "RIS"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:%[^\n]*\n\s*)*@[A-Za-z]+\s*\{"), "BibTeX"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*%0 [A-Z]"), "EndNote"),
)
PAGE = "a web page or XML, not a table; open it in a spreadsheet and save it as CSV"


def said(content: bytes, *, is_sheet: bool = False) -> str:
    """Return what a file is that cannot be read as it is, or nothing.

    Of what is called a spreadsheet, its reader says what is no archive of one.
    """
    kinds = _KINDS if is_sheet else (*_KINDS, _OLD)
    found = next((what for start, what in kinds if content.startswith(start)), "")
    if _unpacked(content).startswith(_R):
        found = _OF_R
    if not found and content.startswith(PACKED) and not is_sheet:
        ends = content[:_END] + content[-_END:]
        found = next((what for part, what in _DOCUMENTS if part in ends), _ARCHIVE)
    if not found and not is_sheet:
        found = PAGE if _PAGE.match(content) else _bibliography(content[:_END])
        found = _OF_QUERY if _QUERY.match(content) else found
    return f"this is {found}" if found else ""


def _unpacked(content: bytes) -> bytes:
    """Return how what gzip has packed begins, nothing of anything else."""
    with contextlib.suppress(zlib.error):
        if content.startswith(GZIP):
            return zlib.decompressobj(_WITH_HEADER).decompress(content, _BEGINNING)
    return b""


def _bibliography(content: bytes) -> str:
    """Return what a list of sources is and what to do, nothing of anything else."""
    form = next((form for start, form in _BIBLIOGRAPHIES if start.match(content)), "")
    return (
        f"a bibliography ({form}); export it as CSV, and add a column of countries" if form else ""
    )
