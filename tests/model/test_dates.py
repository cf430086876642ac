"""Dates: how they are read, what they mean, how they match, sort and are said."""

import calendar
import itertools
import re
import warnings
from collections.abc import Callable, Iterable
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import assume, given
from hypothesis import strategies as st

from diplo.model.dates import (
    BEGIN,
    CERTAIN,
    DAY,
    END,
    NEVER,
    ONGOING,
    POSSIBLE,
    Edtf,
    Period,
    Window,
    anchor,
    beginning,
    begun_by,
    between,
    day_words,
    enclosing,
    extent,
    match,
    parse,
    parse_bound,
    parse_window,
    with_article,
    words,
)
from diplo.model.dates import day as day_of
from diplo.model.dates.corrections import Lead, lead_for
from diplo.model.dates.to_words import phrase
from diplo.terminal.text import shown
from tests.tables import each_of

with warnings.catch_warnings():
    # Where Python itself makes warnings errors, pyparsing warns about edtf's grammar.
    warnings.filterwarnings("ignore", message="warn_")
    import edtf
    from undate import Undate, UndateInterval  # type: ignore[import-untyped]  # it has no types

TODAY = date(2025, 3, 31)
RANKS = {None: 0, POSSIBLE: 1, ONGOING: 2, CERTAIN: 2}
SIGNS = {"Y": "certain", "O": "ongoing", "?": "possible", "-": None}


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _ordinal(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _window(text: str) -> Window:
    return parse_window(text, TODAY)


# Each form of a period, as the one that holds a day. January is in the winter of the year before.
FORMS: dict[str, Callable[[date], str]] = {
    "day": lambda day: day.isoformat(),
    "month": lambda day: day.isoformat()[:7],
    "season": lambda day: f"{day.year - (day.month < 3):04}-{21 + (day.month - 3) % 12 // 3}",
    "year": lambda day: day.isoformat()[:4],
    "decade": lambda day: f"{day.isoformat()[:3]}X",
    "century": lambda day: f"{day.isoformat()[:2]}XX",
    "some day of a month": lambda day: f"{day.isoformat()[:7]}-XX",
    "some month of a year": lambda day: f"{day.isoformat()[:4]}-XX",
    "some day of a year": lambda day: f"{day.isoformat()[:4]}-XX-XX",
}
PLAIN = ("year", "month", "day")
QUALIFIERS = ("", "?", "~", "%")

DAYS = st.dates(date(2019, 1, 1), date(2022, 12, 31)) | st.dates(date(1, 3, 1))


def _periods(forms: Iterable[str], qualifiers: Iterable[str] = ("",)) -> st.SearchStrategy[str]:
    return st.builds(
        lambda day, form, qualifier: f"{FORMS[form](day)}{qualifier}",
        DAYS,
        st.sampled_from(tuple(forms)),
        st.sampled_from(tuple(qualifiers)),
    )


@st.composite
def _ranges(
    draw: st.DrawFn,
    patterns: Iterable[str],
    forms: Iterable[str],
    qualifiers: Iterable[str] = ("",),
) -> str:
    """Draw a span or a set whose start is not after its end."""
    ends = []
    for day in sorted([draw(DAYS), draw(DAYS)]):
        form, qualifier = draw(st.sampled_from([*forms])), draw(st.sampled_from([*qualifiers]))
        ends.append(f"{FORMS[form](day)}{qualifier}")
    return draw(st.sampled_from([*patterns])).format(*ends)


CLOSED_OR_OPEN = ("{0}/{1}", "{0}/..", "../{0}")
HALF_KNOWN = ("{0}/", "/{0}")
HALF_SETS = ("[..{0}]", "[{0}..]")
SETS = (*HALF_SETS, "[{0}..{1}]")

PERIODS = _periods(FORMS)
SPANS = _ranges((*CLOSED_OR_OPEN, *HALF_KNOWN, "/.."), FORMS, QUALIFIERS)
MOMENTS = _periods(FORMS, QUALIFIERS) | _ranges(SETS, FORMS)
DATES = MOMENTS | SPANS


@st.composite
def _windows(draw: st.DrawFn) -> Window:
    first, last = sorted([draw(DAYS).toordinal(), draw(DAYS).toordinal()])
    return Window(draw(st.sampled_from([first, BEGIN])), draw(st.sampled_from([last, END])))


# What each form means.


@each_of(
    ("text", "precision", "earliest", "latest"),
    [
        ("2024-05-28", "day", "2024-05-28", "2024-05-28"),
        ("2021-12", "month", "2021-12-01", "2021-12-31"),
        ("2023-02", "month", "2023-02-01", "2023-02-28"),
        ("2024-02", "month", "2024-02-01", "2024-02-29"),
        ("1900-02", "month", "1900-02-01", "1900-02-28"),
        ("2007", "year", "2007-01-01", "2007-12-31"),
        ("196X", "decade", "1960-01-01", "1969-12-31"),
        ("19XX", "century", "1900-01-01", "1999-12-31"),
        ("2004-XX", "year", "2004-01-01", "2004-12-31"),
        ("2004-XX-XX", "year", "2004-01-01", "2004-12-31"),
        ("2004-05-XX", "month", "2004-05-01", "2004-05-31"),
        ("2001-21", "season", "2001-03-01", "2001-05-31"),
        ("2001-22", "season", "2001-06-01", "2001-08-31"),
        ("2001-23", "season", "2001-09-01", "2001-11-30"),
        ("2001-24", "season", "2001-12-01", "2002-02-28"),
        ("2003-24", "season", "2003-12-01", "2004-02-29"),
        ("1994~", "year", "1994-01-01", "1994-12-31"),
        ("1994?", "year", "1994-01-01", "1994-12-31"),
        ("1994%", "year", "1994-01-01", "1994-12-31"),
        ("2024-05-28~", "day", "2024-05-28", "2024-05-28"),
        ("2001-21?", "season", "2001-03-01", "2001-05-31"),
        ("196X%", "decade", "1960-01-01", "1969-12-31"),
        ("2021-08/..", "span", "2021-08-01", ""),
        ("2021-08/", "span", "2021-08-01", ""),
        ("/2021-08", "span", "", "2021-08-31"),
        ("../2021-08", "span", "", "2021-08-31"),
        ("/..", "span", "", ""),
        ("1960/1969", "span", "1960-01-01", "1969-12-31"),
        ("1960~/1969%", "span", "1960-01-01", "1969-12-31"),
        ("2021-08/2021", "span", "2021-08-01", "2021-12-31"),
        ("[..2025-04-24]", "range", "", "2025-04-24"),
        ("[2002..]", "range", "2002-01-01", ""),
        ("[2021-08..2022-01]", "range", "2021-08-01", "2022-01-31"),
        ("[196X..2001-24]", "range", "1960-01-01", "2002-02-28"),
        ("0001", "year", "0001-01-01", "0001-12-31"),
        ("000X", "decade", "0001-01-01", "0009-12-31"),
        ("00XX", "century", "0001-01-01", "0099-12-31"),
        ("9999-12-31", "day", "9999-12-31", "9999-12-31"),
        ("9999-05", "month", "9999-05-01", "9999-05-31"),
        ("9999-24", "season", "9999-12-01", "9999-12-31"),
        ("99XX", "century", "9900-01-01", "9999-12-31"),
    ],
)
def test_a_date_has_the_precision_and_the_days_that_it_states(
    text: str, precision: str, earliest: str, latest: str
) -> None:
    when = parse(text)
    assert (when.precision, when.earliest, when.latest) == (precision, _day(earliest), _day(latest))


@each_of(
    "text",
    [
        "",
        " ",
        "..",
        "/",
        "../..",
        "//",
        "~",
        "/?",
        "..~/2021",
        "2022/2021",
        "2021-08-02/2021-08-01",
        "2022-01/2021",
        "1960/1965/1969",
        "[2002]",
        "[..]",
        "[]",
        "[",
        "[..2006",
        "[2022..2021]",
        "[2001,2002]",
        "[2001,2003..2006]",
        "[2001..2003,2006]",
        "[..2006~]",
        "[2001?..2006]",
        "[..2006]?",
        "[2001/2002..]",
        "{2001..2006}",
        "2001..2006",
        "2001/[..2006]",
        "0000",
        "0000-05",
        "0000-05-01",
        "0000-XX",
        "0000-24",
        "-0044",
        "10000",
        "Y10000",
        "Y17E7",
        "196",
        "1XXX",
        "XXXX",
        "196x",
        "196X-05",
        "19XX-05-01",
        "2021-XX-05",
        "2021-XX-05/2022",
        "2021-13/2022",
        "2022/2021-13?",
        "2021-0X",
        "2021-00",
        "2021-13",
        "2021-20",
        "2021-25",
        "2021-21-05",
        "2021-21-XX",
        "2021-02-30",
        "2023-02-29",
        "2021-05-00",
        "2021-5",
        "2021-05-1",
        "2021-05-3X",
        "20210503",
        "20210102xx",
        "2021-W05-1",
        "2021-05-03T10:00",
        "2021-05-03Z",
        "?2021",
        "2021?-05",
        "2021-05~-03",
        "2021?~",
        "2021~~",
        "2021 ",
        " 2021",
        "2021\n",
        "２０２１",
        "٢٠٢١",
        "1960s",
        "May 2024",
        "28 May 2024",
        "today",
        "12/11/2024",
        "2021/11/12",
    ],
)
def test_what_is_no_date_is_refused_by_a_message_that_quotes_it(text: str) -> None:
    with pytest.raises(ValueError, match="'") as refused:
        parse(text)
    message = str(refused.value)
    assert shown(text) in message
    assert message.isprintable()


@each_of(
    ("text", "advice"),
    [
        ("28 May 2024", "2024-05-28"),
        ("May 2024", "2024-05"),
        ("1960s", "196X"),
        ("5 June 1999", "; write 1999-06-05"),
        ("June 1999", "; write 1999-06"),
        ("1970s", "; write 197X"),
        ("2021-13", "months from 01 to 12, seasons from 21 to 24"),
        ("2022/2021-13", "months from 01 to 12, seasons from 21 to 24"),
        ("[2021-13..2022]", "months from 01 to 12, seasons from 21 to 24"),
        ("2021-02-30", "not in the calendar: February 2021 has 28 days; write 2021-02, or the"),
        ("2021-02-30?", "February 2021 has 28 days; write 2021-02?, or the right day"),
        ("2021-02-30/2022", "February 2021 has 28 days; write 2021-02/2022, or the right day"),
        ("30 February 2021", "not in the calendar: February 2021 has 28 days; write 2021-02,"),
        ("2021-15-08", "not in the calendar: years run from 0001 to 9999, months from 01 to 12,"),
        ("02/30/2021", "February 2021 has 28 days; write 2021-02, or the right day"),
        ("0843-02-30", "February 843 has 28 days; write 0843-02, or the right day"),
        ("2021-01-32", "January 2021 has 31 days; write 2021-01, or the right day"),
        ("2021-12-32", "December 2021 has 31 days; write 2021-12, or the right day"),
        ("before 1993-00-00", "there is no day or month 00, so leave it out; write"),
        ("1 Jan 0301", "is not an EDTF date; write 0301-01-01"),
        ("29 February 0400", "write 0400-02-29"),
        ("29 February 0300", "February 300 has 28 days; write 0300-02, or the right day"),
        ("1 Jan 0000", "not an EDTF date; write, for example, "),
        ("x 0301", "not an EDTF date; write, for example, "),
        ("28. mai 2024", "not an EDTF date: dates are read in English; write 2024-05-28"),
        ("1. Juni 1990 - 3. maj 1991", "dates are read in English; write 1990-06-01/1991-05-03"),
        ("12 juin 1990", "not an EDTF date: dates are read in English; write 1990-06-12"),
        ("Okt. 1952", "not an EDTF date: dates are read in English; write 1952-10"),
        ("3 dic. 2010", "not an EDTF date: dates are read in English; write 2010-12-03"),
        ("1er août 1990", "dates are read in English; write 1990-08-01"),
        ("1.º de março de 1990", "dates are read in English; write 1990-03-01"),
        ("10 de setembro del 1974", "dates are read in English; write 1974-09-10"),
        ("1 февраля 1924 года", "dates are read in English; write 1924-02-01"),
        ("октябрь 1924 г.", "dates are read in English; write 1924-10"),
        ("15 نوفمبر 1988", "dates are read in English; write 1988-11-15"),
        ("28 أيار 2024", "dates are read in English; write 2024-05-28"),
        ("12 сентября 1990", "dates are read in English; write 1990-09-12"),
        ("um 1954", "not an EDTF date: dates are read in English; write 1954~"),
        ("vers octobre 1954", "dates are read in English; write 1954-10~"),
        ("Alrededor de 1954", "dates are read in English; write 1954~"),
        ("ок. 1954 г.", "dates are read in English; write 1954~"),
        ("około 1954/55", "dates are read in English; write 1954~/1955~"),
        ("12 a 15 de abril de 2011", "in English; write 2011-04-12/2011-04-15"),
        ("28. mars til 3. mai 2011", "in English; write 2011-03-28/2011-05-03"),
        ("1990 bis 1995", "write 1990/1995"),
        ("31. juni 1990", "not in the calendar: June 1990 has 30 days; write 1990-06, or the"),
        ("17. mai", "a year has four digits"),
        ("mai", "not an EDTF date; write, for example, "),
        ("12 Jan 1990 a", "EDTF date: 'a' behind it is not part of one; write 1990-01-12"),
        ("5 soon 5 a", " is not an EDTF date; write, for example, 2024-05-28"),
        ("20210800", "not in the calendar: there is no day or month 00, so leave it out;"),
        ("0000", "years run from 0001 to 9999"),
        ("2022/2021", "ends before it starts"),
        ("[2022..2021]", "ends before it starts"),
        ("[2001,2002]", 'it lists several; write "[2001..2002]" where one of them is meant'),
        ("[[1994-08-20]]", "brackets are for sets, with .. in them; write 1994-08-20"),
        ("[2022,2021]", "is not a set of one range; write [..2006]"),
        ("../..", "/.."),
        ("soon", "1994~"),
    ],
)
def test_a_refusal_says_what_to_write(text: str, advice: str) -> None:
    with pytest.raises(ValueError, match="'") as refused:
        parse(text)
    assert advice in str(refused.value).replace(text, "", 1)


@given(DATES)
def test_a_date_is_written_back_as_it_was_read(text: str) -> None:
    when = parse(text)
    assert when.text == text
    assert parse(when.text) == when


@given(DAYS, st.sampled_from(QUALIFIERS))
def test_a_day_lies_in_its_month_in_its_year_in_its_decade(day: date, qualifier: str) -> None:
    forms = ("day", "month", "year", "decade", "century")
    chain = [parse(f"{FORMS[form](day)}{qualifier}") for form in forms]
    assert [when.precision for when in chain] == list(forms)
    assert chain[0].earliest == chain[0].latest == day
    for inner, outer in itertools.pairwise(chain):
        assert outer.start.first <= inner.start.first
        assert inner.end.last <= outer.end.last


@given(DAYS)
def test_a_month_lies_in_one_season(day: date) -> None:
    month, season = parse(FORMS["month"](day)), parse(FORMS["season"](day))
    assert season.start.first <= month.start.first
    assert month.end.last <= season.end.last


@given(DAYS)
def test_the_day_after_a_period_is_in_the_next_one(day: date) -> None:
    for form in FORMS.values():
        latest = parse(form(day)).latest
        assert latest is not None
        if latest < date.max:
            tomorrow = latest + timedelta(days=1)
            assert parse(form(tomorrow)).earliest == tomorrow


# What other libraries say, where they are right. Both start a first decade or century in a year 0.

IN_YEAR_ZERO = re.compile(r"\b0(0X|00)X")
NO_SEASON = tuple(form for form in FORMS if form != "season")


# edtf reads no `?` on a season, no XX in an open span, no set of two precisions and no "/..", ends
# a winter in December, and puts an unknown end ten years away.
@given(
    _periods(NO_SEASON, QUALIFIERS)
    | _periods(["season"]).filter(lambda text: not text.endswith("-24"))
    | _ranges(CLOSED_OR_OPEN, PLAIN, QUALIFIERS)
    | _ranges(HALF_SETS, PLAIN)
    | st.sampled_from(PLAIN).flatmap(lambda form: _ranges(SETS, [form]))
)
def test_edtf_agrees_on_the_first_and_the_last_day(text: str) -> None:
    assume(not IN_YEAR_ZERO.search(text))
    when, oracle = parse(text), edtf.parse_edtf(text)
    ends = [oracle.lower_strict(), oracle.upper_strict()]
    found = [date(*end[:3]) if isinstance(end, tuple) else None for end in ends]  # or an infinity
    assert found == [when.earliest, when.latest]


# undate reads no season and no set, and no span whose ends share a day.
@given(
    _periods(NO_SEASON, QUALIFIERS) | _ranges((*CLOSED_OR_OPEN, *HALF_KNOWN), NO_SEASON, QUALIFIERS)
)
def test_undate_agrees_on_the_first_and_the_last_day(text: str) -> None:
    first, _, last = text.replace("..", "").partition("/")
    assume(not (first and last) or parse(first).end.last < parse(last).start.first)
    assume(not IN_YEAR_ZERO.search(text))
    when, oracle = parse(text), Undate.parse(text, "EDTF")
    start, end = oracle, oracle
    if isinstance(oracle, UndateInterval):
        start, end = oracle.earliest, oracle.latest
    found = start and str(start.earliest), end and str(end.latest)
    assert found == tuple(day and day.isoformat() for day in (when.earliest, when.latest))


# Matching.

WINDOWS, *ROWS = (
    line.split()
    for line in """
             1965..  1970..  ..1959  ..1965  2007..  2021    2021-12..  ..2021-07
196X         ?       -       -       ?       -       -       -          Y
1960/1969    O       -       -       Y       -       -       -          Y
2021-08/..   Y       Y       -       -       Y       Y       O          -
/..          O       O       ?       ?       O       ?       O          ?
2021-12      Y       Y       -       -       Y       Y       Y          -
[..2006]     ?       ?       ?       ?       -       -       -          Y
1994~        Y       Y       -       -       -       -       -          Y
2021         Y       Y       -       -       Y       Y       ?          ?
""".strip().splitlines()
)


@each_of(
    ("text", "window", "sign"),
    [
        (text, window, sign)
        for text, *signs in ROWS
        for window, sign in zip(WINDOWS, signs, strict=True)
    ],
)
def test_the_truth_table(text: str, window: str, sign: str) -> None:
    assert match(parse(text), _window(window)) == SIGNS[sign]


@each_of(
    ("text", "window", "sign"),
    [
        ("1994~", "1994..", "?"),
        ("1994~", "1995..", "?"),
        ("1994~", "1996..", "-"),
        ("1994~", "..1993", "?"),
        ("1994~", "1990..1999", "Y"),
        ("1994?", "1990..1999", "?"),
        ("1960/1969", "..1960-06", "?"),
        ("/2021-08", "..2020", "?"),
        ("/2021-08", "..2021", "Y"),
        ("2021-08/", "2023", "?"),
        ("2021/2021-03", "..2021-06", "Y"),
        ("2021/2021-03", "..2021-02", "?"),
        ("2021-03/2021", "2021-03..", "Y"),
        ("2021-03/2021", "2021-04..", "?"),
        ("2021/2021", "2021", "Y"),
    ],
)
def test_cases_beside_the_truth_table(text: str, window: str, sign: str) -> None:
    assert match(parse(text), _window(window)) == SIGNS[sign]


@each_of(
    ("text", "window", "sign"),
    [
        # An open end lies beyond every day.
        ("2021-08/..", "9999-12-31..", "O"),
        ("2021-08/..", "..2021-08", "Y"),
        ("2021-08/..", "..2021-08-15", "?"),
        ("../2021-08", "..0001-01-01", "Y"),
        ("../2021-08", "2021-08..", "O"),
        ("../2021-08", "2021-08-02..", "?"),
        ("../2021-08", "2021-09..", "-"),
        # An unknown end is any day from the start, an unknown start any day up to the end.
        ("2021-08/", "2021-08..", "Y"),
        ("2021-08/", "2021-08-02..", "?"),
        ("2021-08/", "..2021-08", "Y"),
        ("2021-08/", "..2021-07", "-"),
        ("/2021-08", "2021-08..", "O"),
        ("/2021-08", "2020..", "O"),
        ("/2021-08", "2020..2021", "O"),
        ("/2021-08", "2020..2021-07", "?"),
        ("/2021-08", "2021-08-02..", "?"),
        ("/2021-08", "2021-09..", "-"),
        ("/2021-08", "..2021-08-30", "?"),
        ("/2021-08~", "..2021-09", "Y"),
        ("/2021-08~", "..2021-08", "?"),
        # Still so, since nobody knows when.
        ("/..", "2021..", "O"),
        ("/..", "..9999", "?"),
        ("/..", "..2021", "?"),
        ("/..", "2021", "?"),
        # A set is one moment, not a span.
        ("[2002..]", "2001..", "Y"),
        ("[2002..]", "2003..", "?"),
        ("[2002..]", "..2002", "?"),
        ("[2002..]", "..2001", "-"),
        ("[2021-08..2022-01]", "2021", "?"),
        ("[2021-08..2022-01]", "2021..2022", "Y"),
        # Each end of a span widens by its own unit.
        ("1960~/1969", "..1961", "Y"),
        ("1960~/1969", "..1960", "?"),
        ("1960~/1969", "..1959", "?"),
        ("1960~/1969", "..1958", "-"),
        ("1960/1969-06~", "1969-05..", "O"),
        ("1960/1969-06~", "1969-06..", "?"),
        ("1960/1969-06~", "1969-07..", "?"),
        ("1960/1969-06~", "1969-08..", "-"),
        ("196X~/..", "..1949", "-"),
        ("196X~/..", "..1950", "?"),
        # A doubt about either end makes a certain match possible, and no other.
        ("1960?/1969", "1965", "?"),
        ("1960/1969?", "1965", "?"),
        ("1960/1969%", "1965", "?"),
        ("1960~/1969", "1965", "O"),
        # A span is under way where its whole start, approximate or not, is before the window.
        ("1960/1969", "1960-12-31..", "Y"),
        ("1960/1969", "1961..", "O"),
        ("1960/1969", "1969-01-01", "O"),
        ("1960/1969", "1969..", "O"),
        ("1960/1969", "..1969", "Y"),
        ("1960~/1969", "1961-12-31", "Y"),
        ("1960~/1969", "1962", "O"),
        ("2021-08/", "2021-08", "Y"),
        ("2021-08/", "2021-09", "?"),
        ("1994?", "1995..", "-"),
        ("1994%", "1995..", "?"),
        ("1994%", "1990..1999", "?"),
        ("1994%", "1996..", "-"),
    ],
)
def test_open_unknown_approximate_and_doubtful_ends(text: str, window: str, sign: str) -> None:
    assert match(parse(text), _window(window)) == SIGNS[sign]


@each_of(
    ("text", "first", "last"),
    [
        ("2024-05-28~", "2024-05-27", "2024-05-29"),
        ("2024-03-01~", "2024-02-29", "2024-03-02"),
        ("2024-01~", "2023-12-01", "2024-02-29"),
        ("2024-05-XX~", "2024-04-01", "2024-06-30"),
        ("2001-21~", "2000-12-01", "2001-08-31"),
        ("2001-24~", "2001-09-01", "2002-05-31"),
        ("1994~", "1993-01-01", "1995-12-31"),
        ("2004-XX~", "2003-01-01", "2005-12-31"),
        ("196X~", "1950-01-01", "1979-12-31"),
        ("19XX~", "1800-01-01", "2099-12-31"),
    ],
)
def test_an_approximate_date_reaches_one_unit_further(text: str, first: str, last: str) -> None:
    when, start, end = parse(text), _ordinal(first), _ordinal(last)
    assert match(when, Window(start, end)) == CERTAIN
    assert match(when, Window(start + 1, end)) == POSSIBLE
    assert match(when, Window(start, end - 1)) == POSSIBLE
    assert match(when, Window(BEGIN, start - 1)) is None
    assert match(when, Window(end + 1, END)) is None
    assert match(when, Window(BEGIN, start)) == POSSIBLE
    assert match(when, Window(end, END)) == POSSIBLE


@each_of(
    ("text", "first", "last"),
    [
        ("0001-01-01~", "0001-01-01", "0001-01-02"),
        ("0001-01~", "0001-01-01", "0001-02-28"),
        ("0001~", "0001-01-01", "0002-12-31"),
        ("000X~", "0001-01-01", "0019-12-31"),
        ("001X~", "0001-01-01", "0029-12-31"),
        ("00XX~", "0001-01-01", "0199-12-31"),
        ("9999-12-31~", "9999-12-30", "9999-12-31"),
        ("9999-12~", "9999-11-01", "9999-12-31"),
        ("9999-24~", "9999-09-01", "9999-12-31"),
        ("9998~", "9997-01-01", "9999-12-31"),
        ("9999~", "9998-01-01", "9999-12-31"),
        ("999X~", "9980-01-01", "9999-12-31"),
        ("99XX~", "9800-01-01", "9999-12-31"),
    ],
)
def test_an_approximate_date_stays_within_the_calendar(text: str, first: str, last: str) -> None:
    when, window = parse(text), Window(_ordinal(first), _ordinal(last))
    assert match(when, window) == CERTAIN
    assert match(when, window._replace(first=window.first + 1)) == POSSIBLE
    assert match(when, window._replace(last=window.last - 1)) == POSSIBLE


@each_of(
    ("text", "before", "possible", "certain"),
    [
        ("2021-08", "2021-07-31", "2021-08-01", "2021-08-31"),
        ("2021-08~", "2021-06-30", "2021-07-01", "2021-09-30"),
        ("2021-08/..", "2021-07-31", "2021-08-01", "2021-08-31"),
        ("1960~/1969", "1958-12-31", "1959-01-01", "1961-12-31"),
        ("[2021-08..2022-01]", "2021-07-31", "2021-08-01", "2022-01-31"),
        ("/2021-08", "", "0001-01-01", "2021-08-31"),
        ("/2021-08~", "", "0001-01-01", "2021-09-30"),
        ("[2002..]", "2001-12-31", "2002-01-01", ""),
        ("2021-08?", "2021-07-31", "2021-08-01", ""),
        ("/2021-08?", "", "0001-01-01", ""),
        ("1960/1969?", "1959-12-31", "1960-01-01", "1960-12-31"),
        ("1960%/1969", "1958-12-31", "1959-01-01", ""),
        ("../2021", "", "", "0001-01-01"),
    ],
)
def test_an_event_has_begun_from_some_day_on(
    text: str, before: str, possible: str, certain: str
) -> None:
    start = beginning(parse(text))
    assert not before or begun_by(start, _ordinal(before)) is None
    assert not possible or begun_by(start, _ordinal(possible)) == POSSIBLE
    if certain:
        assert begun_by(start, _ordinal(certain)) == CERTAIN
        assert not possible or begun_by(start, _ordinal(certain) - 1) == POSSIBLE
    else:
        assert begun_by(start, END - 1) == POSSIBLE


@each_of(
    ("text", "first", "last"),
    [
        ("2021-08", "2021-08-01", "2021-08-31"),
        ("2021-08~", "2021-07-01", "2021-09-30"),
        ("2021-08?", "2021-08-01", "2021-08-31"),
        ("1960~/1969", "1959-01-01", "1969-12-31"),
        ("1960/1969%", "1960-01-01", "1970-12-31"),
    ],
)
def test_an_event_touches_the_days_of_all_that_it_may_be(text: str, first: str, last: str) -> None:
    assert extent(parse(text)) == (_ordinal(first), _ordinal(last))


@each_of("text", ["/..", "../2021", "/2021", "2021/", "2021/.."])
def test_an_event_touches_the_end_of_time_where_none_is_told(text: str) -> None:
    when = parse(text)
    first, last = extent(when)
    assert (first == BEGIN, last == END) == (when.earliest is None, when.latest is None)


@given(DATES)
def test_everything_is_certain_with_no_window(text: str) -> None:
    assert match(parse(text), None) == CERTAIN


@given(DATES, _windows(), _windows())
def test_a_wider_window_never_loses_a_match(text: str, one: Window, other: Window) -> None:
    when = parse(text)
    wide = Window(min(one.first, other.first), max(one.last, other.last))
    assert RANKS[match(when, wide)] >= RANKS[match(when, one)]


@given(DATES, DAYS)
def test_what_is_not_before_a_day_is_not_missed_from_that_day_on(text: str, day: date) -> None:
    when, ordinal = parse(text), day.toordinal()
    assert match(when, Window(ordinal, END)) or match(when, Window(BEGIN, ordinal - 1))


@given(MOMENTS, DAYS)
def test_a_moment_is_not_certain_both_before_a_day_and_from_it_on(text: str, day: date) -> None:
    when, ordinal = parse(text), day.toordinal()
    found = match(when, Window(ordinal, END)), match(when, Window(BEGIN, ordinal - 1))
    assert found != (CERTAIN, CERTAIN)


ENDING_PLAINLY = _periods(FORMS) | _ranges(("{0}/{1}", "{0}~/{1}", "../{0}", "/{0}"), FORMS)


@given(ENDING_PLAINLY, _windows())
def test_a_doubt_makes_certain_possible_and_changes_nothing_else(text: str, window: Window) -> None:
    sure, doubtful = match(parse(text), window), match(parse(f"{text}?"), window)
    assert doubtful == (sure and POSSIBLE)


@given(ENDING_PLAINLY, _windows())
def test_an_approximation_only_widens_what_is_possible(text: str, window: Window) -> None:
    exact, near = match(parse(text), window), match(parse(f"{text}~"), window)
    assert not exact or near


@given(_periods(FORMS), _windows())
def test_a_moment_matches_as_its_days_lie_in_the_window(text: str, window: Window) -> None:
    when = parse(text)
    first = when.earliest.toordinal() if when.earliest else BEGIN
    last = when.latest.toordinal() if when.latest else END
    if window.first <= first and last <= window.last:
        assert match(when, window) == CERTAIN
    else:
        apart = last < window.first or window.last < first
        assert match(when, window) == (None if apart else POSSIBLE)


# A small calendar, day by day: what may be, and what must be.

CALENDAR = [date(2019, 1, 1) + timedelta(n) for n in range(5 * 365)]
UNITS: dict[str, Callable[[date], int]] = {
    "day": date.toordinal,
    "month": lambda day: day.year * 12 + day.month,
    "season": lambda day: (day.year * 12 + day.month) // 3,
    "year": lambda day: day.year,
}
NEAR_DAYS = st.dates(date(2020, 11, 1), date(2021, 4, 30))


class End(NamedTuple):
    """A date or an end of a span: as it is written, and the days that it may be."""

    text: str
    days: list[int]


@st.composite
def _ends(draw: st.DrawFn, qualifiers: tuple[str, ...] = QUALIFIERS) -> End:
    day, form = draw(NEAR_DAYS), draw(st.sampled_from([*UNITS]))
    qualifier = draw(st.sampled_from(qualifiers))
    unit, reach = UNITS[form], int(qualifier in ("~", "%"))
    days = [each for each in CALENDAR if abs(unit(each) - unit(day)) <= reach]
    return End(f"{FORMS[form](day)}{qualifier}", [day.toordinal() for day in days])


@st.composite
def _near_windows(draw: st.DrawFn) -> Window:
    first, last = sorted([draw(NEAR_DAYS).toordinal(), draw(NEAR_DAYS).toordinal()])
    return Window(draw(st.sampled_from([first, BEGIN])), draw(st.sampled_from([last, END])))


def _expected(window: Window, starts: list[int], ends: list[int], *, ongoing: bool) -> str | None:
    """Return the match of what starts on one of some days and ends on one of others, not before."""
    first, last = min(starts), max(ends)
    begins = [s <= window.last for s in starts if s <= last]
    lasts = [window.first <= e for e in ends if e >= first]
    if all(begins) and all(lasts):
        return ONGOING if ongoing and window.first != BEGIN else CERTAIN
    return POSSIBLE if any(begins) and any(lasts) else None


def _agrees(text: str, window: Window, expected: str | None) -> None:
    when = parse(text)
    assert match(when, window) == (expected and POSSIBLE if set("?%") & set(text) else expected)


EVERY_DAY = [BEGIN, *(day.toordinal() for day in CALENDAR), END]


@given(_ends(), _near_windows())
def test_a_moment_is_certain_on_every_of_its_days_and_possible_on_some(
    moment: End, window: Window
) -> None:
    inside = [window.first <= day <= window.last for day in moment.days]
    expected = CERTAIN if all(inside) else POSSIBLE if any(inside) else None
    _agrees(moment.text, window, expected)


@given(_ends(), _ends(), _near_windows())
def test_a_span_is_under_way_where_it_must_have_begun_before(
    start: End, end: End, window: Window
) -> None:
    assume(parse(start.text).start.first <= parse(end.text).end.last)
    before = all(day < window.first for day in start.days)
    expected = _expected(window, start.days, end.days, ongoing=before)
    _agrees(f"{start.text}/{end.text}", window, expected)


# A year of ten days, among them the first and the last of each period that is tried.
FEW_DAYS = [
    *("01-01", "01-14", "01-31", "02-01", "02-14"),
    *("02-28", "03-01", "03-14", "03-31", "12-31"),
]
FEW_PERIODS = ["", *(f"-{form}" for form in ("01", "02", "03", "01-31", "02-14", "03-01"))]


def test_a_span_matches_as_each_start_with_each_end_that_is_no_earlier() -> None:
    days = {f"2021-{day}": date.fromisoformat(f"2021-{day}").toordinal() for day in FEW_DAYS}
    periods = [f"2021{form}" for form in FEW_PERIODS]
    ends = {each: [d for text, d in days.items() if text.startswith(each)] for each in periods}
    bounds = [BEGIN, *days.values(), END]
    windows = [Window(a, b) for a, b in itertools.combinations_with_replacement(bounds, 2)]
    for one, other in itertools.product(periods, repeat=2):
        pairs = [(s, e) for s in ends[one] for e in ends[other] if s <= e]
        for window in windows if pairs else ():
            touches = [s <= window.last and window.first <= e for s, e in pairs]
            before = window.first != BEGIN and all(s < window.first for s, _ in pairs)
            sure = ONGOING if before else CERTAIN
            expected = sure if all(touches) else POSSIBLE if any(touches) else None
            assert match(parse(f"{one}/{other}"), window) == expected, (one, other, window)


@given(_ends(), _near_windows())
def test_an_open_end_lies_beyond_every_day(end: End, window: Window) -> None:
    before = all(day < window.first for day in end.days)
    _agrees(f"{end.text}/..", window, _expected(window, end.days, [END], ongoing=before))
    _agrees(f"../{end.text}", window, _expected(window, [BEGIN], end.days, ongoing=True))


@given(_ends(), _near_windows())
def test_an_unknown_end_is_any_day_from_the_start_and_an_unknown_start_any_up_to_the_end(
    end: End, window: Window
) -> None:
    before, first, last = max(end.days) < window.first, min(end.days), max(end.days)
    later = [day for day in EVERY_DAY if day >= first]
    earlier = [day for day in EVERY_DAY if day <= last]
    _agrees(f"{end.text}/", window, _expected(window, end.days, later, ongoing=before))
    _agrees(f"/{end.text}", window, _expected(window, earlier, end.days, ongoing=True))
    _agrees("/..", window, _expected(window, EVERY_DAY, [END], ongoing=True))


@given(DATES, _windows())
def test_nothing_is_under_way_before_a_window_without_a_first_day(
    text: str, window: Window
) -> None:
    when = parse(text)
    assert match(when, window._replace(first=BEGIN)) != ONGOING
    if match(when, window) == ONGOING:
        assert when.precision == "span"
        assert match(when, window._replace(last=END)) == ONGOING


@given(_periods(FORMS))
def test_about_a_period_is_as_far_as_its_unit_goes(text: str) -> None:
    period = parse(text).start
    months = {"month": 1, "season": 3, "year": 12, "decade": 120, "century": 1200}
    step = relativedelta(months=months.get(period.precision, 0))
    step = step or relativedelta(days=1)
    # At the ends of the calendar there is less room than a unit.
    assume(
        date(101, 1, 1).toordinal() <= period.first <= period.last < date(9800, 1, 1).toordinal()
    )
    first, after = date.fromordinal(period.first), date.fromordinal(period.last + 1)
    assert beginning(parse(f"{text}~"))[:2] == (
        (first - step).toordinal(),
        (after + step).toordinal() - 1,
    )


@each_of(
    ("text", "plain"),
    [
        ("1994~", "1994"),
        ("1994?", "1994"),
        ("2021-08%/..", "2021-08/.."),
        ("/2021-08~", "/2021-08"),
        ("1960~/1969%", "1960/1969"),
        ("[..2006]", "[..2006]"),
        ("/..", "/.."),
    ],
)
def test_a_date_at_its_word_has_no_qualifier(text: str, plain: str) -> None:
    at_its_word, stated = parse(text).plain, parse(plain)
    assert at_its_word[1:] == stated[1:]
    assert at_its_word.text == text


# What most data mean by the year 9999.


def test_an_end_in_the_last_year_is_read_as_it_stands() -> None:
    assert parse("1921-01-01/9999-12-31").latest == date.max


@each_of(
    "text", ["9999-12-31", "9999", "9999-24", "9999~", "9999/..", "[9999..]", "[..9999]", "/.."]
)
def test_a_date_in_the_last_year_tells_no_day(text: str) -> None:
    when = parse(text)
    assert not when.is_dated
    assert anchor(when) is None
    assert when.order >= (NEVER, -END, False)


@each_of("text", ["9998", "999X", "[9998..9999]", "[..9998]", "/9998", "0001"])
def test_a_date_before_the_last_year_tells_a_day(text: str) -> None:
    assert parse(text).is_dated


# Order.


@each_of(
    "chain",
    [
        ["196X", "1960", "1965"],
        ["2021", "2021-08", "2021-08/..", "2021-08-15", "2021-12"],
        ["0001", "/.."],
        ["[..0001-01-01]", "/.."],
        ["9999-12-31", "9999-12-31/..", "/.."],
        ["19XX", "1959", "[..1959]", "1960"],
        ["19XX", "1959", "/1959", "1960"],
        ["19XX", "1959", "../1959", "1960"],
        ["[..2006-05-05]", "/2006-05-05", "2006-05-05"],
        ["196X", "1960", "1960/..", "1960-01", "1960-01-01", "1960-01-01/1960-01-02"],
        ["[1960..]", "196X", "196X/..", "1960/1975"],
        ["[1960..1961]", "1960", "[1960-01..1960-02]"],
        ["1960", "1960/"],
        ["2001-21", "2001-03", "2001-22"],
        ["0001", "0001-01-01", "0999", "1000", "9999"],
    ],
)
def test_the_older_start_comes_first_then_the_wider_and_then_the_moment(chain: list[str]) -> None:
    turned = [*reversed(chain)]
    turned.sort(key=lambda text: parse(text).order)
    assert turned == chain


@each_of(
    ("one", "other"),
    [
        ("2004", "2004-XX"),
        ("1994", "1994~"),
        ("1960/1969", "1960/.."),
        ("1960/1969", "1960/"),
        ("/2006", "../2006"),
        ("[1960..1969]", "196X"),
    ],
)
def test_dates_of_the_same_start_are_equal_in_order(one: str, other: str) -> None:
    assert parse(one).order == parse(other).order


def _stated_order(when: Edtf) -> tuple[bool, date, int, bool]:
    shown = when.earliest or when.latest
    width = when.start.last - when.start.first if when.earliest else END
    return shown is None, shown or date.min, -width, when.precision == "span"


@given(DATES, DATES)
def test_the_order_goes_by_the_first_day_and_the_width_of_the_start(one: str, other: str) -> None:
    a, b = parse(one), parse(other)
    assert (a.order < b.order) == (_stated_order(a) < _stated_order(b))
    assert (a.order == b.order) == (_stated_order(a) == _stated_order(b))


@given(st.lists(_periods(PLAIN)))
def test_the_order_of_plain_dates_is_that_of_their_bytes(texts: list[str]) -> None:
    assert sorted(texts, key=lambda text: parse(text).order) == sorted(texts, key=str.encode)


# Words.


@each_of(
    ("text", "said"),
    [
        ("2024-05-28", "28 May 2024"),
        ("2024-01-02", "2 Jan 2024"),
        ("0099-12-31", "31 Dec 0099"),
        ("2021-08", "Aug 2021"),
        ("2004-05-XX", "May 2004"),
        ("2007", "2007"),
        ("0099", "0099"),
        ("2004-XX", "2004"),
        ("2004-XX-XX", "2004"),
        ("196X", "1960s"),
        ("200X", "2000s"),
        ("19XX", "20th century"),
        ("00XX", "1st century"),
        ("01XX", "2nd century"),
        ("02XX", "3rd century"),
        ("10XX", "11th century"),
        ("11XX", "12th century"),
        ("12XX", "13th century"),
        ("20XX", "21st century"),
        ("99XX", "100th century"),
        ("2001-21", "spring 2001"),
        ("2001-22", "summer 2001"),
        ("2001-23", "autumn 2001"),
        ("2001-24", "winter 2001–02"),
        ("1999-24", "winter 1999–00"),
        ("1994~", "c. 1994"),
        ("1994?", "1994?"),
        ("1994%", "c. 1994?"),
        ("2024-05-28~", "c. 28 May 2024"),
        ("196X?", "1960s?"),
        ("2021-08/..", "since Aug 2021"),
        ("1994~/..", "since c. 1994"),
        ("2021-08/", "from Aug 2021"),
        ("/2021-08", "until Aug 2021"),
        ("../2021-08", "until Aug 2021"),
        ("/..", "not told"),
        ("1960/1969", "1960–69"),
        ("2004-XX/2005-XX-XX", "2004–05"),
        ("2001/2001", "2001"),
        ("1999/2001", "1999–2001"),
        ("2001~/2021~", "c. 2001–21"),
        ("2001?/2021?", "2001–21?"),
        ("2001%/2021%", "c. 2001–21?"),
        ("2001~/2021", "c. 2001 – 2021"),
        ("2001/2021?", "2001 – 2021?"),
        ("196X/197X", "1960s–1970s"),
        ("2001/202X", "2001–2020s"),
        ("196X?/1972", "1960s?–1972"),
        ("2021-08/2022", "Aug 2021 – 2022"),
        ("1960~/1969", "c. 1960 – 1969"),
        ("[..2025-04-24]", "by 24 Apr 2025"),
        ("[2002..]", "2002 or later"),
        ("[2023-10-07..]", "7 Oct 2023 or later"),
        ("[2001..2021]", "in 2001–21"),
        ("[2001..2001]", "in 2001"),
        ("[1999..2001]", "between 1999 and 2001"),
        ("[2001..202X]", "between 2001 and 2020s"),
        ("[2021-08..2022-01]", "between Aug 2021 and Jan 2022"),
        # A month and a year that both ends share are said once, where neither end is in doubt.
        ("2021-06-20/2021-06-25", "20–25 Jun 2021"),
        ("2021-06-20/2021-08-15", "20 Jun – 15 Aug 2021"),
        ("2021-06-20/2021-06", "20 Jun – Jun 2021"),
        ("2021-06/2021-08", "Jun – Aug 2021"),
        ("2021-21/2021-08-15", "spring – 15 Aug 2021"),
        ("2021-06/2021-22", "Jun – summer 2021"),
        ("2021-06-20/2021-06-20", "20 Jun 2021"),
        ("2021-06/2021-06", "Jun 2021"),
        ("196X~/196X~", "c. 1960s"),
        ("2021-06~/2021-06", "c. Jun 2021 – Jun 2021"),
        ("[2021-08-15..2021-08-15]", "between 15 Aug 2021 and 15 Aug 2021"),
        ("[2019-01..2019-01-XX]", "between Jan 2019 and Jan 2019"),
        ("2020-06-20/2021-06-25", "20 Jun 2020 – 25 Jun 2021"),
        ("2021/2021-08", "2021 – Aug 2021"),
        ("2021-08/2021", "Aug 2021 – 2021"),
        ("2021-12/2021-24", "Dec 2021 – winter 2021–22"),
        ("2021-06-20~/2021-06-25~", "c. 20 Jun 2021 – c. 25 Jun 2021"),
        ("2021-06-20/2021-06-25?", "20 Jun 2021 – 25 Jun 2021?"),
        ("[2021-06-20..2021-06-25]", "between 20 and 25 Jun 2021"),
        ("[2021-06-20..2021-08]", "between 20 Jun and Aug 2021"),
        ("[2021..2021-08]", "between 2021 and Aug 2021"),
    ],
)
def test_a_date_is_said_as_people_read_it(text: str, said: str) -> None:
    assert words(parse(text)) == said


@each_of(
    ("text", "under", "said"),
    [
        ("2024-05-28", "2024", "28 May"),
        ("2021-08", "2021", "Aug"),
        ("2004-05-XX", "2004", "May"),
        ("2001-21", "2001", "spring"),
        ("2025-06-19?", "2025", "19 Jun?"),
        ("2021-08~", "2021", "c. Aug"),
        ("2021-08/..", "2021", "since Aug"),
        ("2021-08~/..", "2021", "since c. Aug"),
        ("2021-08/", "2021", "from Aug"),
        ("/2021-08", "2021", "until Aug"),
        ("../2021-08", "2021", "until Aug"),
        ("2021-08/2021-10", "2021", "Aug – Oct"),
        ("2021-06-20/2021-06-25", "2021", "20–25 Jun"),
        ("2021-06-20/2021-08-15", "2021", "20 Jun – 15 Aug"),
        ("[2021-06-20..2021-06-25]", "2021", "between 20 and 25 Jun"),
        ("2021-08-01/2021-08-05?", "2021", "1 Aug – 5 Aug?"),
        ("[..2025-04-24]", "2025", "by 24 Apr"),
        ("[2023-10-07..]", "2023", "7 Oct or later"),
        ("[2021-08..2021-10]", "2021", "between Aug and Oct"),
        ("2021-08/2021", "2021", "Aug – 2021"),
        ("[2021-08..2021]", "2021", "between Aug and 2021"),
        ("[2021-08..2021-08]", "2021", "between Aug and Aug"),
        # It stands where nothing finer is known.
        ("2021", "2021", "2021"),
        ("2021~", "2021", "c. 2021"),
        ("2004-XX", "2004", "2004"),
        ("2025/..", "2025", "since 2025"),
        ("[2021..2021]", "2021", "in 2021"),
        # It stands where the date leaves the year, as each winter does.
        ("2001-24", "2001", "winter 2001–02"),
        ("2001-12/2001-24", "2001", "Dec 2001 – winter 2001–02"),
        ("[2001-12..2001-24]", "2001", "between Dec 2001 and winter 2001–02"),
        ("2021-08/2022-01", "2021", "Aug 2021 – Jan 2022"),
        ("2021-08/2022", "2021", "Aug 2021 – 2022"),
        ("2020-12/2021-08", "2021", "Dec 2020 – Aug 2021"),
        ("2001~/2021~", "2001", "c. 2001–21"),
        ("[2001..2021]", "2001", "in 2001–21"),
        ("[2021-08..2022-01]", "2021", "between Aug 2021 and Jan 2022"),
        # It stands under another year, or what is none.
        ("2021-08", "2020", "Aug 2021"),
        ("1965-08", "196X", "Aug 1965"),
        ("196X", "196X", "1960s"),
        ("19XX", "19XX", "20th century"),
        ("/..", "2021", "not told"),
        ("2021-08", "", "Aug 2021"),
        # One before 1000 has no zero before it.
        ("0843-08", "0843", "Aug"),
        ("0843-08", "0842", "Aug 843"),
        ("0843/0850", "0843", "843–50"),
        ("[0843..0850]", "0843", "in 843–50"),
        ("0843-08/0850", "0843", "Aug 843 – 850"),
        ("[..0843]", "0843", "by 843"),
    ],
)
def test_a_year_is_not_said_again_under_its_heading(text: str, under: str, said: str) -> None:
    assert words(parse(text), under) == said


@given(_periods(FORMS, QUALIFIERS))
def test_a_moment_under_its_heading_is_said_with_the_same_words_but_the_year(text: str) -> None:
    when = parse(text)
    heading = enclosing(when.start, "year").text
    said = words(when, heading)
    year = words(parse(heading))
    assert said in (words(when), words(when).replace(f" {year}", ""))
    assert words(when.start, heading) == said


@each_of(
    ("text", "said", "named"),
    [
        ("2021", "in 2021", "2021"),
        ("2021-08", "in Aug 2021", "Aug 2021"),
        ("2024-05-28", "on 28 May 2024", "28 May 2024"),
        ("196X", "in the 1960s", "the 1960s"),
        ("19XX", "in the 20th century", "the 20th century"),
        ("2001-24", "in winter 2001–02", "winter 2001–02"),
        ("0843", "in 843", "843"),
        ("0843-08-10", "on 10 Aug 843", "10 Aug 843"),
        ("0843-21", "in spring 843", "spring 843"),
        ("0843-24", "in winter 843–44", "winter 843–44"),
        ("0999-24", "in winter 999–00", "winter 999–00"),
        ("084X", "in the 840s", "the 840s"),
        ("010X", "in the 100s", "the 100s"),
        ("08XX", "in the 9th century", "the 9th century"),
        ("0043-08", "in Aug 0043", "Aug 0043"),  # Aug 43 may be of 1943
        ("0043", "in 0043", "0043"),
        ("004X", "in the 0040s", "the 0040s"),
    ],
)
def test_a_period_is_said_in_a_sentence(text: str, said: str, named: str) -> None:
    period = parse(text).start
    assert (phrase(period), with_article(period)) == (said, named)


@given(DATES)
def test_words_hold_no_notation(text: str) -> None:
    assert not set("/[]X~%").intersection(words(parse(text)))


# Where a date is filed.


@each_of(
    ("text", "filed"),
    [
        ("2024-05-28", "2024-05-28"),
        ("196X", "196X"),
        ("1994~", "1994"),
        ("1960/1969", "1960"),
        ("2021-08/..", "2021-08"),
        ("2021-08/", "2021-08"),
        ("/2021-08", "2021-08-31"),
        ("../2021-08", "2021-08-31"),
        ("[..2006]", "2006-12-31"),
        ("[2002..]", "2002-01-01"),
        ("[2021-08..2022-01]", "2021-08-01"),
    ],
)
def test_a_date_is_filed_under_its_start_or_the_first_or_last_day_that_it_may_be(
    text: str, filed: str
) -> None:
    period, expected = anchor(parse(text)), parse(filed)
    assert period is not None
    assert (period.text, period.first, period.last) == (
        filed,
        expected.start.first,
        expected.end.last,
    )


def test_a_date_of_which_nothing_is_known_is_filed_nowhere() -> None:
    assert anchor(parse("/..")) is None


@each_of(
    ("text", "unit", "expected"),
    [
        ("2024-05-28", "year", "2024"),
        ("2024-05-28", "decade", "202X"),
        ("0001-01~", "year", "0001"),
        ("1994~", "year", "1994"),
        ("1994?", "decade", "199X"),
        ("2001-24", "year", "2001"),
        ("1999-24", "decade", "199X"),
        ("196X", "year", "196X"),
        ("196X~", "year", "196X"),
        ("196X", "decade", "196X"),
        ("19XX%", "decade", "19XX"),
    ],
)
def test_a_period_lies_in_one_year_or_decade_or_stands_for_itself(
    text: str, unit: str, expected: str
) -> None:
    assert enclosing(parse(text).start, unit) == parse(expected).start


@given(DAYS)
def test_a_day_by_its_number_is_a_period(when: date) -> None:
    assert day_of(when.toordinal()) == parse(when.isoformat()).start
    assert day_words(when.toordinal()) == words(parse(when.isoformat()))


# What people type.

MONTHS = tuple(calendar.month_name)


@each_of(
    ("typed", "edtf_text"),
    [
        ("2021", "2021"),
        ("2021-08", "2021-08"),
        ("2021-08-15", "2021-08-15"),
        ("2001-21", "2001-21"),
        ("196X", "196X"),
        ("19XX", "19XX"),
        ("2004-XX", "2004-XX"),
        ("2004-XX-XX", "2004-XX-XX"),
        ("2004-05-XX", "2004-05-XX"),
        ("1990s", "199X"),
        ("840s", "084X"),
        ("0840s", "084X"),
        ("100s", "010X"),
        ("2000s", "200X"),
        ("May 2024", "2024-05"),
        ("may 2024", "2024-05"),
        ("AUG 2021", "2021-08"),
        ("Sept 2021", "2021-09"),
        ("28 May 2024", "2024-05-28"),
        ("5th May 2024", "2024-05-05"),
        ("1st May 2024", "2024-05-01"),
        ("22nd december 1999", "1999-12-22"),
        ("3rd Feb 1000", "1000-02-03"),
        ("May 5, 2024", "2024-05-05"),
        ("May 5 2024", "2024-05-05"),
        ("May 5th, 2024", "2024-05-05"),
        ("29 February 2024", "2024-02-29"),
        ("spring 2021", "2021-21"),
        ("Summer 2021", "2021-22"),
        ("autumn 2021", "2021-23"),
        ("fall 2021", "2021-23"),
        ("winter 2021", "2021-24"),
        ("this month", "2025-03"),
        ("Last  Month", "2025-02"),
        ("this year", "2025"),
        ("last year", "2024"),
        (" 28\tMay  2024\n", "2024-05-28"),
        ("today", "2025-03-31"),
        ("Today", "2025-03-31"),
        ("yesterday", "2025-03-30"),
        ("0 days ago", "2025-03-31"),
        ("1 day ago", "2025-03-30"),
        ("2 days ago", "2025-03-29"),
        ("1 week ago", "2025-03-24"),
        ("2 weeks ago", "2025-03-17"),
        ("1 month ago", "2025-02-28"),
        ("13 months ago", "2024-02-29"),
        ("1 year ago", "2024-03-31"),
        ("2 years ago", "2023-03-31"),
        ("2024 years ago", "0001-03-31"),
    ],
)
def test_a_bound_may_be_typed_as(typed: str, edtf_text: str) -> None:
    assert parse_bound(typed, TODAY) == parse(edtf_text).start


def test_a_quarter_is_a_bound_of_its_own() -> None:
    period = parse_bound(" q4  2021", TODAY)
    assert period == ((_ordinal("2021-10-01"), _ordinal("2021-12-31"), "quarter", "Q4 2021", ""))
    assert parse_bound(period.text, TODAY) == period


@each_of(
    ("typed", "today", "expected"),
    [
        ("last month", date(2024, 3, 31), "2024-02"),
        ("last month", date(2024, 1, 1), "2023-12"),
        ("this month", date(1, 1, 1), "0001-01"),
        ("last year", date(2024, 2, 29), "2023"),
        ("this year", date(9999, 12, 31), "9999"),
    ],
)
def test_months_and_years_go_by_today(typed: str, today: date, expected: str) -> None:
    assert parse_bound(typed, today) == parse(expected).start


def test_quotes_within_quotes_lead_as_far_as_anything_is_looked_at() -> None:
    assert lead_for('"' * 10 + "2021" + '"' * 10).forms == ("2021",)
    assert lead_for('"' * 10**6).forms == ()
    assert lead_for(f'"{"in the " * 7}year 2021"').forms == ("2021",)


def test_a_long_chain_of_what_is_no_date_leads_nowhere() -> None:
    text = f"[1814-05-16{'..2908-16' * 400}]"
    assert lead_for(text).forms == ()


@pytest.mark.parametrize("typed", ["last month", "last year", "yesterday", "1 week ago"])
def test_nothing_is_before_the_first_year(typed: str) -> None:
    with pytest.raises(ValueError, match=f"'{typed}' is before the year 0001; write 2021, "):
        parse_bound(typed, date(1, 1, 1))


def test_a_year_before_a_leap_day_is_the_last_of_february() -> None:
    assert parse_bound("1 year ago", date(2024, 2, 29)) == parse("2023-02-28").start


@each_of(
    "typed",
    [
        "",
        "   ",
        "10",
        "may",
        "sat",
        "Saturday 2021",
        "28 May 24",
        "28 May",
        "May 28",
        "2021-13",
        "10:30",
        "Aug – Oct",
        "Q5 2021",
        "Q1 0000",
        "0000-Q1",
        "5 summer 2021",
        "this day",
        "this week",
        "next year",
        "last decade",
        "some years ago",
        "9999999d",
        "9999y",
        "5 foo 2021",
        "before summer 2021",
        "before 0001",
        "after 9999",
        "the",
        "2024 2025",
        "/..",
        "1990 or 1995",
        "1984-02-3X",
        "winter 2001-03",
        "a" * 1000,
        "1-" * 500,
        "２０２１",
        "２８ May 2024",
        "２ years ago",
        "1 wee\u212a ago",  # a Kelvin sign
        "20210102xx",
        "0000",
        "10000",
        "-2021",
        "+2021",
        "1_990",
        "28 Foo 2024",
        "1965s",
        "199s",
        "tomorrow",
        "1.5 years ago",
        "in 2 days",
        "2025 years ago",
        "99999 years ago",
        "999999 months ago",
        "\x1b[31m2021",
    ],
)
def test_a_refused_bound_is_told_the_accepted_forms(typed: str) -> None:
    with pytest.raises(ValueError, match="; write ") as refused:
        parse_bound(typed, TODAY)
    message = str(refused.value)
    assert message.isprintable()
    forms = [form.strip("'") for form in message.rpartition("; write ")[2].split(", ")]
    assert len(forms) > 5
    for form in forms:
        assert parse_bound(form, TODAY)


@each_of(
    ("typed", "said"),
    [
        ("soon", "'soon' is not a date; "),
        (" soon ", "' soon ' is not a date; "),
        ("30  February 2021", "'30  February 2021' is not in the calendar: "),
        ("2021-13", "'2021-13' is not in the calendar: "),
        ("2025 years ago", "'2025 years ago' is before the year 0001; "),
    ],
)
def test_a_refused_bound_is_quoted_as_it_was_typed(typed: str, said: str) -> None:
    with pytest.raises(ValueError, match="'") as refused:
        parse_bound(typed, TODAY)
    assert str(refused.value).startswith(said)


@given(st.dates(date(1000, 1, 1)), st.dates())
def test_words_mean_the_same_on_every_day(day: date, today: date) -> None:
    expected, name = parse(day.isoformat()).start, MONTHS[day.month]
    for typed in (
        f"{day.day} {name} {day.year}",
        f"{day.day:02} {name[:3].upper()} {day.year}",
        f"{day.day}th {name.lower()} {day.year}",
        f"{name} {day.day}, {day.year}",
    ):
        assert parse_bound(typed, today) == expected
    assert parse_bound(f"{name} {day.year}", today) == parse(FORMS["month"](day)).start


@given(PERIODS, st.dates())
def test_a_period_of_the_notation_is_a_bound_on_every_day(text: str, today: date) -> None:
    assert parse_bound(text, today) == parse(text).start


@given(st.dates(), st.integers(0, 9999))
def test_days_ago_are_counted_back_from_today(today: date, number: int) -> None:
    assume(number < today.toordinal())
    expected = parse((today - timedelta(days=number)).isoformat()).start
    assert parse_bound(f"{number} days ago", today) == expected


# What is nearly right leads on.

# As it is typed, what to write in a file, and what the command line takes: a bound, in terms of
# --since and --until where it is a range, and what --year takes, where that is something else.
LEADS = [
    tuple(part.strip() for part in line.split("|"))
    for line in """
2021-8                         | 2021-08                     | 2021-08
2021/8                         | 2021-08                     | 2021-08
2021-8-5                       | 2021-08-05                  | 2021-08-05
2021/8/5                       | 2021-08-05                  | 2021-08-05
2021/08/15                     | 2021-08-15                  | 2021-08-15
2021.08.15                     | 2021-08-15                  | 2021-08-15
2021,8,15                      | 2021-08-15                  | 2021-08-15
2021,8                         | 2021-08                     | 2021-08
2021 08 15                     | 2021-08-15                  | 2021-08-15
2021 08                        | 2021-08                     | 2021-08
1999/01                        | 1999-01                     | 1999-01
2021/1                         | 2021-01                     | 2021-01
2021/08                        | 2021-08                     | 2021-08
2021/12                        | 2021-12                     | 2021-12
2021.8                         | 2021-08                     | 2021-08
8/2021                         | 2021-08                     | 2021-08
20210815                       | 2021-08-15                  | 2021-08-15
20210815120000                 | 2021-08-15                  | 2021-08-15
20210815T120000Z               | 2021-08-15                  | 2021-08-15
12 Jan 1990 a                  | 1990-01-12                  | 1990-01-12
8 January 1991 AA              | 1991-01-08                  | 1991-01-08
28 May 1924 NS                 | 1924-05-28                  | 1924-05-28
5 March 1905 (N.S.)            | 1905-03-05                  | 1905-03-05
2024-05-28 AD                  | 2024-05-28                  | 2024-05-28
1990-05 CE                     | 1990-05                     | 1990-05
AD 1990-05-12                  | 1990-05-12                  | 1990-05-12
2024-05-28 (A.D.)              | 2024-05-28                  | 2024-05-28
1964-XX-16                     | 1964                        | 1964
1964-uu-16                     | 1964                        | 1964
1964-??-16                     | 1964                        | 1964
+1993-08-20T00:00:00Z          | 1993-08-20                  | 1993-08-20
+1993-00-00T00:00:00Z          | 1993                        | 1993
+1952-05-12T00:00:00Z/11       | 1952-05-12                  | 1952-05-12
+1952-05-00T00:00:00Z/10       | 1952-05                     | 1952-05
+1952-00-00T00:00:00Z/9        | 1952                        | 1952
+1952-00-00T00:00:00Z/8        | 195X                        | 195X
+2000-00-00T00:00:00Z/7        | 19XX                        | 19XX
+1901-00-00T00:00:00Z/7        | 19XX                        | 19XX
2nd century                    | 01XX                        | 01XX
approximately 1994             | 1994~                       | 1994
2021m12                        | 2021-12                     | 2021-12
Tue May 28 10:30:00 CEST 2024  | 2024-05-28                  | 2024-05-28
during 2021                    | 2021                        | 2021
in years 1994                  | 1994                        | 1994
28 May 2024, 10:30 hrs         | 2024-05-28                  | 2024-05-28
28 May 2024 10:30 UTC+2        | 2024-05-28                  | 2024-05-28
May 1st, 2024.                 | 2024-05-01                  | 2024-05-01
2010/11/12                     | 2010-11-12                  | 2010-11-12
1998-00                        | 1998                        | 1998
1999-00-05                     | 1999                        | 1999
1998-24-00                     | 1998-24                     | 1998-24
0/5/2021?                      | 2021-05?                    | 2021-05
00/13/1905                     | 1905                        | 1905
2021-00/2021-00-05             | 2021/2021                   | 2021..2021
2024-05-28/05-28               | 2024-05-28/2024-05-28       | 2024-05-28..2024-05-28
1906 Jan-Mar                    | 1906-01/1906-03             | 1906-01..1906-03
1906, Feb. - Apr.               | 1906-02/1906-04             | 1906-02..1906-04
1906 Nov-Feb                    | 1906-11/1907-02             | 1906-11..1907-02
1990 May - present              | 1990-05/..                  | 1990-05..
1982--1983                     | 1982/1983                   | 1982..1983
1982-05-01--1983-06            | 1982-05-01/1983-06          | 1982-05-01..1983-06
197--1983                      | 197X/1983                   | 197X..1983
1996_2000                      | 1996/2000                   | 1996..2000
<2024-05-28 Tue>               | 2024-05-28                  | 2024-05-28
[2024-05-28 Tue]               | 2024-05-28                  | 2024-05-28
12MAY1990:10:00:00             | 1990-05-12                  | 1990-05-12
28 May 2024 at 10:00           | 2024-05-28                  | 2024-05-28
on or about 12 May 1990        | 1990-05-12~                 | 1990-05-12
1990 am                        | 1990                        | 1990
May or June 1994               | [1994-05..1994-06]          | 1994-05..1994-06
28 or 29 May 1994              | [1994-05-28..1994-05-29]    | 1994-05-28..1994-05-29
28.V.2024                      | 2024-05-28                  | 2024-05-28
1. XII. 2024                   | 2024-12-01                  | 2024-12-01
3 i 2024                       | 2024-01-03                  | 2024-01-03
1990.                          | 1990                        | 1990
197-                           | 197X                        | 197X
197-?                          | 197X?                       | 197X
19--                           | 19XX                        | 19XX
20--                           | 20XX                        | 20XX
(1990)                         | 1990                        | 1990
(c. 1990)                      | 1990~                       | 1990
(28 May 1990)                  | 1990-05-28                  | 1990-05-28
1990 or 1991                   | [1990..1991]                | 1990..1991
Dec 1990 or Jan 1991           | [1990-12..1991-01]          | 1990-12..1991-01
1994 approx.                   | 1994~                       | 1994
1994 (ca.)                     | 1994~                       | 1994
before 1993-00-00              | [..1992]                    | ..1992
after 1993-05-00               | [1993-06..]                 | 1993-06..
202108                         | 2021-08                     | 2021-08
178309                         | 1783-09                     | 1783-09
2021-08-15 00:00:00+00         | 2021-08-15                  | 2021-08-15
20210800                       | 2021-08                     | 2021-08
20210000/..                    | 2021/..                     | 2021..
1993-00-06                     | 1993                        | 1993
1993-05-00 00:00:00            | 1993-05                     | 1993-05
1993-00-00/1994-00             | 1993/1994                   | 1993..1994
00/05/2024                     | 2024-05                     | 2024-05
05/00/2024                     | 2024-05                     | 2024-05
28/00/2024                     | 2024                        | 2024
1945.0                         | 1945                        | 1945
2021–08–15                     | 2021-08-15                  | 2021-08-15
1993-00-00                     | 1993                        | 1993
1993-05-00                     | 1993-05                     | 1993-05
1993-00                        | 1993                        | 1993
1993-00-XX                     | 1993                        | 1993
1993-xx-xx                     | 1993-XX-XX                  | 1993-XX-XX
1993-00-00/1994                | 1993/1994                   | 1993..1994
1993-00-00?                    | 1993?                       | 1993
1990-uu-uu                     | 1990                        | 1990
1990-05-uu                     | 1990-05                     | 1990-05
1990-??-??                     | 1990                        | 1990
circa 198?                     | 198X~                       | 198X
198?-1990                      | 198X/1990                   | 198X..1990
209?                           | 209X                        | 209X
084?                           | 084X                        | 084X
20??                           | 20XX                        | 20XX
09??                           | 09XX                        | 09XX
843?                           | 0843?                       | 0843
210?                           | 0210?                       | 0210
June 0843 (?)                  | 0843-06?                    | 0843-06
c. 843 (?)                     | 0843%                       | 0843
843 (?)                        | 0843?                       | 0843
until 843?                     | /0843?                      | ..0843
199u                           | 199X                        | 199X
199x                           | 199X                        | 199X
199?                           | 199X                        | 199X
19uu                           | 19XX                        | 19XX
19??                           | 19XX                        | 19XX
1984-1X                        | [1984-10..1984-12]          | 1984-10..1984-12
1984-0u                        | [1984-01..1984-09]          | 1984-01..1984-09
1984-05-0X                     | [1984-05-01..1984-05-09]    | 1984-05-01..1984-05-09
1984-05-1X                     | [1984-05-10..1984-05-19]    | 1984-05-10..1984-05-19
1984-02-2X                     | [1984-02-20..1984-02-29]    | 1984-02-20..1984-02-29
1984-05-3X                     | [1984-05-30..1984-05-31]    | 1984-05-30..1984-05-31
1984-04-3u                     | [1984-04-30..1984-04-30]    | 1984-04-30..1984-04-30
2021-01-02T10:00:00Z           | 2021-01-02                  | 2021-01-02
2021-01-02 24:00               | 2021-01-02                  | 2021-01-02
2021-01-02 10:00 CEST          | 2021-01-02                  | 2021-01-02
2021-01-02 10:00               | 2021-01-02                  | 2021-01-02
2021-01-02T10:00:00.123+02:00  | 2021-01-02                  | 2021-01-02
28 May 2024, 10:30 pm          | 2024-05-28                  | 2024-05-28
28-May-2024                    | 2024-05-28                  | 2024-05-28
28MAY2024                      | 2024-05-28                  | 2024-05-28
aug2021                        | 2021-08                     | 2021-08
2024m5                         | 2024-05                     | 2024-05
2024M05                        | 2024-05                     | 2024-05
"2021"                         | 2021                        | 2021
“May 2024”                     | 2024-05                     | 2024-05
28. May 2024                   | 2024-05-28                  | 2024-05-28
2024 May 28                    | 2024-05-28                  | 2024-05-28
28th of May, 2024              | 2024-05-28                  | 2024-05-28
Tuesday, 28 May 2024           | 2024-05-28                  | 2024-05-28
on 28 May 2024                 | 2024-05-28                  | 2024-05-28
Aug. 2021                      | 2021-08                     | 2021-08
May-2024                       | 2024-05                     | 2024-05
summer of 2021                 | 2021-22                     | 2021-22
winter 2001–02                 | 2001-24                     | 2001-24
winter 1999-2000               | 1999-24                     | 1999-24
winter of 1999-00              | 1999-24                     | 1999-24
Winter 2018–19 – Jan 2019      | 2018-24/2019-01             | 2018-24..2019-01
in 2021                        | 2021                        | 2021
the year 2021                  | 2021                        | 2021
the 1990s                      | 199X                        | 199X
1990's                         | 199X                        | 199X
20th century                   | 19XX                        | 19XX
3rd century                    | 02XX                        | 02XX
19th cent.                     | 18XX                        | 18XX
100th century                  | 99XX                        | 99XX
the 1st c.                     | 00XX                        | 00XX
AD 79                          | 0079                        | 0079
79 CE                          | 0079                        | 0079
AD 2021                        | 2021                        | 2021
c. 1994                        | 1994~                       | 1994
ca. 1994                       | 1994~                       | 1994
ca 1994                        | 1994~                       | 1994
circa 1994                     | 1994~                       | 1994
about May 1994                 | 1994-05~                    | 1994-05
~1994                          | 1994~                       | 1994
?1994                          | 1994?                       | 1994
1994 (?)                       | 1994?                       | 1994
probably 1994                  | 1994?                       | 1994
c. 1994?                       | 1994%                       | 1994
1994 (est.)                    | 1994~                       | 1994
1994 (estimated)               | 1994~                       | 1994
1994-05-28 (c.)                | 1994-05-28~                 | 1994-05-28
1994 (uncertain)               | 1994?                       | 1994
1994 (date uncertain)          | 1994?                       | 1994
May [2014]                     | 2014-05                     | 2014-05
?? May 2014                    | 2014-05                     | 2014-05
2014-?-?                       | 2014                        | 2014
2024-05-28 UTC                 | 2024-05-28                  | 2024-05-28
2024-05-28Z                    | 2024-05-28                  | 2024-05-28
2024-05-28T10                  | 2024-05-28                  | 2024-05-28
Tue May 28 10:30:00 2024       | 2024-05-28                  | 2024-05-28
Tue May 28 10:30:00 +0200 2024 | 2024-05-28                  | 2024-05-28
28 May 2024 10:00 - 12:00      | 2024-05-28                  | 2024-05-28
28 May 2024 → 3:00 PM          | 2024-05-28                  | 2024-05-28
28 May 2024 10:00 AM (GMT+2)   | 2024-05-28                  | 2024-05-28
28 May 2024 10:00 (UTC) – 11:00 | 2024-05-28                 | 2024-05-28
Tue May 28 10:30:00 UTC 2024   | 2024-05-28                  | 2024-05-28
throughout 2014                | 2014-01/2014-12             | 2014-01..2014-12
throughout Feb 2014            | 2014-02-01/2014-02-28       | 2014-02-01..2014-02-28
throughout the 1960s           | 1960/1969                   | 1960..1969
throughout the 19th century    | 1800/1899                   | 1800..1899
by the 1960s                   | [..196X]                    | ..196X
throughout 1960-69             | 1960/1969                   | 1960..1969
first half of 2001             | [2001-01..2001-06]          | 2001-01..2001-06
2nd half of 2001               | [2001-07..2001-12]          | 2001-07..2001-12
H1 2001                        | [2001-01..2001-06]          | 2001-01..2001-06
2H 2001                        | [2001-07..2001-12]          | 2001-07..2001-12
2001-H2                        | [2001-07..2001-12]          | 2001-07..2001-12
2001 h1                        | [2001-01..2001-06]          | 2001-01..2001-06
1H2001                         | [2001-01..2001-06]          | 2001-01..2001-06
H2 2001                        | [2001-07..2001-12]          | 2001-07..2001-12
2001H2                         | [2001-07..2001-12]          | 2001-07..2001-12
1st half of 2001               | [2001-01..2001-06]          | 2001-01..2001-06
the first half of the 1990s    | [1990..1994]                | 1990..1994
second half of the 1990s       | [1995..1999]                | 1995..1999
<2003                          | [..2002]                    | ..2002
≤ 2003                         | [..2003]                    | ..2003
>May 2003                      | [2003-06..]                 | 2003-06..
>=2003                         | [2003..]                    | 2003..
pre-1914                       | [..1913]                    | ..1913
post 1945                      | [1946..]                    | 1946..
c. 2001–21                     | 2001~/2021~                 | 2001..2021
2021-8?                        | 2021-08?                    | 2021-08
since 2021                     | 2021/..                     | 2021..
since Aug 2021                 | 2021-08/..                  | 2021-08..
from 2021                      | 2021/..                     | 2021..
2021 onwards                   | 2021/..                     | 2021..
until 2021                     | /2021                       | ..2021
till 2021                      | /2021                       | ..2021
up to 2021                     | /2021                       | ..2021
by 24 Apr 2025                 | [..2025-04-24]              | ..2025-04-24
before 2006                    | [..2005]                    | ..2005
before the 1990s               | [..1989]                    | ..1989
before 2006-03                 | [..2006-02]                 | ..2006-02
before 1 March 2006            | [..2006-02-28]              | ..2006-02-28
after 2001                     | [2002..]                    | 2002..
after 199X                     | [2000..]                    | 2000..
after 2006-02                  | [2006-03..]                 | 2006-03..
after 28 Feb 2006              | [2006-03-01..]              | 2006-03-01..
prior to 2006                  | [..2005]                    | ..2005
not later than 2006            | [..2006]                    | ..2006
no later than May 2006         | [..2006-05]                 | ..2006-05
not after 2006                 | [..2006]                    | ..2006
on or before 28 May 1990       | [..1990-05-28]              | ..1990-05-28
not before 1990                | [1990..]                    | 1990..
no earlier than 1990           | [1990..]                    | 1990..
not earlier than 1990          | [1990..]                    | 1990..
on or after 1 May 1990         | [1990-05-01..]              | 1990-05-01..
2021 on                        | 2021/..                     | 2021..
12 May 1990 on                 | 1990-05-12/..               | 1990-05-12..
since May 1990 on              | 1990-05/..                  | 1990-05..
1990s on                       | 199X/..                     | 199X..
from 2001 onwards              | 2001/..                     | 2001..
2002 or later                  | [2002..]                    | 2002..
2002 or earlier                | [..2002]                    | ..2002
since c. 1994                  | 1994~/..                    | 1994..
since 843?                     | 0843?/..                    | 0843..
since c. 198?                  | 198X~/..                    | 198X..
1960-1969                      | 1960/1969                   | 1960..1969
1960 – 1969                    | 1960/1969                   | 1960..1969
1960–69                        | 1960/1969                   | 1960..1969
1960 - 69                      | 1960/1969                   | 1960..1969
May 5/6 1905                   | 1905-05-05/1905-05-06       | 1905-05-05..1905-05-06
5 May/6 June 1905              | 1905-05-05/1905-06-06       | 1905-05-05..1905-06-06
2021/22                        | 2021/2022                   | 2021..2022
1960 to 1969                   | 1960/1969                   | 1960..1969
from 1960 to 1969              | 1960/1969                   | 1960..1969
1960 through 1969              | 1960/1969                   | 1960..1969
from May through July 1995     | 1995-05/1995-07             | 1995-05..1995-07
1960 until 1969                | 1960/1969                   | 1960..1969
c. 1960 – 1969                 | 1960~/1969                  | 1960..1969
2021-8/2022                    | 2021-08/2022                | 2021-08..2022
2021-08-15-2021-08-20          | 2021-08-15/2021-08-20       | 2021-08-15..2021-08-20
28-30 May 2024                 | 2024-05-28/2024-05-30       | 2024-05-28..2024-05-30
May 28–30, 2024                | 2024-05-28/2024-05-30       | 2024-05-28..2024-05-30
May 28 to 30 2024              | 2024-05-28/2024-05-30       | 2024-05-28..2024-05-30
Aug – Oct 2021                 | 2021-08/2021-10             | 2021-08..2021-10
5 June to 7 July 2024          | 2024-06-05/2024-07-07       | 2024-06-05..2024-07-07
2001/now                       | 2001/..                     | 2001..
2001/open                      | 2001/..                     | 2001..
2001-present                   | 2001/..                     | 2001..
2001–incumbent                 | 2001/..                     | 2001..
2001 to the present day        | 2001/..                     | 2001..
2001–present day               | 2001/..                     | 2001..
2001/unknown                   | 2001/                       | 2001..
unknown/2001                   | /2001                       | ..2001
open/2001                      | ../2001                     | ..2001
2001/?                         | 2001/                       | 2001..
not known/2001                 | /2001                       | ..2001
1994-?                         | 1994/                       | 1994..
Aug 2021–                      | 2021-08/..                  | 2021-08..
Aug 2021 -                     | 2021-08/..                  | 2021-08..
Aug 2021/..                    | 2021-08/..                  | 2021-08..
Aug 2021/                      | 2021-08/                    | 2021-08..
Aug 2021 / ?                   | 2021-08/                    | 2021-08..
/Aug 2021                      | /2021-08                    | ..2021-08
../Aug 2021                    | ../2021-08                  | ..2021-08
–Aug 2021                      | /2021-08                    | ..2021-08
28/May/2024/..                 | 2024-05-28/..               | 2024-05-28..
May 28, 2024/..                | 2024-05-28/..               | 2024-05-28..
1990s-                         | 199X/..                     | 199X..
summer 2021/..                 | 2021-22/..                  | 2021-22..
c. Aug 2021/..                 | 2021-08~/..                 | 2021-08..
2021-08-                       | 2021-08/..                  | 2021-08..
between 1990 and 1999          | [1990..1999]                | 1990..1999
11 February 1731/2             | 1732-02-11                  | 1732-02-11
24 Mar 1731/32                 | 1732-03-24                  | 1732-03-24
Feb 1699/00                    | 1700-02                     | 1700-02
2024-05-28/29                  | 2024-05-28/2024-05-29       | 2024-05-28..2024-05-29
2024-12-28/01-02               | 2024-12-28/2025-01-02       | 2024-12-28..2025-01-02
2024-05-28–30                  | 2024-05-28/2024-05-30       | 2024-05-28..2024-05-30
2024-05-28/06-02               | 2024-05-28/2024-06-02       | 2024-05-28..2024-06-02
2024-05-01/03                  | 2024-05-01/2024-05-03       | 2024-05-01..2024-05-03
2024-13-05                     | 2024-05-13                  | 2024-05-13
1816:01:05                     | 1816-01-05                  | 1816-01-05
A.D. 476                       | 0476                        | 0476
476 C. E.                      | 0476                        | 0476
2024年5月28日                  | 2024-05-28                  | 2024-05-28
2024年5月8日                   | 2024-05-08                  | 2024-05-08
2010年12月                     | 2010-12                     | 2010-12
2001年2月                      | 2001-02                     | 2001-02
2024年                         | 2024                        | 2024
="1994"                        | 1994                        | 1994
«1994»                         | 1994                        | 1994
200-                           | 200X                        | 200X
5 March 1905, new style        | 1905-03-05                  | 1905-03-05
Q12021                         | [2021-01..2021-03]          | Q1 2021
Tue May 28 2024 00:00:00 GMT+0200 (CEST) | 2024-05-28        | 2024-05-28
28 May 2011 (2011-05-28)       | 2011-05-28                  | 2011-05-28
2011-05-28 (28 May 2011)       | 2011-05-28                  | 2011-05-28
2001-12-14 21:59:43.10 -5      | 2001-12-14                  | 2001-12-14
""".strip().splitlines()
]  # fmt: skip
BOTH_WAYS = [
    ("12/11/2024", "2024-11-12 (12 November 2024) or 2024-12-11 (11 December 2024)"),
    ("5/6 1905", "1905-06-05 (5 June 1905) or 1905-05-06 (6 May 1905)"),
    ("05:06:1816", "1816-06-05 (5 June 1816) or 1816-05-06 (6 May 1816)"),
    ("1-2-2024", "2024-02-01 (1 February 2024) or 2024-01-02 (2 January 2024)"),
    ("5 6 1905", "1905-06-05 (5 June 1905) or 1905-05-06 (6 May 1905)"),
]
ONE_WAY = [
    ("01:01:1816", "1816-01-01 (1 January 1816)"),
    ("15. 8. 2021", "2021-08-15 (15 August 2021)"),
    ("5. 8. 2021", "2021-08-05 (5 August 2021)"),
    ("15.08.2021", "2021-08-15 (15 August 2021)"),
    ("15.08.0843", "0843-08-15 (15 August 843)"),
    ("1.2.2024", "2024-02-01 (1 February 2024)"),
    ("1.12.2024", "2024-12-01 (1 December 2024)"),
    ("05.28.2024", "2024-05-28 (28 May 2024)"),
    ("28/05/2024", "2024-05-28 (28 May 2024)"),
    ("28/5 2024", "2024-05-28 (28 May 2024)"),
    ("1.2 2024", "2024-02-01 (1 February 2024)"),
    ("05/28/2024", "2024-05-28 (28 May 2024)"),
    ("05-05-2024", "2024-05-05 (5 May 2024)"),
]


def _refusal(text: str, read: Callable[[str], object] = parse) -> str:
    with pytest.raises(ValueError, match="'") as refused:
        read(text)
    message = str(refused.value)
    assert message.isprintable()
    assert message.startswith(f"{shown(text)} is ")
    assert len(message) < 390 - len("--since: ")
    return message


def _bound(text: str) -> Period:
    return parse_bound(text, TODAY)


def _written(message: str) -> str:
    """Return what a message says to write, without quotes for the shell."""
    advice = message.partition("; write ")[2].removesuffix(", or the right day")
    return advice.removesuffix(" where years are meant").strip("'\"")


def _options(ends: str) -> str:
    since, dots, until = ends.partition("..")
    if not dots:
        return ends
    parts = (f"--since {since}" if since else "", f"--until {until}" if until else "")
    return " ".join(filter(None, parts))


@each_of(("typed", "in_file", "asked"), LEADS)
def test_what_is_nearly_right_leads_on(typed: str, in_file: str, asked: str) -> None:
    assert _written(_refusal(typed)) == in_file
    assert parse(in_file).text == in_file
    assert _written(_refusal(typed, _bound)) == _options(asked)
    assert _written(_refusal(typed, _window)) == asked
    assert _window(asked)
    only = ("".join(dict.fromkeys(asked.partition("..")[::2])), asked.replace("..", " or "))
    assert _written(_refusal(typed, lambda text: parse_bound(text, TODAY, DAY))) in only


@each_of(
    "text",
    [
        "１２/11/2024",
        "12/11/2024.",
        "12/11/2024 or so",
        "12/11-2024",
        "in 79",
        "-",
        "May..2024",
        "1990 1",
        "1990 12",
        "28 or 30 May 1994",
        "800-",
        "843?/850?",
        "84??",
        "21??",
        "198 ?",
        "c. 198_",
        "June 198?",
        "5 May/6 1905",
        "5 May to 6 1905",
        "5 May until 6 1905",
        "1990--05",
        "20110528_201112",
        "2010,11,12",
        "1910,11,12",
        "before 5/6/2021",
        "since c. 5/6/2021",
        "25 October (7 November)",
    ],
)
def test_what_is_not_plain_leads_nowhere(text: str) -> None:
    assert "; write, for example, 2024-05-28, " in _refusal(text)


@each_of(("typed", "said"), [*BOTH_WAYS, *ONE_WAY])
def test_a_day_in_another_order_is_not_guessed(typed: str, said: str) -> None:
    two = " and has two readings" if " or " in said else ""
    assert _refusal(typed) == f"'{typed}' is not an EDTF date{two}; write {said}"
    for read in (_bound, _window):
        assert _refusal(typed, read) == f"'{typed}' is not a date{two}; write {said}"


@each_of(
    ("typed", "forms", "ends"),
    [
        ("2001/02", "2001-02 or 2001/2002", "2001-02 or 2001..2002"),
        ("2001–02", "2001-02 or 2001/2002", "2001-02 or 2001..2002"),
        ("2001‑02", "2001-02 or 2001/2002", "2001-02 or 2001..2002"),
        ("1905–6", "1905-06 or 1905/1906", "1905-06 or 1905..1906"),
        ("1905/6", "1905-06 or 1905/1906", "1905-06 or 1905..1906"),
        ("2001-2", "2001-02 or 2001/2002", "2001-02 or 2001..2002"),
        ("1914–8", "1914-08 or 1914/1918", "1914-08 or 1914..1918"),
        ("1998–01", "1998-01 or 1998/2001", "1998-01 or 1998..2001"),
        ("c. 1998–01", "1998-01~ or 1998~/2001~", "1998-01 or 1998..2001"),
        ("1999–00", "1999 or 1999/2000", "1999 or 1999..2000"),
        ("1999/00", "1999 or 1999/2000", "1999 or 1999..2000"),
        ("1999-00?", "1999? or 1999?/2000?", "1999 or 1999..2000"),
        ("2021-08-?", "2021-08 or 2021-08/", "2021-08 or 2021-08.."),
        ("2021??", "2021? or 2021", "2021 or 2021"),
        ("2021+", '2021/.. or "[2021..]"', "2021.. or 2021.."),
        ("May 2021 +", '2021-05/.. or "[2021-05..]"', "2021-05.. or 2021-05.."),
        ("1994ff", "1994/.. or 1994/", "1994.. or 1994.."),
        ("1994 ff.", "1994/.. or 1994/", "1994.. or 1994.."),
    ],
)
def test_a_month_or_the_next_year_is_not_guessed(typed: str, forms: str, ends: str) -> None:
    assert _refusal(typed).endswith(f"and has two readings; write {forms}")
    assert _refusal(typed, _window).endswith(f"and has two readings; write {ends}")


def test_no_month_may_be_none_or_the_last_year_of_a_century() -> None:
    why = "there is no day or month 00, so leave it out"
    said = f"is not in the calendar and has two readings: {why}; write 1999 or 1999/2000"
    assert _refusal("1999-00") == f"'1999-00' {said}"
    assert _refusal("9999–00").endswith(f"calendar: {why}; write 9999")


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("1990-91?", "1990?/1991?"),
        ("c. 1990-91", "1990~/1991~"),
        ("1990-91 (?)", "1990?/1991?"),
        ("1936-39?", "1936?/1939?"),
        ("2001-42", "2001/2042"),
        *(("2001-33", '"[2001-01..2001-03]" or 2001/2033'),),
        *(("2001-39", '"[2001-09..2001-12]" or 2001/2039'),),
        *(("2001-41", '"[2001-07..2001-12]" or 2001/2041'),),
    ],
)
def test_years_in_doubt_in_the_form_of_a_month_lead_on(typed: str, form: str) -> None:
    said = f"; write {form} where years are meant"
    assert f"{typed}' is not in the calendar: years run" in _refusal(typed)
    assert _refusal(typed).endswith(said)


