"""diplo: a command-line timeline explorer for diplomatic history."""

__version__ = "1.0.0"

# The `as_of` of the bundled event file, here so that `--version` need not read it.
EVENTS_AS_OF = "2025-06-20"


def about() -> str:
    """Say which version this is, and up to which day its events are known."""
    return f"diplo {__version__} (events as of {EVENTS_AS_OF})"
