"""What covers the rows for a while: types or countries to choose from, or something to read."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from diplo.explore import view as views
from diplo.explore.view import View
from diplo.reports import Names
from diplo.terminal.colour import Line, Run
from diplo.terminal.width import cells_of

TYPES, COUNTRIES, STATES, CARD, HELP = "t", "c", "s", "enter", "?"  # the keys that open them

Draw = Callable[[int], Sequence[Line]]  # for a width


class Listing(NamedTuple):
    """Lines under a title, over which a cursor moves where they are to be chosen from.

    `key` is the key that opened it; `values` are what the lines stand for, none where there is
    nothing to choose.
    """

    key: str
    title: str
    draw: Draw
    values: Sequence[str | None] = ()
    at: int = 0

    @property
    def is_choice(self) -> bool:
        """Whether one line is chosen."""
        return bool(self.values)

    def top(self, lines: int, seen: int) -> int:
        """Return the first line that is shown, where so many of all lines are seen."""
        return max(min(self.at - (seen // 2 if self.is_choice else 0), lines - seen), 0)

    def moved(self, steps: int, lines: int) -> "Listing":
        """Return it with the cursor, or what is read, moved within so many lines."""
        return self._replace(at=min(max(self.at + steps, 0), max(lines - 1, 0)))


def types(view: View, names: Names) -> Listing | None:
    """Return the types of a view's events to choose from, None where there are none."""
    counts = ((names.type(key), key, count) for key, count in views.types(view))
    every = "every type" if view.question.query.types else ""
    return _choice(TYPES, "Types", every, counts, view)


def countries(view: View, names: Names) -> Listing | None:
    """Return the other parties of a view's events to choose from, None where there are none."""
    name_of, query = names.countries.name, view.question.query
    counts = ((name_of(code), code, count) for code, count in views.countries(view))
    every = "every country" if query.countries or query.parties else ""
    return _choice(COUNTRIES, "Countries", every, counts, view)


def _choice(
    key: str, title: str, every: str, counts: Iterable[tuple[str, str, int]], view: View
) -> Listing | None:
    """List names with their values and counts, and before them, if it has a name, `every` one."""
    found = list(counts)
    width = max((cells_of(name) for name, *_ in found), default=0)
    lines: list[Line] = [[Run(every)]] if every else []
    for name, value, count in found:
        blank = " " * (width - cells_of(name))
        told = [Run(name, view.hues.get(value, "")), Run(f"{blank}{count:>8}  ")]
        lines.append([*told, Run(value, "dim")])
    values = [*([None] if every else ()), *(value for _, value, _ in found)]
    return Listing(key, title, lambda _: lines, values) if values else None


_KEYS = (
    ("j k, arrows", "down, up; Page Up and Down, g and G or Home and End go far"),
    ("n p", "the next and the last event that changes a state"),
    ("[ ]", "a year back and ahead, to the day; left and right arrows too"),
    ("d", "a day, such as 24 April 2025"),
    ("Enter", "the event in full"),
    ("/", "find: norway since 2021 type mission, or a day; Tab completes, Enter keeps, Esc undoes"),
    ("t c", "types and countries, to choose from"),
    ("s", "all states of relations on the day"),
    ("Esc", "the view before this one"),
    ("y", "copy a citation of the event"),
    ("Y", "copy the command that prints these events"),
    ("e", "export these events: .html, .csv, .json, .md, ...; the ending says as what"),
    ("mouse", "click an event, or a day at the foot; drag along the foot; the wheel scrolls"),
    ("q", "quit; Ctrl-C does too, Ctrl-Z suspends"),
)


def keys() -> Listing:
    """Return all keys, with what they do."""
    width = max(len(each) for each, _ in _KEYS)
    lines = [[Run(f"{each:<{width}}", "bold"), Run(f"  {what}")] for each, what in _KEYS]
    return Listing(HELP, "Keys", lambda _: lines)
