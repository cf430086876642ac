"""A catalogue of what users and strangers feed to the program.

A new case is one entry: what is wrong, what is given, the exit status, the line of the file that
the first message names, and what the message says. What is given is an event file's content or,
where `file` is empty, a bash command line in a folder that holds the good file `ok.yaml`.
"""

import os
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ONE_EVENT, Result, Run

Write = Callable[..., Path]

LONGEST_LINE = 400
MOST_LINES = 21
SECONDS = 20  # generous for a busy machine; a case should end within 5
SAMPLE = 6  # one in so many of the file cases is a real process as well
UNMEASURED = "unset COVERAGE_PROCESS_CONFIG;"  # its files may not be written there either
OTHER_USER = "setpriv --reuid=65534 --regid=65534 --clear-groups --"


class Case(NamedTuple):
    what: str
    given: str | bytes
    status: int = 65
    line: int | None = None
    says: str = ""
    file: str = "in.yaml"


def event(*more: str, **fields: str) -> str:
    """Return one event in YAML, each field on its own line; lines may follow."""
    good = {"id": "a", "date": "2021-01-02", "title": "T", "type": "treaty"}
    lines = [
        f"{key}: {value}" for key, value in {**good, "countries": "[norway]", **fields}.items()
    ]
    return "- " + "\n  ".join([*lines, *more]) + "\n"


def json_event(**fields: str) -> str:
    """Return one event in JSON, on one line; the values are JSON too."""
    good = {"id": '"a"', "date": '"2021"', "title": '"T"', "countries": '["NO"]'}
    return "{" + ", ".join(f'"{k}": {v}' for k, v in {**good, **fields}.items()) + "}"


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


LAUGHS = "a0: &a0 [lol]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)
MERGES = "m0: &m0 {x: y}\n" + "".join(
    f"m{n}: &m{n} {{<<: [{', '.join([f'*m{n - 1}'] * 9)}]}}\n" for n in range(1, 9)
)

