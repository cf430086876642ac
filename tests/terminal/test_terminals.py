"""On a terminal: no escape where none is wanted, and text is text, whatever it looks like."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screens import COMMANDS, PAINT, Screen, arguments, entry, on_screen, piped, split, two
from tests.texts import AS_TEXT, CONTROLS

Write = Callable[..., Path]

# --- Colour


OFF: tuple[tuple[str, dict[str, str]], ...] = (
    ("--color never", {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"}),
    ("", {"NO_COLOR": "1"}),
    ("", {"NO_COLOR": "1", "FORCE_COLOR": "1"}),
    ("", {"TERM": "dumb", "COLORTERM": "truecolor"}),
    ("", {"CLICOLOR": "0"}),
    ("", {"FORCE_COLOR": "0"}),
    ("", {"FORCE_COLOR": "0", "CLICOLOR": "1"}),
)
ON: tuple[tuple[str, dict[str, str]], ...] = (
    ("", {}),
    ("", {"FORCE_COLOR": "0", "CLICOLOR_FORCE": "1"}),
    ("", {"TERM": "dumb", "FORCE_COLOR": "1"}),
    ("--color always", {"NO_COLOR": "1", "TERM": "dumb", "CLICOLOR": "0"}),
)
PAINTED = ("timeline", "show", "status", "stats", "compare", "decades", "vocabulary")


@pytest.mark.parametrize("command", PAINTED)
def test_no_escape_by_any_way_to_turn_colour_off(tmp_path: Path, command: str) -> None:
    words = arguments(COMMANDS[command])
    ways = [Screen([*words, *options.split()], env=env) for options, env in (*OFF, *ON)]
    shown = on_screen(two(tmp_path), ways)
    plain, painted = shown[: len(OFF)], shown[len(OFF) :]
    assert [(status, "\x1b" in text) for status, text in plain] == [(0, False)] * len(OFF)
    assert [(status, "\x1b" in text) for status, text in painted] == [(0, True)] * len(ON)
    assert {PAINT.sub("", text) for _, text in shown} == {plain[0].text}


def test_colour_is_forced_on_a_pipe_and_changes_no_text(tmp_path: Path) -> None:
    forces: tuple[dict[str, str], ...] = ({}, {"FORCE_COLOR": "1"}, {"CLICOLOR_FORCE": "1"})
    words = [[*arguments(COMMANDS[command]), "-f", "table"] for command in PAINTED]
    runs = [Screen(each, env=force) for each in words for force in forces]
    done = piped(two(tmp_path), runs)
    shown = split(done.stdout.decode())
    assert done.stderr == b""
    for plain, *painted in zip(shown[::3], shown[1::3], shown[2::3], strict=True):
        assert {status for status, _ in (plain, *painted)} == {0}
        assert "\x1b" not in plain.text
        assert all("\x1b" in text for _, text in painted)
        assert {PAINT.sub("", text) for _, text in painted} == {plain.text}


WRONG = (
    *("timeline norwey", "timeline --sicne 1", "show qqq", "status norwey", "stats --by yeer"),
    *("compare norwey sweden", "check none.yaml", "check in.json --color x", "x"),
    *("timeline -o no/such", "timeline --events wrong.json", "timeline iceland -f plain"),
    "check wrong.json",
)


def test_messages_have_no_escape_even_where_colour_is_forced(tmp_path: Path) -> None:
    (tmp_path / "wrong.json").write_text('[{"date": "x"}]', encoding="utf-8")
    forces: tuple[dict[str, str], ...] = ({}, {"FORCE_COLOR": "1"}, {"CLICOLOR_FORCE": "1"})
    envs = [{**force, "DIPLO_EVENTS": "in.json"} for force in forces]
    runs = [Screen(wrong.split(), env=env) for wrong in WRONG for env in envs]
    for run, (status, text) in zip(runs, on_screen(two(tmp_path), runs), strict=True):
        messages = [line for line in text.splitlines() if "diplo: " in line]
        assert messages or status == 1, run.arguments
        assert "\x1b" not in "".join(messages), run.arguments


# --- Text is text


@pytest.mark.parametrize("command", COMMANDS)
def test_what_looks_like_markup_is_printed_as_it_is(write: Write, command: str) -> None:
    events = [
        entry(f"e{number}", text, countries=["NOR" if number % 2 else "SWE"])
        for number, text in enumerate(AS_TEXT)
    ]
    folder = write("in.json", json.dumps(events)).parent
    line = COMMANDS[command].replace("show a b", f"show {' '.join(str(e['id']) for e in events)}")
    runs = [Screen(arguments(line), columns) for columns in (80, 300)]
    for status, shown in on_screen(folder, runs):
        text = PAINT.sub("", shown)
        assert status == 0
        assert "\x1b" not in text
        together = "".join(text.split())
        assert [t for t in AS_TEXT if "".join(t.split()) not in together] == []


def is_harmless(text: str) -> bool:
    return text.replace("\n", "").isprintable() and not set(text) & set("\u202e\u200d\u2028")


FORMS: dict[str, Callable[[str], str]] = {
    "raw.yaml": lambda text: f'- {{date: 2021, countries: [NOR], title: "{text}"}}',
    "escaped.yaml": lambda text: f"- {json.dumps(entry('a', text))}",
    "escaped.json": lambda text: json.dumps([entry("a", text)]),
    "raw.json": lambda text: json.dumps([entry("a", text)], ensure_ascii=False),
    "in.jsonl": lambda text: json.dumps(entry("a", text)),
}


@pytest.mark.parametrize("form", FORMS)
def test_controls_in_a_file_are_refused_and_never_reach_the_terminal(
    tmp_path: Path, form: str
) -> None:
    runs = []
    for number, control in enumerate(CONTROLS.values()):
        path = tmp_path / f"{number}.{form}"
        path.write_text(FORMS[form](f"T{control}T"), encoding="utf-8")
        runs.append(Screen([*(["check"] if number % 3 else ["timeline", "--events"]), path.name]))
    for run, (status, text) in zip(runs, on_screen(tmp_path, runs), strict=True):
        assert status == (1 if run.arguments[0] == "check" else 65), run.arguments
        assert is_harmless(PAINT.sub("", text) if status == 1 else text), run.arguments
        assert f"{run.arguments[-1]}:1:" in "".join(text.split())


ARGUMENTS = (
    *("timeline X", "timeline norway,X", "timeline --since X", "timeline --type X"),
    *("timeline --source X", "timeline --format X", "timeline --columns X", "timeline --sort X"),
    *("timeline --limit X", "timeline --events X", "timeline -o no/X", "timeline --search X"),
    *("timeline --actor X", "timeline --place X", "timeline --color X", "timeline --X"),
    *("show X", "status X", "status --on X", "stats X", "stats --by X", "compare X norway"),
    *("compare norway sweden --by X", "check X", "X", "completion X", "countries --events X"),
)


TYPED = (
    "colour",
    "the clipboard",
    "8-bit CSI",
    "bidirectional 202e",
)


@pytest.mark.parametrize("control", TYPED)
def test_controls_in_an_argument_never_reach_the_terminal(tmp_path: Path, control: str) -> None:
    hostile = CONTROLS[control]
    usual = {"DIPLO_EVENTS": "in.json"}
    runs = [
        Screen([word.replace("X", f"x{hostile}") for word in line.split()], env=usual)
        for line in ARGUMENTS
    ]
    for run, (status, text) in zip(runs, on_screen(two(tmp_path), runs), strict=True):
        assert status in (0, 2, 66, 73), run.arguments
        assert is_harmless(PAINT.sub("", text)), (run.arguments, text)
