import io
import json
from collections.abc import Callable
from math import inf
from pathlib import Path

import pytest

from diplo.model.events import Event, EventType, Timeline, Vocabulary
from diplo.reading.merge import Reading, read
from diplo.terminal.errors import UnreadableError, UsageError

Write = Callable[..., Path]

NORWAY = "countries: [NOR]"


def reading_of(*paths: Path | str, most_problems: float = inf) -> Reading:
    return read([str(path) for path in paths], lambda _: lambda _: True, most_problems)


def errors(*paths: Path | str) -> list[str]:
    """Return what is wrong with files, as "a.yaml:1:2: message"."""
    return [
        f"{Path(p.file).name}:{p.line}:{p.column}: {p.message}" for p in reading_of(*paths).problems
    ]


def places(*paths: Path | str) -> list[str]:
    """Return where something is wrong with files, as "a.yaml:1:2"."""
    return [error.partition(": ")[0] for error in errors(*paths)]


def loaded(*paths: Path | str) -> Timeline:
    """Return the timeline of files without errors."""
    reading = reading_of(*paths)
    assert reading.problems == []
    return reading.timeline


def ids(*paths: Path | str) -> list[str]:
    return [event.id for event in loaded(*paths).events]


def entry(title: str = "T", more: str = NORWAY, date: str = "2021") -> str:
    """Return an event as one line of YAML."""
    return f"- {{date: {date}, title: {title}, {more}}}\n"


def test_no_file_is_an_empty_timeline() -> None:
    assert loaded() == Timeline(Vocabulary(), (), frozenset())


def test_an_event_may_use_what_any_file_declares(write: Write) -> None:
    more = "countries: [Utopia], type: summit, sources: [a-book]"
    first = write("a.yaml", entry(more=more))
    second = write(
        "b.yaml",
        "sources: {a-book: {title: A book}}\ncountries: {UTO: {name: Utopia}}\n"
        "types: {summit: {label: Summit}}\nevents: []\n",
    )
    for paths in ((first, second), (second, first)):
        (event,) = loaded(*paths).events
        assert (event.countries, event.type) == (("UTO",), "summit")
    assert len(errors(first)) == 1


@pytest.mark.parametrize(
    ("kind", "declaration"),
    [
        ("sources", "a-b: {title: B, kind: book, date: '2021', url: 'https://example.org'}"),
        ("countries", "NOR: {name: Norway, aliases: [Norge, Noreg]}"),
        ("types", "a.b: {label: B, description: D, plover: P, cameo: '054'}"),
    ],
)
def test_equal_declarations_merge(write: Write, kind: str, declaration: str) -> None:
    first = write("a.yaml", f"{kind}:\n  {declaration}\nevents: []\n")
    data = f"{kind}:\n  {declaration.replace(': ', ':   ')}\nevents: []\n"
    vocabulary = loaded(first, write("b.yaml", data)).vocabulary
    assert vocabulary == loaded(first).vocabulary
    assert len(vocabulary.sources) + len(vocabulary.countries) + len(vocabulary.types) == 1


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("sources", "a: {title: A}", "a: {title: A, kind: book}"),
        ("sources", "a: {title: A, date: '2021'}", "a: {title: A, date: '2021-01'}"),
        ("countries", "NOR: {name: Norway}", "NOR: {name: Norge}"),
        ("countries", "NOR: {name: N, aliases: [A, B]}", "NOR: {name: N, aliases: [A]}"),
        ("types", "a: {label: A}", "a: {label: a}"),
    ],
)
def test_unequal_declarations_name_both_places(
    write: Write, kind: str, first: str, second: str
) -> None:
    paths = (
        write("a.yaml", f"{kind}:\n  {first}\nevents: []\n"),
        write("b.yaml", f"events: []\n{kind}:\n\n  {second}\n"),
    )
    (error,) = errors(*paths)
    assert error.startswith("b.yaml:4:3: ")
    assert error.endswith("a.yaml:2:3")
    assert places(*reversed(paths)) == ["a.yaml:2:3"]


def test_an_id_used_twice_names_both_places(write: Write) -> None:
    yaml = write("a.yaml", entry("A") + entry("B", f"{NORWAY}, id: x"))
    line = '{"date": "2021", "title": "T", "countries": ["NOR"], "id": "x"}\n'
    other = write("b.jsonl", "\n" + line)
    (error,) = errors(yaml, other)
    assert error.startswith("b.jsonl:2:60: the id 'x'")
    assert error.endswith("a.yaml:2:3")
    (error,) = errors(other, yaml)
    assert error.startswith("a.yaml:2:48: the id 'x'")
    assert error.endswith("b.jsonl:2:1")
    assert places(write("c.jsonl", line + line)) == ["c.jsonl:2:60"]


