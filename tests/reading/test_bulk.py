"""Events that are taken in bulk are those that are taken one by one, and nothing else is taken."""

import contextlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplo import reading
from diplo.history.selection import Matcher, Query
from diplo.model.dates import parse_window
from diplo.reading import bulk, document, files
from diplo.reading.columns import Columns, UnplainError
from diplo.reading.opening import open_document
from diplo.terminal.errors import ContentError

Write = Callable[..., Path]
Text = Callable[[list[dict[str, Any]]], str]

RIGHT: dict[str, Any] = {
    "id": "a",
    "date": "2021-08-15",
    "title": "A title",
    "type": "treaty",
    "countries": ["norway", "SWE"],
    "actors": ["Støre"],
    "place": "Łódź",
    "summary": "One. Two.",
    "sources": ["book", {"source": "film", "locator": "page 1", "title": "The film"}],
    "note": "Øyvind's note",
    "status": {"Office": "open"},
    "earliest": "2021-08-15",
    "match": "certain",
}
# What each key may hold instead: some of it is right, some is wrong, some needs to be folded.
OTHERS: dict[str, list[Any]] = {
    "id": ["b", "c-1", "d" * 80, "e" * 81, "A", "-", "a--b", "", None, 1, "a\nb", "é", "a "],
    "date": ["2021", "196X", "[..2006]", "/..", "2021-02-30", " 2021", "", None, 2021, [], "x"],
    "title": ["T", "Two  spaces", " T", "T ", "", " ", None, 1, "a\nb", "a\tb", "\x1b", "é",
              "\u00a0"],
    "type": ["mission.closed", "Bad", "a..b", "", None, 1, "a" * 81, "unknown"],
    "countries": [["NOR"], [], ["norway", "NOR"], ["nowhere"], ["XKX"], "norway", None, [1],
                  [None]],
    "actors": [[], None, ["A", "B"], [""], [1], "A", [None], ["a\u200bb"], ["x" * 5000]],
    "place": ["P", None, "", 1, [], "\u3000", "a\u202eb"],
    "summary": ["S", None, "", "x\r\ny", {}, "\ufeff", 'say "a": b', "back\\slash"],
    "sources": [[], None, ["book"], [{}], [{"source": ""}], [{"source": "b", "x": "y"}], [1], "b",
                [{"source": "b", "locator": None}], [{"source": "b", "locator": ""}], [["b"]],
                [{"source": "B!"}], ["unknown"],
                [{"source": "book", "title": "B"}], [{"source": "book", "title": "Other"}],
                [{"source": "b", "title": "b", "kind": None}, {"source": "b", "title": "c"}],
                [{"source": "film", "title": "The  film"}], [{"source": "film", "author": "A"}],
                [{"source": "b", "date": "2021", "url": "https://a.b"}],
                [{"source": "b", "date": "2021-13"}], [{"source": "b", "url": "ftp://a.b"}],
                [{"source": "b", "date": 2021}], [{"source": "b", "publisher": ["P"]}],
                [{"source": "b", "kind": ""}], [{"source": "b", "kind": "\x1b"}]],
    "note": ["N", None, 1, "a\u0085b", "é \u200d é", "ا\u200cب", "a\u200db", "\x7f"],
    "status": [{}, None, {"A": ""}, {"": "a"}, {"A": None}, {"A": 1}, [], "A", {"A  B": "x"}],
    "earliest": [None, "soon", 1, [], "", "a\u200bb"],
    "match": [None, "possible", {}],
    "titel": ["T"],
}  # fmt: skip
VOCABULARY = (
    '{"sources": {"book": {"title": "B"}, "film": {"title": "The film"}, "b": {"title": "b"}},'
    '"types": {"treaty": {"label": "T"}, "mission.closed": {"label": "M"}}, "events": []}'
)


def loaded(*paths: Path) -> object:
    """Return what came of files: their events and codes, or all that is wrong with them."""
    names = [str(path) for path in paths]
    try:
        timeline = reading.load(names)
    except ContentError as error:
        return error.problems
    return timeline.events, timeline.codes, timeline.vocabulary, reading.check(names)


def one_by_one(*paths: Path) -> object:
    with patch.object(bulk.Reader, "take", lambda *_: None):
        return loaded(*paths)


