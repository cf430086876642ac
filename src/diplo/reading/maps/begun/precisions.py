"""Which columns say how precise the dates of others are, as Wikidata's answers do."""

import re
from collections.abc import Sequence

from diplo.reading.tables import cells
from diplo.reading.tables.row_dates import PRECISIONS
from diplo.terminal.text import fold

_SAID = "precision"
_SHORT = re.compile(f"{_SAID}|prec(?![a-z])")
_ANY_DATE = re.compile(f"{_SHORT.pattern}|date|time|value|[^a-z0-9]")  # what names of both may have
_BRACES = re.compile("[{}]")


def beside(
    header: Sequence[str], rows: Sequence[Sequence[str]], date: int, *, is_alone: bool
) -> list[int]:
    """Return the columns of the precision of a date: by their name, if others are dates too."""
    names = enumerate(map(fold, header))
    columns = [at for at, name in names if _SHORT.search(name) and _told(rows, at)]
    of = [at for at in columns if _bare(header[at]) == _bare(header[date])]
    said = [at for at in columns if _SAID in fold(header[at])]
    return of or (said if is_alone and len(said) == 1 else [])


def _told(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Say whether a column has nothing but precisions, some of which are told."""
    texts = {cells.number(row[at]).lower() for row in rows if at < len(row)} - {""}
    return bool(texts) and texts <= PRECISIONS.keys()


def _bare(name: str) -> str:
    return _ANY_DATE.sub("", fold(name))
