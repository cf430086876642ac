"""What commands have to say, as plain data: columns, rows, headings and titles."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from diplo import loading, reports
from diplo.dates import CERTAIN, POSSIBLE, Window, parse
from diplo.errors import Problem, UsageError
from diplo.events import Citation, Country, Event, EventType, Source, Timeline, Vocabulary
from diplo.reports import Column, Names, Report, Value, events, findings, flat, vocabulary
from diplo.reports.events import title_of
from diplo.reports.report import broken
from diplo.selection import Match, Query
from tests.conftest import EVERYTHING, ONE_EVENT, cards_of, report_of, timeline_of, written
from tests.formats.test_table import styled

Write = Callable[..., Path]

KNOWN = Vocabulary(
    sources={"book": Source("book", "The book")},
    countries={"NOR": Country("NOR", "Norge"), "XAA": Country("XAA", "Aland")},
    types={
        "mission": EventType("mission", "Mission"),
        "mission.closed": EventType("mission.closed", "Mission closed"),
        "treaty": EventType("treaty", "Treaty"),
    },
)
FREE = """\
- {date: 2001, title: A, type: b.c, countries: [XKX, norway],
   sources: [{source: who, title: Who}, who]}
- {date: 2002, title: B, type: a, countries: [norway], sources: [{source: where, locator: p. 1}]}
"""


def load(path: Path) -> tuple[Timeline, Names]:
    timeline = loading.load([str(path)], lambda _: lambda _: True)
    return timeline, Names(timeline.vocabulary)


def table(report: Report) -> list[list[Value]]:
    return [[column.value(row) for column in report.columns] for row in report.rows]


# --- Cells


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        ("a", "a"),
        (0, "0"),
        ([], ""),
        (["a", "b"], "a; b"),
        ({}, ""),
        ({"a": "b", "c": "d"}, "a: b; c: d"),
        ([{"source": "a", "title": "A", "locator": "page 1"}], "a (page 1)"),
        (
            [{"source": "a", "title": "A", "locator": None}, {"source": "b", "locator": "2"}],
            "a; b (2)",
        ),
    ],
)
def test_a_value_is_the_text_of_one_cell(value: Value, text: str) -> None:
    assert flat(value) == text


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("28 May 2024", ["28 May 2024"]),
        ("Aug 2021 – 2022", ["Aug 2021", "– 2022"]),
        ("between Aug 2021 and Jan 2022", ["between Aug 2021", "and Jan 2022"]),
        ("1960–1969", ["1960–1969"]),
    ],
)
def test_a_long_date_is_broken_before_its_end(words: str, lines: list[str]) -> None:
    assert broken(words).split("\n") == lines


def test_a_column_says_how_it_is_shown() -> None:
    assert Column("a", str).heading == "A"
    assert Column("a", str, header="").heading == ""
    assert Column("a", lambda _: None).text(1) == ""
    assert Column("a", lambda _: None, lambda row: f"<{row}>").text(1) == "<1>"
    assert Column("a", str, style="dim").style_of(1) == "dim"
    assert Column("a", str, style=lambda row: f"color({row})").style_of(1) == "color(1)"


def test_columns_are_chosen_in_any_order() -> None:
    report = report_of([{"a": "1", "b": "2", "c": "3"}], "a", "b", "c").only(["c", "a"])
    assert table(report) == [["3", "1"]]
    assert report.columns == report.plain == report.table


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        (["titel"], "did you mean 'title'"),
        (["zzz"], "'zzz' is not a column; choose from title, date"),
        (["title", "date", "title"], "'title' is named twice"),
    ],
)
def test_columns_that_are_unknown_or_repeated_are_refused(keys: Sequence[str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        report_of([], "title", "date").only(keys)


def test_a_footnote_about_dates_stays_where_dates_are_chosen() -> None:
    report = report_of([], "title", "date")._replace(footnote="? possibly")
    assert report.only(["date", "title"]).footnote == "? possibly"
    assert report.only(["title"]).footnote == ""


# --- Names


def test_names_are_those_that_a_file_declares() -> None:
    names = Names(KNOWN)
    assert names.type("mission.closed") == "Mission closed"
    assert names.type("un.known") == "un.known"
    assert names.source(Citation("book", title="Other")) == "The book"
    assert names.source(Citation("other", title="Other")) == "Other"
    assert names.source(Citation("other")) is None
    assert names.countries.name("NOR") == "Norge"
    assert [names.source_title(key) for key in ("book", "other")] == ["The book", "other"]


def test_a_family_has_one_colour() -> None:
    names = Names(KNOWN)
    assert names.family("mission.closed") == names.family("mission") != names.family("treaty")
    others = [names.family(key) for key in ("x.y", "x", "z", None)]
    assert others[0] == others[1]
    assert len({*others, names.family("mission"), names.family("treaty")}) == 5
    assert Names(KNOWN).family("treaty") == 1  # as the file declares them


# --- Titles


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        (Query(), ["All events"]),
        (Query((frozenset({"NOR"}),)), ["Norge"]),
        (Query((frozenset({"NOR", "XAA"}),)), ["Norge or Aland"]),
        (Query((frozenset({"NOR"}), frozenset({"SWE"}))), ["Norge and Sweden"]),
        (Query((frozenset({"SWE"}), frozenset({"NOR", "XAA"}))), ["Sweden and (Norge or Aland)"]),
        (Query(types=("mission", "un.known")), ["All events", "Mission or un.known"]),
        (Query(actors=("a", "b")), ["All events", "a or b"]),
        (Query(places=("c",)), ["All events", "c"]),
        (Query(sources=("book",)), ["All events", "book"]),
        (Query(search=("x y",)), ["All events", '"x y"']),
        (Query(window=Window(1, 2, "since 2021")), ["All events", "since 2021"]),
        (Query(certain=True), ["All events", "certain only"]),
        (Query(search=("a\x1b[31m",)), ["All events", '"a\\x1b[31m"']),
    ],
)
def test_a_title_says_what_was_asked(query: Query, parts: list[str]) -> None:
    assert title_of(query, Names(KNOWN)) == " · ".join(parts)


# --- Events


def test_a_timeline_counts_what_is_possible(write: Write) -> None:
    path = write("e.yaml", EVERYTHING)
    certain = timeline_of(path)
    assert (certain.summary, certain.footnote) == ("2 events", "")
    report = timeline_of(path, Query(window=Window(732_000, 738_500, "w")))
    assert report.summary == "2 events, 1 of them possibly"
    assert report.footnote == reports.FOOTNOTE
    assert timeline_of(write("one.yaml", ONE_EVENT)).summary == "1 event"


def test_a_timeline_has_the_same_columns_for_scripts_whatever_is_possible(write: Write) -> None:
    path = write("e.yaml", EVERYTHING)
    report = timeline_of(path, Query(window=Window(732_000, 738_500, "w")))
    keys = [column.key for column in report.columns]
    assert keys == [column.key for column in timeline_of(path).columns]
    assert keys[:2] == ["id", "date"]
    assert [column.key for column in report.plain] == [
        *("date", "match", "countries", "type", "title", "id")
    ]


def test_a_timeline_has_all_data_of_its_events(write: Write) -> None:
    query = Query(window=Window(732_000, 738_500, "w"))
    path = write("e.yaml", EVERYTHING)
    report = timeline_of(path, query)
    least, everything = ({c.key: c.value(row) for c in report.columns} for row in report.rows)
    assert {key: value for key, value in least.items() if value} == {
        "id": "least",
        "date": "[..2006]",
        "latest": "2006-12-31",
        "precision": "range",
        "match": "possible",
        "title": "Least",
        "countries": ["NOR"],
    }
    assert everything == {
        "id": "everything",
        "date": "2021-08/..",
        "earliest": "2021-08-01",
        "latest": None,
        "precision": "span",
        "match": "certain",
        "title": 'The "office", as it was called',
        "summary": "One. Two.",
        "type": "mission.closed",
        "countries": ["SWE", "NOR"],
        "actors": ["Jonas Gahr Støre", "=1+1"],
        "place": "Łódź",
        "sources": [
            {"source": "book", "title": "The book", "locator": "page 1"},
            {"source": "film", "title": "The film", "locator": None},
        ],
        "note": "=1+1",
        "status": {"Office in Łódź": "closed", "Envoy": "gone"},
    }
    assert report.title == "All events · w"
    assert timeline_of(path, Query(types=("mission",))).title == "All events · Mission"
    assert report.window == query.window
    assert report.vocabulary.types["mission"].label == "Mission"


def test_what_a_timeline_shows_in_words(write: Write) -> None:
    path = write("e.yaml", EVERYTHING)
    report = timeline_of(path)
    (countries,) = (column for column in report.table if column.key == "countries")
    assert [countries.text(row) for row in report.rows] == ["NOR", "SWE NOR"]
    assert [column.key for column in report.columns if column.is_long] == [
        *("title", "summary", "actors", "sources", "note", "status")
    ]


def test_types_are_told_apart_by_their_styles() -> None:
    names = Names(KNOWN)
    kinds = ("mission", "treaty", "mission.closed")
    matches = [
        Match(Event("a", parse("2021"), "T", ("NOR",), type=kind), CERTAIN) for kind in kinds
    ]
    for report in (
        events.timeline(matches, Query(), None, names),
        events.show(matches, names),
    ):
        (column,) = (column for column in report.table if column.key == "type")
        styles = [column.style_of(row) for row in report.rows]
        assert styles == [names.family(kind) for kind in kinds]


def test_a_timeline_says_of_how_many_events_it_is_a_part() -> None:
    found = events.timeline([], Query(), "year", Names(KNOWN), 7)
    assert found.summary == "0 of 7 events"


@pytest.mark.parametrize(
    ("when", "match", "said"),
    [
        ("2021-08~", CERTAIN, ["c. Aug 2021  "]),
        ("2021-08", POSSIBLE, ["Aug 2021 ?"]),
        ("2021-08?", POSSIBLE, ["Aug 2021?  "]),
        ("2021-08/2022", POSSIBLE, ["Aug 2021  ", "– 2022 ?"]),
        ("2021-08/2022", CERTAIN, ["Aug 2021  ", "– 2022  "]),
    ],
)
def test_dates_are_aligned_whether_they_are_marked_or_not(
    when: str, match: str, said: list[str]
) -> None:
    found = Match(Event("a", parse(when), "T", ("NOR",)), match)
    marked, plain = (
        next(c for c in events.event_columns(Names(KNOWN), marked=marked) if c.key == "date")
        for marked in (True, False)
    )
    assert marked.text(found).split("\n") == said
    assert plain.text(found).split("\n") == [line[:-2] for line in said]


def test_sections_hold_each_event_under_its_heading(write: Write) -> None:
    path = write("e.yaml", EVERYTHING)

    def sections(by: str | None) -> list[tuple[str, list[str]]]:
        found = timeline_of(path, by=by).sections
        return [(s.heading, [match.event.id for match in s.rows]) for s in found]

    assert sections("year") == [("2006", ["least"]), ("2021", ["everything"])]
    assert sections("country") == [("Norway", ["least", "everything"]), ("Sweden", ["everything"])]
    assert sections(None) == [("", ["least", "everything"])]
    assert sections("type")[1] == ("Mission closed", ["everything"])


def test_a_card_has_the_same_data_as_a_timeline(write: Write) -> None:
    path = write("e.yaml", EVERYTHING)
    assert sorted(map(str, table(cards_of(path)))) == sorted(map(str, table(timeline_of(path))))
    assert cards_of(path).cards
    assert written("plain", cards_of(path)).splitlines()[1].startswith("least\t[..2006]\t\t")


# --- Vocabularies


def test_countries_are_declared_or_occur(write: Write) -> None:
    report = vocabulary.countries(*load(write("e.yaml", EVERYTHING)))
    assert table(report) == [["NOR", "Norway", [], 2], ["SWE", "Sweden", ["Sverige"], 1]]
    assert report.summary == "2 countries"
    assert written("plain", report) == "NOR\tNorway\t\t2\nSWE\tSweden\tSverige\t1\n"
    free = vocabulary.countries(*load(write("free.yaml", FREE)))
    assert table(free) == [["NOR", "Norway", [], 2], ["XKX", "XKX", [], 1]]
    assert [column.key for column in free.columns] == ["code", "name", "aliases", "count"]


def test_types_are_declared_or_occur_and_count_their_families(write: Write) -> None:
    report = vocabulary.types(*load(write("e.yaml", EVERYTHING)))
    assert table(report) == [
        ["mission", "Mission", None, None, None, 1],
        ["mission.closed", "Mission closed", None, None, None, 1],
    ]
    free = vocabulary.types(*load(write("free.yaml", FREE)))
    assert [(row[0], row[5]) for row in table(free)] == [("a", 1), ("b.c", 1)]
    assert [column.key for column in free.columns] == [
        *("type", "label", "description", "plover", "cameo", "count")
    ]
    assert all(column.style_of(row) is not None for row in free.rows for column in free.columns)
    assert len({free.columns[0].style_of(row) for row in free.rows}) == 2


def test_a_type_counts_its_members_whatever_comes_first(write: Write) -> None:
    event = '{{"date": "2021", "title": "{0}", "countries": ["NOR"], "type": "{0}"}}\n'
    report = vocabulary.types(*load(write("e.jsonl", event.format("a.b") + event.format("a"))))
    assert [(row[0], row[5]) for row in table(report)] == [("a", 2), ("a.b", 1)]


def test_sources_are_declared_or_cited_and_count_each_event_once(write: Write) -> None:
    report = vocabulary.sources(load(write("e.yaml", EVERYTHING))[0])
    assert table(report) == [["book", "The book", None, 1], ["film", "The film", "film", 1]]
    free = vocabulary.sources(load(write("free.yaml", FREE))[0])
    assert [(row[0], row[3]) for row in table(free)] == [("where", 1), ("who", 1)]
    assert [row[1] for row in table(free)] == [None, "Who"]
    assert [column.key for column in free.columns] == ["source", "title", "kind", "count"]


DECLARED = """\
sources: {book: {title: A long title of a book that nobody has, kind: book}}
countries: {NOR: {name: Norway in the north of Europe, aliases: [Norge, Kingdom of Norway]}}
types:
  mission: {label: Mission abroad, description: An office of a state in another one,
    plover: CONSULT, cameo: "05"}
