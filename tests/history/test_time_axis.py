"""A time axis: its steps, and what falls on them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo.history.time_axis import Axis, Falls, axis
from diplo.model import dates
from diplo.model.dates import Window, parse, parse_window
from tests.history.events import DATES


def of(*texts: str, most: int = 20, window: Window | None = None) -> Axis:
    found = axis([parse(text) for text in texts], window, most)
    assert found is not None
    return found


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("texts", "most", "ends", "steps"),
    [
        (("2024-05-28",), 20, ("28 May 2024", "28 May 2024"), 1),
        (("2024-05-01", "2024-05-20"), 20, ("1 May 2024", "20 May 2024"), 20),
        (("2024-05-01", "2024-05-21"), 20, ("May 2024", "May 2024"), 1),
        (("2024-05",), 31, ("May 2024", "May 2024"), 1),
        (("2024-05", "2024-05-01"), 31, ("May 2024", "May 2024"), 1),
        (("2024-05", "2024-05-01", "2024-05-02"), 31, ("1 May 2024", "31 May 2024"), 31),
        (("[2024-05..2024-06]",), 61, ("1 May 2024", "30 Jun 2024"), 61),
        (("[..2024]",), 12, ("31 Dec 2024", "31 Dec 2024"), 1),
        (("2024-12", "2025-02"), 20, ("Dec 2024", "Feb 2025"), 3),
        (("2020-01", "2024-12"), 20, ("Jan 2020", "Dec 2024"), 20),  # quarters
        (("2020-01", "2024-12"), 19, ("2020", "2024"), 5),
        (("2020", "2024"), 60, ("2020", "2024"), 5),
        (("1931", "2025"), 100, ("1931", "2025"), 95),
        (("1931", "2025"), 60, ("1930", "2025"), 48),
        (("1931", "2025"), 20, ("1930", "2029"), 20),
        (("1931", "2025"), 10, ("1930", "2029"), 10),
        (("0001", "9998"), 20, ("0001", "9999"), 20),
        (("0001", "9998"), 10, ("0001", "9999"), 10),
        (("9998",), 1, ("9998", "9998"), 1),
        (("1931/..", "[..2025-04-24]"), 100, ("1931", "2025"), 95),
        (("/..", "1994~"), 12, ("1994", "1994"), 1),
        (("196X", "1960-02"), 20, ("1960", "1969"), 10),
    ],
)
def test_the_finest_axis_that_fits(
    texts: tuple[str, ...], most: int, ends: tuple[str, str], steps: int
) -> None:
    found = of(*texts, most=most)
    assert (found.ends, len(found.starts)) == (ends, steps)


def test_a_window_bounds_the_axis() -> None:
    window = parse_window("2001..2010", date(2025, 1, 1))
    assert of("1931/..", "2007", "2021", most=10, window=window).ends == ("2001", "2010")
    assert of("2005", window=window).ends == ("2001", "2010")
    assert of("1931/..", window=window).ends == ("2001", "2010")
    window = parse_window("2001..", date(2025, 1, 1))
    assert of("1931/..", "2007", "2020", most=20, window=window).ends == ("2001", "2020")


def test_an_axis_does_not_leave_its_window_for_days_beyond_it() -> None:
    since, until = (parse_window(text, date(2025, 1, 1)) for text in ("2010..", "..1990"))
    assert of("2007/..", "/2005", window=since).ends == ("1 Jan 2010", "1 Jan 2010")
    assert of("[..2006]", "/2005", window=until).ends == ("31 Dec 1990", "31 Dec 1990")


def test_no_day_no_axis() -> None:
    assert axis([], None, 20) is None
    assert axis([parse("/..")], None, 20) is None
    assert axis([parse("/..")], Window(first=day("2001-01-01")), 20) is None


@pytest.mark.parametrize(
    ("text", "falls"),
    [
        ("2001", {2001: Falls(1, 0)}),
        ("2001-05-03", {2001: Falls(1, 0)}),
        ("2001/2003", {year: Falls(0, 1) for year in (2001, 2002, 2003)}),
        ("2001-02/2001-03", {2001: Falls(1, 0)}),
        ("[2001..2002]", {year: Falls(0, 1) for year in (2001, 2002)}),
        ("200X", {year: Falls(0, 1) for year in (2000, 2001, 2002, 2003, 2004)}),
        ("2002/..", {year: Falls(0, 1) for year in (2002, 2003, 2004)}),
        ("[2003..]", {year: Falls(0, 1) for year in (2003, 2004)}),
        ("2003/", {year: Falls(0, 1) for year in (2003, 2004)}),
        ("[..2001]", {year: Falls(0, 1) for year in (2000, 2001)}),
        ("/2001", {year: Falls(0, 1) for year in (2000, 2001)}),
        ("2002~", {year: Falls(0, 1) for year in (2001, 2002, 2003)}),
        ("2002?", {2002: Falls(0, 1)}),
        ("2002%", {year: Falls(0, 1) for year in (2001, 2002, 2003)}),
        ("2002-05-03?", {2002: Falls(0, 1)}),
        ("/..", {}),
        ("1999", {}),
        ("2005", {}),
        ("1990/..", {year: Falls(0, 1) for year in range(2000, 2005)}),
    ],
)
def test_what_falls_on_each_year(text: str, falls: dict[int, Falls]) -> None:
    years = Axis(tuple(day(f"{y}-01-01") for y in range(2000, 2005)), day("2005-01-01"), "year")
    found = years.falls([parse(text)])
    assert {2000 + i: fall for i, fall in enumerate(found) if any(fall)} == falls


def test_what_falls_adds_up() -> None:
    years = of("2000", "2004", most=5)
    found = years.falls(map(parse, ("2001", "2001-03", "2001/2002", "2001?")))
    assert found[1] == Falls(alone=2, spread=2)


@given(st.lists(st.sampled_from(DATES), min_size=1), st.integers(10, 200))
def test_every_known_day_has_a_step(texts: list[str], most: int) -> None:
    events = [parse(text) for text in texts]
    found = axis(events, None, most)
    if found is None:
        assert all(dates.anchor(event) is None for event in events)
        return
    assert len(found.starts) <= most
    assert list(found.starts) == sorted(set(found.starts))
    assert found.starts[-1] < found.after
    falls = found.falls(events)
    alone = sum(fall.alone for fall in falls)
    spread = [event for event in events if any(fall.spread for fall in found.falls([event]))]
    undated = [event for event in events if dates.anchor(event) is None]
    assert alone + len(spread) + len(undated) == len(events)
