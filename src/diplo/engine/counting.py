"""What is counted by an engine: events by their dates and by keys, each key being read in Python.

Dates go to the engine as their places in time and as what sets them apart; so it tells, for each
key, how many events there are, and which dates are the first and the last, without reading any.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from diplo.engine.meanings import Meanings
from diplo.engine.tables import Table, beside
from diplo.history.arrangement import BY_STORY, arrange, in_order
from diplo.history.groups import FIELDS, TIMES, keys_of
from diplo.history.parts import Match
from diplo.history.pushdown import Counts, First
from diplo.history.selection import Matcher
from diplo.history.tallies import what_sets_apart
from diplo.model.dates import Edtf
from diplo.model.events import Event, Tallies, Tally
from diplo.reading import records
from diplo.reading.records import Context

Run = Callable[[Table], Iterator[Mapping[str, Any]]]  # a query, for its rows

_LISTS = ("country", "actor", "source")


def numbers(table: Table, meanings: Meanings, run: Run) -> dict[Edtf, int]:
    """Return how many events there are of each date."""
    found = run(table.group_by("date").agg(number=table.count()))
    return {meanings.dates[row["date"]]: row["number"] for row in found}


def tallies(
    table: Table,
    counts: Counts,
    matcher: Matcher,
    meanings: Meanings,
    around: Context,
    run: Run,
) -> Tallies | None:
    """Return the numbers of events that match, None where some key is not one."""
    found = numbers(table, meanings, run)
    dated = [Tally(None, number, when, when) for when, number in found.items()]
    if counts.by in TIMES:
        return Tallies(dated)
    keyed = list(_keyed(table, counts, matcher, sorted(found, key=in_order), run))
    keys = {text: _key(text, counts.by, around) for text in {tally.key for tally in keyed}}
    if None in (key for text, key in keys.items() if text is not None):
        return None
    return Tallies(dated, [tally._replace(key=keys[tally.key]) for tally in keyed])


def dates_of_first(found: Mapping[Edtf, int], first: First, matcher: Matcher) -> list[str]:
    """Return the dates of the first events, given how many there are of each.

    Where several dates are in one place, all of them, as it is for ids to decide.
    """
    matches = [Match(Event("", when, "", ()), part=matcher.placed(when)[1]) for when in found]
    ordered = arrange(matches, first.sort, reverse=first.reverse)
    texts: list[str] = []
    number = 0
    for _, together in groupby(ordered, lambda match: _place(match, first.sort)):
        if number >= first.number:
            break
        whens = [match.event.date for match in together]
        texts += (when.text for when in whens)
        number += sum(found[when] for when in whens)
    return texts


def _place(match: Match, sort: str) -> tuple[str, tuple[int, int, bool]]:
    return match.part if sort == BY_STORY else "", match.event.date.order


def _keyed(
    table: Table, counts: Counts, matcher: Matcher, whens: Sequence[Edtf], run: Run
) -> Iterator[Tally]:
    """Yield numbers by what is written for a key, and by what sets dates apart."""
    apart = {
        when: what_sets_apart(when, matcher.placed(when)[1], in_years=counts.in_years)
        for when in whens
    }
    kinds = {kind: number for number, kind in enumerate(dict.fromkeys(apart.values()))}
    placed = beside(
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
    """Yield the kinds of dates and the keys of events, and then the kinds of those without any."""
    import ibis  # noqa: PLC0415  (only who uses an engine waits for it)

    column = table[FIELDS[counts.by]]
    if counts.by not in _LISTS:
        yield table.select("at", "kind", key=column)
        return
    if counts.by == "source":
        column = column.map(lambda each: each["source"])
    if counts.by != "country":  # none of which is there twice
        column = column.unique()
    yield table.select("at", "kind", key=column.unnest())
    few = len(counts.asked) if counts.by == "country" else 0
    if few or counts.by != "country":
        without = table.filter(column.length().fill_null(0) <= few)
        yield without.select("at", "kind", key=ibis.null("string"))


def _key(text: str | None, by: str, around: Context) -> str | None:
    """Return the key that is written so, None where none is."""
    if text is None:
        return None
    event = records.alone(around, **{FIELDS[by]: [text] if by in _LISTS else text})
    return keys_of(event, by)[0] if event else None
