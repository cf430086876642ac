"""Find what a begun map has to say of the cells in a table."""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from string import digits

from diplo.model.countries.everyday import BECAME
from diplo.model.countries.resolve import Countries
from diplo.model.countries.spelling import key
from diplo.model.suggestions import Hints
from diplo.reading.maps import codes, hints, markup
from diplo.reading.maps.draft import party_columns, spans
from diplo.reading.maps.draft.event_columns import columns_in, days_of, moments_of
from diplo.reading.maps.draft.sample import Sample
from diplo.reading.maps.parties import Parties
from diplo.reading.maps.party import Party
from diplo.reading.maps.syntax import Map
from diplo.reading.tables import cell_dates, cells, counted_days, inline_yaml
from diplo.reading.tables.cell_dates import CellDate
from diplo.reading.tables.row_dates import GUESS, is_unread_month, timed
from diplo.reading.tables.table import Rows
from diplo.terminal.text import fold_space

_FIRST = 200  # rows
FEW = 3  # texts that are shown as examples
_MOST_EARLY = 100
_CODE = re.compile(r"\(([A-Z]{3})\)")
_NUMBER = re.compile(f"[0-9]+|{spans.MISSING.pattern}")
_COMMA = ","
_LAST = {"year": 9999, "month": 12, "day": 31}


class Findings:
    """What a map may have to say of the cells in a table."""

    def __init__(self, header: Sequence[str]) -> None:
        """Begin with nothing but the header of the table."""
        self.header = header
        self.names: Counter[str] = Counter()  # names of no country
        self.known: dict[str, str] = {}  # code of each name that is nearly a country
        self.choices: dict[str, list[str]] = {}  # codes of each name that may be several
        self.days: Counter[str] = Counter()  # texts that are no dates
        self.years: Counter[str] = Counter()  # the same in columns of years alone
        self.months: Counter[str] = Counter()  # the same in columns of months
        self.nothing: dict[str, None] = {}  # numbers that stand for unknown dates
        self.actors: list[str] = []  # organisations among the names
        # Possible orders of day and month, each with a date that can have no other, if any.
        self.readings: dict[str, str] = {}
        # By column, texts of rows that are probably not events.
        self.odd: dict[str, list[str]] = {}
        self.counting: list[str] = []  # columns of numbers that seem to count days
        self.codes: Mapping[str, str] = {}  # the system of each column's codes
        # By column, the `codes` of a map if its letters may be of one system or of another.
        self.of_either: dict[str, str] = {}
        self.has_ends = False  # whether an event has a start and an end
        self.lengths: Counter[str] = Counter()  # of spans
        self.terms = spans.Terms()
        self.marked = ""  # a text that can be read only without its footnote mark
        self.tagged = ""  # a text with HTML entities or tags
        self.mark = ""  # the most frequent one between countries

    def no_event(self, column: str, text: str, most: int = FEW) -> None:
        """Note a text in a column, whose row is probably not an event."""
        known = self.odd.setdefault(column, [])
        if text not in known and len(known) < most:
            known.append(text)


def of(header: Sequence[str], rows: Rows, event: Mapping[str, object]) -> Findings:
    """Return the findings in an event's columns of countries and dates."""
    columns, found = columns_in(header, event.get("countries")), Findings(header)
    days, moments = days_of(header, event.get("date")), [*moments_of(header, event.get("date"))]
    in_parts = [each for each in moments if len(each) > 1]
    parts = [(key, at) for each in in_parts for key in _LAST for at in each.get(key, ())]
    years = {at for each in moments for at in each.get("year", ())}
    precise = {at: each["precision"][:1] for each in moments for at in each.get("time", ())}
    ends = [at for each in moments[1:] for some in each.values() for at in some]
    found.has_ends = bool(ends)
    named: Counter[tuple[int, str]] = Counter()
    joined, fitting = Counter[str](), set[str]()  # texts that make no span, and those that do
    rows = iter(rows)
    first = [row for _, row in itertools.islice(rows, _FIRST)]
    told = {at: Sample(header, first).cells(at) for at in {*days}.difference(years)}
    counting = [at for at, texts in told.items() if counted_days.are_counted(header[at], texts)]
    found.counting = [header[at] for at in counting]
    for cut in itertools.chain(first, (row for _, row in rows)):
        row = [*cut, *[""] * len(header)][: len(header)]
        if not any(hints.is_no_event(row[at]) for at in days):
            named.update((at, row[at].strip()) for at in columns)
        for part, at in parts:
            _add_part(found, header[at], row[at], part)
        below = {at for _, at in parts if cells.BELOW_NOTHING.fullmatch(row[at].strip())}
        for at in days:
            if at not in {*below, *counting} and (at not in ends or not cell_dates.ending(row[at])):
                exact = next((row[of].strip() for of in precise.get(at, ())), GUESS)
                said = timed(row[at], exact) if at in precise else cell_dates.date(row[at])
                _add_date(found, row, at, said, is_year=at in years)
        if ends:
            length = spans.length(row[days[0]], row[ends[0]], found.nothing)
            found.lengths[length] += 1
            parties = tuple(row[at] for at in columns)
            is_blank = length == spans.BLANK
            found.terms.add(parties, row[days[0]], row[ends[0]], is_blank=is_blank)
        if ends and years.isdisjoint((days[0], ends[0])):
            both = row[days[0]], row[ends[0]]
            within = cell_dates.not_joined(*both)
            joined.update(map(fold_space, within))
            fitting.update(fold_space(text) for text in both if text not in within)
    # A map gives a text one meaning wherever it stands.
    found.days += Counter({text: many for text, many in joined.items() if text not in fitting})
    alone = [[*[""] * at, text] for at, text in named]
    found.codes = codes_of(Sample(header, [*alone, *first]), event)
    _add_names(found, named)
    return found


