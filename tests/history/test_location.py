"""Where dates lie on an axis, and which days an axis has."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from diplo.history.location import Location, axis_days, locate
from diplo.model.dates import BEGIN, END, parse, parse_window
from tests.history.events import DATES
from tests.tables import each_of


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def days(first: str, last: str) -> tuple[int, int]:
    return day(first), day(last)


WITHIN = days("1931-01-01", "2025-06-20")
AUGUST = days("2021-08-01", "2021-08-31")


@each_of(
    ("text", "expected"),
    [
        (
            "2024-05-28",
            Location(day("2024-05-28") + 0.5, days("2024-05-28", "2024-05-28")),
        ),
        ("2021-08", Location(day("2021-08-16") + 0.5, AUGUST)),
        ("1994?", Location(day("1994-07-02") + 0.5, days("1994-01-01", "1994-12-31"))),
        ("1994~", Location(day("1994-07-02") + 0.5, days("1993-01-01", "1995-12-31"))),
        # Amid what is of the axis
        (
            "2025",
            Location(sum(days("2025-01-01", "2025-06-21")) / 2, days("2025-01-01", "2025-12-31")),
        ),
        (
            "1900",
            Location(sum(days("1900-01-01", "1900-12-31")) / 2, days("1900-01-01", "1900-12-31")),
        ),
        ("2021-08/..", Location(day("2021-08-16") + 0.5, AUGUST, span=(AUGUST[0], END))),
        ("2021-08/", Location(day("2021-08-16") + 0.5, AUGUST, possible_span=(AUGUST[0], END))),
        (
            "2021-08/2022",
            Location(day("2021-08-16") + 0.5, AUGUST, span=days("2021-08-01", "2022-12-31")),
        ),
        ("/2021-08", Location(day("2021-08-16") + 0.5, possible_span=(BEGIN, AUGUST[1]))),
        ("../2021-08", Location(day("2021-08-16") + 0.5, span=(BEGIN, AUGUST[1]))),
        ("/..", Location(None, possible_span=(BEGIN, END))),
        ("[..2021-08]", Location(AUGUST[1] + 0.5, bounds=(BEGIN, AUGUST[1]))),
        ("[2021-08..]", Location(AUGUST[0] + 0.5, bounds=(AUGUST[0], END))),
        ("[2021-08..2022]", Location(AUGUST[0] + 0.5, bounds=days("2021-08-01", "2022-12-31"))),
    ],
)
def test_a_date_lies_where_it_is_told(text: str, expected: Location) -> None:
    assert locate(parse(text), WITHIN) == expected


@each_of(
    ("texts", "window", "last", "expected"),
    [
        ((), "2021..", None, None),
        (("/..",), None, None, None),
        # A fortieth of the days goes before and after
        (("2001-01-01", "2001-12-31"), None, None, days("2000-12-23", "2002-01-09")),
        # What is near is shown
        (("2001-03-01", "2001-12-01"), "2001", None, days("2001-01-01", "2001-12-31")),
        (("2001-03-01", "2001-12-01"), "1990..2001-12", None, days("2001-02-23", "2001-12-31")),
        (("2001", "2021-08/.."), None, "2025-06-20", days("2000-06-27", "2025-06-20")),
        (("1801", "1821"), None, "2025-06-20", days("1800-06-24", "1822-07-10")),
        (("2001", "2021-08/.."), "..2022", "2025-06-20", days("2000-06-27", "2022-12-31")),
        (("2001", "2021-08"), "2001..", "2021-08-31", days("2001-01-01", "2021-08-31")),
        (("2001-03-01", "2001-03-10"), "2001", None, days("2000-12-08", "2001-04-06")),
        (("2024-05-27", "2024-05-29"), "2024..", "2025-06-20", days("2024-01-01", "2025-06-20")),
        (("2024-05-28",), "2023-04-24..2025-07-02", None, days("2023-04-24", "2025-07-02")),
        # No later than is told of
        (("2001", "2025"), None, "2025-06-20", days("2000-05-23", "2025-06-20")),
        (("1960/1969", "2030"), None, None, days("1958-03-24", "2032-10-09")),
        (("1960/1979",), None, None, days("1959-07-03", "1980-06-30")),
        # One event has some time about it
        (("2024-05-28",), None, None, days("2024-03-30", "2024-07-27")),
        (("2024-05-28",), "2024..", "2025-06-20", days("2024-01-01", "2025-06-20")),
        # The ends of the calendar
        (("0001-01-01", "9998-12-31"), None, None, (BEGIN + 1, END - 1)),
        (("0001-02-01",), None, None, days("0001-01-01", "0001-04-02")),
        (("9998-12-31",), None, None, days("9998-11-02", "9999-03-01")),
    ],
)
def test_an_axis_has_the_days_of_the_dates_and_what_is_near(
    texts: tuple[str, ...], window: str | None, last: str | None, expected: tuple[int, int] | None
) -> None:
    within = parse_window(window, date(2025, 6, 20)) if window else None
    found = axis_days(map(parse, texts), within, day(last) if last else None)
    assert found == expected


@given(st.lists(st.sampled_from(DATES), max_size=3), st.none() | st.dates().map(date.toordinal))
def test_an_axis_is_of_the_calendar(whens: list[str], last: int | None) -> None:
    found = axis_days(map(parse, whens), None, last)
    if found:
        assert BEGIN < found[0] < found[1] < END
