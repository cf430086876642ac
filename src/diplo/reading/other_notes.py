"""Notes that are left out, as they lack a date or, among others, countries: one warning for all."""

import os
import re
from collections.abc import Iterator, Sequence

from diplo.reading.document import COUNTRIES, DATE, Document
from diplo.terminal.errors import Problem
from diplo.terminal.text import shown

_FEW = 3  # notes to name
_DAY = re.compile(r"(?<![0-9])[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?![0-9])")


def leave_out(documents: Sequence[Document]) -> None:
    """Drop all that notes to leave out report; a lone note may lack countries, and is kept."""
    notes = [document for document in documents if document.is_note]
    for note in notes:
        if note.lacks == COUNTRIES and len(notes) == 1:
            note.lacks = None
        elif note.lacks:
            note.problems, note.notes, note.source = [], [], ""


def told(documents: Sequence[Document]) -> Iterator[Problem]:
    """Yield warnings that name the notes left out, with what to write in one that is an event."""
    if names := [document.name for document in documents if document.lacks == DATE]:
        days = {name: day[0] for name in names if (day := _DAY.search(os.path.basename(name)))}
        first = next(iter(days), names[0])  # preferably one with a day in its name
        cure = f"; to date {{}}, put 'date: {days[first]}' in its front matter" if days else ""
        unread = next(document.unread for document in documents if document.lacks == DATE)
        if len(names) == 1 and unread:
            cure = f"; {unread}"
        yield _warning([first, *(name for name in names if name != first)], "no date", cure)
    if names := [document.name for document in documents if document.lacks == COUNTRIES]:
        cure = "; where {} is an event, put 'countries: [Norway, ...]' in its front matter"
        yield _warning(names, "no countries", cure)


def _warning(names: Sequence[str], what: str, cure: str) -> Problem:
    """Return one warning for all notes that lack something, in the folder that they share."""
    if len(names) == 1:
        warning = f"1 note has {what} and is left out{cure.format('it')}"
        return Problem(names[0], 1, 1, warning, "warning")
    folder = os.path.dirname(os.path.commonprefix(names))  # noqa: RUF071  (up to a folder)
    few = ", ".join(shown(os.path.relpath(name, folder or ".")) for name in names[:_FEW])
    more = ", ..." if len(names) > _FEW else ""
    warning = f"{len(names)} notes have {what} and are left out ({few}{more})"
    message = f"{warning}{cure.format('the first')}"
    return Problem(names[0], 1, 1, message, "warning", folder=folder)