YAML_SYNTAX = (
    Case("a tab as indent", "- id: a\n\tdate: 2021-01-02\n", line=2, says="tab"),
    Case("a tab before a key", "events:\n\t- id: a\n", line=2),
    Case("a colon in an unquoted title", event(title="Treaty: the end"), line=3, says="quotes"),
    Case("no colon after a key", "- id a\n  date: 2021\n", line=2),
    Case("a list in the middle of a mapping", "events:\n  x: 1\n  - id: a\n", line=3),
    Case("a double quote that is not closed", event(title='"foo')),
    Case("a single quote that is not closed", event(title="'foo")),
    Case("an apostrophe in single quotes", event(title="'Cote d'Ivoire'"), line=3),
    Case("backslashes in double quotes", event(title='"C:\\Users\\x"'), line=3, says="quotes"),
    Case("a value that starts with @", event(title="@foo"), line=3, says="quotes"),
    Case("a value that starts with %", event(title="%foo"), line=3, says="quotes"),
    Case("a value that starts with a backtick", event(title="`foo`"), line=3, says="quotes"),
    Case("a value that starts with a bracket", event(title="[a] b"), line=3),
    Case("a value that starts with a brace", event(title="{a} b"), line=3),
    Case("brackets that are not closed", "{events: ["),
    Case("a bracket too many", "events: []]\n", line=1),
    Case("a text beside the sign of a block", event(title="> foo"), line=3),
    Case("the marks of a merge conflict", f"<<<<<<< HEAD\n{event()}=======\n{event()}", line=2),
    Case("a text after the end", f"{event()}...\nfoo: 1\n", line=7),
    Case("a directive of YAML 2", f"%YAML 2.0\n---\n{event()}", line=1, says="1.2"),
    Case("a directive that is none", f"%FOO\n{event()}", line=1),
    Case("a full-width colon", "- id： a\n  date: 2021\n", line=2),
    Case("an indent that goes back half way", "- id: a\n   date: 2021\n  title: T\n", line=2),
    Case("a question mark alone", "? \n", line=1),
    Case("a comma at the start of a list", event(countries="[, norway]"), line=5),
)
YAML_FEATURES = (
    Case("a key twice at the top", "events: []\nevents: []\n", line=2, says="'events'"),
    Case("a key twice in an event", event("title: U"), line=6, says="'title'"),
    Case("a key twice in braces", "- {id: a, id: b}\n", line=1, says="'id'"),
    Case("a country declared twice", "countries:\n  NOR: {name: A}\n  NOR: {name: B}\n", line=3),
    Case("an alias of nothing", event(title="*nope"), line=3, says="*nope"),
    Case("an anchor without an alias", event(title="&x T"), line=3, says="&x"),
    Case("an anchor at a key", event("&x note: T"), line=6, says="&x"),
    Case("an anchor at a list", event(countries="&x [norway]"), line=5, says="&x"),
    Case("an alias as a key", event("*x : T"), line=6),
    Case("a merge key", "- {<<: {id: a}, title: T}\n", line=1, says="<<"),
    Case("a name from Python", event(title='!!python/name:os.system ""'), line=3, says="tag"),
    Case("an object from Python", event(title="!!python/object/apply:os.abort []"), line=3),
    Case("a tag that does not fit", event(title="!!bool abc"), line=3, says="tag"),
    Case("a tag of bytes", event(title="!!binary aGVsbG8="), line=3, says="tag"),
    Case("a tag that would fit", event(title="!!str T"), line=3, says="tag"),
    Case("a tag of our own", event(countries="[!country NO]"), line=5, says="tag"),
    Case("a tag at a mapping", event(status="!!map {a: b}"), line=6, says="tag"),
    Case("a tag at a key", event("!!str note: T"), line=6, says="tag"),
    Case("a key that is a list", event("[a, b]: c"), line=6, says="key"),
    Case("a key that is a mapping", event("? {a: b}\n  : c"), line=6, says="key"),
    Case("a second document", f"{event()}---\n{event(id='b')}", line=6, says="second document"),
)
DENIAL_OF_SERVICE = (
    Case("lists that multiply", LAUGHS, line=1, says="&a0"),
    Case("mappings that multiply", MERGES, line=1, says="&m0"),
    Case("17 levels in YAML", nested(17), line=1, says="16 levels"),
    Case("25 000 levels in YAML", nested(25_000), line=1, says="16 levels"),
    Case("25 000 open brackets in YAML", "[" * 25_000, line=1, says="16 levels"),
    Case("25 000 open braces in YAML", "{" * 25_000, line=1),
    Case("25 000 open braces after keys", "{a: " * 25_000, line=1, says="16 levels"),
    Case("5 000 lists on one line", "- " * 5_000, line=1, says="16 levels"),
    Case("5 000 question marks", "? " * 5_000, line=1),
    Case("25 000 levels in JSON", nested(25_000), line=1, says="16 levels", file="in.json"),
    Case("25 000 open brackets in JSON", "[" * 25_000, line=1, file="in.json"),
    Case("levels in the middle of JSON", '{"a": ' * 25_000, line=1, file="in.json"),
    Case("25 000 levels in NDJSON", f"\n{nested(25_000)}\n", line=2, file="in.ndjson"),
    Case("a number of 5 000 digits", f"[{'9' * 5_000}]", line=1, file="in.json"),
    Case(
        "a number of 5 000 digits as a date",
        f"[{json_event(date='9' * 5_000)}]",
        line=1,
        file="in.json",
    ),
    Case("a huge exponent", f"[{json_event(date='1e999999999')}]", line=1, file="in.json"),
    Case("a title of a million words that is wrong", event(titel="a " * 10**6), says="'title'"),
    Case("a key of a million characters", event("x" * 10**6 + ": y"), line=6),
    Case("a date of a million digits", event(date="2" * 10**6), line=2, says="EDTF"),
    Case("an id of a million characters", event(id="a" * 10**6), line=1, says="80"),
    Case("a country of a million characters", event(countries=f"[{'x' * 10**6}]"), line=5),
    Case("a million blank lines", "\n" * 10**6, line=1),
    Case("20 000 wrong events", "- x\n" * 20_000, line=1),
    Case("20 000 unknown keys", "".join(f"k{n}: v\n" for n in range(20_000)), line=1),
)
ENCODINGS = (
    Case("UTF-16 with a byte order mark", event().encode("utf-16"), line=1, says="UTF-8"),
    Case("UTF-16 without one", event().encode("utf-16-le"), line=1, says="UTF-8"),
    Case("UTF-32", event().encode("utf-32"), line=1, says="UTF-8"),
    Case("Latin-1", event(title="café").encode("latin-1"), line=3, says="0xe9"),
    Case("code page 1252", event(title="“T”").encode("cp1252"), line=3, says="0x93"),
    Case("an overlong form", b"- id: \xc0\xaf\n", line=1, says="0xc0"),
    Case("an end in the middle of a character", b"- id: \xe2\x82", line=1, says="0xe2"),
    Case("half a surrogate pair", b"- id: \xed\xa0\x80\n", line=1, says="UTF-8"),
    Case("beyond Unicode", b"- id: \xf5\x80\x80\x80\n", line=1, says="0xf5"),
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
    Case("an escaped NUL", event(title=r'"a\0b"'), line=3, says="U+0000"),
    Case("an escaped ESC", event(title=r'"a\e[31mb"'), line=3, says="U+001B"),
    Case("an escaped override in a key", event(r'"a\u202eb": c'), line=6),
    Case("a byte order mark in the middle", f"{event()}\ufeff{event(id='b')}", line=6),
    Case("two byte order marks", f"\ufeff\ufeff{event()}", line=1, says="U+FEFF"),
    Case("an escaped lone surrogate", r'[{"id": "a", "title": "\ud800"}]', line=1, file="in.json"),
    Case("a picture", b"\x89PNG\r\n\x1a\n\0\0", line=1, says="UTF-8"),
    Case("an archive", b"PK\x03\x04\x14\0\0\0\x08\0", line=1),
    Case("only zeros", bytes(4096), line=1, says="UTF-8"),
    Case(
        "bad bytes in NDJSON",
        json_event().encode() + b"\n\xff\n",
        line=2,
        says="0xff",
        file="in.ndjson",
    ),
)
SHAPE = (
    Case("nothing", "", line=1, says="empty"),
    Case("nothing in JSON", "", line=1, says="empty", file="in.json"),
    Case("only comments", "# a\n# b\n", line=1, says="empty"),
    Case("only white space", " \n\n  \n", line=1, says="empty"),
    Case("only a byte order mark", "\ufeff", line=1),
    Case("only the sign of a document", "---\n", line=1, says="empty"),
    Case("a mapping without events", "title: T\n", line=1, says="'events'"),
    Case("an unknown key at the top", "version: 1\nevents: []\n", line=1, says="'version'"),
    Case("a misspelt key at the top", "evnts: []\n", line=1, says="did you mean 'events'"),
    Case("empty events", "events:\n", line=1, says="'events'"),
    Case("events that are a mapping", "events: {a: 1}\n", line=1, says="list"),
    Case("events that are a text", "events: none\n", line=1, says="list"),
    Case("an event that is a text", "- hello\n", line=1, says="'hello'"),
    Case("an event that is a list", "- [a]\n", line=1, says="list"),
    Case("an event that is empty", "- \n", line=1, says="empty"),
    Case("a text", "hello\n", line=1, says="'hello'"),
    Case("a table of comma-separated values", "id,date\na,2021-01-01\n", line=1),
    Case("TOML", "[a]\nb = 1\n", line=2),
    Case("a page of HTML", "<!doctype html>\n<title>T</title>\n", line=1),
    Case("40 mistakes", event(titel="x") * 40, line=6, says="'title'"),
    Case("sources that are a list", "sources: [a]\nevents: []\n", line=1, says="mapping"),
    Case("countries that are a text", "countries: norway\nevents: []\n", line=1, says="mapping"),
    Case("types that are a list", "types: [a]\nevents: []\n", line=1, says="mapping"),
    Case("a source that is a text", "sources: {a: T}\nevents: []\n", line=1, says="'T'"),
    Case("a source without a title", "sources: {a: {kind: b}}\nevents: []\n", says="'title'"),
    Case("a country without a name", "countries: {NOR: {}}\nevents: []\n", says="'name'"),
    Case("a type without a label", "types: {a: {}}\nevents: []\n", line=1, says="'label'"),
    Case(
        "a country's code in lower case",
        "countries: {nor: {name: N}}\nevents: []\n",
        line=1,
        says="NOR",
    ),
    Case("an id of a source with a space", "sources: {a b: {title: T}}\nevents: []\n", line=1),
    Case("a type in capitals", "types: {Treaty: {label: T}}\nevents: []\n", line=1),
    Case(
        "a key of a source that is unknown",
        "sources: {a: {title: T, uri: x}}\nevents: []\n",
        line=1,
        says="did you mean 'url'",
    ),
    Case(
        "a link that runs a script",
        "sources: {a: {title: T, url: 'javascript:alert(1)'}}\nevents: []\n",
        line=1,
        says="https://",
    ),
    Case("a last day that is a month", "as_of: 2025-06\nevents: []\n", line=1, says="day"),
    Case("a title that is a list", "title: [a]\nevents: []\n", line=1, says="list"),
)
FIELDS = (
    Case(
        "a key in capitals",
        "- id: a\n  date: 2021\n  countries: [NO]\n  Title: x\n",
        line=4,
        says="did you mean 'title'",
    ),
    Case("a key that is misspelt", event(sumary="x"), line=6, says="'summary'"),
    Case("a key that is like no other", event(zzz="x"), line=6, says="the keys are"),
    Case("a key with a control character", event(r'"a\e": x'), line=6),
    Case("no date", "- title: T\n  countries: [NO]\n", line=1, says="'date'"),
    Case("no title", "- date: 2021\n  countries: [NO]\n", line=1, says="'title'"),
    Case("no countries", "- date: 2021\n  title: T\n", line=1, says="'countries'"),
    Case("a blank title", event(title='"  "'), line=3, says="blank"),
    Case("a title of a comment", event(title="# 1"), line=3, says="'title'"),
    Case("a title of nothing", event(title="~"), line=3, says="'title'"),
    Case("a title that is a mapping", event(title="{a: b}"), line=3, says="mapping"),
    Case("a title that is a list", event(title="[a]"), line=3, says="list"),
    Case("countries that are a text", event(countries="norway"), line=5, says="[norway]"),
    Case("countries in a list in a list", event(countries="[[norway]]"), line=5, says="list"),
    Case("no country in the list", event(countries="[]"), line=5, says="at least one"),
    Case("a country twice", event(countries="[norway, NOR]"), line=5, says="second time"),
    Case("a country that is misspelt", event(countries="[norwey]"), line=5, says="'norway'"),
    Case("a country that is several", event(countries="[Korea]"), line=5, says="KOR"),
    Case("a country that is blank", event(countries='[" "]'), line=5, says="blank"),
    Case("a country that is empty", event(countries="[~]"), line=5, says="empty"),
    Case("an id with a space", event(id="My Event"), line=1, says="'My Event'"),
    Case("an id in capitals", event(id="NO"), line=1, says="'NO'"),
    Case("an id with two hyphens", event(id="a--b"), line=1, says="'a--b'"),
    Case("an id of 81 characters", event(id="a" * 81), line=1, says="80"),
    Case("an id twice", event() + event(), line=6, says="in.yaml:1:"),
    Case("a type in capitals", event(type="Treaty"), line=4, says="'Treaty'"),
    Case("a type that ends with a dot", event(type="a."), line=4, says="'a.'"),
    Case(
        "a type that is not declared",
        f"types: {{treaty: {{label: T}}}}\nevents:\n{event()}".replace(
            "type: treaty", "type: traety"
        ),
        line=6,
        says="did you mean 'treaty'",
    ),
    Case(
        "a source that is not declared",
        f"sources: {{untc: {{title: UN}}}}\nevents:\n{event(sources='[untx]')}",
        line=8,
        says="did you mean 'untc'",
    ),
    Case("a source without its id", event(sources="[{locator: page 1}]"), line=6, says="'source'"),
    Case(
        "a source with an unknown key",
        event(sources="[{source: a, page: 1}]"),
        line=6,
        says="'page'",
    ),
    Case("sources that are a text", event(sources="a"), line=6, says="[a]"),
    Case("actors that are a mapping", event(actors="{a: b}"), line=6, says="list"),
    Case("a status that is a text", event(status="open"), line=6, says="mapping"),
    Case("a status of nothing", event(status="{a: ~}"), line=6, says="empty"),
)
DATES = (
    *(
        Case(f"the date {text}", event(date=text), line=2, says=says)
        for text, says in (
            ("2021-02-30", "calendar"),
            ("2021-13-01", "months"),
            ("2021-01-00", "calendar"),
            ("2021-00", "months"),
            ("2021-25", "seasons"),
            ("21-01-02", "EDTF"),
            ("0000", "0001"),
            ("-0044-03-15", "EDTF"),
            ("02021-01-01", "EDTF"),
            ("12/11/2024", "EDTF"),
            ("May 2021", "2021-05"),
            ("28 May 2021", "2021-05-28"),
            ("1990s", "199X"),
            ("c. 1905", "1994~"),
            ("12:30", "EDTF"),
            ("2021-01-02T10:00", "EDTF"),
            ("2021-01-02 10:00:00", "EDTF"),
            ("true", "EDTF"),
            (".inf", "EDTF"),
            ("today", "EDTF"),
            ("2021–01–02", "EDTF"),
            ("２０２１", "EDTF"),
            ("20X1", "EDTF"),
            ("2021-X1", "EDTF"),
            ("2021~?", "EDTF"),
            ("~2021", "EDTF"),
            ("Y12021", "EDTF"),
            ("2021/2020", "before"),
            ("../..", "neither"),
            ("/", "neither"),
            ("2021/2022/2023", "EDTF"),
            ('"[2021,2022]"', "set"),
            ('"[2022..2021]"', "before"),
            ('"[..]"', "set"),
            ('"[..2006"', "set"),
            ("[..2006]", "quotes"),
            ("{a: b}", "mapping"),
        )
    ),
    Case("a date of an end", event(end_date="soon"), line=6, says="'end_date'"),
    Case("a last day that is none", "as_of: 2025-02-30\nevents: []\n", line=1, says="calendar"),
)
JSON = tuple(
    case._replace(file=case.file if case.file != "in.yaml" else "in.json")
    for case in (
        Case("single quotes", "[{'id': 'a'}]", line=1),
        Case("an end in the middle", '[{"id": "a"', line=1),
        Case("a comma at the end", f"[{json_event()},]", line=1),
        Case("a comment", f"// events\n[{json_event()}]", line=1),
        Case("a key twice", '[{"id": "a", "id": "b"}]', line=1, says="'id'"),
        Case("a key twice on two lines", '[{"id": "a",\n"id": "b"}]', line=2, says="'id'"),
        Case("a key twice, once escaped", '[{"id": "a",\n"\\u0069d": "b"}]', line=2, says="'id'"),
        Case(
            "an escaped ESC",
            f"[{json_event(title=chr(34) + chr(92) + 'u001b[31m' + chr(34))}]",
            line=1,
            says="U+001B",
        ),
        Case("an unescaped tab", '[{"id": "a\tb"}]', line=1),
        Case("a date that is a number", f"[\n{json_event(date='2021')}]", line=2, says="quotes"),
        Case("a date with a point", f"[{json_event(date='2021.5')}]", line=1, says="quotes"),
        Case("a title that is true", f"[{json_event(title='true')}]", line=1, says="true"),
        Case("a title that is null", f"[{json_event(title='null')}]", line=1, says="'title'"),
        Case("a date that is a list", f"[{json_event(date='[2021]')}]", line=1),
        Case("a number that is none", f"[{json_event(date='NaN')}]", line=1, says="NaN"),
        Case("an infinity", f"[{json_event(date='-Infinity')}]", line=1),
        Case("a text at the top", '"hello"', line=1),
        Case("a number at the top", "5", line=1),
        Case("null at the top", "null", line=1),
        Case("two values", "[]\n[]\n", line=2),
        Case("a mapping without events", '{"title": "T"}', line=1, says="'events'"),
        Case("a bad second line", f"{json_event()}\n{{bad}}\n", line=2, file="in.ndjson"),
        Case("a second line that is a list", f"{json_event()}\n[1]\n", line=2, file="in.jsonl"),
        Case("a second line that is a text", f'{json_event()}\n"x"\n', line=2, file="in.jsonl"),
        Case(
            "a second line with a bad date",
            f"{json_event()}\n{json_event(id=chr(34) + 'b' + chr(34), date=chr(34) * 2)}\n",
            line=2,
            file="in.ndjson",
        ),
        Case(
            "an id on two lines",
            f"{json_event()}\n\n{json_event()}\n",
            line=3,
            file="in.ndjson",
            says="in.ndjson:1:",
        ),
        Case("two events on one line", json_event() * 2, line=1, file="in.ndjson"),
        Case(
            "an event over two lines", json_event().replace(", ", ",\n"), line=1, file="in.ndjson"
        ),
        Case("YAML", event(), line=1, file="in.ndjson"),
        Case(
            "a second line in a file without an ending",
            f"{json_event()}\n{{}}\n",
            line=2,
            file="events",
        ),
    )
)
FILE_GROUPS = {
    "YAML syntax": YAML_SYNTAX,
    "YAML features": YAML_FEATURES,
    "denial of service": DENIAL_OF_SERVICE,
    "encodings": ENCODINGS,
    "shape": SHAPE,
    "fields": FIELDS,
    "dates": DATES,
    "JSON": JSON,
}


