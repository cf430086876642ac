"""Days and years on a line: where each lies, and the round dates that are named along it."""

import itertools
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo.history.scale import Scale, Tick, YearCells, fitting, header, year_cells
from tests.tables import each_of


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def scale(first: str, last: str, cells: int) -> Scale:
    return Scale(day(first), day(last), cells)


@each_of(
    ("when", "cell"),
    [
        ("2001-01-01", 0),
        ("2001-01-10", 0),
        ("2001-01-11", 1),
        ("2001-02-09", 3),
        ("2001-04-10", 9),
        # Beyond the stretch
        ("1990-01-01", 0),
        ("2001-04-11", 9),
        ("2030-01-01", 9),
    ],
)
def test_a_day_has_a_cell_of_a_scale(when: str, cell: int) -> None:
    assert scale("2001-01-01", "2001-04-10", 10).cell(day(when)) == cell


@each_of(
    ("first", "last", "cells", "named"),
    [
        ("2001-01-01", "2003-12-31", 18, "2001  2002  2003"),
        ("2001-01-01", "2003-12-31", 17, "     2002"),
        ("2001-01-01", "2003-12-31", 16, "     2002"),
        ("2000-07-01", "2002-06-30", 24, "      2001        2002"),
        (
            *("1931-01-01", "2025-12-31", 60),
            "     1940   1950  1960  1970  1980   1990  2000  2010   2020",
        ),
        ("1931-01-01", "2025-12-31", 40, "   1940     1960    1980     2000"),
        ("0001-01-01", "9999-12-31", 20, "         5000"),
        ("0001-01-01", "0003-12-31", 18, "0001  0002  0003"),
        ("2001-01-01", "2001-12-31", 6, "2001"),
        ("2001-01-01", "2001-12-31", 5, "2001"),
        ("2001-01-01", "2001-12-31", 3, ""),
        ("2001-01-02", "2001-12-31", 40, ""),
        ("2001-01-01", "2001-01-01", 6, "2001"),
        ("2000-12-31", "2001-01-09", 20, "  2001"),
    ],
)
def test_round_years_are_named_above_the_cells_that_they_begin_in(
    first: str, last: str, cells: int, named: str
) -> None:
    assert header(scale(first, last, cells).years()) == named


@each_of(
    ("last", "step"),
    [
        *((3, 1), (6, 2), (15, 5), (30, 10), (59, 20), (70, 25), (150, 50), (300, 100)),
        *((500, 200), (1000, 250), (1500, 500), (2500, 1000), (5000, 2000)),
    ],
)
def test_round_years_are_so_far_apart(last: int, step: int) -> None:
    first, second, *_ = scale("0001-01-01", f"{last:04}-12-31", 20).years()
    assert int(second.words) - int(first.words) == step


@given(st.dates(), st.dates(), st.integers(1, 120))
def test_the_names_of_years_stand_apart_within_the_row(one: date, other: date, cells: int) -> None:
    first, last = sorted((one, other))
    found = Scale(first.toordinal(), last.toordinal(), cells)
    years = found.years()
    line = header(years)
    assert len(line) <= cells
    assert [Tick(n.start(), n[0]) for n in re.finditer("[0-9]+", line)] == years
    assert all(t.at == found.cell(date(int(t.words), 1, 1).toordinal()) for t in years)
    assert all(b.at - a.at >= len(a.words) + 2 for a, b in itertools.pairwise(years))
    assert len({int(b.words) - int(a.words) for a, b in itertools.pairwise(years)}) <= 1


@each_of(
    ("first", "last", "names"),
    [
        ("2024-05-01", "2024-05-04", ["1 May 2024", "2 May", "3 May", "4 May"]),
        ("2024-04-20", "2024-05-20", ["20 Apr 2024", "1 May", "10 May"]),
        ("2024-04-29", "2024-05-16", ["1 May 2024", "5 May", "10 May", "15 May"]),
        ("2024-05-09", "2024-05-26", ["10 May 2024", "15 May", "20 May", "25 May"]),
        ("2024-12-05", "2025-01-25", ["15 Dec 2024", "1 Jan 2025", "15 Jan"]),
        ("2023-12-05", "2024-03-25", ["2024", "Feb", "Mar"]),
        ("2023-11-05", "2024-12-25", ["2024", "Apr", "Jul", "Oct"]),
        ("2019-11-05", "2027-02-25", [f"202{n}" for n in range(7)]),
        ("0001-01-01", "9999-12-31", [f"{n}000" for n in range(1, 10)]),
        ("0001-01-01", "0001-12-31", ["0001", "Apr", "Jul", "Oct"]),
        ("2024-05-02", "2024-05-02", ["2 May 2024"]),
    ],
)
def test_the_finest_round_dates_are_named_that_there_is_room_for(
    first: str, last: str, names: list[str]
) -> None:
    found = scale(first, last, 400).dates(12, lambda words: 7 * len(words), 400)
    assert [tick.words for tick in found] == names


