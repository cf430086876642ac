"""Where events are told, for a list of references."""

import os
from importlib import import_module
from typing import Annotated, NamedTuple

from diplo.cli.framework.declare import WRITING, option
from diplo.cli.framework.program import Answer, command
from diplo.cli.options import Files, Writing
from diplo.cli.query.lookup import EventArguments, choose
from diplo.model import suggestions
from diplo.reports import Names, citations
from diplo.terminal.errors import UsageError
from diplo.terminal.output import STANDARD_OUTPUT
from diplo.terminal.text import shown

TEXT = "text"
_MODULES = {"bibtex": "bibtex", "ris": "ris", "csl-json": "csl"}
FORMATS = (TEXT, *_MODULES)
_EXTENSIONS = {".txt": TEXT, ".bib": "bibtex", ".ris": "ris", ".json": "csl-json"}


class Citing(NamedTuple):
    """How and where to write citations."""

    format: Annotated[
        str | None,
        option(
            WRITING,
            f"As {', '.join(FORMATS)}.",
            *("--format", "-f"),
            metavar="FORMAT",
            words=FORMATS,
        ),
    ] = None
    output: Annotated[
        str | None,
        option(
            WRITING,
            "Write to this file, as its ending says; - is standard output.",
            *("--output", "-o"),
            metavar="FILE",
            words="files",
        ),
    ] = None

    def checked(self) -> "Citing":
        """Return the same with a format.

        Raises:
            UsageError: there is no such format, or the name of the file says none.

        """
        if self.output == "":
            message = "--output needs the name of a file, or - for standard output"
            raise UsageError(message)
        chosen = self.format or _by_extension(self.output or STANDARD_OUTPUT)
        return self._replace(format=suggestions.choose(chosen, FORMATS, "format"))


def _by_extension(output: str) -> str:
    """Return the format that the extension of a file tells; a device may have any."""
    extension = os.path.splitext(output)[1].lower()
    is_device = os.path.exists(output) and not os.path.isfile(output)
    if extension and extension not in _EXTENSIONS and not is_device:
        ways = f"choose from {', '.join(_EXTENSIONS)}, or give --format"
        message = f"--output knows no format for the ending {shown(extension)}; {ways}"
        raise UsageError(message)
    return _EXTENSIONS.get(extension, TEXT)


@command
def cite(*, ids: EventArguments, files: Files, citing: Citing) -> Answer:
    """Cite the sources of events, with the place in each."""
    found = choose(ids, files)
    names = Names(found.timeline.vocabulary)
    if citing.format in _MODULES:
        module = import_module(f"diplo.formats.{_MODULES[citing.format]}")
        said: str = module.written(citations.references(found.events, names))
    else:
        said = citations.sentences(found.events, names)
    bare = (event.id for event in found.events if not event.sources)
    notes = (*found.notes, *(f"the event {key} names no source, so none is cited" for key in bare))
    return Answer(said, Writing(output=citing.output), notes)
