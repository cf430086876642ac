"""The command line: arguments in, an exit status out.

It imports what every run needs; `diplo.cli.framework.run` has the rest, from Typer on.
"""

import os
from collections.abc import Sequence

from diplo import about
from diplo.terminal.errors import DiploError
from diplo.terminal.output import Target, complain, tell
from diplo.terminal.signals import INTERRUPTED

BUG = 70
NO_MEMORY = 71
READER_WENT_AWAY = 141
_UNMAPPED = "failed to map segment"  # the error of a library that memory is too short for
_VERSION = (["--version"], ["-V"])


def main(typed: Sequence[str]) -> int:
    """Run the program and return its exit status."""
    try:
        return _run(typed)
    except DiploError as error:
        for message in error.messages():
            complain(message)
        return error.exit_status
    except BrokenPipeError:
        return READER_WENT_AWAY
    except KeyboardInterrupt:  # before signals are handled
        return INTERRUPTED
    except MemoryError:
        pass  # the memory is freed only after this block
    except Exception as error:  # noqa: BLE001  (the user sees one line in any case)
        if not (isinstance(error, ImportError) and _UNMAPPED in str(error)):
            return _bug(error)
    complain("there is not enough memory; ask for fewer events, or give them as JSON Lines")
    return NO_MEMORY


def _run(typed: Sequence[str]) -> int:
    if list(typed) in _VERSION:
        Target().write(f"{about()}\n".encode())
        return 0
    from diplo.cli.commands import program  # noqa: PLC0415  (not for the version alone)
    from diplo.cli.framework.parse import NoSuchCommandError  # noqa: PLC0415
    from diplo.cli.framework.run import run  # noqa: PLC0415

    try:
        return run(program(typed[:1]), typed)
    except NoSuchCommandError as error:
        from diplo.cli.query.unknown_command import with_suggestion  # noqa: PLC0415  (only this mistake needs it)

        raise with_suggestion(error) from error


def _bug(error: Exception) -> int:
    if os.environ.get("DIPLO_DEBUG"):
        import traceback  # noqa: PLC0415  (only bugs need it)

        for line in "".join(traceback.format_exception(error)).splitlines():
            tell(line)
    reason = f"{type(error).__name__}: {error}"[:200]
    complain(f"this is a bug in diplo ({reason}); DIPLO_DEBUG=1 shows the traceback")
    return BUG
