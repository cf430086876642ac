"""Texts on a page: escaped, and isolated so that none changes the direction of another."""

from collections.abc import Iterable
from html import escape


def bdi(text: str, kind: str = "") -> str:
    """Return a text in a `bdi` element, which isolates its direction; `kind` is its class."""
    attribute = f' class="{kind}"' if kind else ""
    return f"<bdi{attribute}>{escape(text)}</bdi>"


def joined(texts: Iterable[str], between: str = ", ") -> str:
    """Return texts with a separator `between` them, each in a `bdi` element of its own."""
    return between.join(map(bdi, texts))


def items(items: Iterable[str], name: str = "ul") -> str:
    """Return an HTML list of items that are markup already, or nothing if there are none."""
    lines = "".join(f"<li>{item}</li>\n" for item in items)
    return f"<{name}>\n{lines}</{name}>\n" if lines else ""