@each_of("typed", ["1900-01-00", "1/0/1900", "0/1/1900", "01/00/1900", "00:00:00"])
def test_day_0_of_a_spreadsheet_is_a_blank(typed: str) -> None:
    said = "a spreadsheet shows 0 so, which is not a day; leave the cell blank"
    assert _refusal(typed) == f"'{typed}' is not in the calendar: {said}"


@each_of(
    ("typed", "why"),
    [
        ("11 Feb 1731/2", "a year that began in March is written as from January on"),
        ("<2024-05-27 Tue>", "27 May 2024 is a Monday"),
        ("[2024-05-27 Tue]", "27 May 2024 is a Monday"),
        ('"28 May 2024"', ""),
        ("5 March 1905 (N.S.)", ""),
        ("2010年12月", ""),
        ("1945.0", ""),
        ("1945.00", ""),
        ("February 11, 1731/2", "a year that began in March is written as from January on"),
        ("1964-XX-16", "a day tells nothing where its month is not known"),
    ],
)
def test_a_day_that_is_told_otherwise_is_said_to_be(typed: str, why: str) -> None:
    assert lead_for(typed).why == why


@pytest.mark.parametrize("typed", ["1990-99", "2010-13", "9998-99"])
def test_years_in_the_form_of_a_month_lead_on(typed: str) -> None:
    first, last = typed[:4], f"{typed[:2]}{typed[5:]}"
    said = "months from 01 to 12, seasons from 21 to 24; write "
    assert f"{said}{first}/{last} where years are meant" in _refusal(typed)
    assert f"{said}{first}..{last} where years are meant" in _refusal(typed, _window)


