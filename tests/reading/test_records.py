from collections.abc import Callable
from pathlib import Path

import pytest

from diplo.model.events import Citation, Country, Event, EventType, Source
from diplo.reading import load
from diplo.terminal.errors import ContentError
from tests.reading.test_merge import entry, errors, loaded

Write = Callable[..., Path]
Faults = Callable[[str], list[str]]
Read = Callable[[str], Event]

NORWAY = "countries: [NOR]"
DERIVED = ("earliest", "latest", "precision", "match")
FILE_KEYS = ("title", "as_of", "sources", "countries", "types")
TEXT_KEYS = ("title", "place", "summary", "note", "type", "id", "date")


@pytest.fixture
def faults(write: Write) -> Faults:
    """Return what is wrong with the text of a YAML file, as "line:column: message"."""
    return lambda text: [error.removeprefix("a.yaml:") for error in errors(write("a.yaml", text))]


@pytest.fixture
def event(write: Write) -> Read:
    """Return the one event of a file: date 2021, title T and these keys."""

    def read(more: str) -> Event:
        (found,) = loaded(write("a.yaml", entry(more=more))).events
        return found

    return read


def with_event(**changes: str) -> str:
    """Return a file of one event, a key a line, the keys changed or (by "-") left out."""
    keys = {"date": "2021", "title": "T", "countries": "[NOR]", **changes}
    lines = [f"{key}: {value}" for key, value in keys.items() if value != "-"]
    return "- " + "\n  ".join(lines) + "\n"


def declaring(kind: str, key: str, fields: str) -> str:
    return f"events: []\n{kind}:\n  {key}:\n    {fields}\n"


def test_every_field_of_an_event_is_read(write: Write) -> None:
    (found,) = loaded(
        write(
            "a.yaml",
            """\
- id: a-1
  date: 2021-08/..
  title: T
  type: mission.closed
  countries: [Norway, AFG]
  actors: [A, B]
  place: Oslo
  summary: S
  sources: [x, {source: y, locator: p. 1}]
  note: N
  status: {A: b, C: d}
""",
        )
    ).events
    assert found.date.text == "2021-08/.."
    assert found == Event(
        "a-1", found.date, "T", ("NOR", "AFG"), "mission.closed", ("A", "B"), "Oslo", "S",
        (Citation("x"), Citation("y", "p. 1")), "N", {"A": "b", "C": "d"},
    )  # fmt: skip


def test_every_declaration_is_read(write: Write) -> None:
    text = """\
title: T
as_of: 2025-06-20
sources:
  a-b: {title: A, kind: K, author: B, publisher: P, date: 196X, url: "https://example.org/?a=b"}
  c: {title: C}
countries:
  NOR: {name: Norway, aliases: [Norge, Noreg]}
  XKX: {name: Kosovo}
types:
  a: {label: A}
  a.b-c: {label: B, description: D, plover: P, cameo: 054}
events:
"""
    vocabulary = loaded(write("a.yaml", text + entry())).vocabulary
    assert (vocabulary.title, str(vocabulary.as_of)) == ("T", "2025-06-20")
    date = vocabulary.sources["a-b"].date
    assert date is not None
    assert date.text == "196X"
    url = "https://example.org/?a=b"
    assert list(vocabulary.sources.values()) == [
        Source("a-b", "A", "K", "B", "P", date, url), Source("c", "C"),
    ]  # fmt: skip
    assert list(vocabulary.countries.values()) == [
        Country("NOR", "Norway", ("Norge", "Noreg")), Country("XKX", "Kosovo"),
    ]  # fmt: skip
    assert list(vocabulary.types.values()) == [
        EventType("a", "A"), EventType("a.b-c", "B", "D", "P", "054"),
    ]  # fmt: skip


TOLD = """\
- date: 2001
  title: A
  countries: [NOR]
  sources:
  - {source: x, locator: p. 1, title: " X\t\ty", kind: book, author: A, publisher: P, date: 196X,
     url: "https://a.b"}
  - {source: y, locator: p. 2}
"""
SAME = (
    "{source: x, url: 'https://a.b', title: X y, kind: book, author: A, publisher: P, date: 196X}"
)


