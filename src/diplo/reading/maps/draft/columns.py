"""Guess what the columns of a table mean, from the cells of its first rows and its header."""

import re
from collections.abc import Callable, Mapping, Sequence

from diplo.model.countries.resolve import all_countries
from diplo.model.events import LIST_KEYS
from diplo.reading.maps.draft import (
    date_columns,
    lookalikes,
    names,
    party_columns,
    state_numbers,
    titles,
)
from diplo.reading.maps.draft.column_kinds import BLANK, COUNTRIES, DATE, DAY, TEXT, Kind, kinds_of
from diplo.reading.maps.draft.event_columns import columns_in, replaced
from diplo.reading.maps.draft.sample import Sample
from diplo.reading.tables import asides, cell_dates, cells, divided
from diplo.reading.tables.header import Meaning, key_of, known, meaning, parts_of, simple
from diplo.terminal.text import fold_space

_SIDES = ("date", "end")
_NESTED = {"date": "start", "end": "end"}
_PARTIES = (*_SIDES, COUNTRIES)  # From and To may be sides of a span or states
_SOURCES, _TARGET = "sources", "target"
_LONGEST_CODE = 3  # letters
_FEWEST = 2  # columns
_MOST = 0.5  # of the cells below a country, which is no header then
_TITLE, _SUMMARY = "title", "summary"
_DROPPED = ""  # in place of a key: the column means nothing, and no other key may take it
_NUMBERED = re.compile("[A-Za-z]+[0-9]+")  # c1990, which is no c. 1990 there
# Numbers, or types of GeoJSON.
_NO_TYPE = re.compile(
    r"-?[0-9][0-9.]*|Feature|(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection"
)
_OF_MONTH = re.compile("0?[1-9]|[12][0-9]|3[01]")


def meaning_of(sample: Sample) -> Meaning:
    """Return what columns mean; only countries, actors and sources may have several columns."""
    header = sample.header
    named, kinds = names.guess_keys(header), kinds_of(sample)
    for at in lookalikes.no_parties(sample):
        kinds[at] = Kind(TEXT)
        if named.get(at) == COUNTRIES:
            del named[at]
    parted = _with_days(sample)
    chosen = dict(parts_of(parted, is_free=True))
    sides = [key for key in _SIDES if key not in chosen.values()]
    parties = _country_columns(header, named, kinds) or party_columns.numbered(sample)
    marks = lookalikes.marks(sample, parties)
    parties = [at for at in parties if at not in marks]
    parties = sorted([*parties, *party_columns.others_alike(sample, parties)])
    chosen |= dict.fromkeys(party_columns.without_repeats(parties, sample), COUNTRIES)
    chosen |= dict.fromkeys(set(parties) - set(chosen), _DROPPED)
    for key in sides:
        free = [at for at in _date_columns(sample, named, kinds, key) if at not in chosen]
        start = next((header[at] for at, side in chosen.items() if side == DATE), "")
        fit = [at for at in free if key == DATE or names.are_pair(start, header[at])]
        chosen |= dict.fromkeys(fit[:1], key)
    texts = {at: sample.raw_cells(at) for at in named}
    full = [at for at in named if titles.is_full(texts[at])]
    for at, key in sorted(named.items(), key=lambda item: item[0] not in full):
        is_other = key not in (*_SIDES, COUNTRIES) and at not in chosen
        is_free = key in LIST_KEYS or key not in chosen.values()
        if is_other and is_free and _fits(key, kinds[at], texts[at]):
            chosen[at] = key
    title_columns, lacks_title = _titles(sample, kinds, chosen)
    chosen |= dict.fromkeys(title_columns, _TITLE)
    keys = {at: key for at, key in chosen.items() if key != _DROPPED}
    whole = _in_patterns(header, meaning(header, keys, parted))
    if lacks_title:
        whole = whole._replace(missing=[*whole.missing, _TITLE])
    return _refined(sample, kinds, whole)


def _refined(sample: Sample, kinds: Sequence[Kind], draft: Meaning) -> Meaning:
    """Return a meaning with better columns for its title, dates and countries, where there are."""
    draft = titles.completed(sample, draft)
    draft = date_columns.completed(sample, draft)
    taken = columns_in(sample.header, draft.event)
    others = other_dates(sample, kinds, taken, is_dated=True)
    draft = date_columns.with_days(sample, draft, others)
    draft = date_columns.as_rough(sample, draft)
    return state_numbers.preferred(sample, draft)