def codes_of(sample: Sample, event: Mapping[str, object]) -> dict[str, str]:
    """Return the system of codes of each column of countries for which a map must declare it."""
    named = event.get("countries")
    whose, told = {}, {}
    for text in named if isinstance(named, list) else ():
        columns = columns_in(sample.header, text)
        cut = (cell for at in columns for cell in sample.cells(at))
        texts = told[text[1:-1]] = [*itertools.chain.from_iterable(map(cells.items, cut))]
        system = party_columns.system_of(sample.header[columns[0]], texts) if columns else ""
        whose[text[1:-1]] = system or party_columns.beside(sample, columns)
    for told_of in codes.COW, codes.FIPS:
        alike = [name for name, texts in told.items() if codes.has_all(told_of, texts)]
        if any(whose[name] == told_of for name in alike):
            whose |= {name: told_of for name in alike if not whose[name]}
    of_gw = {name.rstrip(digits) for name, system in whose.items() if system == codes.GW}
    beside = [name for name in whose if whose[name] == codes.COW and name.rstrip(digits) in of_gw]
    whose |= dict.fromkeys(beside, codes.GW)
    return {name: system for name, system in whose.items() if system}


def _add_part(found: Findings, column: str, cell: str, part: str) -> None:
    text = cells.number(cell)
    if _NUMBER.fullmatch(text) and not 0 < int(text) <= _LAST[part]:
        found.nothing[cell.strip()] = None
    elif cells.BELOW_NOTHING.fullmatch(text):  # a year BC, which diplo cannot express
        found.no_event(column, text)
    elif part == "month" and is_unread_month(cell):
        found.months[fold_space(cell)] += 1


def _add_date(
    found: Findings, row: Sequence[str], at: int, said: CellDate, *, is_year: bool
) -> None:
    header, text = found.header, row[at]
    total = hints.total_in(row) if said.wrong else None
    for order, _ in said.readings:
        found.readings.setdefault(order, "")
        if len(said.readings) == 1:
            found.readings[order] = found.readings[order] or text
    if hints.is_no_event(text):
        found.no_event(header[at], text)
    elif total is not None:
        found.no_event(header[total], row[total])
    elif (day := text.strip()) in found.nothing or spans.is_never(day):
        found.nothing[day] = None
    elif spans.is_before_christ(day):
        found.no_event(header[at], day, most=_MOST_EARLY)
    elif said.wrong and not said.readings:
        if cell_dates.date(cells.without_footnotes(text, "date")).value:
            found.marked = found.marked or text
        else:
            (found.years if is_year else found.days)[fold_space(text)] += 1


