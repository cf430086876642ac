"""The explorer, which opens on a terminal."""

import os
import sys
from importlib.util import find_spec
from typing import NamedTuple

import typer

from diplo.cli.framework.program import Opening, command
from diplo.cli.options.arranging import Arranging
from diplo.cli.options.files import Files
from diplo.cli.options.selecting import CountryArguments, Selecting
from diplo.cli.options.writing import COLOURS, Ascii, Color
from diplo.model.suggestions import choose
from diplo.terminal.errors import MissingError, UsageError
from diplo.terminal.output import Target

_TEXTUAL = "textual"


class Looking(NamedTuple):
    """How the explorer looks."""

    color: Color = COLOURS[0]
    ascii: Ascii = False

    def checked(self) -> "Looking":
        """Return these options if they are right.

        Raises:
            UsageError: the value of --color is wrong.
        """
        choose(self.color, COLOURS, "value of --color")
        return self


@command
def explore(
    ctx: typer.Context,
    *,
    country: CountryArguments = None,
    selecting: Selecting,
    files: Files,
    arranging: Arranging,
    looking: Looking,
) -> Opening:
    """Browse the events in the terminal; ? lists the keys."""
    files.refuse_typed(country or ())

    def open_() -> int:
        target = Target()
        _check(target)
        # All of this is needed only if there is a terminal to explore on.
        from diplo.cli.query.exploring import Explored  # noqa: PLC0415
        from diplo.cli.query.line import ParsedLine  # noqa: PLC0415
        from diplo.explore.app import explore as move_about  # noqa: PLC0415
        from diplo.explore.questions import Look  # noqa: PLC0415
        from diplo.terminal.keyboard import keyboard  # noqa: PLC0415

        explored = Explored(ctx, files)
        first = explored.question(ParsedLine(country or (), selecting, arranging))
        colours = target.colours(looking.color, os.environ)
        look = Look(colours, target.encoding, looking.ascii)
        with keyboard() as keys:
            return move_about(explored.answers, first, look, sys.stdout.fileno(), keys)

    return open_


def _check(target: Target) -> None:
    """Make sure that the explorer has all that it needs.

    Raises:
        UsageError: there is no terminal, or one that cannot draw.
        MissingError: Textual is not installed.
    """
    if not target.is_terminal or os.environ.get("TERM") == "dumb":
        raise UsageError(
            "explore needs a terminal to draw on; 'diplo timeline' prints the same events"
        )
    if find_spec(_TEXTUAL) is None:
        raise MissingError("explore needs Textual; run pip install 'diplo[explore]'")
