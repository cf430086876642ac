"""Find titles of events: in a column, or made of a state and its change, or a person and a post."""

import re
from collections.abc import Mapping, Sequence
from itertools import compress

from diplo.reading.maps import hints
from diplo.reading.maps.draft import names
from diplo.reading.maps.draft.sample import Sample
from diplo.reading.tables import cells
from diplo.reading.tables.header import Meaning, simple
from diplo.terminal.text import fold_space

_LONG = 12  # characters that titles have at least on average
_LONGEST = 200  # characters, beyond which a text is an account
_MANY = 4  # rows for each different text, at most on average
# Numbers, ids of Wikidata, addresses and names of files, none of which is a title.
_NO_WORDS = re.compile(
    r"[-+~<>]?[0-9][0-9.,: %]*|Q[0-9]+|(?:https?://|www\.)\S+|.*\.(?:jpe?g|png|gif|svg|tiff?|webp|pdf)",
    re.IGNORECASE,
)
# What became of a state; a post, and whoever holds it.
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


def fits(texts: Sequence[str]) -> bool:
    """Say whether cells may be titles: at least half are words, and not too long."""
    folded = [*map(fold_space, texts)]
    unfit = sum(
        cells.is_nothing(text) or len(text) > _LONGEST or bool(_NO_WORDS.fullmatch(text))
        for text in folded
    )
    return 2 * unfit <= len(folded)


def is_full(texts: Sequence[str]) -> bool:
    """Say whether each cell has something in it."""
    return not any(map(cells.is_nothing, map(fold_space, texts)))


def of_events(sample: Sample, dates: Sequence[int]) -> Sample:
    """Return the rows that have a date, or all if no column has dates."""
    days_by_row = ([row[at].strip() for at in dates if at < len(row)] for row in sample.rows)
    are_dated = (any(days) and not any(map(hints.is_no_event, days)) for days in days_by_row)
    return sample._replace(rows=[*compress(sample.rows, are_dated)]) if dates else sample


def possible(sample: Sample, free: Sequence[int]) -> dict[int, list[str]]:
    """Return the texts of the columns that may be titles, as each row has one of some words."""
    others = sample.matching(free, names.NO_TITLE)
    columns = {at: sample.folded_cells(at) for at in free if at not in others}
    return {at: texts for at, texts in columns.items() if is_full(texts) and fits(texts)}


def likely(sample: Sample, free: Sequence[int]) -> list[int]:
    """Return the columns that may be titles, the likeliest first; they have no blank cells.

    Those that are called titles, in any language, come before the longest texts, and after a first
    column that names what happens. A column with few texts for many rows rather names what events
    are part of: it comes last, if called so.
    """
    able = possible(sample, free)
    own = {at: texts for at, texts in able.items() if _MANY * len({*texts}) >= len(texts)}
    english = sample.matching(able, names.IN_ENGLISH)
    longest = _longest({at: own[at] for at in english if at in own}) or _longest(own)
    abroad = [at for at in own if simple(sample.header[at]) in names.TITLES_ABROAD]

    wholes = sample.matching(able, names.OF_SEVERAL)

    def rank(at: int) -> tuple[bool, bool, int]:
        return at in wholes, at not in english, -len({*able[at]})

    called = sorted(sample.matching(able, names.CALLED), key=rank)
    single = [at for at in called if at in own]
    first = sample.matching(able.keys() & {0}, names.HAPPENING)
    return [
        *(at for at in first if len(able[at]) < 2 * len({*able[at]})),
        *sample.matching(single, names.TITLED),
        *sample.matching(longest, names.TITLED),
        *abroad,
        *single,
        *longest,
        *called,
    ]


def _longest(columns: Mapping[int, Sequence[str]]) -> list[int]:
    """Return the column that has the longest texts, if these are long and most have a space."""
    lengths = {
        at: sum(map(len, texts)) / len(texts)
        for at, texts in columns.items()
        if texts and 2 * sum(" " in text for text in texts) >= len(texts)
    }
    best = max(lengths, key=lambda at: lengths[at], default=None)
    return [] if best is None or lengths[best] < _LONG else [best]


def completed(sample: Sample, meaning: Meaning) -> Meaning:
    """Make a title if no column is one; put the person before a post that is the title."""
    title = meaning.event.get("title")
    made = _with_person(sample, title)
    if title is None:
        made = made or _of_change(sample, meaning)
    if not made or "summary" in meaning.event:
        return meaning
    missing = [key for key in meaning.missing if key != "title"]
    return meaning._replace(event={**meaning.event, "title": made}, missing=missing)


def _of_change(sample: Sample, meaning: Meaning) -> str:
    """Return a title of the first country and what became of it, if a column has that."""
    named = meaning.event.get("countries")
    first = named[0] if isinstance(named, list) else named
    if not isinstance(first, str) or _PATTERN in first:
        return ""
    for at in _worded(sample, _CHANGE):
        texts = sample.raw_cells(at)
        if max(map(len, texts)) <= _SHORT and len({*texts}) > 1:
            return f"{first}: {{{sample.header[at]}}}"
    return ""


def _with_person(sample: Sample, title: object) -> str:
    """Return a title of a person and a post, if there is no title or it is the post alone."""
    named = (sample.header[at] for at in _worded(sample, _POST))
    posts = [name for name in named if title in (None, f"{{{name}}}")]
    people = _worded(sample, _PERSON) if posts else []
    return f"{{{sample.header[people[0]]}}}, {{{posts[0]}}}" if people else ""


def _worded(sample: Sample, pattern: re.Pattern[str]) -> list[int]:
    """Return the columns whose headers match and that have words in each row."""
    able = sample.matching(range(len(sample.header)), pattern)
    texts = {at: sample.folded_cells(at) for at in able if not _BRACES.search(sample.header[at])}
    return [at for at, own in texts.items() if own and is_full(own) and fits(own)]