def _add_names(found: Findings, named: Counter[tuple[int, str]]) -> None:
    """Add the names in cells of countries, split at their most frequent mark."""
    mapping, countries = Map("", (), codes=found.codes), Countries({}, Hints())
    header = found.header
    split_at, single = _marks(Parties(mapping, header, countries, ()), countries, named)
    found.mark = max(split_at, key=lambda each: split_at[each], default="")
    if found.mark == _COMMA:
        found.names += single
        found.choices |= {
            text: [code, inline_yaml.plain([*map(countries.code, text.split(_COMMA))])]
            for text in single
            if (code := countries.code(text))
        }
    split = {"countries": found.mark} if found.mark else {}
    parties = Parties(mapping._replace(split=split), header, countries, ())
    alone: dict[tuple[int, str], str] = {}  # by column and system, letters that ISO lacks
    for (at, text), many in named.items():
        for party in parties.lookup(text, at, ""):
            if party.mark in split_at or not (party.wrong or party.near or party.choices):
                continue
            plain = _stripped(found, party.text, partial(_is_read, parties, at))
            found.names += Counter({plain: many} if plain else {})
            if plain == party.text:
                _add_name(found, party, countries)
                if party.system:
                    alone.setdefault((at, party.system), party.text)
    _add_short(found, parties, named)
    _add_unlisted(found, parties, named, countries)
    likely = {(at, codes.FIPS): "" for at, _ in named if party_columns.is_of_gdelt(header[at])}
    for (at, system), text in (likely | alone).items():
        if header[at] not in found.codes and (other := _of_another(at, system, named)):
            found.of_either[header[at]] = codes.remark(header[at], system, text, other)


def _stripped(found: Findings, text: str, is_read: Callable[[str], bool]) -> str:
    """Return a text without tags, or as it is; nothing if it is read without tags or footnotes."""
    if markup.has_entities(text) or cells.has_tags(text):
        found.tagged = found.tagged or text
        plain = fold_space(cells.without_tags(text))
        return "" if is_read(plain) else plain
    bare = cells.without_footnotes(text, "countries")
    if bare == text or not is_read(bare):
        return text
    found.marked = found.marked or text
    return ""


def _is_read(parties: Parties, at: int, text: str) -> bool:
    return not any(party.wrong for party in parties.lookup(text, at, ""))


def _marks(
    whole: Parties, countries: Countries, named: Mapping[tuple[int, str], int]
) -> tuple[Counter[str], Counter[str]]:
    """Count the marks between countries, and the cells whose one country a comma would split.

    Commas do not count if at least as many cells have one within a name.
    """
    found, single = Counter[str](), Counter[str]()
    for (at, text), many in named.items():
        for party in whole.lookup(text, at, ""):
            if party.mark:
                found[party.mark] += many
            elif party.code and _COMMA in party.text and not countries.knows(party.text):
                single[text] += many
    if found[_COMMA] <= single.total():
        del found[_COMMA]
    return found, single


def _add_short(found: Findings, parties: Parties, named: Counter[tuple[int, str]]) -> None:
    """Add two-letter codes among three-letter ones, which may be no country."""
    for at in {at for at, _ in named}:
        for text, code in parties.doubtful_codes(at).items():
            often = (many for (of, cell), many in named.items() if of == at and text in cell)
            found.names[text], found.choices[text] = sum(often), [code, "~"]


def _add_unlisted(
    found: Findings, parties: Parties, named: Counter[tuple[int, str]], countries: Countries
) -> None:
    """Add codes of no list in columns of names, where they are abbreviations: RDC."""
    every = [
        (at, party, many)
        for (at, text), many in named.items()
        for party in parties.lookup(text, at, "")
    ]
    in_words = {at for at, party, _ in every if party.code and codes.may_be_name(party.text)}
    for at, party, many in every:
        is_unlisted = party.code == party.text == countries.name(party.code) and not party.choices
        if at in in_words and is_unlisted:
            found.names[party.text] += many


def _add_name(found: Findings, party: Party, countries: Countries) -> None:
    """Add what a name that is no country may mean."""
    if party.near:
        found.known[party.text] = party.near
    elif several := _states_in(party, countries):
        found.choices[party.text] = several
    if party.is_organisation:
        found.actors.append(party.text)


def _of_another(column: int, system: str, named: Counter[tuple[int, str]]) -> str:
    """Return a code in a column that means another state in a system than in ISO, if any."""
    texts = (text for at, cell in named if at == column for text in cells.items(cell))
    return next((text for text in texts if codes.differ(text, system)), "")


def _states_in(party: Party, countries: Countries) -> list[str]:
    """Return the codes of the states that a name may stand for."""
    is_gone = key(party.text) in BECAME
    several = [*party.choices] if len(party.choices) > 1 or is_gone else []
    if party.is_unknown:
        two = countries.both_names(party.text)
        return [min(codes) for codes in two] if all(two) else several
    return several or _CODE.findall(party.wrong)
