"""Strips of states over time, laid out in pieces for each format to draw."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from diplo.history.relations import INEXACT, Change, Past
from diplo.history.scale import Scale
from diplo.reports.entries import CHANGE, DOUBTED_CHANGE, EARLIER

REACH = 6.5  # pixels that a mark takes to each side of its middle
_AIR = 5  # pixels beside a word


class Piece(NamedTuple):
    """A piece from `start` to `end`; `kind` is that of its stretch."""

    kind: str
    start: float
    end: float


class Turn(NamedTuple):
    """A change of state, and whether it is certain by the day that was asked for."""

    at: float
    certain: bool


class Word(NamedTuple):
    """The name of a former state, where it begins, and the `kind` of its stretch."""

    at: float
    words: str
    kind: str


class Band(NamedTuple):
    """A strip from left to right, `from_before` if it began before the axis."""

    pieces: Sequence[Piece]
    turns: Sequence[Turn]
    words: Sequence[Word]
    from_before: bool


def band(past: Past, scale: Scale, width: Callable[[str], float] | None = None) -> Band:
    """Return the strip of a past on a scale, with the names of former states where they fit.

    `width` returns the width of a name in the unit of the scale; without it none is written.
    """
    stretches = [s for s in past.stretches if s.last >= scale.first and s.first <= scale.last]
    pieces = [Piece(s.kind, scale.at(s.first), scale.at(s.last + 1)) for s in stretches]
    turns = [
        Turn(scale.at(_middle_of(change, scale)), change.certain)
        for change in past.changes
        if scale.first <= change.day <= scale.last
    ]
    words = []
    places = sorted(turn.at for turn in turns)
    for stretch, piece in zip(stretches, pieces, strict=True):
        if stretch.is_former and width:
            following = bisect_right(places, piece.start + REACH)
            before, after = places[following - 1 : following], places[following : following + 1]
            start = max([piece.start, *(at + REACH for at in before)])
            end = min([piece.end, *(at - REACH for at in after)])
            if start + width(stretch.state) + 2 * _AIR <= end:
                words.append(Word(start + _AIR, stretch.state, stretch.kind))
    from_before = any(s.first < scale.first and s.kind != INEXACT for s in stretches[:1])
    return Band(pieces, turns, words, from_before)


def signs(strips: Iterable[Band], known: Collection[str]) -> set[str]:
    """Return the kinds of signs on strips, except marks that are `known`.

    A change in doubt is never left out: it means something else for a state than for an event.
    """
    kinds: set[str] = set()
    for strip in strips:
        kinds.update(piece.kind for piece in strip.pieces)
        kinds.update(CHANGE if turn.certain else DOUBTED_CHANGE for turn in strip.turns)
        kinds.update([EARLIER] if strip.from_before else ())
    return kinds - ({*known} - {DOUBTED_CHANGE})


def _middle_of(change: Change, scale: Scale) -> float:
    """Return the middle of a change's possible days, or of the last if they begin off the scale.

    If these days only bound the change, it is the middle of the first, as it is for its event.
    """
    first = change.first if change.first >= scale.first else change.day
    return first + 0.5 if change.bound else (first + change.day + 1) / 2