def norway(options: str, status: int = 2, says: str = "", what: str = "") -> Case:
    """Return the case of `diplo timeline norway` with options (and redirections) of the shell."""
    return Case(what or options, f"diplo timeline norway {options}", status, says=says, file="")


def command(what: str, given: str, status: int = 2, says: str = "") -> Case:
    return Case(what, given, status, says=says, file="")


FILES = (
    norway("--events nope.yaml", 66, "nope.yaml"),
    norway("--events .", 66),
    norway("--events ok.yaml --events nope.yaml", 66, "nope.yaml"),
    norway("--events ok.yaml/x", 66),
    norway("--events /proc/self/mem", 66),
    norway(r"--events $'no\xffpe'", 66, r"\xff"),
    norway(r"--events $'no\e[31mpe'", 66, r"\x1b"),
    norway(r"--events $'a\nb'", 66, r"a\nb"),
    norway(f"--events {'x' * 5000}", 66, what="a file name of 5 000 characters"),
    norway("--events /dev/zero", 65, "/dev/zero:1:1"),
    norway("--events /dev/null", 65, "empty"),
    norway("--events - <&-", 66),
    norway("--events - --events - </dev/null", 2, "twice"),
    norway("--events ok.yaml --events ok.yaml", 65, "ok.yaml:1:3"),
    norway("--events - </dev/null", 0, what="standard input that is empty"),
    command("an environment that names no file", "DIPLO_EVENTS=nope.yaml diplo types", 66),
    command("a link to nothing", "ln -s gone dl; diplo timeline --events dl", 66, "dl"),
    command("a link to itself", "ln -s loop loop; diplo timeline --events loop", 66, "loop"),
    command(
        "a file that may not be read",
        f"{UNMEASURED} cp ok.yaml no.yaml; chmod 000 no.yaml; "
        f"{OTHER_USER} diplo timeline --events no.yaml",
        66,
        "no.yaml",
    ),
    command(
        "a FIFO without a writer",
        "mkfifo ff; timeout -s INT --preserve-status 2 diplo timeline --events ff",
        130,
    ),
    command(
        "a socket",
        "python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"sk\")'; "
        "diplo timeline --events sk",
        66,
        "sk",
    ),
    command("bad standard input", "printf 'a: [' | diplo timeline --events -", 65, "-:"),
    command("a file that cannot be checked", "diplo check nope.yaml", 66, "nope.yaml"),
    command("an event that cannot be shown", "diplo show a --events nope.yaml", 66, "nope.yaml"),
)
COMMAND_LINE = (
    command("an unknown command", "diplo timelin norway", says="timeline"),
    command("a command with ESC", r"diplo $'time\eline'", says=r"\x1b"),
    command("a country that is misspelt", "diplo timeline norwey", says="norway"),
    command("a country that is blank", "diplo timeline '   '", says="blank"),
    command("a country that is empty", "diplo timeline ''", says="blank"),
    command("a country that is a comma", "diplo timeline ,", says="blank"),
    command("a country with ESC", r"diplo timeline $'no\e[31m'", says=r"\x1b"),
    command("a country with an override", r"diplo timeline $'no\u202er'", says=r"\u202e"),
    command("a country with a line break", r"diplo timeline $'no\nrway x'", says=r"\n"),
    command("a country that is no UTF-8", r"diplo timeline $'norw\xffy'", says="norway"),
    command("a country that is several", "diplo timeline korea", says="PRK"),
    command("a country that looks like an option", "diplo timeline -norway"),
    command("a country of 10 000 characters", f"diplo timeline {'x' * 10_000}"),
    command("an option of 10 000 characters", f"diplo timeline --{'x' * 10_000}"),
    command("options after the end of options", "diplo timeline norway -- --since 2021"),
    command("an id that is no UTF-8", r"diplo show $'\xff'", says=r"\xff"),
    command("an id that is empty", "diplo show ''"),
    command("no id", "diplo show", says="ID"),
    command("a day that is none", "DIPLO_TODAY=now diplo timeline", says="DIPLO_TODAY"),
    norway("--sicne 2021", says="--since"),
    norway("--since --json", says="--since"),
    norway("--since"),
    *(
        norway(f"--since '{text}'", says="--since")
        for text in (
            *("", " ", "1", "10", "sat", "may", "Saturday 2021", "28 May 24", "13/11/2024"),
            *("12/11/2024", "28.5.2024", "2021-13", "2021-02-30", "20210102", "0000", "-2021"),
            *("1e3", "²", "2021Q1", "9999999999999999999999", "nan", "2021;ls", "%s%n", "0x7e5"),
            *("2021-01-02T10:00", "10:00", "２０２１", "1994~", "2021/2022", "99999 years ago"),
        )
    ),
    norway(f"--since {'9' * 100_000}", says="--since", what="a date of 100 000 digits"),
    norway(r"--until $'20\e[31m21'", says=r"\x1b"),
    norway(r"--until $'20\xff21'", says=r"\xff"),
    norway("--since 2022 --until 2021", says="after"),
    norway("--year ..", says="--year"),
    norway("--year 2020...2021", says="--year"),
    norway("--year 2020 --year 2021", says="--year"),
    norway("--limit=-1", says="--limit"),
    norway("--limit 5.0", says="--limit"),
    norway("--limit 1_0", says="--limit"),
    norway("--limit ''", says="--limit"),
    norway(f"--limit {'9' * 10_000}", says="--limit", what="a limit of 10 000 digits"),
    norway("--format xml", says="json"),
    norway("--format JSON", says="json"),
    norway("--format ''", says="json"),
    norway("--json=yes", says="--json"),
    norway("--json --format csv", says="--json"),
    norway("--columns ,", says="--columns"),
    norway("--columns nope", says="note"),
    norway("--columns id,id", says="'id'"),
    norway("--sort random", says="title"),
    norway("--group-by month", says="decade"),
    norway("--color sometimes", says="always"),
    norway("--type ''", says="--type"),
    norway("--type 'mission.'", says="mission"),
    norway("--source nowhere", says="sources"),
    norway("--search ' '", says="--search"),
    norway("--actor ''", says="--actor"),
    norway("--output ''", says="--output"),
    norway("--events ''", says="--events"),
)
OUTPUT = (
    norway(">/dev/full", 74),
    norway("--json >/dev/full", 74),
    norway(">&-", 74),
    command("help to a full disk", "diplo --help >/dev/full", 74),
    command("a version to a full disk", "diplo --version >/dev/full", 74),
    norway(">&- 2>&-", 74),
    norway("2>/dev/full", 0),
    command("an error to a full disk", "diplo timeline norwey 2>/dev/full", 2),
    norway("--json | (exec <&-; sleep 0.7); exit ${PIPESTATUS[0]}", 141),
    norway("--events ok.yaml --json | head -1; exit ${PIPESTATUS[0]}", 0),
    norway("-o no/such/x.txt", 73, "no/such/x.txt"),
    norway("-o /dev/full", 73, "/dev/full"),
    norway("-o .", 73),
    norway("-o ok.yaml/x", 73),
    norway(r"-o $'no/\e[31m'", 73, r"\x1b"),
    norway(f"-o {'x' * 300}", 73, what="a file name of 300 characters"),
    command(
        "a limit on files",
        f"{UNMEASURED} ulimit -f 0; trap '' XFSZ; diplo timeline -o lim.txt",
        73,
    ),
    command("a code page", "PYTHONIOENCODING=cp1252 diplo timeline norway -f table >/dev/null", 0),
    command("ASCII", "PYTHONIOENCODING=ascii diplo timeline norway -f table >/dev/null", 0),
    command("COLUMNS of 0", "COLUMNS=0 diplo timeline norway -f table >/dev/null", 0),
    command("COLUMNS of 1", "COLUMNS=1 diplo timeline norway -f table >/dev/null", 0),
    command("COLUMNS of a word", "COLUMNS=abc diplo timeline norway -f table >/dev/null", 0),
    command(
        "COLUMNS of a billion", "COLUMNS=1000000000 diplo timeline norway -f table >/dev/null", 0
    ),
    command("a width of a word", "TERMINAL_WIDTH=abc diplo timeline norwey", 2, "norway"),
    command("a width of a word in help", "TERMINAL_WIDTH=abc diplo timeline --help", 0),
    command("no home", "env -u HOME diplo timeline norway", 0),
    command("no terminal", "env -u TERM diplo timeline norway -f table >/dev/null", 0),
    command("no environment", 'env -i "$(command -v diplo)" timeline norway', 0),
    command(
        "an interrupt while it waits",
        "mkfifo si; (sleep 3 >si &); "
        "timeout -s INT --preserve-status 1 diplo timeline --events - <si",
        130,
    ),
)
COMMAND_GROUPS = {"files": FILES, "command line": COMMAND_LINE, "output": OUTPUT}
NEEDED = [name for name in ("setpriv", "mkfifo", "timeout", "python3") if not shutil.which(name)]


