"""Delimited text that an engine reads: the same events and messages as from Python alone."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

pytest.importorskip("ibis", reason="the extra 'engine' is not installed")
pytest.importorskip("duckdb", reason="the extra 'engine' is not installed")

from diplo.engine import choice, delimited, foreign, sieve
from diplo.engine.duckdb import DuckDB
from diplo.engine.tables import Table
from diplo.history.selection import AnyOf, Matcher, Query, has_effects
from diplo.model.dates import Window
from diplo.reading import merge
from diplo.reading.document import Document, unwatched
from diplo.reading.keeping import Keep
from diplo.reading.maps.deciding_cells import RowParts
from diplo.reading.maps.document import TableDocument
from diplo.reading.maps.shipped import table_options
from diplo.reading.merge import Reading
from diplo.reading.opening import open_document
from diplo.reading.table_options import NO_OPTIONS, TableOptions
from diplo.reading.tables.table import Rows
from tests.conftest import Run

COUNT = 60
TITLES = ("Talks", "Talks!", "talks 2", "Łódź talks", "A visit that was put off")
DATES = (
    *("{y}", "{y}-0{m}-1{m}", "1{m} May {y}", "c. {y}", "{y}-0{m}", "{y}-0{m}-2{m}T10:00", ""),
    *("before {y}", "{y}-{z}", "{t}0s", "May {y}"),
)
WRONG = ("12/11/2024", "2021-13", "31.02.2021", "soon")
PARTIES = ("Norway", "SWE", "Soviet Union", "UK", "Norway; Denmark", "Burma", "")
MAPS: Mapping[str, str] = {
    "": "",
    "ids, and rows to take": """\
only: {kind: [talks, visit]}
except: {row: ["7"]}
event: {id: "e-{row}", date: "{when}", title: "{what}", countries: ["{state a}", "{state_b}"],
  type: "{kind}", sources: [{source: "{book}", locator: "{row}"}]}
""",
    "numbers of states by year, and some that are none": """\
codes: {number: cow}
unknown: actor
event: {date: "{when}", title: "{what} of {state a}", countries: ["{number}", "{state a}"],
  id: "n-{ro*}"}
""",
    "several events, texts with meanings": """\
open: unknown
values: {type: {talks: talks.held, visit: ~, "*": other}}
events:
  - {date: {start: "{when}", end: "{until}"}, title: "{what}", countries: [NOR], type: "{kind}"}
  - {date: "{until}", title: End, countries: ["{state a}"], id: "end-{row}"}
unknown: skip
""",
    "rows that are one event": """\
together: "{kind} {when}"
event: {date: "{when}", title: "{kind}", countries: ["{state a}"]}
unknown: skip
""",
    "types by their labels": """\
types: {talks.held: {label: TALKS}, visit: {label: Visit}, visit.any: {label: Other visít}}
event: {date: "{when}", title: "{what}", countries: [NOR], type: "{kind}"}
""",
    "what is blank, states": """\
blank: [talks]
sources: {book: {title: A book}}
event: {date: "{when}", title: "{what}", countries: [NOR], type: "{kind}",
  status: {"Talks with {state a}": "{state}"}, sources: ["{book}"]}
