"""Read one cell of a table, other than a date: its text, and by that a type, an id or a list."""

import contextlib
import functools
import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from string import ascii_uppercase

from diplo.model.events import ID_LENGTH, EventType
from diplo.terminal.text import fold, fold_space, slug

_QUOTED = re.compile(r"""\"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""", re.DOTALL)
_LIST = re.compile(rf"\[\s*(?:(?:{_QUOTED.pattern})(?:\s*,\s*|\s+|(?=\])))*\]", re.DOTALL)
_NAME = re.compile(r"""\s*(?:"[^"{}]+"|'[^'{}]+'|[^"'{},;|\s][^"{},;|]*)\s*""")
_SET = re.compile(rf"\{{{_NAME.pattern}(?:,{_NAME.pattern})*\}}")
_BYTE = re.compile(r"(?<=\\)x(?=[0-9a-f]{2})")  # of a character that Python escapes
MANY = 2**16  # texts to cache
_HEADLINE = 60  # characters
_MIDNIGHT = time()
_EXACT = 2.0**53  # from here on a float may stand for several integers

# Placeholders for an unknown date, in tables of all kinds.
_NOTHING = frozenset(
    (
        *("", "na", "n/a", "n.a.", "n.a", "#n/a", "nan", "nat", "null", "none", "nil"),
        *(r"\n", "tbd", "tba", "tbc", "pending"),  # the first is \N of MySQL
        *("-", "--", "–", "—", ".", "..", "?", "unknown", "not known", "undated", "n.d.", "nd"),
        *("[n.d.]", "[n. d.]", "[nd]", "[s.d.]", "[s. d.]", "[no date]", "[undated]", "[unknown]"),
        *("to be determined", "to be announced", "to be confirmed"),
        *("no date", "date unknown", "unknown date", "date not known", "s.d.", "s. d.", "n. d."),
    )
)
# A rule of Markdown or psql, dots for what is left out, and Wikidata's nodes for unknown values.
_RULE = re.compile(
    r"[-–—_=+.: ]{3,}|https?://www\.wikidata\.org/\.well-known/genid/[0-9a-f]+|_:[0-9A-Za-z]+"
)
# Footnote marks in text from a web page: 1988[12], Nepal[note 4]*.
_SIGNS = "*†‡§¹²³⁰⁴⁵⁶⁷⁸⁹"
_MARKS = re.compile(
    rf"""
    (?<=[^\s\[])
    (?:
        \s*
        (?:
            \[ (?:(?:note|nb|n|fn)[ ]?)? (?:[0-9]{{1,3}}|[a-z]{{1,2}}) \]  # [12], [a], [note 4]
            | \[citation[ ]needed\]
            | [{_SIGNS}]
        )
    )+
    \s*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Footnote marks as in status lists of treaties: 12 Jan 1990 a, 11 May 1994 (a), Estonia 2.
# Marks of another calendar or of doubt are not: 2567 BE, 5 March 1905 OS, 1905 (ca).
_LETTER = re.compile(
    r"(?<=[0-9]) (?!\(?(?:b[ces]|[as]h|am|os|ca)|\(c\))(?:[a-z]{1,2}|\([a-z]{1,2}\))$",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"""
    (?:(?<=[^\W\d_]{3})|(?<=[^\W\d_]{2}\)))  # behind a name, or a name in brackets
    [ ]?[0-9]{1,2} (?:,[ ]?[0-9]{1,2})*  # 2, or 2, 3
    (?=[ \t]* (?:[;|\r\n]|$))  # at the end of an item
    """,
    re.VERBOSE,
)
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_LETTERS = {0x1F1E6 + at: letter for at, letter in enumerate(ascii_uppercase)}  # of flags
_TAG = re.compile("<[^<>]*>")
_OF_PAGES = re.compile(
    r"</?(?:a|abbr|b|br|cite|div|em|font|i|img|li|p|small|span|strong|su[bp]|u)(?: [^<>]*)? ?/?>",
    re.IGNORECASE,
)
NO_DATE = re.compile(r"0000(?:[-/.]?00){1,2}|00([-/.])00\1 ?0000")
BELOW_NOTHING = re.compile("-[0-9]+")  # a code in place of an unknown number
_DECIMAL = re.compile(r"^(-?[0-9]+)\.0+$")


def text(cell: object) -> str:
    """Return a typed cell as the text that means the same: a day as ISO writes it."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _EXACT else repr(cell)
    if isinstance(cell, timedelta):
        return f"{cell.total_seconds() / 3600:g} h"
    if isinstance(cell, datetime) and cell.time() == _MIDNIGHT:
        return str(cell.date())
    return str(cell)


