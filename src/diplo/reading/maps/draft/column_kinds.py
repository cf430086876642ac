"""Find what most cells of a column are: dates, countries or other texts."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from diplo.model.countries.resolve import Countries, all_countries
from diplo.reading.maps.draft import names, party_columns
from diplo.reading.maps.draft.names import DATED, ENDED, UNDATED, matches
from diplo.reading.maps.draft.sample import Sample
from diplo.reading.maps.templates import of_items
from diplo.reading.tables import cell_dates, cells, unread_words
from diplo.reading.tables.cell_dates import CellDate
from diplo.reading.tables.header import key_of, simple
from diplo.terminal.text import fold_space

COUNTRIES, DATE, TEXT, BLANK = "countries", "date", "text", ""
DAY = len("2024-05-28")
_TO = "to"  # a place or a state, unless dates are read in it
_LONGEST = 60  # characters of a date
_WHOLE = re.compile("-?[0-9]+")
_FIRST_YEAR, _LAST_YEAR = 1000, 2100  # numbers that may be years if their header does not tell
_ONLY_WORDS = re.compile(r"[^\W\d_]{2}[^0-9]*")
_YEAR = re.compile("(?<![0-9])[12][0-9]{3}(?![0-9])")
_SHORTER = 30  # characters of a date that cannot be read
_ISO_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Kind(NamedTuple):
    """What most cells of a column are; of dates, whether most are days and most cells blank.

    Texts that have a year may be dates, too, where a table has no other.
    """

    what: str
    has_days: bool = False
    is_sparse: bool = False  # most are blank
    has_years: bool = False  # most are short, and have a year


def kinds_of(sample: Sample) -> list[Kind]:
    """Return the kind of each column, judging those of one list's items together."""
    named, countries = names.guess_keys(sample.header), all_countries()
    no_values = names.of_values(sample.header)
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for at, name in enumerate(sample.header):
        texts[of_items(name)] += sample.raw_cells(at)
    return [
        Kind(BLANK)
        if at in no_values
        else _kind(name, texts[of_items(name)], named.get(at), countries)
        for at, name in enumerate(sample.header)
    ]


def _kind(header: str, texts: Sequence[str], key: str | None, countries: Countries) -> Kind:
    """Return what most texts of a column are, which has a key by its header or none."""
    read = _end if key == "end" or matches(header, ENDED) else _date
    known = [text for text in map(fold_space, texts) if not cells.is_nothing(text)]
    short = [text for text in known if len(text) <= _LONGEST]
    dates = [read(text) for text in short]
    readable = [date for date in dates if date.value or date.readings]
    may_be_dates = bool(readable) or simple(header) != _TO
    is_like = _likeness(header, key)
    many = sum(
        bool(date.value or date.readings or is_like(text))
        for text, date in zip(short, dates, strict=True)
        if may_be_dates
    )
    may_be_date = key or matches(header, DATED) or not _are_numbers(known)
    is_plain = key is not None or all(map(_ISO_DAY.fullmatch, known))
    may_be_date = may_be_date and (is_plain or not matches(header, UNDATED))
    years = sum(len(text) <= _SHORTER and bool(_YEAR.search(text)) for text in known)
    # Each text has a year, and of the half that is read some have a month or a day.
    are_fine = any(len(date.value) > len("2024") for date in readable)
    are_half = are_fine and years == len(known) == 2 * many
    if (2 * many > len(known) or are_half) and may_be_date:
        days = sum(len(date.value) >= DAY or bool(date.readings) for date in readable)
        days = max(days, sum(map(bool, map(unread_words.is_date, short))))
        return Kind(DATE, 2 * days > len(readable), 2 * len(known) < len(texts))
    says_countries = COUNTRIES in (key, key_of(header.partition(".")[0]))
    if party_columns.has_parties(
        header, known, countries, says_countries=says_countries
    ) or party_columns.are_participants(header, texts, countries):
        return Kind(COUNTRIES)
    return Kind(TEXT if known else BLANK, has_years=2 * years > len(known))


def _likeness(header: str, key: str | None) -> Callable[[str], bool]:
    """Return a test of whether a text in a column is meant as a date, though it cannot be read."""
    if key == "end":
        return lambda text: not _ONLY_WORDS.fullmatch(text) or bool(cell_dates.ending(text))
    is_date = key == DATE or matches(header, names.DATE, ENDED)
    return (lambda text: bool(_YEAR.search(text))) if is_date else unread_words.is_date


def _date(text: str) -> CellDate:
    """Read a date, if need be without a footnote mark after it."""
    date = cell_dates.date(text)
    return cell_dates.date(cells.without_footnotes(text, "date")) if date.wrong else date


def _end(text: str) -> CellDate:
    return cell_dates.ending(text) or _date(text)


def _are_numbers(texts: Sequence[str]) -> bool:
    """Say whether texts are whole numbers, some of them unlikely to be years."""
    numbers = [cells.number(text) for text in texts]
    return all(map(_WHOLE.fullmatch, numbers)) and not all(
        int(number) < 0 or _FIRST_YEAR <= int(number) <= _LAST_YEAR for number in numbers
    )
