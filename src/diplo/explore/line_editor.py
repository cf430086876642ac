"""A line that is typed: its text, and the keys that change it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple


class Typed(NamedTuple):
    """A text and the place of the cursor in it."""

    text: str = ""
    at: int = 0

    @property
    def halves(self) -> tuple[str, str]:
        """The text before the cursor, and from the cursor on."""
        return self.text[: self.at], self.text[self.at :]

    def inserted(self, text: str) -> "Typed":
        """Return the line with the printable characters of a text inserted."""
        before, after = self.halves
        put = "".join(c for c in " ".join(text.split("\n")) if c.isprintable())
        return Typed(before + put + after, self.at + len(put))

    def pressed(self, key: str) -> "Typed | None":
        """Return the line after a key, or None if the key does not edit lines."""
        change = _KEYS.get(key)
        if change is None:
            return None
        before, after = change(*self.halves)
        return Typed(before + after, len(before))


def _without_word(before: str, after: str) -> tuple[str, str]:
    kept = before.rstrip()
    return kept[: kept.rfind(" ") + 1], after


# What keys make of the text before the cursor and of that after it.
_KEYS: Mapping[str, Callable[[str, str], tuple[str, str]]] = {
    "backspace": lambda before, after: (before[:-1], after),
    "delete": lambda before, after: (before, after[1:]),
    "left": lambda before, after: (before[:-1], before[-1:] + after),
    "right": lambda before, after: (before + after[:1], after[1:]),
    "ctrl+u": lambda _, after: ("", after),
    "ctrl+w": _without_word,
    **dict.fromkeys(("home", "ctrl+a"), lambda before, after: ("", before + after)),
    **dict.fromkeys(("end", "ctrl+e"), lambda before, after: (before + after, "")),
}
