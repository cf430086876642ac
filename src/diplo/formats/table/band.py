"""A strip of one subject's states over time, drawn as a line of cells."""

from collections.abc import Collection
from typing import NamedTuple

from diplo.formats.table.glyphs import Glyphs
from diplo.formats.table.layout import merged
from diplo.history.relations import IN_FORCE, INEXACT, WITHHELD, Past, Stretch
from diplo.history.scale import Scale
from diplo.reports.entries import CHANGE, EARLIER
from diplo.reports.entries import DOUBTED_CHANGE as PERHAPS
from diplo.reports.states import ON_STRIPS
from diplo.terminal.colour import Line, Run
from diplo.terminal.width import cells_of

_GUIDE, _WORD, _EMPTY = "guide", "word", ""
_LINES = (IN_FORCE, WITHHELD, INEXACT)


class Band(NamedTuple):
    """A drawn strip, and the kinds of marks that it uses."""

    line: Line
    kinds: frozenset[str] = frozenset()


def band(past: Past, scale: Scale, hue: str, glyphs: Glyphs) -> Band:
    """Draw the stretches of a past, the changes on them, and the names of former states."""
    if not scale.size:
        return Band([])
    kinds = _kinds(past, scale)
    for tick in scale.years():
        kinds[int(tick.at)] = kinds[int(tick.at)] or _GUIDE
    used = frozenset(kinds)
    marks = signs(glyphs)
    texts = [marks[kind] for kind in kinds]
    for stretch in past.stretches:
        if stretch.is_former and stretch.last >= scale.first:
            _write(stretch, scale, kinds, texts)
    pairs = zip(kinds, texts, strict=True)
    return Band(merged(Run(text, _style(kind, hue)) for kind, text in pairs), used)


def meanings(used: Collection[str], glyphs: Glyphs) -> list[tuple[str, str]]:
    """Return the marks used, each with its meaning."""
    marks = signs(glyphs)
    return [
        (marks[kind] * (2 if kind in _LINES else 1), meaning)
        for kind, meaning in ON_STRIPS.items()
        if kind in used
    ]


def signs(glyphs: Glyphs) -> dict[str, str]:
    """Return the mark of each kind of cell."""
    alike = glyphs.doubted_change == glyphs.change
    return {
        CHANGE: glyphs.change,
        PERHAPS: glyphs.doubt if alike else glyphs.doubted_change,
        IN_FORCE: glyphs.in_force,
        WITHHELD: glyphs.withheld,
        INEXACT: glyphs.inexact,
        EARLIER: glyphs.earlier,
        _GUIDE: glyphs.dotted,
        _EMPTY: " ",
    }


def _style(kind: str, hue: str) -> str:
    if kind == _EMPTY:
        return ""
    return "dim" if kind == _GUIDE else hue


def _kinds(past: Past, scale: Scale) -> list[str]:
    """Return the kind of mark in each cell."""
    kinds = [_EMPTY] * scale.size
    before = _EMPTY
    for stretch in past.stretches:
        if stretch.last >= scale.first:
            before = before if _is_slight(stretch, scale) else stretch.kind
            for cell in _cells(stretch, scale) if before else ():
                kinds[cell] = before
            if stretch.first < scale.first and stretch.kind != INEXACT:
                kinds[0] = EARLIER
        before = stretch.kind
    for change in past.changes:
        if change.day >= scale.first:
            kinds[scale.cell(change.day)] = CHANGE if change.certain else PERHAPS
    return kinds


def _is_slight(stretch: Stretch, scale: Scale) -> bool:
    """Say whether a stretch is an inexact start that is shorter than a cell."""
    days = stretch.last - max(stretch.first, scale.first) + 1
    return stretch.kind == INEXACT and days * scale.size < scale.last - scale.first + 1


def _cells(stretch: Stretch, scale: Scale) -> range:
    return range(scale.cell(stretch.first), scale.cell(stretch.last) + 1)


def _write(stretch: Stretch, scale: Scale, kinds: list[str], texts: list[str]) -> None:
    """Write a state's name into its stretch if some line remains on each side."""
    own = [cell for cell in _cells(stretch, scale) if kinds[cell] == stretch.kind]
    words = f" {stretch.state} "
    width = cells_of(words)
    if width + 2 > len(own):
        return
    first = own[0] + (len(own) - width) // 2
    kinds[first : first + width] = [_WORD] * width
    texts[first : first + width] = [words, *[""] * (width - 1)]
