import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from diplo import reading
from diplo.model.countries.resolve import Countries
from diplo.model.events import Vocabulary
from diplo.model.suggestions import unlimited
from diplo.reading import files, ndjson
from diplo.reading.files import EventFile
from diplo.reading.ids import Ids
from diplo.reading.judge import Judge
from diplo.reading.ndjson import Stream
from diplo.reading.records import Context
from diplo.terminal.errors import UnreadableError
from tests.reading.test_lines import loaded, one_by_one
from tests.reading.test_merge import errors, ids, places

Write = Callable[..., Path]

AROUND = Context(Vocabulary(), Countries({}), unlimited, [], Ids())
EVENT = '{"date": "2021", "title": "T", "countries": ["NOR"]}'


@pytest.mark.parametrize("before", ["", "\ufeff", "\n", "\r\n \t\r\n", "\ufeff\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", "\n \t \n", "\r\n\r\n"])
@pytest.mark.parametrize("last", ["\n", ""])
def test_each_line_is_an_event_but_blank_ones(
    write: Write, before: str, end: str, last: str
) -> None:
    assert ids(write("a.jsonl", before + end.join([EVENT] * 3) + last)) == [
        "2021-t", "2021-t-2", "2021-t-3",
    ]  # fmt: skip


@pytest.mark.parametrize("content", ["", "\n", "\ufeff", "\r\n \n"])
def test_a_stream_may_have_no_events(write: Write, content: str) -> None:
    assert ids(write("a.jsonl", content)) == []


def test_a_line_may_hold_line_breaks_in_escapes_and_separators_in_none(write: Write) -> None:
    assert ids(write("a.jsonl", EVENT.replace('"T"', '"a\\r\\nb"'))) == ["2021-a-b"]
    content = EVENT + "\n" + EVENT.replace("T", "a\u2028b")
    assert places(write("b.jsonl", content)) == ["b.jsonl:2:29"]


@pytest.mark.parametrize(
    ("line", "place", "word"),
    [
        ("{x}", "2:2", "JSON"),
        (EVENT[:-1], "2:52", "JSON"),
        ('{"date": NaN}', "2:10", "NaN"),
        (EVENT.replace("}", ', "date": "2022"}'), "2:54", "is repeated here"),
        (EVENT.replace('"T"', '"\x1b"'), "2:28", "U+001B"),
        (EVENT.replace('"T"', '"\\u001b"'), "2:27", "U+001B"),
        (EVENT.replace('"T"', "2021"), "2:27", "quotes"),
        (EVENT.replace('"T"', "null"), "2:18", "missing"),
        (EVENT.replace('"NOR"', '"NOR", "Nowhere"'), "2:53", "Nowhere"),
        (EVENT.replace("}", ', "sources": ["Not An Id"]}'), "2:66", "source"),
        ("[" * 17 + "]" * 17, "2:17", "16 levels"),
        ("\x0c", "2:1", "JSON"),
        (f"{EVENT} x", "2:54", "extra data"),
        (f"{EVENT}{EVENT} x", "2:106", "JSON"),
        ("[]", "2:1", "mapping"),
        (f"[{EVENT}]", "2:1", "mapping"),
        ('"text"', "2:1", "mapping"),
        (" 5", "2:2", "mapping"),
        ("false", "2:1", "mapping"),
        ("null", "2:1", "mapping"),
        ("\ufeff" + EVENT, "2:1", "U+FEFF"),
    ],
)
def test_a_bad_line_is_named_with_its_place(write: Write, line: str, place: str, word: str) -> None:
    (error,) = errors(write("a.jsonl", f"{EVENT}\n{line}\n{EVENT}\n"))
    assert error.startswith(f"a.jsonl:{place}: ")
    assert word in error


def test_bytes_that_are_not_utf_8_are_refused_in_their_line(write: Write) -> None:
    content = f"\n{EVENT}\r\n".encode() + EVENT.encode("utf-8").replace(b"T", b"\xe9")
    assert places(write("a.jsonl", content)) == ["a.jsonl:3:28"]


def test_problems_of_several_lines_are_all_named(write: Write) -> None:
    bad = EVENT.replace("NOR", "Nowhere")
    content = "\n".join(["{", "", bad, EVENT, EVENT.replace("date", "dat"), '{"title": 1}'])
    assert places(write("a.jsonl", content)) == [
        "a.jsonl:1:2", "a.jsonl:3:46", "a.jsonl:5:2",
        "a.jsonl:6:1", "a.jsonl:6:1", "a.jsonl:6:11",
    ]  # fmt: skip


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("length", [101, 150, 250, 1000])
def test_a_too_long_line_is_one_problem_and_at_most_one_line(
    write: Write, monkeypatch: pytest.MonkeyPatch, number: int, length: int
) -> None:
    for module in (files, ndjson):
        monkeypatch.setattr(module, "LONGEST_LINE", 100)
    long = EVENT.replace("T", "x" * (length - len(EVENT) + 1))
    content = "\n".join([EVENT] * (number - 1) + [long, EVENT, "{"])
    first, *others = errors(write("a.jsonl", content))
    assert first.startswith(f"a.jsonl:{number}:1: the line is longer")
    assert [error.partition(": ")[0] for error in others] in ([], [f"a.jsonl:{number + 2}:2"])


