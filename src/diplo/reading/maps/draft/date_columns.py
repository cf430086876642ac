"""Find what other columns tell of an event's date: days beside years, and dates as written."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from diplo.reading.maps.draft.event_columns import columns_in, replaced
from diplo.reading.maps.draft.names import BEGUN, DATED, ENDED, TO_SORT, matches
from diplo.reading.maps.draft.sample import Sample
from diplo.reading.tables import cell_dates, cells
from diplo.reading.tables.asides import words
from diplo.reading.tables.header import Meaning
from diplo.terminal.text import fold_space, shown

_YEAR = re.compile("[12][0-9]{3}")
_WRITTEN = re.compile(r"\bdisplay|\blabel|\bwritten\b|\bverbatim\b")
_PART = "(?:dates?|datum|dato|fecha|data|дата|days?|months?|mm|dd)"
# The whole header: a national day is of no year.
_OF_DAYS = re.compile(f"(?:(?:event|exact|full) )?{_PART}(?: (?:and |of |the )*(?:event|{_PART}))*")
_SLASH, _SIGNS = "/", (" ", "")  # between a day and its year
_MONTH = len("2024-05")
_ANY_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-(?!01)[0-9]{2}")  # but the first of a month
_ENOUGH = 3  # rows, to tell years that stand beside their first days
_FIRST = re.compile("(?:-01){1,2}")  # what the first day of a year or a month adds to it


def completed(sample: Sample, meaning: Meaning) -> Meaning:
    """Date an event by what is written, not by a key to sort by, and by the day beside a year."""
    header = sample.header
    dated = _dated(header, meaning)
    for at in _written(header, meaning):
        pairs = sample.raw_pairs(at, dated[0])
        if _are_dates([text for text, _ in pairs]) and not _are_finer(pairs):
            return replaced(header, meaning, "date", f"{{{header[at]}}}")
    years = [[*map(cells.number, sample.raw_cells(at))] for at in dated]
    if not (years and all(cells.is_nothing(year) or _YEAR.fullmatch(year) for year in years[0])):
        return meaning
    for at, name in enumerate(header):
        is_likely = name in meaning.left_out and _OF_DAYS.fullmatch(words(name).strip())
        if is_likely and (sign := _sign(sample.raw_pairs(at, dated[0]))) is not None:
            return replaced(header, meaning, "date", f"{{{name}}}{sign}{meaning.event['date']}")
    return meaning


def with_days(sample: Sample, meaning: Meaning, others: Iterable[int]) -> Meaning:
    """Date an event by a column of days, not by one that has only their years."""
    header, date = sample.header, meaning.event.get("date")
    start = date.get("start") if isinstance(date, dict) else date
    years = columns_in(header, start)
    free = [at for at in others if not matches(header[at], ENDED)] if len(years) == 1 else []
    fit = [at for at in free if _are_within(sample.raw_pairs(at, years[0]))]
    if not fit:
        return meaning
    likeliest = min(fit, key=lambda at: not matches(header[at], DATED, BEGUN))
    day = f"{{{header[likeliest]}}}"
    whole = {**date, "start": day} if isinstance(date, dict) else day
    return replaced(header, meaning, "date", whole)


def as_rough(sample: Sample, meaning: Meaning) -> Meaning:
    """Date an event by the years, quarters or months beside their first days, if all are such."""
    header = sample.header
    for day in _dated(header, meaning):
        for at, name in enumerate(header):
            pairs = sample.raw_pairs(at, day) if name in meaning.left_out else []
            if len(pairs) >= _ENOUGH and all(map(_is_first_day, pairs)):
                return replaced(header, meaning, "date", f"{{{name}}}")
    return meaning


def _is_first_day(pair: tuple[str, str]) -> bool:
    """Say whether the second of two dates is the first day of the other, which is longer."""
    whole, day = (cell_dates.date(text).value for text in pair)
    first = whole.strip("[").partition("..")[0]  # a quarter is a set of months
    return bool(_FIRST.fullmatch(day.removeprefix(first)))


def likely_ends(sample: Sample, date: object, others: Iterable[int]) -> list[int]:
    """Return the column right of an event's date, if it is never earlier and both have no name."""
    header = sample.header
    dated = columns_in(header, date) if isinstance(date, str) else []
    if len(dated) != 1 or not header[dated[0]].isdecimal():
        return []
    right = [at for at in others if at == dated[0] + 1 and header[at].isdecimal()]
    pairs = [sample.raw_pairs(dated[0], at) for at in right]
    return [at for at, both in zip(right, pairs, strict=True) if _are_spans(both)]


def _are_spans(pairs: Iterable[tuple[str, str]]) -> bool:
    """Say whether the second of two dates is never the earlier, and sometimes the later."""
    dates = ([cell_dates.date(text).value for text in both] for both in pairs)
    known = [(start, end) for start, end in dates if start and end]
    return all(start <= end for start, end in known) and any(start < end for start, end in known)


