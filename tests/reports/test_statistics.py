"""Counts of events, and their picture over time."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from diplo import loading, selection
from diplo.dates import parse_window
from diplo.reports import Names, Report, statistics
from diplo.selection import Query
from tests.conftest import written
from tests.formats.test_table import styled

Write = Callable[..., Path]

FILE = """\
sources: {book: {title: The book}, film: {title: The film}}
types: {talks: {label: Talks}, war: {label: War}}
events:
  - {id: a, date: 2000, title: A, countries: [norway], type: talks, sources: [book, book]}
  - {id: b, date: 2000-05, title: B, countries: [norway, sweden], type: talks, place: Oslo}
  - {id: c, date: "[..2003]", title: C, countries: [sweden], type: war, actors: [X, Y]}
  - {id: d, date: 2004/.., title: D, countries: [norway], sources: [film, book]}
  - {id: e, date: /.., title: E, countries: [norway], type: talks}
"""


def stats(path: Path, by: str, **asked: Any) -> Report:  # noqa: ANN401
    loaded = loading.load([str(path)])
    query = Query()._replace(**asked)
    found = filter(None, map(selection.Matcher(query), loaded.events))
    return statistics.statistics(selection.arrange(found), query, by, Names(loaded.vocabulary))


def rows(report: Report) -> list[tuple[object, ...]]:
    return [tuple(column.value(row) for column in report.columns) for row in report.rows]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (
            "year",
            [
                (None, 1, None, None),
                ("2000", 2, "2000", "2000-05"),
                ("2003", 1, "[..2003]", "[..2003]"),
                ("2004", 1, "2004/..", "2004/.."),
            ],
        ),
        ("decade", [(None, 1, None, None), ("200X", 4, "2000", "2004/..")]),
        (
            "type",
            [
                ("talks", 3, "2000", "2000-05"),
                ("war", 1, "[..2003]", "[..2003]"),
                (None, 1, "2004/..", "2004/.."),
            ],
        ),
        ("country", [("NOR", 4, "2000", "2004/.."), ("SWE", 2, "2000-05", "[..2003]")]),
        (
            "actor",
            [
                ("X", 1, "[..2003]", "[..2003]"),
                ("Y", 1, "[..2003]", "[..2003]"),
                (None, 4, "2000", "2004/.."),
            ],
        ),
        ("place", [("Oslo", 1, "2000-05", "2000-05"), (None, 4, "2000", "2004/..")]),
        (
            "source",
            [
                ("book", 2, "2000", "2004/.."),
                ("film", 1, "2004/..", "2004/.."),
                (None, 3, "2000-05", "[..2003]"),
            ],
        ),
    ],
)
def test_the_counts(write: Write, by: str, expected: list[tuple[object, ...]]) -> None:
    assert rows(stats(write("e.yaml", FILE), by)) == expected


FOOT = """\

▁ few to █ many in one step of time, ┈ spread over several
steps or in doubt
"""
PICTURES = {
    "type": """\
All events · by type  5 events

Type     Events       First        Last  2000       2004
Talks         3        2000    May 2000  ▄▄▄
War           1     by 2003     by 2003  ┈┈┈┈┈┈┈┈┈┈┈┈
No type       1  since 2004  since 2004              ▂▂▂
""",
    "year": """\
All events · by year  5 events

Year     Events       First        Last  2000       2004
Undated       1
2000          2        2000    May 2000  ▄▄▄
2003          1     by 2003     by 2003  ┈┈┈┈┈┈┈┈┈┈┈┈
2004          1  since 2004  since 2004              ▂▂▂
""",
    "country": """\
All events · by country  5 events

Country  Events     First        Last  Jan 2000    Dec 2004
Norway        4      2000  since 2004  ┈▂┈┈            ┈┈┈┈
Sweden        2  May 2000     by 2003  ┈▂┈┈┈┈┈┈┈┈┈┈┈┈┈┈
""",
}


@pytest.mark.parametrize("by", PICTURES)
def test_a_table_has_names_and_a_picture_on_one_axis(write: Write, by: str) -> None:
    table = written("table", stats(write("e.yaml", FILE), by), width=60)
    assert table == PICTURES[by] + FOOT


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
def test_a_picture_in_ascii_where_it_is_asked_for_or_the_encoding_needs_it(
    write: Write, encoding: str
) -> None:
    report = stats(write("e.yaml", FILE), "type")._replace(ascii=encoding == "utf-8")
    assert written("table", report, width=60, encoding=encoding).splitlines()[3:8] == [
        "Talks         3        2000    May 2000  ===",
        "War           1     by 2003     by 2003  ~~~~~~~~~~~~",
        "No type       1  since 2004  since 2004              :::",
        "",
        ". few to @ many in one step of time, ~ spread over several",
    ]


LONG = """\
- {date: "[2001..2003]", title: A, countries: [norway],
   place: A very long name of a place between here and there}
- {date: 2002, title: B, countries: [norway], place: Oslo}
"""


def test_types_have_their_colours(write: Write) -> None:
    report = stats(write("e.yaml", FILE), "type")
    assert styled("table", report, 60).startswith(
        """\
bold[All events · by type]  dim[5 events]

