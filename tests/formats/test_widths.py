"""In any width and encoding: no text is lost, and what belongs together stands together."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.conftest import Run
from tests.screens import COMMANDS, PAINT, Screen, arguments, entry, on_screen, piped, split, two
from tests.terminals import in_terminal
from tests.texts import SEQUENCES, SIMPLE

Write = Callable[..., Path]

WIDTHS = (20, 21, 23, 27, 32, 36, 41, 55, 80, 101, 150, 300)

# --- No text is lost


def numbered() -> Iterator[str]:
    """Yield words that stand nowhere else, in several scripts."""
    scripts = ("w", "Word", "条", "約款", "e\u0301", "ש", "سل", "ｆ", "한")
    for number in range(1000, 10_000):
        yield f"{scripts[number % len(scripts)]}{number}"


NUMBERED = re.compile(r"[^\W\d_][^\s\d]*\d{4}(?!\d)")


def sentence(words: Iterator[str], length: int = 14) -> str:
    return " ".join(next(words) for _ in range(length))


def full_of_words() -> tuple[list[dict[str, object]], dict[str, list[str]]]:
    """Return events whose every word is another, and for each command what it has to show."""
    words = numbered()
    events = []
    for name, country, day in (("a", "NOR", "196X"), ("b", "SWE", "2021-08"), ("c", "NOR", "2021")):
        event = entry(name, sentence(words), countries=[country], date=day)
        for key in ("summary", "place", "note"):
            event[key] = sentence(words)
        event["actors"] = [sentence(words), sentence(words, 2)]
        event["sources"] = [
            {"source": f"s-{name}", "title": sentence(words), "locator": sentence(words, 4)}
        ]
        event["status"] = {sentence(words, 9): sentence(words, 6)}
        events.append(event)
    titles = [str(event["title"]) for event in events]
    sources = [str(source["title"]) for event in events for source in event["sources"]]  # type: ignore[attr-defined]
    states = [part for event in events for pair in event["status"].items() for part in pair]  # type: ignore[attr-defined]
    cards = [str(event[key]) for event in events[:2] for key in ("title", "summary", "place")]
    cards += [str(event["note"]) for event in events[:2]] + states[:4] + sources[:2]
    actors = [actor for event in events for actor in event["actors"]]  # type: ignore[attr-defined]
    texts = {"show": cards + actors[:4], "stats": actors, "vocabulary": sources}
    texts |= dict.fromkeys(("timeline", "groups", "compare", "decades"), titles)
    return events, texts | dict.fromkeys(("status", "history"), titles + states)


@pytest.mark.parametrize("command", COMMANDS)
def test_at_any_width_every_word_is_there_in_its_order(write: Write, command: str) -> None:
    events, texts = full_of_words()
    folder = write("in.json", json.dumps(events)).parent
    words = [*arguments(COMMANDS[command]), "--color", "never"]
    runs = [Screen(words, width) for width in WIDTHS]
    for width, (status, text) in zip(WIDTHS, on_screen(folder, runs), strict=True):
        assert (width, status) == (width, 0)
        assert (width, [line for line in text.splitlines() if cell_len(line) > width]) == (
            width,
            [],
        )
        found = list(dict.fromkeys(NUMBERED.findall(text)))  # a card names its event again
        for cell in texts[command]:
            expected = cell.split()
            assert (width, [word for word in found if word in expected]) == (width, expected)


def test_at_any_width_check_says_what_it_says_in_a_pipe(run: Run, write: Write) -> None:
    words = numbered()
    events = [
        {"id": f"e{number}", "date": "2021", "title": sentence(words), "countries": [country]}
        for number, country in enumerate(["NOR", "Norwey", "XKX", "Korea", "Norge Sverige 条约"])
    ]
    write("in.json", json.dumps([*events, {"titel": sentence(words)}], indent=1))
    plain = run("check", "in.json").out.split()
    wide = [width for width in WIDTHS if width >= max(map(cell_len, plain))]
    assert len(plain) > 50
    assert len(wide) > 5
    folder = write("x").parent
    for width, shown in zip(
        wide, on_screen(folder, [Screen(["check", "in.json"], w) for w in wide]), strict=True
    ):
        text = PAINT.sub("", shown.text)
        assert (width, shown.status) == (width, 1)
        assert (width, text.split()[: len(plain)]) == (width, plain)
        assert (width, [line for line in text.splitlines() if cell_len(line) > width]) == (
            width,
            [],
        )


# --- Columns


ALIGNED = {
    "timeline": ("timeline -c title,type,id", r"mark\b"),
    "status": ("status", r"mark\b"),
    "stats": ("stats --by actor", "1(?=  [┊▂:1])"),
}


def simple_width(text: str) -> int:
    """Return the width of a text without sequences, by Unicode's own tables."""
    wide = {"W": 2, "F": 2}
    return sum(
        0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else wide.get(width, 1)
        for c, width in ((c, unicodedata.east_asian_width(c)) for c in text)
    )