@each_of(
    "text",
    [
        "44 BC",
        "44 BCE",
        "44 b.c.",
        "March 44 BC",
        "446/445 BC",
        "500–480 v. Chr.",
        "52 av. J.-C.",
        "c. 190 a. C.",
        "BC 44",
        "-0044",
        "-0044-03-15",
        "-0044-03-15T00:00:00Z",
        "-44",
    ],
)
def test_years_before_the_first_cannot_be_written(text: str) -> None:
    assert _refusal(text) == f"'{text}' is not an EDTF date: years before 0001 cannot be written"
    said = f"'{text}' is not a date: years before 0001 cannot be written; write 2021, "
    assert _refusal(text, _bound).startswith(said)


@pytest.mark.parametrize("text", ["–2001", "—2001"])
def test_a_dash_before_a_year_may_be_of_a_start_that_is_not_told(text: str) -> None:
    why = "years before 0001 cannot be written; write"
    assert _refusal(text) == f"'{text}' is not an EDTF date: {why} /2001 where until then is meant"


@pytest.mark.parametrize(
    ("text", "form", "asked"),
    [
        ("[1994]", "1994", "1994"),
        ("[1994?]", "1994?", "1994"),
        ("[c. 1994]", "1994~", "1994"),
        ("[May 1994]", "1994-05", "1994-05"),
    ],
)
def test_brackets_without_dots_are_for_no_sets(text: str, form: str, asked: str) -> None:
    why = "brackets are for sets, with .. in them"
    assert lead_for(text).refusal(text, "one", "") == f"'{text}' is not one: {why}; write {form}"
    assert _refusal(text, _bound) == f"'{text}' is not a date: {why}; write {asked}"


