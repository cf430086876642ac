"""The encoding of a text: UTF-8, the one given or, in hints, the likeliest by its bytes."""

import codecs
import itertools
import re
import unicodedata

from diplo.reading.faults import CellError
from diplo.reading.files import BOM, Undecoded
from diplo.terminal.errors import STANDARD_INPUT, Problem, fits
from diplo.terminal.shell import typed_name
from diplo.terminal.text import refusal, shown

_UTF_8 = "utf-8"
_TYPED = {"mac-roman": "macintosh", "euc_jp": "euc-jp", "euc_kr": "euc-kr"}  # for iconv
_OF_HOST_NAMES = ("idna", "punycode")
_BEGINNING = 1000  # bytes
_MOST = 2000  # non-ASCII characters examined
_WESTERN = (
    "àâæçéèêëîïôœùûüÿ",
    "äöüß",
    "åäöæøé",
    "áéíñóúü",
    "áâãàçéêíóôõú",
    "àèéìíòóù",
    "áðéíóúýþæö",
)
_CYRILLIC = ("абвгдежзийклмнопрстуфхцчшщъыьэюяёєіїґђјљњћџў",)
# The non-English letters of the languages that use an encoding; the commonest encoding comes first.
_ALPHABETS = {
    "windows-1252": _WESTERN,
    "windows-1251": _CYRILLIC,
    "windows-1250": (
        "ąćęłńóśźż",
        "áäčďéěíĺľňóôŕřšťúůýž",
        "áéíóöőúüű",
        "čćđšž",
        "ăâîşţ",
    ),
    "windows-1254": ("çğıi\u0307öşüâîû",),  # lower() makes two characters of a dotted capital I
    "windows-1255": ("אבגדהוזחטיךכלםמןנסעףפץצקרשת",),
    "windows-1256": ("ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيپچژگ",),
    "windows-1253": ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",),
    "koi8-r": _CYRILLIC,
    "mac-roman": _WESTERN,
    "cp850": _WESTERN,
}
_NEVER_LAST = "ъ"  # in a word, since the reform of spelling
_BETWEEN_WORDS = re.compile(r"[\s,;|\"]")
_LINE_END = re.compile(b"[\r\n]")
_AROUND = 10  # characters on either side of a letter
_GUESSES = 3
_LATIN = re.compile("[a-z][^\0-\x7f]|[^\0-\x7f][a-z]")  # within a word
_SURE = 0.95  # a share of letters
_LOOKED_AT = 100_000  # bytes
_REPLACED = "\ufffd"  # stands for bytes that cannot be decoded
_BEYOND_ASCII = re.compile("[^\0-\x7f]+")
MIXED = "as other letters are: encodings are mixed; save all of the file as UTF-8"
_KANA, _HAN, _HANGUL = "ぁ-ゖァ-ヺ", "一-鿿", "가-힣"
_MARKS = "　-〿！-～·—‘’“”…"  # punctuation that all these languages share
# Two-byte encodings: the name, a codec of the commonest letters alone, some of these letters, and
# their least share in a text. GB 2312 decodes much Japanese and Korean too, so it comes late.
_TWO_BYTES = (
    ("shift_jis", "shift_jis", _KANA, 0.1),
    ("euc_jp", "euc_jp", _KANA, 0.1),
    ("euc_kr", "euc_kr", _HANGUL, 0.9),
    ("gb18030", "gb2312", _HAN, 0.9),
    ("big5", "big5", _HAN, 0.9),
    ("shift_jis", "shift_jis", _HAN, 0.9),
)
_SIGNS = frozenset("“”‘’„‚–—…«»¿¡°•€£§\xa0")  # in any language
_BETWEEN = frozenset("’–—")  # signs that may stand between letters
# The apostrophe of Windows, which may also occur in text with the line ends of a Mac.
_POSSESSIVE = re.compile(rb"(?<=[a-z])\x92(?=s(?![A-Za-z]))")


def is_encoding(name: str) -> bool:
    """Say whether a name is that of a text encoding; the encodings of host names are not."""
    try:
        "".encode(name)
        return codecs.lookup(name).name not in _OF_HOST_NAMES
    except (LookupError, ValueError):
        return False


