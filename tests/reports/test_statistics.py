"""Counts of events, in rows and as pictures over time."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from diplo import reading
from diplo.history.arrangement import arrange
from diplo.history.groups import group
from diplo.history.parts import MAY_BELONG, STORY, UNDER_WAY, Match
from diplo.history.selection import Matcher, Query
from diplo.history.tallies import tallies
from diplo.model import dates
from diplo.model.dates import parse, parse_window
from diplo.model.events import Event, Vocabulary
from diplo.reports import Names, Report
from diplo.reports.bars import Bar, Bars, Piece
from diplo.reports.statistics import statistics
from diplo.reports.strips import Strips
from tests.conftest import written

Write = Callable[..., Path]
Row = tuple[object, ...]

FILE = """\
sources: {book: {title: The book}, film: {title: The film}}
types:
  talks: {label: Talks}
  talks.held: {label: Talks held}
  talks.planned: {label: Talks planned}
  war: {label: War}
events:
  - {id: a, date: 2000, title: A, countries: [norway, sweden], type: talks, sources: [book, book]}
  - {id: b, date: 2000-05, title: Bees swarm, countries: [norway, sweden], type: talks.held,
     place: Oslo, status: {Bees: many}}
  - {id: c, date: "[..2003]", title: C, countries: [sweden], type: war, actors: [X, Y]}
  - {id: d, date: 2007-02/.., title: D, countries: [norway, denmark], sources: [film, book],
     status: {D: begun}}
  - {id: e, date: 2007-03?, title: E, countries: [norway, iceland], type: talks.held}
  - {id: f, date: 2007-04?, title: F, countries: [norway, sweden], type: talks,
     status: {F: some}}
  - {id: g, date: /.., title: G, countries: [norway], type: talks.planned}
  - {id: h, date: 199X, title: H, countries: [norway, sweden], type: war}
  - {id: i, date: 1994~, title: I, countries: [norway], type: war}
