"""Titles made of two columns: a state and what became of it, or a person and a post."""

import re

from diplo.reading.maps.begun import names, titles
from diplo.reading.maps.begun.sample import Sample
from diplo.reading.tables.header import Meaning

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


def completed(sample: Sample, found: Meaning) -> Meaning:
    """Make a title if no column is one; put the person before a post that is the title."""
    title = found.event.get("title")
    made = _with_person(sample, title)
    if title is None:
        made = made or _of_change(sample, found)
    if not made or "summary" in found.event:
        return found
    missing = [key for key in found.missing if key != "title"]
    return found._replace(event={**found.event, "title": made}, missing=missing)


def _of_change(sample: Sample, found: Meaning) -> str:
    """Return a title of the first country and what became of it, if a column has that."""
    named = found.event.get("countries")
    first = named[0] if isinstance(named, list) else named
    if not isinstance(first, str) or _PATTERN in first:
        return ""
    for at in _full(sample, _CHANGE):
        texts = sample.cells(at)
        if max(map(len, texts)) <= _SHORT and len({*texts}) > 1:
            return f"{first}: {{{sample.header[at]}}}"
    return ""


def _with_person(sample: Sample, title: object) -> str:
    """Return a title of a person and a post, if there is no title or it is the post alone."""
    named = (sample.header[at] for at in _full(sample, _POST))
    posts = [name for name in named if title in (None, f"{{{name}}}")]
    people = _full(sample, _PERSON) if posts else []
    return f"{{{sample.header[people[0]]}}}, {{{posts[0]}}}" if people else ""


def _full(sample: Sample, form: re.Pattern[str]) -> list[int]:
    """Return the columns whose headers match and that have words in each row."""
    named = enumerate(sample.header)
    able = [at for at, name in named if names.says(name, form) and not _BRACES.search(name)]
    texts = {at: sample.filled(at) for at in able}
    return [at for at, told in texts.items() if told and titles.is_full(told) and titles.fits(told)]
