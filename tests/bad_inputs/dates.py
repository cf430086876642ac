"""Dates of files that are none."""

from tests.bad_inputs.case import Case, event, together

_FORMS = (
    ("2021-02-30", "February 2021 has 28 days"),
    ("2021-13-01", "months"),
    ("2021-00", "write 2021"),
    ("2021-25", "seasons"),
    ("21-01-02", "four digits"),
    ("0000", "0001"),
    ("-0044-03-15", "0001"),
    ("44 BC", "0001"),
    ("02021-01-01", "four digits"),
    ("12/11/2024", "two readings"),
    ("May 2021", "2021-05"),
    ("28 May 2021", "2021-05-28"),
    ("1990s", "199X"),
    ("c. 1905", "1905~"),
    ("12:30", "EDTF"),
    ("2021-01-02T10:00", "write 2021-01-02"),
    ("2021-01-02 10:00:00", "write 2021-01-02"),
    ("true", "EDTF"),
    (".inf", "EDTF"),
    ("today", "EDTF"),
)
_NEARLY_RIGHT = (
    ("2021-01-00", "write 2021-01"),
    ("2021-00-00", "write 2021"),
    ("28.05.2024", "2024-05-28"),
    ("Mon, 28 May 2024", "28 May 2024 is a Tuesday; write 2024-05-28"),
    ("28/05/2024", "2024-05-28"),
    ("20210102", "2021-01-02"),
    ("2021/01/02", "2021-01-02"),
    ("2021-1-2", "2021-01-02"),
    ("2021-01-02T10:00:00Z", "2021-01-02"),
    ("since 2021", "2021/.."),
    ("1960-1969", "1960/1969"),
    ("2001/now", "2001/.."),
    ("2001/open", "2001/.."),
    ("unknown/2001", "/2001"),
    ("1990-uu-uu", "1990"),
    ("199u", "199X"),
    ('"~1994"', "1994~"),
    ("2012-01-12..2012-01-20", "[2012-01-12..2012-01-20]"),
    ("1984-1X", "[1984-10..1984-12]"),
    ("summer 2021", "2021-22"),
)
_SIGNS_AND_RANGES = (
    ("2021–01–02", "2021-01-02"),
    ("２０２１", "EDTF"),
    ("20X1", "EDTF"),
    ("2021-X1", "EDTF"),
    ("2021~?", "EDTF"),
    ("~2021", "2021~"),
    ("Y12021", "four digits"),
    ("2021/2020", "before"),
    ("../..", "neither"),
    ("/", "neither"),
    ("2021/2022/2023", "EDTF"),
    ('"[2021,2022]"', "several"),
    ('"[2022..2021]"', "before"),
    ('"[..]"', "set"),
    ('"[..2006"', "set"),
    ("[..2006]", "quotes"),
    ("{a: b}", "mapping"),
)
_LEVEL_2 = (
    ("{start: 1960, end: 1969}", "a span is written 1960/1969"),
    ("1984-06?-02", "at its end; write 1984-06-02?"),
    ("2004-06-~11", "at its end; write 2004-06-11~"),
    ("2004?-06~", "at its end; write 2004-06%"),
    ("1XXX", "[1000..1999]"),
)


def _dates(what: str, bad: tuple[tuple[str, str], ...]) -> Case:
    cases = (Case(f"the date {text}", event(date=text), line=2, says=says) for text, says in bad)
    return together(what, *cases)


DATES = (
    _dates("dates in other forms", _FORMS),
    _dates("dates that are nearly right", _NEARLY_RIGHT),
    _dates("dates with wrong signs or ends", _SIGNS_AND_RANGES),
    _dates("dates of EDTF's level 2", _LEVEL_2),
    Case("a date of an end", event(end_date="soon"), line=6, says="'end_date'"),
    Case("a last day that is none", "as_of: 2025-02-30\nevents: []\n", line=1, says="calendar"),
)