"""


def stats(path: Path, by: str, since: str = "", **asked: Any) -> Report:  # noqa: ANN401
    loaded = reading.load([str(path)])
    window = parse_window(since, date(2025, 1, 1)) if since else None
    query = Query(window=window)._replace(**asked)
    found = filter(None, map(Matcher(query), loaded.events))
    return statistics(arrange(found), query, by, Names(loaded.vocabulary))


def rows(report: Report) -> list[Row]:
    return [tuple(column.value(row) for column in report.columns) for row in report.rows]


# Rows.

YEARS = [
    ("1994", 1, 2, "1994~", "1994~"),
    *((str(year), 0, 3 if year == 1995 else 2, None, None) for year in range(1995, 2000)),
    ("2000", 2, 1, "2000", "2000-05"),
    ("2001", 0, 1, None, None),
    ("2002", 0, 1, None, None),
    ("2003", 1, 0, "[..2003]", "[..2003]"),
    ("2004", 0, 0, None, None),
    ("2005", 0, 0, None, None),
    ("2006", 0, 0, None, None),
    ("2007", 3, 0, "2007-02/..", "2007-04?"),
    ("ongoing", 1, 0, None, None),
    (None, 1, 0, "199X", "199X"),
]


@pytest.mark.parametrize(
    ("by", "since", "expected"),
    [
        ("year", "", YEARS),
        (
            "decade",
            "",
            [
                ("199X", 2, 1, "199X", "1994~"),
                ("200X", 6, 0, "2000", "2007-04?"),
                ("ongoing", 1, 0, None, None),
            ],
        ),
        (
            "year",
            "2000-02..2007-03",
            [
                ("2000", 1, 2, "2000-05", "2000-05"),
                *((str(year), 0, 1, None, None) for year in (2001, 2002, 2003)),
                *((str(year), 0, 0, None, None) for year in (2004, 2005, 2006)),
                ("2007", 2, 0, "2007-02/..", "2007-03?"),
                (None, 3, 0, "2000", "[..2003]"),
            ],
        ),
        (
            "decade",
            "2010..",
            [("ongoing", 2, 0, "2007-02/..", "2007-02/..")],
        ),
        (
            "type",
            "",
            [
                ("war", 3, 0, "199X", "[..2003]"),
                ("talks", 2, 0, "2000", "2007-04?"),
                ("talks.held", 2, 0, "2000-05", "2007-03?"),
                ("talks.planned", 1, 0, None, None),
                (None, 1, 0, "2007-02/..", "2007-02/.."),
            ],
        ),
        (
            "type",
            "2000-02..",
            [
                ("talks.held", 2, 0, "2000-05", "2007-03?"),
                ("talks", 1, 1, "2007-04?", "2007-04?"),
                ("war", 0, 1, None, None),
                (None, 1, 0, "2007-02/..", "2007-02/.."),
                ("ongoing", 1, 0, None, None),
            ],
        ),
        (
            "country",
            "",
            [
                ("NOR", 8, 0, "199X", "2007-04?"),
                ("SWE", 5, 0, "199X", "2007-04?"),
                ("DNK", 1, 0, "2007-02/..", "2007-02/.."),
                ("ISL", 1, 0, "2007-03?", "2007-03?"),
            ],
        ),
        (
            "actor",
            "",
            [
                ("X", 1, 0, "[..2003]", "[..2003]"),
                ("Y", 1, 0, "[..2003]", "[..2003]"),
                (None, 8, 0, "199X", "2007-04?"),
            ],
        ),
        (
            "place",
            "..2003",
            [("Oslo", 1, 0, "2000-05", "2000-05"), (None, 4, 1, "199X", "[..2003]")],
        ),
        (
            "source",
            "",
            [
                ("book", 2, 0, "2000", "2007-02/.."),
                ("film", 1, 0, "2007-02/..", "2007-02/.."),
                (None, 7, 0, "199X", "2007-04?"),
            ],
        ),
    ],
)
def test_the_counts(write: Write, by: str, since: str, expected: list[Row]) -> None:
    assert rows(stats(write("e.yaml", FILE), by, since)) == expected


@pytest.mark.parametrize(("date", "window"), [("1994~", "1995.."), ("2001~", "..2000")])
def test_what_may_lie_beside_all_years_that_are_told_is_possible_in_none(
    date: str, window: str
) -> None:
    matches, query = found_in([date, "1998"], window)
    assert rows(statistics(matches, query, "year", Names(Vocabulary()))) == [
        ("1998", 1, 0, "1998", "1998"),
        (None, 1, 0, date, date),
    ]


def test_what_scripts_read(write: Write) -> None:
    report = stats(write("e.yaml", FILE), "source")
    assert written("json", report).splitlines()[1] == (
        '{"key": "book", "count": 2, "possible": 0, "first": "2000", "last": "2007-02/.."},'
    )
    assert written("plain", report).splitlines()[0] == "book\t2\t0\t2000\t2007-02/.."
    assert written("csv", report).splitlines() == [
        "key,count,possible,first,last",
        "book,2,0,2000,2007-02/..",
        "film,1,0,2007-02/..,2007-02/..",
        ",7,0,199X,2007-04?",
    ]


def test_counts_have_columns_and_say_where_they_come_from(write: Write) -> None:
    report = stats(write("e.yaml", FILE), "year")
    assert report.columns == report.plain == report.table
    assert [column.key for column in report.columns if column.right] == ["count", "possible"]
    assert report.credits() == "Sources: The book; The film."


@pytest.mark.parametrize(("by", "key"), [("type", "war"), ("year", "2001")])
def test_what_is_counted_already_is_counted_with_the_rest(by: str, key: str) -> None:
    matches, query = found_in(["2001"], None)
    event = matches[0].event._replace(type="war")
    parts = dict.fromkeys(("2001-02", "2001-03"), STORY)
    counts = tallies(list(map(parse, parts)), ["war", "war"], parts, by, ())
    names = Names(Vocabulary())
    report = statistics([Match(event)], query, by, names, counts)
    assert rows(report) == [(key, 3, 0, "2001", "2001-03")]


def test_nothing_is_the_title_alone(write: Write) -> None:
    for by in ("year", "type"):
        report = stats(write("e.yaml", FILE), by, countries=(frozenset({"FIN"}),))
        (line,) = written("table", report).splitlines()
        assert line.startswith(f"Finland by {by}  ")
        assert written("json", report) == "[]\n"


WHEN = [
    *("1989", "199X", "19XX", "20XX", "1994~", "199X~", "1996%", "1997?", "1999-24", "2000-01"),
    *("2001-05-03", "2001-05-03~", "2001-01-01~", "2003-21", "2004/2006", "1960/..", "/2001"),
    *("../2002", "/..", "[..1995]", "[1993..]", "[1995..2002]", "[2003-07-01..2003-08]", "199X/"),
    *("2002?/..", "1998/2000~", "2007-XX", "1985~/2003?", "2024-12-31%"),
]
WINDOWS = [None, "1995..", "..1999", "1990s", "2001-05..2003", "2000-06-01.."]


def found_in(texts: Sequence[str], window: str | None) -> tuple[list[Match], Query]:
    events = [
        Event(f"e{n}", parse(text), "T", ("NOR",), ("a", "a.b", "c", None)[n % 4])
        for n, text in enumerate(texts)
    ]
    query = Query(window=parse_window(window, date(2025, 1, 1)) if window else None)
    return arrange(filter(None, map(Matcher(query), events))), query


@given(
    st.lists(st.sampled_from(WHEN), max_size=12),
    st.sampled_from(WINDOWS),
    st.sampled_from(["year", "decade"]),
)
def test_counts_over_time_add_up_and_what_may_be_of_a_unit_is_counted(
    texts: list[str], window: str | None, by: str
) -> None:
    matches, query = found_in(texts, window)
    found = rows(statistics(matches, query, by, Names(Vocabulary())))
    units = [row for row in found if row[0] not in ("ongoing", None)]
    story = {g.key: g for g in group((m for m in matches if m.part == STORY), by)}
    assert sum(int(str(row[1])) for row in found) == len(matches)
    for key, count, possible, *_ in units:
        unit = parse(str(key)).start
        own = story[str(key)].matches if count else ()
        starts = [
            dates.beginning(m.event.date)
            for m in matches
            if m.part != UNDER_WAY
            and m not in own
            and m.event.date.start.precision not in dates.NO_DAY
        ]
        assert len(own) == count
        assert sum(s.first <= unit.last and s.last >= unit.first for s in starts) == possible
    numbers = [int(str(row[0]).rstrip("X")) for row in units]
    assert numbers == list(range(min(numbers, default=0), max(numbers, default=-1) + 1))
    assert all(row[1] for row in (*units[:1], *units[-1:], *found[len(units) :]))
    periods = [g.period for g in story.values() if g.period]
    assert {p.text for p in periods if p.precision == by} == {row[0] for row in units if row[1]}


@given(st.lists(st.sampled_from(WHEN), max_size=12), st.sampled_from(WINDOWS))
def test_counts_by_kind_add_up(texts: list[str], window: str | None) -> None:
    matches, query = found_in(texts, window)
    found = {row[0]: row for row in rows(statistics(matches, query, "type", Names(Vocabulary())))}
    assert sum(int(str(n)) for row in found.values() for n in row[1:3]) == len(matches)
    beside = [m for m in matches if m.part == UNDER_WAY] if query.window else []
    assert found.pop("ongoing", (None, 0))[1] == len(beside)
    for key, row in found.items():
        own = [m for m in matches if m.event.type == key and m not in beside]
        doubtful = [m for m in own if m.part == MAY_BELONG]
        assert row[1:3] == (len(own) - len(doubtful), len(doubtful))


def test_the_years_run_from_1_to_9998() -> None:
    matches, query = found_in(["0001", "9998-12-31~", "[0001..]", "00XX"], None)
    found = rows(statistics(matches, query, "year", Names(Vocabulary())))
    assert len(found) == 9_999
    assert (found[0], found[-1]) == (
        ("0001", 2, 1, "[0001..]", "0001"),
        (None, 1, 0, "00XX", "00XX"),
    )
    assert [row[:3] for row in found[9996:9998]] == [("9997", 0, 1), ("9998", 1, 1)]
    shown = written("table", statistics(matches, query, "country", Names(Vocabulary())), 20)
    assert "one cell is 500" in shown


# What people read over time.

NORWAY = (frozenset({"NOR"}),)
BY_YEAR = {
    80: """\
