"""A line typed at the foot: a question, a day, or the name of a file, and the keys that edit it."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

QUESTION, DAY, FILE = "/", "d", "e"
_MOST = 24  # most words that are listed
LABELS = {QUESTION: "/ ", DAY: "Day: ", FILE: "Export to: "}


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
        printable = "".join(c for c in " ".join(text.split("\n")) if c.isprintable())
        return Typed(before + printable + after, self.at + len(printable))

    def pressed(self, key: str) -> "Typed | None":
        """Return the line after a key, or None if the key does not edit lines."""
        change = _KEYS.get(key)
        if change is None:
            return None
        before, after = change(*self.halves)
        return Typed(before + after, len(before))


def _without_word(before: str, after: str) -> tuple[str, str]:
    words = before.rstrip()
    return words[: words.rfind(" ") + 1], after


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


class Prompt(NamedTuple):
    """A line that is typed, and the message below it.

    It is `entered` if Enter was pressed before the answer came.
    """

    key: str
    typed: Typed = Typed()
    message: str = ""
    wrong: bool = False
    entered: bool = False

    def completed(self, words: Sequence[str]) -> "Prompt":
        """Return the line with its last word completed, or with several completions below."""
        before, after = self.typed.halves
        start, _, partial = before.rpartition(" ")
        shared = _shared(words)
        whole = shared if shared in words else partial
        end = " " if len(words) == 1 else ""
        line = f"{start} {whole}{end}" if start else f"{whole}{end}"
        message = listed(words) if len(words) > 1 else ""
        return self._replace(typed=Typed(line + after, len(line)), message=message, wrong=False)


def listed(words: Sequence[str]) -> str:
    """Return words to choose from, only the first if there are many."""
    left_out = len(words) - _MOST
    return "  ".join([*words[:_MOST], *([f"and {left_out} more"] if left_out > 0 else ())])


def _shared(words: Sequence[str]) -> str:
    """Return the longest common prefix of words."""
    first, last = min(words, default=""), max(words, default="")
    size = 0
    while size < len(first) and first[size] == last[size]:
        size += 1
    return first[:size]
