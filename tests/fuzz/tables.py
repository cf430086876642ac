"""Fuzzing what other people have: tables, spreadsheets, maps, JSON through maps, notes."""

import json
import string
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from diplo import reading
from diplo.reading.maps.shipped import table_options
from diplo.reading.opening import open_document
from diplo.reading.table_options import NO_OPTIONS
from diplo.terminal.errors import ContentError, Problem, UnreadableError
from tests import workbooks
from tests.fuzz.checks import limited
from tests.fuzz.grammar import Grammar
from tests.fuzz.mutations import mutated

_HEADERS = (
    *("Date", "date", "Start", "End date", "year", "Month", "day", "Title", "Event", "Country"),
    *("country a", "country1", "Parties", "Type", "Summary", "Actors", "Place", "Source URL", "id"),
    *("Note", "Status", "match", "other", "", "{x}", "a.b", "Date"),
)
_CELLS = (
    *("2021", "28 May 2024", "28.05.2024", "12/11/2024", "c. 1994", "1990s", "present", "n/a", ""),
    *("1945.0", "20240528", "2021-00-00", "9999-12-31", "-9", "'2021", "1988[12]", "#REF!"),
    *("Total", "Norway", "NOR", "Norway; Sweden", "Bahamas, The", "Korea", "385", "GFR", "EU"),
    *("a: b; c: d", '"a; b"; c', "'=1+1", "=1+1", "s (page 1)", "https://a.b/?c;d", "***"),
)  # fmt: skip
_HOSTILE = (
    *(b'"', b"'", b"\0", b"\r", b"\r\n", b"\n", b"\xef\xbb\xbf", b"\xff\xfe", b",", b";", b"\t"),
    *(b"|", b"{", b"}", b"[", b"]", b"*", b"?", b": ", b"- ", b"---\n", b"#", b"&a ", b"!!x "),
    *(b"sep=;\n", b"<", b"PK\x03\x04", b"\x1b", b"\xe2\x80\xae", b"[[a|", b"](", b"{Date}"),
)
_VALUES = (
    *("iso", "cow", "gw", "fips", "cameo", "names", "error", "skip", "actor", "ongoing", "unknown"),
    *("day", "day-first", "month-first", "{Date}", "{Country}", "{c*}", "{Title?} x", "{}", "{"),
    *("a.b", "/", "NOR", "-9", "guess", "true", "false", "1", "utf-8", "tab", ";"),
)
_KEYS = (
    *("title", "as_of", "sources", "countries", "types", "table", "dates", "codes", "only"),
    *("except", "unknown", "blank", "open", "together", "split", "strip", "values", "date", "type"),
    *("header", "delimiter", "encoding", "skip", "sheet", "records", "start", "end", "year"),
    *("time", "month", "precision", "actors", "status", "Country", "Date", "*", "evnt"),
)  # fmt: skip
_SHIPPED = ("gdelt", "icews", "polecat", "cow-diplomatic-exchange", "missions", "timelinejs")
_MAP = {"date": "{Date}", "title": "{Title}", "countries": ["{Country}"]}


class Given(NamedTuple):
    """A file, and the map by which it is read: its text, or the name of one that ships."""

    name: str
    content: bytes
    map: bytes | str | None = None


def any_table(random: Random) -> Given:
    """Return a table as delimited text or as a spreadsheet."""
    rows = _rows(random)
    kind = random.choice(("csv", "csv", "tsv", "txt", "xlsx", "xls", "ods"))
    return Given(f"in.{kind}", mutated(random, _written(random, rows, kind), _HOSTILE))


def any_mapped(random: Random) -> Given:
    """Return a table, or JSON, and a map of which something may be wrong."""
    table, kind = _rows(random), random.choice(("csv", "json", "jsonl"))
    content = _written(random, table, kind)
    if random.random() < 0.1:
        return Given(f"in.{kind}", mutated(random, content, _HOSTILE), random.choice(_SHIPPED))
    given: dict[str, object] = {"event": _MAP}
    for _ in range(random.choice((0, 1, 1, 2, 4))):
        given[random.choice(_KEYS)] = _value(random, 3)
    if random.random() < 0.5:
        given["event"] = {**_MAP, random.choice(_KEYS): _value(random, 2)}
    said = json.dumps(given, ensure_ascii=False).encode(errors="surrogatepass")
    return Given(f"in.{kind}", content, mutated(random, said, _HOSTILE))