def test_the_same_file_twice_uses_its_ids_twice(write: Write) -> None:
    path = write("a.yaml", entry(more=f"{NORWAY}, id: x"))
    assert places(path, path) == ["a.yaml:1:48"]


def test_an_id_of_an_event_that_is_not_kept_is_used_too(write: Write) -> None:
    path = write("a.yaml", entry("A", f"{NORWAY}, id: x") + entry("B", f"{NORWAY}, id: x"))
    reading = read([str(path)], lambda _: lambda event: event.title == "B")
    assert len(reading.problems) == 1


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2025-06-20", "2024-01-31", None], "2024-01-31"),
        ([None, "2025-06-20"], "2025-06-20"),
        ([None, None], "None"),
    ],
)
def test_files_speak_until_the_earliest_of_their_last_days(
    write: Write, days: list[str | None], expected: str
) -> None:
    paths = [
        write(f"{index}.yaml", f"as_of: {day}\nevents: []\n" if day else "events: []\n")
        for index, day in enumerate(days)
    ]
    assert str(loaded(*paths).vocabulary.as_of) == expected


def test_each_event_with_a_status_has_the_last_day_of_its_own_file(write: Write) -> None:
    def file(name: str, head: str) -> Path:
        changes = entry(more=f"{NORWAY}, id: {name}, status: {{{name}: x}}")
        return write(f"{name}.yaml", f"{head}events:\n{changes}{entry(more=NORWAY)}")

    old, new = file("old", "as_of: 2024-01-31\n"), file("new", "as_of: 2025-06-20\n")
    told = loaded(new, file("none", ""), old).last_days
    assert {key: str(day) for key, day in told.items()} == {
        "new": "2025-06-20",
        "old": "2024-01-31",
    }
    assert loaded(write("bare.yaml", entry(more=f"{NORWAY}, status: {{a: x}}"))).last_days == {}


def test_a_title_is_that_of_one_file(write: Write) -> None:
    names = ["a.yaml", "b.yaml", "c.yaml"]
    contents = ["events: []\n", "title:  B  b\nevents: []\n", "title: C\nevents: []\n"]
    paths = [write(name, content) for name, content in zip(names, contents, strict=True)]
    assert loaded(paths[1]).vocabulary.title == "B b"
    assert loaded(*paths).vocabulary.title is None
    assert loaded(paths[0]).vocabulary.title is None


@pytest.mark.parametrize(
    ("date", "title", "expected"),
    [
        ("2021-08", "Norway's Støre meets: Åse", "2021-08-norways-store-meets-ase"),
        ('"[..2006]"', "T", "2006-t"),
        ("196X", "T", "196x-t"),
        ("/..", "日本", "event"),
        ("2021", "日本", "2021"),
        ("2021", "word " * 30, "2021-" + "-".join(["word"] * 15)),
        ("2021", "x" * 75, "2021-" + "x" * 75),
        ("2021", "x" * 100, "2021"),
    ],
)
def test_the_default_id_is_the_slug_of_date_and_title(
    write: Write, date: str, title: str, expected: str
) -> None:
    assert ids(write("a.yaml", entry(f'"{title}"', date=date))) == [expected]


def test_taken_default_ids_are_counted_on_in_file_order(write: Write) -> None:
    named = [entry("X", f"{NORWAY}, id: {name}") for name in ("2021-t-2", "2021-u")]
    first = write("a.yaml", entry() * 2 + named[0] + entry("U") + named[1])
    second = write("b.yaml", entry() + entry("U"))
    assert ids(first, second) == [
        "2021-t", "2021-t-3", "2021-t-2", "2021-u-2", "2021-u", "2021-t-4", "2021-u-3",
    ]  # fmt: skip


def test_counted_ids_stay_within_80_characters(write: Write) -> None:
    found = ids(write("a.yaml", entry("x" * 75) * 11 + entry("word " * 30) * 2))
    assert len(set(found)) == 13
    assert all(len(name) <= 80 for name in found)
    assert found[1].endswith("-2")
    assert found[10].endswith("-11")
    assert found[12] == "2021-" + "-".join(["word"] * 13) + "-2"


def test_events_have_the_same_default_ids_whichever_are_kept(write: Write) -> None:
    path = write("a.yaml", entry(more="countries: [NOR]") + entry(more="countries: [SWE]"))
    reading = read([str(path)], lambda _: lambda event: "SWE" in event.countries)
    assert [event.id for event in reading.timeline.events] == ["2021-t-2"]
    assert [origin.path for origin in reading.origins] == [(1,)]


