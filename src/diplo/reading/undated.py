"""What is said of notes without a date, which are no events: all of them in one line."""

import os
import re
from collections.abc import Sequence

from diplo.terminal.errors import Problem, file_name

_FEW = 3  # notes that are named
_DAY = re.compile(r"(?<![0-9])[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?![0-9])")


def told(names: Sequence[str]) -> Problem:
    """Say that notes are left out, and where the name of one of them may be its date."""
    said = "1 note has no date and is left out"
    if len(names) > 1:
        first = ", ".join(map(file_name, names[:_FEW]))
        more = ", ..." if len(names) > _FEW else ""
        said = f"{len(names)} notes have no date and are left out ({first}{more})"
    days = ((name, _DAY.search(os.path.basename(name))) for name in names)
    if found := next(((name, day[0]) for name, day in days if day), None):
        name, day = found
        whose = "its name" if len(names) == 1 else f"the name of {file_name(name)}"
        said += f"; if {whose} holds the date, write it between lines of ---: date: {day}"
    return Problem(names[0], 1, 1, said, "warning")
