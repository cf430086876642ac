"""What a stranger's file says is not done: it opens, writes, starts and fetches nothing."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

import diplo
from diplo import reading
from diplo.cli import commands
from diplo.cli.completion import SHELLS
from diplo.formats import EVENT_FORMATS, FORMATS, PARQUET
from tests.conftest import PROGRAM
from tests.formats import test_html as html
from tests.strangers import ENVIRONMENT, MODULES, REFUSED, hostile_file, strangers

Write = Callable[..., Path]

# pyarrow looks about the machine when it is loaded, whatever the file.
TEXTS = [name for name in EVENT_FORMATS if name != PARQUET]

SPOKEN = (
    ["timeline", "--events", "https://mallory.example/mallory"],
    ["timeline", "--events", "file:secret.yaml"],
    ["timeline", "--events", "|touch mallory"],
    ["timeline", "https://mallory.example/mallory"],
    ["timeline", "--search", "{mallory.__class__}", "--format", "html"],
    ["show", "$(touch mallory)"],
    ["--mallory=https://mallory.example"],
)
WATCH = """
import json, os, sys

LANGUAGE = "import compile exec marshal object sys code builtins gc cpython function type".split()
seen, watching = {}, True

def watch(event, arguments):
    if not watching or event == "marshal.loads":
        return
    said = repr(arguments)
    if event == "open":
        path, mode, flags = arguments
        writes = set(mode or "") & set("wax+") or flags & (os.O_WRONLY | os.O_RDWR)
        name = path if isinstance(path, int) else os.path.abspath(os.fsdecode(path))
        seen["write" if writes else "read", name] = None
    elif event.partition(".")[0] not in LANGUAGE:
        seen[event, *(str(argument) for argument in arguments)] = None
    elif "mallory" in said:
        seen[event, said] = None

