"""Did you mean: the choices that a mistyped word may stand for, or none rather than a guess."""

from collections.abc import Callable, Collection, Iterable, Sequence

from diplo.terminal.errors import UsageError
from diplo.terminal.text import fold, series, shown

_SHORTEST = 3  # letters that suffice to find a word by one of its parts
_SHORTEST_NAME = 4  # letters that suffice to find a name by a part of it
_SLIPS = (5, 9)  # least letters of a name with one slip, and with two
_SWAPPED = 6  # least letters of a name in which one is replaced
_QUICKER = 20  # times faster than `nearest`, for each choice


def nearest(word: str, choices: Iterable[str], most: int = 3) -> list[str]:
    """Return the choices that a word may stand for, the nearest first."""
    folded = {fold(choice): choice for choice in choices}
    typed = fold(word)[:80]
    with_part = [key for key in folded if len(typed) >= _SHORTEST and f"-{typed}" in f"-{key}"]
    import difflib  # noqa: PLC0415  (only mistakes need it)

    near = difflib.get_close_matches(typed, folded, n=most)
    return [folded[key] for key in dict.fromkeys([*sorted(with_part, key=len), *near])][:most]


def near(word: str, names: Iterable[str]) -> list[str]:
    """Return the names, folded and hyphenated, that a word misspells or is a part of.

    It is stricter than `nearest`, so that among many names those that only share some letters are
    not found: EU is not Peru.
    """
    typed = fold(word)[:80]
    slips = {name: count for name in names if (count := _slips(typed, name)) is not None}
    return sorted(slips, key=lambda name: (slips[name], len(name), name))


def _slips(typed: str, name: str) -> int | None:
    """Count the slips between a name and what was typed; None if these are different words."""
    if len(typed) >= _SHORTEST_NAME and _is_part(typed, name):
        return 0
    from rapidfuzz.distance import OSA  # noqa: PLC0415  (only mistakes need it)

    shorter = min(len(typed), len(name))
    most = sum(shorter >= length for length in _SLIPS)
    count = OSA.distance(typed, name)
    if count > most or (shorter < _SWAPPED and _replaces(typed, name)):
        return None
    return count


def _is_part(typed: str, name: str) -> bool:
    """Say whether a text is whole words of a name, or at least its first half."""
    begins = name.startswith(typed) and 2 * len(typed) >= len(name)
    return begins or f"-{typed}-" in f"-{name}-"


def _replaces(typed: str, name: str) -> bool:
    """Say whether a letter was replaced, which makes a short word a different one: Biden, Baden."""
    return len(typed) == len(name) and sorted(typed) != sorted(name)


def did_you_mean(choices: Sequence[str]) -> str:
    """Return "; did you mean 'norway'?", or nothing where there are no choices."""
    return f"; did you mean {series([*map(shown, choices)], 'or')}?" if choices else ""


def followed(message: str, more: str) -> str:
    """Return a message that goes on after a semicolon or, after a question, as a sentence."""
    if message.endswith("?"):
        return f"{message} {more[0].upper()}{more[1:]}"
    return f"{message}; {more}"


Find = Callable[[str, Iterable[str]], list[str]]
Suggest = Callable[[str, Collection[str], Find], Sequence[str]]  # finds in place of a word


def suggestion(word: str, choices: Iterable[str], find: Find = nearest) -> str:
    """Return "; did you mean 'norway'?" with the nearest choices, or nothing without any."""
    return did_you_mean(find(word, choices))


def unlimited(word: str, choices: Collection[str], find: Find) -> Sequence[str]:
    """Return the choices that may be meant, however long it takes to find them."""
    return find(word, choices)


class Hints:
    """Suggests choices for many words, until the time for searching is used up."""

    def __init__(self, most: int = 20_000) -> None:
        """Take how many comparisons to make at most; each takes some 20 microseconds."""
        self._remaining = most

    def __call__(self, word: str, choices: Collection[str], find: Find) -> Sequence[str]:
        """Return the choices that may be meant, if any."""
        self._remaining -= len(choices) if find is nearest else len(choices) // _QUICKER
        return find(word, choices) if self._remaining >= 0 else ()


def choose(word: str, choices: Iterable[str], kind: str) -> str:
    """Return a word that is one of the choices.

    Raises:
        UsageError: it is none of them.
    """
    choices = tuple(choices)
    if word in choices:
        return word
    hint = suggestion(word, choices) or f"; choose from {', '.join(choices)}"
    raise UsageError(f"{shown(word)} is not a {kind}{hint}")
