"""The commands, a module for each kind, which join the program as they are imported."""

from diplo.commands import events, files, relations, vocabulary
from diplo.program import app

__all__ = ["app", "events", "files", "relations", "vocabulary"]
