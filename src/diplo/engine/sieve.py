"""Leave out the rows of a table that surely make no event that is asked for.

The dates, countries, types and the like of rows decide: each distinct one is judged once, in
Python, and goes back to the engine with its verdict. A row with anything odd, such as a wrong cell,
stays, so that the code that makes events of rows reports it.
"""

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeGuard

from diplo.engine.counting import dates_of_first
from diplo.engine.failures import damage_reported
from diplo.engine.heartbeat import heartbeat
from diplo.engine.selection import all_of, any_of, is_exact
from diplo.engine.tables import ROW, Engine, RecordBatch, Table, Value
from diplo.engine.verdicts import Accepts, Verdict, Verdicts, texts
from diplo.history.pushdown import First, PushdownMatcher
from diplo.history.selection import AnyOf, Matcher, has_effects
from diplo.model.dates import Edtf
from diplo.model.events import Columns, Tallies
from diplo.reading.faults import CellError
from diplo.reading.keeping import Counting, Keep
from diplo.reading.maps.deciding_cells import EventParts, RowParts
from diplo.reading.tables.table import Rows
from diplo.terminal.text import slug

_OTHERS = "(others)"  # whether any other column has text
_WORDS = r"[\pL\pN]"


class RowSieve:
    """The rows of a table that an engine has opened, as many as are needed."""

    def __init__(
        self,
        engine: Engine,
        name: str,
        table: Table,
        columns: Sequence[str],
        tell: Callable[[], object],
    ) -> None:
        """Take a file's table, its columns as in the header, and what to call while waiting."""
        self.codes: frozenset[str] = frozenset()
        self.tallies: Tallies | None = None
        self.gives_all = True
        self._engine, self._table, self._columns = engine, table, columns
        self._name, self._tell = name, tell

    def rows(self, parts: RowParts | None, keeps: Keep) -> Rows:
        """Return, in their order, the rows of which something may be kept or reported.

        If it is enough to count events, those of rows that are not odd are counted instead.
        """
        matchers = _matchers(keeps)
        table, columns = self._table, self._columns
        if parts and matchers is not None and (_is_brief(keeps) or all(map(_narrows, matchers))):
            try:
                with heartbeat(self._tell), damage_reported(self._name):
                    table = self._sifted(parts, matchers, keeps)
                self.gives_all = False
                columns = [
                    *(self._columns[at] for at in parts.columns),
                    *self._columns[parts.width :],
                ]
            except CellError:  # of too long a text, which is to be reported with its row
                self.codes, self.tallies = frozenset(), None
        return self._cells(table.order_by(ROW), columns)

    def _cells(self, table: Table, columns: Sequence[str]) -> Rows:
        """Yield the numbers and cells of rows, with the texts of some columns alone.

        Of the other columns, the first holds "-" if any of them has text.
        """
        other_columns = [name for name in self._columns if name not in {*columns}]
        any_text = any_of(_has_text(table, name) for name in other_columns)
        query = table.select(ROW, *columns, **{_OTHERS: any_text})
        for batch in self._stream(query):
            numbers, *cells, have_others = batch.columns
            by_name = dict(zip(columns, map(texts, cells), strict=True))
            if other_columns:
                by_name[other_columns[0]] = ["-" if has else "" for has in have_others.to_pylist()]
            blank = itertools.repeat("")
            rows = zip(*(by_name.get(name, blank) for name in self._columns), strict=False)
            yield from zip(numbers.to_pylist(), map(list, rows), strict=True)

    def _stream(self, table: Table) -> Iterator[RecordBatch]:
        with damage_reported(self._name):
            yield from self._engine.stream(table)

    def _sifted(self, parts: RowParts, matchers: Sequence[Matcher], keeps: Keep) -> Table:
        verdicts = Verdicts(self._engine, self._table, self._columns)
        short = [verdicts.shortened(e.sources, is_free=e.is_free) for e in parts.events]
        judged = (*parts.picks, *(part for event in parts.events for part in event.asked))
        verdicts.look_up(*map(verdicts.names, judged), *short)
        picked = [verdicts.judge(pick, bool) for pick in parts.picks]
        brief = keeps if _is_brief(keeps) and len(parts.events) == 1 else None
        events = [
            _Judged(verdicts, event, names, matchers, numbered=bool(brief))
            for event, names in zip(parts.events, short, strict=True)
        ]
        self.codes = frozenset(code for event in events for code in event.codes)
        verdicts.table = verdicts.table.filter(all_of(verdict.is_in for verdict in picked))
        if picked and not verdicts.has_rows():
            return self._table  # all of its rows are to be reported as left out
        counts = brief if brief and brief.by_columns else None
        if brief and isinstance(brief.enough, First):
            self._take_first(events[0], brief.enough, brief)
        shared = _shared(verdicts, events, counts=bool(counts))
        table = verdicts.table
        beyond = (_has_text(table, name) for name in self._columns[parts.width :])
        odd = any_of([*(event.is_odd for event in events), *shared, *beyond])
        if counts:
            self._count(table.filter(all_of([events[0].is_in, ~odd])), events[0], counts)
            return table.filter(odd)
        return table.filter(any_of([odd, *(event.is_in for event in events)]))

    def _take_first(self, event: "_Judged", first: First, brief: PushdownMatcher) -> None:
        """Restrict an event to the dates of the first events."""
        date = event.deciding[0]
        table = event.verdicts.table.filter(all_of([event.is_in, ~event.is_odd]))
        counts: Counter[Any] = Counter()  # by date
        for batch in self._engine.batches(table.group_by(at=date.number).agg(rows=table.count())):
            for at, rows in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                counts[date.meanings[at]] += rows
        texts = {*dates_of_first(counts, first, brief)}
        is_first = event.verdicts.judge(event.parts.date, lambda when: when.text in texts)
        event.deciding.append(is_first)

    def _count(self, table: Table, event: "_Judged", keeps: Counting) -> None:
        """Count the events of rows by the meanings of their dates, countries and types."""
        columns: Sequence[list[Any]] = ([], [], [])
        keys = [verdict.number.name(str(at)) for at, verdict in enumerate(event.deciding)]
        for batch in self._engine.batches(table.group_by(keys).agg(rows=table.count())):
            for *numbers, rows in zip(*(c.to_pylist() for c in batch.columns), strict=True):
                for column, verdict, number in zip(columns, event.deciding, numbers, strict=True):
                    column.extend(itertools.repeat(verdict.meanings[number] or None, rows))
        self.tallies = keeps.tallies(Columns(*columns))