def starts_of(mark: str, text: str) -> list[str]:
    """Return what stands before a mark that a column begins with, on each line that has one."""
    found = (re.search(rf"(?<=  ){mark}", line) for line in text.splitlines())
    return [match.string[: match.start()] for match in found if match]


def in_columns(titles: list[str]) -> str:
    """Return a file in which a word stands in the column that follows each of the titles."""
    events = []
    for number, title in enumerate(titles):
        day = f"{1900 + number}-01-02"
        mark = {"type": "mark", "status": {title: "mark"}, "actors": [title], "date": day}
        events.append(entry(f"a{number}", title, **mark))
        events.append(
            {"id": f"b{number}", "date": day, "title": "mark", "type": "mark", "countries": ["SWE"]}
        )
    return json.dumps(events)


@pytest.mark.parametrize("command", ALIGNED)
def test_what_follows_a_title_starts_in_the_same_cell(tmp_path: Path, command: str) -> None:
    line, mark = ALIGNED[command]
    (tmp_path / "simple.json").write_text(in_columns([*SIMPLE.values()]), encoding="utf-8")
    every = in_columns([*SIMPLE.values(), *SEQUENCES.values()])
    (tmp_path / "every.json").write_text(every, encoding="utf-8")
    measures = {"simple.json": (simple_width, cell_len), "every.json": (cell_len,)}
    files = [(file, width) for file in measures for width in (100, 250)]
    runs = [Screen([*arguments(line, file), "--color", "never"], width) for file, width in files]
    for (file, _), (status, text) in zip(files, on_screen(tmp_path, runs), strict=True):
        assert status == 0
        found = starts_of(mark, text)
        assert len(found) >= len(SIMPLE)
        for measure in measures[file]:
            assert len({measure(before) for before in found}) == 1, text


# --- Encodings


POOR = {
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "cp437": {"PYTHONIOENCODING": "cp437"},
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "POSIX in UTF-8 mode": {"LC_ALL": "POSIX"},
}


@pytest.mark.parametrize("encoding", POOR)
def test_no_encoding_is_too_poor(tmp_path: Path, encoding: str) -> None:
    titles = [*SIMPLE.values(), *SEQUENCES.values()]
    (tmp_path / "in.json").write_text(in_columns(titles), encoding="utf-8")
    lines = [
        *COMMANDS.values(),
        *(line for line, _ in ALIGNED.values()),
        "check in.json",
        "show Ω条",
    ]
    runs = [
        Screen([*line.replace("show a b", "show a1 a2").split(), *more])
        for line in lines
        for more in ([] if line.startswith("check") else ["-f", "table"],)
    ]
    env = {**POOR[encoding], "DIPLO_EVENTS": "in.json"}
    done = piped(tmp_path, runs, env)
    codec = {"C": "ascii", "POSIX in UTF-8 mode": "utf-8"}.get(encoding, encoding)
    shown = split(done.stdout.decode(codec))
    assert [status for status, _ in shown] == [0] * (len(lines) - 1) + [2]
    errors = done.stderr.decode(codec).splitlines()
    assert errors
    assert all(line.startswith("diplo: ") for line in errors)
    for (_, mark), (_, text) in zip(ALIGNED.values(), shown[len(COMMANDS) : -2], strict=True):
        assert len({cell_len(before) for before in starts_of(mark, text)}) == 1, text


@pytest.mark.parametrize("env", [POOR["ascii"], POOR["C"]], ids=["ascii", "C"])
def test_a_terminal_may_have_ascii_alone(tmp_path: Path, env: dict[str, str]) -> None:
    status, shown = in_terminal("diplo timeline --events in.json", two(tmp_path), env=env)
    assert status == 0
    assert shown.isascii()
    assert "\n2021 ------+--" in PAINT.sub("", shown)
