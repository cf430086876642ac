"""What tests share: ways to run the program, and event files to run it on."""

import codecs
import io
import itertools
import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from operator import itemgetter
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from diplo import reading
from diplo.cli.main import main
from diplo.formats import EVENT_FORMATS, PARQUET, Stream, writer
from diplo.history.arrangement import arrange
from diplo.history.selection import Matcher, Query
from diplo.reports import Column, Names, Report, Value
from diplo.reports.selection import Selection
from diplo.reports.show import show
from diplo.reports.story import StoryOptions
from diplo.reports.timeline import timeline
from tests.forks import compiled_events, make_commands_once

# No deadline: a machine that many share is slow at times, which is no failure.
settings.register_profile("patient", deadline=None, max_examples=50)
# "few" is for tests that have run in full elsewhere, "mutants" for mutation testing.
settings.register_profile("few", settings.get_profile("patient"), max_examples=15)
settings.register_profile(
    "mutants",
    settings.get_profile("few"),
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("patient")

# A process in the background may ignore these signals, and its children would inherit that.
for number, usual in (
    (signal.SIGINT, signal.default_int_handler),
    (signal.SIGQUIT, signal.SIG_DFL),
    (signal.SIGHUP, signal.SIG_DFL),
):
    if signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, usual)


def pytest_xdist_auto_num_workers() -> int:
    """Return how many processors there are; xdist may count cores, each of which has several."""
    return os.cpu_count() or 1