def taken(path: Path, query: Query | None = None) -> int:
    """Return how many events are taken in bulk."""
    counts = []
    real = bulk.Reader.take

    def counting(reader: bulk.Reader, columns: Any) -> bulk.Taken | None:  # noqa: ANN401
        found = real(reader, columns)
        counts.append(len(found.ids.split("\n")) if found else 0)
        return found

    matches = Matcher(query or Query())
    with patch.object(bulk.Reader, "take", counting):
        reading.load([str(path)], lambda _: matches)
    return sum(counts)


def taken_of(path: Path) -> int:
    """Return how many events of a stream are taken in bulk, by whatever process."""

    def take(columns: Callable[[], Columns]) -> bulk.Taken | None:
        try:
            return bulk.Taken("\n".join(columns().ids), (), ())
        except UnplainError:
            return None

    with contextlib.closing(open_document(str(path))) as document:
        return sum(chunk.size for chunk in document.chunks(take) if chunk.taken)


def lines(records: list[dict[str, Any]]) -> str:
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)


def numbered(count: int) -> list[dict[str, Any]]:
    return [{**RIGHT, "id": f"a-{number}"} for number in range(count)]


@pytest.mark.parametrize(("key", "value"), [(k, v) for k, vs in OTHERS.items() for v in vs])
@pytest.mark.parametrize("declared", [False, True])
@pytest.mark.parametrize(("name", "text"), [("e.jsonl", lines), ("e.json", json.dumps)])
def test_what_a_key_may_hold(
    write: Write, name: str, text: Text, key: str, value: object, *, declared: bool
) -> None:
    records = [*numbered(2), {**RIGHT, key: value}]
    paths = [write(name, text(records))]
    if declared:
        paths.append(write("v.json", VOCABULARY))
    assert loaded(*paths) == one_by_one(*paths)


@pytest.mark.parametrize("country", ["", " ", "?"])
def test_no_country_is_blank_even_where_a_name_is_missing(write: Write, country: str) -> None:
    name = write("v.json", '{"countries": {"NOR": {}}, "events": []}')
    path = write("e.jsonl", lines([{**RIGHT, "countries": [country]}]))
    assert loaded(path, name) == one_by_one(path, name)


@pytest.mark.parametrize("key", RIGHT)
def test_what_may_be_absent(write: Write, key: str) -> None:
    path = write("e.jsonl", lines([{k: v for k, v in RIGHT.items() if k != key}]))
    assert loaded(path) == one_by_one(path)


