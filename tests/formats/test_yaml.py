"""YAML: an event file again, which diplo and every other reader take as it was meant."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from yaml.events import ScalarEvent

from diplo import reading
from diplo.history.parts import Match
from diplo.history.selection import Query
from diplo.model import dates
from diplo.model.events import (
    COUNTRY_KEYS,
    EVENT_KEYS,
    FILE_KEYS,
    SOURCE_KEYS,
    TYPE_KEYS,
    Citation,
    Country,
    Event,
    EventType,
    Source,
    Vocabulary,
)
from diplo.reports.story import Story, StoryOptions
from tests import strategies
from tests.conftest import EVERYTHING, timeline_of, written
from tests.strategies import Found

Write = Callable[..., Path]

# What the core schema of YAML 1.2 does not take for text.
CORE = re.compile(
    r"|~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
    r"|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN"
)
AMBIGUOUS = [
    *("NO", "no", "Yes", "y", "N", "on", "OFF", "true", "False", "null", "NULL", "~", "0x1F"),
    *("0o17", "017", "12e3", "1_000", "1:30", "2021-08-15", "2021-08-15 10:00:00", ".5", "-1"),
    *(
        "+1",
        ".inf",
        "-.INF",
        ".NaN",
        "=",
        "<<",
        "0b1",
        "1.5",
        "1e",
        "054",
        "007",
        "1.",
        "190:20:30",
    ),
]
AWKWARD = [
    *("- a", "? a", ": a", "a: b", "a #b", "# a", "a:", "{a}", "[a]", "&a", "*a", "!a", "%a", "@a"),
    *("`a`", "'", '"', "''", "'a' b", '"a" b', "a\\n", "\\", "|", ">", "---", "--- a", "...", ","),
    *("a, b", "x}", "x]", "a\u00a0", "\u00a0a", "\U0001f1f3\U0001f1f4", "\U0001fffe", "e\u0301"),
    *("\\U0001F600", "\U0010ffff", "a\U0001f600 \\U0001F600", "\U0001f600" * 90),
    *("می\u200cخواهم", "\u3000a", "a" * 90, "a " * 60 + "b", "- a " * 40 + "#", "é" * 70 + " # b"),
]
DUMPERS = ["CSafeDumper", "SafeDumper"]


def with_texts(text: str) -> Found:
    """Return a file with a text wherever one can stand."""
    event = Event(
        *("a", dates.parse("2021"), text, ("NOR",), "b", (text, text), text, text),
        sources=(Citation("c", text),),
        note=text,
        status={text: text},
    )
    vocabulary = Vocabulary(
        text,
        date(2025, 6, 20),
        {"c": Source("c", text, text, text, text, dates.parse("2020"), "https://a.b/")},
        {"NOR": Country("NOR", text, (text,))},
        {"b": EventType("b", text, text, text, text)},
    )
    return Found(vocabulary, [Match(event)])


def plain_scalars(text: str) -> Iterator[str]:
    """Yield what stands without quotes, keys included, but for the keys that diplo gives."""
    keys = {*FILE_KEYS, *EVENT_KEYS, *SOURCE_KEYS, *COUNTRY_KEYS, *TYPE_KEYS}
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, ScalarEvent) and not event.style and event.value not in keys:
            yield event.value


def leaves(data: object) -> Iterator[object]:
    """Yield every scalar, keys included."""
    if isinstance(data, dict):
        yield from data
        for value in data.values():
            yield from leaves(value)
    elif isinstance(data, list):
        for value in data:
            yield from leaves(value)
    else:
        yield data


def check_the_same(found: Found, text: str, path: Path) -> None:
    """Check that diplo reads the same from a text, and other readers nothing but texts."""
    path.write_text(text, encoding="utf-8", newline="")
    loaded = reading.load([str(path)])
    assert list(loaded.events) == found.events
    for event, original in zip(loaded.events, found.events, strict=True):
        assert list(event.status.items()) == list(original.status.items())
    known = found.vocabulary if found.events else Vocabulary()
    assert loaded.vocabulary[:2] == known[:2]
    told = {**known.described, **known.sources}  # of which those that are told may be declared
    for kind, read in loaded.vocabulary._asdict().items():
        declared = getattr(known, kind)
        if isinstance(read, dict):
            every = told if kind == "sources" else declared
            assert {key: every[key] for key in read} == read
            if kind != "described":  # which comes in the order of the events
                kept = [key for key in read if key in declared]
                assert kept == [key for key in declared if key in read]
    assert all(isinstance(leaf, str) for leaf in leaves(yaml.safe_load(text)))
    assert not [scalar for scalar in plain_scalars(text) if CORE.fullmatch(scalar)]
    assert not {"y", "n"} & {scalar.lower() for scalar in plain_scalars(text)}


def test_every_key_is_there_in_order_and_what_is_absent_is_left_out(write: Write) -> None:
    assert (
        written("yaml", timeline_of(write("e.yaml", EVERYTHING)))
        == """\
sources:
  book:
    title: The book
  film:
    title: The film
    kind: film
countries:
  NOR:
    name: Norway
  SWE:
    name: Sweden
    aliases: [Sverige]
types:
  mission:
    label: Mission
  mission.closed:
    label: Mission closed
