"""How options and arguments are declared, with the words that shells complete them from."""

from collections.abc import Sequence
from typing import Any

import typer

SELECTING = "Selecting"
ARRANGING = "Arranging"
WRITING = "Writing"

Words = str | Sequence[str]


def option(
    panel: str,
    about: str,
    *names: str,
    metavar: str | None = None,
    words: Words = (),
    commas: bool = False,
) -> Any:  # noqa: ANN401
    """Declare an option whose help stands under a heading.

    Shells complete its value, or its values between commas, from these words or from a list that
    has this name: "countries", "types", "sources", "actors", "places", "ids", "columns" or
    "files".
    """
    declared = typer.Option(
        *names, help=about, metavar=metavar, show_default=False, rich_help_panel=panel
    )
    declared.completed = words, commas
    return declared


def argument(
    about: str, metavar: str, words: Words = (), *, commas: bool = False, pluses: bool = False
) -> Any:  # noqa: ANN401
    """Declare an argument, which shells complete as an option's value, also between pluses."""
    declared = typer.Argument(metavar=metavar, help=about, show_default=False)
    declared.completed = words, commas, pluses
    return declared