""",
}
BY_HEADER = [
    "id",
    "date",
    "end",
    "country a",
    "country b",
    "n",
    "type",
    "title",
    "source",
    "status",
]
HEADER = ["row", "when", "until", "state a", "state_b", "number", "kind", "what", "book", "state"]


def chance(seed: object) -> Random:
    return Random(str(seed))  # noqa: S311  (it must be repeatable)


def rows(draw: Random, wrong: float) -> Iterator[list[str]]:
    for number in range(COUNT):
        year = draw.randrange(1905, 2005)
        of_year = partial(str.format, y=year, t=year // 10, m=draw.randrange(1, 9), z=year + 3)
        yield [
            str(number if draw.random() < 1 - wrong else 1),
            of_year(draw.choice(WRONG if draw.random() < wrong else DATES)),
            of_year(draw.choice(DATES)) if draw.random() < 0.1 else "",
            "Norwway" if draw.random() < wrong else draw.choice(PARTIES),
            draw.choice(("SWE", "Norway", "Sweden")),
            draw.choice(("365", "385", "", "2", "999" if wrong else "385")),
            draw.choice(("talks", "visit", "Other visit", "")),
            "" if draw.random() < wrong else draw.choice(TITLES),
            draw.choice(("book", "book (page 4)", "p. 5", "film (1)" if wrong else "")),
            draw.choice(("", "", "", "broken off")),
        ]


def as_text(table: list[list[str]], delimiter: str = ",") -> str:
    return "".join(f"{delimiter.join(row)}\n" for row in table)


def keep(draw: Random) -> Keep:
    first = draw.randrange(1900, 2005) * 365 + 100
    query = Query(
        countries=(frozenset({draw.choice(("NOR", "SWE", "SUN"))}),) if draw.random() < 0.6 else (),
        window=Window(first, first + draw.choice((300, 9000))) if draw.random() < 0.7 else None,
        types=draw.choice(((), (), ("talks",), ("visit", "other"))),
        excluded_types=draw.choice(((), (), ("talks",))),
    )
    matches = Matcher(query)
    return draw.choice((matches, matches, matches, has_effects, AnyOf(matches, has_effects)))


def read(path: Path, mapping: Path | None, keeps: Keep, engine: str) -> Reading:
    how = table_options(str(mapping)) if mapping else NO_OPTIONS
    opening = choice.opener(engine, partial(open_document, options=how), how)
    return merge.read([str(path)], lambda _: keeps, opening=opening)


def told(reading: Reading) -> tuple[Any, ...]:
    paths = [origin.path for origin in reading.origins]
    return reading.timeline.events, paths, reading.problems, reading.notes


@pytest.mark.parametrize("wrong", [0.0, 0.02])
@pytest.mark.parametrize("what", MAPS)
def test_an_engine_gives_what_python_gives(tmp_path: Path, what: str, wrong: float) -> None:
    draw = chance((what, wrong))
    path, mapping = tmp_path / "in.csv", tmp_path / "map.yaml" if what else None
    if mapping:
        mapping.write_text(MAPS[what], encoding="utf-8")
    header = HEADER if what else BY_HEADER
    for _ in range(2):
        path.write_text(as_text([[*header], *rows(draw, wrong)]), encoding="utf-8")
        asked = keep(draw)
        python, engine = (read(path, mapping, asked, each) for each in ("python", "duckdb"))
        assert told(engine) == told(python)
        assert engine.timeline.codes >= python.timeline.codes


NORWAY_IN_THE_NINETIES = Matcher(
    Query(
        (frozenset({"NOR"}),),
        Window(date(1990, 1, 1).toordinal(), date(1993, 12, 31).toordinal()),
    )
)

TAKES_TWO_STATES = """\
only: {Country: [NOR, SWE]}
event: {date: "{Date}", countries: ["{Country}"], title: "{Title}"}
"""


@pytest.mark.parametrize(
    ("keeps", "mapping", "needed"),
    [
        (NORWAY_IN_THE_NINETIES, "", [93, 95, 102, 103, 104, 105]),  # some odd, or of one name
        (AnyOf(NORWAY_IN_THE_NINETIES, has_effects), "", [93, 95, 102, 103, 104, 105]),
        (AnyOf(NORWAY_IN_THE_NINETIES, lambda event: event.title == "T"), "", range(2, 107)),
        (
            NORWAY_IN_THE_NINETIES,
            TAKES_TWO_STATES,
            [93, 95, 103, 104, 105],
        ),
    ],
    ids=["asked for", "asked for, or of effect", "asked for, or by title", "taken by a map"],
)
def test_rows_that_nobody_asks_for_stay_where_they_are(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    keeps: Keep,
    mapping: str,
    needed: Sequence[int],
) -> None:
    seen: list[int] = []

    def rows_of(self: sieve.RowSieve, parts: RowParts | None, keeps: Keep) -> Rows:
        for number, cells in found(self, parts, keeps):
            seen.append(number)
            yield number, cells

    found = sieve.RowSieve.rows
    monkeypatch.setattr(sieve.RowSieve, "rows", rows_of)
    lines = [["Date", "Country", "Title"]]
    lines += [[f"{1900 + year}", "NOR" if year % 2 else "SWE", f"T{year}"] for year in range(100)]
    lines += [["1950", "Norwway", "A"], ["", "SWE", "B"], ["1901", "SWE", ""]]
    lines += [["1993", "SWE", "T93"], ["1902", "SWE", "T2"]]
    path = tmp_path / "in.csv"
    path.write_text(as_text(lines), encoding="utf-8")
    (tmp_path / "map.yaml").write_text(mapping, encoding="utf-8")
    reading = read(path, tmp_path / "map.yaml" if mapping else None, keeps, "duckdb")
    assert [event.title for event in reading.timeline.events] == ["T91", "T93"]
    assert seen == [*needed]
    assert {"NOR", "SWE"} <= reading.timeline.codes


@pytest.mark.parametrize("what", MAPS)
def test_events_are_counted_and_the_first_are_shown_as_by_python(
    call: Run, tmp_path: Path, what: str
) -> None:
    draw = chance(what)
    (tmp_path / "map.yaml").write_text(MAPS[what], encoding="utf-8")
    (tmp_path / "in.csv").write_text(
        as_text([[*(HEADER if what else BY_HEADER)], *rows(draw, 0)]), encoding="utf-8"
    )
    how = ("--map", "map.yaml") if what else ()
    kinds = draw.sample(("year", "type", "country", "actor"), 2)
    for command in (
        *(("stats", "--by", by, "-f", "table") for by in kinds),
        ("timeline", "-n", "3"),
    ):
        options = draw.choice(((), ("norway",), ("--since", "1950"), ("--type", "talks")))
        asked = (*command, *options, "--events", "in.csv", *how)
        python, engine = (call(*asked, "--engine", each) for each in ("python", "duckdb"))
        assert (engine.status, engine.out, engine.err) == (python.status, python.out, python.err)


@pytest.mark.parametrize(
    ("by", "first"), [("year", "1990\t1\t"), ("type", "\t2\t"), ("country", "NOR\t2\t")]
)
def test_plain_events_are_counted_where_they_are(
    call: Run, tmp_path: Path, by: str, first: str
) -> None:
    (tmp_path / "in.csv").write_bytes(PLAIN)
    asked = ("stats", "--by", by, "--events", "in.csv")
    python, engine = (call(*asked, "--engine", each) for each in ("python", "duckdb"))
    assert engine == python
    assert engine.out.startswith(first)


class Case(NamedTuple):
    """A file and a map, and what is told by Python and by DuckDB alike."""

    what: str
    content: bytes
    told: str = ""  # a date and a title, or how an error begins
    mapping: str = ""
    options: tuple[str, ...] = ()
    name: str = "in.csv"
    is_plain: bool = True  # so that DuckDB reads it


PLAIN = b"Date,Country,Title\n1990,NOR,A\n1991,NOR,B\n"
CASES = (
    Case("plain", PLAIN, "1991 B 3"),
    Case("a mark of its encoding", b"\xef\xbb\xbf" + PLAIN, "1991 B 3"),
    Case("lines of Windows", PLAIN.replace(b"\n", b"\r\n"), "1991 B 3"),
    Case("lines of an old Mac", PLAIN.replace(b"\n", b"\r"), "1991 B 3"),
    Case("semicolons, told", b"sep=;\n" + PLAIN.replace(b",", b";"), "1991 B 4"),
    Case("tabs", PLAIN.replace(b",", b"\t"), "1991 B 3", name="in.tsv"),
    Case("quotes", b'Date,Country,Title\n1991,"NOR","B, ""b""\nb"\n', '1991 B, "b" b 2'),
    Case("blank lines at its end", PLAIN + b"\n\n\n", "1991 B 3"),
    Case("a row of blank cells", PLAIN.replace(b"1991", b",,\n1991"), "1991 B 4"),
    Case("a column without a name", b"Date,Country,Title,\n1991,NOR,B,\n", "1991 B 2"),
    Case(
        "text beyond the header",
        PLAIN.replace(b"Title", b"Title,").replace(b"A", b"A,").replace(b"B", b"B,b"),
        "in.csv:3:4: there is text in 4 columns",
        options=("--until", "1990"),
    ),
    Case("a blank line above", b"\n" + PLAIN, "1991 B 4"),
    Case("two blank lines above", b"\n\n" + PLAIN, "1991 B 5", is_plain=False),
    Case(
        "a row of blank cells, some of which the map does not need",
        b"Date,Country,Title,Note\n1990,NOR,A,a\n,,,\n1991,NOR,B,b\n",
        "1991 B 4",
        'event: {date: "{Date}", countries: ["{Country}"], title: "{Title}"}',
        options=("--since", "1990"),
    ),
    Case(
        "a header that the map names",
        b"1990,NOR,A\n1991,NOR,B\n",
        "1991 B 2",
        'table: {header: [d, c, t]}\nevent: {date: "{d}", countries: ["{c}"], title: "{t}"}',
    ),
    Case(
        "no header, and a cell that the first row lacks",
        b"1990,NOR,A,\n1991,NOR,,B\n",
        "1991 B 2",
        'table: {header: false}\nevent: {date: "{1}", countries: ["{2}"], title: "{3?}{4?}"}',
    ),
    Case(
        "no header, and lines above",
        b"Visits\n\n1990,NOR,A\n1991,NOR,B\n",
        "1991 B 4",
        'table: {header: false, skip: 2}\nevent: {date: "{1}", countries: ["{2}"], title: "{3}"}',
        is_plain=False,
    ),
    Case("a blank line", PLAIN.replace(b"1991", b"\n1991"), "1991 B 4", is_plain=False),
    Case(
        "a blank in quotes", b'Date,Country,Title\n1991,NOR,"\n\nB"\n', "1991 B 2", is_plain=False
    ),
    Case(
        "a header on two lines", b'"Da\nte",Country,Title\n1991,NOR,B\n', "1991 B 2", is_plain=False
    ),
    Case(
        "a row that ends early",
        b"Date,Country,Title,Note\n1991,NOR,B\n",
        "1991 B 2",
        is_plain=False,
    ),
    Case("some rows that end early", PLAIN + b"1992,NOR\n", "in.csv:4:3: ", is_plain=False),
    Case("letters behind a quote", PLAIN + b'1992,NOR,"C"c\n', "1991 B 3", is_plain=False),
    Case("a row with more", PLAIN + b"1992,NOR,C,,D\n", "in.csv:4:", is_plain=False),
    Case(
        "an end before its start",
        PLAIN + b"ca. 2021-24 0001,NOR,C\n",
        "in.csv:4:1: ",
        options=("--until", "1990"),
    ),
    Case(
        "no row that the map takes",
        PLAIN,
        mapping='only: {Title: [C]}\nevent: {date: "{Date}", countries: [NOR], title: "{Title}"}',
        options=("--since", "1990"),
    ),
    Case(
        "events of one day and one state, as the map says",
        PLAIN,
        "2021 B 3",
        'event: {date: "2021", countries: [NOR], title: "{Title}"}',
        options=("--since", "2020"),
    ),
    Case(
        "a title that means nothing, of an event that is not asked for",
        PLAIN.replace(b"A", b"NA"),
        "in.csv:2:3: ",
        'blank: [NA]\nevent: {date: "{Date}", countries: ["{Country}"], title: "{Title}"}',
        options=("--since", "1991"),
    ),
    Case(
        "texts that make one id, of which one event is not asked for",
        PLAIN.replace(b"A", b"a a").replace(b"B", b"a-a"),
        "in.csv:3:3: ",
        'event: {id: "{Title}", date: "{Date}", countries: [NOR], title: "{Title}"}',
        options=("--since", "1991"),
    ),
    *(
        Case(
            f"a number of ISO that went to the next state, of {country}",
            b"Date,Country,Title\n1995,891,A\n2004,891,B\n",
            told,
            'codes: iso\nevent: {date: "{Date}", countries: ["{Country}"], title: "{Title}"}',
            options=(country,),
        )
        for country, told in (("SCG", "2004 B 3"), ("YUG", "1995 A 2"))
    ),
    Case("a NUL", PLAIN + b"1992,NOR,\0\n", "in.csv:4:3: ", is_plain=False),
    Case("Latin letters", PLAIN + b"1992,NOR,\xe5\n", "in.csv:4:3: ", is_plain=False),
    Case(
        "Latin letters, told",
        PLAIN + b"1992,NOR,\xe5\n",
        "1991 B 3",
        options=("--encoding", "windows-1252"),
        is_plain=False,
    ),
    Case("no rows", b"Date,Country,Title\n", is_plain=False),
    Case("no date", b"Country,Title\nNOR,A\n", "in.csv:1:1: no column ", is_plain=False),
    Case("no table", b"{}", "in.csv:1:1: this is JSON", is_plain=False),
    Case("blanks", b" \n", "in.csv:1:1: the ", is_plain=False),
    Case(
        "too long a text",
        PLAIN.replace(b"A", b"A" * 60_000),
        "in.csv:2:3: the map's",
        'event: {date: "{Date}", countries: [NOR], title: "{Title}{Title}"}',
        options=("--since", "1990"),
    ),
)


@pytest.mark.parametrize("case", [pytest.param(case, id=case.what) for case in CASES])
def test_a_text_is_read_alike(
    call: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: Case
) -> None:
    by_engine: list[bool] = []

    def noted(*given: Any) -> Table | None:  # noqa: ANN401
        table = read_text(*given)
        by_engine.append(table is not None)
        return table

    read_text = DuckDB.text
    monkeypatch.setattr(DuckDB, "text", noted)
    path = tmp_path / case.name
    path.write_bytes(case.content)
    (tmp_path / "map.yaml").write_text(case.mapping, encoding="utf-8")
    options = (*case.options, *(("--map", "map.yaml") if case.mapping else ()))
    asked = ("timeline", "--events", case.name, *options, "--json")
    python, engine = (call(*asked, "--engine", each) for each in ("python", "duckdb"))
    assert (engine.status, engine.out, engine.err) == (python.status, python.out, python.err)
    assert any(by_engine) is case.is_plain
    if python.status:
        assert python.err.startswith(f"diplo: {case.told}")
        return
    events = json.loads(python.out)
    last = [
        f"{event['date']} {event['title']} {event['sources'][0]['locator'].removeprefix('row ')}"
        for event in events
    ]
    assert case.told in last or not case.told


def test_what_is_large_goes_to_an_engine_and_is_small_enough_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "in.csv"
    monkeypatch.setattr(choice, "LARGE", len(PLAIN) - 1)
    monkeypatch.setattr(foreign, "LARGEST_DOCUMENT", len(PLAIN))

    def opened(content: bytes, engine: str | None = None) -> Document:
        path.write_bytes(content)
        return choice.opener(engine)(str(path), unwatched)

    assert isinstance(opened(PLAIN), TableDocument)
    assert getattr(opened(PLAIN), "row_filter", None)
    assert not getattr(opened(PLAIN, "python"), "row_filter", None)
    assert not getattr(opened(PLAIN, "spark://localhost:1"), "row_filter", None)
    assert not getattr(opened(PLAIN[:-2]), "row_filter", None)
    unplain = PLAIN.replace(b"A", b"\0")
    assert isinstance(opened(unplain), Document)
    (problem,) = opened(unplain + b"\n").problems
    assert "not plain enough for DuckDB" in problem.message
    assert opened(PLAIN[2:]).problems


def test_a_head_ends_with_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "_HEAD", len(PLAIN) - 3)
    path = tmp_path / "in.csv"
    for ends, is_head in ((b"\n", True), (b"\r", True), (b" ", False)):
        path.write_bytes(PLAIN.replace(b"\n", ends))
        head = delimited.head(str(path), TableOptions())
        assert isinstance(head, delimited.Head) is is_head
        if isinstance(head, delimited.Head):
            assert [number for number, _ in head.document.table.rows] == []
            assert head[1:] == (",", 1, 3)
