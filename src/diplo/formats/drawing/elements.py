"""SVG elements as text, with short numbers and any text escaped."""

import re
from collections.abc import Iterable
from html import escape

# Characters that XML forbids, even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Value = str | float


def element(name: str, *inside: str, **attributes: Value) -> str:
    """Return an element; attributes such as `class_` and `text_anchor` become XML names.

    Empty attributes are left out.
    """
    pairs = (
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
        if value != ""
    )
    start = f"<{name}{''.join(pairs)}"
    return f"{start}>{''.join(inside)}</{name}>" if inside else f"{start}/>"


def safe(text: str) -> str:
    """Return a text escaped for use between tags or in quotes."""
    return escape(_FORBIDDEN.sub("\ufffd", text))


def number(value: float) -> str:
    """Return a number as text, rounded to a tenth."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def moved_down(y: float, shapes: Iterable[str], about: str = "") -> str:
    """Return shapes as a group moved down by y, with `about` as its tooltip."""
    tooltip = element("title", safe(about)) if about else ""
    return element("g", tooltip, *shapes, transform=f"translate(0 {number(y)})")


def moved_right(x: float, shapes: Iterable[str]) -> str:
    """Return shapes as a group moved right by x."""
    return element("g", *shapes, transform=f"translate({number(x)} 0)")


def hline(x1: float, x2: float, y: float, kind: str) -> str:
    """Return a line from left to right."""
    return element("path", d=f"M{number(x1)} {number(y)}H{number(x2)}", class_=kind)


def vline(x: float, y1: float, y2: float, kind: str) -> str:
    """Return a line from top to bottom."""
    return element("path", d=f"M{number(x)} {number(y1)}V{number(y2)}", class_=kind)


def _attribute(value: Value) -> str:
    return safe(value) if isinstance(value, str) else number(value)