@pytest.mark.parametrize(
    ("text", "form"),
    [("[May] 2014", "2014-05"), ("28 [May] 2014", "2014-05-28"), ("[28] May 2014", "2014-05-28")],
)
def test_brackets_around_what_is_inferred_are_left_out(text: str, form: str) -> None:
    assert lead_for(text) == Lead((form,))


@each_of(
    ("behind", "more"),
    [
        ("(1)", ""),
        ("(b)", ""),
        ("(Oslo)", " where that is all that is meant"),
        ("(until 1996)", " where that is all that is meant"),
        ("(May)", " where that is all that is meant"),
    ],
)
def test_what_brackets_say_of_a_date_is_not_left_out(behind: str, more: str) -> None:
    why = f"'{behind}' behind it is not part of one"
    text = f"1994 {behind}"
    assert _refusal(text) == f"'{text}' is not an EDTF date: {why}; write 1994{more}"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("May and June 2014", "2014-05/2014-06"),
        ("30 and 31 May 2014", "2014-05-30/2014-05-31"),
        ("28 & 29 May 1994", "1994-05-28/1994-05-29"),
        ("28&29 May 1994", "1994-05-28/1994-05-29"),
        ("1990 and 1995", "1990/1995"),
    ],
)
def test_two_dates_are_one_only_as_a_span(text: str, form: str) -> None:
    said = f"is not an EDTF date: it is two; write {form} where a span is meant"
    assert _refusal(text) == f"'{text}' {said}"