def _are_within(pairs: Iterable[tuple[str, str]]) -> bool:
    """Say whether dates, of which most are days, are each in the year that stands beside it."""
    both = [(text, cells.number(year)) for text, year in pairs if not cells.is_nothing(year)]
    if not all(_YEAR.fullmatch(year) for _, year in both):
        return False
    dates = [(cell_dates.date(text), year) for text, year in both]
    days_in_years = [
        ([day for _, day in date.readings] or [date.value], year) for date, year in dates
    ]
    are_own = all(day.startswith(year) for days, year in days_in_years for day in days)
    return are_own and 2 * sum(
        map(bool, (_ANY_DAY.match(days[0]) for days, _ in days_in_years))
    ) > len(days_in_years)


def remarks(header: Sequence[str], meaning: Meaning) -> Iterator[str]:
    """Yield the comment on dates as they are written, if an event is dated by a key to sort by."""
    for at in _written(header, meaning)[:1]:
        said = f"{shown(header[at])} seems to have the dates as they are written"
        yield f"# {said}, which {shown(header[_dated(header, meaning)[0]])} only sorts by"


def _dated(header: Sequence[str], meaning: Meaning) -> list[int]:
    """Return the column that alone is an event's date, if one is."""
    date = meaning.event.get("date")
    columns = columns_in(header, date) if isinstance(date, str) else []
    return columns if len(columns) == 1 else []


def _written(header: Sequence[str], meaning: Meaning) -> list[int]:
    """Return the columns left out of dates as written, if an event's date is a key to sort by."""
    if not any(matches(header[at], TO_SORT) for at in _dated(header, meaning)):
        return []
    left_out = [at for at, name in enumerate(header) if name in meaning.left_out]
    dated = [at for at in left_out if matches(header[at], DATED)]
    return [at for at in dated if matches(header[at], _WRITTEN)]


def _are_dates(texts: Sequence[str]) -> bool:
    """Say whether most texts are dates."""
    read = sum(bool(date.value or date.readings) for date in map(cell_dates.date, texts))
    return 2 * read > len(texts)


def _are_finer(pairs: Sequence[tuple[str, str]]) -> bool:
    """Say whether most keys to sort by are days within the year or month that is written.

    The first of a month may stand for the whole.
    """
    dates = ((cell_dates.date(text).value, cell_dates.date(key).value) for text, key in pairs)
    finer = (text and key.startswith(f"{text}-") and _DAY.fullmatch(key) for text, key in dates)
    return 2 * sum(map(bool, finer)) > len(pairs)


class Joiner:
    """Puts the day and the year of a row together, if an event's date joins two columns."""

    def __init__(self, header: Sequence[str], event: Mapping[str, object]) -> None:
        """Find the two columns of an event's date, if it has two."""
        self.unknown: dict[str, None] = {}  # texts that stand for no day or year
        self.event = event  # as it is for joined rows, in which the day stands with its year
        self._columns: tuple[int, int, str] | None = None  # of the day, the year; what is between
        date = event.get("date")
        columns = columns_in(header, date) if isinstance(date, str) else []
        if isinstance(date, str) and len(columns) != 1:
            first, sign, _ = re.split("(?<=})(.*)(?={)", date)
            day, year = columns
            self._columns = day, year, sign
            self.event = {**event, "date": first}

    def joined(self, row: list[str]) -> list[str]:
        """Return a row with its year behind its day, noting what stands for neither."""
        if self._columns is None:
            return row
        day, year, sign = self._columns
        cut = [*row, *[""] * (max(day, year) + 1 - len(row))]
        both = fold_space(cut[day]), fold_space(cut[year])
        self.unknown.update(dict.fromkeys(text for text in both if text and cells.is_nothing(text)))
        known = ["" if cells.is_nothing(text) else text for text in both]
        cut[day] = sign.join(known) if any(known) else ""
        return cut


def _sign(pairs: Iterable[tuple[str, str]]) -> str | None:
    """Return what to put between days and their years to read most of them, None if nothing."""
    both = ((fold_space(day), year.strip()) for day, year in pairs)
    known = [(text, year) for text, year in both if year and not cells.is_nothing(text)]
    if any(text.isdecimal() or cell_dates.date(text).value for text, _ in known):
        return None
    slashed = sum(_SLASH in text for text, _ in known)
    read = {}
    for sign in [_SLASH] if 2 * slashed > len(known) else _SIGNS:
        dates = [cell_dates.date(f"{text}{sign}{year}") for text, year in known]
        read[sign] = sum(bool(date.readings) or len(date.value) >= _MONTH for date in dates)
    best = max(read, key=lambda sign: read[sign])
    return best if 2 * read[best] > len(known) else None
