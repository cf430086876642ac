"""Spreadsheets that are damaged, hostile, or are not what their names say."""

from collections.abc import Callable
from functools import partial
from hashlib import shake_128

from tests.bad_inputs.case import Case, command, table
from tests.workbooks import GOOD, HEADER, LOCKED_XLS, Day, Raw, ods, ole, xls, xlsx, zipped

BOOK = "in.xlsx"
_MAP = 'event: {date: "{Date}", title: "{Title}", countries: ["{Country}"]}\n'
_SST = "xl/sharedStrings.xml"
_SHEET = "xl/worksheets/sheet1.xml"
_ENTITY = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_LOCKED = '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>'


def book(
    what: str,
    content: Callable[[], bytes],
    status: int = 65,
    says: str = "",
    prints: tuple[str, ...] = (),
    name: str = BOOK,
    options: str = "",
    **others: str,
) -> Case:
    """Return the case of a timeline of a spreadsheet, which is made only where it is written."""
    return table(what, content, status, says, prints, file=name, options=options, **others)


def rows(*cells: tuple[object, ...]) -> Callable[[], bytes]:
    return partial(xlsx, (HEADER, *cells))


def by_date(*cells: object) -> Callable[[], bytes]:
    """Return an xlsx whose rows differ in their dates."""
    return rows(*((cell, "Norway", f"T{number}") for number, cell in enumerate(cells)))


def _swollen(name: str, xml: bytes) -> bytes:
    return xlsx(GOOD, parts={name: xml})


def _says_size(size: int) -> bytes:
    """Return an xlsx whose directory says another size of its first part."""
    content = xlsx(GOOD)
    at = content.index(b"PK\x01\x02")
    return content[: at + 24] + size.to_bytes(4, "little") + content[at + 28 :]


def _bomb(name: str) -> bytes:
    """Return an xlsx of which one part says that it is very large."""
    content = xlsx(GOOD, parts={name: b" " * 1_000})
    at = content.index(name.encode(), content.index(b"PK\x01\x02")) - 46
    return content[: at + 24] + (600 * 2**20).to_bytes(4, "little") + content[at + 28 :]


def _large() -> bytes:
    """Return an xlsx that lists what is in it far from its beginning."""
    return xlsx(GOOD, parts={"a.bin": shake_128(b"").digest(200_000)})


