"""Fuzzing `status`: on a day, over time and by period, against a fold that looks at everything."""

import itertools
import json
from collections.abc import Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from tests.fuzz import days, formats
from tests.fuzz.days import FIRST, LAST, UNKNOWN, Meaning

_FILE = "events.json"
_UNITS = {"year": 4, "month": 7}  # how much of a day's notation tells them


class Effect(NamedTuple):
    """What an event makes true; it begins on a day from the `first` to the `last`, perhaps."""

    number: int
    state: str
    when: Meaning
    first: int
    last: int

    @property
    def order(self) -> tuple[int, ...]:
        """Which is the later: by the last and the first day that are stated; then by the file."""
        start, end = self.when.start, self.when.end
        last = self.last if self.when.text == "/.." else min(start.last, end.last)
        return last, start.first, *self.when.place(self.number)

    def has_begun(self, day: int) -> bool:
        """Say whether it surely had."""
        return self.last <= day and not self.when.is_start_doubted

    def is_over(self, other: "Effect") -> bool:
        """Say whether another came later; a span of which only an end is told lasts until there."""
        end = self.when.end
        if self.when.start == UNKNOWN and end != days.NO_END:
            return end.first <= other.first and self.order < other.order
        return self.last < other.first


class Given(NamedTuple):
    """Events as their dates and states, the day that the file speaks for, and what is asked."""

    effects: Sequence[tuple[str, Meaning]]
    as_of: int | None
    day: int
    unit: str


def any_states(random: Random) -> Given:
    """Return some events that change one subject, and a day or a unit of time."""
    effects = [(random.choice("abc"), days.any_date(random)) for _ in range(random.randint(1, 6))]
    as_of = random.choice((None, days.any_day(random)))
    return Given(effects, as_of, days.any_day(random), random.choice(tuple(_UNITS)))


def check(given: Given) -> None:
    """Ask for the state on a day, for those before, and for a panel."""
    effects = _write(given)
    on = date.fromordinal(given.day).isoformat()
    rows = _rows("--all", "--on", on)
    assert rows == [_told(effects, given.day)], (rows, _told(effects, given.day))
    rows, expected = _rows("--all", "--history", "--on", on), _history(effects, given.day)
    assert rows == expected, (rows, expected)
    until = ("--since", str(days.YEARS[0]), "--until", str(days.YEARS[-1]))
    rows, expected = _rows("--every", given.unit, *until), _panel(effects, given.unit)
    assert rows == expected, (rows, expected)


def _write(given: Given) -> list[Effect]:
    """Write the events into a file, and return their effects in the order in which they tell."""
    events = [
        {"id": f"e{n}", "date": when.text, "title": "T", "countries": ["NOR"], "status": {"S": s}}
        for n, (s, when) in enumerate(given.effects)
    ]
    as_of = given.as_of and date.fromordinal(given.as_of).isoformat()
    with open(_FILE, "w", encoding="utf-8") as file:
        json.dump({"as_of": as_of, "events": events}, file)
    effects = []
    for number, (state, when) in enumerate(given.effects):
        first, last = when.starts
        last = given.as_of if when.text == "/.." and given.as_of else last
        effects.append(Effect(number, state, when, first, last))
    return sorted(effects, key=lambda effect: effect.order)


def _rows(*options: str) -> list[dict[str, object]]:
    report = formats.report_of("status", options, _FILE)
    assert report
    return [{c.key: c.value(row) for c in report.columns} for row in report.rows]


def _left(effects: Sequence[Effect], day: int) -> list[Effect]:
    """Return the effects that have begun, perhaps, but for those that are surely over."""
    begun = [effect for effect in effects if effect.first <= day]
    certain = [effect for effect in begun if effect.has_begun(day)]
    return [one for one in begun if not any(one.is_over(other) for other in certain)]