def test_an_event_tells_what_a_source_is_that_no_file_declares(write: Write) -> None:
    timeline = loaded(write("a.yaml", TOLD + entry(more=f"countries: [NOR], sources: [x, {SAME}]")))
    told = timeline.vocabulary.described
    date = told["x"].date
    assert date is not None
    assert date.text == "196X"
    assert told == {"x": Source("x", "X y", "book", "A", "P", date, "https://a.b")}
    assert timeline.vocabulary.sources == {}
    first, second = timeline.events
    assert first.sources == (Citation("x", "p. 1"), Citation("y", "p. 2"))
    assert second.sources == (Citation("x"), Citation("x"))


@pytest.mark.parametrize(
    ("changed", "place", "key"),
    [
        ("title: X y>title: X Y", "8:93", "title"),
        ("kind: book>kind: film", "8:104", "kind"),
        ("date: 196X>date: 1960", "8:141", "date"),
        (", publisher: P>", "8:54", "publisher"),
    ],
)
def test_a_source_is_told_the_same_wherever_it_is_told(
    write: Write, changed: str, place: str, key: str
) -> None:
    before, _, after = changed.partition(">")
    other = SAME.replace(before, after)
    path = write("a.yaml", TOLD + entry(more=f"countries: [NOR], sources: [{other}]"))
    said = f"the source 'x' has another {key} elsewhere; make both the same; see {path}:5:5"
    assert errors(path) == [f"a.yaml:{place}: {said}"]


@pytest.mark.parametrize(
    "cited", ["[{source: film, title: F}, film]", "[{source: film, title: F}]"]
)
def test_what_tells_its_title_needs_no_declaration_where_others_have_one(
    write: Write, cited: str
) -> None:
    declared = "sources: {book: {title: B}}\nevents:\n"
    first = entry(more=f"countries: [NOR], sources: {cited}")
    again = entry(more="countries: [NOR], sources: [film, book]")
    timeline = loaded(write("a.yaml", f"{declared}{first}{again}"))
    assert timeline.vocabulary.described == {"film": Source("film", "F")}
    assert timeline.events[1].sources == (Citation("film"), Citation("book"))
    (fault,) = errors(write("b.yaml", f"{declared}{again}{first}"))
    assert "the source 'film' is not declared" in fault


def test_lines_with_their_sources_are_read_beside_declared_ones(write: Write) -> None:
    line = '{"id": "%s", "date": "2021", "title": "T", "countries": ["NOR"], "sources": %s}\n'
    told = '[{"source": "film", "locator": "p. 1", "title": "F", "kind": null}]'
    lines = write("a.jsonl", line % ("a", told) + line % ("b", '["film", "book"]'))
    other = write("b.yaml", "sources: {book: {title: B}}\nevents: []\n")
    timeline = loaded(lines, other)
    assert [event.sources[0].source for event in timeline.events] == ["film", "film"]
    assert timeline.vocabulary.source("film").title == "F"


@pytest.mark.parametrize(
    ("declared", "told", "key"),
    [
        ("title: X y", "title: X y", ""),
        ("title: X y, author: A", "title: X y", ""),
        ("title: X y, author: A", "author: A", ""),
        ("title: X y", "title: x y", "title"),
        ("title: X y", "author: A", "author"),
        ("title: X y, author: B", "author: A", "author"),
    ],
)
def test_what_is_told_of_a_declared_source_is_what_is_declared(
    write: Write, declared: str, told: str, key: str
) -> None:
    text = f"sources:\n  x: {{{declared}}}\nevents:\n"
    cited = f"countries: [NOR], sources: [{{source: x, {told}}}]"
    path = write("a.yaml", text + entry(more=cited))
    said = f"'x' is declared with another {key}, or none; make both the same; see {path}:2:3"
    assert [error.partition(" ")[2] for error in errors(path)] == [said] * bool(key)
    if not key:
        assert loaded(path).vocabulary.described == {}


