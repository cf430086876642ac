"""Recognise a file of a foreign format by how it begins, and say what to do about it."""

import re
import zlib
from itertools import chain, product

from diplo.reading.files import BLANK, BOM, PARQUET, YAML, is_header

PACKED = b"PK\x03\x04"
_END = 2**16  # bytes at either end, within which an archive names its parts
_FIRST = 1000  # bytes
_R = (b"X\n\0\0", b"RDX2\n", b"RDX3\n")  # one value, or several
_OF_R_ITSELF = "data of R; save it as CSV, with write.csv"
_OF_STATA = "data of Stata; save it as CSV, with export delimited"
_GZIP = b"\x1f\x8b"
_KINDS = (
    (_GZIP, "compressed with gzip; unpack it first, with gunzip"),
    (b"BZh", "compressed with bzip2; unpack it first, with bunzip2"),
    (b"\xfd7zXZ\0", "compressed with xz; unpack it first, with unxz"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; unpack it first, with unzstd"),
    (b"7z\xbc\xaf", "an archive of 7-Zip; unpack it first"),
    (PARQUET, "Parquet, which is read from a file whose name ends in .parquet"),
    (b"ARROW1", "Arrow (Feather); save it as Parquet or CSV"),
    (b"SQLite format 3\0", "a database of SQLite; export a table of it as CSV"),
    (b"%PDF-", "PDF; copy the table into a spreadsheet, or save it as CSV"),
    (b"{\\rtf", "RTF; save it as plain text"),
    (b"<stata_dta>", _OF_STATA),
    # Before Stata 13: the version, the order of bytes.
    *((bytes((*each, 1, 0)), _OF_STATA) for each in product(range(105, 116), (1, 2))),
    (b"$FL2", "data of SPSS; save it as CSV"),
    *((start, _OF_R_ITSELF) for start in _R),
    (b"version https://git-lfs", "a pointer of Git LFS; fetch the file with 'git lfs pull'"),
    (b"BEGIN:VCALENDAR", "a calendar (iCalendar); save it as CSV or JSON"),
)
# Archives that are documents, by the name of one of their parts.
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
_OF_PAGE = "a web page or XML, not a table; open it in a spreadsheet and save it as CSV"
_OF_QUERY = "TSV of SPARQL, with marks of its own in cells; ask Wikidata or the like for CSV"
_BIBLIOGRAPHY = "a bibliography ({}); export it as CSV, and add a column of countries"
_BLANK = rb"(?:\xef\xbb\xbf)?\s*"
_SPARQL = re.compile(
    rb"""
    \?\w+ (?: \t\?\w+ )+ \s*\n  # names of variables
    (?: [^\n]*\t )?  # below them, any cells and one in SPARQL's notation:
    (?: <[^<>\t\r\n]+> (?: [\t\r\n] | \Z )  # <...>
      | "[^\t\n]*" (?: \^\^< | @ )  # "1905"^^<...> or "Norway"@en
    )
    """,
    re.VERBOSE,
)
_TEXTS = (
    (re.compile(_BLANK + rb"<(?:!doctype|html|\?xml|table)\b", re.IGNORECASE), _OF_PAGE),
    (_SPARQL, _OF_QUERY),
)
_BIBLIOGRAPHIES = (
    (re.compile(_BLANK + rb"TY  - "), _BIBLIOGRAPHY.format("RIS")),
    (re.compile(_BLANK + rb"(?:%[^\n]*\n\s*)*@[A-Za-z]+\s*\{"), _BIBLIOGRAPHY.format("BibTeX")),
    (re.compile(_BLANK + rb"%0 [A-Z]"), _BIBLIOGRAPHY.format("EndNote")),
)
_BEGINNING = 2**14  # bytes
_YAML = re.compile(rb"---\s|(?:- +)?[a-z_]+:\s")
_SCRIPT = re.compile(
    rb"(?:(?:export )?(?:var|let|const) )?[\w.$]+ *= *[\[{]|export default [\[{]"
    rb"|/\*O_o\*/|[\w.$]+\([\[{]"  # as Google's spreadsheets have it
)
_GAP = re.compile(" {2,}")
_BEHIND_DATE = re.compile(r"(?:: | +[-–—] +).*")
_OF_R = "a table with blanks between its columns, as R writes one; write it with write.csv"
# By how the first line begins.
_BEGUN = {
    r"\s*\{\|": "a table of a wiki; copy it from the page into a spreadsheet, and save that as CSV",
    r"\s*\+[-=]": "a table drawn with lines, as databases print one; have it written as CSV",
    r"\s*(?i:INSERT INTO|CREATE TABLE)\b": "SQL, not a table; have the database write that as CSV",
    r'"[^"]*"(?: +"[^"]*")+$': _OF_R,
}
_ALIGNED = "a table whose columns are aligned by blanks; save it as CSV, with commas between them"
_CHRONOLOGY = "a chronology; make a table of it, with the columns Date, Country and Title"


def of_bytes(content: bytes, *, is_sheet: bool = False) -> str:
    """Say what a file is that cannot be read as it is; empty if it may be read.

    For a file named as a spreadsheet, fewer kinds are tried; its reader reports the others.
    """
    kinds = _KINDS if is_sheet else (*_KINDS, _OLD)
    found = next((what for start, what in kinds if content.startswith(start)), "")
    if content.startswith(_GZIP) and _unpacked(content).startswith(_R):
        found = _OF_R_ITSELF
    if not (found or is_sheet) and content.startswith(PACKED):
        ends = content[:_END] + content[-_END:]
        found = next((what for part, what in _DOCUMENTS if part in ends), _ARCHIVE)
    elif not (found or is_sheet):
        texts = ((text.match(content), what) for text, what in _TEXTS)
        others = ((text.match(content[:_END]), what) for text, what in _BIBLIOGRAPHIES)
        found = next((what for is_so, what in chain(texts, others) if is_so), "")
    return f"this is {found}" if found else ""


def _unpacked(content: bytes) -> bytes:
    """Return the first bytes of what gzip has compressed; none if it is damaged."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(content[:_FIRST], _FIRST)
    except zlib.error:
        return b""


def of_table(content: bytes) -> str:
    """Say what a text named as a table is instead; empty if it may be one."""
    start, end = content[:_FIRST].lstrip(BOM + BLANK), content[-_FIRST:].rstrip()
    if start.startswith(b"<"):
        return f"this is {_OF_PAGE}"
    is_json = start.startswith((b"{", b"[")) and end.endswith((b"}", b"]"))
    return "this is JSON, not a table; give the file a name that ends in .json" if is_json else ""


def of_text(content: bytes, form: str = "") -> str:
    """Say by its beginning what a text is, if not the YAML or JSON that its name makes it."""
    line = content.lstrip(BLANK).partition(b"\n")[0] + b"\n"
    called = "YAML" if form == YAML else "JSON"
    if form and is_header(line):
        return f"this is a table, not {called}; give the file a name that ends in .csv"
    if form not in ("", YAML) and _SCRIPT.match(line):
        return "this is JavaScript, not JSON; delete what stands before the first bracket"
    if form not in ("", YAML) and _YAML.match(line):
        return "this is YAML, not JSON; give the file a name that ends in .yaml"
    found = _laid_out(content[:_BEGINNING].decode(errors="replace"))
    return f"this is {found}" if found else ""


def _laid_out(text: str) -> str:
    """Say by its first lines what a text is and what to do, if that is known."""
    first, other, third, *_ = [*filter(None, map(str.rstrip, text.splitlines())), "", "", ""]
    if begun := next((what for how, what in _BEGUN.items() if re.match(how, first)), ""):
        return begun
    if _is_aligned(first, other):
        return _ALIGNED
    is_dated = _is_dated(other) and (_is_dated(first) or _is_dated(third))  # below a heading
    return _CHRONOLOGY if is_dated else ""


def _is_aligned(first: str, other: str) -> bool:
    """Say whether a header and a row have equally many cells, divided by two blanks or more."""
    from diplo.reading.tables.header import has_date  # noqa: PLC0415  (only mistakes need it)

    names, cells = _GAP.split(first), _GAP.split(other)
    return ":" not in first and len(names) == len(cells) and has_date(names)


def _is_dated(line: str) -> bool:
    """Say whether a line is a date and, after a colon or a dash, what happened then."""
    from diplo.reading.tables import cell_dates  # noqa: PLC0415  (as above)

    date, count = _BEHIND_DATE.subn("", line, count=1)
    return count == 1 and bool(cell_dates.date(date.lstrip("-* ")).value)
