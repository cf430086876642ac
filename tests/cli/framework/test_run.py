"""Running a command: what it knows of the output that is written after it."""

from pathlib import Path

from tests.terminals import in_terminal


def test_a_command_knows_that_somebody_looks_at_its_table(tmp_path: Path) -> None:
    command = "diplo timeline norway --since 2021 --type mission,recognition --group-by type"
    status, printed = in_terminal(command, tmp_path, env={"NO_COLOR": "1"})
    assert status == 0
    _, as_asked = in_terminal(f"{command} -f table", tmp_path, env={"NO_COLOR": "1"})
    assert printed == as_asked
    assert any(line.startswith("Recognition") for line in printed.splitlines())