@pytest.mark.parametrize(
    ("first", "last", "room", "names"),
    [
        ("2024-05-01", "2024-05-04", 330, ["1 May 2024", "2 May", "3 May"]),
        ("2024-05-01", "2024-05-04", 800, ["1 May 2024", "2 May", "3 May", "4 May"]),
        ("2023-12-05", "2024-03-25", 800, ["2024", "Feb", "Mar"]),
        ("2019-11-05", "2027-02-25", 800, [f"202{n}" for n in range(8)]),
    ],
)
def test_names_may_go_beyond_the_line_or_not_so_far(
    first: str, last: str, room: int, names: list[str]
) -> None:
    found = scale(first, last, 400).dates(12, lambda words: 7 * len(words), room)
    assert [tick.words for tick in found] == names


@pytest.mark.parametrize(("days", "names"), [(200, 200), (201, 7), (6200, 204), (6201, 17)])
def test_days_and_months_are_named_each_unless_they_are_many(days: int, names: int) -> None:
    first = day("2001-01-01")
    assert len(Scale(first, first + days - 1, 10**6).dates(12, lambda _: 77, 10**6)) == names


@pytest.mark.parametrize(
    ("last", "begins"), [("2001-12-31", [0, 31, 59]), ("2020-12-31", [0, 365, 730])]
)
def test_names_of_dates_stand_where_these_begin(last: str, begins: list[int]) -> None:
    days = day(last) - day("2001-01-01") + 1
    assert [tick.at for tick in scale("2001-01-01", last, days).dates(2, len, days)][:3] == begins


def test_nothing_is_named_where_there_is_no_choice() -> None:
    assert fitting([], 80, 2, len) == ()


@given(st.dates(), st.dates(), st.integers(60, 2000))
def test_names_of_dates_stand_apart(one: date, other: date, size: int) -> None:
    first, last = sorted((one, other))
    line = Scale(first.toordinal(), last.toordinal(), size)
    ticks = line.dates(9, lambda words: 6 * len(words), size)
    assert all(0 <= tick.at <= size - 6 * len(tick.words) for tick in ticks)
    assert all(a.at + 6 * len(a.words) + 9 <= b.at for a, b in itertools.pairwise(ticks))


def test_a_day_lies_on_a_line() -> None:
    line = scale("2001-01-01", "2001-04-10", 200)
    assert [line.at(line.first + days) for days in (-5, 0, 1, 0.5, 100, 105)] == [
        0,
        0,
        2,
        1,
        200,
        200,
    ]


@each_of(
    ("years", "room", "cells"),
    [
        ([], 10, None),
        ([2001], 10, YearCells(2001, 1, 1)),
        ([2004, 2001], 10, YearCells(2001, 1, 4)),
        ([2001, 2011], 10, YearCells(2000, 2, 6)),
        ([1801, 2011], 10, YearCells(1800, 50, 5)),
    ],
)
def test_the_finest_cells_are_taken_that_there_is_room_for(
    years: list[int], room: int, cells: YearCells | None
) -> None:
    assert year_cells(years, room) == cells


def test_cells_are_of_so_many_years() -> None:
    found = [year_cells([0, last], 10) for last in range(1, 9999)]
    sizes = dict.fromkeys(cells.years for cells in found if cells)
    assert [*sizes] == [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]


def test_cells_of_years_are_named() -> None:
    cells = YearCells(2000, 2, 30)
    assert [cells.cell(year) for year in (2000, 2001, 2059)] == [0, 0, 29]
    assert cells.ticks(30) == [Tick(0, "2000"), Tick(10, "2020"), Tick(20, "2040")]
    assert [tick.at for tick in cells.ticks(300, 10, 10, lambda words: 10 * len(words))] == [
        *range(0, 300, 50)
    ]
    assert YearCells(0, 1000, 3).ticks(2) == [Tick(0, "0001")]


@pytest.mark.parametrize(
    ("cells", "room", "named"),
    [
        (YearCells(1991, 1, 10), 13, Tick(9, "2000")),
        (YearCells(2000, 1, 10), 14, Tick(0, "2000")),
        (YearCells(5500, 100, 2), 7, Tick(0, "5500")),  # not 5600, as if years were 200 apart
    ],
)
def test_names_of_cells_may_go_beyond_the_last(cells: YearCells, room: int, named: Tick) -> None:
    assert cells.ticks(room) == [named]