SPREADSHEETS = (
    # What a file really is
    book(
        "CSV that is called xlsx",
        lambda: b"Date,Country,Title\n2021,Norway,T\n",
        says="in.xlsx:1:A: it is text, not a spreadsheet; give it a name that",
    ),
    book(
        "CSV that is called xls",
        lambda: b"Date,Country,Title\n2021,Norway,T\n",
        name="in.xls",
        says="in.xls:1:A: it is text, not a spreadsheet; give it a name that",
    ),
    book(
        "CSV that is called ods",
        lambda: b"Date,Country,Title\n2021,Norway,T\n",
        name="in.ods",
        says="in.ods:1:A: it is text, not a spreadsheet; give it a name that",
    ),
    book(
        "TSV that is called xls",
        lambda: b"Date\tCountry\tTitle\n2021\tNorway\tT\n",
        name="in.xls",
        says="in.xls:1:A: it is text, not a spreadsheet; give it a name that",
    ),
    book(
        "TSV in UTF-16 that is called xls",
        lambda: "Date\tCountry\tTitle\n2021\tNorway\tT\n".encode("utf-16"),
        name="in.xls",
        says="in.xls:1:A: it is text, not a spreadsheet; give it a name that",
    ),
    book(
        "a page that is called xls",
        lambda: b"<html><table><tr><td>Date</td></tr></table></html>",
        name="in.xls",
        says="in.xls:1:A: it is a web page or XML, not a spreadsheet; open it",
    ),
    book(
        "a page that is called xlsx",
        lambda: b"\xef\xbb\xbf <!DOCTYPE html><p>Sign in",
        says="in.xlsx:1:A: it is a web page or XML, not a spreadsheet; open",
    ),
    book(
        "XML that is called xls",
        lambda: b'<?xml version="1.0"?><Workbook/>',
        name="in.xls",
        says="in.xls:1:A: it is a web page or XML, not a spreadsheet; open it",
    ),
    book(
        "JSON that is called xlsx",
        lambda: b'[{"Date": "2021"}]',
        says="in.xlsx:1:A: it is text, not a spreadsheet; give it a name that",
    ),
    book(
        "nothing that is called xlsx",
        lambda: b"",
        says="in.xlsx:1:A: the file is empty; a table has a header and rows",
    ),
    book(
        "NULs that are called xlsx",
        lambda: bytes(5_000),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "a picture that is called xlsx",
        lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "a PDF that is called xls",
        lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(100),
        name="in.xls",
        says="in.xls:1:A: this is PDF; copy the table into a spreadsheet, or",
    ),
    book(
        "an xlsx that is called xls",
        partial(xlsx, GOOD),
        0,
        name="in.xls",
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    book(
        "an xls that is called xlsx",
        partial(xls, GOOD),
        0,
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    book(
        "an ods that is called xlsx",
        partial(ods, GOOD),
        0,
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    book(
        "an xlsx that is called csv",
        partial(xlsx, GOOD),
        name="in.csv",
        says="in.csv:1:1: this is a spreadsheet, not text; save it under a",
    ),
    book(
        "an xls that is called csv",
        partial(xls, GOOD),
        name="in.csv",
        says="in.csv:1:1: this is a spreadsheet, not text; save it under a",
    ),
    book(
        "an xlsx that is called YAML",
        _large,
        name="in.yaml",
        says="in.yaml:1:1: this is a spreadsheet, not text; save it under a name that ends in .xlsx",
    ),
    Case(
        "an xlsx on standard input",
        _large,
        file=BOOK,
        command="cat in.xlsx | diplo timeline --events -",
        says="diplo: -:1:1: this is a spreadsheet, not text; save it under a name that ends in .xlsx",
    ),
    book(
        "an xlsm",
        partial(xlsx, GOOD),
        0,
        name="in.xlsm",
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    book(
        "an xlsm with a wrong date",
        by_date("x1"),
        name="IN.XLSM",
        says="IN.XLSM:2:A: 'x1' is not a date",
    ),
    book(
        "a zip of anything",
        lambda: zipped({"a.txt": "a"}),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "a zip of nothing",
        lambda: zipped({}),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "a document of Word",
        lambda: zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>"}),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "a text of OpenDocument",
        lambda: zipped(
            {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}
        ),
        name="in.ods",
        says="in.ods:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "a compound file of something else",
        lambda: ole(b"x", "WordDocument"),
        name="in.xls",
        says="in.xls:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "a program",
        lambda: b"\x7fELF" + bytes(200),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    # Damaged
    book(
        "an xlsx that is cut",
        lambda: xlsx(GOOD)[:-100],
        says="in.xlsx:1:A: it is damaged (File is not a zip file); save it",
    ),
    book(
        "an xlsx of its first bytes",
        lambda: xlsx(GOOD)[:30],
        says="in.xlsx:1:A: it is damaged (File is not a zip file); save it",
    ),
    book(
        "an xlsx whose end is another's",
        lambda: xlsx(GOOD)[:500] + ods(GOOD)[500:],
        says="in.xlsx:1:A: it is damaged (Bad magic number for file header);",
    ),
    book(
        "an xls that is cut",
        lambda: xls(GOOD)[:1600],
        name="in.xls",
        says="in.xls:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "an xls of its first bytes",
        lambda: xls(GOOD)[:100],
        name="in.xls",
        says="in.xls:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "an xls whose chain leads away",
        lambda: xls(GOOD)[:524] + b"\xff\xff\0\0" + xls(GOOD)[528:],
        name="in.xls",
        says="in.xls:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "an xls whose records are too long",
        lambda: ole(b"\x09\x08\xff\xff" + bytes(50)),
        name="in.xls",
        says="in.xls:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "an xls of an endless record",
        lambda: ole(b"\xff" * 5_000),
        name="in.xls",
        says="in.xls:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "an xlsx without its workbook",
        lambda: zipped({"xl/worksheets/sheet1.xml": "<worksheet/>"}),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "an xlsx without its sheet",
        lambda: zipped(
            {
                "xl/workbook.xml": "<workbook/>",
                "xl/_rels/workbook.xml.rels": "<Relationships/>",
            }
        ),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "an xlsx whose workbook is no XML",
        lambda: xlsx(GOOD, parts={"xl/workbook.xml": "<workbook"}),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "an xlsx whose sheet is no XML",
        lambda: xlsx(GOOD, parts={_SHEET: "not <xml"}),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (syntax",
    ),
    book(
        "an xlsx whose sheet ends early",
        lambda: xlsx(GOOD, parts={_SHEET: "<worksheet><sheetData><row"}),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (syntax",
    ),
    book(
        "an xlsx whose sheet has nothing",
        lambda: xlsx(GOOD, parts={_SHEET: ""}),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (worksheet);",
    ),
    book(
        "an xlsx that says that it is larger",
        lambda: _says_size(2**30),
        says="in.xlsx:1:A: it is 1024 MiB once it is unpacked; save it as CSV",
    ),
    book(
        "an ods without content",
        lambda: zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "META-INF/manifest.xml": "<a/>",
            }
        ),
        name="in.ods",
        says="in.ods:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "an ods whose content is no XML",
        lambda: ods(GOOD, parts={"content.xml": "<a"}),
        name="in.ods",
        says="in.ods:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "an ods whose content has no sheet",
        lambda: ods(GOOD, parts={"content.xml": "<a/>"}),
        name="in.ods",
        says="in.ods:1:A: it has no sheet 1; it has none",
    ),
    book(
        "a string that is not shared",
        by_date(Raw('<c t="s"><v>7</v></c>')),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (Cell string",
    ),
    book(
        "a string of a number that is none",
        by_date(Raw('<c t="s"><v>x</v></c>')),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (Cell string",
    ),
    book(
        "a string of a negative number",
        by_date(Raw('<c t="s"><v>-1</v></c>')),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (Cell string",
    ),
    book(
        "a style that is not there",
        by_date(Raw('<c s="99"><v>45000</v></c>')),
        says="in.xlsx:2:A: '45000' is not a date; as a spreadsheet counts",
    ),
    book(
        "a number that is none",
        by_date(Raw("<c><v>abc</v></c>")),
        says="in.xlsx:2:A: 'abc' is not a date",
    ),
    book(
        "a cell of a kind that is none",
        by_date(Raw('<c t="zzz"><v>1</v></c>')),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (Unknown",
    ),
    book(
        "a cell without a place",
        partial(
            xlsx,
            GOOD,
            parts={
                _SHEET: "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"
            },
        ),
        says="in.xlsx:1:A: no column holds a date, a title or a country; the",
    ),
    book(
        "a cell in a column that no sheet has",
        partial(
            xlsx,
            GOOD,
            parts={
                _SHEET: '<worksheet><sheetData><row r="1"><c r="ZZZZZZ1"><v>1</v></c></row></sheetData></worksheet>'
            },
        ),
        says="in.xlsx:1:A: it spans 17179869184 cells, more than 20000000;",
    ),
    book(
        "a cell in row 0",
        partial(
            xlsx,
            GOOD,
            parts={
                _SHEET: '<worksheet><sheetData><row r="0"><c r="A0"><v>1</v></c></row></sheetData></worksheet>'
            },
        ),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (Range is",
    ),
    book(
        "a cell in a row of ten digits",
        partial(
            xlsx,
            GOOD,
            parts={
                _SHEET: '<worksheet><sheetData><row r="1"><c r="A9999999999"><v>1</v></c></row></sheetData></worksheet>'
            },
        ),
        says="in.xlsx:1:A: it spans 17179869184 cells, more than 20000000;",
    ),
    book(
        "an xls with a cell far beyond its columns",
        partial(xls, ((*HEADER,), *[()] * 65_534, (*[""] * 65_535, "x"))),
        says="in.xls:1:A: it is damaged; save it again",
        name="in.xls",
    ),
    book(
        "an xlsx whose parts are packed wrongly",
        lambda: (
            (made := xlsx(GOOD))[: (at := made.index(b"worksheets/sheet1.xml") + 21)]
            + b"\xff" * 9
            + made[at + 9 :]
        ),
        says="in.xlsx:1:A: it is damaged (",
    ),
    book(
        "an xls where there is no standard error",
        partial(xls, GOOD),
        0,
        prints=("2021\t",),
        name="in.xls",
        options="2>&-",
    ),
    # Passwords and macros
    book(
        "a password of Office",
        lambda: b"\xd0\xcf\x11\xe0..." + "EncryptedPackage".encode("utf-16-le"),
        says="in.xlsx:1:A: it has a password; save it without one",
    ),
    book(
        "a password of an old xls",
        partial(xls, GOOD, more=LOCKED_XLS),
        name="in.xls",
        says="in.xls:1:A: it has a password; save it without one",
    ),
    book(
        "a password of an ods",
        partial(ods, GOOD, manifest=_LOCKED),
        name="in.ods",
        says="in.ods:1:A: it has a password; save it without one",
    ),
    book(
        "macros, which are not run",
        partial(xlsx, GOOD, parts={"xl/vbaProject.bin": ole(b"Auto_Open touch pwned", "VBA")}),
        0,
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    book(
        "links to elsewhere, which are not followed",
        partial(
            xlsx,
            GOOD,
            parts={
                "xl/externalLinks/externalLink1.xml": "<a/>",
                "xl/worksheets/_rels/sheet1.xml.rels": '<Relationships><Relationship Id="x" Target="https://mallory.example/a" TargetMode="External"/></Relationships>',
            },
        ),
        0,
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    book(
        "a sheet that lies elsewhere",
        partial(
            xlsx,
            GOOD,
            parts={
                "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="file:///etc/passwd"/></Relationships>'
            },
        ),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (S); save it",
    ),
    book(
        "a part above its folder",
        partial(xlsx, GOOD, parts={"../../pwned": "x"}),
        0,
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    # Bombs
    book(
        "a shared string that grows",
        partial(_swollen, _SST, b"<sst>" + b"<si><t>a</t></si>" * 10**6 + b"</sst>"),
        0,
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    book(
        "600 MB of shared strings",
        partial(_bomb, _SST),
        says="in.xlsx:1:A: it is 600 MiB once it is unpacked; save it as CSV",
    ),
    book(
        "600 MB of a sheet",
        partial(_bomb, _SHEET),
        says="in.xlsx:1:A: it is 600 MiB once it is unpacked; save it as CSV",
    ),
    book(
        "a zip within a zip",
        lambda: xlsx(GOOD, parts={"xl/a.zip": zipped({"b.zip": zipped({"c": b"\0" * 10**7})})}),
        0,
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    book(
        "10 000 parts",
        lambda: xlsx(GOOD, parts={f"a/{n}": "" for n in range(10_000)}),
        0,
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    book(
        "entities that multiply",
        lambda: xlsx(GOOD, parts={_SST: f"{_ENTITY}<sst><si><t>&b;</t></si></sst>"}),
        65,
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "a file from outside in a string",
        lambda: xlsx(
            (HEADER, ("2021", "Norway", Raw('<c t="s"><v>0</v></c>'))),
            parts={
                _SST: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>'
            },
        ),
        says="in.xlsx:1:A: it is not a spreadsheet that can be read (Cannot",
    ),
    book(
        "the last cell of all",
        lambda: xlsx(
            (HEADER,),
            parts={
                _SHEET: '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
            },
        ),
        says="in.xlsx:1:A: it spans 17179869184 cells, more than 20000000;",
    ),
    book(
        "a size that is not so",
        lambda: xlsx(
            GOOD,
            parts={
                _SHEET: '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>'
            },
        ),
        says="in.xlsx:1:A: no column holds a date, a title or a country; the",
    ),
    book(
        "a header of 16 384 columns",
        lambda: xlsx(((*HEADER, *(f"c{n}" for n in range(16_381))), ("2021", "Norway", "T"))),
        0,
        says="in.xlsx: the columns 'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6',",
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    book(
        "a million columns in an ods",
        lambda: ods(
            [
                [
                    Raw(
                        '<table:table-cell office:value-type="string" table:number-columns-repeated="1000000"><text:p>x</text:p></table:table-cell>'
                    )
                ]
            ]
        ),
        name="in.ods",
        says="in.ods:1:B: the column 'x' is repeated here; rename it or column 1",
    ),
    book(
        "a cell of 10 MB",
        lambda: xlsx((HEADER, ("2021", "Norway", "x" * 10 * 2**20))),
        0,
        options=">/dev/null",
    ),
    # Sheets
    book(
        "an empty sheet",
        partial(xlsx, ()),
        says="in.xlsx:1:A: the table is empty; it needs a header and rows",
    ),
    book(
        "an empty sheet of an ods",
        partial(ods, ()),
        name="in.ods",
        says="in.ods:1:A: the table is empty; it needs a header and rows",
    ),
    book(
        "an empty sheet of an xls",
        partial(xls, ()),
        name="in.xls",
        says="in.xls:1:A: the table is empty; it needs a header and rows",
    ),
    book("only a header", partial(xlsx, (HEADER,)), 0),
    book(
        "an empty sheet before the table",
        partial(xlsx, GOOD, before={"Front": ()}),
        says="in.xlsx:1:A: the table is empty; it needs a header and rows",
    ),
    book(
        "a title page before the table",
        partial(xlsx, GOOD, before={"Front": (("A list",),)}),
        says="in.xlsx:1:A: no column holds a date, a title or a country; the",
    ),
    book(
        "a hidden sheet",
        partial(xlsx, GOOD, state="hidden"),
        0,
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    book(
        "a sheet that is not there",
        partial(xlsx, GOOD),
        options="--map m.yaml",
        m_yaml="table: {sheet: Visits}\n" + _MAP,
        says="m.yaml:1:16: in.xlsx has no sheet Visits; its sheets are S",
    ),
    book(
        "a sheet of a number too large",
        partial(xlsx, GOOD),
        options="--map m.yaml",
        m_yaml="table: {sheet: 3}\n" + _MAP,
        says="m.yaml:1:16: in.xlsx has no sheet 3; its sheets are S",
    ),
    book(
        "a sheet of number 0",
        partial(xlsx, GOOD),
        options="--map m.yaml",
        m_yaml="table: {sheet: 0}\n" + _MAP,
        says="m.yaml:1:16: in.xlsx has no sheet 0; its sheets are S",
    ),
    book(
        "a sheet named with ESC",
        partial(xlsx, GOOD),
        options="--map m.yaml",
        m_yaml='table: {sheet: "\\e[31m"}\n' + _MAP,
        says="m.yaml:1:16: holds the character U+001B; remove it",
    ),
    book(
        "a title above the header",
        partial(xlsx, (("Visits of 2021",), (), *GOOD)),
        says="in.xlsx:1:A: line 1 is not a header, but line 3 looks like one; a",
    ),
    book(
        "two header rows",
        partial(xlsx, (HEADER, ("when", "who", "what"), *GOOD[1:])),
        says="in.xlsx:2:A: 'when' is not a date",
    ),
    book(
        "a column twice",
        partial(xlsx, ((*HEADER, "Date"), ("2021", "Norway", "T", "2022"))),
        says="in.xlsx:1:D: the column 'Date' is repeated here; rename it or column 1",
    ),
    book(
        "no column of a date",
        partial(xlsx, (("Country", "Title"), ("Norway", "T"))),
        says="in.xlsx:1:A: no column holds a date; the header is: Country,",
    ),
    book(
        "a table that begins in D7",
        partial(xlsx, (("", "", "", *HEADER), ("", "", "", "x1", "Norway", "T")), first=7),
        says="in.xlsx:8:D: 'x1' is not a date",
    ),
    book(
        "more cells than columns",
        rows(("2021", "Norway", "T", "more")),
        says="in.xlsx:2:D: there is text in 4 columns, but the header has 3",
    ),
    book(
        "a cell far beyond the columns",
        rows(("2021", "Norway", "T"), ("2021", "Norway", "T", "", "", "", "", "x")),
        says="in.xlsx:3:H: there is text in 4 columns, but the header has 3",
    ),
    book(
        "columns of nothing",
        partial(xlsx, (("", "Date", "", *HEADER[1:]), ("", "2021", "", "Norway", "T"))),
        0,
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    book(
        "cells that are merged",
        lambda: xlsx(
            (HEADER, ("2021", "Norway", "a"), ("", "Sweden", "b")),
            more='<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
        ),
        0,
        prints=("2021\tcertain\tNOR\t\ta\t2021-a\n2021\tcertain\tSWE\t\tb\t2021-b\n",),
    ),
    # Cells
    book(
        "days of formats that are odd",
        lambda: xlsx(
            (HEADER, *((Raw(f'<c s="{n}"><v>40513</v></c>'), "Norway", f"T{n}") for n in range(6))),
            parts={
                "xl/styles.xml": b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164"/><numFmt formatCode="m y"/>'
                b'<numFmt numFmtId="165" formatCode="&quot;m y"/><numFmt numFmtId="166" formatCode="yyyy m"/>'
                b'<numFmt numFmtId="167" formatCode="' + b"[" * 300 + b'"/></numFmts><cellXfs>'
                b'<xf numFmtId="17"/><xf numFmtId="164"/><xf/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>'
            },
        ),
        65,
        says="in.xlsx:3:A: '40513'",
    ),
    book(
        "errors for dates",
        by_date(*(Raw(f'<c t="e"><v>{e}</v></c>') for e in ("#REF!", "#N/A", "#DIV/0!")), "2021"),
        says="in.xlsx:2:A: the cell holds the error '#REF!'; mend it in the spreadsheet",
    ),
    book(
        "an error that says that nothing is known, for a date",
        by_date(Raw('<c t="e"><v>#N/A</v></c>'), "2021"),
        0,
        says="in.xlsx: 1 row has no date and is left out (row 2)",
        prints=("2021\tcertain\tNOR\t\tT1\t2021-t1",),
    ),
    book(
        "errors in a column that is left out, and in a row that a map leaves",
        partial(
            xlsx,
            (
                (*HEADER, "n"),
                ("2021", "Norway", "T", Raw('<c t="e"><v>#REF!</v></c>')),
                (Raw('<c t="e"><v>#REF!</v></c>'), "Norway", "U", Raw('<c s="0"/>')),
            ),
        ),
        0,
        says="in.xlsx: the column 'n' is left out",
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
        options="--map map.yaml",
        map_yaml="except: {Title: U}\n",
    ),
    book(
        "errors for titles",
        rows(("2021", "Norway", Raw('<c t="e"><v>#REF!</v></c>'))),
        says="in.xlsx:2:C: the cell holds the error '#REF!'; mend it in the spreadsheet",
    ),
    book(
        "errors for countries",
        rows(("2021", Raw('<c t="e"><v>#N/A</v></c>'), "T")),
        says="in.xlsx:2:B: names no country; name at least one",
    ),
    book(
        "formulas that were never worked out",
        by_date(Raw("<c><f>TODAY()</f></c>"), Raw('<c t="n"><f>A1</f><v></v></c>'), "2021"),
        says="in.xlsx:2:A: the cell holds a formula without a value; open the file in a "
        "spreadsheet and save it (2 cells)",
    ),
    book(
        "a formula that gave nothing",
        by_date(Raw('<c t="str"><f>TODAY()</f><v></v></c>'), "2021"),
        0,
        says="in.xlsx: 1 row has no date and is left out (row 2)",
        prints=("2021\tcertain\tNOR\t\tT1\t2021-t1",),
    ),
    book(
        "a blank cell before a formula for the looks of others",
        lambda: xlsx(
            [("Country", "Title", "Date"), ("Norway", "T", "2021"), ("Norway", "U", Raw("<c/>"))],
            more="<conditionalFormatting><cfRule><formula>A1</formula></cfRule>"
            "</conditionalFormatting>",
        ),
        0,
        says="in.xlsx: 1 row has no date and is left out (row 3)",
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    book(
        "a formula and what it gave",
        by_date(Raw('<c t="str"><f>A1</f><v>2021</v></c>')),
        0,
        prints=("2021\tcertain\tNOR\t\tT0\t2021-t0",),
    ),
    book(
        "a formula that is text",
        by_date('=HYPERLINK("https://mallory.example")'),
        says="in.xlsx:2:A: '=HYPERLINK(\"https://mallory.example\")' is not a",
    ),
    book(
        "a number for a date that is a day's",
        by_date(45_440),
        says="in.xlsx:2:A: '45440' is not a date; as a spreadsheet counts",
    ),
    book(
        "a number with a fraction",
        by_date(2021.5),
        says="in.xlsx:2:A: '2021.5' is not a date: a year has no fraction; write, for example",
    ),
    book(
        "a number below 0",
        by_date(-1),
        says="in.xlsx:2:A: '-1' is not a date; where -1 means that it is not known",
    ),
    book(
        "a number without end",
        by_date(Raw("<c><v>1E+308</v></c>")),
        says="in.xlsx:2:A: '1e+308' is not a date",
    ),
    book(
        "no number",
        by_date(Raw("<c><v>NaN</v></c>")),
        0,
        says="in.xlsx: 1 row has no date and is left out (row 2)",
    ),
    book(
        "an infinite number",
        by_date(Raw("<c><v>INF</v></c>")),
        says="in.xlsx:2:A: 'inf' is not a date",
    ),
    book("true for a date", by_date(bool(1)), says="in.xlsx:2:A: 'true' is not a date"),
    book("a day before 1900", by_date(Day(-1)), says="in.xlsx:2:A: '00:00:00' is not in the"),
    book(
        "a leap day that only spreadsheets have",
        by_date(Day(60.5)),
        says="in.xlsx:2:A: '1900-02-29 12:00:00' is not in the calendar: February 1900 has 28 days",
    ),
    book(
        "day 0 of 1900",
        by_date(Day(0)),
        says="in.xlsx:2:A: '00:00:00' is not in the calendar: a spreadsheet shows 0 so",
    ),
    book(
        "a day after 9999",
        by_date(Day(3_000_000)),
        says="in.xlsx:2:A: '3000000' is not a date: a year has four digits,",
    ),
    book("a day without end", by_date(Day(1e300)), says="in.xlsx:2:A: '1e+300' is not a date"),
    book("a time of day alone", by_date(Day(0.5)), says="in.xlsx:2:A: '12:00:00' is not a date"),
    book(
        "a day and a time",
        by_date(Day(45_440.75)),
        0,
        prints=("2024-05-28\tcertain\tNOR\t\tT0\t2024-05-28-t0",),
    ),
    book(
        "days from 1904",
        partial(xlsx, (HEADER, (Day(43_978), "Norway", "T")), is_1904=True),
        0,
        prints=("2024-05-28\tcertain\tNOR\t\tT\t2024-05-28-t",),
    ),
    book(
        "days from 1904 in an xls",
        partial(xls, (HEADER, (Day(43_978), "Norway", "T")), is_1904=True),
        0,
        name="in.xls",
        prints=("2024-05-28\tcertain\tNOR\t\tT\t2024-05-28-t",),
    ),
    book(
        "an order that nobody told",
        by_date("12/11/2024"),
        says="in.xlsx:2:A: '12/11/2024' may be 2024-11-12 (day-first) or",
    ),
    book(
        "a country that is none",
        rows(("2021", "Norwey", "T")),
        says="in.xlsx:2:B: no country is named 'Norwey'; did you mean",
    ),
    book(
        "a country in column AB",
        lambda: xlsx(
            (
                (*HEADER[::2], *(f"x{n}" for n in range(25)), "Country"),
                ("2021", "T", *([""] * 25), "Norwey"),
            )
        ),
        says="in.xlsx:2:AB: no country is named 'Norwey'; did you mean",
    ),
    book(
        "a country that is a number",
        rows(("2021", 385, "T")),
        says="in.xlsx:2:B: no country is named '385'; a map says whose number",
    ),
    book(
        "ESC in a title",
        rows(("2021", "Norway", "a_x001B_[31m")),
        says="in.xlsx:2:C: holds the character U+001B; remove it",
    ),
    book(
        "an override in a title",
        rows(("2021", "Norway", "a\u202eb")),
        says="in.xlsx:2:C: holds the character U+202E; remove it",
    ),
    book(
        "no width in a country",
        rows(("2021", "Nor\u200bway", "T")),
        says="in.xlsx:2:B: holds the character U+200B; remove it, as the formula =SUBST",
    ),
    book(
        "soft hyphens in two titles",
        rows(("2021", "Norway", "trea\u00adty"), ("2022", "Norway", "vi\u00adsit")),
        says="in.xlsx:2:C: holds the character U+00AD; remove it, as the formula "
        '=SUBSTITUTE(A1,UNICHAR(173),"") does for A1 (2 cells)',
    ),
    book(
        "no title",
        rows(("2021", "Norway", "")),
        says="in.xlsx:2:C: 'title' is missing; it is required here",
    ),
    book(
        "no country",
        rows(("2021", "", "T")),
        says="in.xlsx:2:B: names no country; name at least one",
    ),
    book(
        "a row of totals",
        rows(("2021", "Norway", "T"), ("Total", "", 12)),
        says="in.xlsx:3:A: 'Total' is probably not an event; a map (--map) leaves",
    ),
    # Commands
    Case(
        "a wrong cell, checked",
        rows(("x1", "Norway", "T")),
        1,
        file=BOOK,
        command="diplo check in.xlsx",
        prints=("in.xlsx:2:A: error: 'x1' is not a date",),
    ),
    Case(
        "a damaged xlsx, checked",
        lambda: xlsx(GOOD)[:-100],
        1,
        file=BOOK,
        command="diplo check in.xlsx",
        prints=("in.xlsx:1:A: error: it is damaged (File is not a zip file); save it",),
    ),
    Case(
        "a damaged xlsx, for which a map is begun",
        lambda: xlsx(GOOD)[:-100],
        65,
        file=BOOK,
        command="diplo maps in.xlsx",
        says="in.xlsx:1:A: it is damaged (File is not a zip file); save it",
    ),
    Case(
        "a damaged xlsx beside a good file",
        lambda: xlsx(GOOD)[:-100],
        65,
        file=BOOK,
        command="diplo timeline --events ok.yaml --events in.xlsx",
        says="in.xlsx:1:A: it is damaged (File is not a zip file); save it",
    ),
    command("diplo timeline --events in.xlsx", 66, "in.xlsx", what="an xlsx that is not there"),
    command(
        "diplo timeline --events - <ok.yaml -o a.xlsx",
        2,
        "the ending '.xlsx'",
        what="an xlsx to write",
    ),
)
