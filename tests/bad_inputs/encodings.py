"""Bytes and characters that may not stand in an event file."""

import gzip

from tests.bad_inputs.case import Case, beside, event, json_event, together
from tests.workbooks import zipped

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
            ("in.json", b"\xd0\xcf\x11\xe0\xa1\xb1", "a spreadsheet, no text; save it under"),
            ("in.json.gz", gzip.compress(b"[]"), "compressed with gzip; unpack it first"),
            ("in.csv", gzip.compress(b"date,title\n"), "compressed with gzip; unpack it first"),
            ("in.xlsx", gzip.compress(b"date,title\n"), "compressed with gzip; unpack it first"),
            ("in.pdf", b"%PDF-1.4\n%\xe2\xe3\n", "PDF; copy the table into a spreadsheet"),
            ("in.ics", b"BEGIN:VCALENDAR\r\n", "a calendar (iCalendar); save it as CSV or"),
            ("in.db", b"SQLite format 3\0\x10\0", "a database of SQLite; export a table of"),
            ("in.json", b"\n<!DOCTYPE html>\n<html>", "a web page or XML, no table; open it"),
            ("in.yaml", b"<?xml version='1.0'?>\n", "a web page or XML, no table; open it"),
        )
    ),
    Case(
        "a map begun for what is compressed",
        gzip.compress(b"date,title\n"),
        65,
        None,
        "in.csv:1:1: this is compressed with gzip",
        "in.csv",
        "diplo maps in.csv",
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