@pytest.mark.parametrize("second", ["a.jsonl", "b.jsonl", "b.json", "b.yaml"])
def test_tellings_of_several_files_are_the_same(write: Write, second: str) -> None:
    line = '{"id": "%s", "date": "2021", "title": "T", "countries": ["NOR"], "sources": %s}'
    one = line % ("a", '["y", {"source": "x", "title": "X"}]')
    other = line % ("b", '[{"source": "x", "title": "Y"}]')
    if second == "a.jsonl":
        names = [str(write("a.jsonl", f"{one}\n{other}\n"))]
    else:
        names = [str(write("a.jsonl", f"{one}\n")), str(write(second, f"[{other}]"))]
        if second == "b.jsonl":
            write(second, f"{other}\n")
    with pytest.raises(ContentError) as raised:
        load(names)
    (problem,) = raised.value.problems
    assert problem.message.endswith(f"; see {names[0]}:1:1")
    assert problem.file == names[-1]
    again = write("c.jsonl", one.replace('"a"', '"c"'))
    assert list(loaded(write("d.jsonl", one), again).vocabulary.described) == ["x"]


@pytest.mark.parametrize("empty", ["", "~", "null"])
def test_optional_fields_may_be_absent(write: Write, empty: str) -> None:
    names = ("id", "type", "actors", "place", "summary", "sources", "note", "status")
    (found,) = loaded(write("a.yaml", with_event(**dict.fromkeys(names, empty)))).events
    assert found == Event("2021-t", found.date, "T", ("NOR",))
    top = "".join(f"{key}: {empty}\n" for key in FILE_KEYS)
    assert loaded(write("b.yaml", f"{top}events: []\n")).events == ()


def test_white_space_is_folded(write: Write) -> None:
    text = """\
types: {a: {label: " A\\t \\n b "}}
events:
- date: "\\t2021 "
  title: "  a \\t\\n\\r b\\r\\nc "
  countries: [" Norway\\n"]
  actors: ["a\\n\\nb"]
  sources: [{source: " x ", locator: "p.\\t1"}]
  status: {" a \\n b": "c\\td "}
  summary: |
    d
      e

    f
"""
    timeline = loaded(write("a.yaml", text))
    (found,) = timeline.events
    assert timeline.vocabulary.types["a"].label == "A b"
    assert found == Event(
        "2021-a-b-c", found.date, "a b c", ("NOR",), actors=("a b",), summary="d e f",
        sources=(Citation("x", "p. 1"),), status={"a b": "c d"},
    )  # fmt: skip
    assert found.date.text == "2021"


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        (with_event(date="-"), "1:3", "'date'"),
        (with_event(title="-"), "1:3", "'title'"),
        (with_event(countries="-"), "1:3", "'countries'"),
        (with_event(title="~"), "2:3", "'title'"),
        (with_event(countries="null"), "3:3", "'countries'"),
        (with_event(sources="[{locator: x}]"), "4:13", "'source'"),
        (declaring("sources", "a", "kind: book"), "3:3", "'title'"),
        (declaring("countries", "NOR", "aliases: [N]"), "3:3", "'name'"),
        (declaring("types", "a", "cameo: x"), "3:3", "'label'"),
        (declaring("types", "a", "label: ~"), "4:5", "'label'"),
        ("title: T\n", "1:1", "'events'"),
    ],
)
def test_required_keys_are_required(faults: Faults, text: str, place: str, word: str) -> None:
    (fault,) = faults(text)
    assert fault.startswith(f"{place}: {word} is missing")


def test_a_file_says_that_it_has_no_events(faults: Faults) -> None:
    wrong = "2:1: 'events' has no value; write a list, or events: []"
    assert faults("title: T\nevents:\n") == [wrong]
    assert faults("title: T\nevents: []\n") == []


@pytest.mark.parametrize(
    ("text", "place", "near"),
    [
        (with_event(title="-", titel="T"), "3:3", "title"),
        (with_event(date="-", Date="2021"), "3:3", "date"),
        (with_event(countries="-", country="[NOR]"), "3:3", "countries"),
        (with_event(summery="S"), "4:3", "summary"),
        (with_event(sources="[{sorce: a}]"), "4:14", "source"),
        (declaring("sources", "a", "titel: A"), "4:5", "title"),
        (declaring("countries", "NOR", "nmae: N"), "4:5", "name"),
        (declaring("types", "a", "lable: A"), "4:5", "label"),
        ("title: T\nevent: []\n", "2:1", "events"),
    ],
)
def test_a_misspelt_key_is_one_problem_with_a_suggestion(
    faults: Faults, text: str, place: str, near: str
) -> None:
    (fault,) = faults(text)
    assert fault.startswith(f"{place}: unknown key ")
    assert f"did you mean '{near}'" in fault