Norway by year                                       7 events · 1 start not told
SWE Sweden 4   DNK Denmark 1   ISL Iceland 1

1994  1 │ ▇▇▇▇▇
        ┊ 1995–1999
2000  2 │ ▇▇▇▇▇▇▇▇▇▇       ◆ Bees swarm
        ┊ 2001–2006
2007  3 │ ▇▇▇▇▇░░░░░░░░░░  ◆ D +1
Start not told: 1
Not tied to one year: 1

◆ changes a state   ░░ date in doubt
""",
    24: """\
Norway by year
7 events · 1 start not
told
SWE Sweden 4
DNK Denmark 1   +1 more

1994  1 │ ▇▇
        ┊ 1995–1999
2000  2 │ ▇▇▇▇
        │ ◆ Bees swarm
        ┊ 2001–2006
2007  3 │ ▇▇░░░░
        │ ◆ D +1
Start not told: 1
Not tied to one year: 1

◆ changes a state
░░ date in doubt
""",
}


@pytest.mark.parametrize("width", BY_YEAR)
def test_years_have_bars_and_what_changed(write: Write, width: int) -> None:
    report = stats(write("e.yaml", FILE), "year", countries=NORWAY)
    assert written("table", report, width) == BY_YEAR[width]


def test_marks_in_ascii(write: Write) -> None:
    report = stats(write("e.yaml", FILE), "year", countries=NORWAY)
    plain = written("table", report, plain=True)
    assert plain.splitlines()[3:8] == [
        "1994  1 | #####",
        "        : 1995-1999",
        "2000  2 | ##########       * Bees swarm",
        "        : 2001-2006",
        "2007  3 | #####??????????  * D +1",
    ]
    assert plain.splitlines()[-1] == "* changes a state   ?? date in doubt"
    assert written("table", report, encoding="ascii") == plain


def test_bars_have_the_hues_of_the_parties_and_those_in_doubt_come_last(write: Write) -> None:
    report = stats(write("e.yaml", FILE), "year", countries=NORWAY)
    bar = next(line for line in written("table", report, colours=256).splitlines() if "◆ D" in line)
    assert bar == (
        "\x1b[1m2007\x1b[0m  3 \x1b[2m│ \x1b[0m\x1b[38;5;166m▇▇▇▇▇\x1b[0m"
        "\x1b[38;5;32m░░░░░\x1b[0m░░░░░  ◆ D +1"
    )


def test_a_range_has_what_was_under_way_before_it(write: Write) -> None:
    path = write("e.yaml", FILE)
    shown = written("table", stats(path, "decade", "2010..", countries=NORWAY)).splitlines()
    assert shown[1:] == ["", "Under way before 2010: 2"]
    shown = written("table", stats(path, "decade", "2000-02..", countries=NORWAY)).splitlines()
    assert shown[4:6] == ["Under way before Feb 2000: 1", "Not tied to one decade: 1"]


def test_a_year_alone_is_a_gap_of_one(write: Write) -> None:
    text = "".join(f"- {{date: {y}, title: T{y}, countries: [norway]}}\n" for y in (2015, 2017))
    shown = written("table", stats(write("e.yaml", text), "year"))
    assert "        ┊ 2016\n" in shown
    assert shown.endswith("2017  1 │ ▇▇▇▇▇\n")


def of_counts(write: Write, *counts: tuple[int, str, str]) -> Path:
    """Write so many events of each year, whose titles begin with a word, with other keys."""
    return write(
        "e.yaml",
        "".join(
            f"- {{date: {year}, title: T{index} {n}, countries: [norway]{more}}}\n"
            for index, (number, year, more) in enumerate(counts)
            for n in range(number)
        ),
    )


@pytest.mark.parametrize(
    ("most", "width", "cells"),
    [(1, 80, 5), (5, 80, 25), (6, 80, 24), (8, 80, 24), (9, 80, 18), (9, 100, 27), (26, 80, 26)],
)
def test_an_event_has_a_whole_number_of_cells_where_that_fits(
    write: Write, most: int, width: int, cells: int
) -> None:
    path = of_counts(write, (most, "2001", ""), (1, "2002", ""))
    long, short = written("table", stats(path, "year"), width).splitlines()[-2:]
    assert (long.count("▇"), short.count("▇")) == (cells, cells // most)


def test_long_bars_are_scaled_and_short_ones_are_seen(write: Write) -> None:
    path = of_counts(
        write,
        (99, "2001", ""),
        (1, "2001?", ""),
        (2, "2002", ""),
        (1, "2002?", ""),
        (1, "2003", ""),
    )
    assert written("table", stats(path, "year"), 60).splitlines()[3:6] == [
        "2001  100 │ ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇░",
        "2002    3 │ ▇",
        "2003    1 │ ▇",
    ]


@pytest.mark.parametrize(
    ("counts", "bar"),
    [
        # Of the 6 cells, 7 events would have 3.4, 0.9 and 1.7.
        ((33, 4, 1, 2), "\x1b[38;5;32m▇▇▇\x1b[0m\x1b[38;5;166m▇\x1b[0m\x1b[38;5;32m░░\x1b[0m"),
        # Of the 4, they would have 3.4, 0.3 and 0.3, and yet all are seen.
        ((90, 11, 1, 1), "\x1b[38;5;32m▇▇\x1b[0m\x1b[38;5;166m▇\x1b[0m\x1b[38;5;32m░\x1b[0m"),
        # Two cells have no room for three.
        ((90, 3, 1, 2), "\x1b[38;5;32m▇\x1b[0m\x1b[38;5;32m░\x1b[0m"),
    ],
)
def test_cells_are_shared_out_by_what_there_is_most_of_and_as_far_as_they_go_to_all(
    write: Write, counts: tuple[int, int, int, int], bar: str
) -> None:
    told = zip(counts, ["2001", "2002", "2002", "2002?"], ["SWE", "SWE", "DNK", "SWE"], strict=True)
    lines = [
        f"- {{date: {when}, title: {when} {other} {n}, countries: [norway, {other}]}}\n"
        for count, when, other in told
        for n in range(count)
    ]
    path = write("e.yaml", "".join(lines))
    report = stats(path, "year", countries=NORWAY)
    line = written("table", report, colours=256).splitlines()[-3]
    assert line.partition("│ \x1b[0m")[2] == bar


LONG = """\
- {date: 2001, title: A long story of things that were settled, countries: [norway], status: {a: b}}
- {date: 2001, title: Another, countries: [norway], status: {a: c}}
- {date: 2002, title: Nothing, countries: [norway]}
"""


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (
            60,
            [
                "2001  2 │ ▇▇▇▇▇▇▇▇▇▇  ◆ A long story of things that were",
                "        │               settled +1",
                "2002  1 │ ▇▇▇▇▇",
            ],
        ),
        (
            30,
            [
                "2001  2 │ ▇▇▇▇▇▇▇▇▇▇",
                "        │ ◆ A long story of",
                "        │   things that were",
                "        │   settled +1",
                "2002  1 │ ▇▇▇▇▇",
            ],
        ),
    ],
)
def test_titles_wrap_under_themselves(write: Write, width: int, lines: list[str]) -> None:
    assert (
        written("table", stats(write("e.yaml", LONG), "year"), width).splitlines()[
            3 : 3 + len(lines)
        ]
        == lines
    )


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("a" * 10, ["        │ ◆ An earlier", f"        │   {'a' * 10}"]),
        ("a" * 11, ["◆ An earlier", f"  {'a' * 11}"]),
        ("a" * 20, ["◆ An earlier", f"  {'a' * 20}"]),
        ("a" * 21, ["◆ An earlier", "a" * 21]),
    ],
)
def test_no_word_is_cut_that_is_no_longer_than_a_line(
    write: Write, word: str, lines: list[str]
) -> None:
    text = f"- {{date: 2001, title: An earlier {word}, countries: [norway], status: {{a: b}}}}\n"
    shown = written("table", stats(write("e.yaml", text), "year"), 22).splitlines()
    assert shown[5:7] == lines


# What people read of kinds.

BY_TYPE = {
    80: """\