def without_marks(text: str) -> str:
    """Return a text without the footnote marks at its end."""
    return _MARKS.sub("", text) if text and text[-1] in f"{_SIGNS}] " else text


def without_footnotes(text: str, key: str) -> str:
    """Return a text without footnote marks, even those that only the key of a cell shows."""
    bare = {"date": _LETTER, "countries": _FIGURE}.get(key)
    plain = without_marks(text)
    return bare.sub("", plain) if bare else plain


def without_flags(text: str) -> str:
    """Return a text without the flags beside names, or flags alone as their letters."""
    if text.isascii():
        return text
    names = _FLAG.sub(" ", text)
    return names if names.strip() else text.translate(_LETTERS)


def has_letter(text: str) -> bool:
    """Say whether a date ends in letters that may be the mark of a footnote."""
    return _LETTER.search(text) is not None


def without_tags(text: str) -> str:
    """Return HTML as plain text."""
    from html import unescape  # noqa: PLC0415  (few tables need it)

    return unescape(_TAG.sub(" ", text))


def has_tags(text: str) -> bool:
    """Say whether a text has tags that HTML has in its sentences."""
    return _OF_PAGES.search(text) is not None


def number(text: str) -> str:
    """Return a stripped text, a whole number without its decimal point: 1945.0 is 1945."""
    return _DECIMAL.sub(r"\1", text.strip())


def is_nothing(text: str) -> bool:
    """Say whether a text is a placeholder for an unknown value, or a rule between rows."""
    return text.lower() in _NOTHING or _RULE.fullmatch(text) is not None


@functools.lru_cache(MANY)
def kind(text: str) -> str:
    """Return a type as event files write it: "State visit" is state-visit."""
    return ".".join(filter(None, map(slug, text.split("."))))


def kinds(declared: Mapping[str, EventType]) -> Callable[[str], str]:
    """Return a function from text to type: a declared one by its id or label, else the words."""
    if not declared:
        return kind
    labels: dict[str, str] = {}
    for key, event_type in declared.items():
        label = fold(fold_space(event_type.label))
        labels[label] = "" if label in labels else key

    @functools.lru_cache(MANY)
    def meant(text: str) -> str:
        word = kind(text)
        return word if word in declared else labels.get(fold(fold_space(text))) or word

    return meant


@functools.lru_cache(MANY)
def identifier(text: str) -> str:
    """Return an id as event files write it: "A-17" is a-17."""
    return slug(number(text), ID_LENGTH)


@functools.lru_cache(MANY)
def items(text: str, also: str = "") -> tuple[str, ...]:
    """Split a list at semicolons, bars, line breaks and `also`, outside quotes.

    A list of texts as JSON, Python or NumPy write it is read as they mean it.
    """
    if (parts := _listed(text.strip())) is None:
        if set(';|\n\r"').isdisjoint(text):  # as in most
            parts = apart(text, also) if also else [text]
        else:
            parts = [unquoted(fold_space(item)) for item in _item(also).findall(text)]
    return tuple(filter(None, map(fold_space, parts)))


def apart(text: str, sign: str) -> list[str]:
    """Split a text at a sign outside brackets: EFTA (Iceland, Norway), Mexico has two parts."""
    return re.split(_outside(sign), text) if "(" in text else text.split(sign)


