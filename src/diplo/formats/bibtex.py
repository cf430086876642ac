"""BibTeX: an entry for each place in a source.

Braces count whatever stands before them, so that those of a text become commands. An address is
taken letter by letter, by BibTeX's styles as by biblatex, and nothing in it is escaped.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import quote

from diplo.model import dates
from diplo.model.dates import Edtf
from diplo.reports.citations import Reference

# The type of an entry, and the field that it has for a publisher; it is "misc" without one.
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
_OF_ADDRESSES = "%/:?#[]@!$&'()*+,;=~"  # what may stand in one, beside letters and digits


def written(references: Sequence[Reference]) -> str:
    """Return the entries, a field a line."""
    return "\n".join(map(_entry, references))


def _entry(reference: Reference) -> str:
    kind, field = _TYPES.get(reference.kind, _OTHER) if reference.source.publisher else _OTHER
    lines = "".join(f"  {name} = {value},\n" for name, value in _fields(reference, field))
    return f"@{kind}{{{reference.key},\n{lines}}}\n"


def _fields(reference: Reference, publisher: str) -> Iterator[tuple[str, str]]:
    source = reference.source
    if source.author:
        yield "author", f"{{{_text(source.author)}}}"  # in two braces: not split into names
    yield "title", f"{{{_text(source.title)}}}"  # in two braces: in the case that it has
    if source.publisher:
        yield publisher, _text(source.publisher)
    if source.date:
        yield from _date(source.date)
    if source.url:
        yield "url", f"{{{quote(source.url, _OF_ADDRESSES)}}}"
    if reference.locator:
        yield "note", _text(reference.locator)
    yield "annote", _text(reference.about)


def _date(when: Edtf) -> Iterator[tuple[str, str]]:
    """Yield the year and the month, as far as they are known, else the date in words."""
    if when.precision not in ("year", "month", "day") or when.start.qualifier:
        yield "year", _text(dates.words(when))
        return
    day = date.fromordinal(when.start.first)
    yield "year", f"{{{day.year:04}}}"
    if when.precision != "year":
        yield "month", _MONTHS[day.month - 1]
    if when.precision == "day":
        yield "date", f"{{{day}}}"


def _text(text: str) -> str:
    return f"{{{text.translate(_ESCAPED)}}}"