Norway by type                                       7 events · 1 start not told

                    1990      2000
Talks            5  ┊         ▄      ▄
  Talks held     2  ┊         ▂      ▂
  Talks planned  1  ┊         ┊
War              2  ╌╌╌╌▂╌╌╌╌╌┊
No type          1  ┊         ┊      ▂
Start not told: 1, counted above but not drawn

one cell is a year, ▂ 1 to ▄ 2   ╌╌ dated to a decade
""",
    24: """\
Norway by type
7 events · 1 start not
told

1990      2000
Talks  5
┊         ▄      ▄
  Talks held  2
┊         ▂      ▂
  Talks planned  1
┊         ┊
War  2
╌╌╌╌▂╌╌╌╌╌┊
No type  1
┊         ┊      ▂
Start not told: 1,
counted above but not
drawn

one cell is a year, ▂ 1
to ▄ 2
╌╌ dated to a decade
""",
}


@pytest.mark.parametrize("width", BY_TYPE)
def test_types_stand_under_their_families_over_the_years(write: Write, width: int) -> None:
    report = stats(write("e.yaml", FILE), "type", countries=NORWAY)
    assert written("table", report, width) == BY_TYPE[width]


def test_families_are_bold(write: Write) -> None:
    lines = written("table", stats(write("e.yaml", FILE), "type"), colours=256).splitlines()
    assert [line.startswith("\x1b[1m") for line in lines[3:9]] == [
        True,
        False,
        False,
        True,
        True,
        False,
    ]


def test_countries_are_the_others_in_their_hues(write: Write) -> None:
    report = stats(write("e.yaml", FILE), "country", countries=NORWAY)
    assert (
        written("table", report, plain=True)
        == """\