def _fold(effects: Sequence[Effect], day: int) -> tuple[str | None, list[str], Effect | None]:
    """Return the state of some effects, what else is possible, and the effect that decides."""
    left = _left(effects, day)
    sure = [effect for effect in left if effect.has_begun(day)]
    state = sure[-1].state if sure else None
    others = [other for other in dict.fromkeys(effect.state for effect in left) if other != state]
    return state, others, [None, *left, *sure][-1]


def _told(effects: Sequence[Effect], day: int) -> dict[str, object]:
    """Return what is told of the subject on a day: since when it is so, by what said so first."""
    state, others, decisive = _fold(effects, day)
    if not decisive:
        return _row(None, [], None)
    begun = [effect for effect in effects if effect.first <= day]
    run = begun[: begun.index(decisive) + 1]
    other = [n for n, effect in enumerate(run) if effect.state != decisive.state]
    same = run[other[-1] + 1 if other else 0 :]
    certain = [effect for effect in same if effect.has_begun(day)]
    return _row(state, others, [*certain, *same][0])


def _row(state: str | None, others: Sequence[str], effect: Effect | None) -> dict[str, object]:
    return {
        "subject": "S",
        "state": state,
        "since": _since(effect),
        "match": "possible" if others else "certain",
        "event": f"e{effect.number}" if effect else None,
        "countries": ["NOR"],
        "possible": others,
        "sources": [],
    }


def _since(effect: Effect | None) -> str | None:
    if effect is None or effect.when.start.text in ("", ".."):
        return None
    return effect.when.start.text


def _history(effects: Sequence[Effect], day: int) -> list[dict[str, object]]:
    """Return what held each time that an effect had begun, where that was anything else."""
    begun = [effect for effect in effects if effect.first <= day]
    found: list[tuple[Effect, tuple[str | None, list[str]]]] = []
    for count, effect in enumerate(begun, 1):
        state, others, _ = _fold(begun[:count], day)
        if not found or found[-1][1] != (state, others):
            found.append((effect, (state, others)))
    untils = [effect for effect, _ in found[1:]]
    rows = [_row(*held, effect) for effect, held in found] or [_row(None, [], None)]
    return [{**row, "until": _since(until)} for row, until in itertools.zip_longest(rows, untils)]


def _panel(effects: Sequence[Effect], unit: str) -> list[dict[str, object]]:
    """Return what became of the subject in each year or month of the calendar."""
    if not _is_told(effects):
        return []
    periods: dict[str, list[int]] = {}
    for day in range(FIRST, LAST + 1):
        periods.setdefault(date.fromordinal(day).isoformat()[: _UNITS[unit]], []).append(day)
    rows: list[dict[str, object]] = []
    for period, within in periods.items():
        start, end = (_fold(effects, day)[0] for day in (within[0], within[-1]))
        days_of_turns = {effect.last for effect in effects}.intersection(within)
        turns = [turn for day in sorted(days_of_turns) for turn in _turns(effects, day)]
        first = start or next((effect.state for effect in turns), None)
        changes = sum(effect.when.start != UNKNOWN for effect in turns)
        row = {"start": start, "end": end, "first": first, "last": end, "changes": changes}
        rows.append({"subject": "S", "period": period, **row})
    return rows


def _is_told(effects: Sequence[Effect]) -> bool:
    """Say whether a start is told of what holds on the last day, or the subject is left out."""
    return any(effect.when.start != UNKNOWN for effect in _left(effects, LAST))


def _turns(effects: Sequence[Effect], day: int) -> list[Effect]:
    """Return what surely has begun on a day, and is another state than the one before."""
    before = [effect for effect in effects if effect.has_begun(day - 1)]
    later = effects[effects.index(before[-1]) + 1 :] if before else effects
    held = [*before[-1:], *(effect for effect in later if effect.has_begun(day))]
    turns = [other for one, other in itertools.pairwise(held) if one.state != other.state]
    return turns if before else [*held[:1], *turns]
