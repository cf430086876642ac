"""The maps that ship, each as it is, and a map to begin with for a table."""

import os
from typing import Annotated

from diplo.cli import arguments
from diplo.cli.framework.declare import argument
from diplo.cli.framework.program import Answer, command
from diplo.cli.options import Writing
from diplo.engine import choice
from diplo.reading.maps import shipped
from diplo.reports.maps import maps as report
from diplo.terminal.inputs import spare


@command
def maps(
    *,
    name: Annotated[
        str | None,
        argument(
            "Print this map that ships or, for the file of a table, one to begin with.",
            "[NAME|FILE]",
            "files",
        ),
    ] = None,
    writing: Writing,
) -> Answer:
    """List the maps that ship, or print one."""
    if name is None:
        return Answer(report([(each, shipped.about(each)) for each in shipped.names()]), writing)
    arguments.texts([name], "NAME")
    if name not in shipped.names() and os.path.lexists(name):
        spare(writing.target.path, [name])
        return Answer(_begun(name), writing)
    return Answer(shipped.text(name), writing)


def _begun(name: str) -> str:
    """Return a map to begin with for the table of a file."""
    from diplo.reading.maps import skeleton  # noqa: PLC0415  (only tables need it)

    table = choice.table(name)
    return skeleton.of_table(table) if table else skeleton.text(name)
