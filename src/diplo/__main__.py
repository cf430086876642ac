"""The entry point of the `diplo` script and of `python -m diplo`."""

# `signal` itself takes its time, in which an interrupt would be a traceback.
import _signal  # type: ignore[import-not-found]
import gc
import os
import sys

if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
    _signal.signal(_signal.SIGINT, _signal.SIG_DFL)


def main() -> None:
    """Run the program and exit with its status."""
    gc.disable()  # nothing that a run makes by the million has cycles
    from diplo.terminal import signals  # noqa: PLC0415  (what is imported later may take its time)

    signals.heed()
    from diplo.cli.main import main as run  # noqa: PLC0415

    # Everything is written then; Python's own end takes a fifth of a run.
    signals.leave(run(sys.argv[1:]))


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
