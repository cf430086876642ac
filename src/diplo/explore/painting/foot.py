"""The foot: events over time, the states of the first subjects, and the cursor's day."""

import functools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diplo.explore.painting.panes import hue_of
from diplo.explore.states import Course, SubjectState
from diplo.explore.view import Load, View
from diplo.formats.table import all_encodable
from diplo.formats.table.band import band
from diplo.formats.table.layout import GAP, Canvas, merged
from diplo.history.scale import Scale, header
from diplo.terminal.colour import Line, Run
from diplo.terminal.width import fit

_LABELS = ((120, 34), (60, 26))  # widths from which strips have labels, and of these with a gap


def label(width: int) -> int:
    """Return how many cells the labels before the axis take."""
    return next((cells for least, cells in _LABELS if width >= least), 0)


class Foot(NamedTuple):
    """What the foot shows: a view on a scale of time, the states of some subjects, and a day."""

    view: View
    course: Course
    subjects: Sequence[SubjectState]
    day: int
    scale: Scale


def lines(foot: Foot, canvas: Canvas, encoding: str) -> Iterator[Line]:
    """Yield a line of columns, a strip for each subject, the axis with a day, and its years."""
    indent, scale = label(canvas.width), foot.scale
    blank = Run(" " * indent)
    yield [Run(fit("Events", indent, "")), *_columns(foot.view.loads(scale), canvas)]
    for subject in foot.subjects if indent else ():
        name = fit(all_encodable(subject.name, encoding), indent - len(GAP), canvas.glyphs.dots)
        past = all_encodable(foot.course.past(subject.name), encoding)
        strip = _band(past, scale, hue_of(subject, foot.view), canvas.glyphs).line
        yield [Run(f"{name}{GAP}", "bold" if subject.changed else ""), *strip]
    yield [blank, *_axis(scale, foot.day, canvas)]
    yield [blank, Run(header(scale.years()))]


_band = functools.lru_cache(maxsize=500)(band)  # many keys only move the day of the cursor


def _columns(loads: Sequence[Load], canvas: Canvas) -> Line:
    heights = canvas.glyphs.heights
    most = max((load.total for load in loads), default=0)
    return merged(
        Run(_height(load.total, most, heights) if load.total else " ", load.hue) for load in loads
    )


def _height(count: int, most: int, heights: str) -> str:
    """Return the column for a count of events, scaled if the most do not fit the heights."""
    if most <= len(heights):
        return heights[count - 1]
    return heights[(count - 1) * (len(heights) - 1) // (most - 1)]


def _axis(scale: Scale, day: int, canvas: Canvas) -> Line:
    place, rule = scale.cell(day), canvas.glyphs.rule
    after = scale.size - place - 1
    return [Run(rule * place, "dim"), Run(canvas.glyphs.pointer, "bold"), Run(rule * after, "dim")]


def scale_of(view: View, width: int) -> Scale | None:
    """Return the scale of the foot, or None if no day is known."""
    return view.scale(width - label(width))


def day_at(cell: int, view: View, width: int) -> int | None:
    """Return the day at a cell of the foot, or None if there is none."""
    indent, scale = label(width), scale_of(view, width)
    if scale is None or not indent <= cell < width:
        return None
    return scale.first + (cell - indent) * (scale.last - scale.first + 1) // scale.size