@each_of(
    ("text", "form", "year"),
    [
        ("before c. 1850", "[..YEAR]", "last"),
        ("by about 1850", "[..YEAR]", "last"),
        ("before c. 1984-1X", "[..YEAR]", "last"),
        ("after circa 1850", "[YEAR..]", "first"),
        ("> c. 1850", "[YEAR..]", "first"),
        ("before 843?", "[..YEAR]", "last"),
        ("post-843?", "[YEAR..]", "first"),
        ("before 843 (?)", "[..YEAR]", "last"),
        ("before c. 198?", "[..YEAR]", "last"),
    ],
)
def test_a_bound_is_never_in_doubt(text: str, form: str, year: str) -> None:
    said = f'never in doubt; write "{form}" with the {year} year that it may be'
    assert _refusal(text).endswith(f"date: the bound of a set is {said}")


@each_of(
    "text",
    [
        *("throughout soon", "throughout 28 May 2014", "throughout"),
        *(
            "2023-W40",
            "2024-150",
            "XII 1990",
            "soon and May 2014",
            "May and soon",
            "soon+",
            "soon 18+",
            "1994f",
        ),
        *("Tue May 28 25:30:00 2024", "2024-05-28T25", "2024-05-28 EST", "est. 1994", "pre1914"),
        *("1994f", "11 April 1731/2", "11 Feb 1760/1", "11 Feb 1731/5", "soon 1731/2"),
        *("until c. soon", "since about 18", "third half of 2001", "~1850+", "1994 and 1850"),
        *("Date(2024,12,1)", "1994 and soon", "since 1984-1X", "c. 1984-1X", "1984-1X or 1985"),
        "25 March 1751/2",
    ],
)
def test_what_only_looks_like_a_stretch_of_time_leads_nowhere(text: str) -> None:
    assert lead_for(text).forms == ()


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("[1990,1991]", "[1990..1991]"),
        ("{1990 , June 1991}", "[1990..1991-06]"),
        ("[1990,1992,1995..1997]", "[1990..1997]"),
    ],
)
def test_a_list_of_dates_leads_on_to_a_set(text: str, form: str) -> None:
    assert lead_for(text) == Lead((form,), "it lists several", " where one of them is meant")


