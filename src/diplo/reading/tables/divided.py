"""Dates that lie in several columns, by the words for year, month and day in their names."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diplo.reading.tables.asides import is_aside, is_of_row

# Also in some other languages, as headers are compared; those that hold another come first.
_WORDS = {
    "year": ("year", "yr", "jahr", "jaar", "annee", "anno", "ano"),
    "month": ("month", "mnth", "mth", "mon", "mo", "monat", "maand", "mois", "mese", "mes"),
    "day": ("day", "dy", "da", "tag", "dag", "jour", "giorno", "dia"),
}
_DANISH = "da"  # where it stands alone
_PLAIN = ("", "start")
_STARTS = (*_PLAIN, "strt", "st", "begin", "beg", "from", "entry", "ent")
_ENDS = ("end", "exit", "until", "to")
_FIRST, _LAST = "s", "e"  # of syear and eyear, together
_TRIGGERS = ("trig", "trg")  # starts of crises, which no table has that needs no map
_TERM = "term"  # an end too, but of a whole date: term_year may be how long somebody serves
Columns = dict[str, int]  # by year, month and day


class Divided(NamedTuple):
    """Columns of one date, with what their names have before and behind the words."""

    columns: Columns
    before: str
    behind: str

    @property
    def rest(self) -> str:
        """What the names say besides, without the number of several."""
        return re.sub("[0-9]+$", "", self.before + self.behind)


def dates(names: Sequence[str]) -> Iterator[Divided]:
    """Yield the dates whose parts lie in columns of such names, in their order."""
    places = {name: at for at, name in reversed([*enumerate(names)])}
    for at, name in enumerate(names):
        for before, behind in _without(name, _WORDS["year"]):
            columns = {"year": at}
            for part in ("month", "day"):
                told = (f"{before}{word}{behind}" for word in _WORDS[part])
                if other := next((each for each in told if each in places and each != _DANISH), ""):
                    columns[part] = places[other]
            date = Divided(columns, before, behind)
            if "month" in columns or ("day" in columns and _plain(date)):
                yield date
                break
            if date.rest and is_sure(date):
                yield date._replace(columns={"year": at})
                break


def start_of(found: Sequence[Divided]) -> Divided | None:
    """Return the date at which something happens or starts, the plainest first."""
    for ways in (_plain, is_start):
        if chosen := next(filter(ways, found), None):
            return chosen
    return None


def only_of(found: Sequence[Divided], header: Sequence[str]) -> Divided | None:
    """Return the date that has a month and a day and does not end, if there is but one: iyear.

    It is none of a birth or of the row.
    """
    whole = [each for each in found if len(each.columns) == len(_WORDS) and not _ends(each)]
    name = header[whole[0].columns["year"]] if len(whole) == 1 else ""
    return whole[0] if name and not (is_aside(name) or is_of_row(name)) else None


def end_of(found: Sequence[Divided], start: Divided | None) -> Divided | None:
    """Return the date at which it ends, if one does; that which is named as the start is."""
    is_short = start is not None and start.rest == _FIRST
    ends = [each for each in found if _ends(each) and (is_short or each.rest != _LAST)]
    alike = (each for each in ends if start and _shape(each) == _shape(start))
    return next(alike, ends[0] if ends else None)


def is_plain(date: Divided) -> bool:
    """Say whether columns are those of an event's date by any other: year, or start year."""
    return date.rest in _PLAIN


def is_start(date: Divided) -> bool:
    """Say whether the names say that it starts."""
    return date.rest == _FIRST or date.rest.endswith((*_STARTS[1:], *_TRIGGERS))


def is_sure(date: Divided) -> bool:
    """Say whether all that the names say besides is that it starts or ends."""
    return date.before + date.behind in (*_STARTS, *_ENDS)


def _without(name: str, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        if word in name:
            before, _, behind = name.rpartition(word)
            yield before, behind


def _plain(date: Divided) -> bool:
    return date.rest == ""


def _ends(date: Divided) -> bool:
    is_term = date.rest.endswith(_TERM) and len(date.columns) == len(_WORDS)
    return is_term or date.rest == _LAST or date.rest.endswith(_ENDS)


def _shape(date: Divided) -> tuple[str, str]:
    """Return what the names of a start and of its end have in common."""
    words = "|".join(sorted((*_STARTS[1:], *_TRIGGERS, *_ENDS, _TERM), key=len, reverse=True))
    return re.sub(f"(?:{words})$", "", date.before), re.sub(f"^(?:{words})", "", date.behind)
