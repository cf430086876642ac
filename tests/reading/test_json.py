import json as library
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo.reading import files, json
from diplo.reading.faults import DEEPEST, Path
from diplo.terminal.errors import Problem
from diplo.terminal.text import Lines
from tests.calls import calls_of
from tests.tables import each_of

AT_THE_COMMA = sys.version_info >= (3, 13)  # where Python finds one that has nothing after it
TEXTS = st.text(max_size=6) | st.sampled_from(['":', '\\":', '"', "\\", "a", "date", "NaN", "[{"])
NESTED: st.SearchStrategy[Any] = st.recursive(
    TEXTS | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
SCALARS = st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
MIXED: st.SearchStrategy[Any] = st.recursive(
    TEXTS | st.none() | SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
LAYOUTS = st.fixed_dictionaries(
    {
        "indent": st.sampled_from([None, 0, 2, "\t"]),
        "ensure_ascii": st.booleans(),
        "separators": st.sampled_from(
            [(", ", ": "), (",", ":"), (" ,\r\n", "\n:\t "), (",\t", " :\r\r")]
        ),
    }
)


def data_of(text: str) -> object:
    data, problems = json.parse("f", text)
    assert problems == []
    return data


def problems_of(text: str) -> list[Problem]:
    problems = json.parse("f", text)[1]
    assert all(problem.file == "f" and problem.severity == "error" for problem in problems)
    return problems


@each_of(
    ("text", "line", "column"),
    [
        ("[\n NaN]", 2, 2),
        ('["NaN", NaN]', 1, 9),
        ("[Infinity]", 1, 2),
        ('{"Infinity": "-Infinity", "a":\n-Infinity}', 2, 1),
        ("['a']", 1, 2),
        ("{'a': 1}", 1, 2),
        ("{a: 1}", 1, 2),
        ('["a",]', 1, 5 if AT_THE_COMMA else 6),
        ('{"a": "b",\n}', *((1, 10) if AT_THE_COMMA else (2, 1))),
        ('["a"', 1, 5),
        ('{"a"', 1, 5),
        ('{"a":', 1, 6),
        ('["abc', 1, 2),
        ('["a" "b"]', 1, 6),
        ("[] []", 1, 4),
        ("[]]", 1, 3),
        ('["a\tb"]', 1, 4),
        ('["\\x"]', 1, 3),
        ("// c\n[]", 1, 1),
        ("", 1, 1),
        ("nul", 1, 1),
        ("True", 1, 1),
        ("01", 1, 2),
        ("+1", 1, 1),
        ("[1.]", 1, 3),
    ],
)
def test_anything_but_json_is_refused_with_its_place(text: str, line: int, column: int) -> None:
    (problem,) = problems_of(text)
    assert (problem.line, problem.column) == (line, column)
    assert "JSON" in problem.message


def test_lines_that_are_taken_for_json_are_told_how_they_are_read() -> None:
    (problem,) = problems_of('{"a": "b"}\n{"a": "c"}\n')
    assert (problem.line, problem.column) == (2, 1)
    assert problem.message == (
        "not valid JSON: a second value starts here; a file is one list, or events, each with its"
        " date; others need a map (--map), which 'diplo maps f' begins"
    )
    (problem,) = problems_of('[1]\n{"a": "c"}\n')
    assert problem.message.endswith("each with its date")
    (problem,) = problems_of('{"a": "b"} 1')
    assert "extra data; look at the quotes, commas and brackets" in problem.message
    (problem,) = problems_of('[{"a": "b"}\n{"a": "c"}]\n')
    assert "expecting ',' delimiter" in problem.message


@each_of(
    ("text", "places"),
    [
        ('{"a": "b",\n "a": "c"}', [(2, 2)]),
        ('{"a": {"b": "1", "b": "2"}, "a": "3"}', [(1, 18), (1, 29)]),
        ('[{"a": "b"}, {"a": "b", "c": ["x", {"d": null,\n"d": null}]}]', [(2, 1)]),
        ('{"a": "b", "\\u0061": "c"}', [(1, 12)]),
        ('{"a": "b", "a": "c", "a": "d"}', [(1, 12), (1, 22)]),
        ('{"": [], "": []}', [(1, 10)]),
        ('{"a" : "\\":", "a"\n:"c"}', [(1, 15)]),
    ],
)
def test_repeated_keys_are_refused_at_any_depth(text: str, places: list[tuple[int, int]]) -> None:
    problems = problems_of(text)
    assert [(problem.line, problem.column) for problem in problems] == places
    assert all("is repeated here" in problem.message for problem in problems)


@each_of(
    "data",
    [
        {"a": '": "a":', "b": ['"a" :', '"a"\n:']},
        [{"a": "x"}, {"a": "x"}],
        {"a": {"a": {"a": "a"}}},
        {'a": "b': "c", "b": '\\":'},
        {"a:": "b", "a": ":"},
    ],
)  # fmt: skip
def test_texts_that_look_like_keys_are_none(data: object) -> None:
    assert data_of(library.dumps(data)) == data


def nested(level: str, levels: int) -> str:
    text = '"x"'
    for _ in range(levels):
        text = level.replace("_", text)
    return text


@pytest.mark.parametrize("level", ["[_]", '{"a": _}', '["a", _]'])
@pytest.mark.parametrize(("levels", "problems"), [(16, 0), (17, 1)])
def test_sixteen_levels_may_be_nested(level: str, levels: int, problems: int) -> None:
    found = problems_of(nested(level, levels))
    assert ["16 levels" in problem.message for problem in found] == [True] * problems


@pytest.mark.parametrize("text", ["[" * 2000, '[1,{"a":' * 1000, "[" * 2000 + "]" * 2000])
def test_the_quick_decoder_which_may_crash_sees_nothing_that_is_very_deep(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(json, "_quick", pytest.fail)
    assert "nested more than 16 levels deep" in json.parse("a.json", text)[1][0].message
    assert json.value(text.encode()) is None


@pytest.mark.parametrize(
    "text", ['[{"a": "b"}]', f"[{'[], ' * 2000}[]]", f"[{'{}, ' * 2000}[[]]]", "[[{}]]"]
)
def test_what_is_plain_is_read_by_the_quick_decoder(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(json, "_parse_slowly", pytest.fail)
    assert json.parse("a.json", text) == (library.loads(text), [])


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("[" * 25_000, 17),
        ('{"a":' * 25_000, 81),
        (nested("[_]", 100), 17),
        (nested("[_]", 900), 17),
        ('"[["' + "[" * 5_000, 21),
    ],
    ids=["brackets", "braces", "closed", "closed more", "after a text"],
)
def test_very_deep_nesting_is_refused_quickly_at_its_place(text: str, column: int) -> None:
    (problem,) = problems_of(text)
    assert calls_of(lambda: problems_of(text)) < 1000
    assert "16 levels" in problem.message
    assert (problem.line, problem.column) == (1, column)


@pytest.mark.parametrize(
    ("line", "depth", "broken"),
    [
        (b"{}]", 0, True),
        (b"]", 1, False),
        (b"[", DEEPEST - 1, False),
        (b"[", DEEPEST, True),
    ],
)
def test_brackets_are_followed_until_there_are_too_many_or_none(
    line: bytes, depth: int, *, broken: bool
) -> None:
    assert json.brackets(line, depth).broken is broken


@each_of(
    ("number", "more"),
    [
        *(("1.50", more) for more in ("", ', "b": 1, "b": 2')),
        *(("12345678901234567890.0", more) for more in ("", ', "b": 1, "b": 2')),
        *(("2e3", more) for more in ("", ', "b": 1, "b": 2')),
        ("7", ', "b": 1, "b": 2'),
    ],
)
def test_numbers_keep_how_they_are_written(number: str, more: str) -> None:
    data, _ = json.parse("f", f'{{"a": {number}{more}}}')
    assert isinstance(data, dict)
    assert data["a"] == number
    assert type(data["a"]) is json.Number


def test_what_is_within_a_repeated_key_is_not_told_again() -> None:
    text = '{"a": ["x", {"b": 1}], "a": ["x", {"b": 1}], "c": [1], "a": [{"d": 1, "d": 2}]}'
    _, problems = json.parse("f", text)
    assert [(p.column, p.message[:11]) for p in problems] == [
        (24, "the key 'a'"),
        (56, "the key 'a'"),
    ]


@pytest.mark.parametrize("number", ["9" * 5_000, "-1", "1e999", "0.1", "2021"])
@pytest.mark.parametrize("text", ['{{"a": {}}}', '{{"a": {}, "b": "\\":"}}'])
def test_numbers_are_read_but_not_as_texts(number: str, text: str) -> None:
    data = data_of(text.format(number))
    assert isinstance(data, dict)
    assert type(data["a"]) is not str


def test_lone_surrogates_stay_for_the_records_to_refuse() -> None:
    assert data_of('["\\ud800", "\\ud83d\\ude00"]') == ["\ud800", "😀"]


@each_of(
    ("line", "expected"),
    [
        (b'{"date": null}', True),
        (b' {"date": "2021", "a": [1]} \r\n', True),
        (b'{"Date": "2021"}', False),
        (b'["date"]', False),
        (b'"date"', False),
        (b'{"date": "2021"', False),
        (b'{"date": "\xff"}', False),
        (b'{"a": {"date": "2021"}}', False),
        (b'{"date": ' + b"[" * 25_000, False),
    ],
)
def test_an_event_line_is_a_whole_object_with_a_date(line: bytes, *, expected: bool) -> None:
    assert files.is_event(json.value(line)) is expected


def test_places_of_keys_and_values_are_found() -> None:
    text = '{"a": {"b" :\n"c"},\n "d\\"": ["e", {"f": null}]}'
    wanted: list[Path] = [(), ("a", "b"), ('d"',), ('d"', 0), ('d"', 1, "f"), ("nowhere",)]
    assert json.places(text, wanted) == {
        (): ((1, 1), (1, 1)),
        ("a", "b"): ((1, 8), (2, 1)),
        ('d"',): ((3, 2), (3, 9)),
        ('d"', 0): ((3, 10), (3, 10)),
        ('d"', 1, "f"): ((3, 16), (3, 21)),
    }


def skip_space(text: str, index: int) -> int:
    while text[index : index + 1] in (" ", "\t", "\r", "\n"):
        index += 1
    return index


def expected_places(text: str, at: int, key_at: int, path: Path) -> dict[Path, tuple[int, int]]:
    """Find the index of each key and value the slow way: decode what follows again and again."""
    decode = library.JSONDecoder().raw_decode
    found, opening, at, index = {path: (key_at, at)}, text[at], at + 1, 0
    while opening in "[{" and (at := skip_space(text, at)) and text[at] not in "]}":
        key, key_at = index, at
        if opening == "{":
            key, colon = decode(text, at)
            at = skip_space(text, skip_space(text, colon) + 1)
        found |= expected_places(text, at, key_at, (*path, key))
        at = skip_space(text, decode(text, at)[1])
        at += text[at] == ","
        index += 1
    return found


@given(MIXED, LAYOUTS)
def test_places_agree_with_a_slow_search(data: object, layout: dict[str, Any]) -> None:
    text = library.dumps(data, **layout)
    position = Lines(text).position
    expected = {
        path: (position(key), position(value))
        for path, (key, value) in expected_places(text, 0, 0, ()).items()
    }
    assert json.places(text, list(expected)) == expected


@given(NESTED, LAYOUTS)
def test_valid_texts_are_read_as_the_standard_library_reads_them(
    data: object, layout: dict[str, Any]
) -> None:
    text = library.dumps(data, **layout)
    assert data_of(text) == library.loads(text) == data


@pytest.mark.parametrize("text", ["[NaNx]", '{"a": Infinity1}', "[-Infinity-]"])
def test_what_begins_like_a_constant_is_refused_where_it_stands(text: str) -> None:
    _, (problem,) = json.parse("f", text)
    assert problem.message.endswith("is not JSON; write null where nothing is there")
    assert text[problem.column - 1] in "NI-"


def test_every_line_end_counts_in_a_syntax_error() -> None:
    _, (problem,) = json.parse("f", '[\r{"a":\r}')
    assert (problem.line, problem.column) == (3, 1)


@pytest.mark.parametrize(
    ("name", "command"), [("-", "'jq -r @csv'"), ("a.json", "'jq -r @csv a.json >a.csv'")]
)
def test_lists_one_after_another_lead_on_to_a_table(name: str, command: str) -> None:
    data, (problem,) = json.parse(name, '["date"]\n["2024"]\n')
    assert data is None
    assert problem.message.endswith(f"a file holds one: {command} makes a table of such lists")
