"""What round trips check: that a reader of a format gets arbitrary events as they were written.

Readers that are quick to call get many small files, the others a large one.
"""

from typing import Any

from hypothesis import given, settings

from diplo.model.events import Citation
from tests import strategies
from tests.strategies import Found

arbitrary = given(found=strategies.few())
quickly = settings(max_examples=50)


def cited(citation: Citation, found: Found) -> dict[str, str | None]:
    """Return a citation as scripts are promised it, in the order of its keys."""
    known = {**found.vocabulary.described, **found.vocabulary.sources}
    source = known.get(citation.source)
    told: dict[str, str | None] = {"source": citation.source, "locator": citation.locator}
    for key in ("title", "kind", "author", "publisher", "date", "url"):
        value = getattr(source, key, None)
        told[key] = getattr(value, "text", value) or None
    return told


def objects(found: Found) -> list[dict[str, Any]]:
    """Return the objects that scripts are promised."""
    return [
        {
            "id": event.id,
            "date": event.date.text,
            "earliest": event.date.earliest and event.date.earliest.isoformat(),
            "latest": event.date.latest and event.date.latest.isoformat(),
            "precision": event.date.precision,
            "match": match.match,
            "title": event.title,
            "summary": event.summary,
            "type": event.type,
            "countries": list(event.countries),
            "actors": list(event.actors),
            "place": event.place,
            "sources": [cited(citation, found) for citation in event.sources],
            "note": event.note,
            "status": event.status,
        }
        for match in found.matches
        for event in [match.event]
    ]


def in_order(data: object) -> object:
    """Return data that is equal only where keys come in the same order."""
    if isinstance(data, dict):
        return [(key, in_order(value)) for key, value in data.items()]
    return [in_order(item) for item in data] if isinstance(data, list) else data


def same(read: list[Any], expected: list[Any]) -> None:
    """Compare item by item, so that a failure shows the one that differs."""
    for one, other in zip(read, expected, strict=False):
        assert in_order(one) == in_order(other)
    assert len(read) == len(expected)
