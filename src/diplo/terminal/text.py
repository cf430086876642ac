"""Untrusted text: what it may hold, how it is shown in a message, compared and made safe.

Text comes from event files and from the command line. White space in it is folded; control,
bidirectional and zero-width characters are refused in files and escaped in messages.
"""

import bisect
import re
import unicodedata
from collections.abc import Sequence

# C0 but for tab and breaks of lines and pages, DEL, C1; soft hyphen and other invisible characters;
# bidirectional controls; line and paragraph separators; lone surrogates; format controls and tags.
_REFUSED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]",
)
_REFUSAL = "holds the character {}; remove it"
_REFUSED_IN = re.compile(_REFUSAL.format(r"U\+([0-9A-F]+)"))
_JOINERS = "\u200c\u200d"  # Persian, Hindi and others need them inside words
# Typographic quotes and dashes, with the plain ones on keyboards.
_MARKS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛`´′‵‹›\u1fef\u1ffd", "'"),
        **dict.fromkeys("“”„‟«»″‶", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_SPACES = re.compile("[ \t-\r]+")  # the breaks of Word and FileMaker, U+000B and U+000C, too
_LINE_BREAK = re.compile("\r\n|\r|\n")
_PROTECTED = re.compile('="((?:[^"]|"")*)"\\s*')
_FORMULA = re.compile("'*[=+@\t\r＝＋－＠-]")
_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"},
)


def refused_at(text: str, *, raw: bool = False) -> int | None:
    """Return the index of the first character that a file may not hold, or None.

    In `raw` text, joiners may stand anywhere, as the characters around them may be escaped.
    """
    if text.isascii() and text.isprintable():
        return None
    for match in _REFUSED.finditer(text):
        if not (match[0] in _JOINERS and (raw or _between_letters(text, match.start()))):
            return match.start()
    return None


def is_plain(text: str) -> bool:
    """Say whether a text has no white space and no character that may be refused anywhere."""
    return _REFUSED.search(text) is None and "".join(text.split()) == text


def _between_letters(text: str, index: int) -> bool:
    neighbours = text[index - 1 : index] + text[index + 1 : index + 2]
    are_letters = all(unicodedata.category(c)[0] in "LM" for c in neighbours)
    return len(neighbours) == len("ab") and are_letters


def name_of(character: str) -> str:
    """Name a character that cannot be printed, as in "U+001B"."""
    return f"U+{ord(character):04X}"


def fold_space(text: str) -> str:
    """Fold each run of white space to one space and trim the ends."""
    if "  " not in text and text.isprintable():  # as nearly all is
        return text.strip(" ")
    return _SPACES.sub(" ", text).strip(" ")


def refusal(text: str) -> str:
    """Return the message on the first character that a text may not hold; empty without one."""
    at = refused_at(text)
    return "" if at is None else _REFUSAL.format(name_of(text[at]))


def refused_in(message: str) -> str:
    """Return the character that such a message is on; empty if it is on something else."""
    found = _REFUSED_IN.fullmatch(message)
    return chr(int(found[1], 16)) if found else ""


class Lines:
    """The lines of a text, to find the line and column of an index."""

    def __init__(self, text: str) -> None:
        """Find where each line starts."""
        self._starts = [0, *(match.end() for match in _LINE_BREAK.finditer(text))]

    def position(self, index: int) -> tuple[int, int]:
        """Return the line and the column of an index, both from 1, in characters."""
        line = bisect.bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1


def escape(text: str) -> str:
    r"""Write whatever in a text could act on a terminal as ``\n``, ``\x1b``, ``\u202e``."""
    shown_as_they_are = (c.isprintable() and not _REFUSED.match(c) for c in text)
    return "".join(c if ok else _escaped(c) for c, ok in zip(text, shown_as_they_are, strict=True))


def _escaped(character: str) -> str:
    raw = ord(character) - 0xDC00  # how Python carries a byte that is not UTF-8
    if 0x80 <= raw <= 0xFF:  # noqa: PLR2004
        return f"\\x{raw:02x}"
    return character.encode("unicode_escape").decode("ascii")


def shown(text: str, limit: int = 60) -> str:
    """Quote text for a message: escaped, and cut in the middle if it is long."""
    # Escaping takes time, so of a very long text, only the ends are escaped.
    ends = f"{text[:limit]}{text[-limit:]}" if len(text) > 2 * limit else text
    safe = escape(ends)
    if len(safe) > limit:
        safe = f"{safe[: limit - limit // 3 - 3]}...{safe[-(limit // 3) :]}"
    return f"'{safe}'"


def fold(text: str) -> str:
    """Return the form in which texts are compared.

    It has no case, accents or compatibility forms, and only plain quotes and dashes.
    """
    if text.isascii():
        return text.casefold().replace("`", "'")  # quickly
    return _letters(text.translate(_MARKS)).translate(_MARKS)


def _letters(text: str) -> str:
    """Return a text without case, accents or compatibility forms."""
    if text.isascii():
        return text.casefold()
    parts = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return bare.casefold().translate(_WITHOUT_DECOMPOSITION)


class _Words(dict[int, str]):
    """A translation table with a blank for each character that is not in it."""

    def __missing__(self, _: int) -> str:
        return " "


_WORDS = _Words({code: chr(code) if chr(code).isalnum() else " " for code in range(128)})


def slug(text: str, limit: int = 80) -> str:
    """Return the words of a text joined by hyphens, cut between words; may be empty."""
    plain = _letters(text).replace("'", "").replace("’", "")
    joined = "-".join(plain.translate(_WORDS).split())
    if len(joined) <= limit:
        return joined
    return joined[: limit + 1].rpartition("-")[0] or joined[:limit]


def without_formula(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would run as a formula.

    A formula with an apostrophe before it gets another, as reading takes one off.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unprotected(cell: str) -> str:
    """Return a cell without what protects it in a spreadsheet.

    That is an apostrophe before a formula, or a formula around a text, as in ="0042".
    """
    if cell[:1] == "'" and _FORMULA.match(cell):
        return cell[1:]
    if cell[:2] == '="' and (protected := _PROTECTED.fullmatch(cell)):
        return protected[1].replace('""', '"')
    return cell


def series(words: Sequence[str], conjunction: str) -> str:
    """Return "a, b and c", with this conjunction; empty if there are no words."""
    most, last = ", ".join(words[:-1]), "".join(words[-1:])
    return f"{most} {conjunction} {last}" if most else last


def plural(count: int, noun: str, nouns: str = "") -> str:
    """Return a count with its noun, as in "1 event" or "2 events"."""
    return f"{count} {noun}" if count == 1 else f"{count} {nouns or noun + 's'}"