@pytest.mark.parametrize(
    ("text", "place", "key"),
    [
        (with_event(xyzzy="1"), "4:3", "summary"),
        ("xyzzy: 1\nevents: []\n", "1:1", "as_of"),
        (declaring("countries", "NOR", "{name: N, xyzzy: 1}"), "4:15", "aliases"),
    ],
)
def test_an_unknown_key_like_no_other_names_the_keys(
    faults: Faults, text: str, place: str, key: str
) -> None:
    (fault,) = faults(text)
    assert fault.startswith(f"{place}: unknown key 'xyzzy'")
    assert key in fault
    assert "did you mean" not in fault


@pytest.mark.parametrize("value", ["x", "~", "[a, {b: c}]"])
def test_derived_keys_are_ignored_in_events(event: Read, value: str) -> None:
    found = event(", ".join([NORWAY, *(f"{key}: {value}" for key in DERIVED)]))
    assert found == Event("2021-t", found.date, "T", ("NOR",))


@pytest.mark.parametrize("key", DERIVED)
@pytest.mark.parametrize(
    "text",
    [
        "_: x\nevents: []\n",
        declaring("sources", "a", "{title: A, _: x}"),
        declaring("countries", "NOR", "{name: A, _: x}"),
        declaring("types", "a", "{label: A, _: x}"),
        with_event(sources="[{source: a, _: x}]"),
    ],
    ids=["file", "source", "country", "type", "citation"],
)
def test_derived_keys_are_unknown_elsewhere(faults: Faults, text: str, key: str) -> None:
    (fault,) = faults(text.replace("_", key))
    assert f"unknown key '{key}'" in fault


@pytest.mark.parametrize("key", TEXT_KEYS)
@pytest.mark.parametrize(("data", "kind"), [("[a]", "list"), ("{a: b}", "mapping")])
def test_texts_may_be_nothing_else(faults: Faults, key: str, data: str, kind: str) -> None:
    (fault,) = faults(with_event(**{key: data}))
    assert kind in fault or "quotes" in fault


@pytest.mark.parametrize("blank", ['""', "''", '" "', '"\\t\\n "'])
@pytest.mark.parametrize("key", TEXT_KEYS)
def test_blank_texts_are_refused(faults: Faults, key: str, blank: str) -> None:
    (fault,) = faults(with_event(**{key: blank}))
    assert "blank" in fault


@pytest.mark.parametrize(
    ("changes", "place", "word"),
    [
        ({"countries": "NOR"}, "3:14", "[NOR]"),
        ({"countries": "{NOR: x}"}, "3:14", "list"),
        ({"countries": "[[NOR]]"}, "3:15", "list"),
        ({"countries": "[NOR, ~]"}, "3:20", "empty"),
        ({"countries": "[]"}, "3:14", "at least one"),
        ({"countries": "[NOR, SWE, NO]"}, "3:25", "NOR"),
        ({"countries": "[Norway, NOR]"}, "3:23", "NOR"),
        ({"countries": "[SUN, SUN]"}, "3:20", "SUN"),
        ({"countries": '["Norwya"]'}, "3:15", "norway"),
        ({"countries": "[zzq]"}, "3:15", "zzq"),
        ({"countries": "[ZZ]"}, "3:15", "ZZ"),
        ({"countries": "[Korea]"}, "3:15", "PRK"),
        ({"countries": '["NOR\\e"]'}, "3:15", "U+001B"),
        ({"actors": "A"}, "4:11", "[A]"),
        ({"actors": "[A, [B]]"}, "4:15", "list"),
        ({"actors": "[A, '']"}, "4:15", "blank"),
        ({"actors": "[A, ]\n  place: [B]"}, "5:10", "list"),
        ({"status": "recognised"}, "4:11", "mapping"),
        ({"status": "[a]"}, "4:11", "mapping"),
        ({"status": "{a: [b]}"}, "4:15", "list"),
        ({"status": "{a: ~}"}, "4:15", "empty"),
        ({"status": "{a: ''}"}, "4:15", "blank"),
        ({"status": "{'': a}"}, "4:12", "blank"),
        ({"status": '{"a\\u202e": b}'}, "4:12", "U+202E"),
        ({"title": '"a\\e[31mb"'}, "2:10", "U+001B"),
        ({"title": '"a\\u200bb"'}, "2:10", "U+200B"),
        ({"sources": "a"}, "4:12", "[a]"),
        ({"sources": "{source: a}"}, "4:12", "list"),
        ({"sources": "[[a]]"}, "4:13", "list"),
        ({"sources": "[A B]"}, "4:13", "'A B'"),
        ({"sources": "[{source: A}]"}, "4:22", "'A'"),
        ({"sources": "[~]"}, "4:13", "source"),
        ({"sources": "[{source: a, locator: [p]}]"}, "4:34", "list"),
        ({"sources": "[{source: a, title: ''}]"}, "4:32", "blank"),
        ({"sources": "[{source: a, date: soon}]"}, "4:31", "soon"),
        ({"sources": "[{source: a, url: 'ftp://x'}]"}, "4:30", "http"),
        ({"sources": "[{source: a, author: [A]}]"}, "4:33", "list"),
        ({"date": "[..2006]"}, "1:9", '"[..2006]"'),
        ({"date": "2021-13"}, "1:9", "2021-13"),
        ({"date": "28 May 2024"}, "1:9", "28 May 2024"),
        ({"date": "２０２１"}, "1:9", "２０２１"),
    ],
)
def test_faulty_fields_are_refused_at_their_place(
    faults: Faults, changes: dict[str, str], place: str, word: str
) -> None:
    (fault,) = faults(with_event(**changes))
    assert fault.startswith(f"{place}: ")
    assert word in fault


