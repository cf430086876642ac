"""Cite the sources of events, for a list of references."""

from importlib import import_module
from typing import Annotated, NamedTuple

from diplo.cli.framework.declare import writing
from diplo.cli.framework.program import Answer, command
from diplo.cli.options.files import Files
from diplo.cli.options.writing import Writing, format_of
from diplo.cli.query.lookup import EventArguments, choose_events
from diplo.formats import CITATION_FORMATS
from diplo.model import suggestions
from diplo.reports import Names, citations

TEXT = "text"
FORMATS = (TEXT, *CITATION_FORMATS)
_EXTENSIONS = {".txt": TEXT, **{form.ending: name for name, form in CITATION_FORMATS.items()}}


class Citing(NamedTuple):
    """How and where to write citations."""

    format: Annotated[
        str | None,
        writing(
            f"As {TEXT} (the default), {', '.join(CITATION_FORMATS)}.",
            "--format -f FORMAT",
            FORMATS,
        ),
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
            UsageError: there is no such format, or the ending of the file stands for none.
        """
        chosen = format_of(self.output, self.format, _EXTENSIONS) or TEXT
        named = chosen.lower() if chosen.lower() in FORMATS else chosen
        return self._replace(format=suggestions.choose(named, FORMATS, "format"))


@command
def cite(*, ids: EventArguments, files: Files, citing: Citing) -> Answer:
    """Cite the sources of events, with the place in each."""
    chosen = choose_events(ids, files)
    names = Names(chosen.timeline.vocabulary)
    if form := CITATION_FORMATS.get(citing.format or ""):
        module = import_module(f"diplo.formats.{form.module}")
        text: str = module.written(citations.references(chosen.events, names))
    else:
        text = citations.sentences(chosen.events, names)
    bare = (event.id for event in chosen.events if not event.sources)
    notes = (*chosen.notes, *(f"the event {key} names no source, so none is cited" for key in bare))
    return Answer(text, Writing(output=citing.output), notes)
