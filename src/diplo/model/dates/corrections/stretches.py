"""Stretches of time that are nearly right: what brackets behind a date tell of it."""

import re

from diplo.model.dates.corrections.moments import Forms, moment
from diplo.model.dates.corrections.ranges import NOW, about, either, range_of

_DISPUTED = re.compile("(?:date )?(?:disputed|contested|unconfirmed|unclear)")


def in_brackets(text: str, said: str) -> Forms:
    """Return what a date and what is in brackets behind it may mean together: 1994 (May)."""
    if said in NOW or said in ("continuing", "still in force"):
        return range_of(f"{text}/..")
    if _DISPUTED.fullmatch(said):
        return about(f"{text}?")
    if not re.search("[a-z]{2}", said):
        return ()
    joined = f"{text} {said}", f"{said} {text}"
    rules = moment, either, range_of
    return next((forms for each in joined for rule in rules if (forms := rule(each))), ())


# What brackets say of a date that it does not say without them: early, from 1990, ended 1996.
_OF_TIME = re.compile(
    r"[0-9]{4}|\b(?:early|mid|middle|late|end(?:ed|s|ing)?|beg[ai]n(?:ning)?|start(?:ed|s|ing)?|half"
    r"|before|after|by|until|till|since|from|or|between|earli(?:er|est)|later|latest|disputed"
    r"|un(?:sure|certain|known|clear)|likely|probabl[ey]|possibl[ey]|perhaps)\b"
)


def tells_of_time(said: str) -> bool:
    """Say whether what is in brackets behind a date is of the date."""
    return _OF_TIME.search(said) is not None
