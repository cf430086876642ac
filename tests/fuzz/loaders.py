"""Fuzzing the loaders of YAML, JSON and NDJSON."""

import codecs
import contextlib
import json
import re
from collections.abc import Sequence
from datetime import date
from random import Random
from typing import NamedTuple
from unittest.mock import patch

from diplo import reading
from diplo.history.selection import Matcher, Query
from diplo.model import dates
from diplo.model.events import Timeline
from diplo.reading.judge import Judge
from diplo.terminal.errors import ContentError, Problem
from tests.fuzz.checks import limited
from tests.fuzz.grammar import Grammar
from tests.fuzz.mutations import Units, mutated
from tests.fuzz.rendering import as_json, as_yaml, is_clean

_ANY = (
    *(b"\xef\xbb\xbf", b"\r", b"\r\n", b"\n\n", b"\0", b"\xff", b"\xed\xa0\x80", b"\x85", b"\x1b"),
    *("\u0085", "\u2028", "\u202e", "\u200b", "\u200d", "\u00a0", "\ud7ff", "\U0010ffff"),
    *(b"\t", b" ", b",", b":", b"[", b"]", b"{", b"}", b"[" * 17, b"]" * 17, b'"', b"'", b"\\"),
)
_JSON = (
    *(b"NaN", b"-Infinity", b"01", b"1e999", b"-0", b"1.", b"9" * 5000, b"true", b"null", b"nul"),
    *(
        b'"\\ud800"',
        b'"\\udc00\\ud800"',
        b'"\\u0000"',
        b'"\\u202e"',
        b'"\\x"',
        b'"\\u12"',
        b'"a":',
        b'\\"',
    ),
    *(b'"\\u0069d"', b'"id":"a",', b'"date":"2021"', b'{"a":' * 17, b"//", b"/**/", b'":"', b"{}"),
    *(b'{"date": "2021", "title": "T", "countries": ["NOR"]}', b'"countries":[["NOR"]]'),
)
_YAML = (
    *(
        b"&a ",
        b"*a",
        b"!!str ",
        b"!!python/name:os.system ",
        b"! ",
        b"!<x> ",
        b"<<: ",
        b"? ",
        b"- ",
    ),
    *(
        b"--- ",
        b"\n---\n",
        b"\n...\n",
        b"%YAML 1.2\n---\n",
        b"%TAG ! x\n---\n",
        b"%TAG !a! x\n",
        b"%",
        b"@",
        b"`",
    ),
    *(b"| ", b">\n", b"|9\n", b"|-2\n", b"# ", b" #", b": ", b"~", b"null", b'"\\e"', b'"\\ud800"'),
    *(b'"\\N"', b'"\\U00110000"', b'"\\x"', b'"\\\n"', b"- " * 30, b"{a: " * 17, b"  ", b"\n  - "),
    *(b"[..2006]", b'"[..2006]"', b"id: a\n", b"events:\n", b"countries: [NOR]\n"),
)


def _hostile(*kinds: tuple[bytes | str, ...]) -> Units:
    tokens = (token for kind in kinds for token in kind)
    return [token if isinstance(token, bytes) else token.encode() for token in tokens]


HOSTILE_JSON, HOSTILE_YAML = _hostile(_ANY, _JSON), _hostile(_ANY, _YAML)
_NUMBER = re.compile("it is a number: put '.*' in double quotes")
_SYNTAX = re.compile("not valid|is repeated here|levels|not JSON|not UTF-8|not allowed in|is empty")
_QUERY = Query((frozenset({"NOR", "PSE"}),), dates.parse_window("1900..2021", date.min))
_CROWDS = 1000  # one file in so many has very many events
_LARGE = 2**17  # bytes, from which on only time and memory matter


class Given(NamedTuple):
    """Files that are read together, and others that hold the same."""

    files: dict[str, bytes]
    same: dict[str, bytes]


def any_yaml(random: Random) -> Given:
    """Return a YAML file: one with the same content in JSON, or one that may be wrong."""
    if random.random() < 0.3:
        data = _document(random, random.choice((0, 0, 0.02)))
        text = _encoded(as_yaml(random, data))
        same = {"same.json": as_json(random, data).encode()} if is_clean(data) else {}
        return Given({"events.yaml": text}, same)
    data = _document(random, random.choice((0, 0.02, 0.1)))
    text = _encoded(as_yaml(random, data))
    name = random.choice(("events.yaml", "events.yml", "events"))
    return Given({name: _shaped(random, text, HOSTILE_YAML)}, {})