@pytest.mark.parametrize("name", ["a", "0", "a-b", "2021-08-x9", "a" * 80])
def test_good_ids_are_taken(event: Read, name: str) -> None:
    assert event(f'{NORWAY}, id: "{name}"').id == name


@pytest.mark.parametrize("name", ["A", "a_b", "-a", "a-", "a--b", "a b", "é", "a.b", "a" * 81])
def test_bad_ids_are_refused(faults: Faults, name: str) -> None:
    (fault,) = faults(with_event(id=f'"{name}"'))
    assert fault.startswith("4:7: ")
    assert "id" in fault


@pytest.mark.parametrize("name", ["a", "a.b", "a-b.c-d.e", "2.1"])
def test_good_types_are_taken(event: Read, name: str) -> None:
    assert event(f'{NORWAY}, type: "{name}"').type == name


@pytest.mark.parametrize("name", ["A", ".a", "a.", "a..b", "a.-b", "a b", "a_b", "a/b"])
def test_bad_types_are_refused(faults: Faults, name: str) -> None:
    (fault,) = faults(with_event(type=f'"{name}"'))
    assert fault.startswith(f"4:9: '{name}' is not a type")


def test_countries_keep_their_order(event: Read) -> None:
    countries = "countries: [PSE, Norway, 'viet-nam', SUN, af, ZZZ, cote d'ivoire, ALB]"
    expected = ("PSE", "NOR", "VNM", "SUN", "AFG", "ZZZ", "CIV", "ALB")
    assert event(countries.replace("cote d'ivoire", '"cote d\'ivoire"')).countries == expected


def test_countries_of_the_file_come_first(write: Write) -> None:
    text = "countries: {XNO: {name: Norway, aliases: [NO, Nordland]}}\nevents:\n"
    (found, other) = loaded(
        write("a.yaml", text + entry(more="countries: [norway]") + entry(more="countries: [NO]"))
    ).events
    assert (found.countries, other.countries) == (("XNO",), ("XNO",))


def test_a_code_that_several_countries_share_is_no_guess(faults: Faults) -> None:
    text = (
        "countries: {NOR: {name: Norway, aliases: [UNO]}, SWE: {name: Sweden, aliases: [UNO]}}\n"
        "events:\n"
    )
    (fault,) = faults(text + entry(more="countries: [UNO]"))
    assert "NOR" in fault
    assert "SWE" in fault


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("{name: SWE}", "4:12"),
        ("{name: The S.w.e.}", "4:12"),
        ("{name: A, aliases: [SE, SWE]}", "4:29"),
        ("{name: A, aliases: [~, swe]}", "4:28"),
    ],
)
def test_a_name_that_hides_the_code_of_another_country_is_refused(
    faults: Faults, fields: str, place: str
) -> None:
    fault = faults(declaring("countries", "ABC", fields))[-1]
    assert fault.startswith(f"{place}: ")
    assert fault.endswith(" as a name hides SWE, the code of Sweden; write another name")


