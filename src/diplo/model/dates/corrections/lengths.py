"""What a wrong length of time leads on to: 1y6m, P1Y, half a year."""

import re
from fractions import Fraction

from diplo.model.dates.lengths import NUMBERS, UNIT
from diplo.terminal.text import fold_space, shown

_FORMS = "1y, 6m, 2w, 90d, '2 years' or 'a month'"
_BESIDE = re.compile(
    r"(?:[-+±]|p(?=[0-9])|(?:the )?(?:last|next|past) )?(.*?)(?: (?:ago|before|after|around))?"
)
_NUMBER = rf"(?P<number>[0-9]{{1,6}}(?:[.,][0-9]{{1,2}})?|half an?|{'|'.join(NUMBERS)}|) ?"
_PART = re.compile(rf"{_NUMBER}{UNIT}(?![a-z])(?:,? and |, ?| )?")
_BASES = {"d": ("d", 1), "w": ("d", 7), "m": ("m", 1), "y": ("m", 12)}  # what adds up


def refusal(text: str) -> ValueError:
    """Say what is wrong with a text that is not a length of time, and what to write."""
    typed = fold_space(text).lower()
    if re.fullmatch("[0-9]{1,6}", typed):
        units = " or ".join(f"{typed}{unit}" for unit in "dwmy")
        return ValueError(f"{shown(text)} has no unit; write {units}")
    meant = _meant(typed)
    hint = f"write {meant}" if meant else f"write {_FORMS}"
    return ValueError(f"{shown(text)} is not a length of time; {hint}")


def _meant(typed: str) -> str:
    """Return the length that is meant, where its parts add up to one."""
    found = _BESIDE.fullmatch(typed)
    rest, total = found[1] if found else "", dict[str, Fraction]()
    while part := _PART.match(rest):
        unit, size = _BASES[part["unit"][0]]
        total[unit] = total.get(unit, Fraction()) + _number(part["number"]) * size
        rest = rest[part.end() :]
    if rest or len(total) != 1:
        return ""
    ((unit, number),) = total.items()
    if unit == "m" and number % 12 == 0:
        unit, number = "y", number / 12
    return f"{number}{unit}" if number.denominator == 1 else ""


def _number(said: str) -> Fraction:
    if said.startswith("half"):
        return Fraction(1, 2)
    named = NUMBERS.get(said or "one")
    return Fraction(said.replace(",", ".")) if named is None else Fraction(named)
