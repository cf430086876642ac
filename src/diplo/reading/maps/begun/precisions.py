"""Find the columns that hold the precision of dates in others, as in Wikidata's answers."""

import re
from collections.abc import Sequence

from diplo.reading.tables import cells
from diplo.reading.tables.row_dates import PRECISIONS
from diplo.terminal.text import fold

_SAID = "precision"
_SHORT = re.compile(f"{_SAID}|prec(?![a-z])")
_ANY_DATE = re.compile(f"{_SHORT.pattern}|date|time|value|[^a-z0-9]")  # words of both headers
_BRACES = re.compile("[{}]")


def beside(
    header: Sequence[str], rows: Sequence[Sequence[str]], date: int, *, is_alone: bool
) -> list[int]:
    """Return the columns of a date's precision: those named like it, or the only one of all."""
    names = enumerate(map(fold, header))
    columns = [at for at, name in names if _SHORT.search(name) and _has_precisions(rows, at)]
    of = [at for at in columns if _bare(header[at]) == _bare(header[date])]
    said = [at for at in columns if _SAID in fold(header[at])]
    return of or (said if is_alone and len(said) == 1 else [])


def _has_precisions(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Say whether a column has at least one precision, and nothing else."""
    texts = {cells.number(row[at]).lower() for row in rows if at < len(row)} - {""}
    return bool(texts) and texts <= PRECISIONS.keys()


def _bare(name: str) -> str:
    return _ANY_DATE.sub("", fold(name))
