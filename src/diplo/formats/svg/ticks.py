"""Many events above an axis: a tick for each, stacked if they are of one time."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from diplo.formats.drawing.elements import element, hline, number
from diplo.formats.svg.captions import Sign
from diplo.formats.svg.frame import MIDDLE, Axis, Part
from diplo.history.location import locate
from diplo.model import dates
from diplo.reports.entries import Entry

_STEP, _HIGHEST = 6, 110  # pixels of a tick with its gap, and of the highest stack
_AIR = 1.5


def crowd(entries: Iterable[Entry], axis: Axis) -> Part:
    """Return events as ticks, leaving out those without a day."""
    levels: Counter[int] = Counter()
    placed = []
    for entry in entries:
        day = locate(entry.event.date, axis.days).day
        if day is not None:
            column = int(min(axis.scale.at(day), axis.scale.size - 1) // _STEP)
            placed.append((entry, column, levels[column]))
            levels[column] += 1
    highest = max(levels.values())
    step = min(_STEP, _HIGHEST / highest)
    total = highest * step + 2
    squares: defaultdict[str, list[str]] = defaultdict(list)
    for entry, column, level in placed:
        kind = f"tick {entry.hue or 'plain'}"
        if dates.is_uncertain(entry.event.date):
            kind += " long"
        x, y = axis.frame.start + column * _STEP, total - (level + 1) * step
        squares[kind].append(_square(x, y, max(step - _AIR, step * 0.7)))
    shapes = [element("path", class_=kind, d="".join(path)) for kind, path in squares.items()]
    base = hline(axis.frame.start, axis.frame.end, total + 1, "rule")
    return Part(total + 8, [*shapes, base])


def _square(x: float, y: float, high: float) -> str:
    wide = number(_STEP - _AIR)
    return f"M{number(x)} {number(y)}h{wide}v{number(high)}h-{wide}z"


def tick_key(entries: Iterable[Entry]) -> list[Sign]:
    """Return the meanings of the ticks used."""
    doubts = {dates.is_uncertain(entry.event.date) for entry in entries}
    ticks = (("tick plain", "an event", True), ("tick plain long", "one in doubt", True in doubts))
    return [
        Sign(element("path", class_=kind, d=_square(0, MIDDLE - 2, 4.5)), words, 5)
        for kind, words, used in ticks
        if used
    ]
