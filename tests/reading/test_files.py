import contextlib
import io
import itertools
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from diplo.reading import files, recoded
from diplo.reading.document import unreadable
from diplo.reading.files import EventFile, decode, open_file
from diplo.terminal.errors import UnreadableError
from tests.calls import calls_of
from tests.tables import each_of

Write = Callable[..., Path]
Open = Callable[[str], EventFile]

EVENT = '{"date": "2021", "title": "T", "countries": ["NOR"]}'
BOM = "\ufeff"
REFUSED = "\x00\x07\x1b\x7f\x80\x85\x9f\xad\u061c\u200b\u200e\u2028\u2029\u202e\u2066\ufeff"


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Put bytes on standard input."""

    def put(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))

    return put


@pytest.fixture
def opened() -> Open:
    """Open a file and close it again, once its head was read."""

    def open_and_close(name: str) -> EventFile:
        file = open_file(name)
        file.rest.close()
        return file

    return open_and_close


def buffered(content: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(content))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.yaml", "yaml"),
        ("a.yml", "yaml"),
        ("a.YAML", "yaml"),
        ("a.json", "json"),
        ("a.jsonl", "ndjson"),
        ("a.NDJSON", "ndjson"),
        ("a.json.yml", "yaml"),
    ],
)
@pytest.mark.parametrize("content", ["", "[]", '{"title": "T"}', "- a"])
def test_extension_tells_the_format_whatever_the_content(
    write: Write, opened: Open, name: str, expected: str, content: str
) -> None:
    assert opened(str(write(name, content))).format == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("[", "json"),
        ("[]", "json"),
        (EVENT, "ndjson"),
        (f"{EVENT}\n", "ndjson"),
        (f"{EVENT}\n{EVENT}\n", "ndjson"),
        (f"{EVENT}\n}}", "ndjson"),
        ('{"events": []}', "json"),
        ('{\n"date": "2021"}', "ndjson"),
        ('{"date": "2021",\n"title": "T"}', "ndjson"),
        ('{"date": "2021",\n\n"title": "T"\n}{', "ndjson"),
        ('{"events": [],\n"title": "T"}', "json"),
        ('{"date": "2021",\n"title":', "json"),
        ('{"date": "2021",\n"title": "T', "json"),
        (f"{EVENT} x", "ndjson"),
        (f"{EVENT}{EVENT}", "ndjson"),
        ('{"a": {"date": "2021"}}', "json"),
        ("{" * 20_000, "json"),
        ("- date: 2021", "yaml"),
        ("# [a comment]", "yaml"),
        ("-date,country,title", "yaml"),
        ('"date"', "yaml"),
        ("", "yaml"),
    ],
)
def test_content_tells_the_format_where_no_extension_does(
    write: Write, opened: Open, content: str, expected: str
) -> None:
    befores = ("", "\n", "\r\n\r\n", " \t\n  ", BOM, f"{BOM}\n \n")
    for name, before in itertools.product(("events", "events.txt", "json"), befores):
        assert opened(str(write(name, before + content))).format == expected, (name, before)


@pytest.mark.parametrize(("content", "expected"), [(b"[]", "json"), (b"- a", "yaml")])
def test_standard_input_goes_by_its_content(
    piped: Callable[[bytes], None], content: bytes, expected: str
) -> None:
    piped(b"\n" + content + b"\nmore")
    file = open_file("-")
    assert (file.name, file.format, file.content()) == ("-", expected, b"\n" + content + b"\nmore")


def test_blank_lines_are_read_up_to_as_much_as_a_line_may_have(
    write: Write, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LONGEST_LINE", 10)
    assert opened(str(write("few", "\n" * 9 + "[]"))).format == "json"
    assert opened(str(write("many", "\n" * 10 + "[]"))).format == "yaml"


@pytest.mark.parametrize(
    ("name", "character", "said"),
    [
        ("f", "\0", "U+0000 is not allowed in an event file; is this a text file in UTF-8?"),
        ("-", "\x1b", "U+001B is not allowed in an event file; remove it"),
        (
            "a b",
            "\u200b",
            (
                "U+200B is not allowed in an event file; remove it: "
                '\'perl -CSD -pe "s/\\x{200b}//g" "a b"\' prints the rest'
            ),
        ),
    ],
)
def test_a_character_that_may_not_stand_in_a_file_is_named(
    name: str, character: str, said: str
) -> None:
    (problem,) = files.decode(name, f"a{character}".encode())[1]
    assert (problem.line, problem.column, problem.message) == (1, 2, f"the character {said}")


def test_closed_standard_input_cannot_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(
        UnreadableError, match=r"^standard input is closed; pipe a file into diplo, or name one$"
    ):
        open_file("-")


class Broken(io.BytesIO):
    """A stream that cannot be read."""

    def readline(self, size: int | None = -1) -> bytes:  # noqa: ARG002  (as in its base)
        raise OSError(5, "Input/output error")


def test_what_cannot_be_read_is_closed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Broken()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream))
    with pytest.raises(OSError, match="Input/output error"):
        open_file("-")
    assert stream.closed


def test_files_are_closed_but_standard_input(piped: Callable[[bytes], None], write: Write) -> None:
    piped(b"[]")
    for name, closed in ((str(write("a.yaml")), True), ("-", False)):
        file = open_file(name)
        file.close()
        assert file.rest.closed is closed


@each_of(
    ("name", "content", "expected"),
    [
        ("a.jsonl", b"", True),
        ("a.yaml", b"", False),
        ("a.json", b"", False),
        ("a", b"", False),
        ("-", b"", True),
        ("-", b"- a", True),
    ],
)
def test_only_a_stream_may_be_empty(name: str, content: bytes, *, expected: bool) -> None:
    kind = "ndjson" if name.endswith("l") and "json" in name else "yaml"
    assert EventFile(name, kind, [content], buffered(b"")).may_be_empty is expected


@pytest.mark.parametrize("block", [1, 4, 1000])
def test_content_is_all_bytes_but_one_byte_order_mark(
    write: Write, monkeypatch: pytest.MonkeyPatch, block: int
) -> None:
    monkeypatch.setattr(files, "_BLOCK", block)
    text = "\n- é\n\n- b\n" * 9
    file = open_file(str(write("a.yaml", BOM + text)))
    with file.rest:
        assert file.content() == text.encode()


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_blocks_are_whole_lines_but_one_byte_order_mark(
    write: Write, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(files, "_BLOCK", size)
    with contextlib.closing(open_file(str(write("a.jsonl", f"{BOM}\n\n{{}}\r\n[]\n\n5")))) as file:
        blocks = list(file.blocks())
    assert b"".join(blocks) == b"\n\n{}\r\n[]\n\n5"
    assert all(block.endswith(b"\n") for block in blocks[:-1])


def test_nothing_has_no_blocks() -> None:
    assert list(EventFile("-", "ndjson", [b""], buffered(b"")).blocks()) == []


def test_how_much_is_read_is_known_of_a_file(write: Write) -> None:
    with contextlib.closing(open_file(str(write("a.jsonl", "12345\n" * 50_000)))) as file:
        done = [file.done or 0 for _ in file.blocks()]
    assert done == sorted(done)
    assert 0 < done[0] < done[-1] == 1
    assert EventFile("-", "ndjson", [], buffered(b"12345")).done is None


@pytest.mark.parametrize("ahead", [0, 1])
def test_content_of_a_too_large_document_is_not_read_to_its_end(
    monkeypatch: pytest.MonkeyPatch, ahead: int
) -> None:
    monkeypatch.setattr(files, "_BLOCK", 8)
    monkeypatch.setattr(files, "LARGEST_DOCUMENT", 20)
    rest = buffered(b"x" * 1000)
    content = EventFile("a.yaml", "yaml", [b"-" * ahead], rest).content()
    assert 20 < len(content) <= 28


def test_content_of_a_device_without_an_end_ends() -> None:
    file = open_file("/dev/zero")
    with file.rest:
        problems = decode("/dev/zero", file.content())[1]
    assert [(p.line, p.column) for p in problems] == [(1, 1)]
    assert "U+0000" in problems[0].message
    assert "text file" in problems[0].message


def test_endless_bytes_after_a_good_start_end() -> None:
    with open("/dev/zero", "rb") as zeros:
        content = EventFile("a.yaml", "yaml", [b"- a\n"], zeros).content()
    assert decode("a.yaml", content)[1][0].line == 2


def test_many_blank_lines_ahead_are_quick(write: Write, opened: Open) -> None:
    path = write("events.json", "\n" * 100_000 + "[]")
    assert opened(str(path)).format == "json"
    assert calls_of(lambda: opened(str(path))) < 10_000  # a tenth of the lines


@each_of("text", ["", "- a\n", "é\t\r\n 日本 😀 ø", "ن\u200cن", "क\u200dक", "\xa0"])
def test_good_text_is_decoded(text: str) -> None:
    assert decode("f", text.encode()) == (text, [])


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        (b"\xff", 1, 1, "0xff"),
        (b"a\n\xc3\xa9b\xe9c", 2, 3, "0xe9"),
        (b"a\r\nb\rc\xc3", 3, 2, "0xc3"),
        (b"\xed\xa0\x80", 1, 1, "0xed"),
    ],
)
def test_bytes_that_are_not_utf_8_are_refused_with_their_place(
    data: bytes, line: int, column: int, byte: str
) -> None:
    text, (problem,) = decode("f", data)
    assert (text, problem.file, problem.line, problem.column) == ("", "f", line, column)
    assert byte in problem.message
    assert "UTF-8" in problem.message


@each_of("character", REFUSED)
def test_control_and_invisible_characters_are_refused_with_their_place(character: str) -> None:
    _, (problem,) = decode("f", f"é\n\tb{character}c".encode())
    assert (problem.line, problem.column, problem.severity) == (2, 3, "error")
    assert f"U+{ord(character):04X}" in problem.message
    assert problem.message.isprintable()


@pytest.mark.parametrize("text", ["\u200dab", "a\u200c", "a \u200db", "1\u200c2"])
def test_joiners_are_left_to_who_knows_what_escapes_stand_for(text: str) -> None:
    assert decode("f", text.encode()) == (text, [])


# --- UTF-16

ENDS = {"little": b"\xff\xfe", "big": b"\xfe\xff"}
ENCODED = {"little": "utf-16-le", "big": "utf-16-be"}


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("size", [1, 2, 3, 1000])
@pytest.mark.parametrize("text", ["", "\n- é\r\n\n- 😀 \u0a00\n" * 9, f"{EVENT}\n{EVENT}"])
def test_utf_16_is_read_as_the_same_text(
    write: Write, monkeypatch: pytest.MonkeyPatch, end: str, size: int, text: str
) -> None:
    monkeypatch.setattr(files, "_BLOCK", size)
    monkeypatch.setattr(recoded, "_BLOCK", size)
    file = open_file(str(write("a", ENDS[end] + text.encode(ENCODED[end]))))
    assert (file.encoding, file.done) == ("UTF-16", None)
    assert file.format == ("ndjson" if "{" in text else "yaml")
    assert file.content() == text.encode()
    file.close()
    assert file.rest.closed


@pytest.mark.parametrize(
    ("after", "line", "column"),
    [
        ("a\né", 2, 2),
        ("😀", 1, 2),
        ("", 1, 1),
    ],
)
@pytest.mark.parametrize("wrong", [b"\x41", b"\x00\xdc\x41\x00", b"\x41\xd8\x41\x00", b"\x00\xd8"])
def test_what_is_no_utf_16_is_refused_with_its_place(
    write: Write, after: str, line: int, column: int, wrong: bytes
) -> None:
    content = ENDS["little"] + after.encode("utf-16-le") + wrong
    with contextlib.closing(open_file(str(write("a.yaml", content)))) as file:
        _, (problem,) = decode("f", file.content(), file.encoding)
    assert (problem.line, problem.column) == (line, column)
    assert problem.message == "this is not UTF-16 text; save the file as UTF-8"


def test_utf_32_is_no_utf_16(write: Write) -> None:
    with contextlib.closing(open_file(str(write("a", "[]".encode("utf-32"))))) as file:
        assert file.encoding == "UTF-8"


def test_standard_input_may_be_utf_16(piped: Callable[[bytes], None]) -> None:
    piped(EVENT.encode("utf-16"))
    file = open_file("-")
    assert (file.format, file.content()) == ("ndjson", EVENT.encode())


@pytest.mark.parametrize("between", ["\x1e", " "])
def test_separators_of_records_are_blanks(write: Write, between: str) -> None:
    content = f'{between}{{"a": "\x1e"}}\n{between}[]\n'
    with contextlib.closing(open_file(str(write("a", content)), mapped=True)) as file:
        assert (file.format, file.encoding) == ("json", "UTF-8")
        assert file.content() == b' {"a": "\x1e"}\n []\n'


def test_a_first_event_is_read_to_its_end_but_not_beyond_a_limit(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = EVENT.replace(", ", ",\n")
    path = str(write("a.json", event))
    for limit, expected in ((len(event), "ndjson"), (20, "json"), (10, "json")):
        monkeypatch.setattr(files, "_LONGEST_FIRST", limit)
        with contextlib.closing(open_file(path)) as file:
            assert file.format == expected
            assert file.content() == event.encode()


def test_a_tilde_that_no_shell_has_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "a.yaml").touch()
    error = FileNotFoundError(2, "No such file")
    assert "the shell has left ~ as it is" in str(unreadable("~/a.yaml", error))
    assert "check its name" in str(unreadable("~/b.yaml", error))