def named(groups: dict[str, tuple[Case, ...]], step: int = 1) -> list[object]:
    """Return the cases as parameters with names, every one or one in so many."""
    cases = [(group, case) for group, members in groups.items() for case in members]
    return [pytest.param(case, id=f"{group}: {case.what[:40]}") for group, case in cases[::step]]


def inspect(case: Case, result: Result) -> None:
    assert result.status == case.status, result.err
    assert "Traceback" not in result.err
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e]", result.err)
    lines = result.err.split("\n")
    assert lines.pop() == ""
    assert all(line.startswith("diplo: ") for line in lines)
    assert all(len(line) < LONGEST_LINE for line in lines)
    assert len(lines) <= MOST_LINES
    if case.status != 0:
        assert result.out == ""
    if case.line is not None:
        assert re.match(rf"diplo: {re.escape(case.file)}:{case.line}:[1-9]", lines[0]), lines[0]
    if case.says:
        assert case.says in lines[0]


@pytest.mark.parametrize("case", named(FILE_GROUPS))
def test_a_bad_file_is_refused(call: Run, write: Write, case: Case) -> None:
    write(case.file, case.given)
    started = time.monotonic()
    inspect(case, call("timeline", "norway", "--events", case.file))
    assert time.monotonic() - started < SECONDS


