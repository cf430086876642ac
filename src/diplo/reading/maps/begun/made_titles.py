"""Titles made of two columns: a state and what became of it, or a person and a post."""

import re
from collections.abc import Sequence

from diplo.reading.maps.begun import titles
from diplo.reading.tables.asides import words
from diplo.reading.tables.header import Meaning
from diplo.terminal.text import fold_space

_CHANGE = re.compile(
    r"\b(?:status|actions?|event ?types?|changes?|kind|outcomes?|results?|decisions?)$"
)
_POST = re.compile(r"position|\bposts?\b|\boffice\b|\b(?:ho ?[gs]|leader) title\b")
_PERSON = re.compile(
    r"^(?:full )?name$|\b(?:leader|person|ho ?[gs]) name\b|office ?holder|^leader$"
    r"|^head of (?:government|state)$|\bincumbent\b"
)
_SHORT = 40  # characters; a word or two say what happened
_BRACES = re.compile("[{}]")
_PATTERN = "*"


def completed(header: Sequence[str], rows: Sequence[Sequence[str]], found: Meaning) -> Meaning:
    """Make a title if no column is one; put the person before a post that is the title."""
    title = found.event.get("title")
    made = _with_person(header, rows, title)
    if title is None:
        made = made or _of_change(header, rows, found)
    if not made or "summary" in found.event:
        return found
    missing = [key for key in found.missing if key != "title"]
    return found._replace(event={**found.event, "title": made}, missing=missing)


def _of_change(header: Sequence[str], rows: Sequence[Sequence[str]], found: Meaning) -> str:
    """Return a title of the first country and what became of it, if a column has that."""
    named = found.event.get("countries")
    first = named[0] if isinstance(named, list) else named
    if not isinstance(first, str) or _PATTERN in first:
        return ""
    changes = [
        at
        for at in _full(header, rows, _CHANGE)
        if max(len(row[at]) for row in rows) <= _SHORT and len({row[at] for row in rows}) > 1
    ]
    return f"{first}: {{{header[changes[0]]}}}" if changes else ""


def _with_person(header: Sequence[str], rows: Sequence[Sequence[str]], title: object) -> str:
    """Return a title of a person and a post, if there is no title or it is the post alone."""
    named = (header[at] for at in _full(header, rows, _POST))
    posts = [name for name in named if title in (None, f"{{{name}}}")]
    people = _full(header, rows, _PERSON) if posts else []
    return f"{{{header[people[0]]}}}, {{{posts[0]}}}" if people else ""


def _full(header: Sequence[str], rows: Sequence[Sequence[str]], form: re.Pattern[str]) -> list[int]:
    """Return the columns whose headers match and that have words in each row."""
    able = (at for at, name in enumerate(header) if form.search(words(name)))
    texts = {
        at: [fold_space(row[at]) if at < len(row) else "" for row in rows]
        for at in able
        if not _BRACES.search(header[at])
    }
    return [at for at, told in texts.items() if told and titles.is_full(told) and titles.fits(told)]
