"""Events that are sifted out or only counted: answers and errors are those of events all read."""

import json
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from diplo import reading
from diplo.history.pushdown import Counts, PushdownMatcher
from diplo.history.selection import Query
from diplo.reading import array, files
from diplo.reading.judge import Judge
from diplo.reading.sifted import Sifted
from tests.conftest import Run

Write = Callable[..., Path]

DATES = (
    *("1990-01-02", "1990-01", "1990", "1990-03-04?", "1991~", "199X", "1991-24", "/..", "1992"),
    *("1992-05/..", "/1993", "1990/1992", "[..1994]", "[1993..]", "9999", "1994-02-03", "1990?/.."),
)
COUNTRIES = (["NOR"], ["Norway", "SWE"], ["SWE", "NOR", "Danmark"], ["XKX", "DNK"])
TYPES = ("talks", "talks.held", None, "war")
SOURCES: tuple[Any, ...] = (
    [],
    ["book"],
    [{"source": "film", "locator": "1"}],
    [{"source": "s", "title": "S"}],
    None,
)
COUNT = 85


def event(number: int) -> dict[str, Any]:
    found = {
        "id": f"e-{number}",
        "date": DATES[number % len(DATES)],
        "title": f"Title {number}",
        "countries": COUNTRIES[number % len(COUNTRIES)],
        "type": TYPES[number // 3 % len(TYPES)],
        "sources": SOURCES[number % len(SOURCES)],
    }
    return {key: value for key, value in found.items() if number % 7 or key != "id"}


# What some events have instead, by their places: plain, to be folded, or wrong.
OTHERS: dict[str, dict[int, dict[str, Any]]] = {
    "plain": {},
    "text to fold": {40: {"title": "Two  spaces"}, 41: {"place": " Oslo"}},
    "odd text": {50: {"summary": 'He said "\\" and\tleft'}},
    "refused text": {50: {"summary": "\u200b"}},
    "wrong ids": {3: {"id": "e--3"}, 70: {"id": "-"}},
    "an id twice nearby": {41: {"id": "e-40"}},
    "an id twice far apart": {80: {"id": "e-1"}},
    "wrong dates": {20: {"date": "1990-02-30"}, 75: {"date": "soon"}},
    "wrong countries": {20: {"countries": ["Nowhere"]}, 75: {"countries": ["NOR", "norway"]}},
    "wrong types": {20: {"type": "Talks"}, 75: {"type": "a..b"}},
    "wrong sources": {20: {"sources": ["B!"]}, 75: {"sources": [{"source": "-", "locator": "1"}]}},
    "a source told otherwise": {60: {"sources": [{"source": "s", "title": "T"}]}},
    "another source told": {60: {"sources": [{"source": "t", "title": "T"}, "u"]}},
    "no title": {60: {"title": None}},
}
OPTIONS = (
    *("", "--by decade", "--by country", "--by type", "norway --by country", "-t talks"),
    *("--since 1991 --by country -f table", "--year 1990s --certain", "--since 1992 --began"),
    "-t talks -x talks.held",
    *("--by type -f table", "--by place", "--source s", "-q title", "sweden --until 1991"),
)
KEPT = (
    *("norway", "--since 1991", "-t talks -x talks.held", "-q title", "norway --until 1990 -n 3"),
    *("sweden --certain --began -r", "norway,denmark --source film", "--year 1800"),
)


def as_lines(events: list[dict[str, Any]]) -> str:
    return "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in events)


def as_array(events: list[dict[str, Any]]) -> str:
    return json.dumps(events, ensure_ascii=False, indent=1)


FORMS = {"e.ndjson": as_lines, "e.json": as_array}


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have small files read in many parts."""
    monkeypatch.setattr(files, "_BLOCK", 1000)
    monkeypatch.setattr(array, "_BATCH", 10)


def events(others: str = "plain") -> list[dict[str, Any]]:
    return [event(number) | OTHERS[others].get(number, {}) for number in range(COUNT)]


def named() -> list[dict[str, Any]]:
    """Return events that all have an id, and tell nothing of their sources."""
    return [{**each, "id": f"n-{n}", "sources": ["book"]} for n, each in enumerate(events())]


def one_by_one(monkeypatch: pytest.MonkeyPatch, call: Run, *asked: str) -> object:
    with monkeypatch.context() as patch:
        patch.setattr(Sifted, "wanted", lambda *_: None)
        patch.setattr(Sifted, "tallies", None)
        patch.setattr(array, "opened", lambda *_: None)
        patch.setattr(Judge, "event", lambda *_: None)
        return call(*asked)


@pytest.mark.parametrize("others", OTHERS)
@pytest.mark.parametrize("name", FORMS)
def test_the_answers_are_the_same(
    write: Write, call: Run, monkeypatch: pytest.MonkeyPatch, name: str, others: str
) -> None:
    write(name, FORMS[name](events(others)))
    first = [*OTHERS].index(others)
    for command, options in (("stats", OPTIONS), ("timeline", KEPT)):
        for option in islice(cycle(options), first, first + 5):
            asked = (command, "--events", name, *option.split())
            assert call(*asked) == one_by_one(monkeypatch, call, *asked), option


@pytest.mark.parametrize("option", OPTIONS)
@pytest.mark.parametrize("name", FORMS)
def test_so_they_are_with_every_option(
    write: Write, call: Run, monkeypatch: pytest.MonkeyPatch, name: str, option: str
) -> None:
    write(name, FORMS[name](events("text to fold")))
    asked = ("stats", "--events", name, *option.split())
    result = call(*asked)
    assert result == one_by_one(monkeypatch, call, *asked)
    assert (result.status, result.err) == (0, "")


@pytest.mark.parametrize("name", FORMS)
def test_so_are_the_events_that_are_kept(
    write: Write, call: Run, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for every in (events("text to fold"), named()):
        write(name, FORMS[name](every))
        for option in KEPT:
            asked = ("timeline", "--json", "--events", name, *option.split())
            result = call(*asked)
            assert result == one_by_one(monkeypatch, call, *asked), option
            assert result.status == 0


@pytest.mark.parametrize("text", ["{}\r\n", "\n{}\n", "{} {}\n", "{}"])
def test_lines_may_be_laid_out_otherwise(
    write: Write, call: Run, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    whole = [json.dumps(each) for each in events()]
    parts = text.count("{}")
    laid = [whole[at : at + parts] for at in range(0, len(whole), parts)]
    lines = [text.replace("{}", "%s") % tuple(each) for each in laid if len(each) == parts]
    write("e.ndjson", "\n".join(lines) if text == "{}" else "".join(lines))
    asked = ("stats", "--events", "e.ndjson")
    assert call(*asked) == one_by_one(monkeypatch, call, *asked)


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("option", ["", "--by country -f table", "norway --since 1991 -t talks"])
def test_no_event_is_made_of_what_is_plain(
    write: Write, call: Run, monkeypatch: pytest.MonkeyPatch, name: str, option: str
) -> None:
    write(name, FORMS[name]([{**each, "sources": ["book"]} for each in events()]))
    monkeypatch.setattr(Judge, "event", lambda *_: pytest.fail("an event is made"))
    result = call("stats", "--events", name, *option.split())
    assert (result.status, result.err) == (0, "")


@pytest.mark.parametrize("name", FORMS)
def test_an_event_is_made_only_of_what_may_be_kept(write: Write, call: Run, name: str) -> None:
    write(name, FORMS[name](named()))
    with patch.object(Judge, "event", autospec=True, side_effect=Judge.event) as made:
        result = call("timeline", "sweden", "--since", "1994", "--events", name)
    assert result.out.count("\n") == made.call_count > 0


@pytest.mark.parametrize("option", OPTIONS)
def test_files_of_a_folder_are_counted_together(write: Write, call: Run, option: str) -> None:
    every = events()
    write("all.ndjson", as_lines(every))
    Path("parts").mkdir()
    write("parts/a.ndjson", as_lines(every[:30]))
    write("parts/b.json", as_array(every[30:60]))
    write("parts/c.yaml", as_array(every[60:]))
    whole, parts = (
        call("stats", "--events", name, *option.split()) for name in ("all.ndjson", "parts")
    )
    assert parts == whole


@pytest.mark.parametrize("command", ["countries", "types", "sources", "actors", "places"])
def test_vocabularies_count_what_is_read_in_either_way(
    write: Write, call: Run, command: str
) -> None:
    every = events("text to fold")
    write("e.ndjson", as_lines(every))
    write("e.yaml", as_array(every))
    assert call(command, "--events", "e.ndjson") == call(command, "--events", "e.yaml")


def test_an_id_of_another_file_is_taken(write: Write, call: Run) -> None:
    Path("parts").mkdir()
    write("parts/a.ndjson", as_lines(events()))
    write("parts/b.json", as_array([{**event(1), "title": "Twice"}]))
    result = call("stats", "--events", "parts")
    where = str(Path("parts", "b.json"))
    assert (result.status, result.out) == (65, "")
    assert result.err.startswith(f"diplo: {where}:3:9: the id 'e-1' is used twice; change one")
    assert "a.ndjson:2:1" in result.err


def test_who_watches_is_told_while_events_are_counted(write: Write) -> None:
    told: list[float | None] = []
    for name, form in FORMS.items():
        path = write(name, form([{**each, "sources": []} for each in events()]))
        told.clear()
        reading.load(
            [str(path)],
            lambda _: PushdownMatcher(Query(), str, Counts("year")),
            lambda _name, done: told.append(done),
        )
        assert len(told) > COUNT / 10
        assert all(0 <= (done or 0) <= 1 for done in told)