@pytest.mark.parametrize(
    ("key", "name"),
    [
        *(("SWE", "SWE"), ("SWE", "swe"), ("ABC", "SE"), ("ABC", "SUN"), ("ABC", "XYZ")),
        *(("ABC", "S W E"), ("ABC", "Sweden"), ("ABC", "The"), ("ABC", "SWEX")),
        *(("ABC", "The S.w.é."), ("ABC", "ＳＷＥ"), ("ABC", "ßE")),  # which are no codes
    ],
)
def test_other_names_hide_no_code(write: Write, key: str, name: str) -> None:
    declared = f"countries: {{{key}: {{name: N, aliases: ['{name}']}}}}\nevents:\n"
    codes = [entry(more=f"countries: [{code}]") for code in ("SWE", "ABC", f"'{name}'")]
    timeline = loaded(write("a.yaml", declared + codes[0] + codes[1] + codes[2]))
    found = [code for event in timeline.events for code in event.countries]
    assert found == ["SWE", "ABC", key]


@pytest.mark.parametrize("day", ["2025-06", "2025", "2025-06-20~", "2025-06-20?", "x", "/.."])
def test_the_last_day_of_a_file_is_a_plain_day(faults: Faults, day: str) -> None:
    (fault,) = faults(f'as_of: "{day}"\nevents: []\n')
    assert fault.startswith("1:8: ")


@pytest.mark.parametrize(
    ("declared", "more", "near"),
    [
        ("types: {mission: {label: M}}", "type: mision", "did you mean 'mission'"),
        ("types: {mission: {label: M}}", "type: mission.closed", "did you mean 'mission'"),
        ("types: {mission: {label: M}}", "type: xyzzy", "declare it"),
        ("sources: {a-book: {title: B}}", "sources: [a-bok]", "did you mean 'a-book'"),
        ("sources: {a-book: {title: B}}", "sources: [xyzzy]", "declare it"),
        ("sources: {a-book: {title: B}}", "sources: [{source: xyzzy, kind: X}]", "tell its title"),
    ],
)
def test_undeclared_words_are_refused_where_a_file_declares_any(
    faults: Faults, event: Read, declared: str, more: str, near: str
) -> None:
    (fault,) = faults(f"{declared}\nevents:\n{entry(more=f'{NORWAY}, {more}')}")
    assert fault.startswith("3:")
    assert "is not declared" in fault
    assert near in fault
    assert event(f"{NORWAY}, {more}").title == "T"


@pytest.mark.parametrize(
    ("kind", "key", "fields", "place", "word"),
    [
        ("sources", "A", "title: T", "3:3", "'A'"),
        ("sources", "a.b", "title: T", "3:3", "'a.b'"),
        ("sources", "a" * 81, "title: T", "3:3", "id"),
        ("sources", "a", "title: [T]", "4:12", "list"),
        ("sources", "a", "{title: T, date: 2021-13}", "4:22", "2021-13"),
        ("sources", "a", "{title: T, date: [..2006]}", "4:22", "quotes"),
        ("sources", "a", "{title: T, url: 'ftp://x'}", "4:21", "http"),
        ("sources", "a", "{title: T, url: 'https://'}", "4:21", "http"),
        ("sources", "a", "{title: T, url: 'https://a b'}", "4:21", "http"),
        *(
            ("sources", "a", f"{{title: T, url: '{url}'}}", "4:21", "not a web address")
            for url in (
                *("http://[::1", "http://::1]/", "http://[x]/", "https://:80", "http:///path"),
                *("http://a:b/", "http://a:123456", "http://a<b/", 'http://a"b', "http://?q"),
            )
        ),
        ("sources", "a", "{title: T, url: 'javascript:alert(1)'}", "4:21", "http"),
        ("sources", "a", "text", "4:5", "mapping"),
        ("sources", "a", "", "3:5", "empty"),
        ("countries", "NO", "name: N", "3:3", "'NO'"),
        ("countries", "nor", "name: N", "3:3", "'nor'"),
        ("countries", "NORW", "name: N", "3:3", "'NORW'"),
        ("countries", "NOR", "{name: N, aliases: Norge}", "4:24", "[Norge]"),
        ("countries", "NOR", "{name: N, aliases: [[a]]}", "4:25", "list"),
        ("countries", "NOR", "{name: ''}", "4:12", "blank"),
        ("types", "A", "label: L", "3:3", "'A'"),
        ("types", "a..b", "label: L", "3:3", "'a..b'"),
        ("types", "a", "{label: L, cameo: [x]}", "4:23", "list"),
        ("types", "a", "[x]", "4:5", "mapping"),
    ],
)
def test_faulty_declarations_are_refused_at_their_place(
    faults: Faults, kind: str, key: str, fields: str, place: str, word: str
) -> None:
    (fault,) = faults(declaring(kind, key, fields))
    assert fault.startswith(f"{place}: ")
    assert word in fault


