"""Fuzzing the command line: any commands, options and values through the real entry point."""

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import IO, Any, NamedTuple
from unittest.mock import patch

from typer.core import TyperOption

from diplo.cli.main import main
from diplo.formats import EVENT_FORMATS
from diplo.history.arrangement import SORTS
from diplo.history.groups import GROUPS, KINDS
from tests.conftest import EVERYTHING, ONE_EVENT, PROGRAM, Result, environment
from tests.fuzz.checks import check_messages, check_plain, limited
from tests.fuzz.dates import any_bound, typed
from tests.fuzz.formats import PROGRAM as TYPER
from tests.fuzz.grammar import CODES, Grammar
from tests.fuzz.loaders import HOSTILE_YAML
from tests.fuzz.mutations import changed, mutated
from tests.fuzz.rendering import as_json, as_yaml

_PROCESSES = 50  # one run in so many is a real process too
_MOST_MESSAGES = 21
_FAILURES = (2, 65, 66, 73, 74)  # which leave standard output empty
_FILES = ("everything.yaml", "one.yaml", "some.jsonl", "any.yaml", "any", "empty.jsonl", "-")
_NO_FILES = ("nope.yaml", ".", "no/such", "one.yaml/x", "/dev/null", "", "é\u202e", "x" * 300)
_HOSTILE = tuple(
    text.encode(errors="surrogateescape")
    for text in (
        *("", " ", ",", "-", "--", "---", "=", "--json", "-h", "--help", "-V", "--version", "-rn"),
        *("\x1b[31m", "\n", "\r", "\t", "\u202e", "\u200b", "\udcff", "\x85", "\u2028", "%s"),
        *("norway", "norwey", "Korea", "noʁway", "x" * 10_000, "9" * 5000, "[/bold]", ":smile:"),
    )
)
_ENVIRONMENT: Mapping[str, tuple[str, ...]] = {
    "DIPLO_EVENTS": ("", "everything.yaml", "any:one.yaml", "nope.yaml", ":", "some.jsonl::any"),
    "DIPLO_TODAY": ("2024-05-28", "0001-01-01", "9999-12-31", "now", "２０２４-01-01"),
    "COLUMNS": ("20", "33", "100", "300"),
    "PYTHONIOENCODING": ("ascii", "cp1252", "latin-1", "utf-8"),
    "FORCE_COLOR": ("1", "0"),
    "NO_COLOR": ("1", ""),
    "TERM": ("dumb", "xterm"),
}
_VALUES: Mapping[str, Callable[[Random], str]] = {
    "since": typed,
    "until": typed,
    "on": typed,
    "year": lambda random: any_bound(random).text,
    "type": lambda random: random.choice(("treaty", "mission", "mission.closed", "Mission,a", "x")),
    "source": lambda random: random.choice(("book", "film,book", "a-a", "x", "FILM")),
    "events": lambda random: random.choice(_FILES if random.random() < 0.9 else _NO_FILES),
    "file": lambda random: random.choice(_FILES if random.random() < 0.9 else _NO_FILES),
    "format": lambda random: random.choice((*EVENT_FORMATS, "xml")),
    "columns": lambda random: random.choice(
        ("date,title", "id", "help", "id,id", "countries,status", "sources,note,actors", "x")
    ),
    "sort": lambda random: random.choice((*SORTS, "random")),
    "group_by": lambda random: random.choice((*GROUPS, "month")),
    "by": lambda random: random.choice((*KINDS, "month")),
    "limit": lambda random: random.choice(("0", "1", "3", "007", "-1", "1_0", "9" * 16, "²")),
    "color": lambda random: random.choice(("auto", "always", "never", "sometimes")),
    "output": lambda random: random.choice(("out", "one.yaml", "-", *_NO_FILES)),
    "country": lambda random: random.choice(("norway", "NOR,SWE", "Sverige", "no", *CODES)),
    "ids": lambda random: random.choice(("everything", "least", "a", "treaty-of-oslo", "A")),
    "shell": lambda random: random.choice(("bash", "zsh", "fish", "sh")),
}


class Line(NamedTuple):
    """A command line: arguments, what is added to the environment, standard input, files."""

    arguments: list[str]
    environment: dict[str, str]
    stdin: bytes
    files: dict[str, bytes]
    as_process: bool


class Option(NamedTuple):
    """An option or argument of a command: how it is written, and the name of its value."""

    names: list[str]
    value: str
    is_flag: bool


def _options(command: Any) -> list[Option]:  # noqa: ANN401  (Typer does not tell)
    return [
        Option(
            list(parameter.opts) if isinstance(parameter, TyperOption) else [],
            parameter.name,
            getattr(parameter, "is_flag", False),
        )
        for parameter in command.params
    ] + [Option(["--help", "-h"], "help", is_flag=True)]


OPTIONS = {name: _options(command) for name, command in TYPER.commands.items()}