@each_of(
    ("text", "forms"),
    [
        ("late 1994", ("1994", "[1994-09..1994-12]")),
        ("Mid-1994", ("1994", "[1994-05..1994-08]")),
        ("at the end of 1994", ("1994", "[1994-09..1994-12]")),
        ("the beginning of 1994", ("1994", "[1994-01..1994-04]")),
        ("in the early 1990s", ("199X", "[1990..1993]")),
        ("middle of the 1990s", ("199X", "[1994..1996]")),
        ("end of February 1996", ("1996-02", "[1996-02-21..1996-02-29]")),
        ("start of May 1996", ("1996-05", "[1996-05-01..1996-05-10]")),
        ("mid-Feb 1997", ("1997-02", "[1997-02-11..1997-02-20]")),
        ("late 19th century", ("18XX",)),
        ("early Saturday", ()),
    ],
)
def test_a_vague_date_leads_on_to_the_whole_and_a_third(text: str, forms: tuple[str, ...]) -> None:
    lead = lead_for(text)
    assert lead.forms == forms
    assert lead.why == ("it is vague" if forms else "")


@each_of(
    "text", ["{1990}", "{1990,soon}", "[1991,1990]", "[1990-1991]", "[1990/1991]", "[1990..soon]"]
)
def test_brackets_around_several_dates_lead_nowhere(text: str) -> None:
    assert lead_for(text).forms == ()