def _titles(
    sample: Sample, kinds: Sequence[Kind], chosen: Mapping[int, str]
) -> tuple[list[int], bool]:
    """Return the column of titles, if a likely one is free, and whether one is still to be named.

    It is if a summary is blank in some rows, so that it is no title of theirs, but others are not.
    """
    if _TITLE in chosen.values():
        return [], False
    free = [at for at, kind in enumerate(kinds) if kind.what == TEXT and at not in chosen]
    dated = titles.of_events(sample, [at for at, key in chosen.items() if key == DATE])
    summaries = [dated.folded_cells(at) for at, key in chosen.items() if key == _SUMMARY]
    is_partial = not all(map(titles.is_full, summaries)) and bool(titles.possible(dated, free))
    likely = titles.likely(dated, free)[:1]
    columns = sample.matching(likely, names.HAPPENING) if summaries else likely
    return columns, is_partial and not columns


def _with_days(sample: Sample) -> list[str]:
    """Return the header with sdate renamed to sday if it has days beside smonth and syear.

    Paths to parts of an event's date lose what stands above it.
    """
    compared = [*map(simple, sample.header)]
    renamed = []
    for at, name in enumerate(compared):
        base = name.removesuffix(DATE)
        has_parts = base != name and {f"{base}month", f"{base}year"}.issubset(compared)
        days = [*map(cells.number, sample.raw_cells(at))] if has_parts else []
        is_day = any(days) and all(map(_OF_MONTH.fullmatch, filter(None, days)))
        renamed.append(f"{base}day" if is_day else _of_side(sample.header[at]))
    return renamed


def _of_side(path: str) -> str:
    """Return endyear for a path that ends in end.year, as columns of other tables are called."""
    above, _, last = path.rpartition(".")
    side = _NESTED.get(key_of(above.rpartition(".")[2]) or "")
    return f"{side}{last}" if side else path


def _in_patterns(header: Sequence[str], before: Meaning) -> Meaning:
    """Name many numbered columns of countries by one pattern, which takes in blank ones too."""
    named = before.event.get(COUNTRIES)
    if not isinstance(named, list):
        return before
    columns = [at for at, name in enumerate(header) if f"{{{name}}}" in named]
    parties = [*named]
    for pattern, numbered in party_columns.series(header, columns).items():
        own = [f"{{{header[at]}}}" for at in numbered]
        parties[parties.index(own[0])] = f"{{{pattern}}}"
        parties = [cell for cell in parties if cell not in own]
    return before if parties == named else replaced(header, before, COUNTRIES, parties)


def other_dates(
    sample: Sample, kinds: Sequence[Kind], taken: Sequence[int], *, is_dated: bool
) -> list[int]:
    """Return the columns, not taken yet, of days, of years that have a month, or of a side.

    Each may date an event of its own, but for keys to sort by. If the event has a date, dates of
    the row itself do not.
    """
    header = sample.header
    dated = {at: kind for at, kind in enumerate(kinds) if kind.what == DATE}
    sides = sample.matching(dated, names.BEGUN, names.ENDED)
    days = [at for at, kind in dated.items() if kind.has_days]
    parts = [date.columns for date in divided.dates([*map(simple, header)])]
    years = [columns["year"] for columns in parts if len(columns) > 1]
    other = sorted({*days, *sides, *years}.difference(taken))
    to_sort = sample.matching(other, names.TO_SORT)
    own = [at for at in other if not (is_dated and asides.is_of_row(header[at]))]
    return [at for at in own if at not in to_sort and not asides.is_aside(header[at])]