def any_line(random: Random) -> Line:
    """Return a command line, most of which is right."""
    command = random.choice(list(OPTIONS))
    units = [command.encode()]
    for _ in range(random.choice((0, 1, 1, 2, 2, 3, 4, 6, 10))):
        units += _given(random, command)
    if random.random() < 0.15:
        units = list(changed(random, units, _HOSTILE))
    data = Grammar(random, random.choice((0, 0, 0.02))).document()
    text = as_yaml(random, data).encode(errors="surrogatepass")
    lines = [as_json(random, event) + "\n" for event in Grammar(random).events()]
    files = {
        "everything.yaml": EVERYTHING.encode(),
        "one.yaml": ONE_EVENT.encode(),
        "empty.jsonl": b"",
        "some.jsonl": "".join(lines).encode(),
        "any.yaml": text,
        "any": mutated(random, text, HOSTILE_YAML),
    }
    added = {
        name: random.choice(values)
        for name, values in _ENVIRONMENT.items()
        if random.random() < 0.2
    }
    stdin = random.choice((b"", files["any"], files["some.jsonl"], b"\n", ONE_EVENT.encode()))
    is_process = random.random() < 1 / _PROCESSES
    arguments = [_harmless(os.fsdecode(unit.replace(b"\0", b""))) for unit in units[:200]]
    return Line(arguments, added, stdin, files, is_process)


def _given(random: Random, command: str) -> list[bytes]:
    """Return an option with its value, or an argument; few of them are not of the command."""
    owner = command if random.random() < 0.95 else random.choice(list(OPTIONS))
    if not OPTIONS[owner]:
        return []
    names, value, is_flag = random.choice(OPTIONS[owner])
    kind = value if random.random() < 0.95 else random.choice(list(_VALUES))
    make = _VALUES.get(kind, _text)
    text = make(random).encode(errors="surrogatepass").replace(b"\xed", b"\xff")
    text = mutated(random, text, _HOSTILE) if random.random() < 0.05 else text
    if not names:
        return [text]
    name = random.choice(names).encode()
    if is_flag:
        return [name]
    glued = random.choice((b"%b=%b", b"%b%b"))
    return [name, text] if random.random() < 0.85 else [glued % (name, text)]


def _text(random: Random) -> str:
    return Grammar(random).text()


def _harmless(argument: str) -> str:
    """Return an argument that names no file outside the folder, whichever option takes it."""
    inside = argument in _NO_FILES or re.fullmatch("[0-9][0-9X~?%-]*/[0-9X~?%.-]*", argument)
    return argument if inside else argument.replace("/", "∕")


def check(line: Line) -> None:
    """Run a command line; one in so many runs as a process too, which must do the same."""
    size = sum(map(len, (*line.files.values(), line.stdin)))
    added = {"COLUMNS": "80", **line.environment}
    with _folder(line.files) as folder:
        result = limited(size, lambda: called(line, environment(added)))
        _check_result(line, result)
        assert not list(folder.glob(".diplo-*")), "a temporary file is left"
    if line.as_process:
        with _folder(line.files):
            process = limited(size + 2**20, lambda: _run(line, environment(added)))
        assert process == result, (process, result)


@contextmanager
def _folder(files: Mapping[str, bytes]) -> Iterator[Path]:
    """Make a folder with files, and be in it."""
    before = os.getcwd()
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    try:
        for name, content in files.items():
            (folder / name).write_bytes(content)
        os.chdir(folder)
        yield folder
    finally:
        os.chdir(before)
        shutil.rmtree(folder)


def called(line: Line, variables: dict[str, str]) -> Result:
    """Run a command line inside this process."""
    encoding = variables.get("PYTHONIOENCODING", "utf-8")
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
    ):
        given.write(line.stdin)
        given.seek(0)
        with (
            patch.object(sys, "stdin", io.TextIOWrapper(given)),
            patch.object(sys, "stdout", io.TextIOWrapper(out, encoding)),
            patch.object(sys, "stderr", io.TextIOWrapper(err, encoding)),
            patch.dict(os.environ, variables, clear=True),
        ):
            status = main(line.arguments)
            return Result(status, _content(out), _content(err))


def _content(file: IO[bytes]) -> str:
    return os.pread(file.fileno(), 2**30, 0).decode("utf-8", "replace")


def _run(line: Line, variables: dict[str, str]) -> Result:
    done = subprocess.run(
        [PROGRAM, *line.arguments],
        input=line.stdin,
        capture_output=True,
        check=False,
        env=variables,
        timeout=300,
    )
    out, err = (text.decode("utf-8", "replace") for text in (done.stdout, done.stderr))
    return Result(done.returncode, out, err)


def _check_result(line: Line, result: Result) -> None:
    status, out, err = result
    assert status in (0, 1, *_FAILURES), (status, err)
    check_messages(err)
    if status in _FAILURES:
        assert out == "", "an error writes to standard output"
        assert err, "an error says nothing"
        assert err.count("\n") <= _MOST_MESSAGES
    if status == 1:
        asked = (re.match("check|--exit-status|-[a-z]*e", each) for each in line.arguments)
        assert any(asked), line.arguments
    coloured = any("always" in argument for argument in line.arguments)
    forced = line.environment.get("FORCE_COLOR") == "1" and not line.environment.get("NO_COLOR")
    text = out.removeprefix("\ufeff") if "--bom" in line.arguments else out
    if not text.startswith("PAR1"):  # Parquet is no text
        check_plain(text, coloured=coloured or forced)