@each_of(
    "text",
    [
        *("10000", "Y12021", "02021-01-01", "21-01-02", "28.05.24", "28 May 24", "5/28/24"),
        *("28 May", "11-Sep", "May 28", "Sept-24", "90s", "the '90s", "early 90s", "in the 90's"),
        *("5 May", "28May", "by the 90s", "late 90s", "mid-90s"),
    ],
)
def test_a_year_needs_four_digits(text: str) -> None:
    why = "a year has four digits, from 0001 to 9999"
    assert _refusal(text) == f"'{text}' is not an EDTF date: {why}"
    assert f"is not a date: {why}; write 2021, " in _refusal(text, _bound)


@pytest.mark.parametrize("text", ["800", "476-09", "476-09-04"])
def test_a_year_of_three_digits_lacks_a_zero(text: str) -> None:
    why = "a year has four digits, from 0001 to 9999"
    assert _refusal(text) == f"'{text}' is not an EDTF date: {why}; write 0{text}"


def test_months_in_words_have_years_from_1000_on() -> None:
    assert _refusal("May 0843", _bound) == "'May 0843' is not a date; write 0843-05"
    assert _bound("May 1000") == _bound("1000-05")


@each_of(
    ("text", "form"),
    [
        *(("c. 800", "0800~"), ("about 930", "0930~"), ("before 900", '"[..0899]"')),
        *(("843?", "0843?"), ("since 843?", "0843?/.."), ("c. 843 (?)", "0843%")),
        *(("c. 198 (?)", "0198%"), ("June 843 (?)", "0843-06?"), ("c. 198-05", "0198-05~")),
        *(("1.945", "1945"), ("1,945", "1945"), ("2'021", "2021")),
    ],
)
def test_a_year_has_four_digits_and_no_sign_between_them(text: str, form: str) -> None:
    why = "a year has four digits, from 0001 to 9999"
    assert _refusal(text) == f"'{text}' is not an EDTF date: {why}; write {form}"


@pytest.mark.parametrize("text", ["5 March 1905 (O.S.)", "1905-03-05 O. S.", "Julian 5 Mar 1905"])
def test_a_day_in_the_old_style_is_not_taken_for_one_in_the_new(text: str) -> None:
    why = "a day in the old style (Julian calendar) is written in the new one"
    assert _refusal(text) == f"'{text}' is not an EDTF date: {why}"


@each_of(
    "text",
    [
        "2567 BE",
        "1300 AH",
        "A.H. 1300",
        "1344 S.H.",
        "5784 AM",
        "28 May 2567 B.E.",
        "2081 BS",
        "AH 300",
    ],
)
def test_a_year_of_another_calendar_is_not_taken_for_one_of_ours(text: str) -> None:
    said = "its year is of another calendar; write the Gregorian one"
    assert _refusal(text) == f"'{text}' is not an EDTF date: {said}"
    assert _refusal(text, _bound) == f"'{text}' is not a date: {said}"


