"""The marks of events: a dot, or a diamond for a change of state, hollow if in doubt."""

from diplo.formats.drawing.elements import element, number
from diplo.reports import entries

RADIUS = 4.2
_HALF = 5.6  # half the height of a diamond
_SMALL = 0.7  # scale of dots beside the story


def mark(name: str, hue: str, x: float, y: float) -> str:
    """Return the mark of an event in the hue of its party."""
    kind = hue or "plain"
    if name in entries.DOUBTS:
        kind += " hollow"
    if name in entries.CHANGES:
        return diamond(kind, x, y)
    return dot(kind, x, y, RADIUS * (_SMALL if name == entries.ASIDE else 1))


def dot(kind: str, x: float, y: float, radius: float = RADIUS) -> str:
    """Return a dot."""
    return element("circle", class_=f"dot {kind}", cx=x, cy=y, r=radius)


def diamond(kind: str, x: float, y: float) -> str:
    """Return a diamond."""
    h = number(_HALF)
    path = f"M{number(x)} {number(y - _HALF)}l{h} {h}l-{h} {h}l-{h} -{h}z"
    return element("path", class_=f"dot {kind}", d=path)


def earlier(hue: str, x: float, y: float) -> str:
    """Return an arrow left of the start of a line, for what began before it."""
    path = f"M{number(x - 2)} {number(y - 4)}v8l-5 -4z"
    return element("path", class_=f"dot {hue or 'plain'}", d=path)
