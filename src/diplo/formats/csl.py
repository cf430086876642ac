"""CSL JSON: an array of items for citation managers and pandoc, one per line.

Items of a reference list have no field for a locator, so it becomes the note.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from diplo.model import dates
from diplo.model.dates import Edtf, Period
from diplo.reports.citations import Reference

_TYPES = {
    "": "document",
    "encyclopedia": "entry-encyclopedia",
    "news": "article-newspaper",
    "treaty": "treaty",
    "law": "legislation",
    "thesis": "thesis",
    "book": "book",
    "report": "report",
    "article": "article-journal",
    "page": "webpage",
}
_NUMBERS = {"year": 1, "season": 1, "month": 2, "day": 3}  # date parts that each precision has


def written(references: Sequence[Reference]) -> str:
    """Return the references as a JSON array."""
    lines = (json.dumps(_item(reference), ensure_ascii=False) for reference in references)
    return "[\n" + ",\n".join(lines) + "\n]\n" if references else "[]\n"


def _item(reference: Reference) -> dict[str, Any]:
    source = reference.source
    item = {
        "id": reference.key,
        "type": _TYPES[reference.kind],
        "title": source.title,
        "author": [{"literal": source.author}] if source.author else None,
        "publisher": source.publisher,
        "issued": _issued(source.date) if source.date else None,
        "URL": source.url,
        "note": reference.locator,
        "annote": reference.about,
    }
    return {key: value for key, value in item.items() if value}


def _issued(when: Edtf) -> dict[str, Any]:
    """Return the numbers of a date as far as known, or its words if they do not suffice."""
    ends = list(dict.fromkeys((when.start, when.end)))
    if not all(end.precision in _NUMBERS for end in ends):
        return {"literal": dates.words(when)}
    season = {"season": int(when.start.text[-1])} if when.precision == "season" else {}
    return {
        "date-parts": [_numbers(end) for end in ends],
        **season,
        **({"circa": True} if when.is_qualified else {}),
    }


def _numbers(period: Period) -> list[int]:
    return list(date.fromordinal(period.first).timetuple()[: _NUMBERS[period.precision]])
