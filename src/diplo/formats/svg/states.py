"""The state of relations: a strip per subject over the same time, and its state beside it.

What is in force is a bar, anything else a line, dashed if it is not exact.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from diplo.formats.drawing.bands import Band, band, signs
from diplo.formats.drawing.elements import element, hline
from diplo.formats.svg import Picture
from diplo.formats.svg.captions import Sign
from diplo.formats.svg.frame import (
    MIDDLE,
    SLIGHT,
    Axis,
    Frame,
    Part,
    labelled,
    on_axis,
    row_height,
    stacked,
)
from diplo.formats.svg.lettering import BOLD, SMALL, ground, letters, widest, width_of, wrapped
from diplo.formats.svg.marks import diamond, earlier
from diplo.history.relations import IN_FORCE, INEXACT, WITHHELD, Past
from diplo.history.scale import Scale
from diplo.reports.entries import CHANGE, DOUBTED_CHANGE, EARLIER
from diplo.reports.states import ON_STRIPS, State, left_out
from diplo.reports.status import Group, States

_TAIL, _LABEL = 0.2, 0.28  # most of the width for states, and for subjects
_LINES = 8  # most lines of a state and its date
_HEIGHT = 16  # pixels of a bar
_KINDS = {WITHHELD: "line", INEXACT: "line dashed"}  # of lines
_BAR = element("rect", class_="bar plain", x=0, y=MIDDLE - 5, width=18, height=10)
_PERHAPS = Sign(diamond("plain hollow", 6, MIDDLE), ON_STRIPS[DOUBTED_CHANGE], 12)
_KEY = {
    CHANGE: Sign(diamond("plain", 6, MIDDLE), ON_STRIPS[CHANGE], 12),
    DOUBTED_CHANGE: _PERHAPS,
    IN_FORCE: Sign(_BAR, ON_STRIPS[IN_FORCE], 18),
    **{
        kind: Sign(hline(0, 18, MIDDLE, f"{drawn_as} plain"), ON_STRIPS[kind], 18)
        for kind, drawn_as in _KINDS.items()
    },
    EARLIER: Sign(earlier("", 8, MIDDLE), ON_STRIPS[EARLIER], 7),
}


def picture(screen: States, frame: Frame) -> Picture:
    """Return the picture of the state of relations on a day."""
    rows = [row for group in screen.groups for row in group.rows]
    label = max(widest(row.subject for row in rows), widest(map(_headed, screen.groups), BOLD))
    frame = frame.columns(min(label, frame.room * _LABEL), tail(rows, frame, dated=True))
    axis = frame.axis(screen.first, screen.last)
    body = [on_axis(_groups(screen.groups, axis), axis)] if rows else []
    return Picture(
        screen.title,
        screen.counts,
        stacked([Part(8), *body]),
        key=strip_key((row.past for row in rows), axis.scale),
        notes=[left_out(screen.undated, rows)],
        about=[f"{row.subject}: {_state(row, dated=True)}" for row in rows],
    )


def _groups(groups: Sequence[Group], axis: Axis) -> Iterator[Part]:
    """Yield the strips of each party under its name."""
    frame = axis.frame
    for group in groups:
        if group.heading:
            lines = wrapped(_headed(group), frame.column - frame.margin, BOLD)
            yield Part(6, [hline(frame.margin, frame.edge, 6, "rule")])
            yield Part(row_height(len(lines)), [letters(lines, frame.margin, BOLD)])
        yield from state_rows([group], axis, dated=True)


def _headed(group: Group) -> str:
    return f"{group.heading} {len(group.rows)}" if group.heading else ""


def state_rows(groups: Iterable[Group], axis: Axis, *, dated: bool = False) -> Iterator[Part]:
    """Yield a row for each subject: its name, its strip and how it stands."""
    frame = axis.frame
    for group in groups:
        for row in group.rows:
            name, names = labelled(row.subject, frame)
            state = _state(row, dated=dated)
            lines = wrapped(state, frame.edge - frame.end - 14, SMALL, _LINES)
            strip = band(row.past, axis.scale, lambda words: width_of(words, SMALL))
            height = row_height(names, len(lines)) + 1
            shapes = [
                hline(frame.start, frame.end, height - 0.5, "grid"),
                name,
                *strip_shapes(strip, group.hue, frame.start, MIDDLE),
                letters(lines, frame.end + 14, SMALL),
            ]
            yield Part(height, shapes, f"{row.subject}: {_state(row, dated=True)}")


def strip_shapes(strip: Band, hue: str, x: float, y: float) -> Iterator[str]:
    """Yield the shapes of a strip in pixels that begins at x and is centred on y."""
    kind = hue or "plain"
    for piece in strip.pieces:
        start, end = x + piece.start, x + piece.end
        if piece.kind == IN_FORCE:
            yield element(
                "rect",
                class_=f"bar {kind}",
                x=start,
                y=y - _HEIGHT / 2,
                width=max(end - start, 1),
                height=_HEIGHT,
            )
        elif piece.kind != INEXACT or end - start > SLIGHT:
            yield hline(start, end, y, f"{_KINDS[piece.kind]} {kind}")
    if strip.from_before:
        yield earlier(hue, x, y)
    for word in strip.words:
        if word.kind != IN_FORCE:
            yield ground(x + word.at - 2, y - 7, width_of(word.words, SMALL) + 4, 14)
        yield letters(word.words, x + word.at, SMALL, y=y + 4)
    for turn in strip.turns:
        yield diamond(kind if turn.certain else f"{kind} hollow", x + turn.at, y)


def _state(row: State, *, dated: bool) -> str:
    return f"{row.words} · {row.since}" if dated and row.since else row.words


def tail(rows: Sequence[State], frame: Frame, *, dated: bool = False) -> float:
    """Return the width of the column of states."""
    longest = widest((_state(row, dated=dated) for row in rows), SMALL)
    return min(longest, frame.room * _TAIL) + 16


def strip_key(
    pasts: Iterable[Past], scale: Scale, known: Collection[str] = (), *, is_earlier: bool = False
) -> list[Sign]:
    """Return the signs used on strips with their meanings, except marks that are `known`.

    `is_earlier` says whether anything else began before the axis.
    """
    used = signs((band(past, scale) for past in pasts), known)
    used |= {EARLIER} if is_earlier else set()
    apart = _PERHAPS._replace(words=f"in a strip: {_PERHAPS.words}") if known else _PERHAPS
    return [sign for kind, sign in {**_KEY, DOUBTED_CHANGE: apart}.items() if kind in used]