def test_how_long_a_line_may_be_is_said(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (files, ndjson):
        monkeypatch.setattr(module, "LONGEST_LINE", 3 * 2**20)
    content = EVENT.replace("T", "x" * 3 * 2**20)
    assert errors(write("a.jsonl", content)) == [
        "a.jsonl:1:1: the line is longer than 3 MiB; split it"
    ]


def test_a_long_line_within_the_limit_is_read(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (files, ndjson):
        monkeypatch.setattr(module, "LONGEST_LINE", 100)
    long = EVENT.replace("T", "x" * 40)
    assert len(ids(write("a.jsonl", f"{long}\n{long}\n"))) == 2


class Endless(io.BufferedReader):
    """A line that never ends, as in /dev/zero; reading it on and on fails the test."""

    reads = 0

    def read1(self, size: int = -1, /) -> bytes:
        self.reads += 1
        assert self.reads < 1000
        return b"\0" * size


def test_a_line_without_an_end_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (files, ndjson):
        monkeypatch.setattr(module, "LONGEST_LINE", 100)
    endless = Endless(io.BytesIO())
    file = EventFile("a.jsonl", "ndjson", [b"\0" * 100], endless)
    monkeypatch.setattr(files, "open_file", lambda *_, **__: file)
    assert places("a.jsonl") == ["a.jsonl:1:1"]


class Broken(io.BufferedReader):
    """A stream that cannot be read on after its first line."""

    read_once = False

    def read1(self, size: int = -1, /) -> bytes:
        if self.read_once:
            raise OSError(5, "Input/output error")
        self.read_once = True
        return super().read1(size)


@pytest.mark.parametrize(("name", "shown"), [("a.jsonl", "a.jsonl"), ("-", "standard input")])
def test_a_stream_that_cannot_be_read_on_is_unreadable(name: str, shown: str) -> None:
    broken = Broken(io.BytesIO(f"{EVENT}\n".encode()))
    events = Stream(EventFile(name, "ndjson", [], broken)).events(AROUND)
    assert next(events)[0] == (1,)
    with pytest.raises(UnreadableError, match=f"^{shown} cannot be read: Input/output error"):
        next(events)


def several(count: int) -> list[str]:
    return [EVENT.replace("{", f'{{"id": "e-{number}", ', 1) for number in range(count)]


LINES = several(120)
MANY = {
    "right": LINES,
    "without ids": [EVENT] * 120,
    "some errors": [
        line.replace("2021", "2021-13") if number % 60 == 50 else line
        for number, line in enumerate(LINES)
    ],
    "ids that are there already": [*LINES, LINES[7], *LINES[110:], LINES[7]],
    "ids that are and some without": [*LINES[:9], EVENT, LINES[3], EVENT, LINES[8]],
    "blank lines": [line + "\n" * (number % 3) for number, line in enumerate(LINES)],
    "unplain lines": [line.replace('"T"', '"a\tb"') for line in LINES],
    "a long line": [*LINES[:80], LINES[80].replace("T", "x" * 3000), *LINES[81:], "{"],
    "lines that are not JSON": [*LINES[:10], "{", *LINES[10:], "}"],
    "an event below what is broken": [*LINES[:5], '{""""[""""]]""[""]', f"\t{LINES[6]}"],
    "ids twice behind carriage returns": [*LINES[:5], f"\r{LINES[3]}\r", f"\r{LINES[3]}"],
    "carriage returns": [f"{line}\r" for line in LINES],
    "events over lines": [json.dumps(json.loads(line), indent=1) for line in LINES],
}


@pytest.mark.parametrize("what", MANY)
@pytest.mark.parametrize("start", ["", "\ufeff", "\n \n"])
def test_many_lines_are_read_as_each_of_them_is(
    write: Write, monkeypatch: pytest.MonkeyPatch, what: str, start: str
) -> None:
    for module in (files, ndjson):
        monkeypatch.setattr(module, "LONGEST_LINE", 2500)
    path = write("a.jsonl", start + "\n".join(MANY[what]))
    assert loaded(path) == one_by_one(path)
    found = reading.check([str(path)])
    monkeypatch.setattr(Judge, "event", lambda *_: None)
    assert reading.check([str(path)]) == found


@pytest.mark.parametrize(
    "line", ['{"date": "2021",\r"title": {}, "countries": ["NOR"]}', "\r\r{", '\r{"date": "\x1b"}']
)
def test_a_carriage_return_inside_a_line_ends_no_line(write: Write, line: str) -> None:
    (found,) = places(write("a.jsonl", f"{EVENT}\n\r{line}\n"))
    assert found.startswith("a.jsonl:2:")


# --- Events over several lines, as jq prints them

OVER_LINES = json.dumps(json.loads(EVENT), indent=2)


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a"])
@pytest.mark.parametrize("indent", [None, 0, 2, "\t"])
@pytest.mark.parametrize("between", ["\n", "\r\n", "\n\n \n", "", " "])
def test_events_may_stand_one_after_the_other_however_they_are_laid_out(
    write: Write, name: str, indent: int | str | None, between: str
) -> None:
    events = [{**json.loads(EVENT), "id": f"e-{n}", "sources": [{"source": "a"}]} for n in range(3)]
    text = between.join(json.dumps(event, indent=indent) for event in events)
    if between == "\r\n":
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    assert ids(write(name, text)) == ["e-0", "e-1", "e-2"]


def test_lines_and_events_over_lines_may_be_mixed(write: Write) -> None:
    text = f"{EVENT}\n{OVER_LINES}{OVER_LINES}\n{EVENT}\n  {OVER_LINES} {EVENT}"
    assert len(ids(write("a.jsonl", text))) == 6


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (OVER_LINES.replace("2021", "x"), ["9:11"]),
        (OVER_LINES.replace('"NOR"', "1"), ["12:5"]),
        (OVER_LINES.replace("date", "dat"), ["9:3"]),
        (OVER_LINES.replace('"T"', '"T", "title": "U"'), ["10:17"]),
        (OVER_LINES.replace("T", "\x1b"), ["10:13"]),
        (OVER_LINES.replace("T", "\\u001b"), ["10:12"]),
        (OVER_LINES.replace("T", "T\n"), ["10:12"]),
        (OVER_LINES.replace('"T"', "[" * 16), ["10:27"]),
        (OVER_LINES.replace('"T"', "NaN"), ["10:12"]),
        (OVER_LINES.replace("]", "]]"), ["13:4"]),
        (OVER_LINES[:-2], ["13:4"]),
        (OVER_LINES.replace('": "T"', '" "T"'), ["10:11"]),
        (f"{EVENT}{OVER_LINES}".replace("2021", "x"), ["8:10", "9:11"]),
        (f"{EVENT} {EVENT}{EVENT}".replace("2021", "x"), ["8:10", "8:60", "8:109"]),
        (f"{EVENT} {{}}", ["8:54"] * 3),
        (f"{EVENT}é{EVENT}", ["8:53"]),
        (f"{EVENT} {EVENT[:-1]}\n", ["8:105"]),
        (f"{EVENT} {EVENT[:-1]}\n}}}}\n", ["9:2"]),
    ],
)
def test_what_is_wrong_over_several_lines_is_named_with_its_place(
    write: Write, text: str, found: list[str]
) -> None:
    path = write("a.jsonl", f"{OVER_LINES}\n{text}\n{EVENT}\n")
    assert places(path) == [f"a.jsonl:{place}" for place in found]


