"""What Typer has no types of for others to use."""

from typing import Any

Context = Any
Formatter = Any
TyperError = Any
Declared = Any  # an option or argument, where a parameter has its default or annotation
