"""Words in the other of the two spellings of English: center and centre."""

import re
from collections.abc import Iterator

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


def others(text: str) -> Iterator[str]:
    """Yield a text with all its words in the one spelling, and in the other, where it differs."""
    for these, those in ((0, 1), (1, 0)):
        found = text
        for *pair, where in _PAIRS:
            found = re.sub(f"{pair[these]}{where}", pair[those], found, flags=re.IGNORECASE)
        if found != text:
            yield found
