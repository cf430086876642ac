"""Did you mean: what a word that is nearly right was meant for, or nothing rather than a guess."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Protocol

from diplo.terminal.errors import UsageError
from diplo.terminal.text import fold, series, shown

_SHORTEST = 3  # letters that tell which word they begin
_SHORTEST_NAME = 4  # of the beginning of a name
_SLIPS = (5, 9)  # letters from which on a name may have one slip, and two
_SWAPPED = 6  # letters from which on one of them may be another
_QUICKER = 20  # times that names are compared than words by `nearest`


def nearest(word: str, choices: Iterable[str], most: int = 3) -> list[str]:
    """Return the choices that a word may have been meant for, the nearest first."""
    folded = {fold(choice): choice for choice in choices}
    typed = fold(word)[:80]
    begun = [key for key in folded if len(typed) >= _SHORTEST and f"-{typed}" in f"-{key}"]
    import difflib  # noqa: PLC0415  (only mistakes need it)

    near = difflib.get_close_matches(typed, folded, n=most)
    return [folded[key] for key in dict.fromkeys([*sorted(begun, key=len), *near])][:most]


def near(word: str, names: Iterable[str]) -> list[str]:
    """Return the names, folded and hyphenated, of which a word is a slip or a part.

    Where `nearest` finds something among few choices, this finds nothing among many names that
    only share some letters: EU is not Peru.
    """
    typed = fold(word)[:80]
    slips = {name: count for name in names if (count := _slips(typed, name)) is not None}
    return sorted(slips, key=lambda name: (slips[name], len(name), name))


def _slips(typed: str, name: str) -> int | None:
    """Count the slips that make a name what was typed; None where it is another word."""
    if len(typed) >= _SHORTEST_NAME and _is_part(typed, name):
        return 0
    from rapidfuzz.distance import OSA  # noqa: PLC0415  (only mistakes need it)

    shorter = min(len(typed), len(name))
    most = sum(shorter >= length for length in _SLIPS)
    count = OSA.distance(typed, name, score_cutoff=most)
    if count > most or (shorter < _SWAPPED and _replaces(typed, name)):
        return None
    return count


def _is_part(typed: str, name: str) -> bool:
    """Say whether something is whole words of a name, or at least half of it from its start."""
    begins = name.startswith(typed) and 2 * len(typed) >= len(name)
    return begins or f"-{typed}-" in f"-{name}-"


def _replaces(typed: str, name: str) -> bool:
    """Say whether a letter was replaced, which makes a short word another (Biden and Baden)."""
    return len(typed) == len(name) and sorted(typed) != sorted(name)


def did_you_mean(choices: Sequence[str]) -> str:
    """Return "; did you mean 'norway'?", or nothing where there are no choices."""
    return f"; did you mean {series([*map(shown, choices)], 'or')}?" if choices else ""


Find = Callable[[str, Iterable[str]], list[str]]


def found(word: str, choices: Iterable[str], find: Find = nearest) -> list[str]:
    """Return the choices that a word may have been meant for."""
    return find(word, choices)


def suggestion(word: str, choices: Iterable[str], find: Find = nearest) -> str:
    """Return the question whether one of the nearest choices was meant, or nothing."""
    return did_you_mean(find(word, choices))


class Suggest(Protocol):
    """What suggests choices in place of a word."""

    def __call__(self, word: str, choices: Collection[str], find: Find = ..., /) -> Sequence[str]:
        """Return the choices that may be meant, if any."""


class Hints:
    """Suggestions for many words, until finding them has taken long enough."""

    def __init__(self, most: int = 20_000) -> None:
        """Take how many words may be compared, each of which takes some 20 microseconds."""
        self._left = most

    def __call__(self, word: str, choices: Collection[str], find: Find = nearest) -> Sequence[str]:
        """Return the choices that may be meant, if any."""
        self._left -= len(choices) if find is nearest else len(choices) // _QUICKER
        return find(word, choices) if self._left >= 0 else ()


def choose(word: str, choices: Iterable[str], what: str) -> str:
    """Return a word that is one of the choices.

    Raises:
        UsageError: it is none of them.

    """
    choices = tuple(choices)
    if word in choices:
        return word
    hint = suggestion(word, choices) or f"; choose from {', '.join(choices)}"
    message = f"{shown(word)} is not a {what}{hint}"
    raise UsageError(message)
