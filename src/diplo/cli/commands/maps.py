"""List or print the built-in maps, or begin a map for a table."""

from collections.abc import Mapping
from typing import Annotated

from diplo.cli import values
from diplo.cli.framework.declare import argument
from diplo.cli.framework.program import Answer, command
from diplo.cli.options.writing import Writing, output_option
from diplo.engine import choice
from diplo.reading.maps import shipped
from diplo.reports.maps import maps as report
from diplo.terminal.errors import STANDARD_INPUT, UsageError
from diplo.terminal.inputs import check_output

_YAML = "yaml"
_LISTS = ("json", "jsonl", "csv", "tsv")


class Copying(Writing):
    """How and where to write the list of maps, or one of them, which is YAML."""

    output: Annotated[str | None, output_option("map.yaml")]

    @property
    def endings(self) -> Mapping[str, str]:
        """The formats by the endings of files."""
        return {**super().endings, ".yaml": _YAML}


@command
def maps(
    *,
    name: Annotated[
        str | None,
        argument(
            "A built-in map, to be printed, or a table, for which a map is begun.",
            "[NAME|FILE]",
            "files",
        ),
    ] = None,
    writing: Copying,
) -> Answer:
    """List the built-in maps, print one, or begin one for a table."""
    _check(name, writing.format)
    if name is None:
        return Answer(report([(key, shipped.about(key)) for key in shipped.names()]), writing)
    values.texts([name], "NAME")
    if name == STANDARD_INPUT or (name not in shipped.names() and shipped.may_be_file(name)):
        check_output(writing.target.path, [name])
        return Answer(_draft(name), writing)
    return Answer(shipped.text(name), writing)


def _check(name: str | None, form: str | None) -> None:
    """Make sure that a map is to be written as YAML, and the list of maps as something else.

    Raises:
        UsageError: the format is wrong for what is written.
    """
    message = ""
    if name is None and form == _YAML:
        message = "the list of maps is not YAML; name a map, or a file that ends in .csv"
    elif name is not None and form in _LISTS:
        message = f"a map is YAML, not {form}; leave that out, or end the file in .yaml"
    if message:
        raise UsageError(message)


def _draft(name: str) -> str:
    """Return a map to begin with for the table of a file."""
    from diplo.reading.maps.draft import skeleton  # noqa: PLC0415  (only tables need it)

    table = choice.table(name)
    return skeleton.of_table(table) if table else skeleton.text(name)
