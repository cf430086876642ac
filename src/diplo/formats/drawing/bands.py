"""Strips of states over time, in the pieces that whoever draws them gives shapes to."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from diplo.history.relations import INEXACT, Change, Past
from diplo.history.scale import Scale
from diplo.reports.entries import CHANGE, DOUBTED_CHANGE, EARLIER

REACH = 6.5  # pixels about the middle of a mark that are its own
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
    """A strip, from left to right, `from_before` if it began before the line does."""

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
    """Return the kinds of signs on strips, but for the marks that are `known`.

    That of a change in doubt says something else of a state than of an event.
    """
    kinds: set[str] = set()
    for strip in strips:
        kinds.update(piece.kind for piece in strip.pieces)
        kinds.update(CHANGE if turn.certain else DOUBTED_CHANGE for turn in strip.turns)
        kinds.update([EARLIER] if strip.from_before else ())
    return kinds - ({*known} - {DOUBTED_CHANGE})


def _amid(change: Change, scale: Scale) -> float:
    """Return the middle of the days that a change may be of, else the day that it is told for.

    Of days that only bound it, that is the first, as it is of its event.
    """
    first = change.first if change.first >= scale.first else change.day
    return first + 0.5 if change.bound else (first + change.day + 1) / 2
