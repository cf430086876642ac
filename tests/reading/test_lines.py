"""Lines that are plainly right give the events that `records` makes of them, and no others do."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplo import reading
from diplo.model.events import Event
from diplo.reading.faults import Path as Where
from diplo.reading.judge import Judge
from diplo.reading.lines import Line
from diplo.terminal.errors import ContentError

Write = Callable[..., Path]

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
    with patch.object(Judge, "event", lambda *_: None):
        return loaded(*paths)


def quickly(*paths: Path) -> list[int | str]:
    """Return the numbers of the lines that are plainly right."""
    found: list[int | str] = []
    real = Judge.event

    def noting(judge: Judge, line: Line, path: Where) -> Event | None:
        event = real(judge, line, path)
        found.extend(path if event else ())
        return event

    with patch.object(Judge, "event", noting):
        reading.load([str(path) for path in paths])
    return found


def lines(records: list[dict[str, Any]]) -> str:
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)


def numbered(count: int) -> list[dict[str, Any]]:
    return [{**RIGHT, "id": f"a-{number}"} for number in range(count)]


@pytest.mark.parametrize("key", OTHERS)
@pytest.mark.parametrize("declared", [False, True])
def test_what_a_key_may_hold(write: Write, key: str, *, declared: bool) -> None:
    for value in OTHERS[key]:
        paths = [write("e.jsonl", lines([*numbered(2), {**RIGHT, key: value}]))]
        if declared:
            paths.append(write("v.json", VOCABULARY))
        assert loaded(*paths) == one_by_one(*paths), value


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
@given(RECORDS, st.booleans())
def test_lines_of_any_kind(tmp_path: Path, records: list[dict[str, Any]], escaped: bool) -> None:  # noqa: FBT001
    for number, record in enumerate(records):
        if record["id"] == "a":
            record["id"] = f"a-{number}"
    path = tmp_path / "e.jsonl"
    text = "\n".join(json.dumps(record, ensure_ascii=escaped) for record in records)
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
        '{"date":"2021","title":"\\u0022\\u0022\\u0022\\u0022","countries":["NOR"],"id":"x","id":"y"}',
        '{"id":"x","date":"2021","title":"T","countries":["NOR"],"actors":["a\\\\"],"actors":["b"]}',
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
    path = write("e.jsonl", lines([*numbered(2000), {**RIGHT, "id": "a-700"}]))
    (problem,) = reading.check([str(path)])[0]
    assert problem.place.endswith("e.jsonl:2001:8")
    assert problem.message.endswith("e.jsonl:701:1")
    assert loaded(path) == one_by_one(path)


def test_an_id_that_two_files_use(write: Write) -> None:
    one, other = write("a.jsonl", lines(numbered(3))), write("b.jsonl", lines(numbered(3)))
    assert loaded(one, other) == one_by_one(one, other)


def test_what_is_plainly_right_is_taken_quickly(write: Write) -> None:
    records = [*numbered(5), {**RIGHT, "id": None}]
    del records[1]["note"], records[2]["id"], records[3]["sources"]
    records[4]["title"] = 'Caf\u00e9 of "Støre"'
    path = write("e.jsonl", "".join(f"{json.dumps(record)}\n" for record in records))
    assert quickly(path) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "x", "date": "2021", "title": "T  U", "countries": ["NOR"]}',
        '{"id": "x", "date": "2021", "title": " T", "countries": ["NOR"]}',
        '{"id": "x", "date": "2021", "title": "T ", "countries": ["NOR"]}',
        '{"id": "x", "date": "2021", "title": "T\\tU", "countries": ["NOR"]}',
        '{"id": "x", "date": "2021", "title": "T\u3000U", "countries": ["NOR"]}',
        '{"id": "x", "date": "2021", "title": "a\\\\b", "countries": ["NOR"]}',
    ],
)
def test_what_is_not_plain_is_read_one_by_one(write: Write, line: str) -> None:
    path = write("e.jsonl", f"{line}\n")
    assert quickly(path) == []
    assert loaded(path) == one_by_one(path)


def test_a_source_that_an_earlier_line_tells_may_be_cited(write: Write) -> None:
    cited = [{"source": "new"}, {"source": "new", "title": "New"}, {"source": "new"}]
    records = [{**RIGHT, "id": f"a-{n}", "sources": [item]} for n, item in enumerate(cited)]
    declared = write("v.json", VOCABULARY)
    first, *others = (write(f"{n}.jsonl", lines([r])) for n, r in enumerate(records))
    assert loaded(declared, first, *others) == one_by_one(declared, first, *others)
    assert quickly(declared, *others) == [1]


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