sys.addaudithook(watch)
from diplo.cli.main import main
statuses = [main(typed) for typed in json.load(sys.stdin)]
watching = False
print(json.dumps([statuses, list(seen)]), file=sys.stderr)
"""


def questions(name: str) -> list[list[str]]:
    """Return every command in every format on an event file."""
    reports = (
        *(["show", "e0", "e11"], ["status", "--all", "--history"], ["stats", "--by", "source"]),
        *(["compare", "xaa", "xab"], ["countries"], ["types"], ["sources"], ["check", name]),
        *(["actors"], ["places"]),
    )
    events = ["--events", name]
    asked = [
        [*report, *([] if report[0] == "check" else events), "--format", form]
        for report in reports
        for form in FORMATS
    ]
    asked += [["timeline", *events, "-f", f, "--group-by", "type"] for f in TEXTS]
    asked += [["timeline", *events, "--format", "table", "--color", "always"]]
    asked += [["completion", shell, *events] for shell in SHELLS]
    asked += [["cite", "e0", *events, "-f", form] for form in ("text", "bibtex", "ris", "csl-json")]
    asked += [["help"], ["help", "--man"], ["maps"], ["maps", "wikidata"]]
    return [*asked, ["timeline", *events, "-f", "html", "-o", "page.html"], ["schema"]]


def watched(folder: Path, asked: list[list[str]]) -> tuple[list[int], list[list[Any]]]:
    """Return the status of each command, and what the process opened, did and started."""
    done = subprocess.run(
        [sys.executable, "-P", "-B", "-c", WATCH],
        input=json.dumps(asked).encode(),
        capture_output=True,
        check=True,
        cwd=folder,
        env=ENVIRONMENT,
    )
    statuses, seen = json.loads(done.stderr.splitlines()[-1])
    return statuses, seen


def allowed(folder: Path, named: set[str], event: str, *arguments: Any) -> bool:  # noqa: ANN401
    """Say whether the program may do this, asked to read some files of a folder."""
    path = Path(str(arguments[0]))
    temporary = path.parent in (folder, Path()) and path.name.startswith(".diplo-")
    if event in ("write", "os.remove"):
        return temporary or isinstance(arguments[0], int)
    if event == "os.rename":
        return temporary and arguments[1] == "page.html"
    if event == "ctypes.dlopen":
        return arguments == ("None",)  # of Python itself, where it imports ctypes
    if path.is_relative_to(folder):
        return event == "read" and path.name in named
    homes = (sys.prefix, sys.base_prefix, os.path.dirname(diplo.__file__))
    ours = any(path.is_relative_to(home) for home in homes)
    if event in ("os.listdir", "os.scandir", "pathlib.Path.glob"):
        return ours or str(path) in sys.path
    return event == "read" and (ours or str(path) == reading.bundled() or not path.exists())


@pytest.fixture
def hostile(tmp_path: Path, write: Write) -> Path:
    """Return a folder with hostile files, and with others that nobody names."""
    strangers(tmp_path, MODULES)
    data = hostile_file()
    write("secret.yaml", "events: []\n")
    for name in ("e.yaml", "e.json"):
        write(name, json.dumps(data))
    write("e.jsonl", "".join(f"{json.dumps(event)}\n" for event in data["events"]))
    for name, content in REFUSED.items():
        write(name, content)
    return tmp_path


def test_every_command_is_asked() -> None:
    program = typer.main.get_command(commands.program(()))
    asked = {command for command, *_ in questions("e.yaml")}
    assert {*getattr(program, "commands", ())} - asked == {"explore"}  # which needs a terminal


def test_no_text_of_a_file_makes_the_program_do_anything(hostile: Path) -> None:
    named = {"e.yaml", "e.json", "e.jsonl"}
    asked = questions("e.yaml")
    asked += [["timeline", "--events", n, "-f", f] for n in sorted(named) for f in TEXTS]
    statuses, seen = watched(hostile, asked)
    assert [typed for typed, status in zip(asked, statuses, strict=True) if status] == []
    assert [event for event in seen if not allowed(hostile, named, *event)] == []
    assert {Path(path).name for event, path, *_ in seen if event == "read"} >= named


def test_no_feature_of_a_file_format_makes_the_program_do_anything(hostile: Path) -> None:
    asked = [["timeline", "--events", name] for name in REFUSED]
    asked += [["check", name] for name in REFUSED]
    statuses, seen = watched(hostile, asked)
    assert statuses == [65] * len(REFUSED) + [1] * len(REFUSED)
    assert [event for event in seen if not allowed(hostile, {*REFUSED}, *event)] == []


def test_nothing_that_is_typed_makes_the_program_do_anything(hostile: Path) -> None:
    statuses, seen = watched(hostile, list(SPOKEN))
    assert statuses == [66, 66, 66, 2, 0, 2, 2]
    tried = {"mallory", "file:secret.yaml", "|touch mallory"}
    assert [event for event in seen if not allowed(hostile, tried, *event)] == []
    assert not (hostile / "mallory").exists()


def can_trace() -> bool:
    return (
        bool(shutil.which("strace"))
        and not subprocess.run(
            ["strace", "-o", os.devnull, "true"],  # noqa: S607  (wherever they are)
            capture_output=True,
            check=False,
        ).returncode
    )


def test_the_system_sees_nothing_else_either(hostile: Path) -> None:
    if not can_trace():
        pytest.skip("strace is missing, or may not trace")
    log = hostile.with_name(f"{hostile.name}-trace")
    trace: list[str | Path] = [
        "strace",
        "-f",
        "-qq",
        "-o",
        log,
        "-e",
        "trace=network,process,/^open,/^creat",
    ]
    command: list[str | Path] = [
        PROGRAM,
        "timeline",
        "--events",
        "e.yaml",
        "-f",
        "html",
        "-o",
        "page.html",
    ]
    env = {**ENVIRONMENT, "PYTHONDONTWRITEBYTECODE": "1"}  # Python writes that, not the program
    subprocess.run([*trace, *command], check=True, cwd=hostile, env=env)
    calls = re.findall(r"^[0-9]+ +(\w+)\((.*)\) += [0-9]", log.read_text(), re.MULTILINE)
    opened = [(*re.findall('"(.*?)"', given), given) for call, given in calls if "open" in call]
    assert {call for call, _ in calls} <= {"execve", "open", "openat"}
    assert [call for call, _ in calls].count("execve") == 1
    inside = [name for name, _ in opened if not name.startswith("/") or str(hostile) in name]
    assert [re.sub("^[.]diplo-.*", "temporary", name) for name in inside] == [
        "e.yaml",
        "temporary",
    ]
    assert [n for n, how in opened if re.search("O_WRONLY|O_RDWR|O_CREAT", how)] == inside[1:]


FETCHED = ("src", "srcset", "data", "poster", "background", "action", "formaction", "ping", "style")


def test_a_page_fetches_and_runs_nothing(hostile: Path) -> None:
    watched(hostile, [["timeline", "--events", "e.yaml", "-f", "html", "-o", "page.html"]])
    page = html.read((hostile / "page.html").read_text())
    names = {element.name for element in page.within()}
    assert not names & {"script", "link", "img", "image", "iframe", "object", "embed"}
    assert not names & {"base", "form", "audio", "video", "source", "frame", "applet", "animate"}
    links = set()
    for element in page.within():
        attributes = element.attributes
        assert not [a for a in attributes if a in FETCHED or a.startswith(("on", "xlink"))]
        assert "url(" not in "".join(attributes.values())
        assert "href" not in attributes or element.name in ("a", "use")
        assert element.name != "use" or attributes["href"].startswith("#")  # what the page has
        assert attributes.get("http-equiv", "Content-Security-Policy") == "Content-Security-Policy"
        links.add(re.sub("#.*", "#", attributes.get("href", "#")))
    assert links == {"#", hostile_file()["sources"]["s0"]["url"]}