def test_an_id_that_is_there_already_is_named_where_its_event_starts(write: Write) -> None:
    event = EVENT.replace("{", '{"id": "a", ', 1)
    (error,) = errors(write("a.jsonl", f"{EVENT}\n{EVENT} {event}\n{event}\n"))
    assert error.startswith("a.jsonl:3:8: the id 'a' is used twice; change one; see ")
    assert error.endswith("a.jsonl:2:54")


def test_reading_goes_on_after_what_is_not_complete(write: Write) -> None:
    bad = EVENT.replace("2021", "x")
    lines = [EVENT[:-1], bad, "{", '"date": "2021"', '"title": "T"', "}", bad, "]", "x", bad]
    assert places(write("a.jsonl", "\n".join(lines))) == [
        *("a.jsonl:1:52", "a.jsonl:2:10", "a.jsonl:5:1", "a.jsonl:7:10", "a.jsonl:8:1"),
        *("a.jsonl:9:1", "a.jsonl:10:10"),
    ]


class Open(io.BufferedReader):
    """An event that never ends; reading it on and on fails the test."""

    reads = 0

    def read1(self, size: int = -1, /) -> bytes:
        self.reads += 1
        assert self.reads < 1000
        return b"\n" * size


@pytest.mark.parametrize(("lines", "size"), [(1000, 2**30), (2**30, 2**17)])
def test_an_event_without_an_end_ends(
    monkeypatch: pytest.MonkeyPatch, lines: int, size: int
) -> None:
    monkeypatch.setattr(ndjson, "_MOST_LINES", lines)
    for module in (files, ndjson):
        monkeypatch.setattr(module, "LONGEST_LINE", size)
    file = EventFile("a.jsonl", "ndjson", [b"\n", b"{\n"], Open(io.BytesIO()))
    monkeypatch.setattr(files, "open_file", lambda *_, **__: file)
    most = f"{lines} lines and {size // 2**20} MiB"
    assert errors("a.jsonl") == [
        f"a.jsonl:2:1: the event does not end within {most}; close its brackets"
    ]


def test_utf_16_may_be_a_stream(write: Write) -> None:
    assert len(ids(write("a.jsonl", f"{EVENT}\n{OVER_LINES}\n".encode("utf-16")))) == 2
    content = f"{EVENT}\n{EVENT}".encode("utf-16").replace(b"T\0", b"\0\xd8")
    first, second = errors(write("b.jsonl", content))
    said = "this is not UTF-16 text; save the file as UTF-8"
    assert (first, second) == (f"b.jsonl:1:28: {said}", f"b.jsonl:2:28: {said}")
