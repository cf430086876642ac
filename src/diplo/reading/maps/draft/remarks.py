"""The `open` of a drafted map, and comments on what else it may say of a table."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from diplo.model.countries.resolve import all_countries
from diplo.reading.maps import hints
from diplo.reading.maps.draft.date_findings import FEW
from diplo.reading.maps.draft.party_findings import PartyFindings
from diplo.reading.maps.draft.sample import Sample
from diplo.reading.maps.draft.spans import BLANK, LONG, SHORT, STILL, Terms
from diplo.reading.maps.meanings import ANY
from diplo.reading.tables import cells, inline_yaml
from diplo.reading.tables.header import simple
from diplo.terminal.text import fold_space, shown

_YEAR, _MANY = re.compile("(?:1[0-9]|20)[0-9]{2}"), 5  # columns
_SHORTEST = 3  # letters; so short a name may be a code or a word
_OF_EVENTS = re.compile(
    "(?:disp(?:ute)?|cris(?:is)?|crac|war|treaty|many|alliance|agreement|agt|event|case)"
    "(?:num(?:ber)?|no|id)|atopid|version4id|rcid|id|key"
    r"|(?:item|event|qid|wikidata(?:id|item)?)(?:\.value)?"  # of Wikidata
)
_NAMIBIA, _TWO_LETTERS = "NA", re.compile("[A-Z]{2}")


def of_parties(findings: PartyFindings) -> Iterator[str]:
    """Yield the comments on actors among the countries, and on letters of several systems."""
    if findings.actors:
        taken = f"takes {shown(findings.actors[0])} and the like as actors"
        yield f"# unknown: actor  # {taken}, and leaves out rows of nobody else"
    for codes in findings.of_either.values():
        yield f"# {codes}"


def of_no_events(texts: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the comment on rows that are probably not events, by their texts in each column."""
    if texts:
        yield f"# {hints.left_out(texts)}  # leaves out rows that are not events"


def of_cells(
    rows: Sequence[Sequence[str]], countries: Sequence[int], *, has_unknown: bool, is_marked: bool
) -> Iterator[str]:
    """Yield the comments on the first rows and their columns of countries.

    They are on texts for nothing unless the map has some, and on footnotes unless it strips them.
    """
    lettered = _lettered(rows)
    texts = dict.fromkeys(
        (fold_space(cell), at in countries)
        for row in rows
        for at, cell in enumerate(row)
        if at not in lettered
    )
    blank = _blank([pair for pair in texts if pair[0] and cells.is_nothing(pair[0])])
    if blank and not has_unknown:
        yield f"# blank: {inline_yaml.quoted(blank)}  # means that nothing is there"
    marked = next((text for text, _ in texts if cells.without_marks(text) != text), "")
    if marked and not is_marked:
        yield f"# strip: footnotes  # takes off marks, as in {shown(marked)}"


def together(sample: Sample, columns: Sequence[int]) -> Iterator[str]:
    """Yield the comment on a column of event numbers, if rows with the same number mostly agree.

    They agree if their `columns`, those of dates and titles, are equal.
    """
    for at, name in enumerate(sample.header):
        if not columns or at in columns or not _OF_EVENTS.fullmatch(simple(name)):
            continue
        alike: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        dated = zip(*map(sample.folded_cells, columns), strict=True)
        for number, texts in zip(sample.folded_cells(at), dated, strict=True):
            alike[number].append(texts)
        shared = [texts for number, texts in alike.items() if number and len(texts) > 1]
        if 0 < len(shared) <= 2 * sum(len({*texts}) == 1 for texts in shared):
            yield f'# together: "{{{name}}}"  # makes one event of the rows that share it'
            return


def wide(left_out: Sequence[str]) -> Iterator[str]:
    """Yield the comment on columns left out, if many are called after countries or years."""
    countries = all_countries()
    years = [name for name in left_out if _YEAR.fullmatch(name)]
    states = [name for name in left_out if len(name) > _SHORTEST and countries.knows(name)]
    for what, names in ("years", years), ("countries", states):
        if len(names) >= _MANY:
            yield (
                f"# {len(names)} of them look like {what}, one column each: first make the table "
                "long, one row a value (unpivot, melt, or mlr reshape)"
            )


def _lettered(rows: Sequence[Sequence[str]]) -> set[int]:
    """Return the columns of two-letter codes, in which NA is Namibia."""
    texts: dict[int, set[str]] = {}
    for row in rows:
        for at, text in enumerate(row):
            texts.setdefault(at, set()).add(text.strip())
    others = {at: own - {"", _NAMIBIA} for at, own in texts.items() if _NAMIBIA in own}
    return {at for at, own in others.items() if own and all(map(_TWO_LETTERS.fullmatch, own))}


def _blank(pairs: Sequence[tuple[str, bool]]) -> object:
    """Return the `blank` of a map for texts, each with whether it is in a column of countries."""
    others = [text for text, is_party in pairs if not is_party][:FEW]
    parties = [text for text, is_party in pairs if is_party][:FEW]
    if not parties:
        return others
    return {ANY: others, "countries": parties} if others else {"countries": parties}


def opened(lengths: Counter[str], terms: Terms, *, is_office: bool) -> str:
    """Return the `open` of a map: day, unless some spans are long or terms of office.

    It is ongoing if long spans outnumber short ones and are no fewer than those without an end,
    unless other cells say in words that their spans go on, or those without an end are likely over.
    """
    blank, long = lengths[BLANK], lengths[LONG]
    if not blank or not (long or is_office):
        return "open: day  # what a blank end means; or ongoing, or unknown"
    if lengths[STILL]:
        meanings = "unknown, day or ongoing, which other cells say in words"
        return f"open: ...  # what a blank end means: {meanings}"
    are_over = terms.are_over if is_office else terms.are_long
    if long < blank or long <= lengths[SHORT] or are_over:
        return "open: ...  # what a blank end means: ongoing, unknown or day; only you can tell"
    return "open: ongoing  # what a blank end means, as other ends are years later; or unknown, day"
