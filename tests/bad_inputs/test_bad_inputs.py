"""A catalogue of what users and strangers feed to the program, each case as a real process.

A new case is one entry in one of the modules beside this one.
"""

import os
import re
import shutil
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import typer

from diplo.cli.commands import program
from diplo.formats import EVENT_FORMATS
from tests.bad_inputs.attacks import DENIAL_OF_SERVICE
from tests.bad_inputs.case import GOOD, OTHER_USER, Case
from tests.bad_inputs.command_line import COMMAND_LINE, TYPED_DATES
from tests.bad_inputs.commands import COMMANDS
from tests.bad_inputs.dates import DATES
from tests.bad_inputs.encodings import ENCODINGS
from tests.bad_inputs.engines import ENGINES
from tests.bad_inputs.explorer import EXPLORER
from tests.bad_inputs.fields import FIELDS
from tests.bad_inputs.folders import FOLDERS
from tests.bad_inputs.formats import FORMATS
from tests.bad_inputs.json_files import JSON
from tests.bad_inputs.maps import MAPS
from tests.bad_inputs.output import ENVIRONMENT, OUTPUT
from tests.bad_inputs.parquet import PARQUET
from tests.bad_inputs.pictures import PICTURES
from tests.bad_inputs.relations import STATUS_STATS_COMPARE
from tests.bad_inputs.shape import SHAPE
from tests.bad_inputs.spreadsheets import SPREADSHEETS
from tests.bad_inputs.streams import FILES
from tests.bad_inputs.tables import TABLES
from tests.bad_inputs.yaml_syntax import YAML_FEATURES, YAML_SLIPS, YAML_SYNTAX
from tests.conftest import HAS_PARQUET, IS_MEASURED, Result, Run, without_bash

Write = Callable[..., Path]

GROUPS = {
    "YAML syntax": YAML_SYNTAX,
    "YAML by hand": YAML_SLIPS,
    "YAML features": YAML_FEATURES,
    "denial of service": DENIAL_OF_SERVICE,
    "encodings": ENCODINGS,
    "shape": SHAPE,
    "fields": FIELDS,
    "dates": DATES,
    "JSON": JSON,
    "files": FILES,
    "command line": COMMAND_LINE,
    "typed dates": TYPED_DATES,
    "every command": COMMANDS,
    "status, stats, compare": STATUS_STATS_COMPARE,
    "every format": FORMATS,
    "output": OUTPUT,
    "environment": ENVIRONMENT,
    **(
        NEW := {
            "tables": TABLES,
            "maps": MAPS,
            "spreadsheets": SPREADSHEETS,
            "folders": FOLDERS,
            "Parquet": PARQUET,
            "engines": ENGINES,
            "pictures": PICTURES,
            "explorer": EXPLORER,
        }
    ),
}
CASES = [(group, case) for group, cases in GROUPS.items() for case in cases]

LONGEST_LINE = 400
MOST_LINES = 21
MEMORY = 300 * 1024  # KiB of data, which the libraries' own pages and a stack are not
CPU_SECONDS = 5  # of the processor, so that a busy machine does not matter
MUCH = 10_000  # bytes of a file, which then has the memory of a process for itself
SECONDS = 60  # of the clock, for what waits forever
# What is measured is slower, in a process that is forked and not in one that bash starts.
SLOWER = 4 if IS_MEASURED else 1
LIMITED = {"DATA": MEMORY * 1024, "CPU": CPU_SECONDS * SLOWER}
# What is measured starts in twice the time, and some cases forbid to write the measurements.
LIMITS = f"unset COVERAGE_PROCESS_CONFIG; ulimit -d {MEMORY}; ulimit -t {CPU_SECONDS}; "

ANSWERS = (0, 1)  # which are written to standard output
SAY_NOTHING = (*ANSWERS, 130, 141)
PLACED = re.compile(r".+:[1-9][0-9]*:(?:[1-9][0-9]*|[A-Z]+): .+")
UNPLACED = "diplo: there are more problems: 'diplo check' lists them all"
SUM = re.compile("diplo: [0-9]+ (?:error|warning)s?(?:, [0-9]+ warnings?)? in .+")  # of a check
CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
# What keeps columns apart behind names from right to left, between blanks such as no text has.
APART = re.compile("(?<= )\u200e(?= )")
# What moves, paints and asks in a terminal.
PAINTED = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P][^\x07\x1b]*(?:\x07|\x1b\\)|[()][0B]|[=>78c])"
)
COLOUR = re.compile("\x1b\\[[0-9;]*m|\x1b\\]8;;[!-~]*\x1b\\\\")  # and links
MISSING = {
    name: f"{name} is not installed"
    for name in ("setpriv", "mkfifo", "python3")
    if not shutil.which(name)
}
if not HAS_PARQUET:
    MISSING |= dict.fromkeys(("parquet", "--engine duckdb"), "the extra 'engine' is not installed")
