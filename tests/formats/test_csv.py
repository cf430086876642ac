"""CSV and TSV: what a spreadsheet or a script reads is what was written, and runs nothing."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import EVERYTHING, report_of, timeline_of, written

Write = Callable[..., Path]

DELIMITERS = {"csv": ",", "tsv": "\t"}
KEYS = [
    *("id", "date", "earliest", "latest", "precision", "match", "title", "summary", "type"),
    *("countries", "actors", "place", "sources", "note", "status"),
]
FORMULAS = "=+-@\t＝＋－＠"
# No text of a file holds a carriage return.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"))


def read(name: str, text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=DELIMITERS[name]))


@pytest.mark.parametrize("name", DELIMITERS)
def test_the_header_has_every_key_and_each_line_every_value(name: str, write: Write) -> None:
    header, least, everything = read(name, written(name, timeline_of(write("e.yaml", EVERYTHING))))
    assert header == KEYS
    assert dict(zip(KEYS, everything, strict=True)) == {
        "id": "everything",
        "date": "2021-08/..",
        "earliest": "2021-08-01",
        "latest": "",
        "precision": "span",
        "match": "certain",
        "title": 'The "office", as it was called',
        "summary": "One. Two.",
        "type": "mission.closed",
        "countries": "SWE; NOR",
        "actors": "Jonas Gahr Støre; =1+1",
        "place": "Łódź",
        "sources": "book (page 1); film",
        "note": "'=1+1",
        "status": "Office in Łódź: closed; Envoy: gone",
    }
    assert {key: value for key, value in zip(KEYS, least, strict=True) if value} == {
        "id": "least",
        "date": "[..2006]",
        "latest": "2006-12-31",
        "precision": "range",
        "match": "certain",
        "title": "Least",
        "countries": "NOR",
    }


@pytest.mark.parametrize("name", DELIMITERS)
def test_lines_end_as_on_unix(name: str) -> None:
    text = written(name, report_of([{"a": "b", "c": 1}], "a", "c"))
    assert text == f"a{DELIMITERS[name]}c\nb{DELIMITERS[name]}1\n"


@pytest.mark.parametrize("name", DELIMITERS)
def test_nothing_is_the_header(name: str) -> None:
    assert written(name, report_of([], "a", "b")) == f"a{DELIMITERS[name]}b\n"


@pytest.mark.parametrize("name", DELIMITERS)
@pytest.mark.parametrize("start", FORMULAS)
def test_a_formula_is_made_a_text(name: str, start: str) -> None:
    text = written(name, report_of([{"a": f"{start}1+1", "b": f"1{start}1"}], "a", "b"))
    assert read(name, text)[1] == [f"'{start}1+1", f"1{start}1"]


@pytest.mark.parametrize("name", DELIMITERS)
def test_a_formula_in_a_list_is_made_a_text_too(name: str) -> None:
    rows: list[dict[str, Any]] = [{"a": ["=1", "=2"], "b": {"=3": "4"}}]
    assert read(name, written(name, report_of(rows, "a", "b")))[1] == ["'=1; =2", "'=3: 4"]


@pytest.mark.parametrize("name", DELIMITERS)
@given(rows=st.lists(st.fixed_dictionaries({"a": TEXTS, "b": TEXTS})))
def test_what_is_read_is_what_was_written(name: str, rows: list[dict[str, str]]) -> None:
    def safe(text: str) -> str:
        return f"'{text}" if text.lstrip("'").startswith(tuple(FORMULAS)) else text

    found = read(name, written(name, report_of(rows, "a", "b")))
    assert found == [["a", "b"], *([safe(row["a"]), safe(row["b"])] for row in rows)]