def decoded(content: bytes, encoding: str | None) -> str:
    """Decode a table, whose byte order mark has been removed; `encoding` is the one given.

    Raises:
        CellError: it is not in that encoding, not text, or begins with a second mark.
    """
    if b"\0" in content and (encoding or _UTF_8).lower().replace("_", "-") in (_UTF_8, "utf8"):
        message = "the character U+0000 is not allowed in a table; is it a text file in UTF-8?"
        if name := wide(content):
            message = f"the file is not UTF-8; this is likely {name}: give --encoding {name}"
        raise CellError(message, *_place(content, content.index(b"\0")))
    if content.startswith(BOM):  # a second one, which nobody would see in a header
        raise CellError(refusal(BOM.decode()))
    try:
        text = content.decode(encoding or _UTF_8)
    except UnicodeError as error:
        at = getattr(error, "start", 0)  # a few codecs do not give it
        what = f"the byte {content[at]:#04x} is not"
        if encoding:
            message = f"{what} {encoding} text; give another --encoding"
        elif is_mixed(content):
            message = f"{what} UTF-8, {MIXED}"
        else:
            message = f"{what} UTF-8; {_advice(content, at)}"
        raise CellError(message, *_place(content, at)) from error
    if encoding and codecs.lookup(encoding).name == "iso8859-1":
        _check_latin_1(content, encoding)
    return text


def _check_latin_1(content: bytes, encoding: str) -> None:
    """Raise a `CellError` for a byte that is a letter or a sign in another encoding alone."""
    if held := re.search(b"[\x80-\x9f]", content):
        what = f"the byte {held[0][0]:#04x} is no letter or sign in {encoding}"
        at = held.start()
        raise CellError(f"{what}; {_advice(content, at)}", *_place(content, at))


def _advice(content: bytes, at: int) -> str:
    """Name the likely encodings of a table, each with what it makes of the word at a byte."""
    start = max(content.rfind(b"\n", 0, at), content.rfind(b"\r", 0, at)) + 1
    end = _LINE_END.search(content, at)
    line = content[start : end.start() if end else len(content)]
    names: dict[str, str] = {}
    for name in _likely(content):
        middle = len(line[: at - start].decode(name, errors="ignore"))
        text = line.decode(name, errors="replace")
        before, after = (_BETWEEN_WORDS.split(part) for part in (text[:middle], text[middle:]))
        names.setdefault(before[-1][-_AROUND:] + after[0][:_AROUND], name)
    first = next(iter(names.values()))
    likely = [f"{name} ({shown(word)})" for word, name in names.items()]
    return f"this is likely {' or '.join(likely[:_GUESSES])}: give --encoding {first}"


def in_utf_8(wrong: Undecoded, content: bytes, encoding: str | None) -> Problem:
    """Return the problem of text that is not UTF-8, with a command that converts the file.

    It converts from the encoding given, though that is for tables, or else from the likeliest one.
    Mixed encodings get no command, as it would spoil one of them.
    """
    problem, what = wrong.with_advice, wrong.problem.message
    if not (name := seeming(content)):
        is_mixed = b"\0" not in content and not is_utf_8(content)
        return problem._replace(message=f"{what}, {MIXED}") if is_mixed else problem
    if encoding and (codec := codecs.lookup(encoding).name) != _UTF_8:
        name, why = codec, ", as --encoding is for tables"
    else:
        why = f"; this is likely {name}"
    typed = _TYPED.get(name, name.replace("utf-16-", "utf-16"))
    file = "" if problem.file == STANDARD_INPUT else f" {typed_name(problem.file)}"
    how = f"save the file as UTF-8{why}: 'iconv -f {typed} -t utf-8{file}' prints it so"
    better = problem._replace(message=f"{what}; {how}")
    return better if fits(better) else problem


def seeming(content: bytes) -> str:
    """Name the likely encoding of a whole text; empty for UTF-8, mixed encodings and no text."""
    if b"\0" in content:
        return wide(content) or ""
    return "" if is_utf_8(content) or is_mixed(content) else likely(content)


def is_utf_8(content: bytes) -> bool:
    """Say whether a text is UTF-8, even if it is cut off within a character."""
    return _text(content, _UTF_8) is not None