if not find_spec("textual"):
    MISSING["explore --events in.yaml"] = "the extra 'explore' is not installed"
ENGINE = re.compile(r"parquet|--engine duckdb")


def inspect(case: Case, result: Result) -> None:
    assert result.status == case.status, result.err
    inspect_messages(case, result.err)
    if case.status not in ANSWERS:
        assert result.out == ""
    coloured = "--color always" in case.command
    shown = COLOUR.sub("", result.out) if coloured else result.out
    if case.keys is not None:
        shown = PAINTED.sub("", result.out).replace("\r", "")
    assert not CONTROL.search(APART.sub("", shown) if "-f table" in case.command else shown)
    for text in case.prints:
        assert text in shown
    for text in case.never:
        assert text not in shown


def inspect_messages(case: Case, err: str) -> None:
    assert "Traceback" not in err
    assert not CONTROL.search(err.replace("\t", "\0"))
    lines = err.split("\n")
    assert lines.pop() == ""
    assert all(line.startswith("diplo: ") for line in lines)
    assert all(len(line) < LONGEST_LINE for line in lines)
    assert len(lines) <= MOST_LINES
    lines = [line for line in lines if not SUM.fullmatch(line)]
    if "2>" not in case.command:
        assert bool(lines) == (case.status not in SAY_NOTHING or bool(case.says))
        assert case.says in "".join(lines[:1])
    if case.status == 65:
        assert all(PLACED.fullmatch(line) or line == UNPLACED for line in lines)
    if case.line is not None:
        assert places(case, lines[0])
    for part in case.parts:
        assert any(places(part, line) and part.says in line for line in lines), part.what


def places(case: Case, line: str) -> bool:
    """Say whether a message names the line of a case, or any where the case names none."""
    number = case.line or "[1-9][0-9]*"
    return re.match(rf"diplo: {re.escape(case.file)}:{number}:[1-9A-Z]", line) is not None


def prepare(given: str, shell: Run, folder: Path) -> None:
    """Skip a case that needs what this machine has not."""
    for name, reason in MISSING.items():
        if name in given:
            pytest.skip(reason)
    if OTHER_USER in given:
        if os.geteuid() != 0:
            pytest.skip("only root can take another user's identity")
        for each in (folder, *folder.parents[:2]):
            each.chmod(0o755)
        if shell(f"{OTHER_USER} diplo --version").status != 0:
            pytest.skip("another user cannot run the program")


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{group}: {case.what[:60]}") for group, case in CASES]
)
def test_a_bad_input_is_answered(
    request: pytest.FixtureRequest,
    run: Run,
    shell: Run,
    write: Write,
    tmp_path: Path,
    case: Case,
) -> None:
    given = case.command or f"diplo timeline --events {case.file}"
    prepare(given, shell, tmp_path)
    files = {each.file: each.content for each in (*case.parts, case) if each.file}
    for name, content in {"ok.yaml": GOOD, **files, **case.others}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        write(name, content() if callable(content) else content)
    how: dict[str, Any] = {"timeout": SECONDS, "limits": LIMITED, "keys": case.keys}
    how["alone"] = any(os.path.getsize(tmp_path / name) > MUCH for name in files)
    if ENGINE.search(given):
        how["limits"] = {"CPU": 4 * CPU_SECONDS}  # what has been loaded takes memory
        run = request.getfixturevalue("run_with_engine")
    quick = without_bash(run, given, **how)
    inspect(case, quick or shell(LIMITS + given, timeout=SECONDS))
    assert not [*tmp_path.glob(".diplo-*"), *tmp_path.glob("pwned*")]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit memory so")
def test_the_limits_hold(shell: Run) -> None:
    limits = "import resource as r; print(r.getrlimit(r.RLIMIT_CPU)[1])"
    assert shell(f"{LIMITS} {sys.executable} -c '{limits}'").out == f"{CPU_SECONDS}\n"
    assert shell(f"{LIMITS} {sys.executable} -c 'bytearray({MEMORY} * 900)'").status == 0
    assert shell(f"{LIMITS} {sys.executable} -c 'bytearray({MEMORY} * 1024)'").status != 0


def test_there_are_many_cases_each_with_its_own_name() -> None:
    assert entries(CASES) >= 900
    assert all(entries([(group, case) for case in cases]) >= 40 for group, cases in NEW.items())
    assert all(len({case.what for case in cases}) == len(cases) for cases in GROUPS.values())


def entries(cases: list[tuple[str, Case]]) -> int:
    """Count cases, each part of one for itself."""
    return sum(max(len(case.parts), 1) for _, case in cases)


def test_every_command_and_every_format_has_cases() -> None:
    given = " ".join(case.command for _, case in CASES)
    names = typer.main.get_command(program([])).commands  # type: ignore[attr-defined]
    assert [name for name in names if f"diplo {name} " not in given] == []
    formats = re.findall("(?:-f|--format) ([a-z]+)", given)
    assert set(formats) >= set(EVENT_FORMATS)
