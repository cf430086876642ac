"""What commands have to say, as plain data: columns, rows, headings and titles."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from diplo import loading, reports
from diplo.dates import Window
from diplo.errors import Problem, UsageError
from diplo.events import Citation, Country, EventType, Source, Timeline, Vocabulary
from diplo.reports import Column, Names, Report, Value, findings, flat, vocabulary
from diplo.reports.events import title_of
from diplo.selection import Query
from tests.conftest import EVERYTHING, ONE_EVENT, cards_of, report_of, timeline_of

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
        (["zzz"], "choose from title, date"),
        (["title", "date", "title"], "'title' is named twice"),
    ],
)
def test_columns_that_are_unknown_or_repeated_are_refused(keys: Sequence[str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        report_of([], "title", "date").only(keys)


# --- Names


def test_names_are_those_that_a_file_declares() -> None:
    names = Names(KNOWN)
    assert names.type("mission.closed") == "Mission closed"
    assert names.type("un.known") == "un.known"
    assert names.source(Citation("book", title="Other")) == "The book"
    assert names.source(Citation("other", title="Other")) == "Other"
    assert names.source(Citation("other")) is None
    assert names.countries.name("NOR") == "Norge"


def test_a_family_has_one_colour() -> None:
    names = Names(KNOWN)
    assert names.family("mission.closed") == names.family("mission") != names.family("treaty")
    others = [names.family(key) for key in ("x.y", "x", "z", None)]
    assert others[0] == others[1]
    assert len({*others, names.family("mission"), names.family("treaty")}) == 5


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


# --- Vocabularies


def test_countries_are_declared_or_occur(write: Write) -> None:
    report = vocabulary.countries(*load(write("e.yaml", EVERYTHING)))
    assert table(report) == [["NOR", "Norway", [], 2], ["SWE", "Sweden", ["Sverige"], 1]]
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


def test_sources_are_declared_or_cited_and_count_each_event_once(write: Write) -> None:
    report = vocabulary.sources(load(write("e.yaml", EVERYTHING))[0])
    assert table(report) == [["book", "The book", None, 1], ["film", "The film", "film", 1]]
    free = vocabulary.sources(load(write("free.yaml", FREE))[0])
    assert [(row[0], row[3]) for row in table(free)] == [("where", 1), ("who", 1)]
    assert [row[1] for row in table(free)] == [None, "Who"]
    assert [column.key for column in free.columns] == ["source", "title", "kind", "count"]


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
    assert table(report)[0][1:] == [3, 10, "warning", "it is wrong"]
    assert report.summary == ""


@pytest.mark.parametrize(
    ("events", "summary"), [(0, "0 events, nothing wrong"), (1, "1 event, nothing wrong")]
)
def test_no_problem_is_said_to_people(events: int, summary: str) -> None:
    assert findings.problems([], events).summary == summary


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