events:
- id: least
  date: '[..2006]'
  title: Least
  countries: [NOR]
- id: everything
  date: '2021-08/..'
  title: The "office", as it was called
  type: mission.closed
  countries: [SWE, NOR]
  actors: [Jonas Gahr Støre, '=1+1']
  place: Łódź
  summary: One. Two.
  sources:
  - source: book
    locator: page 1
  - film
  note: '=1+1'
  status:
    Office in Łódź: closed
    Envoy: gone
"""
    )


def test_nothing_is_an_empty_list(write: Write) -> None:
    report = timeline_of(write("e.yaml", "title: T\nas_of: 2025-06-20\nevents: []\n"))
    assert written("yaml", report) == "events: []\n"


def test_an_id_that_the_file_did_not_give_is_written(write: Write) -> None:
    text = written(
        "yaml", timeline_of(write("e.yaml", "- {date: 2021, title: T, countries: [NOR]}"))
    )
    assert text.startswith("events:\n- id: 2021-t\n".replace("2021-t", "'2021-t'"))
    assert yaml.safe_load(text)["events"][0]["id"] == "2021-t"


def test_only_what_the_rows_use_is_declared(write: Write) -> None:
    path = write(
        "e.yaml",
        """\
title: T
as_of: 2025-06-20
sources: {c: {title: C}, b: {title: B}, a: {title: A}}
countries: {SWE: {name: Sweden}, NOR: {name: Norway}, FIN: {name: Finland}}
types:
  x.y.z: {label: XYZ}
  x-y: {label: Other}
  x.y.w: {label: XYW}
  x.y: {label: XY}
  x: {label: X}
  v: {label: V}
events:
- {id: a, date: 2021, title: T, type: x.y.z, countries: [NOR, SWE], sources: [a, {source: c}]}
- {id: b, date: 2022, title: T, countries: [FIN], type: v, sources: [b]}
""",
    )
    report = timeline_of(path, Query(countries=(frozenset({"NOR"}),)))
    data = yaml.safe_load(written("yaml", report))
    assert list(data) == list(FILE_KEYS)
    assert data["title"] == "T"
    assert data["as_of"] == "2025-06-20"
    assert list(data["sources"]) == ["c", "a"]
    assert list(data["countries"]) == ["SWE", "NOR"]
    assert list(data["types"]) == ["x.y.z", "x.y", "x"]
    assert [event["id"] for event in data["events"]] == ["a"]
    assert data["events"][0]["sources"] == ["a", "c"]


def test_an_event_under_two_headings_is_written_once(write: Write) -> None:
    report = timeline_of(write("e.yaml", EVERYTHING), options=StoryOptions("country"))
    told = report.shown
    assert isinstance(told, Story)
    assert [len(section.rows) for section in told.sections] == [2, 1]
    data = yaml.safe_load(written("yaml", report))
    assert [event["id"] for event in data["events"]] == ["least", "everything"]


def test_the_bundled_file_stays_what_it_is(tmp_path: Path) -> None:
    bundled = reading.load([reading.bundled()])
    ordered = sorted(bundled.events, key=lambda event: event.date.order)
    found = Found(bundled.vocabulary, [Match(event) for event in ordered])
    copy = tmp_path / "copy.yaml"
    text = written("yaml", timeline_of(Path(reading.bundled())))
    check_the_same(found, text, copy)
    assert reading.load([str(copy)]).vocabulary == bundled.vocabulary
    assert reading.check([str(copy)]) == ([], len(bundled.events))
    assert max(map(len, text.splitlines())) < 120


@pytest.mark.parametrize("dumper", DUMPERS)
@pytest.mark.parametrize("text", AMBIGUOUS + AWKWARD)
def test_a_text_stays_a_text(
    text: str, dumper: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diplo.formats.yaml._DUMPER", getattr(yaml, dumper))
    found = with_texts(text)
    check_the_same(found, written("yaml", found.report), tmp_path / "e.yaml")


def test_what_is_plainly_a_text_has_no_quotes() -> None:
    text = 'Støre\'s visit – 2 of 3; "so be it", nobody said'
    lines = written("yaml", with_texts(text).report).splitlines()
    assert f"  title: {text}" in lines


def test_an_emoji_is_written_as_it_is() -> None:
    lines = written("yaml", with_texts("Peace 🕊 of 2 – so be it").report).splitlines()
    assert "  title: Peace 🕊 of 2 – so be it" in lines


def test_a_long_text_stands_below_its_key() -> None:
    text = f"{'Word: ' * 30}end"
    lines = written("yaml", with_texts(text).report).splitlines()
    at = lines.index("  summary: >-")
    below = [line for line in lines[at + 1 :] if line.startswith("    Word: ")]
    assert " ".join(below[:2]).split() == text.split()


@given(found=strategies.few())
@example(found=with_texts("a " * 600 + "b"))
@example(found=with_texts("a" * 1200))
def test_what_is_read_is_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, found: Found
) -> None:
    for dumper in DUMPERS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("diplo.formats.yaml._DUMPER", getattr(yaml, dumper))
            text = written("yaml", found.report)
        check_the_same(found, text, tmp_path_factory.getbasetemp() / f"{dumper}.yaml")
