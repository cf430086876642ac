"""Events as ticks over an axis, those of one place upon each other."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Tick(NamedTuple):
    """An event at a place, in a hue, its date in doubt or not."""

    at: float
    hue: str
    doubted: bool = False


class Placed(NamedTuple):
    """An event in a column of such a width, on a level from the ground."""

    column: int
    level: int
    tick: Tick


def stacked(ticks: Iterable[Tick], step: float) -> Sequence[Placed]:
    """Return events in columns of a width, each upon those that came before it."""
    levels: dict[int, int] = {}
    placed = []
    for tick in ticks:
        column = int(tick.at // step)
        placed.append(Placed(column, levels.get(column, 0), tick))
        levels[column] = placed[-1].level + 1
    return placed


def height(placed: Sequence[Placed]) -> int:
    """Return how many events the highest column has."""
    return max((each.level + 1 for each in placed), default=0)
