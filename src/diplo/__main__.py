"""The entry point of the `diplo` script and of `python -m diplo`."""

import gc
import os
import sys


def main() -> None:
    """Run the program and exit with its status."""
    gc.disable()  # nothing that a run makes by the million has cycles
    from diplo.terminal import signals  # noqa: PLC0415  (what is imported later may take its time)

    signals.heed()
    from diplo.cli.main import main as run  # noqa: PLC0415

    os._exit(run(sys.argv[1:]))  # everything is written; Python's own end takes a fifth of a run


def leave_the_folder() -> None:
    """Import nothing more from the working directory, which `-m` puts first, but for diplo."""
    first, home = sys.path[0], os.path.dirname(os.path.dirname(__file__))
    if sys.flags.safe_path or first == home or not os.path.isdir(first):
        return
    if os.path.samefile(first, os.curdir):
        del sys.path[0]


if __name__ == "__main__":
    leave_the_folder()
    main()
