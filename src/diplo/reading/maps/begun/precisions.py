"""Find the columns that hold the precision of dates in others, as in Wikidata's answers."""

import re
from collections.abc import Sequence

from diplo.reading.maps.begun.sample import Sample
from diplo.reading.tables import cells
from diplo.reading.tables.row_dates import PRECISIONS
from diplo.terminal.text import fold

_SAID = "precision"
_SHORT = re.compile(f"{_SAID}|prec(?![a-z])")
_ANY_DATE = re.compile(f"{_SHORT.pattern}|date|time|value|[^a-z0-9]")  # words of both headers
_BRACES = re.compile("[{}]")


def beside(sample: Sample, date: int, *, is_alone: bool) -> list[int]:
    """Return the columns of a date's precision: those named like it, or the only one of all."""
    header = sample.header
    columns = [
        at
        for at, name in enumerate(header)
        if _SHORT.search(fold(name)) and _are_precisions(sample.cells(at))
    ]
    of = [at for at in columns if _bare(header[at]) == _bare(header[date])]
    said = [at for at in columns if _SAID in fold(header[at])]
    return of or (said if is_alone and len(said) == 1 else [])


def _are_precisions(texts: Sequence[str]) -> bool:
    """Say whether there is at least one precision, and nothing else."""
    told = {cells.number(text).lower() for text in texts} - {""}
    return bool(told) and told <= PRECISIONS.keys()


def _bare(name: str) -> str:
    return _ANY_DATE.sub("", fold(name))
