"""Find what the headers of a table mean, as a map written for it would say."""

import functools
import itertools
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from diplo.model.events import DERIVED_KEYS, EVENT_KEYS, LIST_KEYS, REQUIRED_KEYS
from diplo.reading.tables import cell_dates, divided
from diplo.reading.tables.cells import without_marks
from diplo.reading.tables.divided import Columns
from diplo.terminal.text import fold, series, shown

# The headers that stand for each key, in the form in which they are compared.
_HEADERS = {
    "date": "date when day year start startdate datestart begin from",
    "end": "end enddate dateend until to",
    "title": "title headline event name label",
    "summary": "summary description text details abstract",
    "type": "type category kind eventtype action",
    "actors": "actor actors person persons people organisation organisations organization "
    "organizations",
    "place": "place location city venue",
    "sources": "source sources reference references citation citations url link sourceurl",
    "id": "id eventid key",
    "note": "note notes comment comments remarks",
    "status": "status",
}
_KEYS = {header: key for key, headers in _HEADERS.items() for header in headers.split()}
FIRST_ROWS = 30  # rows to look for the header in
_COUNTRY = re.compile("(?:countr(?:y|ies)|states?|part(?:y|ies))(?:[ab1-9])?")
_STATE, _COUNTRY_NAME = "state", "country"
# A cell of the rule below a header in Markdown, or the whole rule as databases print it.
_RULE = re.compile(r":?-[-+]*+:?")
_START, _END = "start", "end"
_IGNORED = frozenset(DERIVED_KEYS)
_WIDE = 3  # columns of a header below a line of one
_DAY = len("2024-05-28")
_SHOWN = 120  # characters of a header
_MOST_NAMED = 4  # columns


class Meaning(NamedTuple):
    """What a header means: the template of an event, the columns left out, and what is wrong.

    `wrong` has the index of the column of each problem, `missing` the required keys without one.
    """

    event: Mapping[str, object]
    left_out: Sequence[str]
    wrong: Sequence[tuple[int, str]]
    missing: Sequence[str]
    is_own: bool  # diplo wrote it


def keys_of(header: Sequence[str]) -> dict[int, str]:
    """Return the keys that the names of single columns stand for, by the indices of these."""
    names = enumerate(map(simple, header))
    return {index: key for index, name in names if (key := _key(name))}


def parts_of(header: Sequence[str], *, is_free: bool = False) -> dict[int, str]:
    """Return the columns that hold the parts of a date or its end, each with that key.

    If `is_free`, their names may say more than that it is a start or an end.
    """
    first, last = _parts(header, is_free=is_free)
    return {**dict.fromkeys(first.values(), "date"), **dict.fromkeys(last.values(), "end")}


def meaning(
    header: Sequence[str],
    chosen: Mapping[int, str] | None = None,
    parted: Sequence[str] | None = None,
) -> Meaning:
    """Return what a header means, ignoring case, spaces, _ and -, or what `chosen` keys mean.

    Parts of dates are sought in the names of `parted`, if that is given.
    """
    names = list(map(simple, header))
    is_own = _is_own(header)
    keys = keys_of(header) | parts_of(header) if chosen is None else chosen
    parts, last = _parts(parted or header, is_free=chosen is not None)
    grouped: dict[str, list[int]] = {}
    for index, key in sorted(keys.items()):
        grouped.setdefault(key, []).append(index)
    wrong = list(_twice(header, grouped, {*parts.values(), *last.values()}))
    event = _event(header, grouped, parts, last)
    left = [
        header[index] or f"column {index + 1}"
        for index, name in enumerate(names)
        if index not in keys and not (is_own and name in _IGNORED)
    ]
    given = {*grouped, "title"} if "summary" in grouped else {*grouped}
    missing = [key for key in REQUIRED_KEYS if key not in given]
    return Meaning(event, left, wrong, missing, is_own)


def has_date(header: Sequence[str]) -> bool:
    """Say whether a line looks like a header: of several columns, one for a date, and no days."""
    is_dated = len(header) > 1 and any(_key(simple(name)) == "date" for name in header)
    return is_dated and not any(map(_is_day, header))


def _is_day(text: str) -> bool:
    """Say whether a text is a day, as the cells of a row may be."""
    date = cell_dates.date(text)
    return len(date.value) == _DAY or bool(date.readings)


def row_of(rows: Sequence[Sequence[str]]) -> int:
    """Return the index of the likely header: with a date, above a rule, or the first wide row.

    Failing all, it is the first row that is not blank. One that only heads groups of columns gives
    way to the row below.
    """
    without_blanks = ((at, [*filter(str.strip, row)]) for at, row in enumerate(rows))
    filled = [(at, cells) for at, cells in without_blanks if cells]
    if not filled:
        return 0
    dated = (at for at, _ in filled if _is_dated(rows, at))
    ruled = _above_rules(filled)
    wide = (at for at, cells in filled if len(cells) >= _WIDE and len(filled[0][1]) == 1)
    found = next(dated, next(ruled, next(wide, filled[0][0])))
    if rows[found] == rows[filled[0][0]]:  # repeated, where files were joined
        found = filled[0][0]
    below = next((at for at, _ in filled if at > found), found)
    is_header = has_date(rows[below]) and _distinct(rows[below]) > _distinct(rows[found])
    return below if is_header else found


def _above_rules(filled: Sequence[tuple[int, Sequence[str]]]) -> Iterator[int]:
    """Yield the numbers of rows that stand above a rule, and below narrower ones alone."""
    widest = 1
    for (at, cells), (_, below) in itertools.pairwise(filled):
        if len(cells) > widest and is_rule(below):
            yield at
        widest = max(widest, len(cells))


