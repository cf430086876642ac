"""What a fault is, and what its command lines share."""

import json
from functools import cache
from typing import NamedTuple

ONE = "2021-01-02\tcertain\tNOR\ttreaty\tT\ta\n"
OK = "diplo timeline --events ok.yaml"
MANY = "diplo timeline --events many.jsonl"
NOBODY = "exec 3> >(:); wait $!;"  # reads what is written there
FULL, BROKEN = "No space left", "Broken pipe"
# A limit would stop, or cut, what is measured and compiled, too.
UNMEASURED = "unset COVERAGE_PROCESS_CONFIG; export PYTHONDONTWRITEBYTECODE=1;"


class Fault(NamedTuple):
    """What happens, the bash command line, and what is left.

    `out` is all of standard output, or None where the command itself looks at it; `err` is a part
    of the one line on standard error, which is empty otherwise; `made` are the files that are new
    or changed, each of which has `holds` in it.
    """

    what: str
    command: str
    status: int = 0
    out: str | None = ""
    err: str = ""
    made: tuple[str, ...] = ()
    holds: str | None = None


@cache
def many(count: int = 1500) -> str:
    """Return events as JSON Lines, more than a pipe holds."""
    events = (
        {"id": f"e{n}", "date": str(1000 + n), "title": f"Title {n} " + "x" * 99}
        for n in range(count)
    )
    return "".join(json.dumps({**event, "countries": ["NOR"]}) + "\n" for event in events)
