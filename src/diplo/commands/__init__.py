"""The commands, a module for each kind, which join the program as they are imported."""

from diplo.commands import comparison, completion, events, files, relations, statistics, vocabulary
from diplo.program import app

__all__ = [
    "app",
    "comparison",
    "completion",
    "events",
    "files",
    "relations",
    "statistics",
    "vocabulary",
]
