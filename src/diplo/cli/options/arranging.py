"""Options for the order, number and grouping of events."""

import re
from collections.abc import Sequence
from typing import Annotated, NamedTuple

from diplo.cli.framework.declare import arranging, writing
from diplo.cli.framework.untyped import Declared
from diplo.history.arrangement import SORTS
from diplo.history.groups import GROUPS
from diplo.model.suggestions import choose
from diplo.terminal.errors import UsageError
from diplo.terminal.text import shown

All = Annotated[
    bool, writing("Also list what was under way before, and what may belong here.", "--all")
]


def by_key(keys: Sequence[str], joint: str = ", ") -> Declared:
    """Declare the option --by for one of some keys, the first being the default."""
    about = f"By {joint.join(keys)} (default: {keys[0]})."
    return arranging(about, "--by KEY", keys)


class Arranging(NamedTuple):
    """The order, number and grouping of events."""

    sort: Annotated[
        str,
        arranging(
            f"By {SORTS[0]} (what began first), {', '.join(SORTS[1:])}.", "--sort KEY", SORTS
        ),
    ] = SORTS[0]
    reverse: Annotated[bool, arranging("In reverse: newest first, if by date.", "--reverse -r")] = (
        False
    )
    limit: Annotated[str | None, arranging("Show only the first N.", "--limit -n N")] = None
    group_by: Annotated[
        str | None,
        arranging(
            f"With a heading for each {', '.join(GROUPS)}; a table has years or decades anyway.",
            "--group-by KEY",
            GROUPS,
        ),
    ] = None

    every: All = False
    long: Annotated[bool, writing("In a table, add summaries and sources.", "--long")] = False

    def checked(self) -> "Arranging":
        """Return these options if their values are right.

        Raises:
            UsageError: a value is wrong.
        """
        choose(self.sort, SORTS, "sort key")
        if self.group_by is not None:
            choose(self.group_by, GROUPS, "group")
        if self.limit is not None and not re.fullmatch("[0-9]{1,15}", self.limit):
            number = "1 to 15 digits" if re.fullmatch("[0-9]+", self.limit) else "a whole number"
            raise UsageError(f"--limit takes {number}, such as 20, not {shown(self.limit)}")
        return self

    @property
    def most(self) -> int | None:
        """The largest number of events to keep."""
        return None if self.limit is None else int(self.limit)