def test_the_predicate_is_made_of_what_is_declared(write: Write) -> None:
    path = write("a.yaml", "types: {a: {label: A}}\nevents: []\n")
    seen: list[Vocabulary] = []

    def keep(vocabulary: Vocabulary) -> Callable[[Event], bool]:
        seen.append(vocabulary)
        return lambda _: False

    read([str(path)], keep)
    assert [vocabulary.types for vocabulary in seen] == [{"a": EventType("a", "A")}]


def test_codes_are_those_of_everything_that_was_read(write: Write) -> None:
    path = write("a.yaml", entry(more="countries: [SWE, SUN]") + entry())
    read_all = read([str(path)], lambda _: lambda _: False).timeline
    assert read_all.events == ()
    assert read_all.codes == {"NOR", "SWE", "SUN"}


@pytest.mark.parametrize("name", ["a.yaml", "a.jsonl"])
def test_reading_ends_after_too_many_problems(write: Write, name: str) -> None:
    line = '{"date": "2021", "title": "T", "countries": []}\n'
    path = write(name, line * 50 if name == "a.jsonl" else f"- {line}" * 50)
    assert len(reading_of(path, most_problems=20).problems) == 21
    assert len(reading_of(path).problems) == 50


def test_after_too_many_problems_no_other_file_is_read(write: Write) -> None:
    many = write("a.json", json.dumps([{"date": "2021"}] * 20))
    last = write("b.json", json.dumps([{"date": "2021"}]))
    assert {problem.file for problem in reading_of(many, last, most_problems=20).problems} == {
        str(many)
    }


def test_lines_that_cannot_be_read_count_as_problems(write: Write) -> None:
    assert len(reading_of(write("a.jsonl", "x\n" * 50), most_problems=20).problems) == 21
    assert len(reading_of(write("b.jsonl", "x\n" * 50)).problems) == 50


def test_problems_come_in_the_order_of_files_and_lines(write: Write) -> None:
    bad = entry(more="countries: [], titel: x") + "\n" + entry(more="countries: [NOR, NOR]")
    first = write("b.yaml", f"events:\n{bad}sources: {{a: {{}}}}\nas_of: x\n")
    second = write("a.jsonl", '{"date": "2021"}\nx\n{"date": 1, "title": "T"}\n')
    assert places(first, second) == [
        "b.yaml:2:37", "b.yaml:2:41", "b.yaml:4:43", "b.yaml:5:11", "b.yaml:6:8",
        "a.jsonl:1:1", "a.jsonl:1:1", "a.jsonl:2:1", "a.jsonl:3:1", "a.jsonl:3:10",
    ]  # fmt: skip


def test_documents_that_cannot_be_parsed_are_all_named(write: Write) -> None:
    paths = [
        write("a.yaml", "- 'x"),
        write("b.json", "{"),
        write("c.yaml", entry(more="countries: []")),
    ]
    named = [place.partition(":")[0] for place in places(*paths)]
    assert named == ["a.yaml", "b.json", "c.yaml"]


def test_what_a_broken_file_may_declare_is_not_missed_elsewhere(write: Write) -> None:
    broken = write("a.yaml", "types: {t: {label: T}}\nsources: [")
    declares = write("b.yaml", "types: {u: {label: U}}\nevents: []\n")
    uses = write("c.yaml", entry(more="countries: [NOR], type: t, sources: [s]"))
    assert [place.partition(":")[0] for place in places(broken, declares, uses)] == ["a.yaml"]


def test_standard_input_may_be_named_once() -> None:
    with pytest.raises(UsageError, match="standard input"):
        reading_of("-", "-")


def test_standard_input_is_read_beside_files(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    content = io.TextIOWrapper(io.BytesIO(entry("B").encode()))
    monkeypatch.setattr("sys.stdin", content)
    assert ids(write("a.yaml", entry("A")), "-") == ["2021-a", "2021-b"]


def test_a_file_that_is_not_there_cannot_be_read(write: Write) -> None:
    with pytest.raises(UnreadableError, match="nowhere"):
        reading_of(write("a.yaml", entry()), write("a.yaml").with_name("nowhere.yaml"))


def test_json_without_an_extension_is_read_alike(write: Write) -> None:
    data = {"date": "2021", "title": "T", "countries": ["NOR"]}
    for text in (json.dumps(data), json.dumps([data]), json.dumps({"events": [data]}, indent=1)):
        assert ids(write("events", text)) == ["2021-t"]
