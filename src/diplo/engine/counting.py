"""Let an engine count events by their dates and by keys; only distinct keys are read in Python.

Each date goes to the engine with its rank in time and its kind (what sets it apart), so that the
engine finds, for each key, the number of events and their first and last dates without reading any.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import ibis

from diplo.engine.meanings import Meanings
from diplo.engine.tables import Table, text_table
from diplo.history.arrangement import BY_STORY, arrange, sort_key
from diplo.history.groups import FIELDS, TIMES, keys_of
from diplo.history.parts import Match
from diplo.history.pushdown import Counts, First
from diplo.history.selection import Matcher
from diplo.history.tallies import tally_key
from diplo.model.dates import Edtf
from diplo.model.events import Event, Tallies, Tally
from diplo.reading import records
from diplo.reading.records import Context

Run = Callable[[Table], Iterator[Mapping[str, Any]]]  # runs a query, and returns its rows

_LISTS = ("country", "actor", "source")


def numbers(table: Table, meanings: Meanings, run: Run) -> dict[Edtf, int]:
    """Return the number of events with each date."""
    rows = run(table.group_by("date").agg(number=table.count()))
    return {meanings.dates[row["date"]]: row["number"] for row in rows}


def tallies(
    table: Table,
    counts: Counts,
    matcher: Matcher,
    meanings: Meanings,
    context: Context,
    run: Run,
) -> Tallies | None:
    """Return the counts of events that match, None if some key is not valid."""
    by_date = numbers(table, meanings, run)
    dated = [Tally(None, number, when, when) for when, number in by_date.items()]
    if counts.by in TIMES:
        return Tallies(dated)
    keyed = list(_keyed(table, counts, matcher, sorted(by_date, key=sort_key), run))
    keys = {text: _key(text, counts.by, context) for text in {tally.key for tally in keyed}}
    if None in (key for text, key in keys.items() if text is not None):
        return None
    return Tallies(dated, [tally._replace(key=keys[tally.key]) for tally in keyed])


def dates_of_first(by_date: Mapping[Edtf, int], first: First, matcher: Matcher) -> list[str]:
    """Return the dates of the first events, given the number of events with each date.

    Of dates that share a place in the order, all are returned, as ids decide between their events.
    """
    matches = [Match(Event("", when, "", ()), part=matcher.match_date(when)[1]) for when in by_date]
    ordered = arrange(matches, first.sort, reverse=first.reverse)
    texts: list[str] = []
    number = 0
    for _, together in groupby(ordered, lambda match: _place(match, first.sort)):
        if number >= first.number:
            break
        whens = [match.event.date for match in together]
        texts += (when.text for when in whens)
        number += sum(by_date[when] for when in whens)
    return texts


def _place(match: Match, sort: str) -> tuple[str, tuple[int, int, bool]]:
    return match.part if sort == BY_STORY else "", match.event.date.order


def _keyed(
    table: Table, counts: Counts, matcher: Matcher, whens: Sequence[Edtf], run: Run
) -> Iterator[Tally]:
    """Yield counts by a key as it is written, and by the kind of the date."""
    apart = {
        when: tally_key(when, matcher.match_date(when)[1], in_years=counts.in_years)
        for when in whens
    }
    kinds = {kind: number for number, kind in enumerate(dict.fromkeys(apart.values()))}
    placed = text_table(
        date=[when.text for when in whens],
        at=[str(place) for place in range(len(whens))],
        kind=[str(kinds[apart[when]]) for when in whens],
    )
    numbered = placed.mutate(at=placed.at.cast("int32"), kind=placed.kind.cast("int32"))
    for keys in _keys(table.join(numbered, "date"), counts):
        grouped = keys.group_by("key", "kind").agg(
            number=keys.count(), first=keys.at.min(), last=keys.at.max()
        )
        for row in run(grouped):
            yield Tally(row["key"], row["number"], whens[row["first"]], whens[row["last"]])


def _keys(table: Table, counts: Counts) -> Iterator[Table]:
    """Yield a table of ranks, kinds and keys of events, then one of events without another key."""
    column = table[FIELDS[counts.by]]
    if counts.by not in _LISTS:
        yield table.select("at", "kind", key=column)
        return
    if counts.by == "source":
        column = column.map(lambda citation: citation["source"])
    if counts.by != "country":  # an event names no country twice
        column = column.unique()
    yield table.select("at", "kind", key=column.unnest())
    most = len(counts.required) if counts.by == "country" else 0
    if most or counts.by != "country":
        without = table.filter(column.length().fill_null(0) <= most)
        yield without.select("at", "kind", key=ibis.null("string"))


def _key(text: str | None, by: str, context: Context) -> str | None:
    """Return the key that a text stands for, None if it is not valid."""
    if text is None:
        return None
    event = records.alone(context, **{FIELDS[by]: [text] if by in _LISTS else text})
    return keys_of(event, by)[0] if event else None
