"""Texts that were spelt otherwise: in the other of the two spellings of English, or by a slip."""

import re
from collections.abc import Iterable, Iterator

from diplo.model import suggestions
from diplo.terminal.text import fold

# What the one has where the other has what stands beside it, and where in a word that is.
_PAIRS = (
    ("iz", "is", r"(?=e[drs]?\b|ing\b|ations?\b)"),
    ("yz", "ys", r"(?=e[drs]?\b|ing\b)"),
    ("ter", "tre", r"(?=s?\b)"),
    ("or", "our", r"(?=s?\b|ed\b|ing\b)"),
    ("el", "ell", r"(?=ed\b|ing\b|ers?\b)"),
    ("ense", "ence", r"(?=s?\b)"),
    ("program", "programme", r"(?=s?\b)"),
)
_WORD = re.compile(r"\w+")


def others(text: str) -> Iterator[str]:
    """Yield a text with all its words in the one spelling, and in the other, where it differs.

    It comes first without stars, as parts of words are found anyway.
    """
    if "*" in text and _WORD.search(text):
        yield text.replace("*", "").strip()
    for these, those in ((0, 1), (1, 0)):
        found = text
        for *pair, where in _PAIRS:
            found = re.sub(f"{pair[these]}{where}", pair[those], found, flags=re.IGNORECASE)
        if found != text:
            yield found


def meant(text: str, told: Iterable[str]) -> Iterator[str]:
    """Yield a text with the nearest of the words that are told in place of each that is not."""
    words = {fold(word): word for each in told for word in _WORD.findall(each)}
    every = "\n".join(words)
    found = text
    for typed in _WORD.findall(text):
        if fold(typed) in every:
            continue
        near = suggestions.near(typed, words)
        if not near:
            return
        found = found.replace(typed, words[near[0]])
    yield found
