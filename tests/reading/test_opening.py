import contextlib
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from diplo.reading import files, opening
from diplo.reading.document import Document, unreadable
from diplo.reading.ndjson import Stream
from diplo.reading.opening import open_document
from diplo.terminal.errors import UnreadableError
from tests.reading.test_ndjson import AROUND

Write = Callable[..., Path]


def events(document: Document) -> list[tuple[object, object]]:
    return list(document.events(AROUND))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (["a", "b"], [((0,), "a"), ((1,), "b")]),
        ({"events": ["a"], "x": ["b"]}, [(("events", 0), "a")]),
        ({"events": {"a": "b"}}, []),
        ({"events": None}, []),
        ({"x": ["b"]}, []),
        ("text", []),
        (None, []),
    ],
)
def test_events_come_with_their_paths(data: object, expected: object) -> None:
    document = Document("f")
    document.data = data
    assert events(document) == expected


def test_a_new_document_has_no_events_and_no_places() -> None:
    document = Document("f")
    document.remember([])
    assert events(document) == []
    assert document.find([()]) == {}
    assert document.problems == []


@pytest.mark.parametrize(
    ("name", "error", "expected"),
    [
        ("a.yaml", OSError(2, "No such file"), "a.yaml cannot be read: No such file; check"),
        ("-", OSError("is closed"), "standard input cannot be read: is closed; check"),
        ("\x1b", OSError(2, "No such file"), "\\x1b cannot be read: No such file; check"),
    ],
)
def test_unreadable_files_are_named_with_the_reason(
    name: str, error: OSError, expected: str
) -> None:
    found = unreadable(name, error)
    assert found.exit_status == 66
    assert str(found).startswith(expected)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.yaml", "- a: b\n"),
        ("a.json", '[{"a": "b"}]'),
        ("a", '\n[{"a": "b"}]'),
        ("a", "\ufeff- {a: b}"),
    ],
)
def test_documents_are_read_whole_whatever_their_format(
    write: Write, name: str, content: str
) -> None:
    document = open_document(str(write(name, content)))
    assert events(document) == [((0,), {"a": "b"})]
    assert document.problems == []
    line, column = document.find([(0, "a")])[(0, "a")].value
    text = content.removeprefix("\ufeff").split("\n")[line - 1]
    assert text[column - 1 :].strip('"').startswith("b")


def test_lines_of_events_are_a_stream(write: Write) -> None:
    with contextlib.closing(open_document(str(write("a.jsonl", '{"a": "b"}')))) as document:
        assert isinstance(document, Stream)
        assert events(document) == [((1,), {"a": "b"})]


@pytest.mark.parametrize("content", ["", " \n\r\n", "\ufeff", "# c\n", "---\n", "~\n", "null"])
def test_an_empty_yaml_file_is_an_error(write: Write, content: str) -> None:
    (problem,) = open_document(str(write("a.yaml", content))).problems
    assert (problem.line, problem.column) == (1, 1)
    assert "empty" in problem.message


@pytest.mark.parametrize("content", ["", "\n", "null"])
def test_an_empty_json_file_is_an_error(write: Write, content: str) -> None:
    assert len(open_document(str(write("a.json", content))).problems) == 1


@pytest.mark.parametrize("content", [b"", b"\n \r\n", b"\xef\xbb\xbf"])
def test_empty_standard_input_has_no_events(
    monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    document = open_document("-")
    assert (events(document), document.problems) == ([], [])


@pytest.mark.parametrize(("size", "problems"), [(40, 0), (41, 1)])
@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_a_too_large_document_is_refused(
    write: Write, monkeypatch: pytest.MonkeyPatch, name: str, size: int, problems: int
) -> None:
    for module in (files, opening):
        monkeypatch.setattr(module, "LARGEST_DOCUMENT", 40)
    document = open_document(str(write(name, "[]".ljust(size, "\n"))))
    assert ["larger" in problem.message for problem in document.problems] == [True] * problems


def test_too_much_of_nothing_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (files, opening):
        monkeypatch.setattr(module, "LARGEST_DOCUMENT", 40)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b" " * 41)))
    (problem,) = open_document("-").problems
    assert "larger" in problem.message


@pytest.mark.parametrize(
    ("name", "content", "instead"),
    [
        ("a.yaml", "[]", "write it as NDJSON"),
        ("a.csv", "Date,Title", "DuckDB reads more, of a file that ends in .csv: pip install"),
        ("a.xlsx", "PK", "save it as CSV"),
        ("a.json", '{"Date": "1", "Title": "T", "Country": "NOR"}', "split it, or make it Parquet"),
    ],
)
def test_how_large_a_document_may_be_is_said(
    write: Write, monkeypatch: pytest.MonkeyPatch, name: str, content: str, instead: str
) -> None:
    for module in (files, opening):
        monkeypatch.setattr(module, "LARGEST_DOCUMENT", 2**20)
    (problem,) = open_document(str(write(name, content.ljust(2**20 + 1, "\n")))).problems
    assert (problem.line, problem.column) == (1, 1)
    assert problem.message.startswith(f"the file is larger than 1 MiB; {instead}")


def test_a_form_feed_is_white_space(write: Write) -> None:
    (problem,) = open_document(str(write("a.yaml", "\f\n"))).problems
    assert "empty" in problem.message


def test_lines_of_events_may_be_larger(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (files, opening):
        monkeypatch.setattr(module, "LARGEST_DOCUMENT", 40)
    path = write("a.jsonl", '{"a": "b"}\n' * 9)
    with contextlib.closing(open_document(str(path))) as document:
        assert len(events(document)) == 9


@pytest.mark.parametrize("content", [b"- a\n- \xff\n", b"- a\n- \x1b\n", b"- a\n- 'b\n"])
def test_a_document_with_problems_says_them(write: Write, content: bytes) -> None:
    (problem,) = open_document(str(write("a.yaml", content))).problems
    assert problem.line in (2, 3)
    assert "empty" not in problem.message


def test_a_device_without_an_end_is_refused() -> None:
    (problem,) = open_document("/dev/zero").problems
    assert problem.file == "/dev/zero"


def test_what_cannot_be_opened_is_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (str(tmp_path), str(tmp_path / "nowhere.jsonl")):
        with pytest.raises(UnreadableError, match="cannot be read"):
            open_document(name)
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UnreadableError, match="standard input is closed"):
        open_document("-")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_unreadable(write: Write) -> None:
    path = write("a.yaml")
    path.chmod(0)
    with pytest.raises(UnreadableError, match="ermission"):
        open_document(str(path))


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_a_document_that_was_read_is_closed(
    write: Write, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    file = files.open_file(str(write(name, "[]")))
    monkeypatch.setattr(files, "open_file", lambda *_, **__: file)
    open_document(file.name)
    assert file.rest.closed
