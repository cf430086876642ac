"""An axis of time: thin lines where round days, months or years begin, and their names."""

from collections.abc import Iterable, Iterator, Sequence

from diplo.formats.drawing.elements import element, number
from diplo.formats.svg.lettering import BOLD, letters, width_of
from diplo.history.scale import Scale, Tick

_APART = 14  # pixels between names
_BESIDE = 4  # pixels from a line to its name


def ticks(scale: Scale, room: float) -> Sequence[Tick]:
    """Return the named ticks of an axis in pixels, with names that end within `room`."""
    return scale.dates(_APART, lambda words: _BESIDE + width_of(words, BOLD), room)


def names(ticks: Iterable[Tick], x: float) -> Iterator[str]:
    """Yield the names of ticks, each to the right of its line."""
    for tick in ticks:
        yield letters(tick.words, x + tick.at + _BESIDE, BOLD, kind="muted")


def grid(ticks: Sequence[Tick], x: float, top: float, bottom: float) -> Iterator[str]:
    """Yield the vertical lines of the ticks as one shape, if there are any."""
    if ticks:
        lines = (f"M{number(x + tick.at)} {number(top)}V{number(bottom)}" for tick in ticks)
        yield element("path", class_="grid", d="".join(lines))
