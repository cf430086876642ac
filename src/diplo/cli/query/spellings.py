"""Other spellings of texts: American or British, or without a slip."""

import re
from collections.abc import Iterable, Iterator

from diplo.model import suggestions
from diplo.terminal.text import fold

# American and British letters, and what follows them in a word.
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


def variants(text: str) -> Iterator[str]:
    """Yield a text in British and in American spelling, where these differ from it.

    If it has stars, it comes first without them, as parts of words are found anyway.
    """
    if "*" in text and _WORD.search(text):
        yield text.replace("*", "").strip()
    for source, target in ((0, 1), (1, 0)):
        variant = text
        for *pair, where in _PAIRS:
            variant = re.sub(f"{pair[source]}{where}", pair[target], variant, flags=re.IGNORECASE)
        if variant != text:
            yield variant


def corrected(text: str, texts: Iterable[str]) -> Iterator[str]:
    """Yield a text with each unknown word replaced by the nearest word that events have."""
    words = {fold(word): word for known in texts for word in _WORD.findall(known)}
    every = "\n".join(words)
    result = text
    for typed in _WORD.findall(text):
        if fold(typed) in every:
            continue
        near = suggestions.near(typed, words)
        if not near:
            return
        result = result.replace(typed, words[near[0]])
    yield result
