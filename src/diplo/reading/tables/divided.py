"""Dates spread over several columns, by the words for year, month and day in their names."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diplo.reading.tables.asides import is_aside, is_of_row

# Also in some other languages, as headers are compared; a word that contains another comes first.
_WORDS = {
    "year": ("year", "yr", "jahr", "jaar", "annee", "anno", "ano"),
    "month": ("month", "mnth", "mth", "mon", "mo", "monat", "maand", "mois", "mese", "mes"),
    "day": ("day", "dy", "da", "tag", "dag", "jour", "giorno", "dia"),
}
_DANISH = "da"  # alone it is the code of a language, and no day
_PLAIN = ("", "start")
_STARTS = (*_PLAIN, "strt", "st", "begin", "beg", "from", "entry", "ent")
_ENDS = ("end", "exit", "until", "to")
_FIRST, _LAST = "s", "e"  # in syear and eyear, if both are there
_SHORT = (_FIRST, "b")  # behind other words in both names, too: gwsyear and gweyear
_TRIGGERS = ("trig", "trg")  # starts of crises, only in tables that need a map
_TERM = "term"  # an end only with month and day: term_year may be how long somebody serves
Columns = dict[str, int]  # by year, month and day


class Divided(NamedTuple):
    """The columns of one date, with the texts before and behind the words in their names."""

    columns: Columns
    before: str
    behind: str

    @property
    def rest(self) -> str:
        """What else the names say, without a number at the end."""
        return re.sub("[0-9]+$", "", self.before + self.behind)


def dates(names: Sequence[str]) -> Iterator[Divided]:
    """Yield the dates whose parts are in columns of these names, in the order of the years."""
    places = {name: at for at, name in reversed([*enumerate(names)])}
    for at, name in enumerate(names):
        for year in filter(name.__contains__, _WORDS["year"]):
            before, _, behind = name.rpartition(year)
            parts = _parts_beside(before, behind, places)
            date = Divided({"year": at, **parts}, before, behind)
            if "month" in parts or (parts and _plain(date)):
                yield date
                break
            if date.rest and is_sure(date):
                yield date._replace(columns={"year": at})
                break


def _parts_beside(before: str, behind: str, places: Columns) -> Columns:
    """Return the columns of a month and a day whose names have the same texts around the word."""
    parts = {}
    for part in ("month", "day"):
        likely = (f"{before}{word}{behind}" for word in _WORDS[part])
        if name := next((name for name in likely if name in places and name != _DANISH), ""):
            parts[part] = places[name]
    return parts


def start_of(found: Sequence[Divided]) -> Divided | None:
    """Return the date at which an event happens or starts, by the plainest names."""
    return next((date for way in (_plain, is_start) for date in filter(way, found)), None)


def only_of(found: Sequence[Divided], header: Sequence[str]) -> Divided | None:
    """Return the only date with a month and a day that is no end, if there is just one: iyear.

    It may not be that of a birth or of the row. Of several, it is the first that has its end.
    """
    whole = [date for date in found if len(date.columns) == len(_WORDS) and not _ends(date)]
    paired = [date for date in whole if any(_are_pair(date, end) for end in found)]
    whole = paired[:1] or whole
    name = header[whole[0].columns["year"]] if len(whole) == 1 else ""
    return whole[0] if name and not (is_aside(name) or is_of_row(name)) else None


def end_of(found: Sequence[Divided], start: Divided | None) -> Divided | None:
    """Return the date at which an event ends, if any, preferring one named like the start."""
    if pair := next((date for date in found if start and _are_pair(start, date)), None):
        return pair
    ends = [date for date in found if _ends(date) and date.rest != _LAST]
    alike = (date for date in ends if start and _shape(date) == _shape(start))
    return next(alike, ends[0] if ends else None)


def is_plain(date: Divided) -> bool:
    """Say whether the names are plainly those of the event's date: year, or start year."""
    return date.rest in _PLAIN


def is_start(date: Divided) -> bool:
    """Say whether the names are those of a start."""
    return date.rest == _FIRST or date.rest.endswith((*_STARTS[1:], *_TRIGGERS))


def is_sure(date: Divided) -> bool:
    """Say whether the names say nothing more than that it is a start or an end."""
    return date.before + date.behind in (*_STARTS, *_ENDS)


def _plain(date: Divided) -> bool:
    return date.rest == ""


def _ends(date: Divided) -> bool:
    is_term = date.rest.endswith(_TERM) and len(date.columns) == len(_WORDS)
    return is_term or date.rest == _LAST or date.rest.endswith(_ENDS)


def _are_pair(start: Divided, end: Divided) -> bool:
    """Say whether names differ in one letter alone, that of a start and that of an end."""
    if start.behind == end.behind:
        return _differ_in_letter(start.before, end.before)
    return start.before == end.before and _differ_in_letter(start.behind, end.behind)


def _differ_in_letter(start: str, end: str) -> bool:
    return start[-1:] in _SHORT and end == start[:-1] + _LAST


def _shape(date: Divided) -> tuple[str, str]:
    """Return the names without words for a start or an end, in which such a pair agrees."""
    words = "|".join(sorted((*_STARTS[1:], *_TRIGGERS, *_ENDS, _TERM), key=len, reverse=True))
    return re.sub(f"(?:{words})$", "", date.before), re.sub(f"^(?:{words})", "", date.behind)
