"""RIS: a record for each cited place in a source, with one tag per line."""

from collections.abc import Iterator, Sequence

from diplo.model import dates
from diplo.reports.citations import Reference

_TYPES = {
    "": "GEN",
    "encyclopedia": "ENCYC",
    "news": "NEWS",
    "treaty": "LEGAL",
    "law": "STAT",
    "thesis": "THES",
    "book": "BOOK",
    "report": "RPRT",
    "article": "JOUR",
    "page": "ELEC",
}


def written(references: Sequence[Reference]) -> str:
    """Return the records, with a blank line between them."""
    records = ("".join(f"{tag}  - {text}\n" for tag, text in _tags(r)) for r in references)
    return "\n".join(records)


def _tags(reference: Reference) -> Iterator[tuple[str, str]]:
    source = reference.source
    tags = (
        ("TY", _TYPES[reference.kind]),
        ("ID", reference.key),
        ("AU", source.author),
        ("TI", source.title),
        ("PB", source.publisher),
        *_date(reference),
        ("UR", source.url),
        ("N1", reference.locator),
        ("N1", reference.about),
    )
    yield from ((tag, text) for tag, text in tags if text)
    yield "ER", ""


def _date(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield the year and the date as far as known, else the date in words as a note."""
    if numbers := reference.numbers:
        yield "PY", numbers[0]
        yield "DA", "/".join([*numbers, *[""] * (4 - len(numbers))])
    elif reference.source.date:
        yield "N1", dates.words(reference.source.date)