dim[Type]     dim[Events]       dim[First]        dim[Last]  dim[2000       2004]
31[Talks]         3        2000    May 2000  ▄▄▄
133[War]           1     by 2003     by 2003  ┈┈┈┈┈┈┈┈┈┈┈┈
28[No type]       1  since 2004  since 2004              ▂▂▂
"""
    )


def test_the_years_of_a_picture_stand_back_where_rows_are_stacked(write: Write) -> None:
    lines = styled("table", stats(write("e.yaml", FILE), "type"), 30).splitlines()
    assert lines[2:4] == ["dim[2000                      2004]", "31[Talks]  3  2000  May 2000"]


def test_names_are_wrapped_at_any_space_and_times_before_their_ends(write: Write) -> None:
    path = write("e.yaml", LONG)
    places, years = (
        styled("table", stats(path, by), 72).split("\n\n")[1] for by in ("place", "year")
    )
    assert (
        f"{places}\n{years}\n"
        == """\
dim[Place]                   dim[Events]         dim[First]          dim[Last]  dim[2001    2003]
A very long name of a        1  between 2001  between 2001  ┈┈┈┈┈┈┈┈┈┈┈┈
place between here and              and 2003      and 2003
there
Oslo                         1          2002          2002      ▂▂▂▂
dim[Year]          dim[Events]         dim[First]          dim[Last]  dim[2001             2003]
between 2001       1  between 2001  between 2001  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈
and 2003                  and 2003      and 2003
2002               1          2002          2002         ▂▂▂▂▂▂▂
"""
    )


def test_a_picture_has_a_line_of_its_own_on_a_narrow_terminal(write: Write) -> None:
    lines = written("table", stats(write("e.yaml", FILE), "type"), width=30).splitlines()
    assert lines[2:8] == [
        "2000                      2004",
        "Talks  3  2000  May 2000",
        "▄▄▄▄▄▄",
        "War  1  by 2003  by 2003",
        "┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
        "No type  1  since 2004",
    ]
    assert max(map(len, lines)) <= 30


def test_the_axis_keeps_to_the_window(write: Write) -> None:
    window = parse_window("2001..2003", date(2025, 1, 1))
    report = stats(write("e.yaml", FILE), "year", window=window)
    assert [(row[0], row[1]) for row in rows(report)] == [("continuing", 1), ("2003", 1)]
    assert (
        written("table", report)
        .splitlines()[2]
        .endswith("Last  Jan 2001                    Dec 2003")
    )


def test_many_rows_take_no_long_time(write: Write) -> None:
    events = "".join(
        f"- {{date: {1000 + n % 999}, title: T, actors: [A{n}], countries: [norway]}}\n"
        for n in range(3000)
    )
    assert len(written("table", stats(write("e.yaml", events), "actor")).splitlines()) > 3000


def test_the_more_events_the_higher(write: Write) -> None:
    events = "".join(
        f"- {{date: {year}, title: {year} {number}, countries: [norway]}}\n"
        for year, count in ((2001, 1), (2002, 8), (2003, 16))
        for number in range(count)
    )
    report = stats(write("e.yaml", events), "country")
    assert (
        written("table", report, width=66)
        .splitlines()[3]
        .endswith("  " + "▁" * 12 + "▄" * 12 + "█" * 12)
    )


@pytest.mark.parametrize(
    ("first", "last", "width", "labels"),
    [
        ("2024-05-21", "2024-05-24", 60, ["21 May 2024"]),
        ("2024-05-21", "2024-05-24", 70, ["21 May 2024", "24 May 2024"]),
        ("2024-05-01", "2024-05-04", 62, ["1 May 2024"]),
        ("2024-05-01", "2024-05-04", 66, ["1 May 2024", "4 May 2024"]),
    ],
)
def test_the_last_label_of_a_picture_stands_where_there_is_room(
    write: Write, first: str, last: str, width: int, labels: list[str]
) -> None:
    file = "".join(
        f"- {{date: {day}, title: T {day}, countries: [norway]}}\n" for day in (first, last)
    )
    lines = written("table", stats(write("e.yaml", file), "country"), width).splitlines()
    assert re.split("  +", lines[2].partition("Last  ")[2]) == labels


def test_no_day_no_picture(write: Write) -> None:
    report = stats(write("e.yaml", "- {date: /.., title: T, countries: [norway]}\n"), "country")
    assert written("table", report).splitlines()[2:4] == [
        "Country  Events  First  Last",
        "Norway        1",
    ]


def test_nothing_is_the_title_alone(write: Write) -> None:
    report = stats(write("e.yaml", FILE), "year", countries=(frozenset({"ISL"}),))
    assert written("table", report) == "Iceland · by year  0 events\n"
    assert written("json", report) == "[]\n"


def test_sources_and_types_have_their_names_in_tables_alone(write: Write) -> None:
    path = write("e.yaml", FILE)
    assert "The book" in written("table", stats(path, "source"))
    assert written("plain", stats(path, "source")).splitlines()[0] == "book\t2\t2000\t2004/.."
    assert written("csv", stats(path, "source")).splitlines() == [
        "key,count,first,last",
        "book,2,2000,2004/..",
        "film,1,2004/..,2004/..",
        ",3,2000-05,[..2003]",
    ]


@pytest.mark.parametrize("by", ["year", "decade", "type", "place"])
def test_every_event_is_counted_once(by: str) -> None:
    counts = [row[1] for row in rows(stats(Path(loading.bundled()), by))]
    assert sum(int(str(count)) for count in counts) == len(loading.load([loading.bundled()]).events)