Norway by country                                    7 events . 1 start not told

                     1990      2000
Sweden            4  ~~~~~~~~~~2      1
Denmark           1  :         :      1
Iceland           1  :         :      1
No other country  2  :   1     :
Start not told: 1, counted above but not drawn

one cell is a year, the digit how many   ~~ dated to a decade
"""
    )
    blue, orange, dim, end = "\x1b[38;5;32m", "\x1b[38;5;166m", "\x1b[2m", "\x1b[0m"
    assert written("table", report, colours=256).splitlines()[3:5] == [
        f"{blue}Sweden{end}            4  {dim}╌╌╌╌╌╌╌╌╌╌{end}{blue}▄{end}      {blue}▂{end}",
        f"{orange}Denmark{end}           1  {dim}┊{end}         {dim}┊{end}      {orange}▂{end}",
    ]


def test_a_country_that_nearly_all_events_share_has_no_hue_where_none_was_asked_for(
    write: Write,
) -> None:
    events = (
        f"{{title: T, date: 2021, countries: [NOR, {code}]}}" for code in ("SWE", "SWE", "DNK")
    )
    told = stats(write("e.yaml", f"[{', '.join(events)}]"), "country").shown
    assert isinstance(told, Strips)
    assert [(each.label, each.hue) for each in told.strips] == [
        ("Norway", ""),
        ("Sweden", "first"),
        ("Denmark", "second"),
    ]


def test_what_is_no_country_has_no_other_and_no_hue(write: Write) -> None:
    told = stats(write("e.yaml", FILE), "place", countries=NORWAY).shown
    assert isinstance(told, Strips)
    assert [(each.label, each.total, each.hue) for each in told.strips] == [
        ("Oslo", 1, ""),
        ("No place", 7, ""),
    ]


def test_what_is_beside_a_range_is_not_drawn(write: Write) -> None:
    shown = written("table", stats(write("e.yaml", FILE), "type", "2000-02.."))
    assert [line.split()[0] for line in shown.splitlines()[3:6]] == ["Talks", "Talks", "No"]


@pytest.mark.parametrize("by", ["type", "country", "actor", "place", "source"])
def test_what_is_beside_a_range_is_said_below_each_kind(write: Write, by: str) -> None:
    path = write("e.yaml", FILE)
    beside = ["Under way before Feb 2000: 1", "May belong here: 2"]
    shown = written("table", stats(path, by, "2000-02..")).splitlines()
    assert shown[-4:-1] == [*beside, ""]
    assert shown[0].split("  ")[-1].strip() == "4 events · 1 under way · 2 may belong"
    assert not any(line.startswith(("Under", "May", "Start")) for line in shown[:-4])
    assert "\nStart not told: 1, counted above but not drawn\n" in written("table", stats(path, by))
    only = written("table", stats(path, by, "2010..", types=("talks.planned",))).splitlines()
    assert only[-2:] == ["", "Under way before 2010: 1"]
    winter = stats(path, by, "2010-24..", types=("talks.planned",))
    said = written("table", winter, plain=True).splitlines()
    assert said[-1] == "Under way before winter 2010-11: 1"


def test_sources_have_their_titles(write: Write) -> None:
    shown = written("table", stats(write("e.yaml", FILE), "source")).splitlines()
    assert [line[:11] for line in shown[3:]] == [
        "The book   ",
        "The film   ",
        "No source  ",
        "Start not t",
        "",
        FOOT,
    ]


FOOT = "one cell is"


@pytest.mark.parametrize(
    ("counts", "drawn", "said"),
    [
        ((1, 1), "▂▂", "▂ 1"),
        ((1, 2, 3, 4), "▂▄▆█", "▂ 1 to █ 4"),
        ((1, 4, 5), "▁▄▅", "▁ 1 to ▅ 5"),
        ((1, 8), "▁█", "▁ 1 to █ 8"),
        ((1, 2, 5, 9), "▁▂▅█", "▁ 1 to █ 9"),
        ((1, 2, 100), "▁▁█", "▁ 1 to █ 100"),
    ],
)
def test_columns_are_as_high_for_each_event_where_that_fits(
    write: Write, counts: tuple[int, ...], drawn: str, said: str
) -> None:
    path = of_counts(write, *((number, f"{2001 + i}", "") for i, number in enumerate(counts)))
    lines = written("table", stats(path, "country")).splitlines()
    assert lines[3].split()[2:] == [drawn]
    assert lines[-1] == f"one cell is a year, {said}"


def test_a_digit_has_a_plus_for_more_than_nine(write: Write) -> None:
    path = of_counts(write, (9, "2001", ""), (10, "2002", ""))
    lines = written("table", stats(path, "country"), plain=True).splitlines()
    assert lines[3].split() == ["Norway", "19", "9+"]
    assert lines[-1] == "one cell is a year, the digit how many, + more than 9"


@pytest.mark.parametrize(
    ("first", "last", "width", "years", "names"),
    [
        ("2001", "2001", 80, "a year", ["2001"]),
        ("2001", "2008", 80, "a year", ["2001"]),
        ("2001", "2020", 80, "a year", ["2010", "2020"]),
        ("2001", "2069", 80, "a year", ["2010", "2020", "2030", "2040", "2050", "2060"]),
        ("2001", "2070", 80, "2 years", ["2000", "2020", "2040", "2060"]),
        ("2001", "2020", 20, "a year", ["2010"]),
        ("2001", "2021", 20, "2 years", ["2000", "2020"]),
        ("0001", "0012", 20, "a year", ["0010"]),
        ("0001", "0003", 20, "a year", ["0001"]),
        ("0001", "0030", 20, "2 years", ["0020"]),
        ("0001", "2025", 80, "50 years", ["500", "1000", "1500", "2000"]),
        ("0001", "9998", 80, "200 years", ["2000", "4000", "6000", "8000"]),
        ("0001", "9998", 30, "1000 years", ["0001"]),
    ],
)
def test_the_years_that_there_is_room_for(
    write: Write, first: str, last: str, width: int, years: str, names: list[str]
) -> None:
    path = of_counts(write, (1, first, ""), (1, last, ""))
    shown = written("table", stats(path, "country"), width)
    header = shown.split("\n\n")[1].splitlines()[0]
    assert header.split() == names
    assert f"one cell is {years}," in " ".join(shown.split())


def test_labels_make_room_for_the_name_of_the_last_year(write: Write) -> None:
    actors = "[A special envoy of the king]"
    path = of_counts(write, *((1, year, f", actors: {actors}") for year in ("1931", "2025")))
    _, _, years, label, *_ = written("table", stats(path, "actor"), 80).splitlines()
    assert (label.split("  ")[0], len(years)) == ("A special envoy of the", 80)
    assert years.index("2020") == label.index("┊", -5)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("199X", "dated to a decade"),
        ("19XX", "dated to a century"),
        ("19XX~/..", "dated to a century"),
        ("[..1995]", ""),
        ("1995~", ""),
    ],
)
def test_a_line_for_what_is_told_no_closer(write: Write, when: str, said: str) -> None:
    path = of_counts(write, (1, "1999", ""), (1, f'"{when}"', ""))
    lines = written("table", stats(path, "country")).splitlines()
    assert ("╌" in lines[3]) == bool(said)
    assert lines[-1].partition("╌╌ ")[2] == said


def test_lines_for_decades_and_centuries(write: Write) -> None:
    path = of_counts(write, (1, "199X", ""), (1, "18XX", ""))
    assert (
        written("table", stats(path, "country"))
        == """\
