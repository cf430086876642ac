import contextlib
import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from diplo.reading import check, files, json, processes
from diplo.reading.large_json import Elements
from diplo.reading.opening import open_document
from tests.reading.test_bulk import loaded, one_by_one, taken, taken_of
from tests.reading.test_merge import errors, ids, places

Write = Callable[..., Path]

# The runner of these tests has a thread, which Python warns of when it forks.
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diplo.reading.large_json.WORTH_STREAMING", 1000)
    monkeypatch.setattr(files, "WORTH_SHARING", 2000)
    monkeypatch.setattr(files, "_SHARE", 3000)
    monkeypatch.setattr(files, "_LINES", 500)
    monkeypatch.setattr(processes, "at_hand", lambda: 3)


def event(number: int, more: str = "") -> str:
    return (
        f'{{"id": "e-{number}", "date": "{number + 1700}", "title": "T", "countries": ["NOR"], '
        f'"sources": [{{"source": "a"}}]{more}}}'
    )


EVENTS = [event(number) for number in range(200)]


def listed(events: list[str], comma: str = ",\n", end: str = "\n]\n") -> str:
    return "[\n" + comma.join(events) + end


def kind(path: Path) -> type:
    with contextlib.closing(open_document(str(path))) as document:
        return type(document)


def whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    with monkeypatch.context() as patch:
        patch.setattr("diplo.reading.large_json.WORTH_STREAMING", 10**9)
        assert kind(path) is not Elements
        return loaded(path)


def with_faults(events: list[str]) -> list[str]:
    return [
        e.replace('"date": "', '"date": "x') if n % 60 == 7 else e for n, e in enumerate(events)
    ]


@pytest.mark.parametrize(
    "text",
    [
        listed(EVENTS),
        listed(EVENTS, end="]"),
        listed(EVENTS, end="\n ] \n\n"),
        listed(EVENTS, end="\n" + " " * 600 + "]"),
        listed(EVENTS, end="\n]" + " " * 600 + "\n" + " " * 600),
        "\ufeff" + listed(EVENTS),
        listed(EVENTS, comma=",\n\t"),
        listed([event(number, ', "note": "a\\tb"') for number in range(200)]),
        listed([e.replace('"id"', '"place"') for e in EVENTS]),
        listed([*EVENTS[:90], f"{EVENTS[90]}, {EVENTS[91]}", *EVENTS[92:]]),
        listed(with_faults(EVENTS)),
        listed([*EVENTS, EVENTS[3]]),
        listed([*EVENTS, "1"]),
        listed([*EVENTS[:100], event(100, ', "note": "a", "note": "b"'), *EVENTS[101:]]),
        listed([*EVENTS[:100], event(100, ', "titel": "a"'), *EVENTS[101:]]),
    ],
)
def test_a_list_of_lines_is_read_as_any_other(
    write: Write, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    path = write("e.json", text)
    assert kind(path) is Elements
    assert loaded(path) == one_by_one(path) == whole(path, monkeypatch)


def test_most_events_are_taken_in_bulk(write: Write) -> None:
    with contextlib.ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setattr(processes, "at_hand", lambda: 1)
        assert taken(write("e.json", listed(EVENTS))) > 180


@pytest.mark.parametrize(
    "text",
    [
        f"[{', '.join(EVENTS)}]",
        listed([e.replace(", ", ",\n") for e in EVENTS]),
        listed(EVENTS[:2]),
        '{"events": ' + listed(EVENTS) + "}",
        "\n" + listed(EVENTS),
    ],
)
def test_other_files_are_read_whole(write: Write, text: str) -> None:
    path = write("e.json", text)
    assert kind(path) is not Elements
    assert len(ids(path)) in (2, 200)


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        (listed([*EVENTS[:100], EVENTS[100][:-1] + ",},", *EVENTS[101:]]), 102, "not valid JSON"),
        (listed([*EVENTS[:100], "\x1b" + EVENTS[100], *EVENTS[101:]]), 102, "U+001B"),
        (listed(EVENTS) + listed(EVENTS), 203, "not valid JSON"),
        (
            listed(EVENTS) + " " * 600 + "]",
            203,
            "1: the list ends above this line; remove what follows",
        ),
        (listed(EVENTS, end=""), 201, "1: the list is not closed; end it with ]"),
        (listed(EVENTS, end=",\n"), 202, "not closed"),
        (listed(EVENTS, end=",\n" + " " * 600 + "]"), 202, "remove the comma"),
        (listed(EVENTS)[:-50], 201, "not valid JSON"),
    ],
)
def test_what_is_wrong_with_a_list_is_told_by_line(
    write: Write, text: str, place: int, says: str
) -> None:
    path = write("e.json", text)
    assert kind(path) is Elements
    first = errors(path)[0]
    assert first.startswith(f"e.json:{place}:")
    assert says in first


@pytest.mark.parametrize("number", range(190, 200))
def test_a_comma_may_not_stand_at_the_end(write: Write, number: int) -> None:
    (found,) = errors(write("e.json", listed(EVENTS[:number], end=",\n]")))
    assert found.startswith(f"e.json:{number + 2}:1: ")
    assert found.endswith(": remove the comma at the end of the line above")


@pytest.mark.parametrize("number", range(60, 70))
def test_a_comma_may_not_be_missing(write: Write, number: int) -> None:
    lines = listed(EVENTS).splitlines(keepends=True)
    lines[number] = lines[number].replace("},\n", "}\n")
    path = write("e.json", "".join(lines))
    assert kind(path) is Elements
    assert places(path)[0].startswith(f"e.json:{number + 2}:")


def test_a_missing_comma_is_told(write: Write) -> None:
    lines = listed(EVENTS).splitlines(keepends=True)
    found = [
        errors(
            write("e.json", "".join([*lines[:n], lines[n].replace("},\n", "}\n"), *lines[n + 1 :]]))
        )
        for n in range(60, 70)
    ]
    assert any(e.endswith(": a comma is missing at the end of the line above") for e, *_ in found)


def test_what_other_processes_take_is_used(write: Write) -> None:
    path = write("e.json", listed(EVENTS))
    assert taken_of(path) > 180


def test_faults_stand_where_they_are(write: Write) -> None:
    events = with_faults(EVENTS)
    expected = [f"e.json:{number + 2}:{events[number].index('x1')}" for number in (7, 67, 127, 187)]
    assert places(write("e.json", listed(events))) == expected


def test_an_id_that_is_there_twice_is_told_with_both_lines(write: Write) -> None:
    path = write("e.json", listed([*EVENTS, *itertools.islice(EVENTS, 120, 121)]))
    (found,) = errors(path)
    assert "e.json:122" in found


def test_a_fault_is_looked_for_in_its_own_line(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    walked = []
    real = json.places

    def places_in(text: str, wanted: set[object]) -> object:
        walked.append(len(text))
        return real(text, wanted)  # type: ignore[arg-type]

    monkeypatch.setattr(json, "places", places_in)
    path = write("e.json", listed([e.replace('"date": "', '"date": "x') for e in EVENTS]))
    assert len(check([str(path)])[0]) == 200
    assert sum(walked) < 3 * path.stat().st_size
