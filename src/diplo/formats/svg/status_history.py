"""The states of each subject in order of time: its strip, and a row per state with its event."""

from collections.abc import Iterator

from diplo.formats.drawing.bands import band
from diplo.formats.drawing.elements import hline
from diplo.formats.svg import Picture
from diplo.formats.svg.frame import (
    MIDDLE,
    MOST_LINES,
    Axis,
    Frame,
    Part,
    on_axis,
    row_height,
    stacked,
)
from diplo.formats.svg.lettering import BOLD, PLAIN, letters, widest, wrapped
from diplo.formats.svg.staircase import axis_mark, is_earlier, label, whiskers
from diplo.formats.svg.states import strip_key, strip_shapes
from diplo.history.location import Location, locate
from diplo.reports.entries import CHANGE, DOUBTED_CHANGE
from diplo.reports.states import left_out
from diplo.reports.status_history import Course, History, Step

_SHARE = 0.28  # most of the width for subjects and dates


def picture(screen: History, frame: Frame) -> Picture:
    """Return the picture of the states of each subject."""
    steps = [step for course in screen.courses for step in course.steps]
    subjects = widest((course.subject for course in screen.courses), BOLD)
    label = max(subjects, widest(step.when for step in steps))
    frame = frame.columns(min(label, frame.room * _SHARE), 16)
    axis = frame.axis(screen.first, screen.last)
    rows = [row for course in screen.courses for row in _course(course, axis)]
    return Picture(
        screen.title,
        screen.counts,
        stacked([Part(8), on_axis(rows, axis)] if rows else []),
        key=strip_key(
            [course.past for course in screen.courses],
            axis.scale,
            is_earlier=any(is_earlier(_place(step, axis), axis) for step in steps),
        ),
        notes=[left_out(screen.undated, rows)],
        about=[f"{c.subject}: {', '.join(map(_in_words, c.steps))}" for c in screen.courses],
    )


def _in_words(step: Step) -> str:
    return f"{step.words} ({step.when})" if step.when else step.words


def _course(course: Course, axis: Axis) -> Iterator[Part]:
    """Yield the row with the strip of a subject, and those of its states."""
    frame = axis.frame
    lines = wrapped(course.subject, frame.column - frame.margin, BOLD)
    strip = band(course.past, axis.scale)
    shapes = [
        hline(frame.margin, frame.edge, 0.5, "rule"),
        letters(lines, frame.column, BOLD, anchor="end"),
        *strip_shapes(strip, course.hue, frame.start, MIDDLE + 1),
    ]
    yield Part(row_height(len(lines)) + 2, shapes, course.subject)
    for step in course.steps:
        yield _step(step, course.hue, axis)


def _place(step: Step, axis: Axis) -> Location:
    return locate(step.start, axis.days) if step.start else Location(None)


def _step(step: Step, hue: str, axis: Axis) -> Part:
    """Return the row of a state; one without a known start has no mark."""
    frame = axis.frame
    date_lines = wrapped(step.when, frame.column - frame.margin, most=MOST_LINES)
    place = _place(step, axis)
    text = f"{step.words}: {step.title}" if step.title else step.words
    words = label(text, BOLD if step.current else PLAIN, place, axis)
    shapes = [
        letters(date_lines, frame.column, kind="muted", anchor="end"),
        *whiskers(place, hue, axis),
        *words.shapes,
        axis_mark(CHANGE if step.certain else DOUBTED_CHANGE, hue, place, axis),
    ]
    return Part(row_height(len(date_lines), words.lines), shapes, _in_words(step))