def _outside(sign: str) -> str:
    """Return the pattern of a sign that stands in no brackets, unless these are very long."""
    return rf"{re.escape(sign)}(?![^()]{{0,200}}\))"


def _listed(text: str) -> list[str] | None:
    """Return the items of a bracketed list of quoted texts, None if the text is no such list."""
    with contextlib.suppress(ValueError):
        if _LIST.fullmatch(text):
            return [json.loads(_in_double(item)) for item in _QUOTED.findall(text)]
    return None


def _in_double(quoted: str) -> str:
    """Return a text in the quotes of JSON or Python as JSON."""
    if quoted.startswith('"'):
        return quoted
    body = quoted[1:-1].replace("\\'", "'").replace('"', '\\"')
    return f'"{_BYTE.sub("u00", body)}"'


def without_braces(text: str) -> str:
    """Return a list of names in braces, as PostgreSQL and Python's sets have it, as JSON."""
    if not _SET.fullmatch(text.strip()):
        return text
    names = (name.strip().strip("\"'") for name in _NAME.findall(text.strip()[1:-1]))
    return json.dumps([*names])


def references(text: str, also: str = "") -> tuple[str, ...]:
    """Return the items of a list of sources; a single web address is one item."""
    if text.startswith(("http://", "https://")) and text.split() == [text]:
        return (text,)
    return items(text, also)


@functools.cache
def _item(also: str) -> re.Pattern[str]:
    """Return the pattern of a list's item: in quotes, or else all up to the next separator."""
    sign = rf"(?:[;|\r\n]|{_outside(also)})" if also else r"[;|\r\n]"
    return re.compile(
        rf'[ \t]*("(?:[^"]|"")*"[ \t]*(?={sign}|$)|(?:(?!{sign}).)*)(?:{sign}|$)', re.DOTALL
    )


def unquoted(text: str) -> str:
    """Return an item without the quotes around it."""
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1].replace('""', '"')
    return text


_CITED = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*) \((.+)\)")


def cited(text: str) -> tuple[str, str] | None:
    """Return the id and locator of a citation as diplo writes it, None for other text."""
    match = _CITED.fullmatch(text)
    return (match[1], match[2]) if match and len(match[1]) <= ID_LENGTH else None


_QUOTED_SUBJECT = re.compile('"((?:[^"]|"")*)": (.*)')


def subject_and_state(item: str) -> tuple[str, str]:
    """Split "subject: state" into the two; either is blank if it is missing."""
    if match := _QUOTED_SUBJECT.fullmatch(item):
        return match[1].replace('""', '"'), match[2]
    subject, _, state = item.partition(": ")
    return subject.strip(" "), state.strip(" ")


_LOOKED_AT = _HEADLINE + 10  # characters, with the full stops after a sentence
_END = re.compile(r"[.!?](?= |$)")  # of a sentence
# What a full stop follows without ending a sentence: initials, U.S., 28. May, Dr. and the like.
_ABBREVIATED = (
    "Mr|Mrs|Ms|Dr|St|No|Nos|Gen|Col|Lt|Capt|Gov|Sen|Rep|Prof|Amb|Pres|Min|Sec|Hon|Rev|Art|Vol|vol|"
    "vs|cf|approx|ca|pp|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec"
)
_SHORT = re.compile(rf"(?:^|[ (])(?:[^\W\d_]|[0-9]{{1,2}}|[^ ]*[^ .]\.[^ ]*|{_ABBREVIATED})\.$")


def headline(summary: str) -> str:
    """Return the first sentence of a summary, cut after a word if it is too long for a title."""
    text = fold_space(summary)
    start = text[:_LOOKED_AT]  # a sentence that ends later is cut
    ends = (match for match in _END.finditer(start, 1) if match.end() < _LOOKED_AT)
    end = next((match for match in ends if not _SHORT.search(start, 0, match.end())), None)
    title = (text[: end.end()].rstrip(".") if end else text) or text
    if len(title) <= _HEADLINE:
        return title
    return f"{title[:_HEADLINE].rpartition(' ')[0] or title[: _HEADLINE - 1]}…"
