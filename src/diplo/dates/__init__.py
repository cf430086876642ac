"""Imprecise dates: how they are written, what they mean, how they are said and typed."""

from diplo.dates.edtf import (
    BEGIN,
    END,
    NO_DAY,
    OPEN_END,
    OPEN_START,
    UNKNOWN,
    Edtf,
    Period,
    anchor,
    day,
    enclosing,
    not_days,
    parse,
)
from diplo.dates.matching import (
    CERTAIN,
    POSSIBLE,
    Window,
    beginning,
    begun,
    doubted,
    extent,
    match,
)
from diplo.dates.typed import between, parse_bound, parse_window
from diplo.dates.wording import words

__all__ = [
    "BEGIN",
    "CERTAIN",
    "END",
    "NO_DAY",
    "OPEN_END",
    "OPEN_START",
    "POSSIBLE",
    "UNKNOWN",
    "Edtf",
    "Period",
    "Window",
    "anchor",
    "beginning",
    "begun",
    "between",
    "day",
    "doubted",
    "enclosing",
    "extent",
    "match",
    "not_days",
    "parse",
    "parse_bound",
    "parse_window",
    "words",
]
