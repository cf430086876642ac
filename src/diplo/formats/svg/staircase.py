"""A step of a staircase: a mark on the axis, lines for how exact it is, and words beside it."""

from collections.abc import Iterator
from typing import NamedTuple

from diplo.formats.drawing.bands import REACH
from diplo.formats.drawing.elements import hline
from diplo.formats.svg.frame import MIDDLE, MOST_LINES, SLIGHT, Axis, row_height
from diplo.formats.svg.lettering import Face, balanced, ground, letters, widest, width_of
from diplo.formats.svg.marks import earlier, mark
from diplo.history.location import Location
from diplo.model.dates import BEGIN, END

_AIR = 5  # pixels between a mark and its words
_STUB = 26  # pixels of a line whose end is not known


def axis_mark(name: str, hue: str, place: Location, axis: Axis) -> str:
    """Return a mark, an arrow for a day before the axis begins, or nothing for no day."""
    if place.day is None:
        return ""
    if is_earlier(place, axis):
        return earlier(hue, axis.frame.start, MIDDLE)
    return mark(name, hue, axis.x(place.day), MIDDLE)


def is_earlier(place: Location, axis: Axis) -> bool:
    """Say whether the day of a mark is before the axis begins."""
    return place.day is not None and place.day < axis.scale.first


class Label(NamedTuple):
    """Words beside a mark with the background under them, and their number of lines."""

    shapes: tuple[str, str]
    lines: int


def whiskers(place: Location, hue: str, axis: Axis) -> Iterator[str]:
    """Yield lines that show how long something lasted, and what is not dated exactly."""
    spans = (
        ("line long", axis.ends(place.span)),
        ("line dashed", axis.ends(place.possible_span)),
        ("line dashed", _bound(place, axis)),
        ("line", axis.ends(place.stated)),
    )
    for kind, ends in spans:
        if ends and ends[1] - ends[0] > SLIGHT:
            yield hline(*ends, MIDDLE, f"{kind} {hue or 'plain'}")


def _bound(place: Location, axis: Axis) -> tuple[float, float] | None:
    """Return the x coordinates of the bounds of a moment; an open end is cut short."""
    if place.bounds is None or place.day is None:
        return None
    x, (first, last) = axis.x(place.day), place.bounds
    return (
        max(axis.x(first), x - _STUB) if first == BEGIN else axis.x(first),
        min(axis.x(last + 1), x + _STUB) if last == END else axis.x(last + 1),
    )


def label(text: str, face: Face, place: Location, axis: Axis) -> Label:
    """Return words right of a mark or else left of it, wrapped if they fit on neither side."""
    low, high = _taken(place, axis)
    left, right = low - _AIR - axis.frame.start, axis.frame.edge - high - _AIR
    needed = width_of(text, face)
    to_right = needed <= right or (needed > left and right >= left)
    lines = balanced(text, right if to_right else left, face, MOST_LINES)
    x, width = high + _AIR if to_right else low - _AIR, widest(lines, face)
    start = x if to_right else x - width
    under = ground(start - 2, 2, width + 4, row_height(len(lines)) - 4)
    words = letters(lines, x, face, anchor="" if to_right else "end")
    return Label((under, words), len(lines))


def _taken(place: Location, axis: Axis) -> tuple[float, float]:
    """Return the x coordinates where a mark with its possible days begins and ends."""
    if place.day is None or is_earlier(place, axis):
        return axis.frame.start, axis.frame.start
    x = axis.x(place.day)
    ends = [x - REACH, x + REACH]
    ends += axis.ends(place.stated) or ()
    ends += _bound(place, axis) or ()
    return min(ends), max(ends)


def is_wide(place: Location, axis: Axis) -> bool:
    """Say whether possible days are visibly wider than a mark."""
    start, end = axis.ends(place.stated) or (0, 0)
    return end - start > 2 * REACH
