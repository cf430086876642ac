"""Names for the objects of Typer whose types are private."""

from typing import Any

Context = Any
Formatter = Any
TyperError = Any
Declared = Any  # an option or argument, where a parameter has its default or annotation
