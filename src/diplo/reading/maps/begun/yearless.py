"""Join days without a year, as in 15 May or 8/19, to the year in another column."""

import re
from collections.abc import Mapping, Sequence

from diplo.reading.maps.begun import names
from diplo.reading.maps.begun.event_columns import columns_in
from diplo.reading.tables import cell_dates, cells
from diplo.reading.tables.asides import is_aside, is_of_row, words
from diplo.reading.tables.cell_dates import Said
from diplo.reading.tables.header import Meaning
from diplo.reading.tables.table import Rows
from diplo.terminal.text import fold_space

_YEAR = re.compile("[12][0-9]{3}")
_OF_DAYS = re.compile(r"\b(?:days?|months?|mm|dd)\b")
_SLASH, _SIGNS = "/", (" ", "")  # between a day and its year
_MONTH = len("2024-05")


def completed(header: Sequence[str], rows: Sequence[Sequence[str]], found: Meaning) -> Meaning:
    """Return an event dated by a year with the day from a column left out, if there is one."""
    date = found.event.get("date")
    dated = columns_in(header, date) if isinstance(date, str) else []
    years = [[cells.number(row[at]) for row in rows if at < len(row)] for at in dated]
    if len(years) != 1 or not all(map(_YEAR.fullmatch, filter(None, years[0]))):
        return found
    for at, name in enumerate(header):
        is_likely = name in found.left_out and _is_of_days(name)
        if is_likely and (sign := _sign(rows, at, dated[0])) is not None:
            left_out = [each for each in found.left_out if each != name]
            event = {**found.event, "date": f"{{{name}}}{sign}{date}"}
            return found._replace(event=event, left_out=left_out)
    return found


def joined(
    header: Sequence[str], rows: Rows, event: Mapping[str, object]
) -> tuple[Rows, Mapping[str, object]]:
    """Return rows in which days stand with their year, if an event joins them, and the event."""
    date = event.get("date")
    both = columns_in(header, date) if isinstance(date, str) else []
    if not isinstance(date, str) or len(both) == 1:
        return rows, event
    first, sign, _ = re.split("(?<=})(.*)(?={)", date)
    day, year = both
    return _with_years(rows, day, sign, year), {**event, "date": first}


def _with_years(rows: Rows, day: int, sign: str, year: int) -> Rows:
    for place, row in rows:
        told = [*row, *[""] * (max(day, year) + 1 - len(row))]
        is_told = told[day].strip() or told[year].strip()
        told[day] = f"{told[day].strip()}{sign}{told[year].strip()}" if is_told else ""
        yield place, told


def _is_of_days(header: str) -> bool:
    is_told = names.is_dated(header) or _OF_DAYS.search(words(header)) is not None
    return is_told and not (is_aside(header) or is_of_row(header))


def _sign(rows: Sequence[Sequence[str]], day: int, year: int) -> str | None:
    """Return what to put between days and their years to read most of them, None if nothing."""
    pairs = [(fold_space(row[day]), row[year].strip()) for row in rows if max(day, year) < len(row)]
    told = [(text, of) for text, of in pairs if of and not cells.is_nothing(text)]
    if any(text.isdecimal() or cell_dates.date(text).value for text, _ in told):
        return None
    slashed = sum(_SLASH in text for text, _ in told)
    read = {
        sign: sum(_is_precise(cell_dates.date(f"{text}{sign}{of}")) for text, of in told)
        for sign in ([_SLASH] if 2 * slashed > len(told) else _SIGNS)
    }
    best = max(read, key=lambda sign: read[sign])
    return best if 2 * read[best] > len(told) else None


def _is_precise(said: Said) -> bool:
    return bool(said.readings) or len(said.value) >= _MONTH
