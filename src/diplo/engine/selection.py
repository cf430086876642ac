"""A query as one expression, for rows that may match it: sometimes too many, never too few.

What users or files have written goes into tables beside the events, never into the text of a query;
only ids and runs of letters and digits, which cannot be anything else, are written there.
"""

import operator
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

import ibis

from diplo.engine.meanings import Meanings, lacking, repeating
from diplo.engine.tables import FILE, ROW, Table, Value, text_table
from diplo.history.filters import Alternatives, PartySet, search_terms
from diplo.history.selection import AnyOf, Matcher, has_effects
from diplo.model.events import in_family
from diplo.reading.keeping import Keep
from diplo.terminal.text import fold

_OTHER_LETTERS = r"[^\x00-\x7F]"  # some of them are folded to letters of ASCII
_RUN = re.compile("[a-z0-9]+")
_FEW = 50  # names that are compared one by one faster than looked up
_IS_PLAIN = re.compile("[A-Za-z0-9 .-]+").fullmatch


def may_be_kept(table: Table, keeps: Keep, meanings: Meanings) -> Value:
    """Return a test of whether a row may be kept, as far as an engine can tell."""
    if isinstance(keeps, AnyOf):
        return any_of(may_be_kept(table, keep, meanings) for keep in keeps.keeps)
    if isinstance(keeps, Matcher):
        return _may_match(table, keeps, meanings)
    return table.status.length() > 0 if keeps is has_effects else _literal(value=True)


def _may_match(table: Table, matcher: Matcher, meanings: Meanings) -> Value:
    query = matcher.query
    tests = [
        *_date_tests(table, matcher, meanings),
        *(_concerns(table, codes, meanings) for codes in query.countries),
        *(_concerns_any(table, any_of_them, meanings) for any_of_them in query.parties),
        *_type_tests(table, matcher, meanings),
        *([_cites(table, query.sources)] if query.sources else ()),
        *_any_part([_joined(table.actors)], query.actors),
        *_any_part([table.place], query.places),
        *_holds_words(table, matcher, meanings),
    ]
    return all_of(tests)


def is_exact(matcher: Matcher) -> bool:
    """Say whether every row that may match does match."""
    return matcher.query._replace(sources=()).is_of_columns


def wrong_rows(table: Table, meanings: Meanings) -> Table:
    """Return the rows with values that no event may have; repeated ids are another matter."""
    wrong = meanings.wrong
    cited = table.select(table[FILE], table[ROW], citation=table.sources.unnest())
    cited = cited.filter(is_one_of(cited.citation["source"], wrong.sources))
    by_value = (
        lacking(table)
        | repeating(table)
        | any_of(
            is_one_of(column, values)
            for column, values in (
                (table.date, wrong.dates),
                (
                    _joined(table.countries),
                    ["\n".join(filter(None, names)) for names in wrong.countries],
                ),
                (table.type, wrong.types),
            )
        )
    )
    rows = table.filter(by_value)
    return rows.union(table.semi_join(cited, [FILE, ROW])) if wrong.sources else rows


def repeated_rows(table: Table) -> Table:
    """Return the rows whose ids are not unique."""
    ids = table.group_by("id").agg(rows=table.count())
    return table.semi_join(ids.filter(ids.rows > 1), "id")


def all_of(tests: Iterable[Value]) -> Value:
    """Return a test of whether all tests hold."""
    return _combined(operator.and_, [_literal(value=True), *tests])


def any_of(tests: Iterable[Value]) -> Value:
    """Return a test of whether any test holds."""
    return _combined(operator.or_, [_literal(value=False), *tests])


def _combined(combine: Callable[[Value, Value], Value], tests: Sequence[Value]) -> Value:
    """Combine tests by halves, as engines and Ibis allow only some hundred levels of nesting."""
    if len(tests) == 1:
        return tests[0]
    middle = len(tests) // 2
    return combine(_combined(combine, tests[:middle]), _combined(combine, tests[middle:]))


def _literal(*, value: bool) -> Value:
    return ibis.literal(value)


def _joined(texts: Value) -> Value:
    """Return a list as one text, to look it up by."""
    return texts.join("\n")


def is_one_of(column: Value, values: Collection[str]) -> Value:
    """Return a test of whether a column has one of many values, which may be any text at all."""
    if not values:
        return _literal(value=False)
    return column.isin(text_table(value=values).value)


def _date_tests(table: Table, matcher: Matcher, meanings: Meanings) -> Iterator[Value]:
    falling = [text for text, when in meanings.dates.items() if matcher.match_date(when)[0]]
    if len(falling) < len(meanings.dates):
        yield is_one_of(table.date, falling)


def _concerns(table: Table, codes: AbstractSet[str], meanings: Meanings) -> Value:
    lists = [names for names, own in meanings.countries.items() if not codes.isdisjoint(own)]
    pairs = (zip(names, meanings.countries[names], strict=True) for names in lists)
    wanted = {name for pair in pairs for name, code in pair if code in codes}
    if len(wanted) <= _FEW and all(map(_IS_PLAIN, wanted)):
        return any_of(table.countries.contains(name) for name in sorted(wanted))
    return is_one_of(_joined(table.countries), ["\n".join(names) for names in lists])


def _concerns_any(table: Table, alternatives: Alternatives, meanings: Meanings) -> Value:
    columns = [_joined(table.actors), table.place]

    def concerns_all(parties: PartySet) -> Value:
        countries = (_concerns(table, frozenset({code}), meanings) for code in parties.codes)
        return all_of([*countries, *(_may_hold(columns, name) for name in parties.names)])

    return any_of(map(concerns_all, alternatives))


def _type_tests(table: Table, matcher: Matcher, meanings: Meanings) -> Iterator[Value]:
    query = matcher.query
    if query.types:
        yield is_one_of(table.type, _members(query.types, meanings.types))
    if query.excluded_types:
        excluded = ~is_one_of(table.type, _members(query.excluded_types, meanings.types))
        yield table.type.isnull() | excluded


def _members(families: Sequence[str], types: Collection[str]) -> list[str]:
    return [kind for kind in types if any(in_family(kind, family) for family in families)]


def _cites(table: Table, ids: Sequence[str]) -> Value:
    cited = table.sources.map(lambda citation: citation["source"])
    return any_of(cited.contains(key) for key in ids)


def _any_part(columns: Sequence[Value], texts: Sequence[str]) -> Iterator[Value]:
    """Yield a test of whether columns may hold one of these texts, if there are any."""
    if texts:
        yield any_of(_may_hold(columns, text) for text in texts)


def _may_hold(columns: Sequence[Value], text: str) -> Value:
    """Return a test of whether a column has all ASCII runs of a folded text, or other letters."""
    runs = _RUN.findall(fold(text))

    def holds(column: Value) -> Value:
        lowered = column.fill_null("").lower()
        plainly = all_of(lowered.contains(run) for run in runs)
        return plainly | lowered.re_search(_OTHER_LETTERS)

    return any_of(map(holds, columns))


def _holds_words(table: Table, matcher: Matcher, meanings: Meanings) -> Iterator[Value]:
    """Yield a test of whether a row may hold all words of some text that is searched for."""
    columns = [table.title, table.summary, _joined(table.actors), table.place, table.note]

    def holds(part: str) -> Value:
        codes = {code for code in meanings.codes if part in fold(matcher.name_of(code))}
        return _may_hold(columns, part) | _concerns(table, codes, meanings)

    if matcher.query.search:
        texts = (search_terms(text) for text in matcher.query.search)
        yield any_of(all_of(map(holds, parts)) for parts in texts)