@pytest.mark.parametrize("case", named(FILE_GROUPS, SAMPLE))
def test_a_bad_file_is_refused_by_the_process(run: Run, write: Write, case: Case) -> None:
    write(case.file, case.given)
    inspect(case, run("timeline", "norway", "--events", case.file, timeout=SECONDS))


# What crashes an interpreter, or takes all memory, must be seen in a process of its own.
@pytest.mark.parametrize("case", named({"denial of service": DENIAL_OF_SERVICE}))
def test_an_attack_is_refused_by_the_process(run: Run, write: Write, case: Case) -> None:
    write(case.file, case.given)
    inspect(case, run("timeline", "norway", "--events", case.file, timeout=SECONDS))


@pytest.mark.parametrize("case", named(COMMAND_GROUPS))
def test_a_bad_command_is_refused(shell: Run, write: Write, tmp_path: Path, case: Case) -> None:
    given = str(case.given)
    for program in NEEDED:
        if program in given:
            pytest.skip(f"{program} is missing")
    if OTHER_USER in given:
        if os.geteuid() != 0:
            pytest.skip("only root can take another user's identity")
        for folder in (tmp_path, *tmp_path.parents[:2]):
            folder.chmod(0o755)
        if shell(f"{OTHER_USER} diplo --version").status != 0:
            pytest.skip("another user cannot run the program")
    write("ok.yaml", ONE_EVENT)
    inspect(case, shell(given, timeout=SECONDS))


def test_there_are_many_cases_each_with_its_own_name() -> None:
    groups = {**FILE_GROUPS, **COMMAND_GROUPS}.values()
    assert sum(map(len, groups)) >= 300
    assert all(len({case.what for case in cases}) == len(cases) for cases in groups)