def _text(content: bytes, codec: str) -> str | None:
    """Decode bytes, even if they are cut off within a character; None if the codec is another."""
    try:
        return codecs.getincrementaldecoder(codec)().decode(content)
    except UnicodeDecodeError:
        return None


def is_mixed(content: bytes) -> bool:
    """Say whether at least half of the non-ASCII lines, or characters, are valid UTF-8.

    In text of another encoding, few are so by chance.
    """
    lines = [line for line in content.splitlines() if not line.isascii()]
    wrong = sum(_REPLACED in line.decode(errors="replace") for line in lines)
    text = content.decode(errors="replace")
    letters = sum(map(len, _BEYOND_ASCII.findall(text)))
    return 2 * wrong <= len(lines) or letters >= 2 * text.count(_REPLACED)


def likely(data: bytes) -> str:
    """Name the likeliest encoding of some bytes that are not UTF-8."""
    return _likely(data)[0]


def _likely(data: bytes) -> list[str]:
    """Name the encodings that fit some bytes equally well, the commonest first."""
    if b"\n" not in data and b"\r" in data and not _POSSESSIVE.sub(b"", data).isascii():
        return ["mac-roman"]
    found = {name: _likelihood(data, name) for name in _ALPHABETS}
    most = max(found.values())
    names = [name for name, likelihood in found.items() if likelihood == most]
    name = _east_asian(data)
    if name and most <= _SURE:
        return [name]
    return [*names, name] if name and not _LATIN.search(data.decode(name, "replace")) else names


def _east_asian(data: bytes) -> str | None:
    """Name the two-byte encoding of Chinese, Japanese or Korean text, None for other text."""
    for name, codec, letters, least in _TWO_BYTES:
        text = _text(data[:_LOOKED_AT], codec)
        characters = re.sub(f"[\0-\x7f{_MARKS}]", "", text or "")[:_MOST]
        if text and len(re.findall(f"[{letters}]", characters)) > least * len(characters):
            return name
    return None


def _likelihood(data: bytes, name: str) -> float:
    """Return the share of non-ASCII characters that fit the best language of an encoding."""
    text = f" {data[:_LOOKED_AT].decode(name, errors='replace')} "
    triples = (text[at - 1 : at + 2] for at, letter in enumerate(text) if not letter.isascii())
    characters = [*itertools.islice((letter for letter in triples if not _is_sign(letter)), _MOST)]
    likely = (sum(_fits(letter, letters) for letter in characters) for letters in _ALPHABETS[name])
    return max(likely) / len(characters) if characters else 1


def _is_sign(triple: str) -> bool:
    """Say whether the middle one of three characters is a sign in a place where one may stand."""
    before, sign, after = [*triple]
    return sign in _BETWEEN or (sign in _SIGNS and not (before.isalpha() and after.isalpha()))


def _fits(triple: str, letters: str) -> bool:
    """Say whether the middle one of three characters is one of `letters` and in a fitting place.

    A capital follows no small letter, and a letter of another script adjoins no Latin one.
    """
    before, letter, after = [*triple]
    if letter.lower() not in letters or (before.islower() and letter.isupper()):
        return False
    if letter == _NEVER_LAST and not after.isalpha():
        return False
    is_latin = unicodedata.name(letter).startswith("LATIN")
    return is_latin or not any(
        neighbour.isascii() and neighbour.isalpha() for neighbour in (before, after)
    )


def wide(data: bytes) -> str | None:
    """Name the UTF-16 encoding of text in which every other byte is mostly NUL, if it is so."""
    start = data[:_BEGINNING]
    first, second = (start[at::2].count(0) for at in (0, 1))
    few, many = len(start) // 20, len(start) // 3
    if first <= few and second > many:
        return "utf-16-le"
    return "utf-16-be" if second <= few and first > many else None


def _place(data: bytes, at: int) -> tuple[int, int]:
    """Return the row and column of a byte, by the delimiter that the first line seems to have."""
    before = data[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.rpartition(b"\n")[2]
    first = data.lstrip(b"\r\n").splitlines()[:1] or [b""]
    delimiter = max((b",", b";", b"\t", b"|"), key=first[0].count)
    return before.count(b"\n") + 1, line.count(delimiter) + 1