@each_of(
    ("text", "day", "span"),
    [
        ("5/18 March 1905", "1905-03-18", "1905-03-05/1905-03-18"),
        ("23 October/5 November 1905", "1905-11-05", "1905-10-23/1905-11-05"),
        ("1/13 May 1850", "1850-05-13", "1850-05-01/1850-05-13"),
        ("March 5/18, 1905", "1905-03-18", "1905-03-05/1905-03-18"),
        ("March 16/29, 1905", "1905-03-29", "1905-03-16/1905-03-29"),
        ("12 March (25 March) 1905", "1905-03-25", "1905-03-12/1905-03-25"),
        ("1/11 May 1602", "1602-05-11", "1602-05-01/1602-05-11"),
        ("16 February/1 March 1923", "1923-03-01", "1923-02-16/1923-03-01"),
        ("25 October (7 November) 1917", "1917-11-07", "1917-10-25/1917-11-07"),
        ("25 October(7 November) 1917", "1917-11-07", "1917-10-25/1917-11-07"),
        ("25 October 1917 (7 November)", "1917-11-07", "1917-10-25/1917-11-07"),
        ("5 March (18 March) 1905", "1905-03-18", "1905-03-05/1905-03-18"),
        ("20 December 1905 (2 January 1906)", "1906-01-02", "1905-12-20/1906-01-02"),
        ("20 December 1905 (2 January) 1906", "1906-01-02", "1905-12-20/1906-01-02"),
    ],
)
def test_a_day_in_both_styles_may_be_a_span_too(text: str, day: str, span: str) -> None:
    assert lead_for(text).forms == (day, span)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("5/17 March 1905", "1905-03-05/1905-03-17"),
        ("5/18 March 1985", "1985-03-05/1985-03-18"),
        ("5-18 March 1905", "1905-03-05/1905-03-18"),
    ],
)
def test_other_days_are_in_one_style(text: str, span: str) -> None:
    assert lead_for(text).forms == (span,)


@each_of(
    "text",
    [
        "9 April (4 October) 1990",
        "26 September (28 May) 1066",
        "30 December (12 January) 1905",
        "31 June (13 July) 1905",
        "5 Foo (13 July) 1905",
        "5 July (13 Foo) 1905",
        "2024-05-28-06",
        "2024-05-28/28",
        "5 March (5 March) 1990",
    ],
)
def test_days_that_are_not_as_far_apart_as_they_would_have_to_be(text: str) -> None:
    assert lead_for(text).forms == ()


@each_of(
    "text",
    [
        "Tuesday, 29 May 1453",
        "Sat, 14 October 1066",
        "Tuesday 30 January 1649",
        "Sunday 9 January 1905",
        "Sunday 22 January 1905",
        "Wednesday 25 October 1917",
    ],
)
def test_a_day_has_the_weekday_of_either_style(text: str) -> None:
    (day,) = lead_for(text).forms
    assert lead_for(text) == Lead((day,))


def test_another_weekday_contradicts() -> None:
    assert lead_for("Monday 9 January 1905").why == ""
    assert lead_for("Friday 9 January 1905").why == "9 January 1905 is a Monday"
    assert lead_for("Wednesday 28 May 2024").why == "28 May 2024 is a Tuesday"
    assert lead_for("Monday 31 May 2024").why == "31 May 2024 is a Friday"


def test_a_span_of_one_year_is_not_meant_by_a_month() -> None:
    assert _refusal("1999-99").endswith("months from 01 to 12, seasons from 21 to 24")


@each_of(
    ("text", "forms"),
    [
        ("..2006", ("[..2006]",)),
        ("2002..", ("[2002..]",)),
        ("2002..now", ("[2002..]",)),
        ("between 2002 and now", ("[2002..]",)),
        ("soon..2006", ()),
        ("2002..soon", ()),
    ],
)
def test_dots_between_dates_lead_on_to_a_set(text: str, forms: tuple[str, ...]) -> None:
    assert lead_for(text).forms == forms


def test_what_is_longer_than_dates_are_leads_nowhere() -> None:
    assert lead_for("the " * 14 + "2021").forms == ("2021",)
    assert lead_for("the " * 15 + "2021").forms == ()


def test_what_is_no_month_tells_no_year() -> None:
    assert _refusal("part 24").startswith("'part 24' is not an EDTF date; write, for example")


def test_an_equals_sign_before_a_bound_is_left_out() -> None:
    assert _refusal("=2021", _bound) == "'=2021' is not a date; write 2021"


@each_of(
    ("typed", "form"),
    [
        ("1994~", "1994"),
        ("1994?", "1994"),
        ("2021-08%", "2021-08"),
        ("2021/..", "--since 2021"),
        ("2021/", "--since 2021"),
        ("/2021", "--until 2021"),
        ("2021-08~/2022", "--since 2021-08 --until 2022"),
        ("[..2021]", "--until 2021"),
        ("[2021..]", "--since 2021"),
    ],
)
def test_a_date_of_files_that_is_no_bound_leads_on(typed: str, form: str) -> None:
    assert _refusal(typed, _bound) == f"'{typed}' is not a plain date; write {form}"


@each_of(
    ("typed", "form", "since"),
    [
        ("60d", "60 days ago", True),
        ("60 D", "60 days ago", True),
        ("1d", "1 day ago", True),
        ("2w", "2 weeks ago", True),
        ("3m", "3 months ago", True),
        ("6mo", "6 months ago", True),
        ("1y", "1 year ago", True),
        ("2010y", "2010 years ago", True),
        ("5 years", "5 years ago", True),
        ("-7d", "7 days ago", True),
        ("last week", "1 week ago", True),
        ("last 60 days", "60 days ago", True),
        ("the last two years", "2 years ago", True),
        ("past month", "1 month ago", True),
        ("a year ago", "1 year ago", False),
        ("two weeks ago", "2 weeks ago", False),
        ("60d ago", "60 days ago", False),
        ("now", "today", False),
        ("Tonight", "today", False),
        ("present", "today", False),
        ("the present", "today", False),
    ],
)
def test_days_that_are_nearly_counted_lead_on(typed: str, form: str, *, since: bool) -> None:
    quoted = f"'{form}'" if " " in form else form
    assert _refusal(typed, _bound) == f"'{typed}' is not a date; write {quoted}"
    in_range = form + "..today" * since
    assert _written(_refusal(typed, _window)) == in_range
    assert _window(in_range)


@pytest.mark.parametrize("typed", ["2021-Q1", "2021Q1", "Q1-2021", "q1/2021"])
def test_a_quarter_that_is_nearly_right_leads_on(typed: str) -> None:
    assert _refusal(typed) == f"'{typed}' is not an EDTF date; write \"[2021-01..2021-03]\""
    assert _refusal(typed, _bound) == f"'{typed}' is not a date; write 'Q1 2021'"
    assert _refusal(typed, _window) == f"'{typed}' is not a date; write 'Q1 2021'"


def test_two_years_in_words_lead_on() -> None:
    assert _written(_refusal("in 2019–20")).startswith("2019/2020")


@given(DATES)
def test_a_date_in_words_leads_on_to_what_is_said_so(text: str) -> None:
    said = words(parse(text))
    assume(said != "not told" and not re.search(r"\b(0?[0-9]{3})s?\b", said))  # before 1000
    try:
        led = parse(said)
    except ValueError as error:
        led = parse(_written(str(error)).partition(" ")[0].strip('"'))
    # "From" is said of an unknown end, "in" of a set of years; a span is what people mean by them.
    expected = re.sub("^in ", "", re.sub("^from", "since", said))
    assert words(led) == expected


@given(st.text(st.sampled_from("0123456789-/. XuT:?~cMay[]"), max_size=20))
def test_whatever_is_suggested_is_accepted(text: str) -> None:
    for read, again in ((parse, parse), (_window, _window)):
        try:
            read(text)
        except ValueError as error:
            advice = _written(str(error))
            if not advice or "for example" in str(error) or ", " in advice:
                continue
            for form in re.sub(r" \([^)]*\)", "", advice).split(" or "):
                again(form.strip("'\""))


@given(
    st.dates(date(1000, 1, 1)),
    st.sampled_from(["{0:%Y}/{0:%m}/{0:%d}", "{0.year}-{0.month}-{0.day}", "{0:%Y%m%d}"]),
)
def test_a_day_in_another_form_leads_on_to_that_day(day: date, form: str) -> None:
    typed = form.format(day).zfill(8)
    assume(typed != day.isoformat())
    for read in (parse, _bound, _window):
        assert _written(_refusal(typed, read)) == day.isoformat()


# Windows.


@each_of(
    ("typed", "first", "last", "said", "opening"),
    [
        ("2021", "2021-01-01", "2021-12-31", "in 2021", "2021"),
        ("1990s", "1990-01-01", "1999-12-31", "in the 1990s", "the 1990s"),
        ("2001-24", "2001-12-01", "2002-02-28", "in winter 2001–02", "winter 2001–02"),
        ("28 May 2024", "2024-05-28", "2024-05-28", "on 28 May 2024", "28 May 2024"),
        ("today", "2025-03-31", "2025-03-31", "on 31 Mar 2025", "31 Mar 2025"),
        ("last year", "2024-01-01", "2024-12-31", "in 2024", "2024"),
        ("this month", "2025-03-01", "2025-03-31", "in Mar 2025", "Mar 2025"),
        ("summer 2021", "2021-06-01", "2021-08-31", "in summer 2021", "summer 2021"),
        ("Q1 2021", "2021-01-01", "2021-03-31", "in Jan–Mar 2021", "Jan–Mar 2021"),
        ("q2 2021", "2021-04-01", "2021-06-30", "in Apr–Jun 2021", "Apr–Jun 2021"),
        ("Q3 2021", "2021-07-01", "2021-09-30", "in Jul–Sep 2021", "Jul–Sep 2021"),
        ("Q4 2021", "2021-10-01", "2021-12-31", "in Oct–Dec 2021", "Oct–Dec 2021"),
        ("Q1 0843", "0843-01-01", "0843-03-31", "in Jan–Mar 843", "Jan–Mar 843"),
        ("Q2 2021..", "2021-04-01", "", "since Apr 2021", "Apr 2021"),
        ("..Q2 2021", "", "2021-06-30", "until Jun 2021", ""),
        (
            *("Q2 2021..Q3 2022", "2021-04-01", "2022-09-30"),
            *("from Apr 2021 to Sep 2022", "Apr 2021"),
        ),
        ("2021..", "2021-01-01", "", "since 2021", "2021"),
        ("1990s..", "1990-01-01", "", "since the 1990s", "the 1990s"),
        ("..2021", "", "2021-12-31", "until 2021", ""),
        ("..1960s", "", "1969-12-31", "until the 1960s", ""),
        ("2021..2022-02", "2021-01-01", "2022-02-28", "from 2021 to Feb 2022", "2021"),
        ("2021..2021", "2021-01-01", "2021-12-31", "in 2021", "2021"),
        ("1990s..199X", "1990-01-01", "1999-12-31", "in the 1990s", "the 1990s"),
        ("2024-05..May 2024", "2024-05-01", "2024-05-31", "in May 2024", "May 2024"),
        ("today..today", "2025-03-31", "2025-03-31", "on 31 Mar 2025", "31 Mar 2025"),
        ("Q1 2021..Q1 2021", "2021-01-01", "2021-03-31", "in Jan–Mar 2021", "Jan–Mar 2021"),
        ("2021-06..2021", "2021-06-01", "2021-12-31", "from Jun 2021 to 2021", "Jun 2021"),
        (
            *("18XX..1960s", "1800-01-01", "1969-12-31"),
            *("from the 19th century to the 1960s", "the 19th century"),
        ),
        (
            *(" May 2024 .. 28 May 2024 ", "2024-05-01", "2024-05-28"),
            *("from May 2024 to 28 May 2024", "May 2024"),
        ),
        (
            *("1 year ago..today", "2024-03-31", "2025-03-31"),
            *("from 31 Mar 2024 to 31 Mar 2025", "31 Mar 2024"),
        ),
    ],
)
def test_a_window_holds_the_whole_periods_of_its_bounds(
    typed: str, first: str, last: str, said: str, opening: str
) -> None:
    days = _ordinal(first) if first else BEGIN, _ordinal(last) if last else END
    assert _window(typed) == Window(*days, said, opening)


@each_of(
    ("typed", "advice"),
    [
        ("", "; write 2021, "),
        ("..", "write A..B, A.. or ..B"),
        (" .. ", "write A..B, A.. or ..B"),
        ("...", "; write 2021, "),
        ("2021...2022", "; write 2021, "),
        ("2021..2022..2023", "'2022..2023' is not a date; write 2022 or 2023"),
        ("[..2021]", "'[..2021]' is not a plain date; write ..2021"),
        ("[..soon]", "'[..soon]' is not a date; write 2021, "),
        ("soon", ", or a range: A..B, A.. or ..B"),
        ("2021..soon", "'soon' is not a date; write 2021, "),
        ("soon..2021", "'soon' is not a date; write 2021, "),
        ("2021-8..2022", "write 2021-08..2022"),
        ("2021/..", "write 2021.."),
        ("196X..soon", "'soon' is not a date; write 2021, "),
        ("unknown/..", "'unknown/..' is not a date; write 2021, "),
        ("2022..2021", "2022 is after 2021"),
        ("2021-06-02..2021-06-01", "2 Jun 2021 is after 1 Jun 2021"),
        ("Q2 2021..Q1 2021", "Apr–Jun 2021 is after Jan–Mar 2021"),
    ],
)
def test_what_is_no_window_is_refused_with_advice(typed: str, advice: str) -> None:
    with pytest.raises(ValueError, match=r"'|after") as refused:
        _window(typed)
    assert advice in str(refused.value)


@given(PERIODS, PERIODS)
def test_two_bounds_enclose_both_unless_the_first_begins_after_the_other_ends(
    one: str, other: str
) -> None:
    since, until = parse(one).start, parse(other).start
    if since.first > until.last:
        with pytest.raises(ValueError, match="after"):
            between(since, until)
    else:
        window = between(since, until)
        assert (window.first, window.last) == (since.first, until.last)


def test_one_bound_leaves_the_other_side_open() -> None:
    period = parse("2021").start
    assert between(period, None)[:2] == (period.first, END)
    assert between(None, period)[:2] == (BEGIN, period.last)


def test_the_ends_of_time_lie_outside_the_calendar() -> None:
    assert date.min.toordinal() > BEGIN
    assert date(MAXYEAR, 12, 31).toordinal() < END
