"""The fuzzers themselves: each target runs, what is wrong is found, and can be shown again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import environment
from tests.fuzz.__main__ import TARGETS

BROKEN = """\
import sys, time
from diplo import reading
from tests.fuzz import checks
from tests.fuzz.__main__ import main

checks.ALLOWANCE = 0.1
load = reading.load


def crash(*_):
    raise KeyError("a bug")


def linger(*given):
    until = time.process_time() + 0.3
    while time.process_time() < until:
        pass
    return load(*given)


reading.load = {"crash": crash, "linger": linger}[sys.argv.pop(1)]
sys.exit(main(sys.argv[1:]))
"""


def fuzz(folder: Path, *arguments: str, script: str = "", seed: str = "0") -> tuple[int, str]:
    """Run the fuzzers in a process; return the exit status and what they print."""
    how = ["-c", script] if script else ["-m", "tests.fuzz"]
    done = subprocess.run(
        [sys.executable, *how, *arguments],
        capture_output=True,
        check=False,
        cwd=folder,
        env=environment({"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": seed}),
        text=True,
        timeout=120,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_every_target_runs_on_inputs_that_depend_on_the_seed_alone(tmp_path: Path) -> None:
    inputs = []
    for hashed in ("1", "2"):
        status, out = fuzz(tmp_path, "--seed", "7", "--only", "5", seed=hashed)
        assert status == 0, out
        inputs.append([line for line in out.splitlines() if " 5: " in line])
        for name in TARGETS:
            assert f"{name}: 1 executions" in out
    assert inputs[0] == inputs[1]
    assert len(inputs[0]) == len(TARGETS)


@pytest.mark.parametrize(("how", "says"), [("crash", "KeyError"), ("linger", "takes 0.")])
def test_a_fault_is_found_kept_and_shown_again(tmp_path: Path, how: str, says: str) -> None:
    arguments = ("--seed", "7", "--only", "5", "--keep", str(tmp_path / "kept"), "yaml")
    status, out = fuzz(tmp_path, how, *arguments, script=BROKEN)
    assert status == 1
    assert says in out
    assert "FINDING --seed 7 --only 5 yaml: " in out
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["yaml-7-5.txt"]


def test_fuzzing_that_runs_nothing_fails(tmp_path: Path) -> None:
    assert fuzz(tmp_path, "--seconds", "0", "dates")[0] == 1
