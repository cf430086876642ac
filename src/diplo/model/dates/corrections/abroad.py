"""Months in Norwegian and the languages nearest to it, where a word means only one month."""

import re

IN_ENGLISH = "months are read in English"
MONTHS = {
    **dict.fromkeys(("januar", "januari"), "january"),
    **dict.fromkeys(("februar", "februari"), "february"),
    **dict.fromkeys(("mai", "maj"), "may"),
    **dict.fromkeys(("desember", "dezember"), "december"),
    "mars": "march",
    "juni": "june",
    "juli": "july",
    "augusti": "august",
    "oktober": "october",
}


def in_english(text: str) -> str:
    """Return a lower-case text with its months in English."""
    return re.sub("[a-z]+", lambda word: MONTHS.get(word[0], word[0]), text)
