"""The entry point of the `diplo` script and of `python -m diplo`."""

import gc
import sys


def main() -> None:
    """Run the program and exit with its status, also where it is interrupted while it starts."""
    gc.disable()  # nothing that a run makes by the million has cycles
    try:
        from diplo.cli import main as run  # noqa: PLC0415  (an interrupt here is caught too)

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    main()