def is_row(line: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Say whether the first line of a table is a row rather than a header.

    It is if it has a date in a column of dates, a country in one that has mostly countries below,
    or a repeated cell beside a date.
    """

    def is_date(text: str) -> bool:
        date = cell_dates.date(text)
        return bool(date.value or date.readings) and not _NUMBERED.fullmatch(text.strip())

    def has(holds: Callable[[str], bool], share: float) -> bool:
        columns = ([row[at] for row in below if at < len(row)] for at in range(len(line)))
        return any(
            holds(text) and sum(map(holds, column)) >= share * len(column)
            for text, column in zip(line, columns, strict=True)
        )

    days = [text for text in line if len(cell_dates.date(text).value) == DAY]
    words = [text for text in map(str.strip, line) if text and text not in days]
    is_repeated = bool(days) and len({*words}) < len(words)
    are_named = bool(below) and has(_is_country, _MOST)
    is_alike = not known(line) and (has(is_date, 1) or are_named)
    return len(line) >= _FEWEST and (is_repeated or is_alike)


def _is_country(text: str) -> bool:
    """Say whether a text is the name of a country and longer than a code."""
    return len(text) > _LONGEST_CODE and all_countries().knows(text)


def _fits(key: str, kind: Kind, texts: Sequence[str]) -> bool:
    """Say whether cells can be what their header says: a title, a type, states, or an id."""
    filled = [text for text in map(fold_space, texts) if text]
    if key == _TITLE:
        return kind.what in (TEXT, BLANK) and titles.fits(texts)
    if key == "type":
        return not (filled and all(map(_NO_TYPE.fullmatch, filled)))
    if key == "status":
        return all(": " in text for text in filled)
    return key != "id" or len({*filled}) == len(filled)


def _country_columns(
    header: Sequence[str], named: Mapping[int, str], kinds: Sequence[Kind]
) -> list[int]:
    """Return the columns of countries, by their cells or else by the header.

    Columns of sources and actors count only beside a target, or if no header says countries.
    """
    alike = [at for at, kind in enumerate(kinds) if kind.what == COUNTRIES]
    headed = [at for at, key in named.items() if key == COUNTRIES]
    compared = [*map(simple, header)]
    acting = () if headed and _TARGET not in compared else (_SOURCES, "actors")
    free = [at for at in alike if named.get(at, COUNTRIES) in (*_PARTIES, *acting)]
    free = [at for at in free if compared[at] != _SOURCES]
    blank = [at for at in headed if kinds[at].what == BLANK]
    return sorted({*free, *blank}) if free else headed or alike


def _are_some_days(texts: Sequence[str]) -> bool:
    """Say whether no text is blank, and some are days beside rougher dates."""
    return titles.is_full(texts) and any(len(cell_dates.date(text).value) == DAY for text in texts)


def _date_columns(
    sample: Sample, named: Mapping[int, str], kinds: Sequence[Kind], key: str
) -> list[int]:
    """Return the columns that may hold a date or its end (`key`), the likeliest first."""
    header = sample.header
    abroad = [at for at, name in enumerate(header) if simple(name) in names.DATES_ABROAD]
    headed = [at for at, other in named.items() if other == key and kinds[at].what != COUNTRIES]
    headed += [at for at in abroad if key == DATE and at not in named and kinds[at].what == TEXT]
    dated = [at for at in headed if kinds[at].what == DATE]
    dates = [at for at, kind in enumerate(kinds) if kind.what == DATE and at not in named]
    unnamed = [at for at in dates if not asides.is_of_row(header[at])]
    ended = sample.matching(unnamed, names.ENDED)
    last = [*ended, *(at for at, other in named.items() if other == "end")]
    paired = {names.stem(header[at]) for at in last}
    exact = [at for at in (*dated, *unnamed) if kinds[at].has_days]
    if not any(titles.is_full(sample.raw_cells(at)) for at in exact):
        exact += [at for at in (*dated, *unnamed) if _are_some_days(sample.raw_cells(at))]
    if key == "end":
        return [*dated, *(at for at in headed if kinds[at].what == BLANK), *ended]

    def rank(at: int) -> tuple[bool, ...]:
        is_known = at in named or names.matches(header[at], names.DATED)
        is_date = simple(header[at]) in (DATE, *names.DATES_ABROAD)
        return (
            asides.is_aside(header[at]),
            not is_known,
            kinds[at].is_sparse,
            not is_date,
            at not in exact,
            at not in named,
            names.stem(header[at]) not in paired,
        )

    likely = sorted([*dated, *(at for at in unnamed if at not in ended)], key=rank)
    made = [at for at in dates if asides.is_made(header[at])]
    vague = [at for at, kind in enumerate(kinds) if kind.has_years and at not in named]
    others = sample.matching(vague, names.CALLED, names.NO_TITLE)
    unread = [at for at in vague if at not in others]  # which may be dates all the same
    started = [*made, *unread] if ended else []
    main = [at for at in likely if not asides.is_aside(header[at])]
    return [*main, *started, *likely, *ended, *headed, *made]