RECORDS = st.lists(
    st.fixed_dictionaries(
        {
            key: st.one_of(
                *([st.just(RIGHT[key])] * 12 if key in RIGHT else []), st.sampled_from(v)
            )
            for key, v in OTHERS.items()
            if key != "titel"
        }
    ),
    max_size=5,
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(RECORDS, st.sampled_from([1, 2, 512]))
def test_files_of_any_kind(tmp_path: Path, records: list[dict[str, Any]], many: int) -> None:
    for number, record in enumerate(records):
        if record["id"] == "a":
            record["id"] = f"a-{number}"
    with patch.object(document, "MANY", many), patch.object(files, "_LINES", many * 200):
        for name, text in (("e.jsonl", lines(records)), ("e.json", json.dumps(records))):
            path = tmp_path / name
            path.write_text(text, encoding="utf-8", errors="surrogatepass")
            assert loaded(path) == one_by_one(path)


@pytest.mark.parametrize(
    "line",
    [
        '{"date": "2021", "title": "T", "countries": ["NOR"], "id": "x", "id": "y"}',
        '{"date": "2021", "title": "T", "countries": ["NOR"], "id" : "x"}',
        '{"date": "2021", "title": "T", "countries": ["NOR"], "id": "x", "\\u0069d": "y"}',
        '{"id": "x", "date": "2021", "title": "\\u001b", "countries": ["NOR"]}',
        '{"id": "x", "date": "2021", "title": "\\ud800", "countries": ["NOR"]}',
        '{"id":"x", "title":"T", "date":"2021", "countries":["NOR"], "status":{"a":"b","a":"c"}}',
        '{"id": "x", "date": "2021", "title": "T", "countries": ["NOR"]} ',
        '  {"id": "x", "date": "2021", "title": "T", "countries": ["NOR"]}',
        '{"id": "x", "date": "2021", "title": "T", "countries": ["NOR"]}{}',
        '{"id":"x", "title":"T", "date":"2021", "countries":["NOR"], "earliest": {"a": {"b": 1}}}',
        '{"id": "a-1", "date": "2021", "title": "Twice", "countries": ["NOR"]}',
        "",
        " ",
        "[]",
        "5",
        "null",
        "{",
        '{"id": "x", "date": "2021", "title": "\xff", "countries": ["NOR"]}',
    ],
)
@pytest.mark.parametrize("place", [0, 2, 4])
def test_lines_that_are_not_plainly_right(write: Write, line: str, place: int) -> None:
    text = lines(numbered(4)).splitlines()
    text.insert(place, line)
    path = write("e.jsonl", "\n".join(text).encode().replace(b"\xc3\xbf", b"\xff"))
    assert loaded(path) == one_by_one(path)


def test_an_id_that_is_used_twice_far_apart(write: Write) -> None:
    first, last = numbered(2000), {**RIGHT, "id": "a-700"}
    path = write("e.jsonl", lines([*first, last]))
    (problem,) = reading.check([str(path)])[0]
    assert problem.place.endswith("e.jsonl:2001:1") or ":2001:" in problem.place
    assert "e.jsonl:701:1" in problem.message
    whole = write("e.json", json.dumps([*first, last], indent=1))
    (problem,) = reading.check([str(whole)])[0]
    assert "used twice" in problem.message
    assert loaded(whole) == one_by_one(whole)


def test_an_id_that_two_files_use(write: Write) -> None:
    one, other = write("a.jsonl", lines(numbered(3))), write("b.jsonl", lines(numbered(3)))
    assert loaded(one, other) == one_by_one(one, other)


@pytest.mark.parametrize("name", ["e.jsonl", "e.json"])
def test_what_is_plainly_right_is_taken_in_bulk(write: Write, name: str) -> None:
    text = lines(numbered(1500)) if name.endswith("l") else json.dumps(numbered(1500))
    path = write(name, text)
    assert taken(path) == 1500
    assert loaded(path) == one_by_one(path)


def test_what_some_events_lack_and_escapes_are_taken_in_bulk(write: Write) -> None:
    records = numbered(10)
    del records[3]["note"], records[5]["note"], records[7]["sources"]
    records[2]["title"] = 'Caf\u00e9 "Støre"'
    path = write("e.jsonl", "".join(f"{json.dumps(record)}\n" for record in records))
    assert taken(path) == 10


def test_yaml_is_taken_in_bulk_too() -> None:
    path = reading.bundled()
    assert taken(Path(path)) == len(reading.load([path]).events) > 50


@pytest.mark.parametrize("certain", [False, True])
@pytest.mark.parametrize("codes", [(), ("NOR",), ("SWE",), ("NOR", "SWE")])
def test_only_what_may_match_is_kept(
    write: Write, codes: tuple[str, ...], *, certain: bool
) -> None:

    records = [
        {**RIGHT, "id": f"a-{n}", "date": when, "countries": where}
        for n, (when, where) in enumerate(
            (when, where)
            for when in ("2020", "2021", "2021-08", "202X", "2021?", "/..")
            for where in (["NOR"], ["SWE"], ["NOR", "SWE"])
        )
    ]
    path = write("e.jsonl", lines(records))
    query = Query(
        tuple(frozenset({code}) for code in codes),
        parse_window("2021", date(2025, 1, 1)),
        certain=certain,
    )
    assert taken(path, query) == len(records)
    kept = reading.load([str(path)], lambda _: Matcher(query)).events
    every = reading.load([str(path)]).events
    assert list(kept) == [event for event in every if Matcher(query)(event)]


SOURCE = "{source: s, title: The source}"


@pytest.mark.parametrize("first", ["a.yaml", "a.jsonl"])
def test_lines_that_tell_a_source_otherwise_are_refused(tmp_path: Path, first: str) -> None:
    def lines(title: str) -> str:
        events = (
            {"id": f"{title}-{n}", "date": "2021", "title": "T", "countries": ["NOR"]}
            | {"sources": [{"source": "s", "title": title}]}
            for n in range(3)
        )
        return "".join(f"{json.dumps(event)}\n" for event in events)

    one = f"- {{date: 2021, title: T, countries: [NOR], sources: [{SOURCE}]}}\n"
    (tmp_path / first).write_text(one if first == "a.yaml" else lines("first"))
    (tmp_path / "b.jsonl").write_text(lines("second"))
    with pytest.raises(ContentError) as caught:
        reading.load([str(tmp_path / first), str(tmp_path / "b.jsonl")])
    assert {(Path(p.file).name, p.line) for p in caught.value.problems} == {
        ("b.jsonl", line) for line in (1, 2, 3)
    }
