"""How an input of the catalogue is given to the program, and what must come of it."""

import os
import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.bad_inputs.case import GOOD, OTHER_USER, Case
from tests.conftest import HAS_PARQUET, IS_MEASURED, Result, Run, without_bash

Write = Callable[..., Path]
Answered = Callable[[Case], None]

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


def cases_of(groups: Mapping[str, Sequence[Case]]) -> pytest.MarkDecorator:
    """Run a test for each case of some groups."""
    cases = [(group, case) for group, cases in groups.items() for case in cases]
    named = [pytest.param(case, id=f"{group}: {case.what[:60]}") for group, case in cases]
    return pytest.mark.parametrize("case", named)


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


@pytest.fixture
def answered(
    request: pytest.FixtureRequest, run: Run, shell: Run, write: Write, tmp_path: Path
) -> Answered:
    """Give the program a case, and look at what it answers."""

    def look(case: Case) -> None:
        given = case.command or f"diplo timeline --events {case.file}"
        prepare(given, shell, tmp_path)
        files = {each.file: each.content for each in (*case.parts, case) if each.file}
        for name, content in {"ok.yaml": GOOD, **files, **case.others}.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            write(name, content() if callable(content) else content)
        how: dict[str, Any] = {"timeout": SECONDS, "limits": LIMITED, "keys": case.keys}
        how["alone"] = any(os.path.getsize(tmp_path / name) > MUCH for name in files)
        runs = run
        if ENGINE.search(given):
            how["limits"] = {"CPU": 4 * CPU_SECONDS}  # what has been loaded takes memory
            runs = request.getfixturevalue("run_with_engine")
        quick = without_bash(runs, given, **how)
        inspect(case, quick or shell(LIMITS + given, timeout=SECONDS))
        assert not [*tmp_path.glob(".diplo-*"), *tmp_path.glob("pwned*")]

    return look
