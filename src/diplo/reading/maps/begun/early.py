"""Read dates before the year 1000 as tables write them: 636, which is 0636 in a map."""

import re
from collections.abc import Iterable, Mapping

from diplo.reading.tables import cell_dates

_YEAR = re.compile("(?!999)[1-9][0-9]{2}")  # 999 stands for unknown
_SPAN = re.compile("([1-9][0-9]{2}) ?[-–/] ?([1-9][0-9]{2,3})")
_DAY = re.compile("([1-9][0-9]{0,2})(-[0-9]{2}){1,2}")
_THOUSANDTHS = re.compile("-[0-9]{6,}")  # of seconds since 1970, as programs count time
_BEFORE, _UNTIL = "before 0001", re.compile("[-–—−][0-9]{4}")


def is_before_christ(text: str) -> bool:
    """Say whether a text is a date before the year 1, which diplo cannot express.

    A year after a dash may be the end of a span, and long numbers count milliseconds.
    """
    is_other = _UNTIL.fullmatch(text.strip()) or _THOUSANDTHS.fullmatch(text.strip())
    return not is_other and _BEFORE in cell_dates.date(text).wrong


def meant(texts: Iterable[str]) -> Mapping[str, str]:
    """Return the dates of texts that only lack leading zeros.

    43-01-01 may be in 1943, so it counts only beside years of three digits.
    """
    listed = [*texts]
    found = {text: text.zfill(4) for text in listed if _YEAR.fullmatch(text)}
    spans = {text: _SPAN.fullmatch(text) for text in listed}
    found |= {
        text: f"{span[1]:0>4}/{span[2]:0>4}"
        for text, span in spans.items()
        if span and int(span[1]) < int(span[2])
    }
    days = {text: day for text in listed if (day := _DAY.fullmatch(text))}
    if found or any(map(_YEAR.fullmatch, (day[1] for day in days.values()))):
        found |= {text: "0" * (4 - len(day[1])) + text for text, day in days.items()}
    return {text: date for text, date in found.items() if cell_dates.date(date).value}
