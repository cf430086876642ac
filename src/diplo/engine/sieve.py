"""Rows of a table, without those of which surely no event that is asked for is made.

What decides are the dates, the countries, the types of rows and the like: each different one is
judged once, in Python, and goes back to the engine with its verdict. Where something is odd about
a row, such as a cell that is wrong, it stays, for what makes events of rows to say so.
"""

import itertools
from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence

from diplo.engine.selection import all_of, any_of
from diplo.engine.tables import ROW, Engine, Table, Value
from diplo.engine.verdicts import IN, ODD, Verdicts, texts
from diplo.engine.waiting import telling
from diplo.history.selection import AnyOf, Matcher, has_effects
from diplo.model.events import in_family
from diplo.reading.faults import CellError
from diplo.reading.maps.parts import EventParts, RowParts
from diplo.reading.records import Keep
from diplo.reading.tables.table import Rows
from diplo.terminal.text import slug

_OTHERS = "(others)"  # of columns
_WORDS = r"[\pL\pN]"


class RowSieve:
    """The rows of a table that an engine has opened, as many as are needed."""

    def __init__(
        self, engine: Engine, table: Table, columns: Sequence[str], tell: Callable[[], object]
    ) -> None:
        """Take the table, its columns in the order of the header, and whom to tell of waiting."""
        self.codes: frozenset[str] = frozenset()
        self._engine, self._table, self._columns, self._tell = engine, table, columns, tell

    def rows(self, parts: RowParts | None, keeps: Keep) -> Rows:
        """Return the rows of which something may be kept, or told, in their order."""
        asked = _matchers(keeps)
        table, columns = self._table, self._columns
        if parts and asked is not None and all(map(_narrows, asked)):
            try:
                with telling(self._tell):
                    table = self._sifted(parts, asked)
                columns = [self._columns[at] for at in parts.columns]
            except CellError:  # of too long a text, which is to be told with its row
                self.codes = frozenset()
        return self._cells(table.order_by(ROW), columns)

    def _cells(self, table: Table, columns: Sequence[str]) -> Rows:
        """Yield the numbers and the cells of rows, where it is enough to know some columns.

        Of the others one has some text if any has.
        """
        others = [name for name in self._columns if name not in {*columns}]
        some = any_of(_text(table, name).re_search(r"\S") for name in others)
        asked = table.select(ROW, *columns, **{_OTHERS: some})
        for found in self._engine.stream(asked):
            numbers, *cells, is_some = found.columns
            told = dict(zip(columns, map(texts, cells), strict=True))
            told |= {
                name: ["-" if each else "" for each in is_some.to_pylist()] for name in others[:1]
            }
            blank = itertools.repeat("")
            rows = zip(*(told.get(name, blank) for name in self._columns), strict=False)
            yield from zip(numbers.to_pylist(), map(list, rows), strict=True)

    def _sifted(self, parts: RowParts, asked: Sequence[Matcher]) -> Table:
        verdicts = Verdicts(self._engine, self._table, self._columns)
        short = [verdicts.shortened(each.sources, is_free=each.is_free) for each in parts.events]
        judged = (*parts.picks, *(each for event in parts.events for each in event[:3]))
        verdicts.look_up(*map(verdicts.names, judged), *short)
        taken = [verdicts.on(pick, bool) for pick in parts.picks]
        stays = [
            self._stays(verdicts, *each, asked) for each in zip(parts.events, short, strict=True)
        ]
        table = verdicts.table
        verdicts.table = table.filter(all_of(each(table) == IN for each in taken))

        def kept(table: Table) -> Value:
            return any_of(each(table) for each in stays)

        shared = _shared(verdicts, parts.events, kept)
        table = verdicts.table
        also = [] if shared is None else [table[ROW].isin(shared["row"])]
        return table.filter(any_of([kept(table), *also]))

    def _stays(
        self,
        verdicts: Verdicts,
        parts: EventParts,
        short: Sequence[str],
        asked: Sequence[Matcher],
    ) -> Callable[[Table], Value]:
        """Return what says whether an event of a row may be asked for, or something is odd."""

        def concerns(codes: Collection[str]) -> bool:
            self.codes |= {*codes}
            return any(_concerns(matcher, codes) for matcher in asked)

        judged = [
            verdicts.on(parts.date, lambda when: any(m.placed(when)[0] for m in asked)),
            verdicts.on(parts.countries, concerns),
            verdicts.on(parts.type, lambda kind: any(_takes(m, kind) for m in asked)),
        ]
        cited = verdicts.on(parts.sources, bool, short)
        states = [verdicts.columns[at] for at in parts.states]

        titles = [verdicts.columns[at] for at in (parts.called.title if parts.called else ())]

        def stays(table: Table) -> Value:
            found = [each(table) for each in judged]
            odd = (each == ODD for each in (*found, cited(table)))
            told = (_text(table, name).strip() != "" for name in states)
            blank = (~_text(table, name).re_search(_WORDS) for name in titles)
            is_odd = [*odd, *told, *([all_of(blank)] if titles else ())]
            return all_of(each == IN for each in found) | any_of(is_odd)

        return stays


def _text(table: Table, name: str) -> Value:
    return table[name].cast("string").fill_null("")


def _shared(
    verdicts: Verdicts, events: Sequence[EventParts], kept: Callable[[Table], Value]
) -> Table | None:
    """Return rows whose events would have a name that others have too, or none at all.

    Where ids are there by default, only those are looked for that events have which are kept.
    """
    first, *others = events
    if first.called and first.called.id and not others and verdicts.are_different(first.called.id):
        return None
    if first.called and not first.called.id and not others:
        kept_ones = verdicts.named(first.name, verdicts.table.filter(kept(verdicts.table)))
        names = sorted({name for _, named in kept_ones for name in named or ()})
        on_day = verdicts.on(first.date, lambda when: _begins(slug(when.text), names))
        table = verdicts.table
        return verdicts.shared(verdicts.named(first.name, table.filter(on_day(table) == IN)))
    return verdicts.shared(
        named for each in events for named in verdicts.named(each.name, verdicts.table)
    )


def _begins(start: str, texts: Sequence[str]) -> bool:
    """Say whether any text begins so, of several in their order."""
    at = bisect_left(texts, start)
    return at < len(texts) and texts[at].startswith(start)


def _matchers(keeps: Keep) -> list[Matcher] | None:
    """Return what may keep events by their dates, countries and types, None where others do."""
    if isinstance(keeps, AnyOf):
        several = [_matchers(each) for each in keeps.keeps]
        known = [each for each in several if each is not None]
        return [each for some in known for each in some] if len(known) == len(several) else None
    if isinstance(keeps, Matcher):
        return [keeps]
    return [] if keeps is has_effects else None  # all that has effects stays


def _narrows(matcher: Matcher) -> bool:
    query = matcher.query
    return bool(query.window or query.countries or query.types or query.without)


def _concerns(matcher: Matcher, codes: Collection[str]) -> bool:
    return all(not wanted.isdisjoint(codes) for wanted in matcher.query.countries)


def _takes(matcher: Matcher, kind: str) -> bool:
    query = matcher.query
    wanted = not query.types or any(in_family(kind, family) for family in query.types)
    return wanted and not any(in_family(kind, family) for family in query.without)
