from typing import Any

import pytest
import yaml as library
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplo.reading import yaml
from diplo.reading.faults import Path
from diplo.terminal.errors import Problem
from diplo.terminal.text import refused_at
from tests.calls import calls_of
from tests.tables import each_of

LOADERS = [
    pytest.param(getattr(library, "CSafeLoader", library.SafeLoader), id="C"),
    pytest.param(library.SafeLoader, id="Python"),
]

PRINTABLE = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=8).filter(
    lambda text: refused_at(text) is None
)
NESTED: st.SearchStrategy[Any] = st.recursive(
    PRINTABLE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(PRINTABLE, inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture(params=LOADERS, autouse=True)
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "_LOADER", request.param)


def data_of(text: str) -> Any:  # noqa: ANN401  (plain data)
    data, problems = yaml.parse("f", text)
    assert problems == []
    return data


def problems_of(text: str) -> list[Problem]:
    problems = yaml.parse("f", text)[1]
    assert all(problem.file == "f" and problem.severity == "error" for problem in problems)
    return problems


def places_of(text: str) -> list[tuple[int, int]]:
    return [(problem.line, problem.column) for problem in problems_of(text)]


@each_of(
    "scalar",
    [
        "NO", "no", "yes", "on", "true", "False", "2021", "2021-08", "2021-08-15", "054", "0o17",
        "0x1F", "0b1", "1e3", "1_000", ".5", ".inf", "-.INF", ".nan", "12:30", "12:30:45", "=",
        "Null", "NULL", "none", "~1", "nulls", "/..", "/2021-08", "2021-08/..", "1994~", "1994?",
        "1994%", "196X", "-1", "+1", "2001-12-14t21:59:43.10-05:00",
    ],
)  # fmt: skip
def test_every_scalar_is_text(scalar: str) -> None:
    text = f"a: {scalar}\nb:\n- {scalar}\n{scalar}: c\n"
    assert data_of(text) == {"a": scalar, "b": [scalar], scalar: "c"}


@each_of("scalar", ["", "~", "null"])
def test_plain_empty_values_are_absent(scalar: str) -> None:
    assert data_of(f"a: {scalar}\nb:\n- {scalar}\n- x\n") == {"a": None, "b": [None, "x"]}
    assert data_of(scalar) is None


@pytest.mark.parametrize("text", ["", "~", "null"])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_quoted_empty_values_are_texts(text: str, quote: str) -> None:
    assert data_of(f"a: {quote}{text}{quote}") == {"a": text}


@each_of("key", ["'~'", '"null"', "''", '"<<"', "NO", "2021"])
def test_keys_are_texts(key: str) -> None:
    assert data_of(f"{key}: x") == {key.strip("'\""): "x"}


@each_of(
    ("text", "expected"),
    [
        ("a: >-\n  b\n  c\n", {"a": "b c"}),
        ("a: |\n  b\n  c\n", {"a": "b\nc\n"}),
        ('a: "b\\tc\\u00e9"\n', {"a": "b\tcé"}),
        ("a: b\n  c\n", {"a": "b c"}),
        ("{a: [b, {c: d}], e: {}, f: []}", {"a": ["b", {"c": "d"}], "e": {}, "f": []}),
        ("---\n- a\n...\n", ["a"]),
        ("%YAML 1.2\n---\na: b\n", {"a": "b"}),
        ("# nothing\n", None),
        ("---\n", None),
        ("x", "x"),
    ],
)
def test_documents_are_plain_data(text: str, expected: object) -> None:
    assert data_of(text) == expected


def test_everything_that_is_not_read_is_listed_with_its_place() -> None:
    text = """\
a: &x 1
b: *x
c: !!int 3
<<: {d: e}
a: 2
f:
  - !mine {g: h, g: i}
  - &y [j]
  - &z
"""
    assert [(p.line, p.column) for p in problems_of(text)] == [
        (1, 4), (2, 4), (3, 4), (4, 1), (5, 1), (7, 5), (7, 18), (8, 5), (9, 5),
    ]  # fmt: skip
    messages = [problem.message for problem in problems_of(text)]
    words = ["&x", "*x", "int", "<<", "'a'", "!mine", "'g'", "&y", "&z"]
    assert [word in message for word, message in zip(words, messages, strict=True)] == [True] * 9


@each_of(
    ("text", "line", "column", "word"),
    [
        ("a: b\n--- \nc: d\n", 2, 1, "second document"),
        ("a: b\n...\n---\nc: d\n", 3, 1, "second document"),
        ("&k a: b\n", 1, 1, "the anchor &k"),
        ("!t a: b\n", 1, 1, "the tag"),
        ("a: ! b\n", 1, 4, "the tag"),
        ("'a': b\nx:\n  <<: {c: d}\n", 3, 3, "merge"),
        ("? {a: b}\n: c\n", 1, 3, "key"),
        ("? [a]\n: c\n", 1, 3, "key"),
        ("{a: 1, 'a': 2}\n", 1, 8, "is repeated here"),
        ("? ''\n: 1\n? ''\n: 2\n", 3, 3, "is repeated here"),
    ],
)
def test_what_is_not_read_is_named_at_its_place(
    text: str, line: int, column: int, word: str
) -> None:
    (problem,) = problems_of(text)
    assert (problem.line, problem.column) == (line, column)
    assert word in problem.message


@pytest.mark.parametrize("key", ["*x : a", "? *x\n: a"])
def test_an_alias_as_a_key_is_named_once(key: str) -> None:
    messages = [problem.message for problem in problems_of(key)]
    assert sum("*x" in message for message in messages) == 1


def test_problems_come_in_the_order_of_the_text() -> None:
    places = places_of("? [\n  &x a]\n: &y b\n")
    assert len(places) == 3
    assert places == sorted(places)


@pytest.mark.parametrize("level", ["[{}]", "{{a: {}}}"])
@pytest.mark.parametrize(("levels", "passes"), [(16, True), (17, False)])
def test_sixteen_levels_may_be_nested(level: str, levels: int, *, passes: bool) -> None:
    text = "x"
    for _ in range(levels):
        text = level.format(text)
    assert (problems_of(text) == []) is passes


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[" * 17 + "]" * 17, (1, 17)),
        ("- " * 17 + "a", (1, 33)),
        ("a:\n" + "- " * 16, (2, 31)),
        # deeper than some releases of PyYAML go themselves, which they look for far ahead
        ("[" * 1001 + "]" * 1001, (1, 17)),
        ("é: x\r\na: " + "[{" * 2_000, (2, 19)),
        ("[\n" * 2_000, (17, 1)),
        ("&a [" * 2_000, (1, 65)),
        ("- " * 2_000, (1, 33)),
        ("? " * 2_000, (1, 33)),
        ("".join(f"{' ' * level}a:\n" for level in range(1_200)), (17, 17)),
    ],
    ids=lambda case: "".join(case[:8].split()) + str(len(case)) if isinstance(case, str) else "",
)
def test_deeper_nesting_is_refused_at_its_place(text: str, place: tuple[int, int]) -> None:
    (problem,) = problems_of(text)
    assert (problem.line, problem.column) == place
    assert problem.message == "nested more than 16 levels deep; an event file needs five"


