"""Hints on dates whose words are not understood, with what a map could say of them."""

import re
from collections.abc import Iterable

from diplo.model.dates.corrections import IN_ENGLISH, MONTHS, lead_for
from diplo.reading.tables import inline_yaml

# Months of other languages, as far as their letters are those of English.
_ABROAD = frozenset(
    (
        *MONTHS,
        *("agustus", "listopada", "nisan", "ianuarie", "martie", "iunie", "iulie"),
        *("des", "ago", "mag"),
    )
)
_MONTH_LIKE, _YEAR_LIKE = re.compile(r"[^\W\d_]{3}"), re.compile("[0-9]{3}")
# A day in any language: 10 de setembro de 1974.
_DAY = re.compile(
    r"[0-9]{1,2}(?:[.ºª]|er)? ?(?:d[aei] )?[^\W\d_]{3,}[.,]? (?:d[aei]l? )?[12][0-9]{3}"
)
_ABOUT = re.compile(
    r"(?:(?:by|before|after|since|until|from|in) |.*\()?(?:the )?"
    r"(?:early|mid|late|end|beginning|start|middle|around|(?:first|second|last) half)\b",
    re.IGNORECASE,
)
_LIKE_A_MONTH = re.compile(
    r"(?<![0-9])[0-9]{1,2}[-.º]? ?(?:d[aei] )?[^\W\d_]{3,}|[^\W\d_]{3,}\.? (?:d[aei] )?[0-9]{4}"
)
_LONGEST = 30  # characters of a text that a map may explain
_MOST = 3  # words without a number

# Codes of surveys and statistics programs for unknown values. A whole date with a minus may be a
# year BC, but a month or a day may not.
_CODE = re.compile(r"(?:[-–−](?:[1-9]|7{2,5}|8{2,5}|9{2,5})|0{1,3}|77|88|9{2,})(?:\.0+)?")
_PART = re.compile(rf"{_CODE.pattern}|[-–−][0-9]{{1,4}}(?:\.0+)?|0+(?:\.0+)?")


def codes(texts: Iterable[str], *, is_part: bool = False) -> str:
    """Say what to do about numbers that may stand for unknown values; empty if there are none."""
    form = _PART if is_part else _CODE
    unknown = [*filter(form.fullmatch, dict.fromkeys(map(str.strip, texts)))]
    if not unknown:
        return ""
    blank = inline_yaml.quoted(unknown)
    return f"where {unknown[0]} means that it is not known, a map says so: blank: {blank}"


def is_abroad(word: str) -> bool:
    """Say whether a word is a month of another language, or has letters that English lacks."""
    return word in _ABROAD or not word.isascii()


def is_date(text: str) -> bool:
    """Say whether a text is likely a date in another language."""
    return _DAY.fullmatch(text) is not None or has_lead(text)


def has_lead(text: str) -> bool:
    """Say whether a text is a date in another language whose months are known."""
    may_be = _YEAR_LIKE.search(text) and _MONTH_LIKE.search(text)
    return bool(may_be) and lead_for(text).why == IN_ENGLISH


def advice(text: str, *, is_explained: bool) -> tuple[str, str]:
    """Say why words are not understood, and how a map can explain them; empty if it is unlikely to.

    If `is_explained` (the reason is given already), only a vague part of a time gets this hint.
    """
    if not (_ABOUT.match(text) or (not is_explained and _may_mean(text))):
        return "", ""
    words = re.findall(r"[^\W\d_]{3,}", text.lower())
    is_month = any(map(is_abroad, words)) and _LIKE_A_MONTH.search(text)
    by_map = f" a map (--map) can say what it means: {inline_yaml.values('date', text)}"
    return (f"; {IN_ENGLISH}", f", or{by_map}") if is_month else ("", f";{by_map}")


def _may_mean(text: str) -> bool:
    """Say whether a reader may understand a text as a date: a few words, or some with a number."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    is_short = re.search("[0-9]", text) is not None or len(words) <= _MOST
    is_comment = text.startswith("#")
    return bool(words) and len(text) <= _LONGEST and is_short and not is_comment
