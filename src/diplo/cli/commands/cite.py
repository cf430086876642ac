"""Cite the sources of events, for a list of references."""

from importlib import import_module
from typing import Annotated, NamedTuple

from diplo.cli.framework.declare import writing
from diplo.cli.framework.program import Answer, command
from diplo.cli.options.files import Files
from diplo.cli.options.writing import Writing, format_of
from diplo.cli.query.lookup import EventArguments, choose
from diplo.model import suggestions
from diplo.reports import Names, citations

TEXT = "text"
_MODULES = {"bibtex": "bibtex", "ris": "ris", "csl-json": "csl"}
FORMATS = (TEXT, *_MODULES)
_EXTENSIONS = {".txt": TEXT, ".bib": "bibtex", ".ris": "ris", ".json": "csl-json"}


class Citing(NamedTuple):
    """How and where to write citations."""

    format: Annotated[
        str | None,
        writing(f"As {TEXT} (the default), {', '.join(_MODULES)}.", "--format -f FORMAT", FORMATS),
    ] = None
    output: Annotated[
        str | None,
        writing(
            "Write to this file, as its ending says (sources.bib); - is standard output.",
            "--output -o FILE",
            "files",
        ),
    ] = None

    def checked(self) -> "Citing":
        """Return these options with their format decided.

        Raises:
            UsageError: there is no such format, or the ending of the file tells none.
        """
        chosen = format_of(self.output, self.format, _EXTENSIONS) or TEXT
        named = chosen.lower() if chosen.lower() in FORMATS else chosen
        return self._replace(format=suggestions.choose(named, FORMATS, "format"))


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
