"""What goes wrong around the program: it ends as it should, says one line, and leaves no mess."""

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.faults import GROUPS
from tests.faults.conftest import seen
from tests.faults.fault import Fault

GONE = "up=$PWD; mkdir gone; cd gone; rmdir ../gone;"
DISK = "disk() { mkdir disk; mount -t tmpfs -o size=16k tmpfs disk; }; "
# Many times the events, all but one of them in other years than 1500.
LARGE = """large() {
for n in {1..20}; do
  sed "s/\\"id\\": \\"/&$n-/; s/date\\": \\"15/date\\": \\"25/" many.jsonl
done |
sed '1s/"1000"/"1500"/' |
case $1 in
*.yaml) head -n 6000 | sed "s/^/- /" ;;
*.json) sed "1s/^/[/; \\$!s/$/,/; \\$s/$/]/" ;;
*) cat ;;
esac
}
"""


def faults() -> Iterator[object]:
    for group, members in GROUPS.items():
        for fault in members:
            yield pytest.param(fault, id=f"{group}: {fault.what[:40]}")


@pytest.mark.parametrize("fault", [*faults()])
def test_a_fault_is_told_in_a_line_and_leaves_nothing(
    shell: Run, folder: Path, fault: Fault
) -> None:
    command = fault.command.replace("{gone}", GONE)
    if "chown" in command and os.geteuid() != 0:
        pytest.skip("only root can give a file away")
    if command.startswith("disk;"):
        if shell("unshare -rm mount -t tmpfs tmpfs folder").status:
            pytest.skip("no file system can be mounted")
        command = f"unshare -rm bash -c {shlex.quote(DISK + command)}; s=$?; rmdir disk; exit $s"
    before = seen(folder)
    command = LARGE + command if "large " in command else command
    result = shell(command, env={"HOME": str(folder / "home")})
    assert (result.status, len(result.err.splitlines())) == (fault.status, bool(fault.err)), result
    assert fault.out in (None, result.out)
    assert fault.err in result.err
    assert not result.err or result.err.startswith("diplo: ")
    after = seen(folder)
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    assert changed == {*fault.made}
    assert fault.holds is None or {after[name] for name in changed} == {fault.holds.encode()}


def test_there_are_many_faults_each_with_its_own_name() -> None:
    assert sum(map(len, GROUPS.values())) >= 100
    assert all(len({fault.what for fault in faults}) == len(faults) for faults in GROUPS.values())
