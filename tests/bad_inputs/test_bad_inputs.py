"""A catalogue of what users and strangers feed to the program, each case as a real process.

A new case is one entry in one of the modules beside this one.
"""

import re
import sys
from collections.abc import Sequence

import pytest
import typer

from diplo.cli.commands import program
from diplo.formats import EVENT_FORMATS
from tests.bad_inputs.attacks import DENIAL_OF_SERVICE
from tests.bad_inputs.case import Case
from tests.bad_inputs.command_line import COMMAND_LINE, TYPED_DATES
from tests.bad_inputs.commands import COMMANDS
from tests.bad_inputs.conftest import CPU_SECONDS, LIMITS, MEMORY, Answered, cases_of
from tests.bad_inputs.dates import DATES
from tests.bad_inputs.encodings import ENCODINGS
from tests.bad_inputs.engines import ENGINES
from tests.bad_inputs.explorer import EXPLORER
from tests.bad_inputs.fields import FIELDS
from tests.bad_inputs.formats import FORMATS
from tests.bad_inputs.json_files import JSON
from tests.bad_inputs.output import ENVIRONMENT, OUTPUT
from tests.bad_inputs.pictures import PICTURES
from tests.bad_inputs.relations import STATUS_STATS_COMPARE
from tests.bad_inputs.shape import SHAPE
from tests.bad_inputs.streams import FILES
from tests.bad_inputs.test_bad_tables import OF_TABLES
from tests.bad_inputs.yaml_syntax import YAML_FEATURES, YAML_SLIPS, YAML_SYNTAX
from tests.conftest import Run

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
    "engines": ENGINES,
    "pictures": PICTURES,
    "explorer": EXPLORER,
}
ALL = {**GROUPS, **OF_TABLES}
NEW = ("engines", "pictures", "explorer", *OF_TABLES)


@cases_of(GROUPS)
def test_a_bad_input_is_answered(answered: Answered, case: Case) -> None:
    answered(case)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit memory so")
def test_the_limits_hold(shell: Run) -> None:
    limits = "import resource as r; print(r.getrlimit(r.RLIMIT_CPU)[1])"
    assert shell(f"{LIMITS} {sys.executable} -c '{limits}'").out == f"{CPU_SECONDS}\n"
    assert shell(f"{LIMITS} {sys.executable} -c 'bytearray({MEMORY} * 900)'").status == 0
    assert shell(f"{LIMITS} {sys.executable} -c 'bytearray({MEMORY} * 1024)'").status != 0


def test_there_are_many_cases_each_with_its_own_name() -> None:
    assert sum(map(entries, ALL.values())) >= 900
    assert all(entries(ALL[group]) >= 40 for group in NEW)
    assert all(len({case.what for case in cases}) == len(cases) for cases in ALL.values())


def entries(cases: Sequence[Case]) -> int:
    """Count cases, each part of one for itself."""
    return sum(max(len(case.parts), 1) for case in cases)


def test_every_command_and_every_format_has_cases() -> None:
    given = " ".join(case.command for cases in ALL.values() for case in cases)
    names = typer.main.get_command(program([])).commands  # type: ignore[attr-defined]
    assert [name for name in names if f"diplo {name} " not in given] == []
    formats = re.findall("(?:-f|--format) ([a-z]+)", given)
    assert set(formats) >= set(EVENT_FORMATS)
