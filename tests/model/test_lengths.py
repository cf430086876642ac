"""Lengths of time: what people type, and the days around a date."""

import pytest

from diplo.model.dates import parse, words
from diplo.model.dates.edtf import day
from diplo.model.dates.lengths import parse_length, stated_days, window_around
from tests.tables import each_of


@each_of(
    ("text", "said"),
    [
        ("1y", "1 year"),
        ("6m", "6 months"),
        ("2w", "2 weeks"),
        ("90d", "90 days"),
        ("0d", "0 days"),
        ("2 years", "2 years"),
        ("a month", "1 month"),
        (" an  year ", "1 year"),
        ("one day", "1 day"),
        ("two days", "2 days"),
        ("three days", "3 days"),
        ("four days", "4 days"),
        ("five days", "5 days"),
        ("Six Weeks", "6 weeks"),
        ("3 yrs", "3 years"),
        ("18 mos", "18 months"),
        ("1 mth", "1 month"),
        ("5 wk", "5 weeks"),
    ],
)
def test_a_length_is_read_as_people_write_it(text: str, said: str) -> None:
    assert parse_length(text).words == said


@each_of(
    "text",
    ["", "1y6m", "1.5y", "half a year", "P1Y", "-1y", "year", "a year ago", "1 h", "1234567d"],
)
def test_what_is_no_length_leads_on(text: str) -> None:
    with pytest.raises(ValueError, match="is not a length of time") as caught:
        parse_length(text)
    assert str(caught.value).endswith("; write 1y, 6m, 2w, 90d, '2 years' or 'a month'")


def test_a_number_alone_has_no_unit() -> None:
    with pytest.raises(ValueError, match="has no unit") as caught:
        parse_length("90")
    assert str(caught.value) == "'90' has no unit; write 90d or 90w or 90m or 90y"


@each_of(
    ("text", "long", "days"),
    [
        ("2024-05-28", "1y", "from 28 May 2023 to 28 May 2025"),
        ("2024-05-28", "0d", "on 28 May 2024"),
        ("2024-05-28", "2w", "from 14 May 2024 to 11 Jun 2024"),
        ("2024-01-30", "1m", "from 30 Dec 2023 to 29 Feb 2024"),
        ("2024-01-31", "1m", "from 31 Dec 2023 to 29 Feb 2024"),
        ("2021-02", "1m", "from 1 Jan 2021 to 31 Mar 2021"),
        ("196X", "10y", "from 1 Jan 1950 to 31 Dec 1979"),
        ("1994~", "1y", "from 1 Jan 1993 to 31 Dec 1995"),
        ("1960/1969", "1y", "from 1 Jan 1959 to 31 Dec 1970"),
        ("2021-08/..", "6m", "from 1 Feb 2021 to 28 Feb 2022"),
        ("2021/", "1d", "from 31 Dec 2020 to 1 Jan 2022"),
        ("/2021-08", "1d", "from 30 Aug 2021 to 1 Sep 2021"),
        ("../2021", "1d", "from 30 Dec 2021 to 1 Jan 2022"),
        ("[..2025-04-24]", "1d", "from 23 Apr 2025 to 25 Apr 2025"),
        ("[2002..]", "1d", "from 31 Dec 2001 to 2 Jan 2002"),
        ("[2002..2006]", "1d", "from 31 Dec 2001 to 1 Jan 2007"),
        ("0001", "1y", "from 1 Jan 0001 to 31 Dec 0002"),
        ("9998-12-31", "999999y", "from 1 Jan 0001 to 31 Dec 9999"),
    ],
)
def test_the_days_around_a_date(text: str, long: str, days: str) -> None:
    stated = stated_days(parse(text))
    assert stated
    window = window_around(stated, parse_length(long))
    first, last = (words(day(each)) for each in (window.first, window.last))
    assert window.words == (f"on {first}" if first == last else f"from {first} to {last}") == days
    assert window.opening == first


@pytest.mark.parametrize("text", ["/..", "9999", "9999-12-31"])
def test_without_a_day_there_is_nothing_around(text: str) -> None:
    assert stated_days(parse(text)) is None
