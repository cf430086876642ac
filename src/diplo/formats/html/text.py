"""Texts on a page: escaped, and none of them changing the direction of the others."""

from collections.abc import Iterable
from html import escape


def bdi(text: str, kind: str = "") -> str:
    """Return a text that has a direction of its own, and perhaps a class."""
    shown = f' class="{kind}"' if kind else ""
    return f"<bdi{shown}>{escape(text)}</bdi>"


def joined(texts: Iterable[str], between: str = ", ") -> str:
    """Return texts one after the other, each in its own direction."""
    return between.join(map(bdi, texts))


def items(items: Iterable[str], name: str = "ul") -> str:
    """Return a list of what is marked up already, nothing for none."""
    lines = "".join(f"<li>{item}</li>\n" for item in items)
    return f"<{name}>\n{lines}</{name}>\n" if lines else ""