events:
  - {date: 2001, title: A, type: mission, countries: [NOR], sources: [book]}
  - {date: 2002, title: B, type: mission, countries: [NOR], sources: [book]}
"""


def test_vocabularies_are_tables(write: Write) -> None:
    timeline, names = load(write("e.yaml", DECLARED))
    countries = styled("table", vocabulary.countries(timeline, names), 66)
    types = styled("table", vocabulary.types(timeline, names), 69)
    sources = styled("table", vocabulary.sources(timeline), 50)
    assert (
        countries + types + sources
        == """\
dim[Code]  dim[Name]                        dim[Aliases]                   dim[Events]
NOR   Norway in the north of      Norge; Kingdom of Norway       2
      Europe

dim[1 country]
dim[Type]     dim[Label]         dim[Description]             dim[PLOVER]   dim[CAMEO]  dim[Events]
31[mission]  Mission       An office of a state    CONSULT  05          2
         abroad        in another one

dim[1 type]
dim[Source]  dim[Title]                         dim[Kind]  dim[Events]
book    A long title of a book that   book       2
        nobody has

dim[1 source]
"""
    )


def test_a_type_that_no_file_declares_counts_the_events_of_its_members(write: Write) -> None:
    line = "- {date: 2001, title: %s, type: %s, countries: [norway]}\n"
    file = "".join(line % pair for pair in (("A", "a"), ("B", "a.b"), ("C", "a.b"), ("D", "a.c")))
    free = vocabulary.types(*load(write("free.yaml", file)))
    assert [(row[0], row[1], row[5]) for row in table(free)] == [
        *(("a", "a", 4), ("a.b", "a.b", 2), ("a.c", "a.c", 1))
    ]


# --- Problems


def test_problems_are_lines_for_people_and_fields_for_scripts() -> None:
    problem = Problem("a\x1b.yaml", 3, 10, "it is wrong", "warning")
    report = findings.problems([problem], 5)
    assert [column.text(problem) for column in report.plain] == [
        "a\\x1b.yaml:3:10: warning: it is wrong"
    ]
    assert [column.key for column in report.columns] == [
        *("file", "line", "column", "severity", "message")
    ]
    assert table(report) == [["a\\x1b.yaml", 3, 10, "warning", "it is wrong"]]
    assert report.summary == ""


@pytest.mark.parametrize(
    ("events", "summary"), [(0, "0 events, nothing wrong"), (1, "1 event, nothing wrong")]
)
def test_no_problem_is_said_to_people(events: int, summary: str) -> None:
    assert findings.problems([], events).summary == summary


def test_problems_are_wrapped_under_no_heading() -> None:
    problem = Problem("a.yaml", 3, 10, "it is wrong and should be another", "error")
    assert written("table", findings.problems([problem], 5), width=40) == (
        "a.yaml:3:10: error: it is wrong and\nshould be another\n"
    )


@pytest.mark.parametrize(
    ("types", "said"),
    [
        ("types: {treaty: {label: A treaty}}\n", "A treaty (treaty)"),
        ("types: {treaty: {label: treaty}}\n", "treaty"),
        ("", "treaty"),
    ],
)
def test_a_card_names_a_type_by_its_label_and_its_id(write: Write, types: str, said: str) -> None:
    event = "events: [{date: 2021, title: T, type: treaty, countries: [NOR]}]\n"
    report = cards_of(write("e.yaml", types + event))
    (column,) = (column for column in report.table if column.key == "type")
    assert column.text(report.rows[0]) == said
