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
        return change(*self.halves) if change else None


def _without_word(before: str, after: str) -> Typed:
    kept = before.rstrip()
    kept = kept[: kept.rfind(" ") + 1]
    return Typed(kept + after, len(kept))


def _halves(before: str, after: str) -> Typed:
    return Typed(before + after, len(before))


_KEYS: Mapping[str, Callable[[str, str], Typed]] = {
    "backspace": lambda before, after: _halves(before[:-1], after),
    "delete": lambda before, after: _halves(before, after[1:]),
    "left": lambda before, after: Typed(before + after, max(len(before) - 1, 0)),
    "right": lambda before, after: Typed(before + after, len(before) + bool(after)),
    "ctrl+u": lambda _, after: _halves("", after),
    "ctrl+w": _without_word,
    **dict.fromkeys(("home", "ctrl+a"), lambda before, after: Typed(before + after, 0)),
    **dict.fromkeys(
        ("end", "ctrl+e"), lambda before, after: Typed(before + after, len(before + after))
    ),
}