def any_wikidata(random: Random) -> Given:
    """Return what Wikidata may answer."""
    names = ("event", "eventLabel", "date", "datePrecision", "endDate", "endPrecision", "countries")
    cells = (*_CELLS, "1905-01-01T00:00:00Z", "+1905-00-00T00:00:00Z", "9", "11", "NOR|SWE", "Q1")
    bindings = [
        {
            name: {"type": "literal", "value": random.choice(cells)}
            for name in (*names, "typeLabel")
            if random.random() < 0.9
        }
        for _ in range(random.randint(0, 4))
    ]
    said = json.dumps({"head": {"vars": names}, "results": {"bindings": bindings}})
    return Given("in.json", mutated(random, said.encode(), _HOSTILE), "wikidata")


def any_note(random: Random) -> Given:
    """Return a note with front matter."""
    grammar = Grammar(random, 0.05)
    names = random.sample(_HEADERS[:21], random.randint(1, 6))
    front = "".join(f"{name or 'x'}: {json.dumps(_cell(random))}\n" for name in names)
    text = f"---\n{front}---\n\n# {grammar.text()}\n\n{grammar.text()} [[a|b]] [c](d)\n"
    return Given("in.md", mutated(random, text.encode(errors="surrogatepass"), _HOSTILE))


def check(given: Given) -> None:
    """Read a file: what comes of it is events, or problems that have places in it."""
    with open(given.name, "wb") as file:
        file.write(given.content)
    how = given.map
    if isinstance(how, bytes):
        with open("map.yaml", "wb") as file:
            file.write(how)
        how = "map.yaml"
    size = len(given.content) + len(given.map or "")
    told = limited(size, lambda: _told(given.name, how))
    for problem in told:
        assert problem.message
        assert problem.file in (given.name, "map.yaml"), problem
        assert problem.line >= 1, problem
        assert problem.column >= 1, problem


def _told(name: str, how: str | None) -> Sequence[Problem]:
    try:
        known = table_options(how) if how else NO_OPTIONS
        opening = lambda name, watch: open_document(name, watch, known)  # noqa: E731
        problems, _ = reading.check([name], opening=opening)
        errors = [each for each in problems if each.severity == "error"]
        try:
            reading.load([name], opening=opening)
        except ContentError:
            assert errors
        else:
            assert not errors
    except ContentError as error:
        return error.problems
    except UnreadableError:
        return ()
    return problems


def _cell(random: Random) -> str:
    if random.random() < 0.1:
        return Grammar(random, 0.1).text()
    return random.choice(_CELLS)


def _rows(random: Random) -> list[list[str]]:
    """Return a header and rows; most have what an event needs."""
    header = random.sample(_HEADERS, random.randint(1, 6))
    if random.random() < 0.8:
        header = ["Date", "Country", "Title", *(name for name in header if name not in _MAP)]
    right = {
        "Date": _CELLS[:9],
        "Country": ("Norway", "NOR", "Norway; Sweden"),
        "Title": ("T", "U"),
    }
    rows = [header]
    for _ in range(random.randint(0, 5)):
        row = [random.choice(right.get(name, _CELLS)) for name in header]
        row[random.randrange(len(row))] = _cell(random)
        rows.append(row[: random.choice((99, 99, 99, 1))] + [""] * random.choice((0, 0, 1)))
    return rows


def _quoted(cell: str, delimiter: str) -> str:
    return f'"{cell.replace(chr(34), chr(34) * 2)}"' if set(cell) & {delimiter, '"', "\n"} else cell


def _written(random: Random, rows: list[list[str]], kind: str) -> bytes:
    books: dict[str, Callable[..., bytes]]
    books = {"xlsx": workbooks.xlsx, "xls": workbooks.xls, "ods": workbooks.ods}
    if kind in books:
        plain = [[_plain(cell) for cell in row] for row in rows]
        return books[kind](plain[:20])
    header, *others = rows
    if kind in ("json", "jsonl"):
        found = [json.dumps(dict(zip(header, row, strict=False))) for row in others]
        return ("\n".join(found) if kind == "jsonl" else f"[{','.join(found)}]").encode()
    delimiter = "\t" if kind == "tsv" else random.choice((",", ",", ";", "|"))
    end = random.choice(("\n", "\r\n", "\r"))
    lines = (delimiter.join(_quoted(cell, delimiter) for cell in row) + end for row in rows)
    return "".join(lines).encode(random.choice(("utf-8", "utf-8", "utf-16")), "replace")


def _plain(cell: str) -> str:
    return "".join(letter for letter in cell if letter.isprintable())[:99]


def _value(random: Random, depth: int) -> object:
    """Return a value of a map, of any form."""
    form = random.randrange(8) if depth else 0
    if form < 5:
        return random.choice((*_VALUES, *_CELLS, None, "".join(random.sample(string.printable, 3))))
    if form == 5:
        return [_value(random, depth - 1) for _ in range(random.randint(0, 2))]
    return {random.choice((*_KEYS, *_VALUES)): _value(random, depth - 1) for _ in range(2)}
