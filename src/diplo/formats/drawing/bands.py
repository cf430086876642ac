"""Strips of states over time: what is in force is a bar, else a line, dashed where not exact."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from diplo.formats.drawing.elements import element, line
from diplo.formats.drawing.lettering import SMALL, ground, letters, width_of
from diplo.formats.drawing.marks import REACH, diamond, earlier
from diplo.history.relations import IN_FORCE, INEXACT, WITHHELD, Change, Past
from diplo.history.scale import Scale
from diplo.reports.entries import CHANGE, DOUBTED_CHANGE, EARLIER

HEIGHT = 16  # pixels of a bar
KINDS = {IN_FORCE: "bar", WITHHELD: "line", INEXACT: "line dashed"}
_SLIGHT = 2  # pixels within which nobody sees that a start is not exact
_AIR = 5  # pixels beside a word


class Piece(NamedTuple):
    """What is drawn from one place to another; `kind` is that of a stretch."""

    kind: str
    start: float
    end: float


class Turn(NamedTuple):
    """A change of state, which may not be certain by the day that is told of."""

    at: float
    certain: bool


class Word(NamedTuple):
    """A former state, from where it is written in its own stretch, and of which `kind` that is."""

    at: float
    words: str
    kind: str


class Band(NamedTuple):
    """A strip, from left to right; it is told to come `from_before` the line begins."""

    pieces: Sequence[Piece]
    turns: Sequence[Turn]
    words: Sequence[Word]
    from_before: bool


def band(past: Past, scale: Scale, width: Callable[[str], float] | None = None) -> Band:
    """Return the strip of a past on a line; former states are written where they fit.

    `width` tells how wide a word is on a line of that size, and without it none is written.
    """
    seen = [s for s in past.stretches if s.last >= scale.first and s.first <= scale.last]
    pieces = [Piece(s.kind, scale.at(s.first), scale.at(s.last + 1)) for s in seen]
    turns = [
        Turn(scale.at(_amid(change, scale)), change.certain)
        for change in past.changes
        if scale.first <= change.day <= scale.last
    ]
    words = []
    places = sorted(turn.at for turn in turns)
    for stretch, piece in zip(seen, pieces, strict=True):
        if stretch.is_former and width:
            following = bisect_right(places, piece.start + REACH)
            before, after = places[following - 1 : following], places[following : following + 1]
            start = max([piece.start, *(at + REACH for at in before)])
            end = min([piece.end, *(at - REACH for at in after)])
            if start + width(stretch.state) + 2 * _AIR <= end:
                words.append(Word(start + _AIR, stretch.state, stretch.kind))
    from_before = any(s.first < scale.first and s.kind != INEXACT for s in seen[:1])
    return Band(pieces, turns, words, from_before)


def signs(strips: Iterable[Band], known: Collection[str]) -> set[str]:
    """Return the kinds of signs on strips, but for the marks that are `known`."""
    kinds: set[str] = set()
    for strip in strips:
        kinds.update(piece.kind for piece in strip.pieces)
        kinds.update(CHANGE if turn.certain else DOUBTED_CHANGE for turn in strip.turns)
        kinds.update([EARLIER] if strip.from_before else ())
    return kinds.difference(known)


def _amid(change: Change, scale: Scale) -> float:
    """Return the middle of the days that a change may be of, else the day that it is told for."""
    first = change.first if change.first >= scale.first else change.day
    return (first + change.day + 1) / 2


def drawn(strip: Band, hue: str, x: float, y: float) -> Iterator[str]:
    """Yield the shapes of a strip in pixels whose line begins at x, and whose middle is y."""
    kind = hue or "plain"
    for piece in strip.pieces:
        start, end = x + piece.start, x + piece.end
        if piece.kind == IN_FORCE:
            yield element(
                "rect",
                class_=f"bar {kind}",
                x=start,
                y=y - HEIGHT / 2,
                width=max(end - start, 1),
                height=HEIGHT,
            )
        elif piece.kind != INEXACT or end - start > _SLIGHT:
            yield line(start, end, y, f"{KINDS[piece.kind]} {kind}")
    if strip.from_before:
        yield earlier(hue, x, y)
    for word in strip.words:
        if word.kind != IN_FORCE:
            yield ground(x + word.at - 2, y - 7, width_of(word.words, SMALL) + 4, 14)
        yield letters(word.words, x + word.at, y + 4, SMALL)
    for turn in strip.turns:
        yield diamond(kind if turn.certain else f"{kind} hollow", x + turn.at, y)
