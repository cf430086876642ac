"""Dates of files that are none."""

from tests.bad_inputs.case import Case, event, together

_FORMS = (
    ("2021-02-30", "calendar"),
    ("2021-13-01", "months"),
    ("2021-01-00", "calendar"),
    ("2021-00", "months"),
    ("2021-25", "seasons"),
    ("21-01-02", "EDTF"),
    ("0000", "0001"),
    ("-0044-03-15", "EDTF"),
    ("02021-01-01", "EDTF"),
    ("12/11/2024", "EDTF"),
    ("May 2021", "2021-05"),
    ("28 May 2021", "2021-05-28"),
    ("1990s", "199X"),
    ("c. 1905", "1994~"),
    ("12:30", "EDTF"),
    ("2021-01-02T10:00", "EDTF"),
    ("2021-01-02 10:00:00", "EDTF"),
    ("true", "EDTF"),
    (".inf", "EDTF"),
    ("today", "EDTF"),
)
_SIGNS_AND_RANGES = (
    ("2021–01–02", "EDTF"),
    ("２０２１", "EDTF"),
    ("20X1", "EDTF"),
    ("2021-X1", "EDTF"),
    ("2021~?", "EDTF"),
    ("~2021", "EDTF"),
    ("Y12021", "EDTF"),
    ("2021/2020", "before"),
    ("../..", "neither"),
    ("/", "neither"),
    ("2021/2022/2023", "EDTF"),
    ('"[2021,2022]"', "set"),
    ('"[2022..2021]"', "before"),
    ('"[..]"', "set"),
    ('"[..2006"', "set"),
    ("[..2006]", "quotes"),
    ("{a: b}", "mapping"),
)


def _dates(what: str, bad: tuple[tuple[str, str], ...]) -> Case:
    cases = (Case(f"the date {text}", event(date=text), line=2, says=says) for text, says in bad)
    return together(what, *cases)


DATES = (
    _dates("dates in other forms", _FORMS),
    _dates("dates with wrong signs or ends", _SIGNS_AND_RANGES),
    Case("a date of an end", event(end_date="soon"), line=6, says="'end_date'"),
    Case("a last day that is none", "as_of: 2025-02-30\nevents: []\n", line=1, says="calendar"),
)