PROGRAM = Path(sys.executable).with_name("diplo")
TODAY = "2025-12-31"
HAS_PARQUET = bool(find_spec("pyarrow"))
WRITABLE = [name for name in EVENT_FORMATS if name != PARQUET or HAS_PARQUET]
_UNSET = ("PYTHONUNBUFFERED", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE")
_UNSET_TOO = ("DIPLO_EVENTS", "DIPLO_DEBUG", "PYTHONIOENCODING", "TERMINAL_WIDTH")
_SLOW = ("PYTHONDONTWRITEBYTECODE",)  # every start would compile changed modules
# Whether coverage is measured, or mutants are tested.
IS_MEASURED = not {"COVERAGE_PROCESS_CONFIG", "MUTANT_UNDER_TEST"}.isdisjoint(os.environ)

ONE_EVENT = """\
- id: a
  date: 2021-01-02
  title: T
  type: treaty
  countries: [norway]
"""


EVERYTHING = """\
sources: {book: {title: The book}, film: {title: The film, kind: film}}
countries: {NOR: {name: Norway}, SWE: {name: Sweden, aliases: [Sverige]}}
types: {mission: {label: Mission}, mission.closed: {label: Mission closed}}
events:
  - id: everything
    date: 2021-08/..
    title: 'The "office", as it was called'
    type: mission.closed
    countries: [SWE, NOR]
    actors: [Jonas Gahr Støre, =1+1]
    place: Łódź
    summary: One. Two.
    sources: [{source: book, locator: page 1}, film]
    note: =1+1
    status: {Office in Łódź: closed, Envoy: gone}
  - {id: least, date: "[..2006]", title: Least, countries: [NOR]}
"""


class Result(NamedTuple):
    """What a process left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Result]


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment with `extra`, but without what else changes the program."""
    kept = {k: v for k, v in os.environ.items() if k not in (*_UNSET, *_UNSET_TOO, *_SLOW)}
    path = f"{PROGRAM.parent}{os.pathsep}{kept.get('PATH', '')}"
    return {**kept, "PATH": path, "TERM": "xterm-256color", "DIPLO_TODAY": TODAY, **(extra or {})}


def written(
    name: str,
    report: Report,
    width: int = 80,
    colours: int = 0,
    encoding: str = "utf-8",
    *,
    plain: bool = False,
) -> str:
    """Return what a format makes of a report; `plain` uses ASCII marks."""
    text = io.StringIO()
    writer(name)(report, Stream(text.write, io.BytesIO(), width, colours, encoding, plain))
    return text.getvalue()


def packed(report: Report) -> bytes:
    """Return the bytes that Parquet makes of a report."""
    data = io.BytesIO()
    writer("parquet")(report, Stream(io.StringIO().write, data))
    return data.getvalue()


def report_of(rows: Sequence[Mapping[str, Value]], *keys: str) -> Report:
    """Return a report of plain rows."""
    columns = tuple(Column(key, itemgetter(key)) for key in keys)
    return Report(columns, rows, columns, columns)


def timeline_of(
    path: Path, query: Query | None = None, options: StoryOptions | None = None
) -> Report:
    """Return the report of the events of a file."""
    loaded = reading.load([str(path)], lambda _: lambda _: True)
    found = [match for match in map(Matcher(query or Query()), loaded.events) if match]
    names, options = Names(loaded.vocabulary), options or StoryOptions()
    matches = arrange(found, options.order)
    return timeline(Selection(query or Query(), names, matches, matches), options)


def cards_of(path: Path) -> Report:
    """Return the report of the events of a file in full."""
    loaded = reading.load([str(path)], lambda _: lambda _: True)
    return show(loaded.events, loaded, Names(loaded.vocabulary))


# Commands that need a real process: for its environment, limits, signals or descriptors.
_OF_A_PROCESS = re.compile(
    r"ulimit -[^dft]|umask|trap|kill|env |unshare|setpriv|/dev/fd|/proc|(?<!3)[<>]&-"
    r"|(?<!> )[<>]\(.+\)|command -v|PYTHON(?!DONTWRITE)|LC_|LANG|TZ"
)


class Forks:
    """Runs the program in forks of a server that has loaded it."""

    def __init__(self, server: subprocess.Popen[str], folder: Path) -> None:
        self._server, self._out, self._err = server, folder / "out", folder / "err"
        client = Path(__file__).with_name("client.py").read_text(encoding="utf-8")
        (folder / "diplo").write_text(f"#!{sys.executable} -IS\n{client}", encoding="utf-8")
        (folder / "diplo").chmod(0o755)
        self._folder = folder

    def environment(self, command: str, env: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the environment of a command line; its `diplo` is a client if that will do."""
        given = environment(env)
        is_plain = not any(map(_AT_START.match, env or {})) and " " not in sys.executable
        if IS_MEASURED or not is_plain or _OF_A_PROCESS.search(command):
            return given
        path = f"{self._folder}{os.pathsep}{given['PATH']}"
        return {**given, "PATH": path, "FORKS": str(self._folder / "socket")}

    def run(
        self,
        arguments: Sequence[str | bytes],
        stdin: bytes,
        folder: Path,
        env: Mapping[str, str],
        seconds: int,
        limits: Mapping[str, int],
        keys: str | None = None,
        *,
        shares: bool = False,
    ) -> Result:
        """Run the program in a folder, for a number of seconds at most, within limits on resources.

        With `keys`, it runs in a terminal where these are pressed; if it `shares`, it runs in a
        process that may have run it before.
        """
        asked = {
            "arguments": [os.fsdecode(argument) for argument in arguments],
            "stdin": stdin.decode("latin-1"),
            "folder": str(folder),
            "out": str(self._out),
            "err": str(self._err),
            "env": dict(env),
            "seconds": seconds,
            "limits": dict(limits),
            "keys": keys,
            "shares": shares,
        }
        assert self._server.stdin
        assert self._server.stdout
        print(json.dumps(asked), file=self._server.stdin, flush=True)
        status = int(self._server.stdout.readline())
        return Result(status, _text(self._out.read_bytes()), self._err.read_bytes().decode())


def _text(data: bytes) -> str:
    """Decode what was printed, which is UTF-8 unless it is Parquet."""
    return data.decode(errors="surrogateescape" if data.startswith(b"PAR1") else "strict")


@pytest.fixture(scope="session")
def forks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forks]:
    """Start the fork server."""
    yield from _served(tmp_path_factory)


@pytest.fixture(scope="session")
def forks_with_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forks]:
    """Start a fork server that has loaded DuckDB, which takes as long as many runs."""
    yield from _served(tmp_path_factory, "ibis.backends.duckdb", "duckdb", "pyarrow.parquet")


def _served(tmp_path_factory: pytest.TempPathFactory, *modules: str) -> Iterator[Forks]:
    folder = tmp_path_factory.mktemp("forks")
    server = [sys.executable, "-P", str(Path(__file__).with_name("forks.py"))]
    with socket.socket(socket.AF_UNIX) as clients:
        clients.bind(str(folder / "socket"))
        clients.listen()  # clients wait until the server has loaded everything
        process = subprocess.Popen(
            [*server, str(clients.fileno()), *modules],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=tmp_path_factory.getbasetemp(),
            env=environment(),
            pass_fds=[clients.fileno()],
            text=True,
        )
    with process:
        yield Forks(process, folder)


_folders = itertools.count()


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty folder; pytest would list all existing ones to number another."""
    folder = tmp_path_factory.getbasetemp() / str(next(_folders))
    folder.mkdir()
    return folder


# Arguments that need a fork of their own: standard input, and files that engines cache by name.
_IN_ITS_OWN = re.compile("^-$|parquet|duckdb")

# Variables that Python only reads when it starts, so that a fork would ignore them.
_AT_START = re.compile("PYTHON|LC_|LANG|TZ")


@pytest.fixture
def run(forks: Forks, tmp_path: Path) -> Run:
    """Run the program in an empty folder; `env` adds to its environment.

    Simple runs share a process with others, unless they are run `alone`.
    """
    return _run_in(tmp_path, forks, shares=True)


@pytest.fixture
def run_with_engine(forks_with_engine: Forks, tmp_path: Path) -> Run:
    """Run the program in an empty folder, with DuckDB loaded."""
    return _run_in(tmp_path, forks_with_engine)


def run_here(arguments: Sequence[str | bytes], folder: Path, env: dict[str, str]) -> Result:
    """Run the program in this process, where measuring coverage takes less time."""
    make_commands_once()
    with (
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.chdir(folder)
        patch.setattr(os, "environ", env)
        for name, file in (("stdout", out), ("stderr", err)):
            patch.setattr(sys, name, open(file.fileno(), "w", encoding="utf-8", closefd=False))  # noqa: SIM115
        status = main([os.fsdecode(argument) for argument in arguments])
        sys.stdout.flush()
        sys.stderr.flush()
        printed = [os.pread(file.fileno(), file.tell(), 0) for file in (out, err)]
    return Result(status, _text(printed[0]), printed[1].decode())


def _run_in(tmp_path: Path, forks: Forks, *, shares: bool = False) -> Run:
    def run_program(
        *arguments: str | bytes,
        stdin: str | bytes = "",
        env: Mapping[str, str] | None = None,
        timeout: int = 60,
        limits: Mapping[str, int] | None = None,
        keys: str | None = None,
        alone: bool = False,
    ) -> Result:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        starts = any(map(_AT_START.match, env or {}))
        is_own = given or keys or any(map(_IN_ITS_OWN.search, map(os.fsdecode, arguments)))
        if shares and IS_MEASURED and not (starts or is_own):
            return run_here(arguments, tmp_path, environment(env))
        if not starts:
            where = tmp_path, environment(env), timeout, limits or {}
            is_shared = shares and not (is_own or alone)
            return forks.run(arguments, given, *where, keys, shares=is_shared)
        done = subprocess.run(
            [PROGRAM, *arguments],
            input=given,
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env=environment(env),
            timeout=timeout,
        )
        return Result(done.returncode, _text(done.stdout), done.stderr.decode())

    return run_program


_LETTER = r"[^|&;<>()$`*?\[\]#~{}\\\n'\"]"  # without a meaning to bash
_QUOTED = r"\$'((?:[^'\\]|\\.)*)'"
_WORDS = rf"""(?:{_LETTER}|{_QUOTED}|'[^']*'|"[^"$`\\]*")"""
_PLAIN = re.compile(
    rf"(?P<env>(?:(?!PYTHON|LC_|LANG|TZ)[A-Z_]+=(?:(?!\s){_LETTER})* )*)"
    rf"diplo (?P<words>{_WORDS}+?)(?P<quiet> >/dev/null)?"
)


def _unquoted(found: re.Match[str]) -> str:
    """Return a $'' string of bash in quotes that shlex reads."""
    text = re.sub(r"\\u(....)", lambda code: chr(int(code[1], 16)), found[1]).replace(
        r"\e", r"\x1b"
    )
    return shlex.quote(os.fsdecode(codecs.escape_decode(text.encode())[0]))


def without_bash(
    run: Run, command: str, env: Mapping[str, str] | None = None, **how: object
) -> Result | None:
    """Run a command line without bash, or return None if it needs bash."""
    found = _PLAIN.fullmatch(command)
    if not found:
        return None
    given = dict(each.split("=", 1) for each in found["env"].split())
    quoted = re.sub(_QUOTED, _unquoted, found["words"])
    # What has no quotes may be very long, and shlex takes it letter by letter.
    words = shlex.split(quoted) if {"'", '"'} & {*quoted} else re.findall("[^ \t\r]+", quoted)
    result = run(*words, env={**(env or {}), **given}, **how)
    return result._replace(out="") if found["quiet"] else result


@pytest.fixture
def shell(run: Run, forks: Forks, tmp_path: Path) -> Run:
    """Run a bash command line in an empty folder, with the program on the path."""

    def run_command(
        command: str, env: Mapping[str, str] | None = None, timeout: int = 60
    ) -> Result:
        if result := without_bash(run, command, env, timeout=timeout):
            return result
        done = subprocess.run(
            ["bash", "-c", command],  # noqa: S607  (bash stands elsewhere on each system)
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env=forks.environment(command, env),
            stdin=subprocess.DEVNULL,
            timeout=timeout,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run_command


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a file into the folder in which the program runs."""

    def write_file(name: str, content: str | bytes = ONE_EVENT) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file


@pytest.fixture(scope="session")
def compiled_bundle() -> ModuleType:
    """Return the compiled bundled events; reading them from YAML takes longer than most runs."""
    make_commands_once()
    return compiled_events()


@pytest.fixture
def call(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    compiled_bundle: ModuleType,
) -> Run:
    """Run the program inside this process, which is quicker, in an empty folder."""
    monkeypatch.setitem(sys.modules, compiled_bundle.__name__, compiled_bundle)
    monkeypatch.setattr(os, "environ", environment())
    monkeypatch.chdir(tmp_path)

    def call_main(*arguments: str, env: Mapping[str, str] | None = None) -> Result:
        with monkeypatch.context() as patch:
            patch.setattr(os, "environ", environment(env))
            status = main(arguments)
        return Result(status, *capfd.readouterr())

    return call_main
