"""Tell the precision of dates: from other columns, as in Wikidata's answers, or by guessing."""

import re
from collections.abc import Mapping, Sequence

from diplo.reading.maps.draft.event_columns import columns_in, days_of
from diplo.reading.maps.draft.sample import Sample
from diplo.reading.maps.event_form import SPAN
from diplo.reading.tables import cells
from diplo.reading.tables.row_dates import GUESS, PRECISIONS
from diplo.terminal.text import fold

_SAID = "precision"
_SHORT = re.compile(f"{_SAID}|prec(?![a-z])")
_ANY_DATE = re.compile(f"{_SHORT.pattern}|date|time|value|[^a-z0-9]")  # words of both headers
_NEW_YEAR = re.compile("[0-9]{4}-01-01T00:00:00Z")


def with_precision(
    sample: Sample, event: Mapping[str, object], share: float = 0.5
) -> Mapping[str, object]:
    """Return an event in which each date names the column of its precision, if there is one.

    Other columns get a guessed precision if more than a share of their dates is midnight of
    1 January, as Wikidata writes years.
    """
    days = days_of(sample.header, event.get("date"))
    precisions = {at: f"{{{sample.header[of]}}}" for at in days for of in _beside(sample, at, days)}
    texts = {
        at: [*filter(None, map(str.strip, sample.raw_cells(at)))]
        for at in {*days}.difference(precisions)
    }
    years = {at: sum(map(bool, map(_NEW_YEAR.fullmatch, own))) for at, own in texts.items()}
    guessed = [at for at, many in years.items() if many]
    if sum(years.values()) > share * sum(len(texts[at]) for at in guessed):
        precisions |= dict.fromkeys(guessed, GUESS)

    def timed(date: object) -> object:
        if isinstance(date, dict):
            return {key: timed(side) if key in SPAN else side for key, side in date.items()}
        named = [precisions[at] for at in columns_in(sample.header, date) if at in precisions]
        return {"time": date, "precision": named[0]} if named else date

    return {**event, "date": timed(event["date"])} if "date" in event else event


def _beside(sample: Sample, date: int, days: Sequence[int]) -> list[int]:
    """Return the columns of a date's precision: those named like it, or the only one of all."""
    header = sample.header
    short = [at for at, name in enumerate(header) if _SHORT.search(fold(name))]
    columns = [at for at in short if _are_precisions(sample.raw_cells(at))]
    alike = [at for at in columns if _bare(header[at]) == _bare(header[date])]
    called = [at for at in columns if _SAID in fold(header[at])]
    return alike or (called if len(days) == len(called) == 1 else [])


def _are_precisions(texts: Sequence[str]) -> bool:
    """Say whether there is at least one precision, and nothing else."""
    known = {cells.number(text).lower() for text in texts} - {""}
    return bool(known) and known <= PRECISIONS.keys()


def _bare(name: str) -> str:
    return _ANY_DATE.sub("", fold(name))
