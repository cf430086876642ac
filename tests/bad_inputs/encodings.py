"""Bytes and characters that is not allowed in an event file."""

import gzip

from tests.bad_inputs.case import Case, beside, event, json_event, together
from tests.workbooks import zipped

_CAFE = json_event(title='"caf\xe9"').encode("latin-1")
_NO_UTF_8 = "the byte 0xe9 is not UTF-8 text; save the file as UTF-8"

_LATIN_1 = "; this is likely windows-1252: 'iconv -f windows-1252 -t utf-8"


def _iconv(what: str, content: bytes, says: str, name: str = "in.json", given: str = "") -> Case:
    """Return the case of a text that is not UTF-8, with the command that makes it so."""
    return Case(f"{what}, for iconv", content, 65, None, says, name, given)


_NOT_UTF_8 = (
    _iconv("Latin-1 in JSON", _CAFE, f"{_NO_UTF_8}{_LATIN_1} in.json' prints it so"),
    _iconv("Latin-1 in YAML", _CAFE, f"{_NO_UTF_8}{_LATIN_1} in.yaml' prints it so", "in.yaml"),
    _iconv(
        *("a name with a blank", _CAFE, f'{_LATIN_1} "i n.json"\' prints it so', "i n.json"),
        "diplo timeline --events 'i n.json'",
    ),
    _iconv(
        *("standard input", _CAFE, f"{_LATIN_1}' prints it so", "in.json"),
        "diplo timeline --events - <in.json",
    ),
    _iconv(
        *("an encoding for tables", _CAFE),
        f"{_NO_UTF_8}, as --encoding is for tables: 'iconv -f iso8859-1 -t utf-8 in.json' prints",
        given="diplo timeline --events in.json --encoding latin1",
    ),
    _iconv(
        *("UTF-8, which is said of tables", _CAFE, f"{_NO_UTF_8}{_LATIN_1}"),
        given="diplo timeline --events in.json --encoding utf8",
    ),
    _iconv(
        *(
            "ESC",
            json_event(title='"a\x1b"').encode(),
            "U+001B is not allowed in an event file; remove",
        ),
        given="diplo timeline --events in.json --encoding latin1",
    ),
    _iconv(
        "two encodings on a line of a table",
        "date,title,country\n2001,é *,NO\n".encode().replace(b"*", b"\xe9"),
        "in.csv:2:2: the byte 0xe9 is not UTF-8, as other letters are: encodings are mixed; save",
        "in.csv",
    ),
    *(
        _iconv(
            f"two encodings, {what}, in {name}",
            content,
            "the byte 0xe9 is not UTF-8 text, as other letters are: encodings are mixed; save all",
            name,
        )
        for what, content, name in (
            ("on a line", json_event(title='"é caf*"').encode().replace(b"*", b"\xe9"), "in.json"),
            ("on a line", "- title: é *\n".encode().replace(b"*", b"\xe9"), "in.yaml"),
            ("on two", "- title: é\n- title: *\n".encode().replace(b"*", b"\xe9"), "in.yaml"),
        )
    ),
    _iconv(
        "Macintosh", b"- title: caf\x8e\r", "likely mac-roman: 'iconv -f macintosh -t", "in.yaml"
    ),
    _iconv(
        *("UTF-16 without its mark", event().encode("utf-16-be")),
        "U+0000 is not allowed in an event file; save the file as UTF-8; this is likely utf-16-be: "
        "'iconv -f utf-16be -t utf-8 in.yaml' prints it so",
        "in.yaml",
    ),
    *(
        Case(f"{what}, not for iconv", content, 0, None, "", name, command, ("as UTF-8",))
        for what, content, name in (
            ("one line of others", "- title: é\n".encode() * 2 + b"# \xe9\n", "in.yaml"),
            ("an end in a character", "- title: é".encode()[:-1], "in.yaml"),
            ("a long name", _CAFE, f"{'i' * 200}.json"),
        )
        for command in [f"diplo timeline --events {name} 2>&1 | grep -v iconv"]
    ),
)
ENCODINGS = (
    Case("a byte order mark of UTF-16 alone", b"\xff\xfe", line=1, says="empty"),
    Case("one in JSON", b"\xfe\xff", line=1, says="empty", file="in.json"),
    Case("UTF-16 that ends in a character", event().encode("utf-16")[:-1], line=5, says="UTF-16"),
    Case("half a pair in UTF-16", b"\xff\xfea\0\n\0\x00\xd8a\0", line=2, says="UTF-16"),
    Case("UTF-16 without one", event().encode("utf-16-le"), line=1, says="UTF-8"),
    Case("UTF-32", event().encode("utf-32"), line=1, says="UTF-8"),
    Case("a wrong date in UTF-16", event(date="x").encode("utf-16"), line=2, says="'x'"),
    Case("Latin-1", event(title="café").encode("latin-1"), line=3, says="0xe9"),
    Case("code page 1252", event(title="“T”").encode("cp1252"), line=3, says="0x93"),
    Case("an overlong form", b"- id: \xc0\xaf\n", line=1, says="0xc0"),
    Case("an end in the middle of a character", b"- id: \xe2\x82", line=1, says="0xe2"),
    Case("half a surrogate pair", b"- id: \xed\xa0\x80\n", line=1, says="UTF-8"),
    Case("beyond Unicode", b"- id: \xf5\x80\x80\x80\n", line=1, says="0xf5"),
    beside(
        "control characters and invisible ones",
        Case("ESC", event(title="a\x1b[31mb"), line=3, says="U+001B"),
        Case("BEL", event(title="a\a"), line=3, says="U+0007"),
        Case("backspace", event(title="a\bb"), line=3, says="U+0008"),
        Case("DEL", event(title="a\x7f"), line=3, says="U+007F"),
        Case("CSI of one character", event(title="a\x9b31m"), line=3, says="U+009B"),
        Case("NEL", event(title="a\x85b"), line=3, says="U+0085"),
        Case("a line separator", event(title="a\u2028b"), line=3, says="U+2028"),
        Case("a paragraph separator", event(title="a\u2029b"), line=3, says="U+2029"),
        Case("a bidirectional override", event(title="a\u202eb"), line=3, says="U+202E"),
        Case("a bidirectional isolate", event(title="a\u2066b"), line=3, says="U+2066"),
        Case("a zero-width space", event(title="a\u200bb"), line=3, says="U+200B"),
        Case("a joiner that joins nothing", event(title="\u200da"), line=3, says="U+200D"),
        Case("a zero-width character in a key", "- \u2060id: a\n", line=1, says="U+2060"),
    ),
    together(
        "escaped characters",
        Case("an escaped NUL", event(title=r'"a\0b"'), line=3, says="U+0000"),
        Case("an escaped ESC", event(title=r'"a\e[31mb"'), line=3, says="U+001B"),
        Case("an escaped override in a key", event(r'"a\u202eb": c'), line=6),
    ),
    Case("a byte order mark in the middle", f"{event()}\ufeff{event(id='b')}", line=6),
    Case("two byte order marks", f"\ufeff\ufeff{event()}", line=1, says="U+FEFF"),
    Case("an escaped lone surrogate", r'[{"id": "a", "title": "\ud800"}]', line=1, file="in.json"),
    Case("a picture", b"\x89PNG\r\n\x1a\n\0\0", line=1, says="UTF-8"),
    *(
        Case(f"{says}, called {name}", content, 65, None, f": this is {says}", name)
        for name, content, says in (
            ("in.yaml", b"PK\x03\x04\x14\0\0\0\x08\0", "a zip archive; unpack it first"),
            ("in.zip", zipped({"a.csv": "date"}), "a zip archive; unpack it first"),
            ("in.docx", zipped({"word/document.xml": "<a/>"}), "a document of Word; copy its"),
            ("in.numbers", zipped({"Index/Document.iwa": ""}), "a document of Numbers or Pages; "),
            ("old.numbers", zipped({"Index.zip": ""}), "a document of Numbers or Pages; export it"),
            ("in.json", b"\xd0\xcf\x11\xe0\xa1\xb1", "a spreadsheet, not text; save it under"),
            ("in.json.gz", gzip.compress(b"[]", mtime=0), "compressed with gzip; unpack it first"),
            (
                "in.csv",
                gzip.compress(b"date,title\n", mtime=0),
                "compressed with gzip; unpack it first",
            ),
            (
                "in.xlsx",
                gzip.compress(b"date,title\n", mtime=0),
                "compressed with gzip; unpack it first",
            ),
            ("in.pdf", b"%PDF-1.4\n%\xe2\xe3\n", "PDF; copy the table into a spreadsheet"),
            ("in.ics", b"BEGIN:VCALENDAR\r\n", "a calendar (iCalendar); save it as CSV or"),
            (
                "in.ris",
                b"\xef\xbb\xbf\r\nTY  - JOUR\r\n",
                "a bibliography (RIS); export it as CSV, and",
            ),
            ("in.yaml", b"TY  - JOUR\nPY  - 1994\n", "a bibliography (RIS); export it as CSV, and"),
            ("in.bib", b"\n@article{a,\n  year = 1994\n}\n", "a bibliography (BibTeX); export it"),
            ("in.bib", b"% Encoding: UTF-8\n\n%\n@Book {a,}\n", "a bibliography (BibTeX); export"),
            ("in.enw", b"%0 Journal Article\n", "a bibliography (EndNote); export it as CSV, and"),
            ("in.rds", b"X\n\0\0\0\2", "data of R; save it as CSV, with write.csv"),
            ("in.RData", b"RDX3\nX\n", "data of R; save it as CSV, with"),
            ("in.dta", b"<stata_dta><header>", "data of Stata; save it as CSV, with export"),
            ("old.dta", b"q\x02\x01\0\5\0", "data of Stata; save it as CSV, with export delimited"),
            ("in.rds", gzip.compress(b"X\n\0\0\0\3", mtime=0), "data of R; save it as CSV"),
            ("in.gz", b"\x1f\x8b no gzip", "compressed with gzip; unpack it first, with gunzip"),
            ("in.db", b"SQLite format 3\0\x10\0", "a database of SQLite; export a table of"),
            ("in.json", b"\n<!DOCTYPE html>\n<html>", "a web page or XML, not a table; open it"),
            ("in.yaml", b"<?xml version='1.0'?>\n", "a web page or XML, not a table; open it"),
            ("in.csv", b"version https://git-lfs.github.com/spec/v1\noid", "a pointer of Git LFS;"),
            ("in.json", b'wars = [{"a": 1}]', "JavaScript, not JSON; delete what stands before"),
            ("sheet.json", b"/*O_o*/\ngoogle.setResponse({});", "JavaScript, not JSON"),
            ("by.json", b'callback([{"a": 1}])', "JavaScript, not JSON"),
            ("of.json", b"export const wars = {\n", "JavaScript, not JSON; delete what stands"),
        )
    ),
    Case(
        "a map begun for what is compressed",
        gzip.compress(b"date,title\n", mtime=0),
        65,
        None,
        "in.csv:1:1: this is compressed with gzip",
        "in.csv",
        "diplo maps in.csv",
    ),
    *_NOT_UTF_8,
    *(
        Case(
            f"a conflict of git in {name}",
            f"{before}\n<<<<<<< HEAD\n{one}\n=======\n{one}\n>>>>>>> theirs\n",
            line=3,
            says=f"{name}:3:1: a conflict of git begins above; keep one of its sides",
            file=name,
        )
        for name, before, one in (
            ("in.yaml", "events:", "- {date: 2021, title: T, countries: [NOR]}"),
            ("in.json", "[", '{"date": "2021", "title": "T", "countries": ["NOR"]}'),
            ("in.csv", "Date,Country,Title", "2021,Norway,T"),
            ("in.tsv", 'Date\tCountry\t"Title"', "2021\tNorway\tT"),
            ("in.md", "---", "date: 2021\ncountry: Norway\n---"),
        )
    ),
    Case(
        "a conflict of git of the whole front matter of a note",
        "<<<<<<< HEAD\n---\ndate: 2021\n---\n=======\n---\ndate: 2022\n---\n>>>>>>> theirs\n",
        line=2,
        says="in.md:2:1: a conflict of git begins above",
        file="in.md",
    ),
    Case(
        "marks of git that are no conflict",
        "<<<<<<< HEAD\n>>>>>>> theirs\n",
        line=1,
        says="in.yaml:1:1: ",
        never=("conflict",),
    ),
    Case(
        "an end of a conflict of git without its beginning",
        "- x\n=======\n>>>>>>> theirs\n",
        says="in.yaml:",
        never=("conflict",),
    ),
    Case("only zeros", bytes(4096), line=1, says="UTF-8"),
    Case(
        "bad bytes in NDJSON",
        json_event().encode() + b"\n\xff\n",
        line=2,
        says="0xff",
        file="in.ndjson",
    ),
)
