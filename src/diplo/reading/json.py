"""Parse JSON text to plain data, and find lines and columns once something is wrong."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from json import JSONDecodeError, loads
from typing import Any, NamedTuple, NoReturn

import msgspec

from diplo.reading import advice
from diplo.reading.faults import DEEPEST, TOO_DEEP, Path, Place
from diplo.terminal.errors import STANDARD_INPUT, Problem
from diplo.terminal.shell import typed_name
from diplo.terminal.text import Lines, shown

# A string that does not end is a token too, lest its end be sought again from each quote.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}:,]|[^\s\[\]{}:,"]+', re.DOTALL)
_KEY = re.compile(r'"\s*:')
_STEP = re.compile(rb'"(?:[^"\\]|\\.)*+("?)|[\[\]{}]', re.DOTALL)
_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_LAST_COMMA = re.compile(r",\s*([]}])")
# Words of Python and JavaScript, with those of JSON.
_WORDS = {"None": "null", "undefined": "null", "nan": "null", "True": "true", "False": "false"}
_SAFE = 500  # levels for which every decoder has enough stack

SHARE = 0.2  # of the time of reading a file, spent on parsing


class Brackets(NamedTuple):
    """The brackets of a value at the end of a line."""

    ends: list[int]  # where in the line values end
    depth: int  # of the brackets still open at the line's end
    broken: bool = False  # no further line can complete the value


class Number(str):
    """A number as the file writes it; no field of an event accepts one."""

    __slots__ = ()


_quick = msgspec.json.Decoder(float_hook=Number).decode  # fractions stay as they are written


def value(text: bytes) -> object:
    """Return the data of a JSON text, or None if it is not valid."""
    try:
        return _decode(text)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None


def brackets(line: bytes, depth: int = 0) -> Brackets:
    """Follow the brackets of a line, with `depth` of them open above it."""
    ends: list[int] = []
    for step in _STEP.finditer(line):
        if step[0][:1] == b'"':
            if not step[1]:
                return Brackets(ends, depth, broken=True)
            continue
        depth += 1 if step[0] in b"[{" else -1
        if depth > DEEPEST or depth < 0:
            return Brackets(ends, depth, broken=True)
        if not depth:
            ends.append(step.end())
    return Brackets(ends, depth)


def may_be_deep(text: bytes) -> bool:
    """Say whether JSON may be nested so deeply that decoding it could crash the process."""
    brackets = text.translate(None, _NO_BRACKETS)
    for _ in range(DEEPEST):
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
    return len(brackets) > _SAFE


def _decode(text: bytes) -> Any:  # noqa: ANN401  (plain data)
    """Decode JSON quickly; raise RecursionError if it may be nested too deeply."""
    if may_be_deep(text):
        raise RecursionError
    return _quick(text)


def parse(
    name: str, text: str, _: Callable[[float], object] = lambda _: None
) -> tuple[object, list[Problem]]:
    """Parse JSON into plain data, with the problems of its syntax.

    The quick decoder overlooks repeated keys and gives no line or column, so a text that it
    refuses, or that may repeat a key, is parsed once more, slowly.
    """
    try:
        data = _decode(text.encode())
        if _count_keys(data, DEEPEST) == len(_KEY.findall(text)):
            return data, []
    except (msgspec.DecodeError, ValueError, RecursionError):
        pass
    return _parse_slowly(name, text)


def places(text: str, wanted: Collection[Path]) -> Mapping[Path, Place]:
    """Find where the values at these paths stand in valid JSON."""
    lines = Lines(text)
    return {
        path: Place(lines.position(key), lines.position(value))
        for path, key, value in _walk(text)
        if path in wanted
    }


def _count_keys(data: object, levels: int) -> int:
    if not isinstance(data, dict | list):
        return 0
    if not levels:
        raise RecursionError
    below = data.values() if isinstance(data, dict) else data
    keys = len(data) if isinstance(data, dict) else 0
    return keys + sum(_count_keys(value, levels - 1) for value in below)


def _parse_slowly(name: str, text: str) -> tuple[object, list[Problem]]:
    if deep := too_deep(name, text):
        return None, deep
    try:
        data = loads(text, parse_int=Number, parse_float=Number, parse_constant=_refuse)
    except JSONDecodeError as error:
        at, message = error.pos, said(error, name)
    except ValueError as error:  # NaN or an infinity, which JSON does not have
        tokens = _TOKEN.finditer(text)
        at = next(token.start() for token in tokens if token[0].startswith(str(error)))
        message = f"{error} is not JSON; write null where nothing is there"
    else:
        return data, repeated_keys(name, text)
    return None, [Problem(name, *Lines(text).position(at), message)]


def said(error: JSONDecodeError, name: str) -> str:
    """Return the message on a syntax error in a file, with what to look at."""
    if error.msg == "Extra data" and error.doc.startswith("{", error.pos):  # Python's words
        are_objects = error.doc.lstrip().startswith("{")
        others = f"; others need a map (--map){advice.begins(name)}" if are_objects else ""
        message = (
            f"a second value starts here; a file is one list, or events, each with its date{others}"
        )
    elif error.msg == "Extra data" and error.doc.startswith("[", error.pos):
        added = "-" if name == STANDARD_INPUT else typed_name(name)
        one = advice.of_lists(name, error.doc[: error.pos]) or f"'jq -s add {added}' joins them"
        message = f"a second list starts here; a file holds one: {one}"
    elif not (message := _habit(error.doc, error.pos)):
        message = f"{error.msg[:1].lower()}{error.msg[1:]}; look at the quotes, commas and brackets"
    return f"not valid JSON: {message}"


def _habit(text: str, at: int) -> str:
    """Return the message if something that JSON lacks, as a comment, stands at an index."""
    here, above = text[at:], text[:at].rstrip()
    if (comma := _LAST_COMMA.match(here)) or (here[:1] in ("]", "}") and above.endswith(",")):
        return f"the comma before {comma[1] if comma else here[0]} is one too many; remove it"
    if here.startswith(","):
        return (
            "values on lines of their own have no commas between them; remove it, or put "
            "[ and ] around them all"
        )
    if here.startswith(("//", "/*", "#")):
        return "it has no comments; remove them"
    if here.startswith(("'", "\u2018", "\u2019", "\u201c", "\u201d")):
        return f'{here[0]} is not a quote in JSON; write "'
    word = next((word for word in _WORDS if here.startswith(word)), "")
    return f"{word} is written {_WORDS[word]}" if word else ""


def repeated_keys(name: str, text: str) -> list[Problem]:
    """Return a problem for each repetition of a key within an object of valid JSON."""
    lines, problems = Lines(text), []
    seen: set[Path] = set()
    again: Path | None = None  # a repeated key; the keys below it need no problems of their own
    for path, key, _ in _walk(text):
        if again is not None and path[: len(again)] == again != path:
            continue
        again = path if path in seen else None
        if again is not None:
            message = f"the key {shown(str(path[-1]))} is repeated here; remove one"
            problems.append(Problem(name, *lines.position(key), message))
        seen.add(path)
    return problems


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def too_deep(name: str, text: str) -> list[Problem]:
    """Return the problem of brackets that are nested too deeply, if any are."""
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += (token[0] in ("{", "[")) - (token[0] in ("}", "]"))
        if depth > DEEPEST:
            return [Problem(name, *Lines(text).position(token.start()), TOO_DEEP)]
    return []


def _walk(text: str) -> Iterator[tuple[Path, int, int]]:
    """Yield the path of each value in valid JSON, with the indices of its key and of itself."""
    path: list[str | int] = []
    key_at: int | None = None
    key_comes = False
    for token in _TOKEN.finditer(text):
        mark, at = token[0], token.start()
        if mark in ("}", "]"):
            path.pop()
            key_comes = False
        elif mark == ",":
            key_comes = isinstance(path[-1], str)
            path[-1] = path[-1] if isinstance(path[-1], str) else path[-1] + 1
        elif key_comes and mark != ":":
            path[-1], key_at, key_comes = loads(mark), at, False
        elif mark != ":":
            yield tuple(path), at if key_at is None else key_at, at
            key_at, key_comes = None, mark == "{"
            if mark in ("{", "["):
                path.append("" if mark == "{" else 0)