def any_json(random: Random) -> Given:
    """Return a JSON or NDJSON file that may be wrong, or an NDJSON file and the same in JSON."""
    wrong = random.choice((0, 0, 0.01, 0.05))
    kind = random.choice(("json", "ndjson", "jsonl", "same", "same"))
    lines = [] if kind == "json" else _lines(random, wrong)
    if kind == "json" and random.random() < 0.5:
        text = _listed(_lines(random, wrong))
    elif kind == "json":
        space = random.choice(("", " ", "\n", "\r\n\t"))
        text = _encoded(as_json(random, _document(random, wrong), space))
    else:
        text = b"".join(line + random.choice((b"\n", b"\n", b"\r\n", b"\n\n")) for line in lines)
    declared = {}
    if random.random() < 0.3:
        data = {**Grammar(random, wrong).vocabulary(), "events": []}
        declared = {"declared.json": _encoded(as_json(random, data))}
    if kind == "same":
        same = {"same.json": _listed(lines), **declared}
        is_same = all(map(_is_json, lines))
        return Given({"events.jsonl": text, **declared}, same if is_same else {})
    name = random.choice((f"events.{kind}", f"events.{kind}", "events"))
    return Given({name: _shaped(random, text, HOSTILE_JSON), **declared}, {})


def _lines(random: Random, wrong: float) -> list[bytes]:
    grammar = Grammar(random, wrong)
    space = random.choice((" ", "", "  "))
    events = grammar.crowd()["events"] if grammar.chance(1 / _CROWDS) else grammar.events(9)
    lines = [_encoded(as_json(random, event, space)) for event in events]
    return [_line(random, line) for line in lines] if grammar.chance(0.5) else lines


def _listed(lines: Sequence[bytes]) -> bytes:
    return b"[\n" + b",\n".join(lines) + b"\n]\n"


def _encoded(text: str) -> bytes:
    return text.encode(errors="surrogatepass")


def _document(random: Random, wrong: float) -> object:
    grammar = Grammar(random, wrong)
    return grammar.crowd() if grammar.chance(1 / _CROWDS) else grammar.document()


def _shaped(random: Random, text: bytes, hostile: Units) -> bytes:
    """Return a text that may be changed, with another start and other line ends."""
    text = mutated(random, text, hostile)
    if random.random() < 0.1:
        text = text.replace(b"\n", random.choice((b"\r\n", b"\r", b"\n\n", b"\xc2\x85", b"\n\r")))
    if random.random() < 0.1:
        encoding = random.choice(("utf-16", "utf-8-sig", "cp1252"))
        text = text.decode("utf-8", "replace").encode(encoding, "replace")
    return text


def _line(random: Random, line: bytes) -> bytes:
    changed = mutated(random, line, HOSTILE_JSON) if random.random() < 0.3 else line
    return changed.replace(b"\n", b" ")


def _is_json(line: bytes) -> bool:
    """Say whether a line is one JSON value whatever stands beside it."""
    with contextlib.suppress(ValueError, RecursionError):
        json.loads(line.decode())
        return not line.startswith(b"\xef\xbb\xbf")
    return False


def check(given: Given) -> None:
    """Read files in each way that there is; whatever is read must be the same."""
    for name, content in {**given.files, **given.same}.items():
        with open(name, "wb") as file:
            file.write(content)
    names, size = list(given.files), sum(map(len, given.files.values()))
    found = limited(size, lambda: _loaded(names))
    problems, count = limited(size, lambda: reading.check(names))
    errors = [problem for problem in problems if problem.severity == "error"]
    for problem in problems:
        _check_place(problem, given.files[problem.file])
    if isinstance(found, Timeline):
        assert not errors
        assert count == len(found.events)
        _check_selection(names, found)
    else:
        assert errors
    if size > _LARGE:
        return
    with patch.object(Judge, "event", lambda *_: None):
        assert _loaded(names) == found, "one by one it is other events"
        assert reading.check(names) == (problems, count), "one by one it is other problems"
    if given.same:
        _check_same(found, problems, list(given.same))


def _loaded(names: Sequence[str]) -> Timeline | tuple[Problem, ...]:
    try:
        return reading.load(names)
    except ContentError as error:
        return error.problems


def _check_place(problem: Problem, content: bytes) -> None:
    assert problem.message
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = content.decode("utf-16" if wide else "utf-8", "replace").removeprefix("\ufeff")
    ways = ([*re.split(breaks, text), ""] for breaks in ("\n", "\r\n|\r|\n"))  # of a line to end
    assert any(_is_in(problem, lines) for lines in ways), problem


def _is_in(problem: Problem, lines: Sequence[str]) -> bool:
    line = lines[problem.line - 1] if 1 <= problem.line <= len(lines) else None
    return line is not None and 1 <= problem.column <= len(line) + 1


def _check_selection(names: list[str], found: Timeline) -> None:
    """Make sure that selecting while reading and afterwards is the same."""
    takes = Matcher(_QUERY)
    assert reading.load(names, lambda _: takes).events == tuple(filter(takes, found.events))


def _check_same(
    found: Timeline | tuple[Problem, ...], problems: list[Problem], names: list[str]
) -> None:
    other = _loaded(names)
    assert isinstance(other, Timeline) is isinstance(found, Timeline), (found, other)
    if isinstance(found, Timeline):
        assert found == other
        return
    others, _ = reading.check(names)
    if not any(_SYNTAX.search(problem.message) for problem in (*problems, *others)):
        assert _said(problems) == _said(others)


def _said(problems: list[Problem]) -> list[str]:
    """Return what is wrong; what a number is written like is lost where it is read quickly."""
    messages = (problem.message.partition("; see ")[0] for problem in problems)
    return sorted(_NUMBER.sub("it is a number", message) for message in messages)
