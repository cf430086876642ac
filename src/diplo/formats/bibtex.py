"""BibTeX: an entry for each cited place in a source.

BibTeX counts braces even after a backslash, so braces in text become commands. BibTeX styles and
biblatex read URLs verbatim, so nothing in a URL is escaped.
"""

from collections.abc import Iterator, Sequence

from diplo.model import dates
from diplo.reports.citations import Reference, address

# The entry type and publisher field of each kind; an entry without a publisher is "misc".
_TYPES = {
    "book": ("book", "publisher"),
    "news": ("article", "journal"),
    "article": ("article", "journal"),
    "report": ("techreport", "institution"),
    "thesis": ("phdthesis", "school"),
}
_OTHER = ("misc", "howpublished")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ESCAPED = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{character: f"\\{character}" for character in "%&_#$"},
    }
)


def written(references: Sequence[Reference]) -> str:
    """Return the entries, with one field per line."""
    return "\n".join(map(_entry, references))


def _entry(reference: Reference) -> str:
    kind, field = _TYPES.get(reference.kind, _OTHER) if reference.source.publisher else _OTHER
    lines = "".join(f"  {name} = {value},\n" for name, value in _fields(reference, field))
    return f"@{kind}{{{reference.key},\n{lines}}}\n"


def _fields(reference: Reference, publisher: str) -> Iterator[tuple[str, str]]:
    source = reference.source
    if source.author:
        yield "author", f"{{{_text(source.author)}}}"  # double braces: not split into names
    yield "title", f"{{{_text(source.title)}}}"  # double braces: keep its capitals
    if source.publisher:
        yield publisher, _text(source.publisher)
    yield from _date(reference)
    if source.url:
        yield "url", f"{{{address(source)}}}"
    if reference.locator:
        yield "note", _text(reference.locator)
    yield "annote", _text(reference.about)


def _date(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield the year, month and full date as far as known, else the date in words."""
    if numbers := reference.numbers:
        yield "year", f"{{{numbers[0]}}}"
        yield from (("month", _MONTHS[int(number) - 1]) for number in numbers[1:2])
        yield from (("date", f"{{{'-'.join(numbers)}}}") for _ in numbers[2:])
    elif reference.source.date:
        yield "year", _text(dates.words(reference.source.date))


def _text(text: str) -> str:
    return f"{{{text.translate(_ESCAPED)}}}"