def test_a_declared_id_may_be_as_long_as_an_id_may_be(faults: Faults) -> None:
    assert faults(declaring("sources", "a" * 80, "title: T")) == []


@pytest.mark.parametrize("link", ["http://a", "https://example.org/a?b=c#d"])
def test_links_to_the_web_are_taken(write: Write, link: str) -> None:
    text = declaring("sources", "a", f'{{title: T, url: "{link}"}}')
    assert loaded(write("a.yaml", text)).vocabulary.sources["a"].url == link


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("text", "1:1", "text"),
        ("events: text", "1:9", "list"),
        ("events: {a: b}", "1:9", "list"),
        ("- text", "1:3", "text"),
        ("- [a]", "1:3", "list"),
        ("-\n- {date: 2021, title: T, countries: [NOR]}", "1:2", "empty"),
        ("events: []\nsources: [a]", "2:10", "list"),
        ("events: []\ncountries: NOR", "2:12", "text"),
        ("events: []\ntypes: [{label: a}]", "2:8", "list"),
        ("events: []\ntitle: [a]", "2:8", "list"),
        ("events: []\ntitle: ' '", "2:8", "blank"),
        ("events: []\nas_of: [2025]", "2:8", "quotes"),
    ],
)
def test_the_top_of_a_file_has_its_form(faults: Faults, text: str, place: str, word: str) -> None:
    (fault,) = faults(text)
    assert fault.startswith(f"{place}: ")
    assert word in fault


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2021", ["'2021'", "quotes"]),
        ("9" * 5000, ["999", "quotes"]),
        ("1.5", ["'1.5'", "quotes"]),
        ("true", ["true"]),
        ("false", ["false"]),
        ('"a\\ud800"', ["U+D800"]),
    ],
)
@pytest.mark.parametrize("key", ["date", "title", "place"])
def test_json_values_that_are_no_texts_are_refused(
    write: Write, key: str, value: str, words: list[str]
) -> None:
    pairs = {"date": '"2021"', "title": '"T"', "countries": '["NOR"]', key: value}
    text = "[{" + ",\n".join(f'"{name}": {data}' for name, data in pairs.items()) + "}]"
    (error,) = errors(write("a.json", text))
    assert error.startswith(f"a.json:{list(pairs).index(key) + 1}:")
    assert all(word in error for word in words)
    assert error.isprintable()


def test_all_faults_of_a_record_are_named(faults: Faults) -> None:
    text = with_event(date="x", title="[a]", countries="[]", id="A", x="y", note="''")
    assert [fault.partition(": ")[0] for fault in faults(text)] == [
        "1:9", "2:10", "3:14", "4:7", "5:3", "6:9",
    ]  # fmt: skip


def test_two_spellings_of_one_subject_are_refused(faults: Faults) -> None:
    (fault,) = faults(with_event(status='{"a b": c, "a  b": d}'))
    assert fault.startswith("4:")


@pytest.mark.parametrize("key", ["title", "place", "summary", "note", "type", "id"])
def test_joiners_are_refused_but_between_letters(faults: Faults, key: str) -> None:
    assert faults(with_event(**{key: "a \u200db"}))[0].endswith(
        "holds the character U+200D; remove it"
    )
    assert faults(with_event(place='"\u06cc\u200c\u06cc"')) == []