All events by country                                                   2 events

           1800      1850      1900      1950
Norway  2  ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┊         ┊       ╌╌

one cell is 5 years   ╌╌ dated to a decade or a century
"""
    )


def test_no_day_no_years(write: Write) -> None:
    path = of_counts(write, (2, "/..", ""))
    undrawn = "Start not told: 2, counted above but not drawn"
    assert written("table", stats(path, "country")).splitlines()[1:] == ["", "Norway  2", undrawn]
    assert written("table", stats(path, "year")).splitlines()[1:] == ["", "Start not told: 2"]


WORDS = "Commission on the Reconstruction of Intergovernmental Understanding"


@pytest.mark.parametrize("width", [20, 21, 24, 33, 50, 80, 101, 300])
@pytest.mark.parametrize("by", ["year", "decade", "type", "actor", "place", "country"])
def test_no_word_is_lost_at_any_width(write: Write, width: int, by: str) -> None:
    keys = f", actors: [{WORDS}], place: {WORDS}, type: a.b, status: {{a: b}}"
    path = write(
        "e.yaml",
        f"types: {{a: {{label: Talks}}, a.b: {{label: {WORDS}}}}}\nevents:\n"
        + "".join(
            f"- {{date: {year}, title: {WORDS}, countries: [norway, sweden]{keys}}}\n"
            for year in (1905, 2024)
        ),
    )
    lines = written("table", stats(path, by), width).splitlines()
    assert max(map(cell_len, lines)) <= width
    words = [word for line in lines for word in line.split()]
    expected = {"country": ["Sweden"], **dict.fromkeys(("year", "type"), WORDS.split())}
    assert all(word in words for word in expected.get(by, WORDS.split()))


@pytest.mark.parametrize(
    ("since", "counts"),
    [
        ("", "7 events · 1 start not told"),
        ("2007-03..2010", "2 events · 1 under way · 1 may belong"),
    ],
)
def test_bars_say_how_many_events_there_are_of_each_part(
    write: Write, since: str, counts: str
) -> None:
    told = stats(write("e.yaml", FILE), "year", since, countries=NORWAY).shown
    assert isinstance(told, Bars)
    assert told.counts == counts


def test_what_is_shown_is_plain_data(write: Write) -> None:
    path = write("e.yaml", FILE)
    bars, strips = (stats(path, by, countries=NORWAY) for by in ("year", "type"))
    assert bars.screen
    assert strips.screen
    told, kinds = bars.screen(), strips.screen()
    assert isinstance(told, Bars)
    assert isinstance(kinds, Strips)
    assert told.bars[2] == Bar("2000", [Piece("first", doubted=False, total=2)], "Bees swarm", 0)
    assert told.bars[1] == Bar("1995–1999")
    assert [(each.label, each.family, each.inner) for each in kinds.strips] == [
        ("Talks", True, False),
        ("Talks held", False, True),
        ("Talks planned", False, True),
        ("War", True, False),
        ("No type", True, False),
    ]
