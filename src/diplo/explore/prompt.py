"""A line typed at the foot: a question, a day, or the name of a file."""

from collections.abc import Sequence
from typing import NamedTuple

from diplo.explore.line_editor import Typed

QUESTION, DAY, FILE = "/", "d", "e"
_MOST = 24  # most words that are listed
LABELS = {QUESTION: "/ ", DAY: "Day: ", FILE: "Export to: "}


class Prompt(NamedTuple):
    """A line that is typed, and the message below it.

    It is `kept` if Enter was pressed before the answer came.
    """

    key: str
    typed: Typed = Typed()
    message: str = ""
    wrong: bool = False
    kept: bool = False

    def completed(self, words: Sequence[str]) -> "Prompt":
        """Return the line with its last word completed, or with several completions below."""
        before, after = self.typed.halves
        start, _, partial = before.rpartition(" ")
        shared = _shared(words)
        whole = shared if shared in words else partial
        end = " " if len(words) == 1 else ""
        line = f"{start} {whole}{end}" if start else f"{whole}{end}"
        said = listed(words) if len(words) > 1 else ""
        return self._replace(typed=Typed(line + after, len(line)), message=said, wrong=False)


def listed(words: Sequence[str]) -> str:
    """Return words to choose from, only the first if there are many."""
    more = len(words) - _MOST
    return "  ".join([*words[:_MOST], *([f"and {more} more"] if more > 0 else ())])


def _shared(words: Sequence[str]) -> str:
    """Return the longest common prefix of words."""
    least, most = min(words, default=""), max(words, default="")
    ends = (n for n, (one, other) in enumerate(zip(least, most, strict=False)) if one != other)
    return least[: next(ends, len(least))]