class _Judged:
    """One event of each row, as far as its cells have been judged."""

    def __init__(
        self,
        verdicts: Verdicts,
        parts: EventParts,
        short: Sequence[str],
        matchers: Sequence[Matcher],
        *,
        numbered: bool,
    ) -> None:
        self.parts, self.codes, self.verdicts = parts, set[str](), verdicts

        def concerns(codes: tuple[str, ...]) -> bool:
            self.codes.update(codes)
            return any(matcher.concerns(codes) for matcher in matchers)

        def falls(when: Edtf) -> bool:
            return any(matcher.match_date(when)[0] for matcher in matchers)

        def is_of_type(kind: str) -> bool:
            return any(matcher.is_of_type(kind) for matcher in matchers)

        tests: tuple[Accepts, ...] = falls, concerns, is_of_type
        self.deciding: list[Verdict] = [
            verdicts.judge(part, accepts, numbered=numbered)
            for part, accepts in zip(parts.asked, tests, strict=True)
        ]
        self._cited = verdicts.judge(parts.sources, bool, short)

    @property
    def is_in(self) -> Value:
        """A test of whether it may be asked for."""
        return all_of(verdict.is_in for verdict in self.deciding)

    @property
    def is_odd(self) -> Value:
        """A test of whether the whole row has to be looked at."""
        table = self.verdicts.table
        odd = (verdict.is_odd for verdict in (*self.deciding, self._cited))
        states = (self.verdicts.columns[at] for at in self.parts.states)
        stated = (_has_text(table, name) for name in states)
        titles = self.parts.naming.title if self.parts.naming else ()
        blank = (~_text(table, self.verdicts.columns[at]).re_search(_WORDS) for at in titles)
        return any_of([*odd, *stated, *([all_of(blank)] if titles else ())])


def _text(table: Table, name: str) -> Value:
    return table[name].cast("string").fill_null("")


def _has_text(table: Table, name: str) -> Value:
    return _text(table, name).re_search(r"\S")


def _shared(verdicts: Verdicts, events: Sequence[_Judged], *, counts: bool) -> list[Value]:
    """Return a test of whether a row's ids recur in others or are not known, if one is needed.

    Default ids need it only if they are like those of events that may be kept, and not at all if
    events are only counted.
    """
    naming, name = events[0].parts.naming, events[0].parts.name
    if naming and len(events) == 1:
        if naming.id:
            if verdicts.are_different(naming.id):
                return []
        elif counts:
            return []
        else:
            needed = verdicts.table.filter(any_of([events[0].is_in, events[0].is_odd]))
            ids = sorted({key for _, keys in verdicts.ids(name, needed) for key in keys or ()})
            on_day = verdicts.judge(
                events[0].parts.date, lambda when: _any_begins(slug(when.text), ids)
            )
            table = verdicts.table.filter(on_day.is_in)
            return verdicts.shared(verdicts.ids(name, table))
    ids_of_rows = (verdicts.ids(event.parts.name, verdicts.table) for event in events)
    return verdicts.shared(itertools.chain.from_iterable(ids_of_rows))


def _any_begins(start: str, texts: Sequence[str]) -> bool:
    """Say whether any of some sorted texts begins with this start."""
    at = bisect_left(texts, start)
    return at < len(texts) and texts[at].startswith(start)


def _matchers(keeps: Keep) -> list[Matcher] | None:
    """Return the matchers that keep events by date, country and type, None if others keep some."""
    if isinstance(keeps, AnyOf):
        matchers: list[Matcher] = []
        for keep in keeps.keeps:
            own = _matchers(keep)
            if own is None:
                return None
            matchers += own
        return matchers
    if isinstance(keeps, Matcher):
        return [keeps]
    return [] if keeps is has_effects else None  # rows with effects stay in any case


def _is_brief(keeps: Keep) -> TypeGuard[PushdownMatcher]:
    """Say whether counts of the events that match, or the first of them, are enough."""
    if not isinstance(keeps, PushdownMatcher):
        return False
    return keeps.by_columns or (isinstance(keeps.enough, First) and is_exact(keeps))


def _narrows(matcher: Matcher) -> bool:
    query = matcher.query
    return bool(query.window or query.countries or query.types or query.excluded_types)
