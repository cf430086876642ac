"""JSON and JSON Lines: the contract for scripts, and input for diplo itself."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from diplo import reading
from diplo.history.selection import Query
from diplo.model.dates import Window
from diplo.reports import Report
from tests.conftest import EVERYTHING, report_of, timeline_of, written

NONES = dict.fromkeys(("author", "publisher", "date", "url"))
Write = Callable[..., Path]


def read(name: str, report: Report) -> Any:  # noqa: ANN401  (whatever the report holds)
    text = written(name, report)
    return json.loads(text) if name == "json" else [json.loads(s) for s in text.split("\n")[:-1]]


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_every_key_is_there_in_order_and_what_is_absent_is_empty(name: str, write: Write) -> None:
    least, everything = read(name, timeline_of(write("e.yaml", EVERYTHING)))
    assert list(everything.items()) == [
        ("id", "everything"),
        ("date", "2021-08/.."),
        ("earliest", "2021-08-01"),
        ("latest", None),
        ("precision", "span"),
        ("match", "certain"),
        ("title", 'The "office", as it was called'),
        ("summary", "One. Two."),
        ("type", "mission.closed"),
        ("countries", ["SWE", "NOR"]),
        ("actors", ["Jonas Gahr Støre", "=1+1"]),
        ("place", "Łódź"),
        (
            "sources",
            [
                {"source": "book", "locator": "page 1", "title": "The book", "kind": None, **NONES},
                {"source": "film", "locator": None, "title": "The film", "kind": "film", **NONES},
            ],
        ),
        ("note", "=1+1"),
        ("status", {"Office in Łódź": "closed", "Envoy": "gone"}),
    ]
    assert list(least.items()) == [
        ("id", "least"),
        ("date", "[..2006]"),
        ("earliest", None),
        ("latest", "2006-12-31"),
        ("precision", "range"),
        ("match", "certain"),
        ("title", "Least"),
        ("summary", None),
        ("type", None),
        ("countries", ["NOR"]),
        ("actors", []),
        ("place", None),
        ("sources", []),
        ("note", None),
        ("status", {}),
    ]


@pytest.mark.parametrize("name", ["json", "jsonl"])
@pytest.mark.parametrize(
    ("window", "matches"),
    [
        (None, {"least": "certain", "everything": "certain"}),
        (Window(732_000), {"everything": "certain", "least": "possible"}),
        (Window(738_500), {"everything": "ongoing"}),
        (Window(732_000, 738_015), {"least": "possible", "everything": "possible"}),
    ],
)
def test_each_event_says_how_it_matches_in_the_order_of_the_parts(
    name: str, window: Window | None, matches: dict[str, str], write: Write
) -> None:
    found = read(name, timeline_of(write("e.yaml", EVERYTHING), Query(window=window)))
    assert [(event["id"], event["match"]) for event in found] == [*matches.items()]


@pytest.mark.parametrize(("name", "text"), [("json", "[]\n"), ("jsonl", "")])
def test_nothing(name: str, text: str) -> None:
    assert written(name, report_of([], "a")) == text


def test_text_is_not_escaped_to_ascii() -> None:
    rows: list[dict[str, Any]] = [{"a": "Støre 中 🇳🇴"}, {"a": None}]
    assert written("jsonl", report_of(rows, "a")) == '{"a": "Støre 中 🇳🇴"}\n{"a": null}\n'
    assert written("json", report_of(rows, "a")) == '[\n{"a": "Støre 中 🇳🇴"},\n{"a": null}\n]\n'


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_numbers_and_controls_are_read_as_they_were_written(name: str) -> None:
    rows: list[dict[str, Any]] = [
        {"a": 3, "b": "\x00\x1b\n\x85\u2028"},
        {"a": -1, "b": ["", '"\\']},
    ]
    assert read(name, report_of(rows, "b", "a")) == rows


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_colours_and_widths_do_not_matter(name: str) -> None:
    report = report_of([{"a": "long " * 100}], "a")
    assert written(name, report, width=20, colours=256) == written(name, report)


@pytest.mark.parametrize(("name", "file"), [("json", "e.json"), ("jsonl", "e.jsonl")])
def test_what_is_written_is_read_back(name: str, file: str, write: Write) -> None:
    path = write("e.yaml", EVERYTHING)
    copy = write(file, written(name, timeline_of(path)))
    first, second = (reading.load([str(p)]) for p in (path, copy))
    assert {event.id: event for event in first.events} == {e.id: e for e in second.events}
    # What the file declares of its sources stands beside each citation.
    assert second.vocabulary.described == first.vocabulary.sources
    assert written(name, timeline_of(copy)) == written(name, timeline_of(path))