def test_an_error_of_syntax_before_deep_nesting_stays_one() -> None:
    (problem,) = problems_of("a:\n" + "[{" * 2_000)
    assert (problem.line, problem.column) == (2, 1026)
    assert problem.message.startswith("not valid YAML: could not find expected ':'")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5_000,
        "- " * 1_000,
        "{" * 5_000,
        "? " * 1_000,
        "? - " * 1_000,
        "{[" * 2_500,
        "a:\n" + "[{" * 2_500,
        "&a [" * 1_000,
    ],
    ids=lambda text: "".join(text[:8].split()),
)
def test_very_deep_nesting_is_refused_quickly(text: str) -> None:
    found: list[Problem] = []
    calls, half = calls_of(lambda: found.extend(problems_of(text))), text[: len(text) // 2]
    assert found
    assert calls < 2 * calls_of(lambda: problems_of(half))


@each_of(
    ("text", "line", "hint"),
    [
        ("a: b\nc: d: e\n", 2, "quotes"),
        ("a: b\nc: @x\n", 2, "quotes"),
        ("a: b\n\tc: d\n", 2, ""),
        ('a: b\nc: "\\q"\n', 2, "single quotes"),
        ("%YAML 3.0\n---\na: b\n", 1, "1.1 and 1.2"),
        ("a:\n  - b\n - c\n", 3, "indents"),
        ("a: b\n- c\n", 2, "indents"),
        ("}", 1, "quotes"),
    ],
)
def test_syntax_errors_have_their_line_and_a_hint(text: str, line: int, hint: str) -> None:
    (problem,) = problems_of(text)
    assert problem.line == line
    assert problem.message.startswith("not valid YAML: ")
    assert hint in problem.message
    assert "\n" not in problem.message


def test_a_second_document_is_refused_in_so_many_words() -> None:
    (problem,) = problems_of("a: b\n---\nc: d\n")
    assert problem.message == "a second document starts here; an event file is one document, a list"


@each_of(
    "text", ["a: [1, 2\n", "a: {b: c\n", 'a: "b\n', "a: 'b\n", "a: *\n", "- ? a\n  b\n", "a: |3x\n"]
)
def test_unfinished_text_is_a_syntax_error(text: str) -> None:
    (problem,) = problems_of(text)
    assert problem.message.startswith("not valid YAML: ")


@pytest.mark.parametrize("escape", ["\\UFFFFFFFF", "\\U00110000"])
def test_escapes_beyond_unicode_are_a_syntax_error(escape: str) -> None:
    (problem,) = problems_of(f'- a\n- "{escape}"')
    assert problem.line == 2
    assert problem.message.startswith("not valid YAML")


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize(("many", "refused"), [(100, False), (101, True)])
def test_a_hundred_directives_may_stand(many: int, end: str, *, refused: bool) -> None:
    text = "".join(f"%TAG !a{number}! b{end}" for number in range(many))
    _, problems = yaml.parse("a.yaml", f"{text}--- [1%]\n")
    said = ["a.yaml:101:1: more than 100 directives (%); remove them"] * refused
    assert [f"{problem.place}: {problem.message}" for problem in problems] == said


def test_places_of_keys_and_values_are_found() -> None:
    text = "a:\n  b: c\n'd e' :\n  - f\n  - {g: h}\n"
    wanted: list[Path] = [(), ("a", "b"), ("d e",), ("d e", 0), ("d e", 1, "g"), ("nowhere",)]
    assert yaml.places(text, wanted) == {
        (): ((1, 1), (1, 1)),
        ("a", "b"): ((2, 3), (2, 6)),
        ("d e",): ((3, 1), (4, 3)),
        ("d e", 0): ((4, 5), (4, 5)),
        ("d e", 1, "g"): ((5, 6), (5, 9)),
    }


def test_an_empty_document_has_no_places() -> None:
    assert yaml.places("# nothing\n", [()]) == {}


def paths_in(data: object, path: Path = ()) -> dict[Path, object]:
    """Return every path in plain data with its value."""
    items: list[tuple[str | int, object]] = []
    if isinstance(data, dict):
        items = list(data.items())
    if isinstance(data, list):
        items = list(enumerate(data))
    below = [paths_in(value, (*path, key)) for key, value in items]
    return {path: data, **{key: value for part in below for key, value in part.items()}}


def dumped(data: object, flow: bool | None = None) -> str:  # noqa: FBT001
    """Write data with every text in double quotes and no long line broken."""
    layout: dict[str, Any] = {"default_style": '"', "allow_unicode": True, "width": 1_000_000}
    text: str = library.safe_dump(data, default_flow_style=flow, **layout)
    return text


def text_from(text: str, place: tuple[int, int]) -> str:
    """Return the rest of the line from a line and a column on."""
    return text.split("\n")[place[0] - 1][place[1] - 1 :]


def starts_of(value: object) -> tuple[str, ...]:
    """Return how a value may begin."""
    if isinstance(value, str):
        return (dumped(value).rstrip("\n"),)
    if isinstance(value, list):
        return ("- ", "[") if value else ("[]",)
    return ('"', "{", "? ") if value else ("{}",)


@pytest.mark.parametrize("flow", [False, True, None], ids=["block", "flow", "both"])
@given(data=NESTED)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_path_of_any_data_has_its_place(flow: bool | None, data: object) -> None:  # noqa: FBT001
    text = dumped(data, flow)
    assert data_of(text) == data
    expected = paths_in(data)
    places = yaml.places(text, list(expected))
    assert places.keys() == expected.keys()
    for path, value in expected.items():
        assert text_from(text, places[path].value).startswith(starts_of(value))
        if path and isinstance(path[-1], str):
            assert text_from(text, places[path].key).startswith(starts_of(path[-1]))
        else:
            assert places[path].key == places[path].value


def test_who_watches_is_told_how_much_of_the_text_is_read() -> None:
    told: list[float] = []
    yaml.parse("a.yaml", "- {a: [b]}\n" * 500, told.append)
    assert told == sorted(told)
    assert any(0.4 < share < 0.6 for share in told)