def is_rule(cells: Iterable[str]) -> bool:
    """Say whether a row is only a rule, as below the header of a table in Markdown."""
    filled = [*filter(None, map(str.strip, cells))]
    return bool(filled) and all(map(_RULE.fullmatch, filled))


def _is_dated(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Say whether a row is a header with a date, and not data below a header of other words."""
    row = [cell.strip() for cell in rows[at]]
    wide = max((sum(map(bool, map(str.strip, above))) for above in rows[:at]), default=0)
    return has_date(row) and (known(row) > 1 or wide < sum(map(bool, row)))


def _distinct(header: Sequence[str]) -> int:
    """Count the names that stand for a key and are not repeated."""
    names = [*map(simple, header)]
    return sum(_key(name) is not None and names.count(name) == 1 for name in names)


def known(header: Sequence[str]) -> int:
    """Count the names that stand for a key."""
    return sum(_key(simple(name)) is not None for name in header)


def key_of(name: str) -> str | None:
    """Return the event's key that a name stands for, if any."""
    return _key(simple(name))


@functools.cache  # as each is compared with many
def simple(name: str) -> str:
    """Return a header as it is compared, without footnote marks and signs at its end."""
    return compared(without_marks(name.strip())).rstrip("?:.*")


def compared(name: str) -> str:
    """Return a column's name as it is compared, with whatever stands at its end."""
    return re.sub(r"[\s_\-]+", "", fold(name))


def _key(name: str) -> str | None:
    return "countries" if _COUNTRY.fullmatch(name) else _KEYS.get(name)


def _is_own(header: Sequence[str]) -> bool:
    """Say whether a header is that of a table that diplo wrote, perhaps of some columns alone."""
    own = {*EVENT_KEYS, *DERIVED_KEYS}
    return own.issuperset(header) and not own.intersection(DERIVED_KEYS).isdisjoint(header)


def _parts(header: Sequence[str], *, is_free: bool) -> tuple[Columns, Columns]:
    """Return the columns of the year, month and day of a date, and those of its end."""
    names = list(map(simple, header))
    found = [*divided.dates(names)]
    is_dated = any(_key(name) == "date" for name in names)
    if not is_free:
        found = [
            date
            for date in found
            if divided.is_plain(date)
            or (divided.is_sure(date) and not (is_dated and divided.is_start(date)))
        ]
    start = divided.start_of(found) or (None if is_dated else divided.only_of(found, header))
    end = divided.end_of(found, start)
    return start.columns if start else {}, end.columns if end else {}


def _twice(
    header: Sequence[str],
    grouped: Mapping[str, Sequence[int]],
    together: Container[int],
) -> Iterator[tuple[int, str]]:
    for key, columns in grouped.items():
        apart = [column for column in columns if column not in together]
        several = len(apart) + (len(apart) < len(columns)) > 1
        if several and key not in LIST_KEYS:
            names = " and ".join(shown(header[column]) for column in columns[:_MOST_NAMED])
            what = "end of the date" if key == "end" else key
            which = "both" if len(columns) == 2 else "all"  # noqa: PLR2004
            yield columns[1], f"the columns {names} could {which} be the {what}"


def no_column(meaning: Meaning, header: Sequence[str]) -> str:
    """Return the message on required columns that a table lacks."""
    columns = shown(", ".join(column or "(blank)" for column in header), _SHOWN)[1:-1]
    missing = [f"a {'country' if key == 'countries' else key}" for key in meaning.missing]
    return f"no column holds {series(missing, 'or')}; the header is: {columns}"


def of_parts(header: Sequence[str]) -> str:
    """Say that states may be parts of countries, if a column of countries is beside theirs."""
    names = list(map(simple, header))
    if names.count(_STATE) != 1 or names.count(_COUNTRY_NAME) != 1:
        return ""
    state, country = (shown(header[names.index(name)]) for name in (_STATE, _COUNTRY_NAME))
    message = f"the columns {state} and {country} are both read as countries"
    return f"{message}; where {state} is part of one, a map (--map) takes {country} alone"


def event_to_fill(meaning: Meaning) -> dict[str, object]:
    """Return the required keys of an event for a new map, with `...` to be filled in."""
    title = "title" if "title" in {*meaning.missing, *meaning.event} else "summary"
    needed = {"date": "{...}", title: "{...}", "countries": ["{...}"]}
    return {key: meaning.event.get(key, blank) for key, blank in needed.items()}


def _event(
    header: Sequence[str],
    grouped: Mapping[str, Sequence[int]],
    parts: Mapping[str, int],
    last: Mapping[str, int],
) -> dict[str, object]:
    # Any text may stand for its own braces.
    cells = [f"{{{re.sub('[{}]', '*', name)}}}" for name in header]

    def side(key: str, found: Mapping[str, int]) -> object:
        if found:
            return {part: cells[column] for part, column in found.items()}
        return cells[grouped[key][0]] if key in grouped else ""

    event: dict[str, object] = {
        key: [cells[column] for column in columns] if key in LIST_KEYS else cells[columns[0]]
        for key, columns in grouped.items()
    }
    if not {"date", _END}.isdisjoint(grouped):
        start = side("date", parts)
        event["date"] = {_START: start, _END: side(_END, last)} if _END in grouped else start
    return {key: event[key] for key in EVENT_KEYS if key in event}
